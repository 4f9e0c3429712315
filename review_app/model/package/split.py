"""Taking a package apart into numbered parts for mail, and putting it together again; see :mod:`.parts`."""

from __future__ import annotations

import hashlib
import os
import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from review_app.model import canonical
from review_app.model.container import ContainerWriter
from review_app.model.errors import InputError, UsageError
from review_app.model.files import atomic_writer, os_errors
from review_app.model.package.open import SealedPackage
from review_app.model.package.parts import (
    MAX_PARTS,
    OVERHEAD,
    PART_MIMETYPE,
    SLICE,
    Part,
    PartHeader,
    gather_parts,
)
from review_app.model.progress import SILENT, Progress

LEAST = 100_000
"""Bytes that a part may at least have: the smallest limit of any mail server by far."""

_SIZE = re.compile(r"([0-9]{1,10})(?:\.([0-9]))? ?(|B|KB?|MB?|GB?|KIB|MIB|GIB)")
_UNITS = {"": 1, "K": 10**3, "M": 10**6, "G": 10**9, "KI": 1 << 10, "MI": 1 << 20, "GI": 1 << 30}
_BLOCK = 1 << 20


def too_small(least: int) -> UsageError:
    """The error for parts that would have fewer than ``least`` bytes, which it says as :func:`size_of` reads it."""
    size = f"{-(-least // 1_000_000)}MB" if least >= 1_000_000 else f"{-(-least // 1000)}KB"
    return UsageError("part-size", least=least, size=size)


def size_of(text: str) -> int:
    """Bytes in a size as people write it: ``20MB``, ``700 kB``, ``1.5G``, ``20000000``; MiB and the like are binary.

    Raises UsageError ``part-size``.
    """
    found = _SIZE.fullmatch(text.strip().upper())
    if found is None:
        raise too_small(LEAST)
    whole, tenth, unit = found.groups()
    return (int(whole) * 10 + int(tenth or 0)) * _UNITS[unit.rstrip("B")] // 10


def part_name(name: str, number: int, total: int) -> str:
    """What part ``number`` of a package called ``name`` is called: ``cases.02of12.casepkg``.  The ending stays, so that
    the system still knows which program opens it."""
    stem, dot, ending = name.rpartition(".")
    stem, ending = (stem, dot + ending) if stem else (name, "")
    return f"{stem}.{number:0{len(str(total))}}of{total}{ending}"


def split_file(
    package: Path, size: int, folder: Path | None = None, progress: Progress = SILENT
) -> list[Path]:
    """Writes ``package`` as parts of at most ``size`` bytes each beside it (or into ``folder``), and returns them in
    order; a package that is no larger needs no parts: then nothing is written and the list is empty.

    All parts or none.  ``progress`` counts parts, twice: read and written.  Raises UsageError ``part-size`` (too small,
    or more than 999 parts) and what opening a package raises.
    """
    slice_size = size - OVERHEAD
    if size < LEAST:
        raise too_small(LEAST)
    with SealedPackage.open(package) as sealed:
        round_id = sealed.round_id
    with os_errors(package), package.open("rb") as file:
        length = os.fstat(file.fileno()).st_size
        if length <= size:
            return []
        total = -(-length // slice_size)
        if total > MAX_PARTS:
            least = -(-length // MAX_PARTS) + OVERHEAD
            raise too_small(least)
        progress.start(2 * total)
        whole, slices = hashlib.sha256(), []
        for _ in range(total):
            digest, crc, count = hashlib.sha256(), 0, 0
            for block in _blocks(file, slice_size):
                whole.update(block)
                digest.update(block)
                crc, count = zlib.crc32(block, crc), count + len(block)
            slices.append((digest.hexdigest(), crc, count))
            progress.step()
        file.seek(0)
        written: list[Path] = []
        try:
            for number, (slice_digest, crc, count) in enumerate(slices, start=1):
                target = (folder or package.parent) / part_name(package.name, number, total)
                header = PartHeader(
                    slice_digest,
                    "casepart/0",
                    number,
                    whole.hexdigest(),
                    length,
                    slice_size,
                    round_id,
                    count,
                    total,
                )
                with atomic_writer(target) as out:
                    writer = ContainerWriter(out)
                    writer.add("mimetype", PART_MIMETYPE)
                    writer.add("header.json", canonical.encode(header))
                    writer.add_blocks(SLICE, count, crc, _blocks(file, count))
                    writer.close()
                    progress.step()
                written.append(target)
        except BaseException:
            for path in written:
                path.unlink(missing_ok=True)
            raise
    return written


def join(
    path: Path, target: Path, beside: Iterable[Path] = (), progress: Progress = SILENT
) -> tuple[str, list[Part]]:
    """Writes the whole package of a part to ``target``, complete or not at all, and returns its digest and the
    files that were passed over: they say that they are one of the parts, and are not.

    ``progress`` counts parts.  Raises what :func:`gather_parts` raises, and InputError ``part-damaged``.
    """
    parts, passed_over = gather_parts(path, beside)
    progress.start(len(parts))
    whole = hashlib.sha256()
    with atomic_writer(target) as out:
        for part in parts:
            digest = hashlib.sha256()
            for block in part.blocks():
                digest.update(block)
                whole.update(block)
                out.write(block)
            if digest.hexdigest() != part.header.digest:
                raise InputError("part-damaged", name=part.path.name)
            progress.step()
        if whole.hexdigest() != parts[0].header.package:
            raise InputError("part-foreign", name=path.name, number=parts[0].header.number)
    return whole.hexdigest(), passed_over


def _blocks(file: BinaryIO, size: int) -> Iterator[bytes]:
    while size and (block := file.read(min(size, _BLOCK))):
        size -= len(block)
        yield block
