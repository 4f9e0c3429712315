"""Ballot cards: drawn once, handed out once, and then known by their public parts alone.

No table, no order and no log line here says who holds which card (PROTOCOL section 2, "Cards mode").
"""

from __future__ import annotations

import hashlib
import random
import re
from dataclasses import dataclass

from review_app.model.crypto import ballot_card
from review_app.model.crypto.ballot_card import BallotCard
from review_app.model.errors import UsageError
from review_app.model.package.build import KeyEntry
from review_app.model.terms import slip_name
from review_app.model.workspace.box_file import require_unsigned
from review_app.model.workspace.context import Context
from review_app.model.workspace.log import Detail
from review_app.model.workspace.rounds import Round

MAX_CARDS = 10_000
_LOOKUP = re.compile(r"[0-9a-f]{8,32}")
"""A lookup name, or its start as the stub prints it: eight digits, shared by two of 10,000 cards once in 90 rounds."""


@dataclass(frozen=True)
class IssuedCard:
    """A card, and the lookup name that its stub carries."""

    card: BallotCard
    lookup: str


@dataclass(frozen=True)
class DrawnCards:
    """The only time the secrets are seen: the same cards twice, shuffled apart, for the printed pages and
    for the card files.  Reserve cards are among them and look like the others."""

    pages: list[IssuedCard]
    files: list[IssuedCard]


@dataclass(frozen=True)
class CardCounts:
    """How many cards were issued, reserve included, and how many of them are withdrawn; how many were drawn as reserve,
    and how many are lost that nobody can name.  All of it is for everybody to know."""

    issued: int
    withdrawn: int
    reserve: int = 0
    unnamed: int = 0

    @property
    def expected(self) -> int:
        """How many sheets may come: one an expert.  A reserve card only takes the place of another."""
        return max(0, self.issued - self.reserve)


