"""The score sheet: signed by the ballot key, padded to the one size of the round, sealed to who opens the box.

Nothing in it names a person, a time, a computer or a program version (PROTOCOL section 5).
"""

from __future__ import annotations

import hashlib
import io
import secrets
from collections.abc import Collection, Container, Mapping, Sequence
from functools import lru_cache
from typing import Literal

from review_app.model import canonical
from review_app.model.canonical import Record
from review_app.model.container import Container as ZipFile
from review_app.model.container import ContainerWriter, known_members
from review_app.model.crypto import age, jws
from review_app.model.crypto.age import Opener
from review_app.model.crypto.ballot_card import BallotKeys
from review_app.model.crypto.base32 import ALPHABET, short_form
from review_app.model.crypto.jws import GeneralJws
from review_app.model.errors import InputError, UsageError
from review_app.model.files import size_words
from review_app.model.scoring.scores import CaseScores, Standing, check_score
from review_app.model.terms import Terms, is_round_id
from review_app.model.text import storable
from review_app.model.value import Value

SHEET_MIMETYPE = b"application/vnd.review-app.scoresheet"
_BEGINNING, _FIRST_NAME = b"mimetype" + SHEET_MIMETYPE, 30  # after a ZIP's first local header
_DIRECTORY = 64 << 10
"""Bytes at the end of a ZIP in which its list of members is looked for."""
_PADDING = b'{"padding":"'
SCORES_TYP = "review-scores+jws"
MAX_REVISION = 999
SHEET_FILE_LIMIT = 24 << 20
"""Bytes; a round of 500 candidates with full comments stays below 4 MB."""


class Row(Record, frozen=True):
    """One candidate on a sheet.  ``scores`` is empty unless the case is scored; ``withdrawn`` says that an amendment
    took the case out of the contest."""

    case: str
    scores: list[int]
    state: Literal["scored", "recused", "abstained", "withdrawn"]


class Scores(Record, frozen=True):
    """What the ballot key signs.  ``amendment`` is the number of the highest amendment seen, 0 for none;
    ``credentials`` is empty in cards mode."""

    format: Literal["scoresheet/0"]
    round_id: str
    terms: str
    amendment: int
    revision: int
    rows: list[Row]
    credentials: list[str]
    remarks: str


class Comment(Record, frozen=True):
    """A comment on one case."""

    case: str
    text: str


class Remarks(Record, frozen=True):
    """Comments apart from scores.  ``nonce`` keeps a published comment from being matched with the signed digest."""

    comments: list[Comment]
    nonce: str


class SheetBody(Record, frozen=True):
    """The plaintext of ``sheet.age``: canonical JSON of exactly the terms' sheet size."""

    padding: str
    remarks: Remarks
    scores: GeneralJws


class SheetHeader(Record, frozen=True):
    """``header.json`` of a sheet: lets anyone refuse a truncated file on arrival."""

    digest: str
    format: Literal["scoresheet/0"]
    round_id: str
    size: int


class Receipt(Value, frozen=True):
    """What an expert keeps.  ``receipt`` finds the row in the published archive, ``delivery_code`` the file in the
    list of what has arrived; both are short forms of the full digests beside them."""

    revision: int
    scores_digest: str
    file_digest: str

    @property
    def receipt(self) -> str:
        """Short form of the digest of the signed scores, with the revision."""
        return f"{short_form(self.scores_digest)}/{self.revision}"

    @property
    def delivery_code(self) -> str:
        """Short form of the digest of the sealed file."""
        return short_form(self.file_digest)


def scores_digest(signed: GeneralJws) -> str:
    """SHA-256 of the canonical JSON of the signed scores: what makes two sheets the same."""
    return canonical.digest(signed)


def open_cases(states: Mapping[str, CaseScores], terms: Terms, withdrawn: Collection[str] = ()) -> list[str]:
    """Ids of the candidates still to be decided, in terms order; cases an amendment withdrew need no decision."""
    return [
        case_id
        for case_id in terms.candidate_ids
        if case_id not in withdrawn and (case_id not in states or not states[case_id].closed)
    ]


