"""A package in numbered parts, for mail that carries no large file.

A part is a container of its own with a slice of the package in it.  It says which round and which package it belongs
to, its number, how many there are, and the digest of its slice: a part that is missing, damaged or of another package
can be named.  Parts prove nothing: what they come to together is a package, and is checked as one.

Parts are found by what they hold, never by their names; :mod:`.joined` reads them where they lie.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from review_app.model import canonical
from review_app.model.canonical import Record
from review_app.model.container import MAX_BYTES, Container, ContainerWriter
from review_app.model.errors import InputError, ReviewError
from review_app.model.files import os_errors
from review_app.model.value import Value

PART_MIMETYPE = b"application/vnd.review-app.casepart"
SLICE = "slice"
MAX_PARTS = 999
OVERHEAD = 4096
"""Bytes that a part has at most beside its slice."""

_HEADER_LIMIT = 2048
_HEX64 = re.compile(r"[0-9a-f]{64}")
_ROUND = re.compile(r"[0-7][0-9a-hjkmnp-tv-z]{25}")
_BLOCK = 1 << 20
_LOOKED_AT = 20_000
_TRIED = 16
"""How many packages' worth of bytes are read to find out which of several copies are the right ones."""


class PartHeader(Record, frozen=True):
    """``header.json`` of a part.  ``package`` is the digest of the whole package, ``digest`` that of the slice; every
    slice but the last has ``part_size`` bytes."""

    digest: str
    format: Literal["casepart/0"]
    number: int
    package: str
    package_size: int
    part_size: int
    round_id: str
    size: int
    total: int


class Part(Value, frozen=True):
    """A part as it lies in a file; ``offset`` is where its slice begins there."""

    path: Path
    header: PartHeader
    offset: int

    def sound(self) -> bool:
        """Whether the slice is what the header says, read in blocks."""
        digest = hashlib.sha256()
        for block in self.blocks():
            digest.update(block)
        return digest.hexdigest() == self.header.digest

    def blocks(self) -> Iterator[bytes]:
        """The slice, or what there is of it."""
        left = self.header.size
        with os_errors(self.path), self.path.open("rb") as file:
            file.seek(self.offset)
            while left and (block := file.read(min(left, _BLOCK))):
                left -= len(block)
                yield block


class Gathered(NamedTuple):
    """The parts of a package, in order, and those passed over: they say that they are such a part, and are not."""

    parts: list[Part]
    passed_over: list[Part]


# --- finding ----------------------------------------------------------------------------------------------------


def is_part(path: Path) -> bool:
    """Whether the file begins as every part does."""
    with os_errors(path), path.open("rb") as file:
        return file.read(len(_BEGINNING)) == _BEGINNING


def read_part(path: Path) -> Part:
    """The part in a file: its frame is whole, its header is in order; its slice isn't read.

    Raises InputError ``part-damaged`` with the file's name; what the system says of a file that can't be read.
    """
    try:
        with Container.open(path) as container:
            names = [entry.name for entry in container.entries]
            if names != ["mimetype", "header.json", SLICE]:
                raise InputError("part-damaged", name=path.name)
            if container.read("mimetype", 100) != PART_MIMETYPE:
                raise InputError("part-damaged", name=path.name)
            raw = container.read("header.json", _HEADER_LIMIT)
            header = canonical.decode(raw, PartHeader, "header.json")
            offset, size = container.place(SLICE)
    except InputError as failure:
        if failure.code == "file-missing":
            raise
        raise InputError("part-damaged", name=path.name) from failure
    if not _holds(header) or size != header.size:
        raise InputError("part-damaged", name=path.name)
    return Part(path, header, offset)


def _holds(header: PartHeader) -> bool:
    """Whether the fields agree with each other."""
    if not (2 <= header.total <= MAX_PARTS and 1 <= header.number <= header.total and header.part_size >= 1):
        return False
    last = header.package_size - header.part_size * (header.total - 1)
    return (
        all(_HEX64.fullmatch(digest) is not None for digest in (header.digest, header.package))
        and _ROUND.fullmatch(header.round_id) is not None
        and header.package_size <= MAX_BYTES
        and 1 <= last <= header.part_size
        and header.size == (last if header.number == header.total else header.part_size)
    )


def find_parts(path: Path, beside: Iterable[Path] = ()) -> list[Part]:
    """All parts of the package that the part in ``path`` belongs to, in order; see :func:`gather_parts`."""
    return gather_parts(path, beside).parts


