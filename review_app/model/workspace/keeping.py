"""A whole workspace in one sealed file, and back into an empty folder.

The file is an age v1 file around a tar stream: ``backup.json`` first, then every file of the folder under its name,
the database as SQLite serializes it.  It is sealed to the vault's own key, with a stanza ``review-app-vault <id>``
beside it that says which (other age programs pass over it), or under a passphrase.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Literal, cast

from review_app.model import canonical
from review_app.model.canonical import Record
from review_app.model.crypto import age, age_passphrase
from review_app.model.crypto.age_format import (
    HEADER_LIMIT,
    Reader,
    Refused,
    Stanza,
    new_file_key,
    read_header,
    x25519_stanza,
)
from review_app.model.crypto.age_stream import OpeningReader, OpenStanza, SealingWriter
from review_app.model.crypto.recovery import KitContent, parse_passphrase
from review_app.model.crypto.vault import IdentityKey, PassphraseKey, Unlocker
from review_app.model.errors import InputError, ReviewError, UsageError
from review_app.model.files import atomic_writer, ensure_folder, os_errors, sync_folder
from review_app.model.progress import SILENT, Progress
from review_app.model.workspace.context import DATABASE_NAME
from review_app.model.workspace.workspace import Workspace

ENDING = ".campaignbackup"
_VAULT_STANZA = "review-app-vault"
_HEAD_NAME = "backup.json"
_HEAD_LIMIT = 64 << 20
_BLOCK = 1 << 20
_LEFT_OUT = re.compile(r".*\.lock|.*-(journal|wal|shm)|\..*\.part|.*\.schema-[0-9]+")
"""Locks, what SQLite keeps beside an open file, what is half written, and copies from before a newer schema."""
_UNSAFE = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]|[. ]$')


class _File(Record, frozen=True):
    name: str
    size: int


class _Head(Record, frozen=True):
    format: Literal["workspace-backup/0"]
    log_head: str
    files: list[_File]


@dataclass(frozen=True)
class Kept:
    """A backup: how many files it holds, its size in bytes, the log's head in it."""

    files: int
    size: int
    log_head: str


@dataclass(frozen=True)
class BroughtBack:
    """A workspace brought back: how many files, and which attachments were damaged or missing when it was kept (case id
    and file name)."""

    files: int
    log_head: str
    damaged: list[tuple[str, str]]


def keep(
    workspace: Workspace,
    file: Path,
    progress: Progress = SILENT,
    *,
    passphrase: str | None = None,
    replace: bool = False,
) -> Kept:
    """Writes everything in the workspace's folder into ``file``, sealed to the vault's key or under ``passphrase``.

    ``progress`` counts files.  The log then has a line of it.  Raises UsageError ``file-exists`` (unless ``replace``),
    ``backup-inside`` (``file`` would lie in the folder that it holds); what opening the vault raises; Cancelled.
    """
    if file.exists() and not replace:
        raise UsageError("file-exists", name=file.name)
    if workspace.folder.resolve() in file.resolve().parents:
        raise UsageError("backup-inside", name=file.name)
    context = workspace._context
    file_key = new_file_key()
    stanzas = (
        [age_passphrase.stanza_for(file_key, passphrase)] if passphrase else _stanzas(workspace, file_key)
    )
    _settle_boxes(workspace)
    database = context.db.serialized()
    paths = list(_files(workspace.folder))
    with os_errors(workspace.folder):
        sizes = [_File(path.relative_to(workspace.folder).as_posix(), path.stat().st_size) for path in paths]
    head = _Head("workspace-backup/0", context.log.head(), [_File(DATABASE_NAME, len(database)), *sizes])
    progress.start(len(head.files))
    with atomic_writer(file) as out:
        sealed = SealingWriter(out, file_key, stanzas)
        with tarfile.open(fileobj=cast(BinaryIO, sealed), mode="w|", format=tarfile.PAX_FORMAT) as tar:
            _add(tar, _HEAD_NAME, canonical.encode(head))
            _add(tar, DATABASE_NAME, database)
            progress.step()
            for entry, path in zip(sizes, paths, strict=True):
                with os_errors(path), path.open("rb") as content:
                    tar.addfile(_member(entry.name, entry.size), content)
                progress.step()
        sealed.finish()
        size = out.tell()
    if not workspace.read_only:
        workspace.log.append("workspace-kept")
    return Kept(len(head.files), size, head.log_head)


