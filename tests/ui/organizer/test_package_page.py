"""The page of the case package, from the first look to an amendment, on real files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from review_app.model.crypto.base32 import short_form
from review_app.model.errors import InputError
from review_app.model.package.amendment import open_amendment
from review_app.model.package.open import SealedPackage
from review_app.model.terms import terms_digest
from review_app.ui.organizer.experts.page import ExpertsPage
from review_app.ui.organizer.package.amend import Wanted
from review_app.ui.organizer.package.page import PackagePage
from review_app.ui.organizer.settings.page import SettingsPage
from review_app.ui.organizer.shortlist.page import ShortlistPage
from review_app.ui.widgets import dialogs
from tests.ui.organizer.conftest import OpenCampaign

Opened = Callable[[str], OpenCampaign]


def page_of(open_: OpenCampaign) -> PackagePage:
    page = open_.page("package")
    assert isinstance(page, PackagePage)
    return page


def saving_to(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    """Every question for a new file's name is answered with ``file``."""

    def answered(*arguments: object) -> None:
        (do,) = [each for each in arguments if callable(each)]
        do(file)

    monkeypatch.setattr(dialogs, "ask_for_new", answered)


def answer_yes(open_: OpenCampaign) -> None:
    """Presses the act of the question at the foot."""
    question = open_.frame.foot.question
    assert not question.isHidden()
    question.yes.click()


def shown(view: object) -> str:
    """All texts of a widget's labels that are shown."""
    assert isinstance(view, QWidget)
    QApplication.processEvents()  # lines that were just put in are shown
    return "\n".join(part.text() for part in view.findChildren(QLabel) if not part.isHidden())


def test_before_cards_it_says_what_is_missing(opened: Opened) -> None:
    open_ = opened("shortlisted")
    page = page_of(open_)
    assert not page.build.isEnabled() and page.tabs["sending"].isHidden() and page.tabs["amend"].isHidden()
    assert "No round is set up yet." in shown(page.panel)
    assert len(page.contents.table.records) == len(open_.workspace.packing.contents().cases) > 0
    open_ = opened("empty")
    page = page_of(open_)
    assert "There are no candidates." in shown(page.panel) and not page.preview.isEnabled()


def test_what_is_in_is_listed_with_its_size(opened: Opened) -> None:
    open_ = opened("carded")
    page = page_of(open_)
    cases = {case.id: case for case in open_.workspace.nominations.all()}
    for line in page.contents.table.records:
        case = cases[line.case.id]
        assert line.case.text == len(case.dossier.encode())
        assert line.case.size == line.case.text + sum(item.size for item in case.attachments)
    assert [line.place for line in page.contents.table.records] == list(range(1, 25))
    assert max(line.share for line in page.contents.table.records) == 1
    assert page.build.isEnabled() and "Everything needed is there." in shown(page.panel)


def test_candidates_that_would_all_win_are_told(opened: Opened) -> None:
    page = page_of(opened("carded"))
    assert page._seen is not None and page._seen.round is not None
    contents, winners = page._seen.contents, page._seen.round.rule.winners
    for count, told in ((winners + 1, False), (winners, True)):
        page.panel.show_contents(
            msgspec.structs.replace(contents, cases=contents.cases[:count]), page._seen.round
        )
        assert ("Every candidate would win" in shown(page.panel)) is told
        assert ("Everything needed is there." in shown(page.panel)) is not told


def test_an_outdated_list_is_frozen_again_before_anything_is_built(opened: Opened) -> None:
    open_ = opened("carded")
    workspace = open_.workspace
    page = page_of(open_)
    first = workspace.shortlist.candidates(workspace.rounds.current())[0].case.id
    workspace.shortlist.decide(workspace.stages.new().number, first, "drop", "no")
    open_.desk.announce("shortlist")
    assert not page.build.isEnabled()
    assert "Decisions have changed since the candidates were frozen." in shown(page.panel)
    workspace.shortlist.freeze(workspace.rounds.current())
    open_.desk.announce("shortlist")
    assert page.build.isEnabled()


