"""Every code and every key that the program can say has its sentences, in both languages, and their gaps are filled."""

from __future__ import annotations

import argparse
import ast
import re
import string
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, get_args

import pytest

from review_app import texts
from review_app.cli import build_parser
from review_app.model.box.states import PUBLISHED, State
from review_app.model.checking import Difference
from review_app.model.errors import EnvironmentFailure, InputError, ReviewError, UsageError
from review_app.model.result import stated
from review_app.model.workspace.nominations import IntakeStatus
from review_app.model.workspace.overlaps import OverlapKind
from review_app.model.workspace.rounds import RoundState
from review_app.model.workspace.submission import SubmissionState
from tests.conftest import REPOSITORY

SOURCE = REPOSITORY / "review_app"
KINDS = {kind.__name__ for kind in (ReviewError, UsageError, InputError, EnvironmentFailure)}

INDIRECT: dict[tuple[str, str], set[str]] = {
    ("model/nomination/text.py", "decode_text"): {"text-truncated", "text-encoding"},
    ("ui/organizer/nominations/words.py", "problem_text"): set(),  # repeats the code of a problem
    ("verbs/nominations.py", "intake_reason"): set(),  # repeats the code of an intake result
    ("model/nomination/duplicates.py", "error"): set(),  # the code of a Duplicate, as an error
    ("model/workspace/submission.py", "error"): set(),  # repeats the code of a problem
    ("model/nomination/table.py", "_read_csv"): {"table-cell-too-long", "table-invalid"},
    # The caller may give the code: workspace/db.py does.
    ("model/sqlite.py", "environment_failure"): {"store-in-use", "workspace-in-use"},
}
"""Places that raise a code they were given, and the codes they are given in the same file."""

NOTES_ON_ACCEPTED = {"left-out", "repaired-gb18030", "converted", "not-kept"}
"""What is noticed about a nomination that was taken in is no failure, but stands in the same record."""

JUDGED_ALONE = set(State) - PUBLISHED - {
    State.LATE, State.NOT_A_SHEET, State.TOO_LARGE, State.UNKNOWN_VERSION
}  # fmt: skip
"""States that signed scores in an archive can turn out to have although they should not be in it."""


@dataclass(frozen=True)
class Site:
    """A place that raises ``code`` with the parameters ``given``."""

    where: str
    code: str
    given: frozenset[str]


@lru_cache(maxsize=1)
def modules() -> tuple[tuple[str, ast.Module], ...]:
    return tuple(
        (path.relative_to(SOURCE).as_posix(), ast.parse(path.read_text("utf-8")))
        for path in sorted(SOURCE.rglob("*.py"))
    )


