"""Attachments at the border: a name that is safe everywhere, a type that can be shown, content that is what it says."""

from __future__ import annotations

import io
import re
import unicodedata
import warnings
from pathlib import PurePath
from typing import BinaryIO

from PIL import Image

from review_app.model.case import ATTACHMENT_LIMIT, MEDIA_TYPES
from review_app.model.errors import InputError

MAX_PIXELS = 40_000_000
NAME_LIMIT = 120

_UNSAFE = re.compile(r'[<>:"/\\|?*]')
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_PICTURES = {"image/png": "PNG", "image/jpeg": "JPEG"}


def safe_name(name: str) -> str:
    """``name`` in Unicode's composed form, when every system can hold a file of that name.

    Raises InputError ``attachment-name``: separators, drive letters, device names of Windows, control and direction
    characters, a dot at the start, a dot or space at the end, more than 120 characters.
    """
    name = unicodedata.normalize("NFC", name)
    hidden = any(
        unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"} for character in name
    )
    if (
        not 0 < len(name) <= NAME_LIMIT
        or hidden
        or _UNSAFE.search(name)
        or _DEVICES.fullmatch(name)
        or name.startswith((".", " ", "~$"))
        or name.endswith((".", " "))
    ):
        raise InputError("attachment-name", name=name)
    return name


def harmless_name(name: str) -> str:
    """A name like ``name`` under which a file can be saved everywhere; ``name`` itself where it is one."""
    name = unicodedata.normalize("NFC", name)
    shown = "".join(c for c in name if unicodedata.category(c)[0] not in "CZ" or c == " ")
    shown = _UNSAFE.sub("_", shown).strip(". ~$")
    stem, dot, ending = shown.rpartition(".")
    if dot and len(ending) <= 10:
        shown = f"{stem[: NAME_LIMIT - 1 - len(ending)]}.{ending}"
    shown = shown[:NAME_LIMIT] or "_"
    return f"_{shown[: NAME_LIMIT - 1]}" if _DEVICES.fullmatch(shown) else shown


def media_type_for(name: str) -> str:
    """The media type that the ending promises; raises InputError ``format-unsupported`` (remedy: save as PDF)."""
    suffix = PurePath(name).suffix.lower()
    if suffix not in MEDIA_TYPES:
        raise InputError("format-unsupported", name=name, suffix=suffix)
    return MEDIA_TYPES[suffix]


def check_content(name: str, content: bytes) -> str:
    """The media type of an attachment whose content is what its ending says.

    Raises InputError ``format-unsupported``, ``attachment-too-large``, ``attachment-mismatch`` (with the type found),
    ``attachment-damaged`` or ``picture-too-large``.
    """
    return check_stream(name, io.BytesIO(content), len(content))


def check_stream(name: str, file: BinaryIO, size: int) -> str:
    """:func:`check_content` for the ``size`` bytes of ``file`` (seekable), of which only what is needed is read."""
    expected = media_type_for(name)
    if size > ATTACHMENT_LIMIT:
        raise InputError("attachment-too-large", name=name, limit=ATTACHMENT_LIMIT >> 20)
    if not size:
        raise InputError("attachment-damaged", name=name)
    found = _sniff(_bytes_at(file, 0, 512))
    if found != expected:
        raise InputError("attachment-mismatch", name=name, found=found or "?")
    if expected == "application/pdf":
        if b"%%EOF" not in _bytes_at(file, max(0, size - 2048), 2048):
            raise InputError("attachment-damaged", name=name)
    else:
        _check_picture(name, file, size, _PICTURES[expected])
    return expected


def _bytes_at(file: BinaryIO, place: int, length: int) -> bytes:
    file.seek(place)
    return file.read(length)


def _sniff(content: bytes) -> str:
    """The media type by the first bytes: one of ours, or a word for what it seems to be."""
    for magic, kind in (
        (b"%PDF-", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"\xff\xd8\xff", "image/jpeg"),
        (b"PK\x03\x04", "zip"),
        (b"\xd0\xcf\x11\xe0", "ole"),
        (b"Rar!", "rar"),
        (b"GIF8", "gif"),
        (b"RIFF", "webp"),
        (b"MZ", "exe"),
    ):
        if content.startswith(magic):
            return kind
    head = content[:512].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    return "html" if head.startswith((b"<!doctype html", b"<html")) else "svg" if b"<svg" in head else ""


def _check_picture(name: str, file: BinaryIO, size: int, kind: str) -> None:
    """Header and size, without decoding; a PNG's chunks against their check sums, a JPEG's end mark."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            file.seek(0)
            with Image.open(file, formats=[kind]) as picture:
                width, height = picture.size
                if width * height <= MAX_PIXELS:
                    picture.verify()
    except Image.DecompressionBombError:
        width, height = MAX_PIXELS, 2
    except Exception as failure:  # Pillow's readers raise whatever a damaged header makes them stumble over
        raise InputError("attachment-damaged", name=name) from failure
    if width * height > MAX_PIXELS:
        raise InputError("picture-too-large", name=name, limit=MAX_PIXELS // 1_000_000)
    if kind == "JPEG" and b"\xff\xd9" not in _bytes_at(file, max(0, size - 4096), 4096):
        raise InputError("attachment-damaged", name=name)