def test_a_figure_without_source_is_listed_and_leads_to_its_nomination(opened: Opened, qtbot: QtBot) -> None:
    import msgspec

    from review_app.model import canonical
    from review_app.model.case import Claim

    open_ = opened("nominated")
    case = open_.workspace.nominations.all()[0]
    claim = Claim("120 万", "用户", "", "", "self-reported")
    record = canonical.encode(msgspec.structs.replace(case, claims=[claim]))
    open_.workspace._context.db.run("UPDATE nomination SET record = ? WHERE id = ?", (record, case.id))
    page = page_of(open_)
    assert page.tabs["unsourced"].text().endswith("(1)")
    (found,) = page.unsourced.table.records
    assert (found.case_id, found.claim) == (case.id, claim)
    with qtbot.waitSignal(open_.desk.wanted) as asked:
        page.unsourced.table.activated_record.emit(found)
    assert asked.args is not None and asked.args[0] == "nominations" and asked.args[1]["case"] == case.id


def test_a_look_before_building_changes_nothing_and_leaves_nothing(
    opened: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_ = opened("carded")
    page = page_of(open_)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    head, organizer = open_.workspace.log.head(), open_.workspace.organizer_public
    page.preview.click()
    window = open_.window
    qtbot.waitUntil(lambda: window.preview is not None and window.session is not None, timeout=60_000)
    assert window.session is not None and len(window.session.reading_order) == 24
    drafts = list(tmp_path.rglob("preview.casepkg"))
    with SealedPackage.open(drafts[0]) as sealed:
        assert sealed.organizer != organizer
        with pytest.raises(InputError, match="card-unknown"):
            sealed.unlock(open_.campaign.card(0))
    assert window.preview is not None
    window.preview.end()
    qtbot.waitUntil(lambda: window.organizer is not None, timeout=10_000)
    assert not list(tmp_path.rglob("*.casepkg"))
    assert open_.workspace.log.head() == head and open_.workspace.rounds.current().state == "cards"


def test_building_splitting_and_opening_a_part(
    opened: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_ = opened("carded")
    page = page_of(open_)
    target = tmp_path / "sent" / "案例.casepkg"
    target.parent.mkdir()
    saving_to(monkeypatch, target)
    page.build.click()
    answer_yes(open_)
    open_.settle()
    round_ = open_.workspace.rounds.current()
    assert round_.state == "packed" and page.view == "sending" and page.file == target
    assert page.sending.terms.text() == short_form(terms_digest(round_.terms_jws))
    page.sending.sizes.setCurrentText("1MB")
    page.sending.split.click()
    open_.settle()
    assert len(page.parts) >= 3 and all(part.stat().st_size <= 1_000_000 for part in page.parts)
    target.unlink()
    renamed = page.parts[1].rename(target.with_name("附件2.casepkg"))
    with SealedPackage.open(renamed) as sealed:
        assert sealed.unlock(open_.campaign.card(0)).terms_jws == round_.terms_jws


def test_a_size_that_is_none_is_told(opened: Opened, qtbot: QtBot) -> None:
    open_ = opened("packed")
    page = page_of(open_)
    assert page.take_files([open_.campaign.package])
    open_.settle()
    assert page.file == open_.campaign.package
    page.sending.sizes.setCurrentText("as large as possible")
    page.sending.split.click()
    open_.settle()
    assert any("parts of that size" in note for note in open_.notes)
    assert page.parts == []


def test_packing_again_gives_the_same_terms(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_ = opened("packed")
    page = page_of(open_)
    before = open_.workspace.rounds.current().terms_jws
    saving_to(monkeypatch, tmp_path / "again.casepkg")
    page.build.click()
    open_.settle()
    for file in (tmp_path / "again.casepkg", open_.campaign.package):
        with SealedPackage.open(file) as sealed:
            assert sealed.unlock(open_.campaign.card(1)).terms_jws == before


def test_the_very_package_is_looked_at_after_building(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    open_ = opened("packed")
    page = page_of(open_)
    other = tmp_path / "other.casepkg"
    open_.workspace.packing.draft(open_.workspace.rounds.current(), other)
    page._check(other, preview=True)
    open_.settle()
    assert open_.window.preview is None and any("not the package" in note for note in open_.notes)
    window, terms = open_.window, open_.workspace.rounds.current().terms_jws
    page._check(open_.campaign.package, preview=True)
    qtbot.waitUntil(lambda: window.preview is not None and window.session is not None, timeout=60_000)
    assert window.session is not None
    assert window.session.package.terms_jws == terms
    assert window.preview is not None
    window.preview.end()


def test_an_amendment_as_experts_will_see_it(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_ = opened("packed")
    page = page_of(open_)
    page.show_view("amend")
    amend = page.amend
    assert not amend.add.isEnabled() and amend.sign.isHidden()
    amend.text.setPlainText("“2014 年”应为“2015 年”。")
    amend.add.click()
    amend.kind.setCurrentIndex(2)
    amend.lookup.setText("0000 0000")
    amend.add.click()
    assert len(amend.changes) == 1 and amend.lookup.text()  # refused, and what was typed stays
    key_entry = open_.workspace.cards.key_entries(open_.workspace.rounds.current())[3]
    amend.lookup.setText(key_entry.lookup[:8])
    amend.add.click()
    title = page.contents.table.records[0].case.title
    heading = shown(amend)
    assert f"Correction to '{title}'" in heading and "“2014 年”应为“2015 年”。" in heading
    saving_to(monkeypatch, tmp_path / "1.amend")
    amend.sign.click()
    answer_yes(open_)
    round_ = open_.workspace.rounds.current()
    digest = terms_digest(round_.terms_jws)

    def read(file: Path) -> list[str]:
        opened_ = open_amendment(
            file.read_bytes(), round_.package_identity(), round_.organizer_public, round_.terms, digest
        )
        return [change.kind for change in opened_.amendment.changes]

    assert read(tmp_path / "1.amend") == ["erratum", "revoked-card"]
    assert amend.changes == [] and amend.sign.isHidden()
    saving_to(monkeypatch, tmp_path / "again.amend")
    amend.save.click()
    assert read(tmp_path / "again.amend") == ["erratum", "revoked-card"]
    page.amend.add_wanted.emit(Wanted("deadline", "2026-12-20", ""))
    saving_to(monkeypatch, tmp_path / "2.amend")
    amend.sign.click()
    answer_yes(open_)
    first, second = amend.table.records
    assert second.amendment.previous == first.digest
    assert [amend._follows(each) for each in (first, second)] == ["the terms", short_form(first.digest)]


def test_nothing_is_signed_where_nothing_can_be_written(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_ = opened("packed")
    page = page_of(open_)
    page.amend.add_wanted.emit(Wanted("deadline", "2026-12-20", ""))
    saving_to(monkeypatch, tmp_path / "no such folder" / "1.amend")
    page.amend.sign.click()
    answer_yes(open_)
    assert open_.workspace.amendments.list(open_.workspace.rounds.current()) == []
    assert len(page.amend.changes) == 1


def test_after_closing_nothing_is_amended_but_saved_again(opened: Opened) -> None:
    open_ = opened("closed")
    page = page_of(open_)
    assert page.amend.form.isHidden() and not page.amend.closed.isHidden()
    assert page.build.isHidden()


def test_ways_to_other_pages_lead_to_what_they_name(opened: Opened, qtbot: QtBot) -> None:
    open_ = opened("nominated")

    def follow(words: str) -> None:
        panel = page_of(open_).panel
        (link,) = [each for each in panel.findChildren(QPushButton) if each.text() == words]
        link.click()

    follow("Set up the round")
    experts = open_.frame.page
    assert isinstance(experts, ExpertsPage) and experts.view == "round"
    shortlist = open_.page("shortlist")
    assert isinstance(shortlist, ShortlistPage)
    shortlist.candidates.start.click()
    experts.round.setup.make()
    shortlist.show_view("changes")
    follow("Choose the order")
    assert open_.frame.page is shortlist and shortlist.view == "candidates"
    without = msgspec.structs.replace(open_.workspace.settings, return_instructions="")
    open_.workspace.campaign.update(without)
    follow("Write it down")
    settings = open_.frame.page
    assert isinstance(settings, SettingsPage)
    qtbot.waitUntil(settings.returning.hasFocus)
    page_of(open_).sending.letters.click()
    assert open_.frame.page is experts and experts.view == "letters"
    assert experts.letters.chosen[0] == "cover"
    experts.letters.dates.click()
    assert open_.frame.station == "settings"
    days = open_.frame.page
    assert isinstance(days, SettingsPage)
    QTest.qWait(100)
    assert open_.window.focusWidget() in days.days.values()
