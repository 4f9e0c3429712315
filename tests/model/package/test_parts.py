"""Packages in parts: found by what they hold, read where they lie, and every part that is wrong is named."""

from __future__ import annotations

import hashlib
import io
import os
import random
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from review_app.model import canonical
from review_app.model.container import Container, ContainerWriter
from review_app.model.errors import InputError, UsageError
from review_app.model.file_kind import FileKind, file_kind
from review_app.model.package.joined import open_joined
from review_app.model.package.open import SealedPackage
from review_app.model.package.parts import (
    PART_MIMETYPE,
    SLICE,
    Part,
    PartHeader,
    find_parts,
    read_part,
)
from review_app.model.package.split import join, part_name, size_of, split_file
from review_app.model.progress import Cancelled, Progress
from tests.rounds import SmallRound, small_round

PDF = b"%PDF-1.4 " + random.Random(4).randbytes(600_000)
SIZE = 150_000


@pytest.fixture(scope="module")
def round_() -> SmallRound:
    return small_round(attachments={"证据.pdf": PDF})


@pytest.fixture
def package(round_: SmallRound, tmp_path: Path) -> Path:
    file = tmp_path / "案例.casepkg"
    file.write_bytes(round_.package)
    return file


@pytest.fixture
def parts(package: Path) -> list[Path]:
    """The package as parts; the whole file is gone."""
    made = split_file(package, SIZE)
    package.unlink()
    return made


def again_with(part: Path, **fields: object) -> bytes:
    """The part with other words in its header, its frame whole."""
    with Container.open(part) as container:
        header = canonical.decode(container.read("header.json"), PartHeader, "header.json")
        content = container.read(SLICE)
    file = io.BytesIO()
    writer = ContainerWriter(file)
    writer.add("mimetype", PART_MIMETYPE)
    writer.add("header.json", canonical.encode(msgspec.structs.replace(header, **fields)))
    writer.add(SLICE, content)
    writer.close()
    return file.getvalue()


def refusal(path: Path) -> InputError:
    with pytest.raises(InputError) as caught, SealedPackage.open(path):
        pass
    return caught.value


def test_parts_are_small_enough_and_come_to_the_same_bytes(
    parts: list[Path], round_: SmallRound, tmp_path: Path
) -> None:
    assert len(parts) > 3 and all(part.stat().st_size <= SIZE for part in parts)
    assert [part.name for part in parts][:2] == [
        f"案例.1of{len(parts)}.casepkg",
        f"案例.2of{len(parts)}.casepkg",
    ]
    for part in parts:
        assert file_kind(part) is FileKind.PART
        join(part, tmp_path / "whole")
        assert (tmp_path / "whole").read_bytes() == round_.package


def test_parts_can_be_put_together_by_any_program(parts: list[Path], round_: SmallRound) -> None:
    """Each is a ZIP file; the slices one after the other are the package."""
    whole = b""
    for part in parts:
        with zipfile.ZipFile(part) as archive:
            assert archive.testzip() is None
            whole += archive.read("slice")
    assert whole == round_.package


def test_a_package_opens_from_any_part_whatever_the_names(parts: list[Path], round_: SmallRound) -> None:
    renamed = []
    for number, part in enumerate(parts):
        renamed.append(part.rename(part.with_name(f"附件 ({number * 7 % 5}){number}.bin")))
    for path in renamed:
        with SealedPackage.open(path) as sealed:
            case_package = sealed.unlock(round_.cards[0])
            for member in round_.manifest.members:
                assert case_package.read_member(member.name) == round_.contents[member.name]
            assert list(sealed.damaged_entries()) == []


def test_reading_over_parts_is_reading_the_file(parts: list[Path], round_: SmallRound) -> None:
    joined, plain, chance = open_joined(parts[1]), io.BytesIO(round_.package), random.Random(1)
    with joined:
        for _ in range(300):
            place, count = (
                chance.randrange(len(round_.package) + 10),
                chance.choice([0, 1, 77, SIZE, 3 * SIZE]),
            )
            assert joined.seek(place) == plain.seek(place) == joined.tell()
            assert joined.read(count) == plain.read(count)
        assert joined.seek(0, os.SEEK_END) == len(round_.package)
        joined.seek(5)
        assert joined.read() == round_.package[5:]


