"""Pictures in a table with a nomination a row: attachments of the row where they begin, none lost in silence."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.drawing.image import Image as Drawn
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor, TwoCellAnchor
from openpyxl.drawing.xdr import XDRPositiveSize2D
from PIL import Image

from review_app.model.nomination.expected import look
from review_app.model.nomination.intake import take_in
from review_app.model.nomination.table_pictures import TablePictures
from review_app.model.workspace import Workspace
from tests.model.nomination.conftest import prose
from tests.model.nomination.office import needs_office, save_as
from tests.model.nomination.test_bad_input import HEAD, ROW


def png(colour: str) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (30, 20), colour).save(file, "PNG")
    return file.getvalue()


def book_of(*titles: str, wide: bool = False) -> openpyxl.Workbook:
    """A nomination a row, from the second row on."""
    book = openpyxl.Workbook()
    book.active.append([*HEAD, "照片"] if wide else HEAD)
    for title in titles:
        book.active.append([title, *ROW[1:-1], prose(title).replace("\n", "")])
    return book


def draw(book: openpyxl.Workbook, row: int, colour: str, *, two: bool = False) -> None:
    """A picture that begins in ``row`` (from 1) and, with ``two``, reaches over five."""
    picture = Drawn(io.BytesIO(png(colour)))
    begin = AnchorMarker(col=1, row=row - 1)
    size = XDRPositiveSize2D(200_000, 200_000)
    if two:
        picture.anchor = TwoCellAnchor(_from=begin, to=AnchorMarker(col=2, row=row + 4))
    else:
        picture.anchor = OneCellAnchor(_from=begin, ext=size)
    book.active.add_image(picture)


def came(workspace: Workspace, file: Path) -> dict[str, list[bytes]]:
    """The bytes of the attachments of each title, in their order."""
    take_in(workspace, [file], accept=False)
    return {
        one.title: [workspace.blobs.read(item.digest) for item in one.attachments]
        for one in workspace.submissions.all()
    }


def test_each_belongs_to_the_row_where_it_begins(workspace: Workspace, tmp_path: Path) -> None:
    book = book_of("甲", "乙", "丙")
    draw(book, 2, "red", two=True)
    draw(book, 4, "green")
    draw(book, 4, "blue")
    book.save(tmp_path / "t.xlsx")
    told = {one.title: one.attachments for one in look(workspace, [tmp_path / "t.xlsx"]).expected}
    assert told == {"甲": ("图1.png",), "乙": (), "丙": ("图1.png", "图2.png")}
    assert came(workspace, tmp_path / "t.xlsx") == {
        "甲": [png("red")],
        "乙": [],
        "丙": [png("green"), png("blue")],
    }
    assert all(one.state == "complete" and one.notes == [] for one in workspace.submissions.all())


def test_those_of_no_row_are_named_and_kept(workspace: Workspace, tmp_path: Path) -> None:
    """A letterhead above, a picture on another sheet."""
    book = book_of("甲", "乙")
    draw(book, 1, "red")
    other = book.create_sheet("别的")
    other.add_image(Drawn(io.BytesIO(png("green"))), "A1")
    book.save(tmp_path / "t.xlsx")
    assert came(workspace, tmp_path / "t.xlsx") == {"甲": [], "乙": []}
    notes = {
        one.title: [note.params["left_out"] for note in one.notes] for one in workspace.submissions.all()
    }
    assert notes == {"甲": [["image2.png", "image1.png"]], "乙": []}
    first = next(one for one in workspace.submissions.all() if one.title == "甲")
    assert {workspace.blobs.read(item.digest) for item in first.kept} == {png("red"), png("green")}


def rewritten(file: Path, change: dict[str, bytes], pattern: str = "", by: str = "") -> None:
    """The workbook with further members, and its first sheet changed."""
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()} | change
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = re.sub(pattern, by, parts[sheet].decode()).encode() if pattern else parts[sheet]
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


CELL_PICTURES = (
    '<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData" '
    'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><etc:cellImage><xdr:pic>'
    '<xdr:nvPicPr><xdr:cNvPr id="2" name="ID_A1"/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/></xdr:blipFill>'
    "</xdr:pic></etc:cellImage></etc:cellImages>"
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/image1.png"/>'
    "</Relationships>"
)


def test_one_that_wps_keeps_in_a_cell(workspace: Workspace, tmp_path: Path) -> None:
    """As WPS writes it: the cell is a formula that names a picture of ``cellimages.xml``."""
    book = book_of("甲", "乙", wide=True)
    book.active["H3"] = "here"
    file = tmp_path / "t.xlsx"
    book.save(file)
    rewritten(
        file,
        {
            "xl/cellimages.xml": CELL_PICTURES.encode(),
            "xl/_rels/cellimages.xml.rels": RELATIONS.encode(),
            "xl/media/image1.png": png("teal"),
        },
        r'<c r="H3"[^>]*>.*?</c>',
        '<c r="H3" t="str"><f>_xlfn.DISPIMG("ID_A1",1)</f><v>=DISPIMG("ID_A1",1)</v></c>',
    )
    assert came(workspace, file) == {"甲": [], "乙": [png("teal")]}


def test_what_can_not_be_shown_is_kept_with_its_row(workspace: Workspace, tmp_path: Path) -> None:
    book = book_of("甲", "乙")
    draw(book, 3, "red")
    file = tmp_path / "t.xlsx"
    book.save(file)
    with zipfile.ZipFile(file) as archive:
        relations = archive.read("xl/drawings/_rels/drawing1.xml.rels").replace(b"image1.png", b"image1.emf")
    rewritten(file, {"xl/drawings/_rels/drawing1.xml.rels": relations, "xl/media/image1.emf": b"EMF"})
    assert came(workspace, file) == {"甲": [], "乙": []}
    one = next(one for one in workspace.submissions.all() if one.title == "乙")
    assert [item.file_name for item in one.kept] == ["图1.emf"]
    assert [note.params["left_out"] for note in one.notes] == [["图1.emf"]]


def test_another_picture_is_another_nomination_and_the_same_is_known(
    workspace: Workspace, tmp_path: Path
) -> None:
    file = tmp_path / "t.xlsx"
    for colour in ("red", "red", "blue"):
        book = book_of("甲")
        draw(book, 2, colour)
        book.save(file)
        take_in(workspace, [file], accept=False)
    assert len(workspace.submissions.all()) == 2


@pytest.mark.parametrize(
    "drawing", [b"", b"<a", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', b"<a><b><row>x</row></b></a>"]
)
def test_a_drawing_nobody_understands_leaves_its_pictures_loose(
    workspace: Workspace, tmp_path: Path, drawing: bytes
) -> None:
    book = book_of("甲")
    draw(book, 2, "red")
    file = tmp_path / "t.xlsx"
    book.save(file)
    rewritten(file, {"xl/drawings/drawing1.xml": drawing})
    assert came(workspace, file) == {"甲": []}
    (one,) = workspace.submissions.all()
    assert [item.file_name for item in one.kept] == ["image1.png"]


def test_a_table_without_pictures_has_none() -> None:
    assert TablePictures().attachments([], []) == ([], [])


@needs_office
def test_as_libreoffice_saves_it(workspace: Workspace, tmp_path: Path) -> None:
    book = book_of("甲", "乙")
    draw(book, 3, "red")
    (tmp_path / "made").mkdir()
    book.save(tmp_path / "made" / "t.xlsx")
    file = save_as(tmp_path / "made" / "t.xlsx", "xlsx", tmp_path)
    found = came(workspace, file)
    assert [len(pictures) for pictures in found.values()].count(1) == 1 and len(found["乙"]) == 1
