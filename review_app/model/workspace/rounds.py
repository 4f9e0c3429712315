"""Rounds of scoring: rubric and rule fixed at the start, then one state after the other."""

from __future__ import annotations

import hashlib
from typing import Literal, cast

from review_app.model import canonical
from review_app.model.crypto import jws
from review_app.model.crypto.keys import thumbprint
from review_app.model.errors import InputError, UsageError
from review_app.model.package.manifest import MANIFEST_TYP, Manifest, check_manifest
from review_app.model.rubric import CountingRule, Rubric, check_rubric, check_rule
from review_app.model.terms import TERMS_TYP, Terms, check_terms, new_round_id
from review_app.model.workspace.context import Context
from review_app.model.workspace.log import Detail

RoundKind = Literal["final", "shortlist"]
RoundState = Literal["drafted", "cards", "packed", "closed", "opened", "sealed"]

_NEXT: dict[str, tuple[str, ...]] = {
    "drafted": ("cards",),
    "cards": ("packed",),
    "packed": ("closed",),
    "closed": ("opened",),
    "opened": ("closed", "sealed"),  # too few ballots: only counts were shown, the box is closed again
    "sealed": (),
}


class Round:
    """One round.  ``rubric`` and ``rule`` never change; ``state`` is read from the workspace at every
    look."""

    def __init__(
        self, context: Context, round_id: str, number: int, kind: str, rubric: bytes, rule: bytes
    ) -> None:
        self._context = context
        self.id = round_id
        self.number = number
        self.kind = cast(RoundKind, kind)
        self.rubric = canonical.decode(bytes(rubric), Rubric, "rubric")
        self.rule = canonical.decode(bytes(rule), CountingRule, "rule")

    @property
    def state(self) -> RoundState:
        """How far the round has come."""
        found = self._context.db.row("SELECT state FROM round WHERE id = ?", (self.id,))
        if found is None or found[0] not in _NEXT:
            raise InputError("workspace-damaged", name=self._context.db.path.name)
        return cast(RoundState, found[0])

    def set_state(self, state: RoundState, act: str, details: dict[str, Detail] | None = None) -> str:
        """Goes on to ``state`` and writes the log line ``act``, both or neither; returns the new log head.

        Raises UsageError ``round-state`` when that is not a next step.
        """
        with self._context.db.transaction():
            self.require(*(old for old, following in _NEXT.items() if state in following))
            self._context.db.run("UPDATE round SET state = ? WHERE id = ?", (state, self.id))
            return self._context.log.append(act, {"round": self.id, **(details or {})})

    def require(self, *states: str) -> None:
        """Raises UsageError ``round-state`` (with the state found and those expected) unless the round is
        in one."""
        if self.state not in states:
            raise UsageError("round-state", state=self.state, expected=list(states))

    @property
    def organizer_public(self) -> bytes:
        """The organizer's public signing key, 32 bytes."""
        return self._context.organizer_public

    @property
    def organizer_thumbprint(self) -> str:
        """RFC 7638 thumbprint of the organizer's key."""
        return thumbprint(self.organizer_public)

    def organizer_seed(self) -> bytes:
        """The organizer's signing seed, from the vault."""
        return self._context.vault.organizer_seed()

    def package_identity(self) -> str:
        """The age identity that package and amendments are sealed to, from the vault."""
        return self._context.vault.round_secrets(self.id).package_identity

    def sealing_identities(self) -> list[str]:
        """The age identities that open sheets, innermost first, from the vault."""
        return self._context.vault.round_secrets(self.id).sealing_identities

    @property
    def terms_jws(self) -> bytes:
        """The signed terms as they went into the package; raises UsageError ``round-state`` before
        packing."""
        return self._stored("terms_jws")

    @property
    def terms(self) -> Terms:
        """The terms, their signature verified."""
        return check_terms(jws.verify(self.terms_jws, TERMS_TYP, self.organizer_public, Terms, "terms"))

    @property
    def manifest(self) -> Manifest:
        """The manifest as it went into the package, verified against the terms."""
        terms, signed = self.terms, self._stored("manifest_jws")
        if hashlib.sha256(signed).hexdigest() != terms.manifest:
            raise InputError("workspace-damaged", name=self._context.db.path.name)
        manifest = jws.verify(signed, MANIFEST_TYP, self.organizer_public, Manifest, "manifest")
        return check_manifest(manifest, terms)

    def _stored(self, column: Literal["terms_jws", "manifest_jws"]) -> bytes:
        found = self._context.db.row(f"SELECT {column} FROM round WHERE id = ?", (self.id,))
        if found is None or found[0] is None:
            raise UsageError("round-state", state=self.state, expected=["packed"])
        return bytes(found[0])


class Rounds:
    """All rounds of a campaign, numbered from 1."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def new(self, kind: RoundKind, rubric: Rubric, rule: CountingRule) -> Round:
        """Drafts a round.  Its secrets are in the vault before its row is written.

        Raises InputError ``rubric-invalid`` or ``rule-invalid`` and what the vault raises.
        """
        check_rule(rule, check_rubric(rubric))
        round_id = new_round_id()
        self._context.vault.add_round(round_id)
        db = self._context.db
        with db.transaction():
            number = db.number("SELECT max(number) FROM round") + 1
            db.run(
                "INSERT INTO round VALUES (?, ?, ?, ?, ?, 'drafted', NULL, NULL)",
                (round_id, number, kind, canonical.encode(rubric), canonical.encode(rule)),
            )
            details: dict[str, Detail] = {"round": round_id, "number": number, "kind": kind}
            details |= {"rubric": canonical.digest(rubric), "rule": canonical.digest(rule)}
            self._context.log.append("round-drafted", details)
        return self.get(round_id)

    def get(self, round_id: str) -> Round:
        """The round with this id; raises UsageError ``unknown-round``."""
        for found in self.all():
            if found.id == round_id:
                return found
        raise UsageError("unknown-round", round=round_id)

    def all(self) -> list[Round]:
        """Every round, oldest first."""
        columns = "id, number, kind, rubric, rule"
        rows = self._context.db.rows(f"SELECT {columns} FROM round ORDER BY number")
        return [Round(self._context, *row) for row in rows]

    def current(self) -> Round:
        """The newest round; raises UsageError ``no-round``."""
        if rounds := self.all():
            return rounds[-1]
        raise UsageError("no-round")
