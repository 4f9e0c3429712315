"""An evening with the program: the sample round from the card to the box, in a real window, with a keyboard only.

Keys come from the X server.  What is on the screen is asked over the accessibility bus from another process, as a
screen reader asks: which case the list has chosen, what the dossier's page says, which row has the focus and which
score it shows.  Inside the program there is a heartbeat and nothing else; from outside, strace sees who calls whom.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from review_app.model.box.judge import JudgedSheet
from review_app.model.box.states import State
from review_app.model.crypto.ballot_card import BallotCard
from review_app.model.crypto.vault import Unlocker
from review_app.model.package.manifest import PackageCase
from review_app.model.sample.campaign import decide_shortlist, make_workspace, nominate, prepare_round
from review_app.model.scoring.session import ReviewSession
from review_app.model.workspace import Workspace
from review_app.model.workspace.rounds import Round
from tests.ui.desktop.screen import MISSING, Program, Screen, wait_for

pytest.importorskip("jeepney", reason="comes with keyring on Linux only")
from tests.ui.desktop.screen_reader import FOCUSED, LAUNCHER, Node, ScreenReader

pytestmark = [
    pytest.mark.window,
    pytest.mark.xdist_group("screen"),
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
    pytest.mark.skipif(not LAUNCHER.exists(), reason="not installed: at-spi2-core"),
]

MOST_KEYS = 7
"""Key presses that a case may cost."""
LONGEST_GAP = 2.0
"""Seconds that the window's thread may be silent on a crowded machine, under strace; a freeze is longer.  On a quiet
one ``benchmarks`` holds it to 0.5."""


@dataclass
class Campaign:
    """The sample campaign as its organizer has it, a package of it, and a card."""

    workspace: Workspace
    round: Round
    package: Path
    card: BallotCard

    @property
    def cases(self) -> dict[str, PackageCase]:
        """The candidates by title, as a reader of the screen knows them."""
        return {case.title: case for case in self.round.manifest.cases}

    def opened(self, sheet: Path) -> JudgedSheet:
        """The sheet put into the ballot box, and the box opened."""
        counting = self.workspace.counting
        counting.take_in(self.round, [sheet.read_bytes()])
        counting.close(self.round)
        electorate = counting.electorate(self.round)  # out of the record in the box: before it is held here
        with counting.box(self.round) as box:
            (judged,) = box.judge(electorate, self.round.sealing_identities())
        return judged


@pytest.fixture
def campaign(tmp_path: Path) -> Iterator[Campaign]:
    unlocker = Unlocker(home=tmp_path / "organizer")
    with make_workspace(tmp_path / "workspace", unlocker) as workspace:
        nominate(workspace)
        decide_shortlist(workspace)
        round_, drawn = prepare_round(workspace)
        package = tmp_path / "sample.casepkg"
        workspace.packing.pack(round_, package)
        yield Campaign(workspace, round_, package, drawn.files[0].card)


@pytest.fixture
def reader(screen: Screen) -> Iterator[ScreenReader]:
    made = ScreenReader(screen)
    yield made
    made.close()


class Table:
    """The page on which one reads and scores, as it presents itself."""

    def __init__(self, window: Node, criteria: list[str]) -> None:
        self._window = window
        self._list = window.find(
            lambda node: node.role == "list" and node.name == "Cases", "the list of cases"
        )
        self._dossier = window.find(lambda node: node.name == "Dossier" and _is_text(node), "the dossier")
        self._rows = [
            window.find(lambda node, name=name: node.name.startswith(f"{name}: "), f"the row of {name}")
            for name in criteria
        ]

    @property
    def chosen(self) -> str:
        """The title that the list has chosen.  It says ``number, title, how far``."""
        return self._list.selected().name.split(", ", 1)[1].rsplit(", ", 1)[0]

    @property
    def place(self) -> int:
        """The number of the chosen case in the list."""
        return int(self._list.selected().name.split(", ", 1)[0])

    def shows_dossier_of(self, title: str) -> bool:
        """Whether the page under the reader's eyes is this case's: its title stands in the first lines."""
        return title in self._dossier.text[:200].replace("\u2029", "\n").splitlines()

    def said(self, criterion: int) -> str:
        """What a row says of itself: ``Innovation: 7 of 10``."""
        return self._rows[criterion].name

    def has_focus(self, criterion: int) -> bool:
        """Whether the next digit goes to this row."""
        return self._rows[criterion].has(FOCUSED)


def _is_text(node: Node) -> bool:
    return node.role != "check box"


def _enter(screen: Screen, card: BallotCard) -> None:
    """From the card's page to the first case."""
    screen.window("Ballot card - Case review")
    screen.type(card.printed().lower())
    screen.keys("Return")
    screen.window("^Case review$")
    screen.keys("Return")
    screen.window("Read and score - Case review")


def _export(screen: Screen, sheet: Path) -> None:
    """From anywhere in the round to the written sheet."""
    screen.keys("ctrl+3")
    screen.window("Sign and export - Case review")
    screen.keys("Return")
    screen.window("Save the score sheet")
    screen.keys("ctrl+a")
    screen.type(str(sheet))
    screen.keys("Return")
    wait_for(sheet.exists, lambda: f"no sheet; windows: {screen.titles()}")
    screen.window("Sign and export - Case review")


def _quit(screen: Screen, program: Program) -> None:
    screen.keys("ctrl+q")
    assert program.ended() == 0
    assert "Traceback" not in program.complaints


