"""The ZIP profile of all our files: stored members, nothing outside members, every byte accounted for.

Reading goes from the end record to the central directory to each local header, and accepts a file only when these
tile it without gap or overlap and agree with each other (APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16).  The
standard ``zipfile`` reads 51 of 65 archives that have to be refused, so it isn't used here.

Two levels: what is *acceptable* (times, host system and permissions are ignored, as an outsider's tool may write them)
and what is *canonical* (each header is byte for byte what :class:`ContainerWriter` writes).  Our own formats demand the
second, so no byte of a file can change unnoticed.
"""

from __future__ import annotations

import re
import stat
import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, NamedTuple

from review_app.model.errors import InputError
from review_app.model.files import os_errors, size_words
from review_app.model.value import Value

MAX_ENTRIES = 12_000
MAX_BYTES = 0xFFFF_FFFE
"""Below 4 GiB: no ZIP64, which no mail carries anyway."""

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_LARGEST_CENTRAL = _CENTRAL.size + 100
_LOCAL_MARK, _CENTRAL_MARK, _END_MARK = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_VERSION = 20
_DOS_TIME, _DOS_DATE = 0, 0x21  # 1980-01-01 00:00: a file says nothing about when it was made
_UTF8_FLAG = 0x800
_UNIX = 3
_FOLDER_BIT = 0x10
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*){0,3}")
_SLASH = re.compile("/")
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")


class _CentralFields(NamedTuple):
    """The fixed part of a central directory header, in its order."""

    mark: bytes
    made_by: int
    needed: int
    flags: int
    method: int
    time: int
    date: int
    crc: int
    packed: int
    size: int
    name_length: int
    extra: int
    comment: int
    disk: int
    internal: int
    external: int
    offset: int


class Entry(Value, frozen=True):
    """One member: where its local header starts, and where its ``size`` bytes lie."""

    name: str
    size: int
    crc: int
    header_offset: int
    central: bytes

    @property
    def data_offset(self) -> int:
        """Offset of the first byte of the content."""
        return self.header_offset + _LOCAL.size + len(self.name)

    @property
    def end(self) -> int:
        """Offset of the first byte after the content."""
        return self.data_offset + self.size


def is_safe_name(name: str) -> bool:
    """Whether a member may be called so: lower-case ASCII letters, digits, ``. _ -``, up to three inner slashes, no
    device name of Windows, no trailing dot, at most 100 characters."""
    parts = name.split("/")
    return (
        len(name) <= 100
        and _NAME.fullmatch(name) is not None
        and not any(part.endswith(".") or _DEVICES.fullmatch(part) for part in parts)
    )


def _local_header(name: str, size: int, crc: int) -> bytes:
    encoded = name.encode("ascii")
    fields = (_LOCAL_MARK, _VERSION, 0, 0, _DOS_TIME, _DOS_DATE, crc, size, size, len(encoded), 0)
    return _LOCAL.pack(*fields) + encoded


def _central_header(name: str, size: int, crc: int, offset: int) -> bytes:
    encoded = name.encode("ascii")
    made_by = needed = _VERSION
    times = (_DOS_TIME, _DOS_DATE)
    sizes = (crc, size, size, len(encoded))
    extra = comment = disk = internal = external = 0
    rest = (extra, comment, disk, internal, external, offset)
    return _CENTRAL.pack(_CENTRAL_MARK, made_by, needed, 0, 0, *times, *sizes, *rest) + encoded


def known_members(content: bytes, count: int) -> Iterator[tuple[str, memoryview]]:
    """Names and contents of the first ``count`` members of a canonical file, by their local headers alone.

    For bytes that have passed :class:`Container` before; raises InputError ``not-a-container`` where they can't have.
    """
    whole, place = memoryview(content), 0
    for _ in range(count):
        start = place + _LOCAL.size
        if start > len(content):
            raise InputError("not-a-container")
        mark, *_, size, name_length, extra = _LOCAL.unpack_from(content, place)
        place = start + name_length + size
        if mark != _LOCAL_MARK or extra or place > len(content):
            raise InputError("not-a-container")
        name = content[start : start + name_length].decode("ascii", "replace")
        yield name, whole[start + name_length : place]


