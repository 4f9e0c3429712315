"""What the tests of printed pages share: the tools of others that look at our files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from review_app.model.workspace.standing import Standing
from tests.model.publish.stood import make_standing

PACKAGES = {
    "pdftotext": "poppler-utils",
    "pdffonts": "poppler-utils",
    "pdfinfo": "poppler-utils",
    "pdftoppm": "poppler-utils",
    "pdftocairo": "poppler-utils",
    "pdfimages": "poppler-utils",
    "qpdf": "qpdf",
    "zbarimg": "zbar-tools",
}


@pytest.fixture(scope="session")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Standing:
    """The sample campaign, counted (see :mod:`tests.model.publish.stood`)."""
    return make_standing(tmp_path_factory.mktemp("stood"))


@pytest.fixture
def tool(tmp_path: Path) -> Callable[..., str]:
    """``tool("pdftotext", document, "-layout", "{}", "-")``: writes the bytes to a file, puts its path in place of
    ``{}``, runs the program and returns what it printed.  The test is skipped where the program is missing."""

    def run(name: str, content: bytes, *arguments: str) -> str:
        if shutil.which(name) is None:
            pytest.skip(f"needs {name} (Debian package {PACKAGES[name]})")
        file = tmp_path / f"for-{name}"
        file.write_bytes(content)
        command = [name, *(str(file) if each == "{}" else each for each in arguments)]
        done = subprocess.run(command, capture_output=True, cwd=tmp_path, check=False)
        found_nothing = name == "zbarimg" and done.returncode == 4
        assert done.returncode == 0 or found_nothing, (command, done.stdout, done.stderr)
        return done.stdout.decode("utf-8")

    return run


@pytest.fixture
def qr_codes(tmp_path: Path, tool: Callable[..., str]) -> Callable[[bytes, int], list[str]]:
    """Renders every page of a PDF at a resolution (dpi) and reads the QR codes: a list, a page an entry."""

    def read(document: bytes, resolution: int) -> list[str]:
        tool("pdftoppm", document, "-r", str(resolution), "-gray", "-png", "{}", "page")
        pages = sorted(tmp_path.glob("page*.png"))
        return [
            tool(
                "zbarimg", page.read_bytes(), "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", "{}"
            ).strip()
            for page in pages
        ]

    return read


@pytest.fixture
def elsewhere(tmp_path: Path, repository: Path) -> Callable[[str], str]:
    """Runs Python code in a process with another time zone, locale, hash seed and folder; returns its output."""

    def run(code: str) -> str:
        folder = tmp_path / "另一个 文件夹"
        folder.mkdir()
        environment = os.environ | {
            "TZ": "Pacific/Auckland",
            "LC_ALL": "C",
            "LANG": "de_DE.UTF-8",
            "PYTHONHASHSEED": "4711",
            "SOURCE_DATE_EPOCH": "1",
            "PYTHONPATH": str(repository),
            "PYTHONUTF8": "0",
            "HOME": str(folder),
        }
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, cwd=folder, env=environment, check=False
        )
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode("ascii").strip()

    return run
