"""What an office file, which is a ZIP, would unpack to, before anything of it is unpacked."""

from __future__ import annotations

import io
import zipfile

from review_app.model.errors import InputError

UNPACKED_LIMIT = 256 << 20
MAX_MEMBERS = 10_000
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


def check_unpacked_size(content: bytes, name: str) -> None:
    """Raises InputError ``office-protected`` for an office file under a password, ``table-invalid`` for one that is no
    ZIP, or would unpack to more than 256 MB."""
    if content.startswith(_OLE) and _PROTECTED in content:
        raise InputError("office-protected", name=name)
    size = unpacked_size(content)
    if size is None or size > UNPACKED_LIMIT:
        raise InputError("table-invalid", name=name)
