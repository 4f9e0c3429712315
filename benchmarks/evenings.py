"""Starts the evening of :mod:`benchmarks.session_child` on a package."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from review_app.model.crypto.ballot_card import BallotCard


@dataclass(frozen=True)
class Evening:
    """What one session came to: seconds of the longest silence, how long the window's thread was at work in it and what
    was going on, how often the heart beat, the largest sizes in bytes of the process and of its children together, and
    how many of those there were at once."""

    longest: float
    busy: float
    during: str
    beats: int
    size: int
    children: int
    most_children: int


def spend(package: Path, card: BallotCard, folder: Path) -> Evening:
    """One evening; its state lies in ``folder``, which must not have seen one before."""
    folder.mkdir()
    card_file = folder / "card.txt"
    card_file.write_text(card.printed(), "utf-8")
    said = _child([str(package), str(card_file), str(folder / "sheet.scoresheet")], folder / "home")
    return Evening(**said)


def bare_size(folder: Path) -> int:
    """Bytes that a window with a label takes."""
    return int(_child(["--bare"], folder)["size"])


def _child(arguments: list[str], home: Path) -> dict[str, int]:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "REVIEW_APP_HOME": str(home)}
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.session_child", *arguments],
        env=environment,
        cwd=Path(__file__).resolve().parents[1],
        capture_output=True,
        encoding="utf-8",
        timeout=900,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return dict(json.loads(done.stdout.splitlines()[-1]))
