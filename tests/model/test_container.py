"""The ZIP profile: crafted files as EXPECT.json says, and no byte of our own files can change unnoticed."""

from __future__ import annotations

import io
import json
import random
import struct
import zipfile
from pathlib import Path

import pytest

from review_app.model.container import Container, ContainerWriter, is_safe_name
from review_app.model.errors import InputError
from review_app.model.package.open import SealedPackage
from tests.conftest import REPOSITORY

FOLDER = REPOSITORY / "tests/vectors/zip"
EXPECTED = {item["file"]: item["expect"] for item in json.loads((FOLDER / "EXPECT.json").read_text("utf-8"))}
ACCEPTED = {"good.zip", "nested_20.zip", "setuid_attr.zip"}
"""At container level: the inner ZIP is opaque bytes, and the set-uid bit is ignored as all permissions are."""


def read_all(path: Path, canonical: bool) -> dict[str, bytes]:
    with Container.open(path, canonical=canonical) as container:
        return {entry.name: container.read(entry.name) for entry in container.entries}


def written(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    writer = ContainerWriter(file)
    for name, content in members.items():
        writer.add(name, content)
    writer.close()
    return file.getvalue()


SAMPLE = {"mimetype": b"application/x", "header.json": b"{}", "m/1.age": bytes(range(256)), "empty": b""}


def test_every_vector_is_named_and_there() -> None:
    assert {path.name for path in FOLDER.glob("*.zip")} == set(EXPECTED)
    assert len(EXPECTED) >= 30


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_vector_at_container_level(name: str, tmp_path: Path) -> None:
    before = sorted(path.name for path in tmp_path.parent.iterdir())
    if name in ACCEPTED:
        assert not EXPECTED[name].startswith("reject")
        assert read_all(FOLDER / name, canonical=False)
    else:
        assert EXPECTED[name].startswith("reject") or " or " in EXPECTED[name]
        with pytest.raises(InputError) as refusal:
            read_all(FOLDER / name, canonical=False)
        assert refusal.value.code in {
            "not-a-container",
            "container-truncated",
            "container-damaged",
            "container-member",
            "container-too-large",
            "member-damaged",
        }
    assert sorted(path.name for path in tmp_path.parent.iterdir()) == before


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_vector_is_no_package(name: str) -> None:
    with pytest.raises(InputError):
        SealedPackage.open(FOLDER / name)


def test_members_come_back_in_order_through_the_standard_library_too() -> None:
    data = written(SAMPLE)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {info.filename: archive.read(info) for info in archive.infolist()} == SAMPLE
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    container = Container(io.BytesIO(data))
    assert {entry.name: container.read(entry.name) for entry in container.entries} == SAMPLE
    assert written(SAMPLE) == data


def test_every_changed_byte_and_every_cut_is_refused() -> None:
    data = written(SAMPLE)
    drawn = random.Random(1)
    for place in range(len(data)):
        touched = bytearray(data)
        touched[place] ^= 1 << drawn.randrange(8)
        with pytest.raises(InputError):
            container = Container(io.BytesIO(bytes(touched)))
            for entry in container.entries:
                container.read(entry.name)
    for length in range(len(data)):
        with pytest.raises(InputError):
            Container(io.BytesIO(data[:length]))
    with pytest.raises(InputError):
        Container(io.BytesIO(data + b"\0"))


def test_a_foreign_writer_is_acceptable_but_not_canonical(tmp_path: Path) -> None:
    path = tmp_path / "foreign.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("mimetype", b"application/x")
    assert read_all(path, canonical=False) == {"mimetype": b"application/x"}
    with pytest.raises(InputError, match="container-member"):
        read_all(path, canonical=True)


def test_a_directory_larger_than_its_entries_can_be_is_not_read() -> None:
    """Otherwise a file of 4 GiB that is nothing but directory would be read into memory."""
    data = written({"mimetype": b"x"})
    offset = struct.unpack("<I", data[-6:-2])[0]
    directory = data[offset:-22]
    padded = directory + b"\0" * 500
    end = data[-22:-10] + struct.pack("<II", len(padded), offset) + data[-2:]
    with pytest.raises(InputError, match="container-damaged"):
        Container(io.BytesIO(data[:offset] + padded + end))


@pytest.mark.parametrize(
    "name",
    [
        *(
            "",
            "/a",
            "a/",
            "../a",
            "a/../b",
            "A",
            "a\\b",
            "c:a",
            "con",
            "aux.txt",
            "m/com1.age",
            "a.",
            "a/b./c",
        ),
        *("é", "a b", "a\n", "a" * 101, "a/b/c/d/e", ".a", "-a"),
    ],
)
def test_unsafe_names_are_neither_written_nor_read(name: str) -> None:
    assert not is_safe_name(name)
    with pytest.raises(ValueError, match="not a member name"):
        ContainerWriter(io.BytesIO()).add(name, b"")


def test_missing_and_oversized_members() -> None:
    container = Container(io.BytesIO(written(SAMPLE)))
    with pytest.raises(InputError, match="member-missing"):
        container.read("m/2.age")
    with pytest.raises(InputError, match="member-too-large"):
        container.read("m/1.age", limit=255)
    assert "m/1.age" in container
    assert container.size("m/1.age") == 256


def test_a_file_and_a_folder_of_one_name_are_refused() -> None:
    file = io.BytesIO()
    writer = ContainerWriter(file)
    writer.add("a/b", b"1")
    writer.add("a", b"2")
    writer.close()
    with pytest.raises(InputError, match="container-member"):
        Container(file)
