"""What every verb promises: statuses, one JSON document, help in two languages, no question where nobody can answer."""

from __future__ import annotations

import argparse
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from review_app import __version__
from review_app.cli import build_parser
from review_app.verbs import GROUP_OF
from tests.cli.conftest import Campaign, make_drawn, scores_csv
from tests.cli.program import PROGRAM, REPOSITORY, call, environment, start

ORGANIZER = ["new", "overview", "log", "nominate", "shortlist", "round", "cards", "withdraw", "pack", "amend"]
EXPERT = ["extract", "score", "scores", "export", "backup", "restore"]
RESULTS = [
    "box",
    "rank",
    "publish",
    "commend",
    "report",
    "announce",
    "certify",
    "archive",
    "inspect",
    "verify",
    "demo",
]
STAGE_1 = ["submissions", "nomination", "form", "earlier"]
CARE = ["kit", "recover", "keep", "bring-back", "undo"]
ROSTER = ["people", "letters", "fees"]
PACKAGE = ["amendments", "split", "join"]
VERBS = [*ORGANIZER, *ROSTER, *PACKAGE, *STAGE_1, *CARE, *EXPERT, *RESULTS]


def parsers() -> dict[str, argparse.ArgumentParser]:
    (action,) = build_parser("en")._subparsers._group_actions  # type: ignore[union-attr]
    return dict(action.choices)  # type: ignore[arg-type, call-overload]


def test_these_are_the_verbs() -> None:
    assert set(parsers()) == set(VERBS)