def name_of(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def constants(node: ast.expr | None) -> list[str] | None:
    """The strings an expression can be; None when that can't be read off."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        one, other = constants(node.body), constants(node.orelse)
        return None if one is None or other is None else one + other
    return None


def given_to(call: ast.Call) -> frozenset[str]:
    return frozenset(keyword.arg or "**" for keyword in call.keywords)


def calls_by_function(tree: ast.Module) -> Iterator[tuple[str, ast.Call]]:
    """Every call with the name of the innermost function around it."""

    def walk(node: ast.AST, function: str) -> Iterator[tuple[str, ast.Call]]:
        for child in ast.iter_child_nodes(node):
            inside = child.name if isinstance(child, ast.FunctionDef) else function
            if isinstance(child, ast.Call):
                yield inside, child
            yield from walk(child, inside)

    yield from walk(tree, "")


def error_sites() -> tuple[list[Site], set[tuple[str, str]]]:
    """All places that raise one of our errors, and those whose code is not written there."""
    sites: list[Site] = []
    indirect: set[tuple[str, str]] = set()
    for module, tree in modules():
        for function, call in calls_by_function(tree):
            name = name_of(call)
            if name == "Duplicate" and module.endswith("duplicates.py"):
                given = frozenset({"other", "similarity"})
            elif name in KINDS or name == "kind":
                given = given_to(call)
            else:
                continue
            codes = constants(call.args[0]) if call.args else None
            if codes is None:
                indirect.add((module, function))
                codes = sorted(INDIRECT.get((module, function), set()))
            sites += [Site(f"{module}:{call.lineno}", code, given) for code in codes]
    return sites, indirect


SITES, INDIRECT_SITES = error_sites()


def catalogue(name: str) -> dict[str, Any]:
    return tomllib.loads((REPOSITORY / f"assets/texts/{name}.toml").read_text("utf-8"))


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_the_scan_sees_the_code_that_raises() -> None:
    assert len(SITES) > 150 and len({site.code for site in SITES}) > 80
    assert set(INDIRECT_SITES) == set(INDIRECT), (
        "a code is raised in a way this test can't follow: add it above"
    )
    for (module, _), codes in INDIRECT.items():
        source = (SOURCE / module).read_text("utf-8")
        assert all(f'"{code}"' in source for code in codes), module


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_code_has_sentences_and_no_sentence_is_left_over(language: texts.Language) -> None:
    raised = {site.code for site in SITES}
    known = texts.known_codes(language)
    assert sorted(raised - known) == []
    assert sorted(known - raised - NOTES_ON_ACCEPTED) == []


def test_codes_are_stable_words() -> None:
    assert [site for site in SITES if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", site.code)] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_gaps_of_error_sentences_are_filled_wherever_the_code_is_raised(language: str) -> None:
    entries = catalogue(f"errors_{language}")
    assert all(set(entry) == {"what", "next"} and entry["what"] for entry in entries.values())
    unfilled = [
        (site.where, site.code, sorted(missing))
        for site in SITES
        if "**" not in site.given
        and (missing := gaps(entries[site.code]["what"] + entries[site.code]["next"]) - site.given)
    ]
    assert unfilled == []


@pytest.mark.parametrize("table", ["errors", "cli"])
def test_both_languages_say_the_same_things(table: str) -> None:
    zh, en = catalogue(f"{table}_zh"), catalogue(f"{table}_en")
    assert set(zh) == set(en)
    for key in zh:
        here, there = (
            (" ".join(entry.values()) if isinstance(entry, dict) else entry) for entry in (zh[key], en[key])
        )
        assert gaps(here) == gaps(there), key


@pytest.mark.parametrize("table", ["errors", "cli"])
def test_each_language_is_itself(table: str) -> None:
    for key, entry in catalogue(f"{table}_zh").items():
        text = "".join(entry.values()) if isinstance(entry, dict) else entry
        assert re.search("[\u4e00-\u9fff]", text), f"{key} has no Chinese"
    for key, entry in catalogue(f"{table}_en").items():
        text = "".join(entry.values()) if isinstance(entry, dict) else entry
        assert not re.search("[\u3000-\u9fff\uff00-\uffef]", text), f"{key} is not English"


# ---------------------------------------------------------------- sentences of the command line


def parsers(language: texts.Language) -> dict[str, argparse.ArgumentParser]:
    actions = build_parser(language)._subparsers._group_actions  # type: ignore[union-attr]
    return dict(actions[0].choices)  # type: ignore[arg-type, call-overload]


def verbs() -> list[str]:
    return list(parsers("en"))


def options() -> set[str]:
    """The keys under which the help of an argument can stand: of one verb, or of all that have it."""
    return {
        f"option-{key}"
        for verb, parser in parsers("en").items()
        for action in parser._actions
        for key in (action.dest, f"{verb}-{action.dest}")
    }


@lru_cache(maxsize=1)
def findings() -> dict[str, list[frozenset[str]]]:
    """The codes of findings that checking an archive can have, with the parameters they come with."""
    found: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
    for module in ("verify", "audit", "stated", "notice"):
        for _, call in calls_by_function(dict(modules())[f"model/result/{module}.py"]):
            if name_of(call) not in ("find", "require"):
                continue
            code = call.args[0 if name_of(call) == "find" else 1]
            if isinstance(code, ast.JoinedStr):
                assert ast.unparse(code) == "f'scores-{part.judged.state}'"
                for state in JUDGED_ALONE:
                    found[f"scores-{state}"].append(given_to(call))
            else:
                codes = constants(code)
                assert codes is not None, ast.unparse(call)
                for one in codes:
                    found[one].append(given_to(call))
    return found


def fields() -> set[str]:
    """What ``inspect`` can show a line of: the keys of the documents made in that file and by ``verify``."""
    return {
        key.value
        for file in ("verbs/inspect.py", "verbs/verify.py")
        for node in ast.walk(dict(modules())[file])
        if isinstance(node, ast.Dict)
        for key in node.keys
        if isinstance(key, ast.Constant) and isinstance(key.value, str)
    }


FIGURES = {"kendall_w", "alpha_ordinal", "alpha_interval", "icc_2_1", "icc_2_k"}


@lru_cache(maxsize=1)
def families() -> dict[str, set[str]]:
    """Keys that the program puts together, by their beginning."""
    return {
        "help-": set(verbs()),
        "state-": set(State) | {"published"},
        "round-": set(get_args(RoundState)),
        "intake-": set(get_args(IntakeStatus)),
        "submission-": set(get_args(SubmissionState)),
        "intake-note-": NOTES_ON_ACCEPTED,
        "finding-": set(findings()),
        "finding-field-": set(stated._FIELDS),
        "certificate-archive-": set(get_args(Difference)) | {"proposed"},
        "certificate-field-": {"serial", "recipient", "title", "award", "edition", "issuers", "date"},
        "column-": {"rank", "case", "score", "counted", "interval", "winning", "agreement"} | FIGURES,
        "objection-": {"open", "rejected", "upheld"},
        "overlap-": set(get_args(OverlapKind)),
    }


def spoken() -> Iterator[tuple[str, str, frozenset[str]]]:
    """(place, key, parameters) of every sentence that the command line says by a key written out."""
    place_of_key = {"say": 1, "note": 1, "phrase": 1, "terminal_progress": 1}
    for module, tree in modules():
        if not (module.startswith("verbs/") or module in ("cli.py", "finding_words.py")):
            continue
        for _, call in calls_by_function(tree):
            place = place_of_key.get(name_of(call))
            if place is None or len(call.args) <= place:
                continue
            key = call.args[place]
            if isinstance(key, ast.JoinedStr):
                beginning = key.values[0]
                assert isinstance(beginning, ast.Constant) and beginning.value in families(), ast.unparse(
                    call
                )
            elif isinstance(key, ast.BinOp):
                assert ast.unparse(key) == "'field-' + name"
            elif (codes := constants(key)) is not None:
                yield from ((f"{module}:{call.lineno}", code, given_to(call)) for code in codes)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_sentence_of_the_command_line_is_there_and_filled(language: str) -> None:
    entries = catalogue(f"cli_{language}")
    wrong = [
        (where, key)
        for where, key, given in spoken()
        if key not in entries or ("**" not in given and not gaps(entries[key]) <= given)
    ]
    assert wrong == []
    for beginning, ends in families().items():
        assert sorted(end for end in ends if beginning + end not in entries) == [], beginning


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_argument_of_every_verb_is_explained(language: texts.Language) -> None:
    entries = set(catalogue(f"cli_{language}").values())
    unexplained = [
        (verb, action.dest)
        for verb, parser in parsers(language).items()
        for action in parser._actions
        if action.help not in entries
    ]
    assert unexplained == []
    for parser in parsers(language).values():
        assert parser.format_help()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_gaps_of_findings_are_filled(language: str) -> None:
    entries = catalogue(f"cli_{language}")
    for code, sites in findings().items():
        for given in sites:
            assert gaps(entries[f"finding-{code}"]) <= given, code


def test_no_sentence_of_the_command_line_is_left_over() -> None:
    used = {key for _, key, _ in spoken()}
    used |= {beginning + end for beginning, ends in families().items() for end in ends}
    used |= {f"field-{name}" for name in fields()} | options()
    assert sorted(set(catalogue("cli_en")) - used) == []


def test_a_parameter_cannot_pose_as_the_program() -> None:
    error = InputError("file-missing", name="a\nerror[none]: all is well\u202e\x1b[2J")
    shown = texts.error_text(error, "en").what
    assert "\n" not in shown and "\u202e" not in shown and "\x1b" not in shown


def test_lists_are_written_as_the_language_has_them() -> None:
    error = InputError("nomination-incomplete", fields=["地区", "简介"])
    assert "地区、简介。" in texts.error_text(error, "zh").what
    assert "地区, 简介." in texts.error_text(error, "en").what


def test_a_parameter_that_looks_like_a_gap_stays_what_it_is() -> None:
    assert "{limit}" in texts.error_text(InputError("file-missing", name="{limit}"), "en").what


def test_system_language(monkeypatch: pytest.MonkeyPatch) -> None:
    for lc_all, lang, expected in (
        ("", "zh_CN.UTF-8", "zh"),
        ("zh_TW", "en_US", "zh"),
        ("C", "zh_CN.UTF-8", "en"),
        ("", "de_DE.UTF-8", "en"),
    ):
        monkeypatch.setenv("LC_ALL", lc_all)
        monkeypatch.setenv("LANG", lang)
        monkeypatch.delenv("LC_MESSAGES", raising=False)
        assert texts.system_language() == expected


def test_assets_path_is_relative_to_the_program() -> None:
    assert Path(texts.asset_path("texts/cli_en.toml")).is_file()
