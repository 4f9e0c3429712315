"""A published round, and the organizer who changes parts of its archive and signs all of it again with the real key."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from review_app.model import canonical
from review_app.model.box.record import BoxRecord, record_digest, sign_record, verify_record
from review_app.model.box.states import State
from review_app.model.container import Container
from review_app.model.crypto import jws
from review_app.model.crypto.jws import GeneralJws
from review_app.model.crypto.keys import b64u_decode
from review_app.model.result.archive import (
    RESULTS_TYP,
    Results,
    ScoresState,
    SheetState,
    write_sealed,
)
from review_app.model.result.lots import seed_of
from review_app.model.result.notice import StatedNotice
from review_app.model.scoring.scores import CaseScores
from review_app.model.scoring.sheet import SCORES_TYP, Comment, Receipt, Scores
from review_app.model.terms import TERMS_TYP
from tests.rounds import SmallRound, small_round

NOTICE = StatedNotice("2026-12-01", "2026-12-07")
replace = msgspec.structs.replace
NOUGHT = "0" * 64
DRAW = "福利彩票双色球第 2026134 期：02 07 11 19 26 30 + 08"


@dataclass
class Published:
    """A round that has been counted: six cards, one correction, one conflict, one withdrawn card, one late sheet, and
    two cases that nothing but a lot can tell apart."""

    round_: SmallRound
    archive: bytes
    results: Results
    receipts: list[Receipt]


def publish(folder: Path, **rule: Any) -> Published:
    """Such a round, by way of a real box in ``folder``; ``rule`` replaces fields of the default counting rule."""
    given = {"last_tie": "lot", "seed_draw": "双色球第 2026134 期", **rule}
    round_ = small_round(cards=7, cases=5, **given)

    def states(card: int, salt: object) -> dict[str, CaseScores]:
        drawn = round_.states(card, salt)
        return drawn | {"case-5": drawn["case-4"]}

    made = [round_.sheet_and_receipt(card, 1, states(card, 1)) for card in range(5)]
    made += [round_.sheet_and_receipt(3, 2, states(3, 2))]
    made += [round_.sheet_and_receipt(5, 1, states(5, salt)) for salt in (1, "another")]
    made += [round_.sheet_and_receipt(6, 1, states(6, 1))]
    sheets = [sheet for sheet, _ in made]
    record, judged = round_.judged(folder, sheets, [6], late=[round_.sheet(0, 2)])
    draw = DRAW if given["seed_draw"] else ""
    archive, results = round_.archive(record, judged, [6], draw, NOTICE)
    return Published(round_, archive, results, [receipt for _, receipt in made])


def parts_of(data: bytes) -> dict[str, bytes]:
    """Every part of an archive but its seal."""
    container = Container(io.BytesIO(data))
    return {entry.name: container.read(entry.name) for entry in container.entries if entry.name != "seal.jws"}


class Forger:
    """The organizer with the real key, changing parts of a published archive and signing all of it again."""

    def __init__(self, published: Published) -> None:
        self.round_ = published.round_
        self.parts = parts_of(published.archive)
        self.results = published.results
        self.fields: dict[str, object] = {}
        """Fields put into the payload of ``results.jws`` as they are, whether they fit its type or not."""

    def change(self, **fields: object) -> None:
        """Changes fields of the signed results."""
        self.results = replace(self.results, **fields)

    def box(self, **fields: object) -> None:
        """Changes fields of the box record, signs it, and lets the results refer to it."""
        self.parts["box.jws"] = sign_record(replace(self.record, **fields), self.round_.organizer_seed)
        self.change(box=record_digest(self.parts["box.jws"]))
        self.seed()

    @property
    def record(self) -> BoxRecord:
        """The box record as it stands."""
        return verify_record(self.parts["box.jws"], self.round_.organizer)

    def terms(self, **fields: object) -> None:
        """Changes the terms, and lets box and results refer to the new ones."""
        changed = replace(self.round_.terms, **fields)
        self.parts["terms.jws"] = jws.sign(changed, TERMS_TYP, self.round_.organizer_seed)
        digest = hashlib.sha256(self.parts["terms.jws"]).hexdigest()
        self.box(terms=digest)
        self.change(terms=digest)
        self.seed()

    def seed(self) -> None:
        """States the seed that follows from terms, box record and draw as they are now."""
        self.change(seed=seed_of(self.results.terms, self.results.box, self.results.draw).hex())

    def some(self, state: State = State.ACCEPTED) -> ScoresState:
        """The first scores in a state."""
        return next(line for line in self.results.scores if line.state is state)

    def line(self, old: ScoresState, **fields: object) -> None:
        """Changes the line of some signed scores; the list stays sorted."""
        lines = [replace(line, **fields) if line == old else line for line in self.results.scores]
        self.change(scores=sorted(lines, key=lambda line: line.scores))

    def file(self) -> SheetState:
        """A sealed file whose scores are published; which, nobody can say."""
        return next(line for line in self.results.states if line.state is None)

    def state(self, old: SheetState, **fields: object) -> None:
        """Changes the line of a sealed file; the list stays sorted."""
        lines = [replace(line, **fields) if line == old else line for line in self.results.states]
        self.change(states=sorted(lines, key=lambda line: line.sheet))

    def drop(self, line: ScoresState, state: State) -> None:
        """Takes some scores out, and says of a sealed file that it ended in ``state``."""
        del self.parts[f"scores/{line.scores}.json"]
        self.change(scores=[other for other in self.results.scores if other != line])
        self.state(self.file(), state=state)

    def signed(self, line: ScoresState) -> GeneralJws:
        """The signed scores of a line."""
        return canonical.decode(self.parts[f"scores/{line.scores}.json"], GeneralJws, "x")

    def payload(self, line: ScoresState) -> Scores:
        """What they say."""
        return canonical.decode(b64u_decode(self.signed(line).payload, "x"), Scores, "x")

    def signer(self, line: ScoresState) -> bytes:
        """The ballot key that signed them, of which whoever printed the cards may have a copy."""
        (public,) = jws.verify_general(self.signed(line), SCORES_TYP, Scores, "x")[1]
        return next(keys.sign_seed for keys in self.round_.keys if keys.sign_public == public)

    def put(self, line: ScoresState, signed: GeneralJws) -> None:
        """Puts other signed scores in the place of a line's, under their own name and receipt."""
        content = canonical.encode(signed)
        del self.parts[f"scores/{line.scores}.json"]
        digest = hashlib.sha256(content).hexdigest()
        self.parts[f"scores/{digest}.json"] = content
        self.line(line, scores=digest)

    def remarks(self, remarks: list[Comment]) -> None:
        """Other remarks, with their digest in the results."""
        self.parts["remarks.json"] = canonical.encode(remarks)
        self.change(remarks=hashlib.sha256(self.parts["remarks.json"]).hexdigest())

    def archive(self) -> bytes:
        """The changed archive, signed and sealed."""
        payload = msgspec.to_builtins(self.results) | self.fields
        self.parts["results.jws"] = jws.sign(payload, RESULTS_TYP, self.round_.organizer_seed)
        return sealed(self.parts, self.round_.terms.round_id, self.round_.organizer_seed)


def sealed(parts: dict[str, bytes], round_id: str, seed: bytes) -> bytes:
    """Parts as an archive."""
    file = io.BytesIO()
    write_sealed(file, parts, round_id, seed)
    return file.getvalue()
