"""What leaves nothing to count: parts that are missing, or don't follow the format or the terms' own limits."""

from __future__ import annotations

from collections.abc import Iterator

from review_app.model import canonical
from review_app.model.crypto.keys import new_seed, public_jwk, public_of
from review_app.model.result.archive import ARCHIVE_MIMETYPE, ArchiveHeader
from tests.changes.change import Change, of_terms, part
from tests.forger import Forger, Published, replace, sealed


def changes(published: Published) -> Iterator[tuple[str, Change, str]]:
    """All of them; the code is that of an error."""
    for name in ("terms.jws", "box.jws", "remarks.json", "results.jws"):
        yield f"{name} left out", _without(name), "archive-damaged"
    header = canonical.decode(Forger(published).parts["header.json"], ArchiveHeader, "x")
    stranger = replace(header, organizer=public_jwk(public_of(new_seed())))
    yield "key in the header", part("header.json", canonical.encode(stranger)), "other-signer"
    mark = b"\xef\xbb\xbf" + ARCHIVE_MIMETYPE
    yield "a mark of byte order before the mimetype", part("mimetype", mark), "not-an-archive"
    yield "mimetype", part("mimetype", b"application/zip"), "not-an-archive"
    for name in ("ranking", "winners", "states", "scores", "seed", "draw", "statistics"):
        yield f"{name} of another type", _fields(**{name: 1}), "malformed"
    yield "a status that there isn't", _fields(status="certain"), "malformed"
    yield "an empty reason that is written", _fields(early=""), "malformed"
    yield "a field more", _fields(note="x"), "malformed"
    yield "format", _fields(format="results/0"), "malformed"
    terms = published.round_.terms
    yield "terms: sheet size", of_terms(sheet_size=terms.sheet_size + 1), "terms-invalid"
    yield "terms: comment limit", of_terms(comment_limit=terms.comment_limit + 900), "terms-invalid"
    yield "terms: cards issued", of_terms(admission=replace(terms.admission, issued=8)), "terms-invalid"
    yield "terms: a rule that can't be", of_terms(rule=replace(terms.rule, winners=0)), "rule-invalid"
    secret = replace(terms.rule, publication="winners")
    yield "terms: winners without auditors", of_terms(rule=secret), "rule-invalid"


def _without(name: str) -> Change:
    def change(forger: Forger) -> None:
        del forger.parts[name]
        forger.archive = lambda: _bare(forger)

    return change


def _bare(forger: Forger) -> bytes:
    """The archive of a forger whose results may be missing."""
    return sealed(forger.parts, forger.round_.terms.round_id, forger.round_.organizer_seed)


def _fields(**fields: object) -> Change:
    return lambda forger: forger.fields.update(fields)
