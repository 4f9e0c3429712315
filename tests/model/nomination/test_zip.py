"""ZIP files as people's programs write them, and as nobody's should be."""

from __future__ import annotations

import contextlib
import io
import random
import stat
import struct
import subprocess
import sys
import tempfile
import zipfile
import zlib
from pathlib import Path

import pytest

from review_app.model.errors import InputError
from review_app.model.nomination.expected import look
from review_app.model.nomination.intake import take_in
from review_app.model.nomination.unzip import read_directory, unpack
from review_app.model.workspace import Workspace
from tests.model.nomination.conftest import case_text, prose, write
from tests.model.workspace.conftest import picture

FRONT = "attachments: [{file: 附图.png, title: 一张图}]\n"


def zipped(members: dict[str, bytes], *, encoding: str = "utf-8", flag: bool = True, **look: int) -> bytes:
    """A deflated ZIP written by hand: names in ``encoding``, with or without the flag that says they are UTF-8."""
    body, central = bytearray(), bytearray()
    for name, content in members.items():
        raw = name.encode(encoding)
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        packed = packer.compress(content) + packer.flush()
        flags = (0x800 if flag else 0) | look.get("flags", 0)
        method = look.get("method", 8)
        sizes = (zlib.crc32(content), len(packed), look.get("size", len(content)), len(raw), 0)
        head = struct.pack("<5H3I2H", 20, flags, method, 0, 0x21, *sizes)
        made_by = look.get("made_by", 0)
        central += b"PK\x01\x02" + struct.pack("<H", made_by) + head
        central += struct.pack("<3H2I", 0, 0, 0, look.get("external", 0), look.get("offset", len(body))) + raw
        body += b"PK\x03\x04" + head + raw + packed
    end = struct.pack("<4H2IH", 0, 0, len(members), len(members), len(central), len(body), 0)
    return bytes(body + central) + b"PK\x05\x06" + end


def test_names_in_cp936_without_the_flag(workspace: Workspace, tmp_path: Path) -> None:
    """As Windows' own "send to compressed folder" writes them on a Chinese system."""
    members = {
        "申报材料/甲单位/case.md": case_text(front=FRONT).encode("gb18030"),
        "申报材料/甲单位/附图.png": picture(),
        "申报材料/乙单位/case.md": case_text(id="beta", title="乙", body=prose("b")).encode(),
        "申报材料/乙单位/.DS_Store": b"x",
    }
    archive = tmp_path / "材料.zip"
    archive.write_bytes(zipped(members, encoding="cp936", flag=False))
    seen = look(workspace, [archive])
    assert seen.archives[archive].encoding == "cp936"
    assert seen.archives[archive].names == list(members)
    assert [(one.name, one.fate) for one in seen.expected] == [("乙单位", "complete"), ("甲单位", "complete")]
    results = take_in(workspace, [archive])
    assert [(r.source_name, r.status) for r in results] == [("乙单位", "accepted"), ("甲单位", "accepted")]
    case = workspace.nominations.get("alpha")
    assert [item.file_name for item in case.attachments] == ["附图.png"]
    assert workspace.blobs.read(case.attachments[0].digest) == picture()
    assert {one.arrival for one in workspace.submissions.all()} == {"zip"}
    # the folder itself, and the same in another archive, are the same nominations
    plain = tmp_path / "again"
    with contextlib.ExitStack() as opened:
        folder = unpack(archive, opened)
        assert folder.name == "材料"
        again = tmp_path / "utf8.zip"
        with zipfile.ZipFile(again, "w") as made:
            for name, content in members.items():
                made.writestr(name, content)
        results = take_in(workspace, [folder, again])
    assert not folder.exists() and not plain.exists()
    assert {r.code for r in results} == {"nomination-known"} and len(results) == 4
    assert len(workspace.submissions.all()) == 2


def test_names_in_utf8_without_the_flag_and_in_the_unicode_field(tmp_path: Path) -> None:
    archive = tmp_path / "a.zip"
    archive.write_bytes(zipped({"甲/case.md": b"x"}, flag=False))
    assert (read_directory(archive).names, read_directory(archive).encoding) == (["甲/case.md"], "utf-8")
    info = zipfile.ZipInfo("a/case.md")
    unicode_name = "甲/case.md".encode()
    data = struct.pack("<BI", 1, zlib.crc32(b"a/case.md")) + unicode_name
    info.extra = struct.pack("<HH", 0x7075, len(data)) + data
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr(info, b"x")
    assert read_directory(archive).names == ["甲/case.md"]


def test_one_nomination_at_the_top(workspace: Workspace, tmp_path: Path) -> None:
    folder = write(tmp_path / "src", case_text())
    archive = tmp_path / "示例市.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as made:
        made.write(folder / "case.md", "case.md")
    (result,) = take_in(workspace, [archive])
    assert (result.source_name, result.status) == ("示例市", "accepted")


