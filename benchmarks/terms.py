"""Terms for the benchmarks: the program's own rubric and rule, and cards whose keys somebody holds."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from review_app.model.rubric import load_rubric, load_rule
from review_app.model.terms import (
    COMMENT_LIMIT,
    Admission,
    Candidate,
    Terms,
    sheet_size_for,
    slip_name,
)


def terms_for(
    round_id: str,
    candidates: Sequence[Candidate],
    cards: Collection[bytes],
    sealing: str,
    manifest: str = "0" * 64,
) -> Terms:
    """The terms of a final round; ``cards`` are their public signing keys, ``sealing`` is the recipient of sheets,
    ``manifest`` the digest of a package's manifest."""
    rubric = load_rubric()
    return Terms(
        format="terms/0",
        round_id=round_id,
        kind="final",
        title="基准",
        edition="0",
        organizers=["基准"],
        sample=True,
        rubric=rubric,
        rule=load_rule(None, rubric),
        candidates=list(candidates),
        admission=Admission("cards", [sorted(map(slip_name, cards))], len(cards)),
        sealing=[sealing],
        sheet_size=sheet_size_for(len(candidates), len(rubric.criteria), COMMENT_LIMIT),
        comment_limit=COMMENT_LIMIT,
        manifest=manifest,
    )
