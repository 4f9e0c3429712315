"""The page's modules run by Node, many questions in one process."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import REPOSITORY

SOURCES = REPOSITORY / "assets" / "verify"
_DRIVER = Path(__file__).with_name("run.mjs")


def ask(questions: Sequence[Sequence[object]]) -> list[dict[str, Any]]:
    """What the modules answer: ``answer``, or ``refused`` with the code (``params`` beside it)."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed: the page's modules can't be run")
    asked = json.dumps(questions)
    done = subprocess.run(
        [node, str(_DRIVER), SOURCES.as_uri()],
        input=asked,
        capture_output=True,
        encoding="utf-8",
        timeout=600,
    )
    assert done.returncode == 0, done.stderr
    answers: list[dict[str, Any]] = json.loads(done.stdout)
    assert len(answers) == len(questions)
    return answers
