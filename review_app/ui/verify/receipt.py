"""What an archive says of a receipt, in words that help whoever typed it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from review_app.model.box.states import State
from review_app.model.crypto.base32 import canonical
from review_app.model.errors import ReviewError
from review_app.model.result.lookup import LookedUp, look_up
from review_app.model.result.verify import ArchiveReport
from review_app.model.text import visible
from review_app.ui.errors import sentences
from review_app.ui.organizer.box.words import state_meaning, state_name
from review_app.ui.verify.words import Line, Tone

translate = QCoreApplication.translate
SYMBOLS = 12


def is_typed(text: str) -> bool:
    """Whether so much of a receipt is there that an answer is wanted."""
    return len(canonical(text.partition("/")[0])) >= SYMBOLS


def receipt_lines(report: ArchiveReport, typed: str) -> list[Line]:
    """Where a receipt stands, or what to look for when it isn't there."""
    try:
        found = look_up(report, typed)
    except ReviewError as failure:
        text = sentences(failure)
        return [Line("attention", f"{text.what} {text.next}".strip())]
    shown = visible(typed.strip(), 40)
    match found.kind:
        case "found":
            return [_found(report, found, shown)]
        case "revision":
            words = translate(
                "verify",
                "The twelve symbols are right, the revision is not: in the archive this is {receipt}. Every revision "
                "has symbols of its own.",
            )
            line = Line("attention", words.format(receipt=found.receipt))
            return [line, _found(report, found, found.receipt or "")]
        case "near":
            words = translate(
                "verify",
                "{typed} is not in this archive, but {receipt} is, which differs in one place. Compare it with your "
                "receipt, symbol by symbol.",
            )
            return [Line("attention", words.format(typed=shown, receipt=found.receipt))]
        case "delivery":
            words = translate(
                "verify",
                "This is a delivery code: the file you sent has arrived and stands in the box record. The receipt is "
                "the code beside it.",
            )
            return [Line("attention", words)]
        case "missing":
            words = translate(
                "verify",
                "{receipt} is not in this archive. First compare it with your receipt, symbol by symbol: it has no "
                "letters I, L, O and U. If every symbol is right, tell the organizer and a witness.",
            )
            return [Line("attention", words.format(receipt=shown))]


def _found(report: ArchiveReport, found: LookedUp, shown: str) -> Line:
    assert found.state is not None
    words = (
        translate("verify", "{receipt} is in the archive: {state}. {meaning}")
        if report.counted
        else translate("verify", "{receipt} is on the list; the organizer states: {state}. {meaning}")
    )
    tone: Tone = "done" if found.state is State.ACCEPTED and report.counted else "open"
    name, meaning = state_name(found.state), state_meaning(found.state)
    return Line(tone, words.format(receipt=shown, state=name, meaning=meaning))
