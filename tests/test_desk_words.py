"""Every act, fact and step that the model can name has its sentence in both languages, and none is left over."""

from __future__ import annotations

import ast
import re
import string
import tomllib
from collections.abc import Iterator
from functools import lru_cache

import pytest

from review_app.desk_words import _LEFT_OUT, act_sentence
from review_app.model.workspace.campaign import STEPS
from review_app.model.workspace.log import LogLine
from review_app.texts import Language
from tests.conftest import REPOSITORY

MODEL = REPOSITORY / "review_app" / "model"
PASSED_ON = {"act", "MADE"}
"""Names under which an act is passed on; what they stand for is found where it is given."""


def _calls(tree: ast.Module) -> Iterator[tuple[str, str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield ast.unparse(node.func.value), node.func.attr, node


def _strings(node: ast.expr, constants: dict[str, str]) -> list[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return [*_strings(node.body, constants), *_strings(node.orelse, constants)]
    if isinstance(node, ast.Name) and node.id in constants:
        return [constants[node.id]]
    assert isinstance(node, ast.Name) and node.id in PASSED_ON, ast.unparse(node)
    return []


@lru_cache(maxsize=1)
def acts() -> frozenset[str]:
    """All acts that the model writes to the log."""
    found: set[str] = set()
    for path in sorted((MODEL / "workspace").rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        constants = {
            target.id: node.value.value
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
            for target in node.targets
            if isinstance(target, ast.Name) and isinstance(node.value.value, str)
        }
        for owner, name, call in _calls(tree):
            writes = (name == "append" and owner.endswith("log")) or (
                name == "change" and owner.endswith("edits")
            )
            if writes or (name in ("revise", "_change", "_write") and isinstance(call.args[0], ast.Constant)):
                found.update(_strings(call.args[0], constants))
            elif name == "set_state":
                found.update(_strings(call.args[1], constants))
    return frozenset(found)


@lru_cache(maxsize=1)
def facts() -> frozenset[str]:
    """All codes of facts, as keys of the catalogue."""
    tree = ast.parse((MODEL / "workspace" / "overview.py").read_text("utf-8"))
    codes = {
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Fact"
        and isinstance(node.args[0], ast.Constant)
    }
    return frozenset(code if code.startswith("next-") else f"fact-{code}" for code in map(str, codes))


def catalogue(language: str) -> dict[str, str]:
    file = REPOSITORY / "assets" / "texts" / f"desk_{language}.toml"
    return tomllib.loads(file.read_text("utf-8"))


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_the_scan_sees_the_model() -> None:
    assert {"workspace-created", "edit-redone", "box-opened", "nomination-accepted"} <= acts()
    assert {"next-pack", "fact-box-closed"} <= facts()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_act_fact_and_step_has_its_sentence_and_none_is_left_over(language: str) -> None:
    keys = set(catalogue(language))
    wanted = {f"act-{act}" for act in acts()} | facts() | {f"date-{step}" for step in STEPS}
    assert sorted(wanted - keys) == []
    own = {key for key in keys if key.startswith(("act-", "fact-", "next-", "date-"))}
    assert sorted(own - wanted) == []


def test_both_languages_say_the_same_things() -> None:
    zh, en = catalogue("zh"), catalogue("en")
    assert set(zh) == set(en)
    assert [key for key in zh if gaps(zh[key]) != gaps(en[key])] == []
    for key in zh:
        assert re.search("[\u4e00-\u9fff]", zh[key]), key
        assert not re.search("[\u3000-\u9fff\uff00-\uffef]", en[key]), key


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_undoing_says_what_it_undid_and_titles_stand_for_ids(language: Language) -> None:
    time = "2026-01-02T03:04:05Z"
    vote = LogLine(4, time, "vote", {"stage": 2, "case": "c-1", "member": "张三", "choice": "drop"}, "")
    undone = LogLine(5, time, "edit-undone", {"line": 4, "act": "vote"}, "")
    said = act_sentence(undone, language, {"c-1": "网上议事厅"}, [vote, undone])
    assert "网上议事厅" in said and "张三" in said and "c-1" not in said
    assert ("淘汰" if language == "zh" else "drop") in said


def test_an_act_of_a_newer_program_is_shown_as_it_is() -> None:
    line = LogLine(1, "2026-01-02T03:04:05Z", "jury-sworn", {"count": 3}, "")
    assert act_sentence(line, "zh") == "jury-sworn. count: 3"


def test_what_may_be_left_out_leaves_no_gap() -> None:
    for act in acts():
        optional = dict.fromkeys(gaps(catalogue("en")[f"act-{act}"]) - set(_LEFT_OUT), "x")
        said = act_sentence(LogLine(1, "", act, {**optional}, ""), "en")
        assert "…" not in said and said == said.strip(), said
