"""The work of one card as a file for another computer: ``.scorebackup``, sealed with the card's ``store`` key.

A ZIP like all our files: ``mimetype``, ``header.json`` in clear (format, round id, size and digest of what follows: a
file cut short is told from a strange one without a card), ``backup.sealed``: 12 random bytes and ChaCha20-Poly1305
(RFC 8439) under the store key, bound to the round id and the word ``backup``, over canonical JSON filled up with NUL
bytes to a power of two of at least 64 KiB.  So a finder learns the round, and of how much was written hardly anything.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import io
import secrets
from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from review_app.model import canonical
from review_app.model.canonical import Record
from review_app.model.container import Container, ContainerWriter
from review_app.model.errors import InputError
from review_app.model.scoring.history import CaseRecord
from review_app.model.scoring.meta import StoreMeta
from review_app.model.scoring.sealed_rows import NONCE_SIZE
from review_app.model.value import Value

BACKUP_MIMETYPE = b"application/vnd.review-app.scorebackup"
BACKUP_FILE_LIMIT = (256 << 20) + (64 << 10)
"""Bytes: 256 MiB of filled-up text and what is around it.  Five hundred cases with the longest notes and full histories
stay below 150 MB, which is filled up to just that."""
_SMALLEST = 64 << 10
_FORMAT: Literal["scorebackup/0"] = "scorebackup/0"
_ENTRIES = ["mimetype", "header.json", "backup.sealed"]


class BackupHeader(Record, frozen=True):
    """``header.json`` in clear."""

    digest: str
    format: Literal["scorebackup/0"]
    round_id: str
    size: int


class _AnyHeader(msgspec.Struct, frozen=True):
    format: str


class _Case(Record, frozen=True):
    case: str
    row: str


class _Body(Record, frozen=True):
    """``cases``: each row of the store as its canonical JSON, in terms order; ``meta``: likewise; ``amendments``: the
    sealed files in base64; ``scope``: what the store was made for."""

    amendments: list[str]
    cases: list[_Case]
    meta: str
    scope: str


class Backup(Value, frozen=True):
    """What a backup brings: every case with its past, what is remembered beside, and the amendments' files."""

    records: dict[str, CaseRecord]
    meta: StoreMeta
    amendments: tuple[bytes, ...] = ()


def pack_backup(
    records: Mapping[str, CaseRecord],
    meta: StoreMeta,
    amendments: Sequence[bytes],
    *,
    round_id: str,
    scope: str,
    store_key: bytes,
) -> bytes:
    """The bytes of a ``.scorebackup``; no two are alike."""
    body = _Body(
        amendments=[base64.b64encode(content).decode() for content in amendments],
        cases=[_Case(case_id, record.encode().decode()) for case_id, record in records.items()],
        meta=canonical.encode(meta).decode(),
        scope=scope,
    )
    text = canonical.encode(body)
    size = max(_SMALLEST, 1 << (len(text) - 1).bit_length())
    nonce = secrets.token_bytes(NONCE_SIZE)
    sealed = nonce + ChaCha20Poly1305(store_key).encrypt(nonce, text.ljust(size, b"\0"), _bound_to(round_id))
    header = BackupHeader(hashlib.sha256(sealed).hexdigest(), _FORMAT, round_id, len(sealed))
    file = io.BytesIO()
    writer = ContainerWriter(file)
    for name, content in zip(_ENTRIES, (BACKUP_MIMETYPE, canonical.encode(header), sealed), strict=True):
        writer.add(name, content)
    writer.close()
    return file.getvalue()


def check_backup(content: bytes) -> BackupHeader:
    """What anyone can say of a backup without a card: it is whole, and of which round.

    Raises InputError ``not-a-backup``, ``backup-newer`` or ``backup-damaged``.
    """
    return _unpack(content)[0]


def open_backup(content: bytes, *, round_id: str, scope: str, store_key: bytes) -> Backup:
    """Opens a backup of this round and card.

    Raises what :func:`check_backup` raises, and InputError ``backup-other-round`` or ``backup-other-card``.
    """
    header, sealed = _unpack(content)
    if header.round_id != round_id:
        raise InputError("backup-other-round")
    try:
        padded = ChaCha20Poly1305(store_key).decrypt(
            sealed[:NONCE_SIZE], sealed[NONCE_SIZE:], _bound_to(round_id)
        )
    except (InvalidTag, ValueError) as failure:
        raise InputError("backup-other-card") from failure
    try:
        body = canonical.decode(padded.rstrip(b"\0"), _Body, "backup")
        backup = Backup(
            {each.case: CaseRecord.decode(each.row.encode()) for each in body.cases},
            canonical.decode(body.meta.encode(), StoreMeta, "backup"),
            tuple(base64.b64decode(each, validate=True) for each in body.amendments),
        )
    except (InputError, binascii.Error, ValueError) as failure:
        raise InputError("backup-damaged") from failure
    if body.scope != scope:
        raise InputError("backup-other-round")
    return backup


def _bound_to(round_id: str) -> bytes:
    return round_id.encode() + b"\0backup"


def _unpack(content: bytes) -> tuple[BackupHeader, bytes]:
    ours = content[30:].startswith((b"mimetype" + BACKUP_MIMETYPE)[: max(1, len(content) - 30)])
    try:
        container = Container(io.BytesIO(content))
        if container.entries[0].name != "mimetype" or container.read("mimetype", 100) != BACKUP_MIMETYPE:
            raise InputError("not-a-backup")
        described = container.read("header.json", 4096)
        version = msgspec.json.decode(described, type=_AnyHeader).format
        if version != _FORMAT and version.startswith("scorebackup/"):
            raise InputError("backup-newer")
        header = canonical.decode(described, BackupHeader, "header.json")
        if [entry.name for entry in container.entries] != _ENTRIES:
            raise InputError("backup-damaged")
        sealed = container.read("backup.sealed", BACKUP_FILE_LIMIT)
    except (InputError, msgspec.DecodeError, RecursionError) as failure:
        if isinstance(failure, InputError) and failure.code in ("not-a-backup", "backup-newer"):
            raise
        strange = isinstance(failure, InputError) and failure.code == "not-a-container"
        raise InputError("backup-damaged" if ours and not strange else "not-a-backup") from failure
    if len(sealed) != header.size or hashlib.sha256(sealed).hexdigest() != header.digest:
        raise InputError("backup-damaged")
    return header, sealed