def needs_passphrase(file: Path) -> bool:
    """Whether a backup opens with a passphrase rather than the vault's key; InputError ``campaign-backup-foreign``."""
    return any(stanza.arguments[0] == "scrypt" for stanza in _stanzas_of(file))


def bring_back(
    file: Path,
    folder: Path,
    unlocker: Unlocker,
    progress: Progress = SILENT,
    *,
    passphrase: str = "",
    kit: KitContent | None = None,
) -> BroughtBack:
    """Unpacks a backup into ``folder``, which must be empty or not there, and verifies it before it is put in place.

    The key comes from ``kit``, or is the one kept on this computer; a key from a kit is kept here then.  Raises
    UsageError ``folder-not-empty``; InputError ``campaign-backup-foreign``, ``campaign-backup-damaged``,
    ``backup-key-missing`` (a kit is needed), ``backup-wrong-passphrase``, ``kit-other-workspace``; what
    :meth:`Workspace.open` and :meth:`Workspace.verify_log` raise.  After a failure the folder is as before.
    """
    with os_errors(folder):
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise UsageError("folder-not-empty", name=folder.name)
    open_stanza = _opener(file, unlocker, passphrase, kit)
    ensure_folder(folder.parent)
    # Under a name of its own, so that what a power cut left behind is gone with the next attempt.
    aside = folder.parent / f".{folder.name}.part"
    try:
        with os_errors(aside):
            shutil.rmtree(aside, ignore_errors=True)
            aside.mkdir(mode=0o700)
        head = _unpack(file, aside, open_stanza, progress)
        with Workspace.open(aside, unlocker, read_only=True) as found:
            if found.verify_log() != head.log_head:
                raise InputError("campaign-backup-damaged", name=file.name)
            damaged = found.damaged_files()
        with os_errors(folder):
            if folder.exists():
                folder.rmdir()
            os.rename(aside, folder)
            sync_folder(folder.parent)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    if kit is not None and kit.identity:
        unlocker.keep(kit.vault_id, kit.identity)
    return BroughtBack(len(head.files), head.log_head, damaged)


def _stanzas(workspace: Workspace, file_key: bytes) -> list[Stanza]:
    context = workspace._context
    key = context.vault.key
    if isinstance(key, PassphraseKey):
        return [age_passphrase.stanza_for(file_key, key.passphrase)]
    assert isinstance(key, IdentityKey)
    public = age.recipient_bytes(age.recipient_of(key.identity))
    vault_id = context.campaign.get().vault_id
    return [Stanza((_VAULT_STANZA, vault_id), b""), x25519_stanza(file_key, public)]


def _settle_boxes(workspace: Workspace) -> None:
    """Opens and closes every box, so that nothing of it is in a log beside it."""
    if workspace.read_only:
        return
    for round_ in workspace.rounds.all():
        if (workspace.folder / f"box-{round_.number}.sqlite").exists():
            workspace.counting.box(round_).close()


def _files(folder: Path) -> Iterator[Path]:
    """Every file of the folder but the database, in the order of their names."""
    for base, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(base) / name
            if _LEFT_OUT.fullmatch(name) or (name == DATABASE_NAME and path.parent == folder):
                continue
            if path.is_file() and not path.is_symlink():
                yield path


def _member(name: str, size: int) -> tarfile.TarInfo:
    """A member without time and owner."""
    member = tarfile.TarInfo(name)
    member.size, member.mode = size, 0o600
    return member


def _add(tar: tarfile.TarFile, name: str, content: bytes) -> None:
    tar.addfile(_member(name, len(content)), io.BytesIO(content))