def test_version_and_help_of_the_program_in_a_process() -> None:
    assert start("--version").done().out == f"review-app {__version__}\n"
    for locale, word in (("zh_CN.UTF-8", "退出"), ("en_GB.UTF-8", "Exit codes")):
        answer = start("--help", env=environment(LC_ALL=None, LANG=locale)).done()
        assert word in answer.out and all(verb in answer.out for verb in VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_help_of_a_verb_is_in_the_readers_language(verb: str) -> None:
    zh = call(verb, "--help", env={"LC_ALL": "zh_CN.UTF-8"}).done()
    en = call(verb, "--help", env={"LC_ALL": "en_US.UTF-8"}).done()
    assert re.search("[\u4e00-\u9fff]", zh.out) and not re.search("[\u4e00-\u9fff]", en.out)
    assert "--json" in en.out and en.err == zh.err == ""


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_without_its_arguments_is_wrong_usage(verb: str) -> None:
    answer = call(verb)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("usage: ") or answer.err.startswith("用法")


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("--nonsense",),
        ("box", ".", "shake"),
        ("cards", ".", "--count", "0", "--pdf", "x", "--out", "y"),
        ("cards", ".", "--count", "many", "--pdf", "x", "--out", "y"),
        ("certify", ".", "-o", "x", "--date", "yesterday"),
        ("round", ".", "new", "--kind", "semi-final"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    answer = call(*arguments)
    assert (answer.status, answer.out) == (2, "")
    assert list(tmp_path.iterdir()) == []


def test_the_options_of_the_contract_are_there() -> None:
    promised = {
        "new": "--title --edition --organizer",
        "round": "--kind --rubric --rule --blind",
        "cards": "--count --reserve --pdf --out",
        "pack": "-o --split",
        "inspect": "--card-file",
        "extract": "--card-file -o",
        "score": "--card-file --from",
        "scores": "--card-file",
        "export": "--card-file -o",
        "backup": "--card-file -o",
        "restore": "--card-file --from",
        "amend": "-o",
        "rank": "--rule --statistics",
        "publish": "--until --reason --early",
        "commend": "--author --post --institution --text-file",
        "report": "-o --internal",
        "announce": "-o --archive",
        "certify": "-o --template --split",
        "archive": "-o",
        "verify": "--receipt --organizer-key",
        "box": "--strict",
    }
    for verb, options in promised.items():
        known = {option for action in parsers()[verb]._actions for option in action.option_strings}
        assert {*options.split(), "--json"} <= known, verb


def test_no_argument_takes_a_secret() -> None:
    """Cards and passphrases come by file, prompt or environment: every argument whose name speaks of one is a file."""
    for verb, parser in parsers().items():
        for action in parser._actions:
            if re.search("card|passphrase|secret|key|password", action.dest):
                files = ("card_file", "organizer_key", "auditor_key", "passphrase_file")
                assert action.dest in files or action.nargs == 0, (verb, action.dest)


def test_no_verb_loads_qt(packed: Campaign) -> None:
    program = (
        "import sys; from review_app.__main__ import main; status = main(sys.argv[1:]);"
        "print([name for name in sys.modules if 'PySide' in name], file=sys.stderr); sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "verify", str(packed.package), "--json"],
        capture_output=True,
        text=True,
        cwd=REPOSITORY,
        check=True,
    )
    assert done.stderr.strip() == "[]"


def test_the_last_line_of_a_refusal_names_the_code_in_both_languages(tmp_path: Path) -> None:
    for locale, word in (("zh_CN.UTF-8", "找不到"), ("en_US.UTF-8", "was not found")):
        answer = start("verify", tmp_path / "none.results", env=environment(LC_ALL=locale)).refused(
            "file-missing"
        )
        assert word in answer.err.splitlines()[-1] and answer.out == ""


def test_progress_is_shown_on_a_terminal_only(packed: Campaign) -> None:
    assert start("verify", packed.package).done().err == ""
    leader, follower = pty.openpty()
    done = subprocess.run(
        [*PROGRAM, "verify", str(packed.package), "--json"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=follower,
        cwd=REPOSITORY,
        check=True,
    )
    os.close(follower)
    shown = os.read(leader, 65536).decode("utf-8", "replace")
    os.close(leader)
    assert "\r" in shown and "\r" not in done.stdout.decode()


# ---------------------------------------------------------------- nobody to ask


def keyless(home: Path, **more: str | None) -> dict[str, str]:
    """A user's environment with neither keyring nor passphrase file nor folder for local state."""
    bare: dict[str, str | None] = dict.fromkeys(("REVIEW_APP_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"))
    return environment(
        **{**bare, "HOME": str(home), "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring", **more}
    )


@pytest.mark.parametrize(
    "backend", ["keyring.backends.fail.Keyring", "keyring.backends.null.Keyring", "no.such.One"]
)
def test_without_a_keyring_a_workspace_is_refused_and_leaves_nothing(backend: str, tmp_path: Path) -> None:
    """The null keyring takes everything and keeps nothing: it is none."""
    env = keyless(tmp_path, PYTHON_KEYRING_BACKEND=backend)
    start("new", tmp_path / "w", "--title", "T", "--edition", "E", env=env).refused("keyring-missing", 4)
    assert not (tmp_path / "w").exists()


def test_a_passphrase_file_is_enough(tmp_path: Path) -> None:
    secret = tmp_path / "passphrase"
    secret.write_text("correct horse battery staple\n")
    env = {"REVIEW_APP_PASSPHRASE_FILE": str(secret), "REVIEW_APP_HOME": "", "HOME": str(tmp_path)}
    workspace = tmp_path / "w"
    call("new", workspace, "--title", "T", "--edition", "E", "--json", env=env).done()
    start("round", workspace, "new", env=keyless(tmp_path, REVIEW_APP_PASSPHRASE_FILE=str(secret))).done()
    start("round", workspace, "new", env=keyless(tmp_path)).refused("passphrase-needed", 4)
    secret.write_text("wrong\n")
    call("round", workspace, "new", env=env).refused("wrong-passphrase")
    secret.write_text("")
    call("round", workspace, "new", env=env).refused("passphrase-empty", 2)
    secret.unlink()
    call("round", workspace, "new", env=env).refused("file-missing")
    assert b"correct horse" not in (workspace / "vault.age").read_bytes()


@pytest.mark.parametrize("variable", ["REVIEW_APP_HOME", "REVIEW_APP_PASSPHRASE_FILE"])
def test_nothing_asks_at_a_terminal_when_a_script_has_said_where_secrets_are(
    variable: str, packed: Campaign, tmp_path: Path
) -> None:
    """A terminal is there, but the environment says that this is a script: refuse, don't wait for somebody to type."""
    (tmp_path / "file").write_text("x\n")
    env = keyless(tmp_path, **{variable: str(tmp_path / ("file" if "FILE" in variable else "home"))})
    leader, follower = pty.openpty()
    try:
        done = subprocess.run(
            [*PROGRAM, "scores", str(packed.package)],
            stdin=follower,
            capture_output=True,
            text=True,
            env=env,
            cwd=REPOSITORY,
            timeout=60,
            start_new_session=True,
            check=False,
        )
    finally:
        os.close(follower)
        os.close(leader)
    assert done.returncode == 2 and "error[card-needed]" in done.stderr


def test_without_a_card_and_a_terminal_nothing_waits(packed: Campaign) -> None:
    start("scores", packed.package).refused("card-needed", 2)


def test_local_state_goes_where_review_app_home_says(packed: Campaign, tmp_path: Path) -> None:
    empty = tmp_path / "user"
    empty.mkdir()
    env = environment(REVIEW_APP_HOME=str(tmp_path / "state"), HOME=str(empty), XDG_DATA_HOME=None)
    start("scores", packed.package, "--card-file", packed.cards[0], env=env).done()
    assert any((tmp_path / "state").rglob("*.scores"))
    assert list(empty.rglob("*")) == []


def test_a_card_comes_on_stdin(packed: Campaign) -> None:
    text = packed.cards[0].read_text("utf-8")
    answer = start("inspect", packed.package, "--card-file", "-", "--json", typed=text).done()
    assert len(answer.json["cases"]) == 4


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_is_found_in_its_own_file_alone(verb: str) -> None:
    (action,) = build_parser("en", [verb])._subparsers._group_actions  # type: ignore[union-attr]
    assert set(action.choices or ()) == {other for other, file in GROUP_OF.items() if file == GROUP_OF[verb]}


@pytest.mark.parametrize("frozen", [False, True])
def test_packing_says_when_it_froze_the_candidates_itself(frozen: bool, tmp_path: Path) -> None:
    campaign = make_drawn(tmp_path)
    if frozen:
        campaign.organizer("shortlist", "freeze").done()
    answer = campaign.organizer("pack", "-o", campaign.package, "--json").done()
    assert ("shortlist freeze" in answer.err) == (not frozen)
    assert set(answer.json) == {
        "file", "size", "terms_digest", "terms_short", "candidates", "members"
    }  # fmt: skip
    again = campaign.organizer("pack", "-o", tmp_path / "again.casepkg").done()
    assert "shortlist freeze" not in again.err


def test_export_without_return_instructions_names_the_cover_letter(packed: Campaign) -> None:
    packed.score_and_export(0)
    answer = packed.expert(0, "export", "-o", packed.folder / "more.scoresheet").done()
    assert "cover letter" in answer.out.splitlines()[-1]


def test_a_damaged_amendment_is_noted_and_healed_by_the_file_sent(packed: Campaign) -> None:
    file = packed.folder / "1.amend"
    packed.organizer("amend", "--withdraw-case", "beta", "撤回", "-o", file).done()
    before = packed.expert(0, "scores", "--amend", file, "--json").done()
    assert before.err == "" and "beta" not in before.json["open"]
    (kept,) = packed.expert_home(0).rglob("*.1.amend")
    kept.write_bytes(kept.read_bytes()[:-40])
    damaged = packed.expert(0, "scores", "--json").done()
    assert "amendment 1" in damaged.err and "beta" in damaged.json["open"]
    source = packed.folder / "scores.csv"
    source.write_bytes(scores_csv(packed.scores(0)))
    assert "amendment 1" in packed.expert(0, "score", "--from", source).done().err
    sheet = packed.folder / "one.scoresheet"
    assert "amendment 1" in packed.expert(0, "export", "-o", sheet).done().err
    assert packed.expert(0, "scores", "--amend", file, "--json").done() == packed.expert(
        0, "scores", "--json"
    )
    assert packed.expert(0, "scores").done().err == ""
