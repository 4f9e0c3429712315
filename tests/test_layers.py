"""The layers stand as written down: nothing below the window loads Qt, the window knows no formats."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from tests.conftest import REPOSITORY

PROBE = """
import importlib, json, sys
bindings = ("PySide6", "shiboken6", "PyQt6", "PyQt5")
found = {}
for module in sys.argv[1:]:
    importlib.import_module(module)
    found[module] = sorted(name for name in sys.modules if name.split(".")[0] in bindings)
    for name in list(sys.modules) if found[module] else ():
        if name.split(".")[0] in ("review_app", *bindings):
            del sys.modules[name]
print(json.dumps(found))
"""
"""Loads the modules in one process, and forgets ours whenever one of them has loaded Qt: what is loaded till then loads
none, so that the next one's is its own."""


def without_qt() -> list[str]:
    """The dotted names of all modules that must load no Qt: everything but the window."""
    package = REPOSITORY / "review_app"
    names = []
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(REPOSITORY).with_suffix("").parts
        if parts[1] != "ui":
            names.append(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    return names


def loaded_qt_modules(*modules: str) -> dict[str, list[str]]:
    """What each of ``modules`` loads of Qt."""
    result = subprocess.run(
        [sys.executable, "-c", PROBE, *modules], cwd=REPOSITORY, capture_output=True, text=True, timeout=300
    )
    assert result.returncode == 0, result.stderr
    found: dict[str, list[str]] = json.loads(result.stdout)
    return found


def test_the_probe_sees_qt() -> None:
    found = loaded_qt_modules("review_app.model.errors", "review_app.ui.jobs", "review_app.model.files")
    assert "PySide6.QtCore" in found["review_app.ui.jobs"]
    assert found["review_app.model.errors"] == found["review_app.model.files"] == []


def test_the_list_is_not_empty() -> None:
    assert {"review_app.model.errors", "review_app.model.files", "review_app.__main__"} <= set(without_qt())


def test_nothing_below_the_window_loads_qt() -> None:
    modules = without_qt()
    found = loaded_qt_modules(*modules)
    assert set(found) == set(modules)
    assert {module: names for module, names in found.items() if names} == {}


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