def test_no_more_than_a_few_files_are_open(package: Path, round_: SmallRound) -> None:
    package.write_bytes(small_round(attachments={"大.pdf": b"%PDF-1.4 " + bytes(4_000_000)}).package)
    parts = split_file(package, 100_000)
    assert len(parts) > 32
    with open_joined(parts[0]) as joined:
        before = len(os.listdir("/proc/self/fd"))
        assert joined.read() == package.read_bytes()
        assert len(os.listdir("/proc/self/fd")) <= before + 16


@pytest.mark.parametrize("gone", [[0], [2], [1, 3]])
def test_missing_parts_are_named(parts: list[Path], gone: list[int]) -> None:
    kept = [part for number, part in enumerate(parts) if number not in gone]
    for number in gone:
        parts[number].unlink()
    failure = refusal(kept[0])
    assert failure.code == "parts-missing"
    assert failure.params == {"numbers": [number + 1 for number in gone], "total": len(parts)}


def test_a_part_of_another_packing_is_named(parts: list[Path], round_: SmallRound, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    again = other / "案例.casepkg"
    again.write_bytes(round_.package + b"")
    with SealedPackage.open(again):
        pass
    strangers = split_file(again, SIZE + 1000)
    shutil.copy(strangers[1], parts[1])
    failure = refusal(parts[0])
    assert (failure.code, failure.params) == ("part-foreign", {"name": parts[1].name, "number": 2})


def test_a_part_of_another_round_is_not_taken(parts: list[Path], tmp_path: Path) -> None:
    other = tmp_path / "other" / "andere.casepkg"
    other.parent.mkdir()
    other.write_bytes(small_round(attachments={"b.pdf": PDF}).package)
    strangers = split_file(other, SIZE)
    shutil.copy(strangers[1], parts[1])
    assert refusal(parts[0]).code == "parts-missing"
    for number, stranger in enumerate(strangers):
        shutil.copy(stranger, parts[0].parent / f"{number}.casepkg")
    with SealedPackage.open(parts[1]) as sealed:  # two packages in one folder, and all of this one
        assert sealed.joined is not None
        assert {part.path for part in sealed.joined.parts}.isdisjoint({parts[0], *parts[2:]})


def test_a_part_cut_off_on_its_way_is_named(parts: list[Path]) -> None:
    content = parts[2].read_bytes()
    parts[2].write_bytes(content[: len(content) // 2])
    failure = refusal(parts[0])
    assert (failure.code, failure.params) == ("part-damaged", {"name": parts[2].name})
    failure = refusal(parts[2])
    assert (failure.code, failure.params) == ("part-damaged", {"name": parts[2].name})
    shutil.copy(parts[3], parts[2].with_name("0.casepkg"))  # a second copy of another one doesn't help
    assert refusal(parts[0]).code == "part-damaged"
    parts[2].with_name("downloaded again").write_bytes(content)
    with SealedPackage.open(parts[0]) as sealed:  # the damaged one may stay
        assert list(sealed.damaged_entries()) == []


@pytest.mark.parametrize("place", [0, 1, 3, -1])
def test_a_changed_byte_is_blamed_on_its_part(
    parts: list[Path], round_: SmallRound, place: int, tmp_path: Path
) -> None:
    content = bytearray(parts[place].read_bytes())
    content[len(content) // 2] ^= 1
    parts[place].write_bytes(bytes(content))
    codes = set()
    try:
        with SealedPackage.open(parts[1 - abs(place) % 2]) as sealed:
            opened = sealed.unlock(round_.cards[0])
            assert sealed.joined is not None and [p.path for p in sealed.joined.damaged()] == [parts[place]]
            for member in round_.manifest.members:
                try:
                    opened.read_member(member.name)
                except InputError as failure:
                    codes.add((failure.code, failure.params["name"]))
    except InputError as failure:
        codes.add((failure.code, failure.params["name"]))
    assert codes == {("part-damaged", parts[place].name)}
    with pytest.raises(InputError) as caught:
        join(parts[0], tmp_path / "whole")
    assert caught.value.params == {"name": parts[place].name} and not (tmp_path / "whole").exists()


def test_a_sound_copy_is_taken_where_one_is_damaged(parts: list[Path], round_: SmallRound) -> None:
    for number, part in enumerate(parts):
        copy = part.with_name(f"0 copy {number}.casepkg")
        shutil.copy(part, copy)
        content = bytearray((copy if number % 2 else part).read_bytes())
        content[len(content) // 2] ^= 255
        (copy if number % 2 else part).write_bytes(bytes(content))
    with SealedPackage.open(parts[0]) as sealed:
        assert list(sealed.damaged_entries()) == []
        assert sealed.unlock(round_.cards[0]).terms == round_.terms


def test_parts_from_two_folders_given_together(parts: list[Path], round_: SmallRound, tmp_path: Path) -> None:
    away = tmp_path / "away"
    away.mkdir()
    moved = parts[2].rename(away / "part.casepkg")
    assert refusal(parts[0]).code == "parts-missing"
    with SealedPackage.open(parts[0], [moved, parts[1]]) as sealed:
        assert sealed.unlock(round_.cards[0]).digest == round_.digest


@pytest.mark.parametrize(
    "fields",
    [
        {"number": 0},
        {"number": 99},
        {"total": 1},
        {"total": 1000},
        {"package_size": 1},
        {"package_size": 1 << 40},
        {"part_size": 0},
        {"part_size": 5},
        {"size": 7},
        {"digest": "x"},
        {"package": "A" * 64},
        {"round_id": "../../../etc"},
        {"format": "casepart/9"},
    ],
)
def test_a_header_that_does_not_agree_with_itself_is_refused(
    parts: list[Path], fields: dict[str, object]
) -> None:
    forged = again_with(parts[0], **fields)
    parts[0].write_bytes(forged)
    assert refusal(parts[0]).code == "part-damaged"
    assert refusal(parts[1]).code == "part-damaged"


def forged(part: Path, content: bytes) -> bytes:
    """A part with the same claims and another slice, whose header agrees with it."""
    with Container.open(part) as container:
        header = canonical.decode(container.read("header.json"), PartHeader, "header.json")
    file = io.BytesIO()
    writer = ContainerWriter(file)
    writer.add("mimetype", PART_MIMETYPE)
    lying = msgspec.structs.replace(header, digest=hashlib.sha256(content).hexdigest())
    writer.add("header.json", canonical.encode(lying))
    writer.add(SLICE, content)
    writer.close()
    return file.getvalue()


def test_a_slice_that_is_not_of_its_package_is_not_read(parts: list[Path], tmp_path: Path) -> None:
    """A header may lie about the slice's digest; what the parts come to is sealed."""
    with Container.open(parts[1]) as container:
        size = canonical.decode(container.read("header.json"), PartHeader, "header.json").size
    parts[1].write_bytes(forged(parts[1], bytes(size)))
    with SealedPackage.open(parts[0]) as sealed:
        assert list(sealed.damaged_entries()) != []
    with pytest.raises(InputError, match="part-foreign"):
        join(parts[0], tmp_path / "whole")
    assert not (tmp_path / "whole").exists()


@pytest.mark.parametrize("name", ["000.casepkg", "zzz.casepkg"])
def test_a_forged_copy_of_a_part_is_passed_over_and_named(
    parts: list[Path], round_: SmallRound, tmp_path: Path, name: str
) -> None:
    """Whether its name comes before that of the right one or after it, and whichever part is opened."""
    content = forged(parts[1], bytes(read_part(parts[1]).header.size))
    evil = parts[1].with_name(name)
    evil.write_bytes(content)
    for opened in [*parts, evil]:
        with SealedPackage.open(opened) as sealed:
            assert sealed.joined is not None
            assert [part.path for part in sealed.joined.parts] == parts
            assert [part.path for part in sealed.joined.passed_over] == [evil]
            assert list(sealed.damaged_entries()) == []
            assert sealed.unlock(round_.cards[0]).terms == round_.terms
    digest, passed_over = join(evil, tmp_path / "whole")
    assert digest == hashlib.sha256(round_.package).hexdigest()
    assert [part.path for part in passed_over] == [evil]


def test_forged_copies_of_several_parts_are_told_from_the_right_ones(
    parts: list[Path], round_: SmallRound
) -> None:
    evil = []
    for number in (0, 2, len(parts) - 1):
        size = read_part(parts[number]).header.size
        for kind in range(2):
            evil.append(parts[number].with_name(f"0{number}{kind}.casepkg"))
            evil[-1].write_bytes(forged(parts[number], bytes([kind]) * size))
    with SealedPackage.open(evil[0]) as sealed:
        assert sealed.joined is not None
        assert [part.path for part in sealed.joined.parts] == parts
        assert {part.path for part in sealed.joined.passed_over} == set(evil)
        assert sealed.unlock(round_.cards[0]).terms == round_.terms


def test_no_flood_of_forged_copies_keeps_the_program_busy(
    parts: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        size = read_part(parts[number]).header.size
        for kind in range(12):
            copy = parts[number].with_name(f"0{number}{kind:02}.casepkg")
            copy.write_bytes(forged(parts[number], bytes([kind]) * size))
    read = 0
    blocks = Part.blocks

    def counted(part: Part) -> Iterator[bytes]:
        nonlocal read
        for block in blocks(part):
            read += len(block)
            yield block

    monkeypatch.setattr(Part, "blocks", counted)
    found = find_parts(parts[-1])
    assert [part.header.number for part in found] == list(range(1, len(parts) + 1))
    assert read < 40 * found[0].header.package_size


def test_every_flip_in_a_frame_is_noticed(parts: list[Path]) -> None:
    """Each byte before the slice and each after it."""
    whole = parts[1].read_bytes()
    offset = read_part(parts[1]).offset
    places = [*range(0, offset, 5), *range(offset + read_part(parts[1]).header.size, len(whole), 5)]
    original = find_parts(parts[0])
    for place in places:
        changed = bytearray(whole)
        changed[place] ^= 0x10
        parts[1].write_bytes(bytes(changed))
        with pytest.raises(InputError):
            found = find_parts(parts[0])
            assert found != original
            join(parts[0], parts[0].with_name("whole"))
        parts[1].write_bytes(whole)


def test_other_files_in_the_folder_do_not_matter(parts: list[Path], round_: SmallRound) -> None:
    folder = parts[0].parent
    (folder / "empty.casepkg").touch()
    (folder / "folder.casepkg").mkdir()
    (folder / "broken.casepkg").symlink_to("nowhere")
    (folder / "same size.pdf").write_bytes(bytes(parts[0].stat().st_size))
    os.mkfifo(folder / "pipe.casepkg")
    with SealedPackage.open(parts[0]) as sealed:
        assert sealed.unlock(round_.cards[0]).terms == round_.terms


def test_splitting_is_all_or_nothing(package: Path) -> None:
    before = set(package.parent.iterdir())
    asked = 0

    def stop() -> bool:
        nonlocal asked
        asked += 1
        return asked > 9

    with pytest.raises(Cancelled):
        split_file(package, SIZE, progress=Progress(cancelled=stop))
    assert set(package.parent.iterdir()) == before
    assert split_file(package, 50_000_000) == []
    assert set(package.parent.iterdir()) == before


def test_sizes_as_people_write_them(package: Path) -> None:
    written = {
        "20MB": 20_000_000,
        "1.5 g": 1_500_000_000,
        "700kB": 700_000,
        "2MiB": 2 << 20,
        "123456": 123_456,
    }
    assert {text: size_of(text) for text in written} == written
    for text in ("", "big", "-5MB", "20 parsecs", "1e9"):
        with pytest.raises(UsageError, match="part-size"):
            size_of(text)
    with pytest.raises(UsageError, match="part-size"):
        split_file(package, 99_999)
    assert part_name("a.b.casepkg", 3, 12) == "a.b.03of12.casepkg"
