"""The Big List of Naughty Strings through every text an expert writes: field, store, sheet, box, published remarks.

``vectors/naughty-strings`` is github.com/minimaxir/big-list-of-naughty-strings (MIT, see LICENSE there).

What a field keeps is stated by :func:`kept`: line breaks of every kind are one, halves of characters (lone surrogates)
are left out, all else stays to the character.  A comment of nothing but blanks is stored and not sent.  What the fields
of the window can't produce comes by the command line or not at all: there lone surrogates are U+FFFD.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from review_app.model.box.judge import JudgedSheet
from review_app.model.canonical import decode
from review_app.model.container import Container
from review_app.model.scoring.session import ReviewSession
from review_app.model.scoring.sheet import Comment
from review_app.ui import language, theme
from review_app.ui.expert.desk import Desk
from review_app.ui.expert.notes_page import NotesPage
from review_app.ui.expert.score_panel import ScorePanel
from review_app.ui.expert.writing import WritingField
from tests.rounds import SmallRound, small_round

VECTORS = Path(__file__).with_name("vectors") / "naughty-strings" / "blns.json"
STRINGS: list[str] = json.loads(VECTORS.read_text("utf-8"))
MORE = [
    "\0",
    "a\0b\0",
    "\x01\x02\x08\x1b[31m\x7f",
    "\ud800",
    "a\udfffb",
    "\ud83d",
    "a\r\nb\rc\nd\u2028e\u2029f",
    "\ufdd0a\ufdd1",
    "\ufeff",
    "\ufeffab\ufeff",
    "\ufffe",
    "\ufffeab",
    "\uffff\ufffc",
    "\u00a0a\u00a0\u202f",
    "\n\n",
    " \t ",
    "👩‍👩‍👧‍👦🏳️‍🌈" * 10,
    "e\u0301" * 30,
]
ALL = [*STRINGS, *MORE]
HALF = (len(ALL) + 1) // 2
BREAKS = re.compile("\r\n|[\r\u2029\ufdd0\ufdd1]")


def kept(text: str) -> str:
    """What a field of the window keeps of ``text``."""
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    return BREAKS.sub("\n", whole)


def put(field: WritingField, text: str) -> None:
    """Types, as an input method does.  Qt's Python binding takes a first U+FEFF or U+FFFE for a byte order mark, so
    such a text comes behind a letter that is then rubbed out."""
    marked = text.startswith(("\ufeff", "\ufffe"))
    event = QInputMethodEvent()
    event.setCommitString("-" + text if marked else text)
    QApplication.sendEvent(field, event)
    if marked:
        cursor = field.textCursor()
        cursor.setPosition(0)
        cursor.deleteChar()


@dataclass
class Evening:
    """One expert's round in which every case has a naughty comment and the next one as a note."""

    a_round: SmallRound
    package: Path
    home: Path
    strings: list[str]

    def session(self) -> ReviewSession:
        return ReviewSession.open(self.package, self.a_round.cards[0], self.home)

    def expected(self) -> dict[str, tuple[str, str]]:
        """Comment and note of each case."""
        following = [*self.strings[1:], self.strings[0]]
        pairs = zip(self.strings, following, strict=True)
        return {f"case-{n}": (kept(one), kept(other)) for n, (one, other) in enumerate(pairs, start=1)}


