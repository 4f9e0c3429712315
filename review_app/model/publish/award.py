"""The signed statement behind a certificate: who was given which award for which case (PROTOCOL section 8).

It stands in the page's QR code, below lines that a person can read, and as text in the PDF's keywords, from where it is
read back without rendering the PDF (a PDF from outside can hang a reader).
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import msgspec

from review_app.model import canonical
from review_app.model.canonical import Record
from review_app.model.crypto import jws
from review_app.model.crypto.keys import b64u, b64u_decode, checked_public, thumbprint
from review_app.model.errors import InputError
from review_app.model.text import visible

CERTIFICATE_TYP = "review-certificate+jws"
_JWS = re.compile(
    rb"eyJ[A-Za-z0-9_-]{20,2000}\.eyJ[A-Za-z0-9_-]{20,8000}\.[A-Za-z0-9_-]{86}(?:~[A-Za-z0-9_-]{1,8000}){0,2}"
)
_BEGUN = re.compile(rb"(?<![A-Za-z0-9_-])(eyJ[A-Za-z0-9_-]{20,2000})\.eyJ")
MAX_STATEMENTS = 2000
CERTIFICATE_LIMIT = 512 << 20
"""Bytes of a certificate PDF, which may hold all certificates of a campaign."""


class Award(Record, frozen=True, omit_defaults=True):
    """Payload of the statement.  ``organizer`` is the signer's public key (base64url), so that the page can be
    checked alone; whether that key is the organizer's is for the reader to compare.  ``draft`` is there (true) only
    where the result was not final yet; a final one has ``result``, the SHA-256 of the ``results.jws`` that it belongs
    to (base64url).

    Of a recipient or title that is too long for a code there stand the beginning, ending with …, and in
    ``recipient_digest`` or ``title_digest`` the SHA-256 of the whole in UTF-8 (base64url)."""

    award: str
    campaign: str
    case: str
    date: str
    edition: str
    format: Literal["certificate/1"]
    issuers: list[str]
    organizer: str
    recipient: str
    round_id: str
    serial: str
    title: str
    draft: bool = False
    result: str = ""
    recipient_digest: str = ""
    title_digest: str = ""


STATEMENT_LIMIT = 64 << 10


@dataclass(frozen=True)
class FoundAward:
    """A statement whose signature holds, and the thumbprint of the key that signed it.  ``cut`` are the fields whose
    names are known by their beginning and digest only; where the whole stood beside the statement, ``award`` has it."""

    award: Award
    signer: str
    cut: tuple[str, ...] = ()


NameField = Literal["recipient", "title"]
NAME_FIELDS: tuple[NameField, ...] = get_args(NameField)
_CUT_TO, _CUT_FROM = 36, 64
"""Characters of a name that a statement holds by its digest, and of the shortest one for which that saves room."""
_SHOWN = (60, 36, 20)
"""Characters of a line in a QR code: fewer where the code would get too large."""
CODE_LIMIT = 1465
"""Bytes of the largest QR code that a page has room for."""


def readable_statement(lines: tuple[str, ...], statement: str) -> str:
    """What a certificate's QR code says: ``lines`` for people (long ones cut with …), then the statement."""
    for shown in (*_SHOWN, 0):
        text = "\n".join([*(_cut(" ".join(line.split()), shown) for line in lines if shown), statement])
        if len(text.encode()) <= CODE_LIMIT:
            break
    return text


def _cut(line: str, shown: int) -> str:
    return line if len(line) <= shown else line[: shown - 1] + "…"


def signed_fitting(award: Award, organizer_seed: bytes) -> str:
    """As :func:`sign_award`, with as many of the two names cut as it takes for the code to have room for lines to read;
    behind the statement stand the whole names (``~`` and base64url each), which a code leaves out."""
    by_length = sorted(("recipient", "title"), key=lambda name: -len(getattr(award, name)))
    longest = [name for name in by_length if len(getattr(award, name)) > _CUT_FROM]
    for count in range(len(longest) + 1):
        statement = sign_award(_with_cut(award, longest[:count]), organizer_seed)
        lines = (_cut(line, _SHOWN[-1]) for line in (award.award, award.recipient, award.serial))
        if len("\n".join([*lines, statement]).encode()) <= CODE_LIMIT:
            break
    return "~".join([statement, *(b64u(getattr(award, name).encode()) for name in longest[:count])])


def _with_cut(award: Award, names: Sequence[str]) -> Award:
    fields = {name: _cut(getattr(award, name), _CUT_TO) for name in names}
    return msgspec.structs.replace(
        award, **fields, **{f"{name}_digest": _digest(getattr(award, name)) for name in names}
    )


def _digest(name: str) -> str:
    return b64u(hashlib.sha256(name.encode()).digest())


