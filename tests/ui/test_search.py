"""The search over titles, dossiers and attachments, in the round page, on real packages."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from review_app.model.sample.campaign import sample_package
from review_app.model.scoring.session import ReviewSession
from review_app.ui.expert.case_list import CaseList
from review_app.ui.expert.case_model import CaseRole
from review_app.ui.expert.desk import Desk
from review_app.ui.expert.round_page import RoundPage
from review_app.ui.expert.search_index import CaseSearch, Gathered, dossier_text
from review_app.ui.expert.search_words import missing_words, reading_words
from review_app.ui.jobs import Jobs
from tests.rounds import SmallRound, small_round
from tests.ui.made import a_pdf, a_png

Open = Callable[[Path, object], RoundPage]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, object]:
    """The sample round, made once."""
    return sample_package(tmp_path_factory.mktemp("sample"))


@pytest.fixture
def open_page(qtbot: QtBot) -> Iterator[Open]:
    """Opens round pages without the window around them."""
    opened: list[tuple[RoundPage, Jobs, ReviewSession]] = []

    def open_one(package: Path, card: object) -> RoundPage:
        session = ReviewSession.open(package, card)  # type: ignore[arg-type]
        jobs = Jobs()
        page = RoundPage(Desk(session), jobs)
        opened.append((page, jobs, session))
        page.resize(1280, 668)
        page.show()
        qtbot.waitExposed(page)
        page.start()
        qtbot.waitUntil(lambda: not jobs.busy)
        return page

    yield open_one
    for page, jobs, session in opened:
        page.leave()
        jobs.stop()
        session.close()
        page.close()
        page.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # type: ignore[arg-type]


def small(
    tmp_path: Path, attachments: dict[str, bytes], change: Callable[[SmallRound], bytes] | None = None
) -> tuple[Path, object]:
    """A small round whose first case has ``attachments``."""
    made = small_round(attachments=attachments)
    file = tmp_path / "small.casepkg"
    file.write_bytes(made.package if change is None else change(made))
    return file, made.cards[0]


def rows(cases: CaseList) -> list[tuple[str, str]]:
    """Case and piece of every row that is shown."""
    shown = [cases.filter.index(row, 0) for row in range(cases.filter.rowCount())]
    return [(index.data(CaseRole.ID), index.data(CaseRole.PIECE)) for index in shown]


def search(qtbot: QtBot, page: RoundPage, words: str, attachments: bool = False) -> list[tuple[str, str]]:
    """Types ``words``, waits until the dossiers (and ``attachments``) were read, and returns what is listed."""
    page.list.search.setText(words)

    def done() -> bool:
        gathered = page.list.texts.gathered
        return gathered.complete if attachments else 0 < gathered.dossiers[1] == gathered.dossiers[0]

    qtbot.waitUntil(done, timeout=60_000)
    page.list._look()
    qtbot.waitUntil(lambda: page.list._found is not None)
    return rows(page.list)


def title_of(page: RoundPage, title: str) -> str:
    """The id of the case of that title."""
    return next(case_id for case_id in page.desk.order if page.desk.title(case_id) == title)


def test_dossiers_and_attachments_are_found_and_opened(
    qtbot: QtBot, open_page: Open, sample: tuple[Path, object]
) -> None:
    page = open_page(*sample)
    case_id = title_of(page, "宝安通")
    piece = next(p for p in page.desk.pieces(case_id) if p.media_type == "application/pdf")
    found = search(
        qtbot, page, "手機申報", attachments=True
    )  # traditional; the PDF is written in simplified characters
    assert (case_id, piece.member) in found
    assert all((one, "") in found for one, _ in found)
    chosen: list[tuple[str, str]] = []
    page.list.hit_chosen.connect(lambda *hit: chosen.append(hit))
    page.list.view.setCurrentIndex(page.list.filter.index(found.index((case_id, piece.member)), 0))
    assert chosen == [(case_id, piece.member)]
    assert (page.case, page.reader.tab) == (case_id, piece.member)
    view = page.reader.views.pdf
    with qtbot.waitSignal(view.marked, timeout=20_000) as marked:
        pass
    assert marked.args == [page.list.texts.index.count(case_id, piece.member, page.list.words)]


def test_enter_goes_to_the_first_case_then_from_hit_to_hit(
    qtbot: QtBot, open_page: Open, sample: tuple[Path, object]
) -> None:
    page = open_page(*sample)
    last = next(one for one in page.desk.order if page.desk.title(one) != "社区通")
    page.show_case(last)
    found = search(qtbot, page, "社區通")
    assert found[1] == (title_of(page, "社区通"), "dossier")
    page.list.search.setFocus()
    qtbot.keyClick(page.list.search, Qt.Key.Key_Return)
    assert page.case == found[0][0] != last
    marks = lambda: page.reader.views.dossier.marks  # noqa: E731
    qtbot.waitUntil(lambda: marks().current == 0)
    # The page has the title above the text.
    count = sum(page.list.texts.index.count(page.case, piece, ["社区通"]) for piece in ("title", "dossier"))
    qtbot.waitUntil(lambda: len(marks()) == count)
    assert count > 2
    qtbot.keyClick(page.list.search, Qt.Key.Key_Return)
    assert marks().current == 1
    qtbot.keyClick(page.scores, Qt.Key.Key_F3)
    assert marks().current == 2
    qtbot.keyClick(page.scores, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert marks().current == 1
    qtbot.keyClick(page.list.search, Qt.Key.Key_Escape)
    assert page.list.search.text() == ""
    assert len(marks()) == 0
    assert rows(page.list) == [(case_id, "") for case_id in page.desk.order]
    assert page.list.view.currentIndex().data(CaseRole.ID) == page.case


def test_f3_without_words_goes_to_the_search_field(
    qtbot: QtBot, open_page: Open, sample: tuple[Path, object]
) -> None:
    page = open_page(*sample)
    qtbot.keyClick(page, Qt.Key.Key_F3)
    assert QApplication.focusWidget() is page.list.search


def test_what_the_rows_say(qtbot: QtBot, open_page: Open, sample: tuple[Path, object]) -> None:
    page = open_page(*sample)
    case_id = title_of(page, "社区通")
    found = search(qtbot, page, "社區")
    assert found[0] == (case_id, "")  # all words in the title
    first = page.list.filter.index(0, 0)
    assert first.data(CaseRole.MARKS) == [(0, 2)]
    hit = page.list.filter.index(1, 0)
    snippet = hit.data(CaseRole.SNIPPET)
    assert {snippet.text[start:end] for start, end in snippet.marks} == {"社区"}
    count = hit.data(CaseRole.HITS)
    in_text = page.list.texts.index.count(case_id, "dossier", ["社区"])
    assert count == in_text + 1 > 2  # the title above the text is marked too
    spoken = hit.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith(f"{page.desk.number(case_id)}, Dossier, {count} hit")
    assert snippet.text in spoken


def test_a_place_keeps_its_words_and_an_organisation_is_shown_in_its_stead(
    qtbot: QtBot, open_page: Open, sample: tuple[Path, object]
) -> None:
    page = open_page(*sample)
    case_id = title_of(page, "文化嘉定云")
    for words, text in (("嘉定", "上海嘉定 · 网络服务"), ("嘉定區 政府", "…上海市嘉定区人民政府…")):
        row = search(qtbot, page, words).index((case_id, ""))
        snippet = page.list.filter.index(row, 0).data(CaseRole.SNIPPET)
        assert snippet.text == text
        assert "嘉定" in {text[start:end][:2] for start, end in snippet.marks}


@pytest.mark.parametrize("words", ["嘉定", "居民", "政府 服务", "社区通", "网络"])
def test_a_dossier_has_as_many_hits_as_its_page_has_marks(
    qtbot: QtBot, open_page: Open, sample: tuple[Path, object], words: str
) -> None:
    page = open_page(*sample)
    found = search(qtbot, page, words)
    dossiers = [place for place, (_, piece) in enumerate(found) if piece == "dossier"]
    assert dossiers
    for place in dossiers[:3]:
        index = page.list.filter.index(place, 0)
        count = index.data(CaseRole.HITS)
        page.list.view.setCurrentIndex(index)
        view = page.reader.views.dossier
        qtbot.waitUntil(lambda: page.reader._loaded == page.case and not view.setting.busy)  # noqa: B023
        assert (page.case, len(view.marks)) == (found[place][0], count)


def test_a_case_is_found_by_its_number(qtbot: QtBot, open_page: Open, sample: tuple[Path, object]) -> None:
    page = open_page(*sample)
    found = search(qtbot, page, "12")
    assert found[0] == (page.desk.order[11], "")
    assert page.list.filter.index(0, 0).data(CaseRole.NUMBERED)
    qtbot.keyClick(page.list.search, Qt.Key.Key_Return)
    assert page.case == page.desk.order[11]


def test_words_and_filters_hold_together(qtbot: QtBot, open_page: Open, sample: tuple[Path, object]) -> None:
    page = open_page(*sample)
    found = search(qtbot, page, "居民")
    doubtful, other = found[-2][0], page.desk.order[0]
    page.desk.change(doubtful, lambda session: session.set_doubtful(doubtful, True))
    page.show_case(other)
    chips = {chip.text(): chip for chip in page.list.chips.buttons()}
    chips["Doubtful"].click()
    assert {one for one, _ in rows(page.list)} == {doubtful}
    chips["Recused"].click()
    assert rows(page.list) == []  # no case is of that kind, with the words or without
    assert page.list.nothing.isVisible()
    assert search(qtbot, page, '没有 "这样的 词"', attachments=True) == []
    assert "没有 这样的 词" in page.list.nothing.text()
    chips["All"].click()
    page.list.clear_search()
    assert not page.list.nothing.isVisible()


def test_half_composed_text_is_not_searched(
    qtbot: QtBot, open_page: Open, sample: tuple[Path, object]
) -> None:
    page = open_page(*sample)
    field, searched = page.list.search, []
    page.list.searched.connect(searched.append)
    field.setText("居民")
    field.selectAll()
    field.setFocus()
    searched.clear()
    QApplication.sendEvent(
        field, QInputMethodEvent("she'qu", [])
    )  # takes the selection away, commits nothing yet
    assert field.text() == ""
    qtbot.wait(30)
    assert searched == []
    done = QInputMethodEvent("", [])
    done.setCommitString("社区")
    QApplication.sendEvent(field, done)
    qtbot.waitUntil(lambda: searched == [["社区"]])


def test_scans_pictures_and_damage_are_counted(qtbot: QtBot, open_page: Open, tmp_path: Path) -> None:
    scan = io.BytesIO()
    from PIL import Image

    Image.new("RGB", (300, 400), "white").save(scan, "PDF")
    package = small(
        tmp_path,
        {
            "年报.pdf": a_pdf(),
            "扫描.pdf": scan.getvalue(),
            "照片.png": a_png(),
            "坏.pdf": b"%PDF-1.4 nothing",
        },
    )
    page = open_page(*package)
    found = search(qtbot, page, "Page", attachments=True)
    assert [piece for _, piece in found if piece] == [
        piece.member
        for case_id in page.desk.order
        for piece in page.desk.pieces(case_id)
        if "年报" in piece.file_name
    ]
    gathered = page.list.texts.gathered
    assert gathered.attachments == (3, 3)
    assert len(gathered.without_text) == 2
    assert gathered.damaged == 1
    assert page.list.missing.isVisible()
    assert not page.list.reading.isVisible()


def test_leaving_stops_the_reading(qtbot: QtBot, open_page: Open, sample: tuple[Path, object]) -> None:
    page = open_page(*sample)
    page.list.texts.start()
    qtbot.waitUntil(lambda: page.list.texts.gathered.dossiers[0] > 0)
    page.list.stop()
    before = page.list.texts.gathered
    qtbot.wait(400)
    assert page.list.texts.gathered == before
    assert not before.complete


def test_a_large_round_is_searched_beside_the_window(
    qtbot: QtBot, open_page: Open, sample: tuple[Path, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("review_app.ui.expert.search_index.AT_ONCE", 1_000)
    page = open_page(*sample)
    search(qtbot, page, "居民", attachments=True)
    assert page.list.texts.is_large
    got: list[object] = []
    page.list.texts.search(["民"], lambda found: got.append("old"))
    page.list.texts.search(["居民"], lambda found: got.append({one.case_id for one in found}))
    assert got == []
    qtbot.waitUntil(lambda: bool(got))
    qtbot.wait(50)
    assert got == [{one.case_id for one in page.list.texts.index.search(["居民"])}]


def test_a_dossier_is_searched_as_it_is_read() -> None:
    text = "# 标题\n\n智能**交通**[信号](https://example.org)灯\n路口\n\n| 甲 | 乙 |\n| - | - |\n| 1 | 2 |\n"
    assert dossier_text(text) == "标题\n智能交通信号灯路口\n甲  乙\n1  2"


def test_how_far_the_texts_are_in_words() -> None:
    start = Gathered((3, 24), (0, 10))
    assert "3/24" in reading_words(start)
    middle = dataclasses.replace(start, dossiers=(24, 24), attachments=(7, 10))
    assert "7/10" in reading_words(middle)
    assert missing_words(middle) == ""
    end = dataclasses.replace(middle, attachments=(10, 10), without_text=("甲", "乙"), damaged=1)
    assert len(missing_words(end).splitlines()) == 2
    assert end.complete and not middle.complete


def test_the_search_keeps_nothing_on_disk(
    qtbot: QtBot, open_page: Open, sample: tuple[Path, object], tmp_path: Path
) -> None:
    import os

    page = open_page(*sample)
    search(qtbot, page, "居民", attachments=True)
    texts = "居民".encode()
    for folder in (Path(os.environ["REVIEW_APP_HOME"]), tmp_path):
        for file in folder.rglob("*"):
            assert not file.is_file() or texts not in file.read_bytes()
    assert isinstance(page.list.texts, CaseSearch)


def test_a_filter_ends_a_search_that_would_hide_all_its_cases(
    qtbot: QtBot, open_page: Open, sample: tuple[Path, object]
) -> None:
    page = open_page(*sample)
    found = {case_id for case_id, _ in search(qtbot, page, "武汉交警")}
    recused = next(case_id for case_id in page.desk.order if case_id not in found)
    page.desk.change(recused, lambda session: session.set_recused(recused, True))
    page.show_case(next(iter(found)))
    next(chip for chip in page.list.chips.buttons() if chip.text() == "Recused").click()
    assert not page.list.search.text()
    qtbot.waitUntil(lambda: {case_id for case_id, _ in rows(page.list)} == {recused})


def test_words_found_elsewhere_set_the_filter_aside_until_they_go(
    qtbot: QtBot, open_page: Open, sample: tuple[Path, object]
) -> None:
    page = open_page(*sample)
    cases, desk = page.list, page.desk
    found = {case_id for case_id, _ in search(qtbot, page, "武汉交警")}
    cases.clear_search()
    recused = next(case_id for case_id in desk.order if case_id not in found)
    desk.change(recused, lambda session: session.set_recused(recused, True))
    page.show_case(recused)
    chips = {chip.text(): chip for chip in cases.chips.buttons()}
    chips["Recused"].click()
    assert {case_id for case_id, _ in rows(cases)} == {recused}

    assert {case_id for case_id, _ in search(qtbot, page, "武汉交警")} == found
    assert chips["All"].isChecked()
    assert not cases.nothing.isVisible()
    assert cases.filter_foot.isVisible()
    said = cases.filter_foot.words.text()
    assert said.startswith('Not found among "Recused"')
    assert said in cases.view.accessibleDescription()
    assert cases.asked == ("武汉交警", 3)  # so that it is found again when the pages are built anew
    assert page.case == recused  # nobody is taken anywhere

    cases.clear_search()
    assert chips["Recused"].isChecked()
    assert {case_id for case_id, _ in rows(cases)} == {recused}
    assert not cases.filter_foot.words.text().startswith("Not found")


def test_a_filter_set_aside_is_back_with_words_that_its_cases_have(
    qtbot: QtBot, open_page: Open, sample: tuple[Path, object]
) -> None:
    page = open_page(*sample)
    cases, desk = page.list, page.desk
    found = {case_id for case_id, _ in search(qtbot, page, "武汉交警")}
    one = next(case_id for case_id in desk.order if case_id not in found)
    desk.change(one, lambda session: session.set_doubtful(one, True))
    chips = {chip.text(): chip for chip in cases.chips.buttons()}
    cases.clear_search()
    chips["Doubtful"].click()
    search(qtbot, page, "武汉交警")
    assert chips["All"].isChecked()
    assert {case_id for case_id, _ in search(qtbot, page, desk.title(one))} == {one}
    assert chips["Doubtful"].isChecked()
    search(qtbot, page, "武汉交警")
    chips["All"].click()  # chosen by hand it stays
    cases.clear_search()
    assert chips["All"].isChecked()
    assert len(rows(cases)) == len(desk.order)


def test_an_empty_list_has_the_way_out_that_helps(
    qtbot: QtBot, open_page: Open, sample: tuple[Path, object]
) -> None:
    page = open_page(*sample)
    cases = page.list
    search(qtbot, page, "政务")
    assert not cases.ways_out.isVisible()
    doubtful = next(chip for chip in cases.chips.buttons() if chip.text() == "Doubtful")
    doubtful.click()
    assert cases.filter.rowCount() == 0
    assert cases.nothing.text() == "Nothing here."  # with the words or without
    assert cases.choose_all.isVisible() and not cases.clear_words.isVisible()
    search(qtbot, page, "这样的词哪里都没有", attachments=True)
    assert cases.clear_words.isVisible() and not cases.choose_all.isVisible()
    cases.clear_words.click()
    assert not cases.search.text()
    assert cases.choose_all.isVisible() and not cases.clear_words.isVisible()
    cases.choose_all.click()
    assert cases.filter.rowCount() == len(page.desk.order)
    assert not cases.ways_out.isVisible()
