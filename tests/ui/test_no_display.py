"""Without a display, or without Qt's libraries, the start ends with a code and a sentence, not with an abort."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux starts without a display")


def start(**environment: str) -> subprocess.CompletedProcess[str]:
    """Starts the window in a process of its own, with nothing of this one's display."""
    clean = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    script = "import sys; from review_app.__main__ import main; sys.exit(main([]))"
    return subprocess.run(
        [sys.executable, "-c", script],
        cwd=REPOSITORY,
        env={**clean, **environment},
        capture_output=True,
        text=True,
        timeout=60,
    )


def refused(result: subprocess.CompletedProcess[str]) -> None:
    assert result.returncode == 4, result.stderr
    assert result.stderr.strip().splitlines()[-1].startswith("error[no-display]: ")
    assert "Traceback" not in result.stderr
    assert result.stdout == ""


@LINUX
def test_no_display_named() -> None:
    refused(start())


@LINUX
def test_display_that_does_not_answer() -> None:
    refused(start(DISPLAY=":7654"))


@LINUX
def test_sentence_in_chinese() -> None:
    result = start(LC_ALL="zh_CN.UTF-8", PYTHONIOENCODING="utf-8")
    refused(result)
    assert "图形显示" in result.stderr


@LINUX
def test_library_of_qt_missing(tmp_path: Path) -> None:
    """A PySide6 whose Qt lacks a system library fails to import; so does this one."""
    broken = tmp_path / "PySide6"
    broken.mkdir()
    (broken / "__init__.py").write_text(
        "raise ImportError('libEGL.so.1: cannot open shared object file: No such file or directory')\n"
    )
    refused(start(PYTHONPATH=f"{tmp_path}{os.pathsep}{REPOSITORY}", DISPLAY=":0"))
