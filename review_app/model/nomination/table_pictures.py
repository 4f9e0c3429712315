"""Pictures over or in the cells of a table with a nomination a row: each belongs to the row where it begins."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree

from review_app.model.nomination.draft import DraftAttachment

_SHOWN = {".png": "png", ".jpg": "jpg", ".jpeg": "jpg"}
_MEDIA = re.compile(r"xl/media/[^/]+")
_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_IN_CELL = re.compile(r'=?\s*(?:_xlfn\.)?DISPIMG\("([^"]+)"[^)]*\)')
"""What WPS writes into a cell that holds a picture: the picture's name in ``xl/cellimages.xml``."""
_CELL_PICTURES = "xl/cellimages.xml"
_NAME = "图"


@dataclass
class TablePictures:
    """The pictures of a sheet as names of members of the workbook: by row (from 1), by the names that cells give, and
    those that belong to no row; ``content`` is the workbook."""

    content: bytes = b""
    by_row: dict[int, list[str]] = field(default_factory=dict)
    in_cells: dict[str, str] = field(default_factory=dict)
    loose: list[str] = field(default_factory=list)
    _sums: dict[str, str] = field(default_factory=dict)

    def of_cell(self, cell: str) -> str | None:
        """The picture that a cell holds, or None."""
        found = _IN_CELL.fullmatch(cell.strip())
        return self.in_cells.get(found[1]) if found else None

    def taken_out(self, number: int, row: list[str]) -> list[str]:
        """The texts of ``row``, the ``number``-th, without those that stand for a picture, which now is the row's."""
        held = [self.of_cell(cell) for cell in row]
        if members := [member for member in held if member]:
            placed = self.by_row.setdefault(number, [])
            placed += [member for member in members if member not in placed]
        return ["" if member else cell for cell, member in zip(row, held, strict=True)]

    def sums(self, members: list[str]) -> list[str]:
        """What tells pictures apart without reading them: size and CRC of each."""
        return [self._sums[name] for name in members]

    def attachments(
        self, members: list[str], loose: list[str]
    ) -> tuple[list[DraftAttachment], list[DraftAttachment]]:
        """``members`` as attachments, numbered; beside them those that can't be shown, and ``loose``."""
        shown: list[DraftAttachment] = []
        others: list[DraftAttachment] = []
        for number, member in enumerate(members, start=1):
            ending = posixpath.splitext(member)[1].lower()
            title = f"{_NAME}{number}"
            name = f"{title}.{_SHOWN.get(ending, ending.removeprefix('.') or 'bin')}"
            (shown if ending in _SHOWN else others).append(self._draft(name, title, member))
        others += [self._draft(posixpath.basename(member), "", member) for member in loose]
        return shown, others

    def _draft(self, name: str, title: str, member: str) -> DraftAttachment:
        def read() -> bytes:
            with zipfile.ZipFile(io.BytesIO(self.content)) as archive:
                return archive.read(member)

        return DraftAttachment(name, title, read)


def pictures_of(content: bytes, sheet: str, cells: Iterator[str]) -> TablePictures:
    """The pictures in the workbook ``content`` (within the limits of ``zip_limits``), whose member ``sheet`` is shown
    with the texts ``cells``.  What its parts don't say clearly leaves a picture loose."""
    found = TablePictures(content)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = set(archive.namelist())
        media = sorted((name for name in names if _MEDIA.fullmatch(name)), key=_by_number)
        if not media:
            return found
        for name in media:
            found._sums[name] = f"{archive.getinfo(name).file_size}-{archive.getinfo(name).CRC}"
        for drawing in _targets(archive, names, sheet, "/drawing").values():
            for row, member in _anchored(archive, names, drawing):
                placed = found.by_row.setdefault(row, [])
                if member in media and member not in placed:
                    placed.append(member)
        found.in_cells = {
            name: member for name, member in _in_cells(archive, names).items() if member in media
        }
    used = {member for placed in found.by_row.values() for member in placed}
    used |= {held for cell in cells if (held := found.of_cell(cell)) is not None}
    found.loose = [name for name in media if name not in used]
    return found


def _anchored(archive: zipfile.ZipFile, names: set[str], drawing: str) -> Iterator[tuple[int, str]]:
    """Rows (from 1) and the pictures that begin there."""
    members = _targets(archive, names, drawing, "/image")
    for anchor in _root(archive, names, drawing):
        row = next((part for part in anchor.iter() if _local(part) == "row"), None)
        if row is None or not (row.text or "").isdecimal():
            continue
        for part in anchor.iter():
            member = members.get(part.get(_EMBED, ""))
            if _local(part) == "blip" and member:
                yield int(row.text or "") + 1, member


def _in_cells(archive: zipfile.ZipFile, names: set[str]) -> dict[str, str]:
    """The pictures that WPS keeps in cells, by the names under which cells speak of them."""
    members = _targets(archive, names, _CELL_PICTURES, "/image")
    found: dict[str, str] = {}
    for picture in _root(archive, names, _CELL_PICTURES):
        parts = list(picture.iter())
        name = next((part.get("name", "") for part in parts if _local(part) == "cNvPr"), "")
        embedded = next((part.get(_EMBED, "") for part in parts if _local(part) == "blip"), "")
        if name and embedded in members:
            found[name] = members[embedded]
    return found


def _targets(archive: zipfile.ZipFile, names: set[str], part: str, kind: str) -> Mapping[str, str]:
    """The members that ``part`` refers to, by their ids, of the relations whose type ends in ``kind``."""
    folder, name = posixpath.split(part)
    found: dict[str, str] = {}
    for relation in _root(archive, names, f"{folder}/_rels/{name}.rels"):
        target = relation.get("Target", "")
        if relation.get("Type", "").endswith(kind) and relation.get("TargetMode") != "External":
            whole = target.removeprefix("/") if target.startswith("/") else posixpath.join(folder, target)
            found[relation.get("Id", "")] = posixpath.normpath(whole)
    return found


def _root(archive: zipfile.ZipFile, names: set[str], part: str) -> list[ElementTree.Element]:
    """The elements below the root of a part; none where there is no such part, or it is no plain XML."""
    if part not in names:
        return []
    content = archive.read(part)
    if b"<!" in content.replace(b"<!--", b""):  # no office program declares entities
        return []
    try:
        return list(ElementTree.fromstring(content))
    except ElementTree.ParseError:
        return []


def _local(part: ElementTree.Element) -> str:
    return part.tag.rpartition("}")[2]


def _by_number(name: str) -> tuple[str, int]:
    """image2 before image10."""
    found = re.search(r"([0-9]+)\.[^.]*$", name)
    return (name[: found.start()], int(found[1][:9])) if found else (name, 0)
