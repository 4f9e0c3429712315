"""ZIP files that people send: names decoded, contents within limits, nothing written outside a folder of our own.

Only stored and deflated members that are regular files or folders; no two of the same name, none over another, none
encrypted.  What the directory claims is what is counted, and no more than that is ever written.
"""

from __future__ import annotations

import contextlib
import shutil
import stat
import struct
import tempfile
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from review_app.model.errors import InputError
from review_app.model.files import os_errors
from review_app.model.nomination.attachments import safe_name

MAX_MEMBERS = 12_000
MAX_UNPACKED = 4 << 30
"""Bytes an archive may unpack to at most: more than the attachments of a thousand nominations have."""
SHARE_OF_FREE = 2
"""What is unpacked may take one part in so many of the room that is free: the same bytes go into the workspace then."""
MAX_RATIO = 200
"""Bytes out of one byte in, for members over 16 MB: text compresses to a tenth, a bomb to a thousandth."""
_RATIO_FROM = 16 << 20
_UTF8, _ENCRYPTED = 0x800, 0x2041  # encrypted, strongly encrypted, directory masked
_UNICODE_PATH = 0x7075
_LOCAL_HEADER = 30
_BLOCK = 1 << 20
NameEncoding = Literal["utf-8", "cp936"]


@dataclass(frozen=True)
class Member:
    """A file in the archive: its path as parts, and what it unpacks to in bytes."""

    parts: tuple[str, ...]
    size: int
    info: zipfile.ZipInfo


@dataclass(frozen=True)
class ZipContents:
    """The files of an archive in their order, and how their names were read."""

    members: list[Member]
    encoding: NameEncoding

    @property
    def names(self) -> list[str]:
        """Paths with slashes."""
        return ["/".join(member.parts) for member in self.members]


def read_directory(path: Path) -> ZipContents:
    """What is in the archive at ``path``; nothing is unpacked.

    Raises InputError ``zip-invalid``, ``zip-encrypted``, ``zip-too-large``, ``zip-member`` (with the member's name) or
    ``zip-names``.
    """
    with os_errors(path):
        if not path.is_file():
            raise InputError("file-missing", name=path.name)
        size = path.stat().st_size
    with _opened(path) as archive:
        infos = archive.infolist()
        if len(infos) > MAX_MEMBERS or sum(info.file_size for info in infos) > MAX_UNPACKED:
            raise InputError("zip-too-large", name=path.name)
        names, encoding = _names(infos, path.name)
        members: list[Member] = []
        seen: dict[tuple[str, ...], bool] = {}
        for info, name in zip(infos, names, strict=True):
            parts = _checked(info, name, path.name)
            _check_place(parts, info.is_dir(), seen, path.name)
            if not info.is_dir():
                members.append(Member(parts, info.file_size, info))
        _check_overlap(infos, size, path.name)
    return ZipContents(members, encoding)


def unpack(path: Path, opened: contextlib.ExitStack) -> Path:
    """Unpacks the archive at ``path`` into a temporary folder named as the archive, which lives as long as ``opened``.

    Raises what :func:`read_directory` raises, ``zip-invalid`` for a member whose bytes are not what its header says,
    ``zip-no-room`` where that would take more than half of the room left on the disk for temporary
    files, before anything is written.
    """
    contents = read_directory(path)
    with os_errors(path):
        needed = sum(member.size for member in contents.members if not _is_litter(member.parts))
        room = shutil.disk_usage(tempfile.gettempdir()).free // SHARE_OF_FREE
        if needed > room:
            raise InputError(  # of this archive alone: the others may fit
                "zip-no-room",
                name=path.name,
                needed=-(-needed // 1_000_000),
                room=room // 1_000_000,
                folder=tempfile.gettempdir(),
            )
        place = opened.enter_context(tempfile.TemporaryDirectory(prefix="review-app-"))
    target = Path(place) / _folder_name(path)
    with os_errors(target), _opened(path) as archive:
        target.mkdir()
        for member in contents.members:
            if _is_litter(member.parts):
                continue
            file = target.joinpath(*member.parts)
            file.parent.mkdir(parents=True, exist_ok=True)
            _write(archive, member, file, path.name)
    return target


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        archive = zipfile.ZipFile(path)
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        ValueError,
        struct.error,
        EOFError,
        UnicodeError,
    ) as failure:
        raise InputError("zip-invalid", name=path.name) from failure
    with archive:
        yield archive


