"""The layers stand as written down: nothing below the window loads Qt, the window knows no formats."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.conftest import REPOSITORY

PROBE = """
import importlib, sys
importlib.import_module(sys.argv[1])
bindings = ("PySide6", "shiboken6", "PyQt6", "PyQt5")
print(*sorted(name for name in sys.modules if name.split(".")[0] in bindings))
"""


def without_qt() -> list[str]:
    """The dotted names of all modules that must load no Qt: everything but the window."""
    package = REPOSITORY / "review_app"
    names = []
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(REPOSITORY).with_suffix("").parts
        if parts[1] != "ui":
            names.append(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    return names


def loaded_qt_modules(module: str) -> list[str]:
    result = subprocess.run(
        [sys.executable, "-c", PROBE, module], cwd=REPOSITORY, capture_output=True, text=True, timeout=60
    )
    assert result.returncode == 0, result.stderr
    return result.stdout.split()


def test_the_probe_sees_qt() -> None:
    assert "PySide6.QtCore" in loaded_qt_modules("PySide6.QtCore")


def test_the_list_is_not_empty() -> None:
    assert {"review_app.model.errors", "review_app.model.files", "review_app.__main__"} <= set(without_qt())


@pytest.mark.parametrize("module", without_qt())
def test_loads_no_qt(module: str) -> None:
    assert loaded_qt_modules(module) == []


def test_a_verb_loads_no_qt() -> None:
    """Not only imports at the top: a whole run of ``review-app --version`` stays free of Qt."""
    script = (
        "import sys\n"
        "from review_app.__main__ import main\n"
        "try:\n"
        "    status = main(['--version'])\n"
        "except SystemExit as stop:\n"
        "    status = stop.code\n"
        "assert not status, status\n"
        "assert not [name for name in sys.modules if name.startswith(('PySide6', 'shiboken6'))]\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], cwd=REPOSITORY, capture_output=True, text=True, timeout=60
    )
    assert result.returncode == 0, result.stderr
    assert result.stdout.strip()


def test_import_contracts_hold() -> None:
    """The contracts of ``[tool.importlinter]`` in pyproject.toml."""
    result = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command; lint_imports_command()",
            "--no-cache",
        ],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert "3 kept, 0 broken" in result.stdout
