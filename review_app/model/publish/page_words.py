"""The text layer of a certificate's pages, read from the PDF's own bytes: does a page still say what was signed?

Only the plain structure that this program writes is understood, decompressed within limits; what another program has
rewritten is left unread rather than misread.  A text layer that agrees proves little (a picture may lie over it), one
that doesn't is a page that was changed.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from review_app.model.publish.award import Award
from review_app.model.publish.scripts import ignorable, leftwards
from review_app.model.publish.typeset import tidy

_STREAM_LIMIT = 4 << 20
_TOTAL_LIMIT = 256 << 20
_OBJECT = re.compile(rb"(?<![0-9])(\d{1,7}) 0 obj\b(.{0,4000}?)(?:\bendobj|\bstream\r?\n)", re.DOTALL)
_FONT = re.compile(rb"/(C\d{1,3}) (\d{1,7}) 0 R")
_TO_UNICODE = re.compile(rb"/ToUnicode (\d{1,7}) 0 R")
_PAIR = re.compile(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>")
_SHOWN = re.compile(rb"/(\w{1,20}) [\d.]+ Tf|<([0-9A-Fa-f]*)> Tj|\(((?:[^()\\]|\\.)*)\) Tj")
_SPACE = re.compile(r"\s")


@dataclass(frozen=True)
class PageCheck:
    """Which signed fields the text of an award's page lacks; ``read`` is false when no text could be read."""

    read: bool
    lacking: tuple[str, ...] = ()


def check_pages(content: bytes, awards: Sequence[Award]) -> list[PageCheck]:
    """For each of ``awards``: whether recipient, title, award, serial number stand together on a page of the PDF.

    Names in scripts that run leftwards are not compared: their letters lie on the page in another order.
    """
    pages = _page_texts(content)
    if not any(pages):
        return [PageCheck(False) for _ in awards]
    return [_check(award, pages) for award in awards]


def _check(award: Award, pages: Sequence[str]) -> PageCheck:
    fields = {
        "serial": award.serial,
        "recipient": award.recipient,
        "title": award.title,
        "award": award.award,
    }
    wanted = {
        name: "".join(each for each in _SPACE.sub("", tidy(value)) if not ignorable(each))
        for name, value in fields.items()
        if not any(map(leftwards, value))
    }
    lacks = [tuple(name for name, value in wanted.items() if value not in page) for page in pages]
    own = [each for each in lacks if "serial" not in each] or lacks
    return PageCheck(True, min(own, key=len))


def _page_texts(content: bytes) -> list[str]:
    """The text of every page's stream, without spaces."""
    streams: dict[int, bytes] = {}
    heads: dict[int, bytes] = {}
    total = 0
    for found in _OBJECT.finditer(content):
        number = int(found[1])
        heads[number] = found[2]
        if found[0].rstrip(b"\r\n").endswith(b"stream") and b"/Image" not in found[2]:
            data = _inflated(content, found.end(), b"/FlateDecode" in found[2])
            total += len(data)
            if total > _TOTAL_LIMIT:
                return []
            streams[number] = data
    fonts: dict[bytes, dict[bytes, str]] = {}
    for head in heads.values():
        for name, number in _FONT.findall(head):
            target = _TO_UNICODE.search(heads.get(int(number), b""))
            fonts[name] = dict(_pairs(streams.get(int(target[1]), b""))) if target else {}
    return [_text(data, fonts) for data in streams.values() if b" Tj" in data]


def _inflated(content: bytes, start: int, compressed: bool) -> bytes:
    if not compressed:
        end = content.find(b"endstream", start, start + _STREAM_LIMIT)
        return content[start:end] if end >= 0 else b""
    try:
        return zlib.decompressobj().decompress(content[start : start + _STREAM_LIMIT], _STREAM_LIMIT)
    except zlib.error:
        return b""


def _pairs(cmap: bytes) -> Iterator[tuple[bytes, str]]:
    for code, text in _PAIR.findall(cmap):
        yield (
            code.upper(),
            bytes.fromhex(text[: len(text) // 2 * 2].decode("ascii")).decode("utf-16-be", "replace"),
        )


def _text(data: bytes, fonts: dict[bytes, dict[bytes, str]]) -> str:
    parts: list[str] = []
    letters: dict[bytes, str] = {}
    for font, codes, literal in _SHOWN.findall(data):
        if font:
            letters = fonts.get(font, {})
        elif codes:
            parts += [letters.get(codes[at : at + 4].upper(), "") for at in range(0, len(codes), 4)]
        else:
            parts.append(literal.decode("latin-1"))
    return "".join(each for each in _SPACE.sub("", "".join(parts)) if not ignorable(each))
