"""The last step of the demo, drawing the window where there is no display, is not passed over when it fails."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from review_app.verbs.demo import show_window


@pytest.fixture
def args(monkeypatch: pytest.MonkeyPatch) -> argparse.Namespace:
    for variable in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(variable, raising=False)
    return argparse.Namespace(language="en", json=False)


@pytest.mark.usefixtures("window_libraries")
def test_a_window_that_fails_is_a_failure_of_the_demo(
    args: argparse.Namespace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert show_window(args, tmp_path) is False, "there is no package in this folder"
    said = capsys.readouterr().err
    assert "failed with status" in said and "libraries are missing" not in said