def gather_parts(path: Path, beside: Iterable[Path] = ()) -> Gathered:
    """All parts of the package that the part in ``path`` belongs to, in order, from the folder it lies in and from
    ``beside`` (files that came with it, and what lies beside them).

    A part that is there twice is taken once: where one copy is damaged, the sound one; where each is what its own
    header says, the one with which all parts come to the digest of the package.  Raises InputError ``part-damaged``;
    ``part-foreign`` (a part of the right number, but of another package, lies in the place of one that is missing),
    ``parts-missing`` (with their numbers).
    """
    first = read_part(path)
    found: dict[int, list[Part]] = {first.header.number: [first]}
    strangers: list[Part] = []
    broken: list[Path] = []
    for other in _candidates(first, [path, *beside]):
        try:
            part = read_part(other)
        except ReviewError:
            broken.append(other)
            continue
        if _same_package(part.header, first.header):
            found.setdefault(part.header.number, []).append(part)
        elif part.header.round_id == first.header.round_id:
            strangers.append(part)
    missing = [number for number in range(1, first.header.total + 1) if number not in found]
    if missing:
        if broken:
            raise InputError("part-damaged", name=broken[0].name)
        for part in strangers:
            if part.header.number in missing:
                raise InputError("part-foreign", name=part.path.name, number=part.header.number)
        raise InputError("parts-missing", numbers=missing[:20], total=first.header.total)
    return _chosen([found[number] for number in sorted(found)])


def _same_package(one: PartHeader, other: PartHeader) -> bool:
    def names(header: PartHeader) -> tuple[object, ...]:
        return (header.package, header.package_size, header.part_size, header.round_id, header.total)

    return names(one) == names(other)


def _chosen(copies: Sequence[Sequence[Part]]) -> Gathered:
    """Of each part the right copy.  One of a kind is taken as it is: what is wrong with it shows when it is read."""
    passed_over: list[Part] = []
    choices: list[list[Part]] = []
    for alike in copies:
        sound: dict[str, Part] = {}
        damaged: list[Part] = []
        for part in alike if len(alike) > 1 else ():
            if part.header.digest not in sound:
                if part.sound():
                    sound[part.header.digest] = part
                else:
                    damaged.append(part)
        if sound:
            passed_over += damaged
        choices.append(list(sound.values()) or [alike[0]])
    right = [choice[0] for choice in choices]
    if any(len(choice) > 1 for choice in choices):
        right = (
            _right(choices) or right
        )  # none is: the package's seal tells, and the first are as good as others
        passed_over += [part for choice in choices for part in choice if part not in right]
    return Gathered(right, passed_over)


def _right(choices: Sequence[Sequence[Part]]) -> list[Part] | None:
    """The copies that together have the digest of the package, or None where too much would have to be read."""
    header = choices[0][0].header
    left = _TRIED * header.package_size
    waiting: list[tuple[tuple[Part, ...], hashlib._Hash]] = [
        ((part,), hashlib.sha256()) for part in reversed(choices[0])
    ]
    while waiting:
        chosen, before = waiting.pop()
        left -= chosen[-1].header.size
        if left < 0:
            return None
        digest = before.copy()
        for block in chosen[-1].blocks():
            digest.update(block)
        if len(chosen) < len(choices):
            waiting += [((*chosen, part), digest) for part in reversed(choices[len(chosen)])]
        elif digest.hexdigest() == header.package:
            return list(chosen)
    return None


def _candidates(first: Part, given: Sequence[Path]) -> Iterator[Path]:
    """Files that may be parts: those given, and those beside them that begin like one.  Only files that could belong
    by their size or their name are opened: a file that a cloud folder only shows would have to be fetched."""
    seen = {_identity(first.path)}
    last = first.header.package_size - first.header.part_size * (first.header.total - 1)
    sizes = (first.header.part_size, last)
    for folder in dict.fromkeys(path.parent for path in given):
        for path in [*(each for each in given if each.parent == folder), *_listed(folder)]:
            try:
                if not path.is_file() or (identity := _identity(path)) in seen:
                    continue
                seen.add(identity)
                size = path.stat().st_size
                near = any(0 < size - each <= OVERHEAD for each in sizes)
                if (near or ".casepkg" in path.name.lower()) and is_part(path):
                    yield path
            except (OSError, ReviewError):  # what can't be looked at is no part that could be read
                continue


def _identity(path: Path) -> object:
    """The same for two names of one file, where the system tells."""
    found = path.stat()
    return (found.st_dev, found.st_ino) if found.st_ino else path.resolve()


def _listed(folder: Path) -> list[Path]:
    """The names in a folder, sorted, so that every run finds the same."""
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for _, entry in zip(range(_LOOKED_AT), entries, strict=False)]
    except OSError:
        return []
    return [folder / name for name in sorted(names)]


def _beginning() -> bytes:
    """The bytes that all parts begin with: the first member and the name of the second."""
    file = io.BytesIO()
    writer = ContainerWriter(file)
    writer.add("mimetype", PART_MIMETYPE)
    return file.getvalue()


_BEGINNING = _beginning()