def make_sheet(
    terms: Terms,
    digest: str,
    keys: BallotKeys,
    states: Mapping[str, CaseScores],
    revision: int,
    *,
    amendment: int = 0,
    withdrawn: Collection[str] = (),
) -> tuple[bytes, Receipt]:
    """The bytes of a ``.scoresheet`` and its receipt.

    ``digest`` is the terms digest, ``amendment`` the number of the last one seen, ``withdrawn`` the cases it and those
    before it took out.  Raises UsageError ``scores-incomplete`` (with the ids), ``too-many-revisions``,
    InputError ``score-out-of-range`` or ``comment-too-long``.
    """
    if not 1 <= revision <= MAX_REVISION:
        raise UsageError("too-many-revisions", limit=MAX_REVISION)
    if missing := open_cases(states, terms, withdrawn):
        raise InputError("scores-incomplete", cases=missing)
    comments = [
        Comment(case_id, storable(states[case_id].comment))
        for case_id in terms.candidate_ids
        if case_id not in withdrawn and states[case_id].comment.strip()
    ]
    for comment in comments:
        if len(comment.text) > terms.comment_limit:
            raise InputError("comment-too-long", case=comment.case, limit=terms.comment_limit)
    remarks = Remarks(comments, keys.remarks_nonce(revision))
    scores = Scores(
        format="scoresheet/0",
        round_id=terms.round_id,
        terms=digest,
        amendment=amendment,
        revision=revision,
        rows=[
            Row(case_id, [], "withdrawn") if case_id in withdrawn else _row(case_id, states[case_id], terms)
            for case_id in terms.candidate_ids
        ],
        credentials=[],
        remarks=canonical.digest(remarks),
    )
    signed = jws.sign_general(scores, SCORES_TYP, [keys.sign_seed])
    sealed = _pad(SheetBody("", remarks, signed), terms.sheet_size)
    for recipient in terms.sealing:
        sealed = age.seal(sealed, [recipient])
    content = _pack(sealed, terms.round_id)
    return content, Receipt(revision, scores_digest(signed), hashlib.sha256(content).hexdigest())


def new_sheet_name(prefix: str) -> str:
    """A file name that says nothing: ``<prefix>-<6 random symbols>.scoresheet``."""
    return f"{prefix}-{''.join(secrets.choice(ALPHABET) for _ in range(6))}.scoresheet"


def check_arrival(content: bytes) -> SheetHeader:
    """What anyone can say of a sheet without a key: it is whole, and for which round.

    Raises InputError ``not-a-sheet``, ``sheet-version`` or ``sheet-truncated``.
    """
    header, _ = _unpack(content)
    return header


def open_sheet(content: bytes, identities: Sequence[str]) -> SheetBody:
    """Decrypts a sheet with the opener's identities, innermost first.

    Raises what :func:`check_arrival` raises, and InputError ``cannot-decrypt`` or ``malformed``.
    """
    body, size = open_bare(content, [Opener(identity) for identity in identities])
    bare = len(canonical.encode(body))
    return SheetBody("0" * (size - bare), body.remarks, body.scores)


def open_bare(content: bytes, openers: Sequence[Opener], *, arrived: bool = False) -> tuple[SheetBody, int]:
    """As :func:`open_sheet`: the body with its padding taken off, and its size in bytes with it.

    ``arrived`` says that these very bytes passed :func:`check_arrival` before; its check sums are not taken again.
    """
    sealed = _sealed_in(content) if arrived else _unpack(content)[1]
    for opener in reversed(openers):
        sealed = opener.unseal(sealed, "sheet.age")
    return _unpad(bytes(sealed)), len(sealed)


def verify_scores(signed: GeneralJws, known: Container[str] = ()) -> tuple[Scores, list[bytes]]:
    """The signed scores and the public keys that signed them; see :func:`jws.verify_general`."""
    return jws.verify_general(signed, SCORES_TYP, Scores, "scores", known)


def check_rows(scores: Scores, terms: Terms, withdrawn: Collection[str] = ()) -> None:
    """Whether the rows answer the terms: every candidate in order, every criterion, on the scale.

    ``withdrawn`` are the cases that the amendments seen by this sheet took out: those, and no others, are rows
    without a decision.

    Raises InputError ``sheet-incomplete`` or ``score-out-of-range``.
    """
    if [row.case for row in scores.rows] != terms.candidate_ids or not 1 <= scores.revision <= MAX_REVISION:
        raise InputError("sheet-incomplete")
    criteria, lowest, highest = len(terms.rubric.criteria), terms.rubric.lowest, terms.rubric.highest
    if not withdrawn and _all_in_range(scores.rows, criteria, lowest, highest):
        return
    for row in scores.rows:
        expected = criteria if row.state == "scored" else 0
        answered = row.state != "abstained" or terms.rule.abstention
        if (
            len(row.scores) != expected
            or not answered
            or (row.state == "withdrawn") != (row.case in withdrawn)
        ):
            raise InputError("sheet-incomplete", case=row.case)
        if row.scores and not lowest <= min(row.scores) <= max(row.scores) <= highest:
            for value in row.scores:
                check_score(value, terms.rubric)