def _stanzas_of(file: Path) -> tuple[Stanza, ...]:
    with os_errors(file), file.open("rb") as source:
        head = source.read(HEADER_LIMIT)
    try:
        stanzas = read_header(head).stanzas
    except Refused:
        raise InputError("campaign-backup-foreign", name=file.name) from None
    if not {stanza.arguments[0] for stanza in stanzas} & {"scrypt", _VAULT_STANZA}:
        raise InputError("campaign-backup-foreign", name=file.name)
    return stanzas


def _opener(file: Path, unlocker: Unlocker, passphrase: str, kit: KitContent | None) -> OpenStanza:
    named = [
        s.arguments[1] for s in _stanzas_of(file) if s.arguments[0] == _VAULT_STANZA and len(s.arguments) > 1
    ]
    if not named:
        typed = passphrase or (kit.passphrase if kit else "") or unlocker.passphrase()
        with contextlib.suppress(InputError):
            typed = parse_passphrase(typed)  # one that the program made, however it was typed
        return lambda stanza: (
            age_passphrase.file_key_in(stanza, typed) if stanza.arguments[0] == "scrypt" else None
        )
    if kit is not None:
        if kit.vault_id != named[0]:
            raise InputError("kit-other-workspace")
        key = IdentityKey(kit.identity)
    else:
        try:
            key = unlocker.kept(named[0])
        except ReviewError as failure:
            if failure.code not in ("vault-key-missing", "malformed"):
                raise
            raise InputError("backup-key-missing") from failure
    reader = Reader(age.identity_bytes(key.identity))
    return lambda stanza: reader.file_key_in(stanza) if stanza.arguments[0] == "X25519" else None


def _unpack(file: Path, folder: Path, open_stanza: OpenStanza, progress: Progress) -> _Head:
    """Writes what the backup holds into ``folder``; nothing is sure before the end has been verified."""
    try:
        with os_errors(file), file.open("rb") as source:
            try:
                plain = OpeningReader(source, open_stanza)
            except Refused:
                if needs_passphrase(file):
                    raise InputError("backup-wrong-passphrase", name=file.name) from None
                raise InputError("campaign-backup-damaged", name=file.name) from None
            with tarfile.open(fileobj=cast(BinaryIO, plain), mode="r|") as tar:
                head = _head(tar)
                progress.start(len(head.files))
                for expected in head.files:
                    member = tar.next()
                    if member is None or (member.name, member.size) != (expected.name, expected.size):
                        raise Refused
                    _write(tar, member, folder)
                    progress.step()
                if tar.next() is not None:
                    raise Refused
            while plain.read(_BLOCK):  # to the verified end
                pass
    except (Refused, tarfile.TarError, EOFError):
        raise InputError("campaign-backup-damaged", name=file.name) from None
    return head


def _head(tar: tarfile.TarFile) -> _Head:
    member = tar.next()
    if member is None or member.name != _HEAD_NAME or not member.isreg() or member.size > _HEAD_LIMIT:
        raise Refused
    content = tar.extractfile(member)
    assert content is not None  # it is a regular file
    try:
        return canonical.decode(content.read(), _Head, _HEAD_NAME)
    except InputError:
        raise Refused from None


def _write(tar: tarfile.TarFile, member: tarfile.TarInfo, folder: Path) -> None:
    parts = PurePosixPath(member.name).parts
    unsafe = any(part in ("/", "..") or _UNSAFE.search(part) for part in parts)
    if not member.isreg() or unsafe or "/".join(parts) != member.name:
        raise Refused
    target = folder.joinpath(*parts)
    ensure_folder(target.parent)
    content = tar.extractfile(member)
    assert content is not None  # it is a regular file
    with os_errors(target), target.open("xb") as out:
        shutil.copyfileobj(content, out, _BLOCK)
        out.flush()
        os.fsync(out.fileno())
    if target.stat().st_size != member.size:
        raise Refused