REFUSED = {
    "climbs": (zipped({"../x.md": b"x"}), "zip-member"),
    "climbs inside": (zipped({"a/../../x.md": b"x"}), "zip-member"),
    "absolute": (zipped({"/etc/x.md": b"x"}), "zip-member"),
    "a drive": (zipped({"C:/x.md": b"x"}), "zip-member"),
    "backslashes": (zipped({"a\\..\\x.md": b"x"}), "zip-member"),
    "a device": (zipped({"con.md": b"x"}), "zip-member"),
    "turned around": (zipped({"a\u202efdp.md": b"x"}), "zip-member"),
    "twice": (zipped({"A.md": b"x", "a.md": b"y"}), "zip-member"),
    "file and folder": (zipped({"a": b"x", "a/b.md": b"y"}), "zip-member"),
    "a link": (
        zipped({"a.md": b"/etc/passwd"}, made_by=3 << 8, external=(stat.S_IFLNK | 0o777) << 16),
        "zip-member",
    ),
    "a pipe": (zipped({"a.md": b""}, made_by=3 << 8, external=(stat.S_IFIFO | 0o777) << 16), "zip-member"),
    "another method": (zipped({"a.md": b"x"}, method=14), "zip-member"),
    "overlapping": (zipped({"a.md": b"x" * 50, "b.md": b"y" * 50}, offset=0), "zip-member"),
    "encrypted": (zipped({"a.md": b"x"}, flags=1), "zip-encrypted"),
    "a bomb": (zipped({"a.md": bytes(64 << 20)}), "zip-too-large"),
    "a claim of much": (zipped({f"{n}.md": b"x" for n in range(3)}, size=0xF0000000), "zip-too-large"),
    "many": (zipped({f"{n}.md": b"" for n in range(12_001)}), "zip-too-large"),
    "something in front": (b"MZ" + zipped({"a.md": b"x"}), "zip-invalid"),
    "no zip": (b"Rar!\x1a\x07\x00", "zip-invalid"),
    "empty": (b"", "zip-invalid"),
    "cut": (zipped({"a/case.md": b"x" * 999})[:-40], "zip-invalid"),
    "names of nobody": (zipped({"\xff\xfe\xff.md": b"x"}, encoding="latin-1", flag=False), "zip-names"),
    "more than it says": (zipped({"a/case.md": b"x" * 999}, size=10), "zip-invalid"),
    "less than it says": (zipped({"a/case.md": b"x" * 9}, size=100), "zip-invalid"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_refused_before_anything_is_written(
    workspace: Workspace, tmp_path: Path, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    content, code = REFUSED[what]
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    archive = tmp_path / "a.zip"
    archive.write_bytes(content)
    (result,) = take_in(workspace, [archive])
    assert (result.status, result.code, result.params["name"]) == ("refused", code, "a.zip")
    assert list(place.iterdir()) == [] and sorted(p.name for p in tmp_path.iterdir()) == [
        "a.zip",
        "temporary",
        "ws",
    ]


def test_changed_bytes_are_noticed(tmp_path: Path) -> None:
    whole = zipped({"a/case.md": b"x" * 5 + bytes(range(256))})
    place = whole.index(b"a/case.md") + 40
    archive = tmp_path / "a.zip"
    archive.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
    with contextlib.ExitStack() as opened, pytest.raises(InputError, match="zip-invalid"):
        unpack(archive, opened)


def test_a_form_with_its_attachments(workspace: Workspace, tmp_path: Path) -> None:
    """A folder as it is really sent: one Word file and scans beside it."""
    from tests.model.nomination.test_docx import paragraph, write_docx

    folder = tmp_path / "in" / "示例市"
    folder.mkdir(parents=True)
    lines = ["申报单位：示例市", "地区：示例市", "类别：网络服务", "联系人：张", "摘要：短的。"]
    write_docx(
        folder / "申报表.docx", paragraph("名称", "1"), *map(paragraph, lines), paragraph(prose("x", 300))
    )
    (folder / "盖章页.png").write_bytes(picture())
    (folder / "旧.wps").write_bytes(b"\xd0\xcf\x11\xe0")
    (result,) = take_in(workspace, [tmp_path / "in"])
    assert (result.status, result.code) == ("refused", "format-unsupported")
    (one,) = workspace.submissions.all()
    assert [item.file_name for item in one.attachments] == ["盖章页.png"] and one.arrival == "docx"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for path in sorted(folder.iterdir()):
            if path.suffix != ".wps":
                made.write(path, path.name)
    (tmp_path / "示例市.zip").write_bytes(file.getvalue())
    (result,) = take_in(workspace, [tmp_path / "示例市.zip"])
    assert result.status == "accepted"
    (case,) = workspace.nominations.all()
    assert [item.title for item in case.attachments] == ["盖章页"]


def test_an_archive_takes_no_more_than_half_of_the_room_that_is_free(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a real disk that is too small; nothing of the archive is written to it, and what else came is taken in."""
    small = tmp_path / "small"
    small.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=10m", "tmpfs", str(small)]
    if sys.platform != "linux" or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounting a small file system needs root on Linux")
    try:
        archive = tmp_path / "材料.zip"
        with zipfile.ZipFile(archive, "w") as packed:
            packed.writestr("alpha/case.md", case_text())
            packed.writestr("alpha/附图.png", random.Random(1).randbytes(6_000_000))
        other = write(tmp_path / "beta", case_text(id="beta", title="乙", body=prose("b")))
        monkeypatch.setattr(tempfile, "tempdir", str(small))
        refused, taken = take_in(workspace, [archive, other])
        assert (refused.code, taken.status) == ("zip-no-room", "accepted")
        assert refused.params == {"name": "材料.zip", "needed": 7, "room": 5, "folder": str(small)}
        assert list(small.iterdir()) == []
        with zipfile.ZipFile(archive, "w") as packed:
            packed.writestr("alpha/case.md", case_text())
        assert take_in(workspace, [archive])[0].status == "accepted"
    finally:
        subprocess.run(["umount", "-l", str(small)], check=True)
