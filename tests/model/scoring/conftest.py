"""Other processes on a store."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

CHILD = Path(__file__).with_name("store_child.py")


@pytest.fixture(scope="session")
def child() -> ModuleType:
    """``store_child.py`` as a module: the same cases, key and states as in the other process."""
    spec = importlib.util.spec_from_file_location("store_child", CHILD)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def start_child(repository: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts ``store_child.py`` with arguments; what still runs at the end of the test is killed."""
    started: list[subprocess.Popen[str]] = []

    def start(*arguments: object) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, str(CHILD), *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": str(repository)},
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()
