"""What the tests of document views share."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QApplication

from review_app.ui import theme
from tests.ui.documents.watch import Listener, Opened, children


@pytest.fixture
def fonts(qapp: QApplication) -> None:
    """The bundled faces."""
    theme.load_fonts()


class _Catcher(QObject):
    """Takes the addresses that anything, Qt's own code as well, hands to the desktop."""

    SCHEMES = ("http", "https", "file", "mailto", "more", "ms-msdt", "javascript", "")

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    @Slot(QUrl)
    def take(self, address: QUrl) -> None:
        self.addresses.append(address.toString())


@dataclass
class Guard:
    """A place full of bait, and who has bitten.  ``folder`` holds pictures and a text that nobody may open."""

    folder: Path
    listener: Listener
    opened: Opened

    def filled(self, text: str) -> str:
        """``text`` with the placeholders of the vectors replaced."""
        return text.replace("@PORT@", str(self.listener.port)).replace("@TMP@", self.folder.as_posix())


@pytest.fixture
def guard(fonts: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Guard]:
    """Fails the test if anything connects, opens a file it should not, leaves a child or a temporary file."""
    bait, temporary = tmp_path / "bait", tmp_path / "temporary"
    bait.mkdir()
    temporary.mkdir()
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    for name in ("bait.png", "bait.jpg"):
        picture.save(str(bait / name))
    (bait / "bait.txt").write_text("secret", "utf-8")
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)

    catcher = _Catcher()
    for scheme in _Catcher.SCHEMES:
        QDesktopServices.setUrlHandler(scheme, catcher, "take")
    before = set(children())
    listener, opened = Listener(), Opened(bait)
    yield Guard(bait, listener, opened)
    strange, bitten, calls = opened.strange, opened.in_folder, listener.calls
    for scheme in _Catcher.SCHEMES:
        QDesktopServices.unsetUrlHandler(scheme)
    opened.close()
    listener.close()
    assert not catcher.addresses
    assert not calls
    assert not bitten
    assert not strange
    assert not set(children()) - before
    assert not list(temporary.iterdir())