class Cards:
    """The public parts of the cards of every round."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._db = context.db

    def draw(self, round_: Round, count: int, reserve: int = 0, *, replace: bool = False) -> DrawnCards:
        """Draws ``count`` cards and ``reserve`` more, and keeps their public parts.

        With ``replace`` cards drawn before (say, a printer failed) become worthless; that is possible
        until the package is built, and the log says so.

        Raises UsageError ``card-count`` (with the limit), ``cards-drawn`` (they were drawn before), ``round-state``,
        ``rule-leaves-nothing`` (the rule would trim off all the scores of so many).
        """
        if count < 1 or reserve < 0 or count + reserve > MAX_CARDS:
            raise UsageError("card-count", limit=MAX_CARDS)
        thumbprint = round_.organizer_thumbprint
        issued: list[IssuedCard] = []
        rows: list[tuple[str, str, str, str]] = []
        for _ in range(count + reserve):
            card = ballot_card.new_card(round_.id)
            keys = ballot_card.derive(card, round_.id, thumbprint)
            issued.append(IssuedCard(card, keys.lookup))
            rows.append((round_.id, keys.lookup, keys.recipient, slip_name(keys.sign_public)))
        slips = "\n".join(sorted(slip for *_, slip in rows))
        with self._db.transaction():
            round_.require("drafted", "cards")
            if self.counts(round_).issued and not replace:
                raise UsageError("cards-drawn")
            if count + reserve <= 2 * round_.rule.drop:
                raise UsageError("rule-leaves-nothing", cards=count + reserve, drop=round_.rule.drop)
            self._db.run("DELETE FROM card WHERE round_id = ?", (round_.id,))
            for row in sorted(rows):
                self._db.run("INSERT INTO card VALUES (?, ?, ?, ?, 0)", row)
            self._db.run("INSERT OR REPLACE INTO card_count VALUES (?, ?, 0)", (round_.id, reserve))
            self._context.edits.barrier()
            details: dict[str, Detail] = {"count": count, "reserve": reserve}
            details["slips"] = hashlib.sha256(slips.encode("ascii")).hexdigest()
            if round_.state == "drafted":
                round_.set_state("cards", "cards-drawn", details)
            else:
                self._context.log.append("cards-replaced", {"round": round_.id, **details})
        chance = random.SystemRandom()
        return DrawnCards(chance.sample(issued, len(issued)), chance.sample(issued, len(issued)))

    def withdraw(self, round_: Round, lookup: str) -> CardCounts:
        """Withdraws the card with this lookup name, or its start as the stub has it (spaces and hyphens don't
        matter); twice is once.

        Possible until intake closes; edits made before can't be undone any more.  Raises UsageError ``unknown-card``,
        ``round-state``, ``box-already-closed``.
        """
        with self._db.transaction():
            round_.require("cards", "packed")
            require_unsigned(self._context, round_)
            name, _, withdrawn = self._card(round_, lookup)
            if not withdrawn:
                where = (round_.id, name)
                self._db.run("UPDATE card SET withdrawn = 1 WHERE round_id = ? AND lookup = ?", where)
                self._context.log.append("card-withdrawn", {"round": round_.id, "lookup": name})
                self._context.edits.barrier()  # a remembered edit of a person lies beside this line
                counts = self.counts(round_)
                if (
                    counts.unnamed > counts.issued - counts.withdrawn
                ):  # one of them has been found by its stub
                    self.set_unnamed(round_, counts.issued - counts.withdrawn)
        return self.counts(round_)

    def set_unnamed(self, round_: Round, count: int) -> CardCounts:
        """Keeps how many cards are lost whose stub nobody has: each may be used by its finder, and stands as one
        possible double in the box record.  Possible until intake closes.

        Raises UsageError ``unnamed-lost`` (more than the cards that are out), ``round-state``, ``box-already-closed``.
        """
        with self._db.transaction():
            round_.require("cards", "packed")
            require_unsigned(self._context, round_)
            counts = self.counts(round_)
            if not 0 <= count <= counts.issued - counts.withdrawn:
                raise UsageError("unnamed-lost", limit=counts.issued - counts.withdrawn)
            if count != counts.unnamed:
                sql = "INSERT OR REPLACE INTO card_count VALUES (?, ?, ?)"
                self._db.run(sql, (round_.id, counts.reserve, count))
                self._context.log.append("cards-lost", {"round": round_.id, "unnamed": count})
        return self.counts(round_)

    def slip_of(self, round_: Round, lookup: str) -> str:
        """The slip public key (base64url) of a card; raises UsageError ``unknown-card``."""
        return self._card(round_, lookup)[1]

    def counts(self, round_: Round) -> CardCounts:
        """What is known of the round's cards as a whole."""
        sql = "SELECT count(*), coalesce(sum(withdrawn), 0) FROM card WHERE round_id = ?"
        ((issued, withdrawn),) = self._db.rows(sql, (round_.id,))
        found = self._db.row("SELECT reserve, unnamed FROM card_count WHERE round_id = ?", (round_.id,))
        reserve, unnamed = found or (0, 0)
        return CardCounts(int(issued), int(withdrawn), int(reserve), int(unnamed))

    def replaced(self, round_: Round) -> int:
        """How many cards of the round were drawn before those that are issued now, and are in no package: the log
        alone knows of them."""
        sql = (
            "SELECT coalesce(sum(json_extract(CAST(line AS TEXT), '$.details.count')"
            " + json_extract(CAST(line AS TEXT), '$.details.reserve')), 0) FROM log"
            " WHERE json_extract(CAST(line AS TEXT), '$.act') IN ('cards-drawn', 'cards-replaced')"
            " AND json_extract(CAST(line AS TEXT), '$.details.round') = ?"
        )
        ((drawn,),) = self._db.rows(sql, (round_.id,))
        return int(drawn) - self.counts(round_).issued

    def slips(self, round_: Round) -> list[str]:
        """Slip public keys of all issued cards, withdrawn ones included, sorted: a list of the terms."""
        return sorted(
            str(s) for (s,) in self._db.rows("SELECT slip FROM card WHERE round_id = ?", (round_.id,))
        )

    def withdrawn_slips(self, round_: Round) -> list[str]:
        """Slip public keys whose sheets don't count, sorted."""
        sql = "SELECT slip FROM card WHERE round_id = ? AND withdrawn = 1"
        return sorted(str(slip) for (slip,) in self._db.rows(sql, (round_.id,)))

    def key_entries(self, round_: Round) -> list[KeyEntry]:
        """Who the package opens for: all cards that are not withdrawn."""
        sql = "SELECT lookup, recipient FROM card WHERE round_id = ? AND withdrawn = 0 ORDER BY lookup"
        return [KeyEntry(str(lookup), str(to)) for lookup, to in self._db.rows(sql, (round_.id,))]

    def _card(self, round_: Round, typed: str) -> tuple[str, str, bool]:
        """Lookup name, slip and whether it is withdrawn, of the one card whose lookup name starts as ``typed``."""
        start = re.sub(r"[\s-]", "", typed).lower()
        sql = "SELECT lookup, slip, withdrawn FROM card WHERE round_id = ? AND substr(lookup, 1, ?) = ?"
        rows = self._db.rows(sql, (round_.id, len(start), start)) if _LOOKUP.fullmatch(start) else []
        if len(rows) != 1:
            raise UsageError("unknown-card", lookup=typed)
        ((lookup, slip, withdrawn),) = rows
        return str(lookup), str(slip), bool(withdrawn)
