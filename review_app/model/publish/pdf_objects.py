"""The objects of a PDF as its own tables name them: what a viewer would follow, and nothing that only lies in the file.

Only the plain structure that this program writes is understood: tables of offsets, no streams of objects, nothing
encrypted.  Anything else is :class:`Unread`, never guessed at.  Every step is limited, for a PDF from outside.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

MAX_OBJECTS = 200_000
MAX_REVISIONS = 16
STREAM_LIMIT = 4 << 20
TOTAL_LIMIT = 256 << 20
_DEEPEST = 24
_MAX_ITEMS = 20_000
_START = re.compile(rb"startxref\s{1,4}(\d{1,12})\s{1,4}%%EOF")
_SECTION = re.compile(rb"\s*(\d{1,7}) (\d{1,7})[ ]?(?:\r\n|\r|\n)")
_LINE = re.compile(rb"(\d{10}) (\d{5}) ([nf])[ \r\n]{1,2}")
_HEAD = re.compile(rb"\s*(\d{1,7})\s+0\s+obj\b")
_STREAM = re.compile(rb"\s*stream(?:\r\n|\n)")
_TOKEN = re.compile(
    rb"(?:[\x00\t\n\f\r ]|%[^\r\n]*[\r\n])*"
    rb"(?:(?P<ref>\d{1,7}\s+0\s+R(?![A-Za-z0-9]))|(?P<open><<|\[)|(?P<close>>>|\])"
    rb"|/(?P<name>[^\x00\t\n\f\r ()<>\[\]{}/%]*)"
    rb"|<(?P<hex>[0-9A-Fa-f\s]*)>|(?P<literal>\()|(?P<word>[^\x00\t\n\f\r ()<>\[\]{}/%]+))"
)
_PARENTHESIS = re.compile(rb"\\.|[()]", re.DOTALL)


class Unread(Exception):
    """This file isn't built as this program builds one."""


@dataclass(frozen=True)
class Name:
    """A name object, without its slash."""

    text: bytes


@dataclass(frozen=True)
class Reference:
    """A reference to an object of generation 0."""

    number: int


@dataclass(frozen=True)
class Stream:
    """A stream: its dictionary, and where its bytes begin."""

    head: dict[bytes, object]
    start: int


