"""The sample campaign from the nomination forms to the opened box, once by the pages alone and once by verbs alone:
both ways come to the same documents.

The pages are those of a real window, reached from another process by the keyboard and nothing else; files go in and out
by the program's own dialogs, in which their names are typed.  The verbs are the command line.

What is drawn by lot can't be the same twice, so both ways share it from where it is drawn.  Until then each has a
workspace of its own, made from the same files.  Once the pages have drawn the cards and the window is closed, the
verbs go on in a copy of that workspace with the same card files.  Each way then builds a package of its own (its keys
and salts are drawn anew), the sample's invented experts score either one through the real store, with the same card
for the same expert, and their sheets go into the box that they belong to.  Receipts and delivery codes are therefore
compared by whose they are, and everything else as it stands.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from review_app.model.box.record import record_digest
from review_app.model.crypto.ballot_card import derive, parse_card
from review_app.model.files import asset_path
from tests.model.nomination.test_forms import fill_docx, fill_xlsx
from tests.ui.desktop.screen import MISSING, Program, Screen

pytest.importorskip("jeepney", reason="comes with keyring on Linux only")
from tests.ui.desktop.hands import Hands
from tests.ui.desktop.screen_reader import LAUNCHER, ScreenReader
from tests.ui.organizer.by_pages import Pages
from tests.ui.organizer.by_verbs import Verbs
from tests.ui.organizer.same_campaign import (
    BACK,
    BY_VOTES,
    COVERAGE,
    EXPERTS,
    OUT_OF_SCOPE,
    RESERVE,
    SCOPE,
    SEATS,
    SEED,
    Papers,
    filled,
    receipts_of,
    told_by,
)

pytestmark = [
    pytest.mark.window,
    pytest.mark.xdist_group("screen"),
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
    pytest.mark.skipif(not LAUNCHER.exists(), reason="not installed: at-spi2-core"),
]


@pytest.fixture
def hands(screen: Screen) -> Iterator[Hands]:
    screen.environment["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    reader = ScreenReader(screen)
    yield Hands(screen, reader)
    reader.close()


def titles_of(document: dict[str, Any], cases: list[str]) -> list[str]:
    """The titles of cases, as the list of nominations has them."""
    titles = {one["case"]: one["title"] for one in document["submissions"]}
    return [titles[case] for case in cases]


def test_by_pages_and_by_verbs_it_comes_to_the_same(
    hands: Hands, tmp_path: Path, review_app_home: Path
) -> None:
    papers = Papers(tmp_path / "papers")
    pages, workspace = Pages(hands), review_app_home / "sample-campaign"
    word, workbook, cards = tmp_path / "form.docx", tmp_path / "form.xlsx", tmp_path / "cards"
    forms = [tmp_path / "filled.docx", tmp_path / "filled.xlsx"]
    by_pages, by_verbs = Verbs(review_app_home, workspace), Verbs(tmp_path / "home", tmp_path / "by-verbs")

    with Program(hands.screen, tmp_path / "first", []) as program:
        pages.begin()
        pages.save_forms(word, workbook)
        forms[0].write_bytes(fill_docx(word.read_bytes(), *filled("甲")))
        forms[1].write_bytes(fill_xlsx(workbook.read_bytes(), *filled("乙")))
        by_verbs.until_cards(tmp_path, forms, papers)
        expected = by_verbs.json("submissions")
        pages.take_in([asset_path("sample/nominations")], 40)
        pages.take_in(forms, 2)
        pages.accept()
        (returned,) = [one for one in expected["submissions"] if one["state"] == "returned"]
        pages.send_back(returned["title"], BACK)
        hands.station("Shortlist")
        pages.open_round(1, SCOPE)
        pages.name_panel(papers.panel, len(papers.members))
        pages.read_votes(papers.votes[0])
        pages.take_suggestions(BY_VOTES)
        pages.drop(titles_of(expected, by_verbs.form_cases()), OUT_OF_SCOPE)
        pages.close_round(1)
        pages.open_round(2, COVERAGE)
        pages.read_votes(papers.votes[1])
        pages.vote_all(len(papers.members))
        pages.take_suggestions(SEATS)
        pages.close_round(2)
        pages.freeze(SEED, 24)
        cards.mkdir()
        pages.draw_cards(cards)
        pages.quit(program)

    for form in (word, workbook):
        by_verbs.run("form", "-o", tmp_path / f"by-verbs{form.suffix}")
        assert (tmp_path / f"by-verbs{form.suffix}").read_bytes() == form.read_bytes()
    for verb, *arguments in (("submissions",), ("shortlist", "show"), ("shortlist", "show", "--stage", "1")):
        assert by_pages.json(verb, *arguments) == by_verbs.json(verb, *arguments)
    assert by_pages.json("submissions")["counts"]["returned"] == 1
    assert by_pages.json("shortlist", "show")["drawn"]["seed"] == SEED

    shutil.copytree(workspace, tmp_path / "by-verbs-too")
    by_verbs = Verbs(review_app_home, tmp_path / "by-verbs-too")
    drawn = [parse_card(file.read_text("utf-8")) for file in sorted((cards / "card-files").iterdir())]
    round_ = by_verbs.json("round", "show")
    assert (round_["state"], len(drawn)) == ("cards", EXPERTS + RESERVE)
    stub = derive(drawn[1], round_["round_id"], round_["organizer"]).lookup[:8]

    ours, theirs = tmp_path / "pages" / "round.casepkg", tmp_path / "verbs" / "round.casepkg"
    for package in (ours, theirs):
        package.parent.mkdir()
    with Program(hands.screen, tmp_path / "second", [str(workspace)]) as program:
        hands.screen.window("Overview - Case review")
        pages.build(ours)
        whose_ours = receipts_of(ours, drawn[:EXPERTS], ours.parent)
        pages.withdraw(stub)
        pages.open_box(ours.parent / "sheets", EXPERTS + 1, ours.with_suffix(".jws"))
        pages.quit(program)
    whose_theirs = by_verbs.until_opened(theirs, drawn[:EXPERTS], stub)

    boxes = [
        told_by(whose, verbs.json("box", "list"))
        for whose, verbs in ((whose_ours, by_pages), (whose_theirs, by_verbs))
    ]
    assert boxes[0] == boxes[1]
    assert {each["state"] for each in boxes[0]["sheets"]} == {"accepted", "superseded", "withdrawn-card"}
    rankings = [verbs.json("rank") for verbs in (by_pages, by_verbs)]
    assert rankings[0] == rankings[1] and len(rankings[0]["ranking"]) == 24
    handed_out = record_digest(ours.with_suffix(".jws").read_bytes())
    assert handed_out == by_pages.json("box", "record")["record_digest"]
    for verbs in (by_pages, by_verbs):
        assert verbs.json("log", "verify")["holds"] is True
