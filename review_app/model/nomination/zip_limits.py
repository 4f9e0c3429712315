"""What an office file, which is a ZIP, would unpack to, before anything of it is unpacked."""

from __future__ import annotations

import contextlib
import io
import zipfile

from review_app.model.errors import InputError

UNPACKED_LIMIT = 256 << 20
MAX_MEMBERS = 10_000
DOCUMENT_TAGS, TABLE_TAGS = 300_000, 1_500_000
"""Tags in all parts of a document or workbook: a hundred pages have 60,000, five thousand rows of thirty cells 900,000.
What reads them keeps a kilobyte for each, and a file of 10 kB can hold millions."""
_BLOCK = 1 << 20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROTECTED = "EncryptedPackage".encode("utf-16-le")


def unpacked_size(content: bytes) -> int | None:
    """Bytes that all members of the ZIP in ``content`` claim to have; None when it is no ZIP, or one of more than
    10,000 members."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
    except Exception:  # zipfile raises half a dozen kinds
        return None
    return sum(member.file_size for member in members) if len(members) <= MAX_MEMBERS else None


def tags_within(content: bytes, limit: int) -> bool:
    """Whether the XML in the ZIP ``content``, under whatever names it lies there, has at most ``limit`` tags and twice
    as many attributes."""
    tags = attributes = 0
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for member in archive.infolist():
            with (
                contextlib.suppress(Exception),
                archive.open(member) as file,
            ):  # who reads it will say what is wrong
                block = file.read(_BLOCK)
                if not block.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n").startswith(b"<"):
                    continue
                while block:
                    tags, attributes = tags + block.count(b"<"), attributes + block.count(b"=")
                    if tags > limit or attributes > 2 * limit:
                        return False
                    block = file.read(_BLOCK)
    return True


def check_unpacked_size(content: bytes, name: str, tags: int = TABLE_TAGS) -> None:
    """Raises InputError ``office-protected`` for an office file under a password, ``table-invalid`` for one that is no
    ZIP, would unpack to more than 256 MB, or has more than ``tags`` tags."""
    if content.startswith(_OLE) and _PROTECTED in content:
        raise InputError("office-protected", name=name)
    size = unpacked_size(content)
    if size is None or size > UNPACKED_LIMIT or not tags_within(content, tags):
        raise InputError("table-invalid", name=name)
