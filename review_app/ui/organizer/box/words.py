"""What each state of a sheet means, and what to do about it, in plain words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from review_app.model.box.states import State


def state_name(state: State) -> str:
    """The state in a word or two."""
    return _texts()[state][0]


def state_meaning(state: State) -> str:
    """What the state means."""
    return _texts()[state][1]


def state_advice(state: State) -> str:
    """What to do about it, "" where there is nothing to do."""
    return _texts()[state][2]


def _texts() -> dict[State, tuple[str, str, str]]:
    translate = QCoreApplication.translate
    names = {
        State.ACCEPTED: (
            translate("BoxState", "accepted"),
            translate(
                "BoxState", "Signed by an issued card, complete, and the latest of its card: it counts."
            ),
            "",
        ),
        State.SUPERSEDED: (
            translate("BoxState", "superseded"),
            translate("BoxState", "The same card sent a later revision; only that one counts."),
            "",
        ),
        State.CONFLICT: (
            translate("BoxState", "conflict"),
            translate(
                "BoxState", "One card signed two different sheets of the same revision; neither counts."
            ),
            translate(
                "BoxState",
                "Nobody can say which was meant. Somebody else may have had the card: tell the witnesses.",
            ),
        ),
        State.SAME_AGAIN: (
            translate("BoxState", "same again"),
            translate("BoxState", "The same signed scores came in another envelope; they count once."),
            "",
        ),
        State.LATE: (
            translate("BoxState", "late"),
            translate("BoxState", "Came after intake was closed. It was kept sealed and does not count."),
            translate("BoxState", "Tell the experts that some sheets came too late; nobody knows whose."),
        ),
        State.WITHDRAWN_CARD: (
            translate("BoxState", "withdrawn card"),
            translate("BoxState", "Signed by a card that was withdrawn before intake was closed."),
            translate(
                "BoxState", "Expected where a lost card was found after all; otherwise tell the witnesses."
            ),
        ),
        State.NOT_A_SHEET: (
            translate("BoxState", "not a sheet"),
            translate("BoxState", "The file is not a score sheet."),
            "",
        ),
        State.DAMAGED: (
            translate("BoxState", "damaged"),
            translate("BoxState", "Whole on arrival, yet it does not open, or what is inside does not hold."),
            translate(
                "BoxState", "Made or changed by another program. Keep the file, and tell the witnesses."
            ),
        ),
        State.UNKNOWN_VERSION: (
            translate("BoxState", "unknown version"),
            translate("BoxState", "Made by a version of the program that this one does not know."),
            translate("BoxState", "Open the box with the newest version of the program."),
        ),
        State.TOO_LARGE: (
            translate("BoxState", "too large"),
            translate("BoxState", "Larger inside than all sheets of this round are."),
            translate(
                "BoxState", "Made or changed by another program. Keep the file, and tell the witnesses."
            ),
        ),
        State.OTHER_ROUND: (
            translate("BoxState", "other round"),
            translate("BoxState", "Signed for another round of scoring."),
            translate("BoxState", "Somebody used an old card or an old package."),
        ),
        State.OTHER_TERMS: (
            translate("BoxState", "other terms"),
            translate("BoxState", "Scored in a package with other terms than the one that was sent out."),
            translate(
                "BoxState",
                "Compare the fingerprint of the package with the experts: somebody had a different one.",
            ),
        ),
        State.NOT_ADMITTED: (
            translate("BoxState", "not admitted"),
            translate("BoxState", "Signed by a card that was never issued for this round."),
            translate("BoxState", "It can't be made to count. Tell the witnesses."),
        ),
        State.BAD_SIGNATURE: (
            translate("BoxState", "bad signature"),
            translate("BoxState", "The signature does not belong to the scores."),
            translate(
                "BoxState", "Made or changed by another program. Keep the file, and tell the witnesses."
            ),
        ),
        State.INCOMPLETE: (
            translate("BoxState", "incomplete"),
            translate("BoxState", "A case or a criterion has no score, no recusal and no abstention."),
            translate("BoxState", "The program exports no such sheet: it was made by another one."),
        ),
        State.OUT_OF_RANGE: (
            translate("BoxState", "out of range"),
            translate("BoxState", "A score is not on the scale."),
            translate("BoxState", "The program exports no such sheet: it was made by another one."),
        ),
    }
    return names