def _can_trace() -> bool:
    return (
        shutil.which("strace") is not None
        and not subprocess.run(["strace", "true"], stderr=subprocess.DEVNULL).returncode
    )


def score_of(title: str, criterion: int) -> int:
    """What is typed for a case: another pattern for almost every one, ten among them."""
    return 1 + (sum(title.encode()) * (criterion + 3) // 7 + criterion) % 10


def test_all_cases_scored_and_the_sheet_found_in_the_box(
    screen: Screen, reader: ScreenReader, campaign: Campaign, tmp_path: Path
) -> None:
    criteria = [criterion.name_en or criterion.name for criterion in campaign.round.terms.rubric.criteria]
    cases, done, sheet = campaign.cases, list[str](), tmp_path / "mine.scoresheet"
    trace = _can_trace()
    with Program(screen, tmp_path / "watched", [str(campaign.package)], trace=trace) as program:
        _enter(screen, campaign.card)
        table = Table(reader.window(), criteria)
        while len(done) < len(cases):
            title = str(
                wait_for(lambda: table.chosen if table.chosen not in done else "", "the same case again")
            )
            assert title in cases and table.place == len(done) + 1
            wait_for(lambda title=title: table.shows_dossier_of(title), f"another dossier beside {title}")
            pressed = 0
            for criterion, name in enumerate(criteria):
                wait_for(lambda place=criterion: table.has_focus(place), f"{title}: {name} has no focus")
                assert table.chosen == title and table.shows_dossier_of(title)
                assert table.said(criterion) == f"{name}: not scored"
                value = score_of(title, criterion)
                screen.keys(str(value % 10))
                pressed += 1
                said = f"{name}: {value} of 10"
                wait_for(lambda place=criterion, said=said: table.said(place) == said, f"{title}: no {said}")
            screen.keys("ctrl+Down")
            pressed += 1
            assert pressed <= MOST_KEYS
            done.append(title)
        screen.window("Check - Case review")
        _export(screen, sheet)
        _quit(screen, program)

    judged = campaign.opened(sheet)
    assert judged.state is State.ACCEPTED
    assert judged.judged is not None and judged.judged.scores is not None
    assert {row.case: row.scores for row in judged.judged.scores.rows if row.state == "scored"} == {
        case.id: [score_of(title, criterion) for criterion in range(len(criteria))]
        for title, case in cases.items()
    }
    assert program.beats.count > 100
    assert program.beats.longest < LONGEST_GAP, program.beats.gaps
    if trace:
        assert called(program.trace) == set()
    with ReviewSession.open(campaign.package, campaign.card) as session:
        assert [each.revision for each in session.meta.exported] == [1]


def called(trace: Path) -> set[str]:
    """Who was called otherwise than by a local socket (display, session bus): lines of strace, the program's and its
    children's.  A socket of another family counts, whether or not it was ever connected."""
    calls = re.findall(r"^\d+ +((?:socket|connect|bind)\(.*)$", trace.read_text("utf-8"), re.MULTILINE)
    assert any("AF_UNIX" in call for call in calls), "the display itself is called by a socket"
    return {call for call in calls if "AF_UNIX" not in call and "AF_LOCAL" not in call}


def test_a_comment_and_a_recusal(
    screen: Screen, reader: ScreenReader, campaign: Campaign, tmp_path: Path
) -> None:
    """Both by Tab and the space bar, as one who doesn't know the shortcuts does it."""
    with ReviewSession.open(campaign.package, campaign.card) as session:
        first, second, *rest = session.reading_order
        for case_id in (first, *rest):
            for criterion in range(5):
                session.set_score(case_id, criterion, 6)
        session.remember_case(first)
    sheet = tmp_path / "mine.scoresheet"
    with Program(screen, tmp_path / "watched", [str(campaign.package)]) as program:
        screen.window("Ballot card - Case review")
        screen.type(campaign.card.printed())
        screen.keys("Return")
        screen.window("Read and score - Case review")
        window = reader.window()
        _tab_to(screen, window, "Comment")
        screen.type("checked twice")
        screen.keys("alt+Down")
        _tab_to(screen, window, "Recuse myself")
        screen.keys("space")
        cases = {case.id: title for title, case in campaign.cases.items()}
        item = window.find(
            lambda node: node.role == "list item" and cases[second] in node.name, cases[second]
        )
        wait_for(lambda: "recused" in item.name.lower(), "the list doesn't say so")
        _export(screen, sheet)
        _quit(screen, program)
    judged = campaign.opened(sheet)
    assert judged.state is State.ACCEPTED
    assert judged.judged is not None and judged.judged.scores is not None
    states = {row.case: row.state for row in judged.judged.scores.rows}
    assert states == {case_id: "recused" if case_id == second else "scored" for case_id in states}
    assert [(comment.case, comment.text) for comment in judged.comments] == [(first, "checked twice")]


def _tab_to(screen: Screen, window: Node, name: str) -> None:
    """Presses Tab until what has the focus is called ``name``."""
    wanted = window.find(lambda node: node.name == name and _is_control(node), name)
    for _ in range(60):
        if wanted.has(FOCUSED):
            return
        screen.keys("Tab")
    raise AssertionError(f"no Tab leads to {name}")


def _is_control(node: Node) -> bool:
    return node.role not in ("label", "filler")
