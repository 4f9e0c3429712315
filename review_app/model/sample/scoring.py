"""Invented experts at work: real packages, real stores, real sheets; only the judgement is made up."""

from __future__ import annotations

import random
from collections.abc import Mapping
from pathlib import Path

from review_app.model.crypto.ballot_card import BallotCard
from review_app.model.files import ensure_folder
from review_app.model.rubric import Rubric
from review_app.model.sample.campaign import SyntheticExpert
from review_app.model.scoring.scores import CaseScores
from review_app.model.scoring.session import ReviewSession
from review_app.model.scoring.sheet import Receipt, new_sheet_name

RECUSAL_CHANCE, COMMENT_CHANCE = 0.03, 0.3


def synthetic_state(
    expert: SyntheticExpert, case_id: str, quality: list[float], rubric: Rubric
) -> CaseScores:
    """What ``expert`` says of a case: quality, severity and chance (seeded by expert and case, so that every run of
    the sample scores alike), rounded onto the scale."""
    chance = random.Random(f"sample {expert.tag} {case_id}")
    if chance.random() < RECUSAL_CHANCE:
        return CaseScores(
            scores=(None,) * len(rubric.criteria), recused=True, recusal_reason="样例：曾参与该案例的论证"
        )
    scores = tuple(
        min(rubric.highest, max(rubric.lowest, round(chance.gauss(value + expert.severity, expert.spread))))
        for value in quality
    )
    comment = chance.choice(expert.comments) if chance.random() < COMMENT_CHANCE else ""
    return CaseScores(scores=scores, comment=comment)


def score_and_export(
    package: Path,
    card: BallotCard,
    expert: SyntheticExpert,
    quality: Mapping[str, list[float]],
    home: Path,
    outbox: Path,
) -> Receipt:
    """One expert's evening: opens the package, scores every case in the own reading order, exports the sheet.

    The score store lies in ``home``, the sheet in ``outbox`` under a name that says nothing.
    """
    ensure_folder(home)
    ensure_folder(outbox)
    with ReviewSession.open(package, card, home) as session:
        for case_id in session.reading_order:
            session.set_state(case_id, synthetic_state(expert, case_id, quality[case_id], session.rubric))
        return session.export(outbox / new_sheet_name("评分表"))
