"""Where the box of a round lies, and whether its record has been signed."""

from __future__ import annotations

from pathlib import Path

from review_app.model.errors import UsageError
from review_app.model.workspace.context import Context
from review_app.model.workspace.rounds import Round


def box_file(context: Context, round_: Round) -> Path:
    """The file of the box; it is made with the first look into it."""
    return context.folder / f"box-{round_.number}.sqlite"


def require_unsigned(context: Context, round_: Round) -> None:
    """Raises UsageError ``box-already-closed`` where the box record is signed although the round doesn't say so.

    Closing was cut off then: what comes now would not stand in the record, and closing again brings it to its end.
    """
    path = box_file(context, round_)
    if round_.state != "packed" or not path.exists():
        return
    from review_app.model.box.ballot_box import BallotBox  # loads what opens sheets: not at every start

    with BallotBox(path, round_.id, read_only=context.read_only) as box:
        if box.record is not None:
            raise UsageError("box-already-closed")
