"""The candidates that a round starts with: fixed, in an order that nobody could choose."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from review_app.model import canonical
from review_app.model.canonical import Record
from review_app.model.case import Case
from review_app.model.errors import UsageError
from review_app.model.rubric import CountingRule
from review_app.model.workspace.context import Context
from review_app.model.workspace.log import Detail
from review_app.model.workspace.nominations import Nominations
from review_app.model.workspace.rounds import Round

Order = Literal["id", "lot"]
SEED_LIMIT = 500


@dataclass(frozen=True)
class FrozenCandidate:
    """A case as candidate of a round.  ``candidate_id`` is what terms, sheets and results call it;
    ``salt`` (32 hex digits) opens the commitment of the terms."""

    candidate_id: str
    case: Case
    salt: str


class Lot(Record, frozen=True):
    """A lot announced before its draw.  ``source`` says where and when the draw takes place, ``cases`` is the digest of
    the ids to be put in order."""

    source: str
    cases: str


class Drawn(Record, frozen=True):
    """How the order of a frozen list came about.  ``source`` is the announced draw, ``random`` (drawn by the program)
    or ``typed`` (a seed given without announcement)."""

    order: Order
    seed: str = ""
    source: str = ""


class Candidates:
    """The tables of frozen candidates and announced lots."""

    def __init__(self, context: Context, nominations: Nominations) -> None:
        self._context = context
        self._db = context.db
        self._nominations = nominations

    def of(self, round_: Round) -> list[FrozenCandidate]:
        """The frozen candidates in the order of the printed list; empty before :meth:`fix`."""
        rows = self._db.rows(
            "SELECT candidate_id, case_id, salt FROM candidate WHERE round_id = ? ORDER BY place",
            (round_.id,),
        )
        return [
            FrozenCandidate(str(named), self._nominations.get(str(case_id)), str(salt))
            for named, case_id, salt in rows
        ]

    def announce(self, round_: Round, source: str, case_ids: Sequence[str]) -> Lot:
        """Commits to a draw that is still to come: ``source`` says which (name, number, date), and the list it is about
        is fixed by its digest.  Announcing again replaces it, and the log shows both.

        Raises UsageError ``round-state``, ``lot-source-missing``.
        """
        if not source.strip() or len(source) > SEED_LIMIT:
            raise UsageError("lot-source-missing")
        lot = Lot(source.strip(), _digest(case_ids))
        with self._db.transaction():
            round_.require("drafted", "cards")
            self._db.run("INSERT OR REPLACE INTO lot VALUES (?, ?, ?)", (round_.id, lot.source, lot.cases))
            details: dict[str, Detail] = {"round": round_.id, "source": lot.source, "cases": lot.cases}
            self._context.log.append("lot-announced", {**details, "count": len(case_ids)})
        return lot

    def lot(self, round_: Round) -> Lot | None:
        """The lot announced for a round, or None."""
        row = self._db.row("SELECT source, cases FROM lot WHERE round_id = ?", (round_.id,))
        return Lot(*row) if row else None

    def fix(self, round_: Round, case_ids: Sequence[str], order: Order, seed: str | None) -> None:
        """Fixes ``case_ids`` as the candidates of ``round_``, in place of those fixed before.

        Raises UsageError ``round-state``, ``no-candidates``, ``lot-needs-draw`` (one was announced, and its result is
        not given), ``lot-list-changed`` (other cases than announced), ``lot-source-missing`` (an empty seed).
        """
        round_.require("drafted", "cards")
        chosen = sorted(case_ids)
        if not chosen:
            raise UsageError("no-candidates")
        details: dict[str, Detail] = {"round": round_.id, "order": order, "count": len(chosen)}
        if order == "lot":
            drawn, source = self._seed(round_, chosen, seed)
            chosen = by_lot(chosen, drawn)
            details |= {"seed": drawn, "source": source}
        with self._db.transaction():
            self._db.run("DELETE FROM candidate WHERE round_id = ?", (round_.id,))
            ids = chosen if round_.rule.publication == "full" else _secret_ids(len(chosen))
            for place, (case_id, named) in enumerate(zip(chosen, ids, strict=True), start=1):
                values = (round_.id, place, named, case_id, secrets.token_hex(16))
                self._db.run("INSERT INTO candidate VALUES (?, ?, ?, ?, ?)", values)
            self._context.log.append("candidates-frozen", details)

    def _seed(self, round_: Round, case_ids: Sequence[str], seed: str | None) -> tuple[str, str]:
        lot = self.lot(round_)
        if seed is not None and not 0 < len(seed.strip()) <= SEED_LIMIT:
            raise UsageError("lot-source-missing")
        if lot is None:
            return (seed, "typed") if seed is not None else (secrets.token_hex(16), "random")
        if seed is None:
            raise UsageError("lot-needs-draw", source=lot.source)
        if lot.cases != _digest(case_ids):
            raise UsageError("lot-list-changed", source=lot.source)
        return seed, lot.source

    def drawn(self, round_: Round) -> Drawn | None:
        """How the order of the frozen list came about, as the log has it; None before it was frozen."""
        for line in reversed(self._context.log.lines()):
            if line.act == "candidates-frozen" and line.details.get("round") == round_.id:
                order: Order = "lot" if line.details.get("order") == "lot" else "id"
                texts = (str(line.details.get(name, "")) for name in ("seed", "source"))
                return Drawn(order, *texts)
        return None


def by_lot(case_ids: Sequence[str], seed: str) -> list[str]:
    """``case_ids`` by SHA-256 of ``<seed>.<case id>``: anybody who knows the seed can put them in this order."""
    return sorted(case_ids, key=lambda case_id: hashlib.sha256(f"{seed}.{case_id}".encode()).digest())


def in_terms_order(candidates: Sequence[FrozenCandidate], rule: CountingRule) -> list[FrozenCandidate]:
    """The candidates as the terms have them: as printed where everything is published, otherwise by their ids.

    The printed order can be known to anybody, and the terms are public: in the same order, a place would name its case.
    """
    if rule.publication == "full":
        return list(candidates)
    return sorted(candidates, key=lambda found: (len(found.candidate_id), found.candidate_id))


def _secret_ids(count: int) -> list[str]:
    """c01, c02, ... in an order that nothing published tells: only the workspace, and the sealed package, know which
    case has which."""
    ids = [f"c{number:02d}" for number in range(1, count + 1)]
    secrets.SystemRandom().shuffle(ids)
    return ids


def _digest(case_ids: Sequence[str]) -> str:
    return canonical.digest(sorted(case_ids))
