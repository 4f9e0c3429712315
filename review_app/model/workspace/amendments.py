"""What the organizer says after the package has gone out, each signed and naming the one before."""

from __future__ import annotations

from collections.abc import Sequence

from review_app.model.crypto import age
from review_app.model.errors import UsageError
from review_app.model.package.amendment import (
    Amendment,
    Change,
    SignedAmendment,
    check_chain,
    pack_amendment,
    sign_amendment,
    verify_amendment,
)
from review_app.model.terms import terms_digest
from review_app.model.workspace.box_file import require_unsigned
from review_app.model.workspace.context import Context
from review_app.model.workspace.log import Detail
from review_app.model.workspace.rounds import Round


class Amendments:
    """The signed amendments of every round, numbered from 1."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def add(self, round_: Round, changes: Sequence[Change]) -> SignedAmendment:
        """Signs the next amendment and keeps it.  :meth:`file` gives what is sent out.

        Raises UsageError ``round-state``, ``box-already-closed`` (only while sheets come in), InputError
        ``amendment-invalid``.
        """
        with self._context.db.transaction():
            round_.require("packed")
            require_unsigned(self._context, round_)
            known = self.list(round_)
            digest = terms_digest(round_.terms_jws)
            previous = known[-1].digest if known else ""
            amendment = Amendment("amend/0", round_.id, digest, len(known) + 1, previous, list(changes))
            signed = sign_amendment(amendment, round_.terms, round_.organizer_seed())
            values = (round_.id, amendment.number, signed.jws)
            self._context.db.run("INSERT INTO amendment VALUES (?, ?, ?)", values)
            details: dict[str, Detail] = {"round": round_.id, "number": amendment.number}
            details |= {"digest": signed.digest, "kinds": [change.kind for change in changes]}
            self._context.log.append("amended", details)
        return signed

    def list(self, round_: Round) -> list[SignedAmendment]:
        """All amendments of a round in order, signatures and chain verified."""
        sql = "SELECT jws FROM amendment WHERE round_id = ? ORDER BY number"
        rows = self._context.db.rows(sql, (round_.id,))
        if not rows:
            return []
        terms, digest = round_.terms, terms_digest(round_.terms_jws)
        found = [verify_amendment(bytes(raw), round_.organizer_public, terms, digest) for (raw,) in rows]
        check_chain(found)
        return found

    def file(self, round_: Round, number: int) -> bytes:
        """The bytes of amendment ``number`` as a ``.amend`` file; raises UsageError ``unknown-amendment``."""
        known = self.list(round_)
        if not 1 <= number <= len(known):
            raise UsageError("unknown-amendment", number=number)
        recipient = age.recipient_of(round_.package_identity())
        return pack_amendment(known[number - 1], round_.organizer_seed(), recipient)
