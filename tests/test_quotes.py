"""What the window says in English has straight quotation marks: those of the Chinese faces that it is set in are an em
wide, and stand in an English sentence as if between blanks."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import review_app
from review_app.model.files import asset_path

CURLY = "“”‘’"


def said() -> Iterator[tuple[str, str]]:
    """Where something is said in English, and what."""
    for name in ("cli", "desk", "errors"):
        yield from _strings(name, tomllib.loads(asset_path(f"texts/{name}_en.toml").read_text("utf-8")))
    folder = Path(review_app.__file__).parent
    for file in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in ("tr", "translate"):
                for part in ast.walk(node):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        yield file.name, part.value


def _strings(where: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(where, each)


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def test_english_has_straight_quotation_marks() -> None:
    everything = list(said())
    assert len(everything) > 2500
    assert [(where, words) for where, words in everything if any(mark in words for mark in CURLY)] == []