@pytest.fixture(scope="module", params=[0, 1])
def evening(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Evening:
    """Half of the strings, written in the real fields and saved by the window's desk."""
    strings = ALL[request.param * HALF :][:HALF]
    folder = tmp_path_factory.mktemp("naughty")
    a_round = small_round(cards=1, cases=len(strings), comment_limit=400)
    package = folder / "round.casepkg"
    package.write_bytes(a_round.package)
    return Evening(a_round, package, folder, strings)


@pytest.fixture
def written(evening: Evening, qtbot: QtBot) -> Evening:
    """The evening, after it was written (once)."""
    if not (evening.home / "rounds").exists():
        theme.install(QApplication.instance(), "light")  # type: ignore[arg-type]
        language.install("en")
        with evening.session() as session:
            desk = Desk(session)
            for case_id, comment, note in write(desk, evening, qtbot):
                state = desk.state(case_id)
                assert (state.comment, state.note) == (comment, note), ascii((comment, note))
            assert desk.wait_saved()
            desk.stop()
    return evening


def write(desk: Desk, evening: Evening, qtbot: QtBot) -> Iterator[tuple[str, str, str]]:
    panel, notes = ScorePanel(desk), NotesPage(desk)
    for widget in (panel, notes):
        qtbot.addWidget(widget)
        widget.show()
    following = [*evening.strings[1:], evening.strings[0]]
    for (case_id, expected), text, other in zip(
        evening.expected().items(), evening.strings, following, strict=True
    ):
        panel.show_case(case_id)
        notes.show_case(case_id)
        put(panel.comment.field, text)
        put(notes.field, other)
        panel.flush()
        notes.flush()
        assert (panel.unsaved, notes.unsaved) == (False, False), ascii((case_id, text, other))
        yield case_id, *expected


def test_fields_hold_every_string_and_show_it_again(written: Evening, qtbot: QtBot) -> None:
    with written.session() as session:
        desk = Desk(session)
        panel, notes = ScorePanel(desk), NotesPage(desk)
        qtbot.addWidget(panel)
        qtbot.addWidget(notes)
        for case_id, (comment, note) in written.expected().items():
            panel.show_case(case_id)
            notes.show_case(case_id)
            assert panel.comment.field.text() == comment
            assert notes.field.text() == note
            assert not panel.comment.field.dirty and not notes.field.dirty
        desk.stop()
        assert {case: (state.comment, state.note) for case, state in session.states().items()} == (
            written.expected()
        )


def test_the_sheet_the_box_and_the_published_remarks_have_every_comment(
    written: Evening, tmp_path: Path
) -> None:
    sheet = tmp_path / "mine.scoresheet"
    with written.session() as session:
        for case_id in session.reading_order:
            session.set_recused(case_id, True)
        session.export(sheet)
    comments = {case: comment for case, (comment, _) in written.expected().items() if comment.strip()}
    body = written.a_round.body(sheet.read_bytes())
    assert {each.case: each.text for each in body.remarks.comments} == comments
    record, judged = written.a_round.judged(tmp_path, [sheet.read_bytes()])
    assert [each.state for each in judged] == ["accepted"]
    content, _ = written.a_round.archive(record, judged)
    (tmp_path / "a.results").write_bytes(content)
    with Container.open(tmp_path / "a.results") as container:
        remarks = decode(container.read("remarks.json"), list[Comment], "remarks")
    assert {each.case: each.text for each in remarks} == comments
    assert isinstance(judged[0], JudgedSheet)


def test_a_backup_takes_every_string_along(written: Evening, tmp_path: Path) -> None:
    with written.session() as session:
        session.make_backup(tmp_path / "b.scorebackup")
        states = session.states()
    with ReviewSession.open(written.package, written.a_round.cards[0], tmp_path) as elsewhere:
        elsewhere.restore_backup((tmp_path / "b.scorebackup").read_bytes())
        assert elsewhere.states() == states


def test_typing_over_a_stored_string_changes_nothing_else(written: Evening, qtbot: QtBot) -> None:
    """A text that came back from the store takes one more letter at its end and is otherwise itself."""
    with written.session() as session:
        desk = Desk(session)
        notes = NotesPage(desk)
        qtbot.addWidget(notes)
        for case_id, (_, note) in list(written.expected().items())[::7]:
            notes.show_case(case_id)
            cursor = notes.field.textCursor()
            cursor.movePosition(cursor.MoveOperation.End)
            notes.field.setTextCursor(cursor)
            qtbot.keyClick(notes.field, Qt.Key.Key_A)
            notes.flush()
            assert desk.state(case_id).note == note + "a"
            desk.undo()
            notes.show_case(case_id)
            assert notes.field.text() == note
        desk.stop()


def test_own_institutions_and_reasons(evening: Evening, tmp_path: Path) -> None:
    """The other texts an expert may give; lone surrogates become U+FFFD there."""
    with ReviewSession.open(evening.package, evening.a_round.cards[0], tmp_path) as session:
        for text in evening.strings:
            given = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
            session.set_affiliations([text[:200]])
            assert session.affiliations == tuple(name for name in (given[:200].strip(),) if name)
            session.suggested_recusals()
            session.set_recused("case-1", True, text)
            assert session.state("case-1").recusal_reason == given