class PdfObjects:
    """The objects that the last revision of ``content`` has."""

    def __init__(self, content: bytes) -> None:
        """Raises :class:`Unread`."""
        self._content, self._spent = content, 0
        self._known: dict[int, object] = {}
        self._offsets: dict[int, int] = {}
        self.trailer: dict[bytes, object] = {}
        found = list(_START.finditer(content))
        if not found or content[found[-1].end() :].strip(b"\r\n\x00 "):
            raise Unread
        self._read_tables(int(found[-1][1]))
        if b"Encrypt" in self.trailer:
            raise Unread

    def get(self, value: object) -> object:
        """``value``, or the object that it refers to; raises :class:`Unread` for one that isn't there."""
        for _ in range(_DEEPEST):
            if not isinstance(value, Reference):
                return value
            value = self._object(value.number)
        raise Unread

    def dictionary(self, value: object) -> dict[bytes, object]:
        """As :meth:`get`, for what has to be a dictionary; that of a stream, too."""
        found = self.get(value)
        if isinstance(found, Stream):
            return found.head
        if not isinstance(found, dict):
            raise Unread
        return found

    def items(self, value: object) -> list[object]:
        """As :meth:`get`, for what has to be an array; nothing where it is missing."""
        found = self.get(value)
        if found is None:
            return []
        if not isinstance(found, list):
            raise Unread
        return found

    def data(self, value: object) -> bytes:
        """The content of a stream, decompressed."""
        stream = self.get(value)
        if not isinstance(stream, Stream):
            raise Unread
        length = self.get(stream.head.get(b"Length"))
        if not isinstance(length, bytes) or not length.isdigit():
            raise Unread
        raw = self._content[stream.start : stream.start + min(int(length), STREAM_LIMIT)]
        filters = self.get(stream.head.get(b"Filter"))
        names = [self.get(each) for each in filters] if isinstance(filters, list) else [filters]
        if names in ([None], []):
            found = raw
        elif names == [Name(b"FlateDecode")] and b"DecodeParms" not in stream.head:
            try:
                found = zlib.decompressobj().decompress(raw, STREAM_LIMIT)
            except zlib.error as failure:
                raise Unread from failure
        else:
            raise Unread
        self._spent += len(found)
        if self._spent > TOTAL_LIMIT:
            raise Unread
        return found

    def pages(self) -> Iterator[dict[bytes, object]]:
        """The pages, in order; each knows its own resources (none of this program's are inherited)."""
        root = self.dictionary(self.trailer.get(b"Root"))
        waiting: list[object] = [root.get(b"Pages")]
        seen = 0
        while waiting:
            node = self.dictionary(waiting.pop())
            seen += 1
            if seen > _MAX_ITEMS:
                raise Unread
            if node.get(b"Type") == Name(b"Pages"):
                waiting += reversed(self.items(node.get(b"Kids")))
            elif node.get(b"Type") == Name(b"Page"):
                yield node
            else:
                raise Unread

    def _read_tables(self, place: int) -> None:
        for _ in range(MAX_REVISIONS):
            offsets, trailer = self._table(place)
            self._offsets = offsets | self._offsets
            self.trailer = trailer | self.trailer
            if b"XRefStm" in trailer:
                raise Unread
            previous = trailer.get(b"Prev")
            if previous is None:
                return
            if not isinstance(previous, bytes) or not previous.isdigit():
                raise Unread
            place = int(previous)
        raise Unread

    def _table(self, place: int) -> tuple[dict[int, int], dict[bytes, object]]:
        content = self._content
        if content[place : place + 4] != b"xref":
            raise Unread
        place, offsets = place + 4, dict[int, int]()
        while section := _SECTION.match(content, place):
            first, count, place = int(section[1]), int(section[2]), section.end()
            if count > MAX_OBJECTS:
                raise Unread
            for number in range(first, first + count):
                line = _LINE.match(content, place)
                if line is None:
                    raise Unread
                place = line.end()
                offsets[number] = int(line[1]) if line[3] == b"n" else -1
        trailer = re.compile(rb"\s*trailer\b").match(content, place)
        if trailer is None or len(offsets) > MAX_OBJECTS:
            raise Unread
        found, _ = self._value(trailer.end(), 0)
        if not isinstance(found, dict):
            raise Unread
        return offsets, found

    def _object(self, number: int) -> object:
        if number not in self._known:
            place = self._offsets.get(number, -1)
            head = _HEAD.match(self._content, place) if place >= 0 else None
            if head is None or int(head[1]) != number:
                raise Unread
            value, end = self._value(head.end(), 0)
            stream = _STREAM.match(self._content, end)
            if stream and isinstance(value, dict):
                value = Stream(value, stream.end())
            self._known[number] = value
        return self._known[number]

    def _value(self, place: int, depth: int) -> tuple[object, int]:
        """The value at ``place``, and where it ends.  Numbers and words stay bytes; ``null`` is None."""
        found = _TOKEN.match(self._content, place)
        if found is None or depth > _DEEPEST:
            raise Unread
        end = found.end()
        match found.lastgroup:
            case "ref":
                return Reference(int(found["ref"].split()[0])), end
            case "name":
                return Name(found["name"]), end
            case "hex":
                return b"<" + found["hex"] + b">", end
            case "literal":
                return b"()", self._after_literal(end)
            case "word":
                return (None if found["word"] == b"null" else found["word"]), end
            case "open":
                return self._collection(found["open"], end, depth)
        raise Unread

    def _collection(self, opened: bytes, place: int, depth: int) -> tuple[object, int]:
        closing = b">>" if opened == b"<<" else b"]"
        values: list[object] = []
        while True:
            found = _TOKEN.match(self._content, place)
            if found is not None and found["close"] == closing:
                break
            value, place = self._value(place, depth + 1)
            values.append(value)
            if len(values) > _MAX_ITEMS:
                raise Unread
        if opened == b"[":
            return values, found.end()
        names, held = values[::2], values[1::2]
        texts = [each.text for each in names if isinstance(each, Name)]
        if len(texts) != len(held) or len(names) != len(held) or len(set(texts)) != len(texts):
            raise Unread
        return dict(zip(texts, held, strict=True)), found.end()

    def _after_literal(self, place: int) -> int:
        depth = 1
        for found in _PARENTHESIS.finditer(self._content, place):
            depth += {b"(": 1, b")": -1}.get(found[0], 0)
            if depth == 0:
                return found.end()
        raise Unread
