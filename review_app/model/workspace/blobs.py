"""Attachments under the digest of their bytes: ``files/<2 hex digits>/<62 hex digits>``."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import BinaryIO

from review_app.model.case import ATTACHMENT_LIMIT
from review_app.model.errors import InputError, UsageError
from review_app.model.files import ensure_folder, os_errors, read_limited, sync_folder, write_atomically

_BLOCK = 1 << 20
_WRITERS = 8
_UNSYNCED = 256 << 20
"""Bytes that wait for the disk together, at most."""


class Blobs:
    """The folder.  A blob is written before the row that names it, so a crash leaves at most one too many."""

    def __init__(self, folder: Path, *, read_only: bool = False) -> None:
        """With ``read_only`` whatever would be kept raises UsageError ``workspace-read-only``."""
        self._folder = folder
        self._read_only = read_only
        self._unsynced: dict[Path, int] = {}

    def put(self, content: bytes) -> str:
        """Keeps ``content`` durably and returns its SHA-256 (64 hex digits).  What is there and sound
        stays."""
        self._refuse()
        digest = hashlib.sha256(content).hexdigest()
        path = self._path(digest)
        if not self._is_sound(path, digest):
            ensure_folder(path.parent)
            write_atomically(path, content)
        return digest

    def receive(self, file: BinaryIO) -> str:
        """Keeps what is left of ``file``, read once and never as a whole, and returns its SHA-256.

        Only :meth:`sync` makes it durable: until then a power cut may leave anything under that name, and no row may
        name it.
        """
        self._refuse()
        ensure_folder(self._folder)
        temporary = self._folder / f".{secrets.token_hex(6)}.part"
        size = 0
        try:
            with os_errors(self._folder):
                digest = hashlib.sha256()
                with temporary.open("xb") as kept:
                    while block := file.read(_BLOCK):
                        digest.update(block)
                        size += kept.write(block)
                name = digest.hexdigest()
                path = self._path(name)
                ensure_folder(path.parent)
                os.replace(temporary, path)  # the same bytes, should there be any already
            self._unsynced[path] = size
        finally:
            with contextlib.suppress(OSError):
                temporary.unlink()
        if sum(self._unsynced.values()) > _UNSYNCED:
            self.sync()
        return name

    def sync(self) -> None:
        """Returns when everything received is on the disk, bytes and names.  To be called before a row names it.

        The disk is asked for all of it at once: it writes many files together faster than one after another.
        """
        files, self._unsynced = list(self._unsynced), {}
        folders = sorted({path.parent for path in files})
        if files:
            with ThreadPoolExecutor(_WRITERS) as writers:
                list(writers.map(_sync_file, files))
                list(writers.map(sync_folder, [*folders, self._folder]))

    def open(self, digest: str) -> BinaryIO:
        """The blob for reading, unchecked (:meth:`read` checks); raises InputError ``blob-missing``."""
        path = self._path(digest)
        if not path.exists():
            raise InputError("blob-missing", digest=digest)
        with os_errors(path):
            return path.open("rb")

    def read(self, digest: str) -> bytes:
        """The bytes with this digest; raises InputError ``blob-missing`` or ``blob-damaged``."""
        path = self._path(digest)
        if not path.exists():
            raise InputError("blob-missing", digest=digest)
        content = read_limited(path, ATTACHMENT_LIMIT)
        if hashlib.sha256(content).hexdigest() != digest:
            raise InputError("blob-damaged", digest=digest)
        return content

    def remove_leftovers(self) -> None:
        """Deletes what an interrupted writing left behind.  For whoever holds the workspace alone."""
        with os_errors(self._folder):
            for pattern in (".*.part", "*/.*.part"):
                for leftover in self._folder.glob(pattern):
                    with contextlib.suppress(OSError):
                        leftover.unlink()

    def _refuse(self) -> None:
        if self._read_only:
            raise UsageError("workspace-read-only")

    def _path(self, digest: str) -> Path:
        return self._folder / digest[:2] / digest[2:]

    @staticmethod
    def _is_sound(path: Path, digest: str) -> bool:
        if not path.exists():
            return False
        with os_errors(path), path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == digest


def _sync_file(path: Path) -> None:
    with os_errors(path), path.open("r+b") as file:
        os.fsync(file.fileno())
