"""Attachments under the digest of their bytes: ``files/<2 hex digits>/<62 hex digits>``."""

from __future__ import annotations

import contextlib
import hashlib
from pathlib import Path

from review_app.model.case import ATTACHMENT_LIMIT
from review_app.model.errors import InputError
from review_app.model.files import ensure_folder, os_errors, read_limited, write_atomically


class Blobs:
    """The folder.  A blob is written before the row that names it, so a crash leaves at most one too many."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, content: bytes) -> str:
        """Keeps ``content`` durably and returns its SHA-256 (64 hex digits).  What is there and sound
        stays."""
        digest = hashlib.sha256(content).hexdigest()
        path = self._path(digest)
        if not self._is_sound(path, digest):
            ensure_folder(path.parent)
            write_atomically(path, content)
        return digest

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
            for leftover in self._folder.glob("*/.*.part"):
                with contextlib.suppress(OSError):
                    leftover.unlink()

    def _path(self, digest: str) -> Path:
        return self._folder / digest[:2] / digest[2:]

    @staticmethod
    def _is_sound(path: Path, digest: str) -> bool:
        if not path.exists():
            return False
        with os_errors(path), path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == digest