def _all_in_range(rows: Sequence[Row], criteria: int, lowest: int, highest: int) -> bool:
    """Whether every row is a recusal, or scored and on the scale: nothing has to be looked at one by one then."""
    flat: list[int] = []
    for row in rows:
        if len(row.scores) != (criteria if row.state == "scored" else 0):
            return False
        if row.state not in ("scored", "recused"):
            return False
        flat += row.scores
    return not flat or lowest <= min(flat) <= max(flat) <= highest


def _row(case_id: str, state: CaseScores, terms: Terms) -> Row:
    if state.standing is Standing.RECUSED:
        return Row(case_id, [], "recused")
    if state.standing is Standing.ABSTAINED:
        if not terms.rule.abstention:
            raise InputError("abstention-not-allowed", case=case_id)
        return Row(case_id, [], "abstained")
    return Row(case_id, [check_score(s, terms.rubric) for s in state.scores if s is not None], "scored")


def _pad(body: SheetBody, size: int) -> bytes:
    bare = canonical.encode(SheetBody("", body.remarks, body.scores))
    if len(bare) > size:
        raise InputError("comments-too-long", limit=size, size=size_words(size))
    place = len(_PADDING)
    return b"".join([bare[:place], b"0" * (size - len(bare)), bare[place:]])


def _unpad(plaintext: bytes) -> SheetBody:
    """The body in its canonical form but for the padding, which is most of it, comes first, and is compared as a
    whole."""
    start, end = len(_PADDING), plaintext.find(b'"', len(_PADDING))
    if not plaintext.startswith(_PADDING) or not plaintext.startswith(_noughts(end - start), start):
        raise InputError("malformed", what="sheet.age")
    return canonical.decode(_PADDING + plaintext[end:], SheetBody, "sheet.age")


def _noughts(count: int) -> memoryview:
    return _blocks_of_noughts((count >> 16) + 1)[:count]


@lru_cache(maxsize=2)
def _blocks_of_noughts(blocks: int) -> memoryview:
    """So many times 64 KiB of what padding consists of: nearly as many for all sheets of a round."""
    return memoryview(b"0" * (blocks << 16))


def _pack(sealed: bytes, round_id: str) -> bytes:
    header = SheetHeader(hashlib.sha256(sealed).hexdigest(), "scoresheet/0", round_id, len(sealed))
    file = io.BytesIO()
    writer = ContainerWriter(file)
    writer.add("mimetype", SHEET_MIMETYPE)
    writer.add("header.json", canonical.encode(header))
    writer.add("sheet.age", sealed)
    writer.close()
    return file.getvalue()


def _sealed_in(content: bytes) -> memoryview:
    """``sheet.age`` of a file that is known to be whole."""
    *_, (name, sealed) = known_members(content, 3)
    if name != "sheet.age":
        raise InputError("not-a-sheet")
    return sealed


def _is_repacked(content: bytes) -> bool:
    """Whether another program has packed sheets into a ZIP, or a sheet's members into one of its own."""
    if not content.startswith(b"PK\x03\x04"):
        return False
    directory = content[-_DIRECTORY:].replace(SHEET_MIMETYPE, b"")
    packed = content[8:10] != b"\0\0" and content[_FIRST_NAME:].startswith(b"mimetype")
    return b".scoresheet" in directory or (packed and b"sheet.age" in directory)


def _unpack(content: bytes) -> tuple[SheetHeader, bytes]:
    try:
        container = ZipFile(io.BytesIO(content))
        names = [entry.name for entry in container.entries]
    except InputError as failure:
        if _is_repacked(content):
            raise InputError("sheet-repacked") from failure
        begins_like_ours = _BEGINNING.startswith(content[_FIRST_NAME:][: len(_BEGINNING)])
        if failure.code == "not-a-container" or not begins_like_ours:
            raise InputError("not-a-sheet") from failure
        raise InputError("sheet-truncated") from failure
    try:
        mimetype = container.read("mimetype", 100) if names[0] == "mimetype" else b""
    except InputError as failure:
        raise InputError("not-a-sheet") from failure
    if mimetype != SHEET_MIMETYPE:
        raise InputError("not-a-sheet")
    if names != ["mimetype", "header.json", "sheet.age"]:
        raise InputError("not-a-sheet")
    try:
        header = canonical.decode(container.read("header.json", 4096), SheetHeader, "header.json")
        sealed = container.read("sheet.age")
    except InputError as failure:
        raise InputError("sheet-version" if failure.code == "malformed" else "sheet-truncated") from failure
    if not is_round_id(header.round_id):
        raise InputError("sheet-version")
    if len(sealed) != header.size or hashlib.sha256(sealed).hexdigest() != header.digest:
        raise InputError("sheet-truncated")
    return header, sealed
