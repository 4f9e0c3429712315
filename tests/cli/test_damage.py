"""Changed, cut and foreign files through the command line: each is refused with a code, and none costs a traceback."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from tests.cli.conftest import Campaign
from tests.cli.program import REPOSITORY, call, files_below, start

ZIPS = REPOSITORY / "tests/vectors/zip"


def damaged(content: bytes, seed: int) -> bytes:
    """``content`` with one byte changed, or cut, at a place drawn from ``seed``."""
    chance = random.Random(seed)
    place = chance.randrange(len(content))
    if seed % 4 == 0:
        return content[:place]
    changed = bytearray(content)
    changed[place] ^= chance.randrange(1, 256)
    return bytes(changed)


@pytest.mark.parametrize("seed", range(20))
def test_a_damaged_package_is_refused(seed: int, packed_original: Campaign, tmp_path: Path) -> None:
    """Twenty of the four hundred, each in a process of its own."""
    file = tmp_path / "damaged.casepkg"
    file.write_bytes(damaged(packed_original.package.read_bytes(), seed))
    assert start("verify", file, "--json").status == 3


@pytest.mark.parametrize("kind", ["package", "sheet", "archive", "amendment", "certificates"])
def test_damaged_files_of_every_kind(kind: str, opened: Campaign, packed: Campaign, tmp_path: Path) -> None:
    """Whatever verb looks at whatever damaged file: an answer, a code, nothing written."""
    if kind == "package":
        original = packed.package
    elif kind == "sheet":
        original = opened.sheet(0)
    elif kind == "amendment":
        original = packed.folder / "1.amend"
        packed.organizer("amend", "--deadline", "2031-01-01", "-o", original).done()
    elif kind == "archive":
        original = opened.folder / "round.results"
        opened.organizer("archive", "-o", original).done()
    else:
        original = opened.folder / "awards.pdf"
        opened.organizer("certify", "-o", original).done()
    file, out = tmp_path / "damaged", tmp_path / "out"
    out.mkdir()
    content, before = original.read_bytes(), files_below(packed.workspace)
    for seed in range(24):
        file.write_bytes(damaged(content, seed))
        seen = [call("verify", file).status, call("inspect", file, "--json").status]
        if kind in ("package", "archive", "amendment"):
            assert seen[0] == 3
        elif kind == "sheet":
            assert call("verify", file).code in {"", *SHEET_CODES}
            taken = packed.organizer("box", "add", file)
            assert taken.status == 3, "a sheet of another round, damaged or not, never comes in"
        assert call("scores", file, "--card-file", packed.cards[0]).status in (0, 3)
        assert call("extract", file, "m/1.age", "--card-file", packed.cards[0], "-o", out / "x").status in (
            0,
            3,
        )
        (out / "x").unlink(missing_ok=True)
    assert list(out.iterdir()) == []
    assert files_below(packed.workspace).keys() - before.keys() <= {"box-1.sqlite"}


SHEET_CODES = {
    "not-a-sheet", "sheet-truncated", "sheet-version", "unknown-file",
    "not-a-container", "container-truncated", "container-damaged", "container-member",
    "container-too-large", "member-damaged", "malformed",
}  # fmt: skip


def test_every_foreign_zip_is_refused_by_every_verb(packed: Campaign, tmp_path: Path) -> None:
    """The crafted files: as package, sheet, amendment and something to look at; nothing appears outside."""
    expected = {item["file"] for item in json.loads((ZIPS / "EXPECT.json").read_text("utf-8"))}
    files = sorted(ZIPS.glob("*.zip"))
    assert {file.name for file in files} == expected and len(files) >= 30
    before = {path.name for path in tmp_path.rglob("*")} - {"box-1.sqlite"}
    card = ["--card-file", packed.cards[0]]
    for file in files:
        assert call("verify", file).status == 3, file.name
        assert call("inspect", file, *card, "--json").status == 3, file.name
        assert call("scores", file, *card).status == 3, file.name
        assert call("extract", file, "a.txt", *card, "-o", tmp_path / "x").status == 3, file.name
        assert packed.organizer("box", "add", file).status == 3, file.name
        assert packed.expert(0, "scores", "--amend", file).status == 3, file.name
    new = {path.name for path in tmp_path.rglob("*")} - before - {"box-1.sqlite", "expert-0", "rounds"}
    assert all(".scores" in name for name in new), new
    assert packed.organizer("box", "list", "--json").done().json["inside"] == 0


@pytest.mark.parametrize("name", ["many_entries_20000.zip", "name_27.zip", "truncated_half.zip"])
def test_a_foreign_zip_in_a_process(name: str) -> None:
    assert start("verify", ZIPS / name, "--json", timeout=20).status == 3