def says_name(award: Award, field: NameField, name: str) -> bool:
    """Whether ``name`` is the recipient or title that a statement was signed over."""
    digest = award.recipient_digest if field == "recipient" else award.title_digest
    shown = getattr(award, field)
    return _digest(name) == digest and name.startswith(shown[:-1]) if digest else name == shown


def signed_recipient(statement: str) -> str:
    """The recipient as a statement has it, cut or not; the signature is not looked at."""
    payload = b64u_decode(statement.split(".")[1], "certificate")
    return canonical.decode(payload, Award, "certificate").recipient


def sign_award(award: Award, organizer_seed: bytes) -> str:
    """The compact JWS of a statement."""
    return jws.sign(award, CERTIFICATE_TYP, organizer_seed).decode("ascii")


def verify_award(statement: str) -> FoundAward:
    """A statement, its signature checked with the key it carries; whole names behind it are held against their
    digests.  Raises InputError ``malformed``, ``bad-key``, ``other-signer`` or ``bad-signature``."""
    statement, *beside = statement.split("~")
    data = statement.encode("ascii", "replace")
    payload = b64u_decode(statement.split(".")[1] if statement.count(".") == 2 else "", "certificate")
    found = re.search(rb'"organizer":"([A-Za-z0-9_-]{43})"', payload)
    if found is None:
        raise InputError("malformed", what="certificate")
    public = checked_public(found[1].decode("ascii"), "certificate")
    award = jws.verify(data, CERTIFICATE_TYP, public, Award, "certificate")
    if award.organizer != b64u(public) or not all(_is_cut_or_whole(award, field) for field in NAME_FIELDS):
        raise InputError("malformed", what="certificate")
    return _with_names(FoundAward(award, thumbprint(public)), beside)


def _is_cut_or_whole(award: Award, field: NameField) -> bool:
    """Whether a name with a digest beside it is a beginning: what people read and what is bound must not be two."""
    name: str = getattr(award, field)
    cut = len(name) == _CUT_TO and name.endswith("…")
    return cut or not getattr(award, f"{field}_digest")


def _with_names(found: FoundAward, beside: Sequence[str]) -> FoundAward:
    award, cut = found.award, []
    names = [b64u_decode(each, "certificate").decode("utf-8", "replace") for each in beside]
    for field in NAME_FIELDS:
        if not getattr(award, f"{field}_digest"):
            continue
        whole = next((name for name in names if says_name(found.award, field, name)), None)
        if whole is None:
            cut.append(field)
        else:
            award = msgspec.structs.replace(award, **{field: whole})
    return FoundAward(award, found.signer, tuple(cut))


def is_statement(head: bytes) -> bool:
    """Whether a file that begins with ``head`` is what a certificate's QR code says: lines, and a statement."""
    found = _BEGUN.search(head)
    if found is None:
        return False
    try:
        header = json.loads(b64u_decode(found[1].decode("ascii"), "certificate"))
    except (InputError, ValueError, RecursionError):
        return False
    return isinstance(header, dict) and header.get("typ") == CERTIFICATE_TYP


def award_in_text(text: str) -> FoundAward:
    """The statement in what a QR code said (or alone), the lines around it compared with what was signed.

    Raises InputError ``certificate-not-found``, ``certificate-lines-differ`` (``line``), or what
    :func:`verify_award` raises.
    """
    found = _JWS.search(text.encode("utf-8", "replace"))
    if found is None:
        raise InputError("certificate-not-found")
    statement = found[0].decode("ascii")
    award = verify_award(statement)
    in_code = signed_recipient(statement.partition("~")[0])
    signed = [" ".join(each.split()) for each in (award.award.award, in_code, award.award.serial)]
    before, _, after = text.removeprefix("\ufeff").partition(statement)
    lines = [" ".join(line.split()) for line in (*before.splitlines(), *after.splitlines())]
    for number, line in enumerate(line for line in lines if line):
        if number >= len(signed) or not _says(line, signed[number]):
            raise InputError("certificate-lines-differ", line=visible(line))
    return award


def _says(line: str, signed: str) -> bool:
    return line == signed or (line.endswith("…") and len(line) in _SHOWN and signed.startswith(line[:-1]))


def holds_award(content: bytes) -> bool:
    """Whether there is anything in a file that looks like a statement."""
    return _JWS.search(content) is not None


def awards_in_pdf(content: bytes) -> list[FoundAward]:
    """Every statement in a certificate PDF.

    Raises InputError ``certificate-not-found``, or the error of the first statement that doesn't hold.
    """
    if not content.startswith(b"%PDF-"):
        raise InputError("certificate-not-found")
    statements = list(dict.fromkeys(match.decode("ascii") for match in _JWS.findall(content)))
    if not statements or len(statements) > MAX_STATEMENTS:
        raise InputError("certificate-not-found")
    return [verify_award(statement) for statement in statements]
