"""A receipt as somebody typed it: found, or the most helpful that can be said of why it isn't.

The page in every archive says the same (``assets/verify/lookup.js``).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple
from unicodedata import normalize

from review_app.model.box.states import State
from review_app.model.crypto.base32 import canonical, short_form
from review_app.model.errors import UsageError
from review_app.model.result.findings import is_digest
from review_app.model.result.verify import ArchiveReport, FoundReceipt

Kind = Literal["found", "revision", "near", "delivery", "missing"]


class LookedUp(NamedTuple):
    """``revision``: the sheet is there as another revision than the one typed.  ``near``: one is there whose receipt
    is a slip of the pen away.  ``delivery``: what was typed is the delivery code of a file that came in.  ``receipt``
    is the one in the archive, None where there is none."""

    kind: Kind
    receipt: str | None = None
    state: State | None = None
    revision: int | None = None


def look_up(report: ArchiveReport, typed: str) -> LookedUp:
    """What the archive says of a receipt; raises UsageError ``receipt-form`` for what can't be one."""
    code, stroke, _ = normalize("NFKC", typed).partition("/")
    try:
        found = report.find_receipt(typed)
    except UsageError:
        if not stroke:
            raise
        return look_up(report, code)  # behind twelve good symbols a bad revision says nothing
    if found.state is not None:
        return _found("found", report, found, code)
    if stroke:
        other = report.find_receipt(code)
        if other.state is not None:
            return _found("revision", report, other, code)
    wanted = canonical(code)
    if any(_symbols(digest) == wanted for digest in _files(report)):
        return LookedUp("delivery")
    for digest, (_, revision) in report.receipts.items():
        if one_slip_apart(wanted, _symbols(digest)):
            return LookedUp("near", receipt_name(digest, revision))
    return LookedUp("missing")


def one_slip_apart(one: str, other: str) -> bool:
    """Whether two codes of one length differ in one symbol, or in two neighbours that changed places."""
    wrong = [place for place, (mine, theirs) in enumerate(zip(one, other, strict=True)) if mine != theirs]
    if len(wrong) != 2:
        return len(wrong) == 1
    first, second = wrong
    return second == first + 1 and (one[first], one[second]) == (other[second], other[first])


def receipt_name(digest: str, revision: int | None) -> str:
    """A receipt as it was handed out; without the revision where that isn't known."""
    return short_form(digest) if revision is None else f"{short_form(digest)}/{revision}"


def _found(kind: Kind, report: ArchiveReport, found: FoundReceipt, code: str) -> LookedUp:
    wanted = canonical(code)
    digest = next(each for each in report.receipts if _symbols(each) == wanted)
    return LookedUp(kind, receipt_name(digest, found.revision), found.state, found.revision)


def _files(report: ArchiveReport) -> Iterable[str]:
    listed = (line.sheet for line in report.results.states)
    return (digest for digest in (*report.box.sheets, *listed) if is_digest(digest))


def _symbols(digest: str) -> str:
    return canonical(short_form(digest))
