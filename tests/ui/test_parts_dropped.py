"""A package in parts on the expert's window: opened from any part, and every trouble named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from review_app.model.package.parts import read_part
from review_app.model.package.split import split_file
from review_app.ui.window import MainWindow
from tests.model.package.test_parts import forged
from tests.rounds import SmallRound, small_round

Open = Callable[..., MainWindow]


@pytest.fixture(scope="module")
def large() -> SmallRound:
    return small_round(attachments={"a.pdf": b"%PDF-1.4 " + bytes(range(256)) * 2000})


@pytest.fixture
def parts(large: SmallRound, tmp_path: Path) -> list[Path]:
    package = tmp_path / "案例.casepkg"
    package.write_bytes(large.package)
    made = split_file(package, 150_000)
    package.unlink()
    return made


@pytest.fixture
def card_file(large: SmallRound, tmp_path: Path) -> Path:
    file = tmp_path / "card.txt"
    file.write_text(large.cards[0].file_text("card"), "utf-8")
    return file


def drop(window: MainWindow, *files: Path) -> None:
    window.dropped.emit(list(files))


def notes(window: MainWindow) -> str:
    return "\n".join(note.accessibleName() for note in window.notes.notes)


def test_one_part_opens_where_all_lie_together(
    qtbot: QtBot, open_window: Open, parts: list[Path], large: SmallRound
) -> None:
    window = open_window()
    drop(window, parts[2])
    qtbot.waitUntil(lambda: window.card_page is not None)
    assert window.card_page is not None
    window.card_page.field.set_card(large.cards[0])
    window.card_page.open.click()
    qtbot.waitUntil(lambda: window.session is not None)
    assert window.session is not None and window.session.terms == large.terms


def test_all_parts_and_the_card_dropped_together(
    qtbot: QtBot, open_window: Open, parts: list[Path], card_file: Path, large: SmallRound
) -> None:
    window = open_window()
    drop(window, *reversed(parts), card_file)
    qtbot.waitUntil(lambda: window.session is not None)
    assert window.session is not None and window.session.terms == large.terms and notes(window) == ""


def test_parts_of_two_folders_dropped_together(
    qtbot: QtBot, open_window: Open, parts: list[Path], large: SmallRound, tmp_path: Path
) -> None:
    away = tmp_path / "away"
    away.mkdir()
    parts[1] = parts[1].rename(away / parts[1].name)
    window = open_window()
    drop(window, *parts)
    qtbot.waitUntil(lambda: window.card_page is not None)
    assert window.card_page is not None
    window.card_page.field.set_card(large.cards[0])
    window.card_page.open.click()
    qtbot.waitUntil(lambda: window.session is not None)
    member = large.manifest.members[-1].name
    assert window.session is not None
    assert window.session.package.read_member(member) == large.contents[member]


def test_a_missing_part_is_named_and_its_coming_helps(
    qtbot: QtBot, open_window: Open, parts: list[Path]
) -> None:
    gone = parts[1].read_bytes()
    parts[1].unlink()
    window = open_window()
    drop(window, parts[0])
    qtbot.waitUntil(lambda: bool(window.notes.notes))
    assert f"of {len(parts)} parts, these are missing: 2" in notes(window) and window.card_page is None
    parts[1].with_name("later").write_bytes(gone)
    drop(window, parts[0])
    qtbot.waitUntil(lambda: window.card_page is not None)


def test_parts_of_two_packages_dropped_together(
    qtbot: QtBot, open_window: Open, parts: list[Path], tmp_path: Path
) -> None:
    other = tmp_path / "other" / "b.casepkg"
    other.parent.mkdir()
    other.write_bytes(small_round(attachments={"b.pdf": b"%PDF-1.4 " + bytes(400_000)}).package)
    more = split_file(other, 150_000)
    window = open_window()
    drop(window, *parts, *more)
    qtbot.waitUntil(lambda: window.card_page is not None and bool(window.notes.notes))
    assert notes(window).count("More than one case package") == 1


def test_a_forged_part_is_named_and_the_package_opens_all_the_same(
    qtbot: QtBot, open_window: Open, parts: list[Path], card_file: Path, large: SmallRound
) -> None:
    evil = parts[0].with_name("0.casepkg")
    evil.write_bytes(forged(parts[1], bytes(read_part(parts[1]).header.size)))
    window = open_window()
    drop(window, evil, *parts, card_file)
    qtbot.waitUntil(lambda: window.session is not None)
    assert window.session is not None and window.session.terms == large.terms
    assert "0.casepkg says it is part 2" in notes(window)
