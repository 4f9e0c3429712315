"""A packed round with as many sheets as wanted, made from the very cards of the workspace."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from review_app.model.crypto import ballot_card
from review_app.model.crypto.ballot_card import BallotKeys
from review_app.model.rubric import load_rubric, load_rule
from review_app.model.scoring.scores import CaseScores
from review_app.model.scoring.sheet import make_sheet
from review_app.model.terms import Terms, terms_digest
from review_app.model.workspace import Workspace
from review_app.model.workspace.rounds import Round


@dataclass
class Boxed:
    """The keys of the cards drawn, and the sheets they made."""

    workspace: Workspace
    round: Round
    keys: list[BallotKeys]
    terms: Terms
    sheets: list[bytes] = field(default_factory=list)

    def sheet(self, card: int, revision: int = 1, salt: object = "") -> bytes:
        """A sheet of ``card``; the numbers follow from card, revision and ``salt``."""
        drawn = random.Random(f"{card}/{revision}/{salt}")
        rubric = self.terms.rubric
        states = {
            case_id: CaseScores(
                tuple(drawn.randint(rubric.lowest, rubric.highest) for _ in rubric.criteria),
                comment=f"第 {card} 张卡谈 {case_id}" if drawn.random() < 0.5 else "",
            )
            for case_id in self.terms.candidate_ids
        }
        digest = terms_digest(self.round.terms_jws)
        return make_sheet(self.terms, digest, self.keys[card], states, revision)[0]


def boxed(workspace: Workspace, package: Path, cards: int, minimum: int = 1, **rule_fields: object) -> Boxed:
    """Draws ``cards`` cards, packs the round and makes one sheet a card; ``rule_fields`` are not the default rule's."""
    rubric = load_rubric()
    rule = msgspec.structs.replace(load_rule(None, rubric), minimum_accepted=minimum, **rule_fields)
    round_ = workspace.rounds.new("final", rubric, rule)
    drawn = workspace.cards.draw(round_, cards)
    workspace.packing.pack(round_, package)
    thumbprint = round_.organizer_thumbprint
    keys = [ballot_card.derive(issued.card, round_.id, thumbprint) for issued in drawn.files]
    made = Boxed(workspace, round_, keys, round_.terms)
    made.sheets = [made.sheet(card) for card in range(cards)]
    return made
