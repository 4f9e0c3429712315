"""Every text of the window is in the catalogue under the name it is looked up by.  What collects texts reads the source
without running it: it misses a text inside an f-string, and one asked of another widget lands under a wrong name."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

REPOSITORY = Path(__file__).resolve().parents[2]
WINDOW = REPOSITORY / "review_app" / "ui"
CATALOGUE = REPOSITORY / "assets" / "translations" / "review_app_zh_CN.ts"


def _asked(tree: ast.AST, inside: str = "") -> Iterator[tuple[int, str, str]]:
    """Line, context and text of each call of ``tr`` and ``translate`` with a literal text."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            texts = [each.value for each in node.args if isinstance(each, ast.Constant)]
            if name == "tr" and isinstance(called, ast.Attribute) and texts:
                own = isinstance(called.value, ast.Name) and called.value.id == "self"
                yield node.lineno, inside if own else f"what {ast.unparse(called.value)} is", str(texts[0])
            elif name == "translate" and len(texts) > 1:
                yield node.lineno, str(texts[0]), str(texts[1])
        yield from _asked(node, node.name if isinstance(node, ast.ClassDef) else inside)


def _collected() -> set[tuple[str, str]]:
    """Context and text of everything in the catalogue."""
    return {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in ElementTree.parse(CATALOGUE).getroot().iter("context")
        for message in context.iter("message")
    }


def test_every_text_is_found_where_it_is_looked_up() -> None:
    there = _collected()
    asked = [
        (file.relative_to(REPOSITORY), *each)
        for file in sorted(WINDOW.rglob("*.py"))
        for each in _asked(ast.parse(file.read_text("utf-8")))
    ]
    assert len(asked) > 1_000
    assert [
        f"{file}:{line}: {context}: {text}"
        for file, line, context, text in asked
        if (context, text) not in there
    ] == []


def test_a_text_with_a_plural_is_asked_of_a_class() -> None:
    """The collector of texts sees that there is a number in ``self.tr(text, "", number)``, not in ``translate``: such a
    text would have no plurals, and English would say "1 case(s)"."""
    without = [
        f"{file.relative_to(REPOSITORY)}:{node.lineno}"
        for file in sorted(WINDOW.rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and (getattr(node.func, "attr", "") or getattr(node.func, "id", "")) == "translate"
        and any(isinstance(each, ast.Constant) and "(s)" in str(each.value) for each in node.args)
    ]
    assert without == []