def _write(archive: zipfile.ZipFile, member: Member, file: Path, name: str) -> None:
    written = 0
    try:
        with archive.open(member.info) as packed, file.open("xb") as target:
            while block := packed.read(_BLOCK):
                written += len(block)
                if written > member.size:
                    break
                target.write(block)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        struct.error,
    ) as failure:
        raise InputError("zip-invalid", name=name) from failure
    if written != member.size:
        raise InputError("zip-invalid", name=name)


def _names(infos: Sequence[zipfile.ZipInfo], archive: str) -> tuple[list[str], NameEncoding]:
    """The members' names: as flagged, by their Unicode extra field, or all others by one encoding."""
    raw = [
        info.orig_filename.encode("cp437")
        for info in infos
        if not info.flag_bits & _UTF8 and not _unicode_path(info)
    ]
    for encoding, label in (("utf-8", "utf-8"), ("gb18030", "cp936")):
        try:
            for name in raw:
                name.decode(encoding)
        except UnicodeDecodeError:
            continue
        names = [
            _unicode_path(info)
            or (
                info.orig_filename
                if info.flag_bits & _UTF8
                else info.orig_filename.encode("cp437").decode(encoding)
            )
            for info in infos
        ]
        return [
            unicodedata.normalize("NFC", name) for name in names
        ], "cp936" if label == "cp936" else "utf-8"
    raise InputError("zip-names", name=archive)


def _unicode_path(info: zipfile.ZipInfo) -> str:
    """The name in Info-ZIP's Unicode Path field (APPNOTE 4.6.9), when it belongs to the name in the header."""
    extra, place = info.extra, 0
    while place + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, place)
        data = extra[place + 4 : place + 4 + length]
        if kind == _UNICODE_PATH and len(data) > 5 and data[0] == 1 and not info.flag_bits & _UTF8:
            crc = struct.unpack_from("<I", data, 1)[0]
            if crc == zlib.crc32(info.orig_filename.encode("cp437")):
                return data[5:].decode("utf-8", "ignore")
        place += 4 + length
    return ""


def _checked(info: zipfile.ZipInfo, name: str, archive: str) -> tuple[str, ...]:
    """The parts of a member's path; every part is a name that is safe everywhere."""
    if info.flag_bits & _ENCRYPTED:
        raise InputError("zip-encrypted", name=archive)
    kind = stat.S_IFMT(info.external_attr >> 16) if info.create_system == 3 else 0
    packed_far_too_well = info.file_size > _RATIO_FROM and info.file_size > MAX_RATIO * info.compress_size
    if packed_far_too_well:
        raise InputError("zip-too-large", name=archive)
    parts = tuple(name.removesuffix("/").split("/"))
    try:
        if (
            info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
            or kind not in (0, stat.S_IFREG, stat.S_IFDIR)
            or len(parts) > 8
        ):
            raise InputError("zip-member", name=archive, member=name)
        return tuple(
            part if _is_litter((part,)) and part not in (".", "..") else safe_name(part) for part in parts
        )
    except InputError as failure:
        raise InputError("zip-member", name=archive, member=name) from failure


def _check_place(
    parts: tuple[str, ...], is_folder: bool, seen: dict[tuple[str, ...], bool], archive: str
) -> None:
    """No name twice (in whatever case), and no file where another member has a folder."""
    folded = tuple(part.casefold() for part in parts)
    for length in range(1, len(folded)):
        if seen.setdefault(folded[:length], True) is False:
            raise InputError("zip-member", name=archive, member="/".join(parts))
    if folded in seen and not (is_folder and seen[folded]):
        raise InputError("zip-member", name=archive, member="/".join(parts))
    seen[folded] = is_folder


def _check_overlap(infos: Sequence[zipfile.ZipInfo], size: int, archive: str) -> None:
    """No two members share bytes, all lie within the file, and nothing lies before the first."""
    end = 0
    if infos and min(info.header_offset for info in infos) > 0:
        raise InputError("zip-invalid", name=archive)
    for info in sorted(infos, key=lambda info: info.header_offset):
        if info.header_offset < end:
            raise InputError("zip-member", name=archive, member=info.filename)
        raw_name = info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8 else "cp437")
        end = info.header_offset + _LOCAL_HEADER + len(raw_name) + info.compress_size
    if end > size:
        raise InputError("zip-invalid", name=archive)


def _is_litter(parts: tuple[str, ...]) -> bool:
    """What systems leave in archives: resource forks, thumbnails."""
    return any(
        part.startswith((".", "~$")) or part.casefold() in {"__macosx", "thumbs.db", "desktop.ini"}
        for part in parts
    )


def _folder_name(path: Path) -> str:
    try:
        return safe_name(path.stem)
    except InputError:
        return "zip"
