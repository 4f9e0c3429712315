"""What a tally amounts to, by a rule that is said aloud: looked at, and taken only when somebody takes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from review_app.model.workspace.ballots import Tally

DecisionKind = Literal["keep", "hold", "drop"]
Why = Literal["majority-for", "majority-against", "no-majority", "over-quota", "tie-at-quota"]


class Suggestion(NamedTuple):
    """What a tally amounts to, and why; never a decision."""

    decision: DecisionKind
    why: Why


def suggest(tallies: Mapping[str, Tally], seats: int) -> dict[str, Suggestion]:
    """Kept when more than half recommend it, dropped when more than half drop it, held otherwise.

    ``tallies`` are those with ballots, by case id.  Where more would be kept than there are ``seats``, those with the
    least support are held, and so are all who are equal at the line.
    """
    found = {case_id: _majority(tally) for case_id, tally in tallies.items()}
    kept = [case_id for case_id, suggestion in found.items() if suggestion.decision == "keep"]
    kept.sort(key=lambda case_id: tallies[case_id].support, reverse=True)
    seats = max(seats, 0)
    if len(kept) <= seats:
        return found
    line = tallies[kept[seats]].support
    tied = seats > 0 and tallies[kept[seats - 1]].support == line
    for place, case_id in enumerate(kept):
        if tied and tallies[case_id].support == line:
            found[case_id] = Suggestion("hold", "tie-at-quota")
        elif place >= seats:
            found[case_id] = Suggestion("hold", "over-quota")
    return found


def _majority(tally: Tally) -> Suggestion:
    if 2 * tally.recommend > tally.cast:
        return Suggestion("keep", "majority-for")
    if 2 * tally.drop > tally.cast:
        return Suggestion("drop", "majority-against")
    return Suggestion("hold", "no-majority")
