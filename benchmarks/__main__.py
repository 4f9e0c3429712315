"""Runs every module of this folder that has a ``run()``, each in a process of its own, and prints the table.

Names of modules as arguments run only those.  Exit status 1 when a limit is missed or a module fails.
"""

from __future__ import annotations

import ast
import importlib
import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from benchmarks.figure import Figure

FOLDER = Path(__file__).resolve().parent
MARK = "figures: "


def modules() -> list[str]:
    """Names of the modules here that define ``run``, sorted; found in their text, so that none is loaded
    here."""
    return sorted(
        file.stem
        for file in FOLDER.glob("*.py")
        if any(
            isinstance(node, ast.FunctionDef) and node.name == "run"
            for node in ast.parse(file.read_text(encoding="utf-8")).body
        )
    )


def measure(module: str) -> list[Figure]:
    """The figures of one module; RuntimeError with what it said when it failed."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--one", module],
        cwd=FOLDER.parent,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    lines = [line for line in done.stdout.splitlines() if line.startswith(MARK)]
    if done.returncode or len(lines) != 1:
        raise RuntimeError((done.stderr.strip() or done.stdout.strip())[-2000:])
    return [Figure(**fields) for fields in json.loads(lines[0].removeprefix(MARK))]


def main(arguments: list[str]) -> int:
    """The table on standard output; 0 when every limit holds, 1 otherwise, 2 for a module that isn't
    there."""
    if arguments[:1] == ["--one"]:
        figures = importlib.import_module(f"benchmarks.{arguments[1]}").run()
        print(MARK + json.dumps([asdict(figure) for figure in figures]))
        return 0
    if unknown := sorted(set(arguments) - set(modules())):
        print(f"no such benchmark: {', '.join(unknown)}; there are {', '.join(modules())}", file=sys.stderr)
        return 2
    bad = 0
    print(f"{'':6}  {'ratio':>8}  {'limit':>15}  what")
    for module in arguments or modules():
        try:
            figures = measure(module)
        except RuntimeError as failure:
            bad += 1
            print(f"FAILED  {'':8}  {'':15}  {module}\n{failure}", flush=True)
            continue
        for figure in figures:
            bad += not figure.kept
            verdict, limit = "ok" if figure.kept else "MISSED", f"{figure.kind} {figure.limit:g}"
            print(
                f"{verdict:6}  {figure.ratio:8.2f}  {limit:>15}  {figure.name}: {figure.detail}", flush=True
            )
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