class ContainerWriter:
    """Writes members in the order given; ``close`` writes the directory."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._offset = 0
        self._central: list[bytes] = []
        self._names: set[str] = set()

    def add(self, name: str, content: bytes) -> None:
        """Appends one member.  Raises ValueError for a name that no reader would take (a bug of the caller),
        InputError ``container-too-large`` past 4 GiB or 12,000 members."""
        if not is_safe_name(name) or name in self._names:
            raise ValueError(f"not a member name: {name!r}")
        if self._offset + len(content) > MAX_BYTES - (64 << 20) or len(self._names) >= MAX_ENTRIES:
            raise InputError("container-too-large")
        crc = zlib.crc32(content)
        header = _local_header(name, len(content), crc)
        self._file.write(header)
        self._file.write(content)
        self._central.append(_central_header(name, len(content), crc, self._offset))
        self._names.add(name)
        self._offset += len(header) + len(content)

    def add_blocks(self, name: str, size: int, crc: int, blocks: Iterable[bytes]) -> None:
        """As :meth:`add`, for content that comes in blocks: ``size`` and ``crc`` have to be known before.

        Raises InputError ``content-changed`` when the blocks turn out to be something else.
        """
        if not is_safe_name(name) or name in self._names:
            raise ValueError(f"not a member name: {name!r}")
        if self._offset + size > MAX_BYTES - (64 << 20) or len(self._names) >= MAX_ENTRIES:
            raise InputError("container-too-large")
        header = _local_header(name, size, crc)
        self._file.write(header)
        written = found = 0
        for block in blocks:
            self._file.write(block)
            written, found = written + len(block), zlib.crc32(block, found)
        if (written, found) != (size, crc):
            raise InputError("content-changed", member=name)
        self._central.append(_central_header(name, size, crc, self._offset))
        self._names.add(name)
        self._offset += len(header) + size

    def close(self) -> None:
        """Writes the central directory and the end record."""
        directory = b"".join(self._central)
        count = len(self._central)
        self._file.write(directory)
        self._file.write(_END.pack(_END_MARK, 0, 0, count, count, len(directory), self._offset, 0))


class Container:
    """An open file of the profile.  Use as a context manager; members are read on demand."""

    def __init__(self, file: BinaryIO, *, canonical: bool = True) -> None:
        """Reads and checks the directory of ``file`` (seekable).

        Raises InputError ``not-a-container``, ``container-truncated``, ``container-damaged`` or ``container-member``
        (with the member's name).  With ``canonical`` false, foreign but acceptable headers pass.
        """
        self._file = file
        self._canonical = canonical
        self.entries = tuple(_read_directory(file, canonical))
        self._by_name = {entry.name: entry for entry in self.entries}

    @classmethod
    def open(cls, path: Path, *, canonical: bool = True) -> Container:
        """Opens the file at ``path``; see the constructor for what is refused."""
        with os_errors(path):
            file = path.open("rb")
        try:
            with os_errors(path):
                return cls(file, canonical=canonical)
        except BaseException:
            file.close()
            raise

    def __enter__(self) -> Container:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file."""
        self._file.close()

    def __contains__(self, name: str) -> bool:
        return name in self._by_name

    def size(self, name: str) -> int:
        """Bytes of a member; KeyError when there is none."""
        return self._by_name[name].size

    def place(self, name: str) -> tuple[int, int]:
        """Where the content of a member lies in the file (offset, size), its local header checked.

        Raises InputError ``member-missing`` or ``member-damaged``.
        """
        entry = self._by_name.get(name)
        if entry is None:
            raise InputError("member-missing", member=name)
        self._check_local_header(entry)
        return entry.data_offset, entry.size

    def extent(self, name: str) -> tuple[int, int]:
        """Where a member begins and ends in the file, its header included; KeyError when there is none."""
        entry = self._by_name[name]
        return entry.header_offset, entry.end

    def read(self, name: str, limit: int = MAX_BYTES) -> bytes:
        """The content of a member, its local header and CRC checked.

        Raises InputError ``member-missing``, ``member-too-large`` or ``member-damaged``.
        """
        entry = self._by_name.get(name)
        if entry is None:
            raise InputError("member-missing", member=name)
        if entry.size > limit:
            raise InputError("member-too-large", member=name, limit=limit, size=size_words(limit))
        self._check_local_header(entry)
        self._file.seek(entry.data_offset)
        content = self._file.read(entry.size)
        if len(content) != entry.size or zlib.crc32(content) != entry.crc:
            raise InputError("member-damaged", member=name)
        return content

    def read_run(self, names: Sequence[str], limit: int = MAX_BYTES) -> list[bytes]:
        """The contents of several members, as :meth:`read`; neighbours in the file are read at once."""
        entries = [self._by_name[name] for name in names if name in self._by_name]
        adjoining = all(one.end == other.header_offset for one, other in pairwise(entries))
        if len(entries) != len(names) or not adjoining or any(entry.size > limit for entry in entries):
            return [self.read(name, limit) for name in names]
        self._file.seek(entries[0].header_offset if entries else 0)
        whole = memoryview(self._file.read(entries[-1].end - entries[0].header_offset if entries else 0))
        contents, place = [], 0
        for entry in entries:
            start = place + _LOCAL.size + len(entry.name)
            content = bytes(whole[start : start + entry.size])
            if bytes(whole[place:start]) != self._local_header_of(entry) or zlib.crc32(content) != entry.crc:
                raise InputError("member-damaged", member=entry.name)
            contents.append(content)
            place = start + entry.size
        return contents

    def _check_local_header(self, entry: Entry) -> None:
        self._file.seek(entry.header_offset)
        found = self._file.read(_LOCAL.size + len(entry.name))
        if found != self._local_header_of(entry):
            raise InputError("member-damaged", member=entry.name)

    def _local_header_of(self, entry: Entry) -> bytes:
        """The local header that fits the directory."""
        if self._canonical:
            return _local_header(entry.name, entry.size, entry.crc)
        central = _CENTRAL.unpack(entry.central[: _CENTRAL.size])
        return _LOCAL.pack(_LOCAL_MARK, *central[2:11], 0) + entry.name.encode("ascii")


def _read_directory(file: BinaryIO, canonical: bool) -> Iterator[Entry]:
    length = file.seek(0, 2)
    if length > MAX_BYTES:
        raise InputError("container-too-large")
    file.seek(0)
    if file.read(4) != _LOCAL_MARK:
        raise InputError("not-a-container")
    file.seek(max(0, length - _END.size))
    end = file.read(_END.size)
    if len(end) != _END.size or not end.startswith(_END_MARK):
        raise InputError("container-truncated")
    _, disk, start_disk, here, count, size, offset, comment = _END.unpack(end)
    if disk or start_disk or comment or here != count or not 1 <= count <= MAX_ENTRIES:
        raise InputError("container-damaged")
    if offset + size + _END.size != length or size > count * _LARGEST_CENTRAL:
        raise InputError("container-damaged")
    file.seek(offset)
    directory = file.read(size)
    position, expected_offset = 0, 0
    names: set[str] = set()
    for _ in range(count):
        entry, position = _read_central(directory, position)
        if entry.name in names or entry.header_offset != expected_offset:
            raise InputError("container-member", member=entry.name)
        if canonical and entry.central != _central_header(
            entry.name, entry.size, entry.crc, entry.header_offset
        ):
            raise InputError("container-member", member=entry.name)
        names.add(entry.name)
        expected_offset = entry.end
        yield entry
    if position != len(directory) or expected_offset != offset:
        raise InputError("container-damaged")
    folders = {name[: slash.start()] for name in names for slash in _SLASH.finditer(name)}
    if clash := folders & names:
        raise InputError("container-member", member=min(clash))


def _read_central(directory: bytes, position: int) -> tuple[Entry, int]:
    fixed = directory[position : position + _CENTRAL.size]
    if len(fixed) != _CENTRAL.size or not fixed.startswith(_CENTRAL_MARK):
        raise InputError("container-damaged")
    found = _CentralFields._make(_CENTRAL.unpack(fixed))
    end = position + _CENTRAL.size + found.name_length
    raw_name = directory[position + _CENTRAL.size : end]
    name = raw_name.decode("utf-8", "backslashreplace")
    # Permissions are ignored, the kind of file is not.
    kind = stat.S_IFMT(found.external >> 16) if found.made_by >> 8 == _UNIX else 0
    acceptable = (
        len(raw_name) == found.name_length
        and is_safe_name(name)
        and found.needed <= _VERSION
        and found.flags in (0, _UTF8_FLAG)
        and found.method == 0
        and found.packed == found.size
        and not (found.extra or found.comment or found.disk or found.external & _FOLDER_BIT)
        and kind in (0, stat.S_IFREG)
    )
    if not acceptable:
        raise InputError("container-member", member=name[:100])
    return Entry(name, found.size, found.crc, found.offset, directory[position:end]), end
