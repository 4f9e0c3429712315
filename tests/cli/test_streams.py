"""Names, encodings, terminals and pipes as they come: no crash, and JSON that is JSON."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import CASES, Campaign, nominations_csv, scores_csv
from tests.cli.program import PROGRAM, REPOSITORY, call, environment, start

NAMES = [
    "材料 包",
    "📦🎉",
    "línea",
    "a\nerror[fake]: b",
    "-",
    "--strict",
    "..x",
    "a'\"$(id)",
    "x" * 200,
    "\u202egpj.exe",
]


@pytest.mark.skipif(os.name == "nt", reason="Windows has fewer names")
@pytest.mark.parametrize("name", NAMES)
def test_a_file_may_be_called_anything(name: str, packed: Campaign, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = packed.folder / "named"
    folder.mkdir()
    monkeypatch.chdir(folder)
    shutil.copy(packed.package, folder / name)
    shutil.copy(packed.cards[0], folder / f"c{name}")
    assert call("verify", "--json", "--", name).done().json["verdict"] == "consistent"
    answer = call("scores", "--json", f"--card-file=c{name}", "--", name).done()
    assert len(answer.json["cases"]) == len(CASES)
    (folder / name).write_bytes(b"hello")
    refused = call("verify", "--", name).refused("unknown-file")
    assert len(refused.err.splitlines()) == 1 and "\u202e" not in refused.err
    packed.organizer("box", "add", "--", name).refused("not-a-sheet")


@pytest.mark.skipif(os.name == "nt", reason="names are bytes elsewhere only")
def test_a_name_that_is_no_text(packed: Campaign) -> None:
    name = os.fsencode(str(packed.folder)) + b"/\xff\xfe.casepkg"
    with open(name, "wb") as file:
        file.write(packed.package.read_bytes()[:-1])
    assert start("verify", name).status == 3
    with open(name, "wb") as file:
        file.write(packed.package.read_bytes())
    start("verify", name, "--json").done()
    out = os.fsencode(str(packed.folder)) + b"/\xfe.casepkg"
    env = environment(REVIEW_APP_HOME=str(packed.home))
    assert start("pack", packed.workspace, "-o", out, "--json", env=env).done().json["candidates"] == len(
        CASES
    )


TERMINALS = [
    {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"LC_ALL": "zh_CN.GBK", "PYTHONIOENCODING": "gbk"},
    {"LC_ALL": "zh_CN.UTF-8", "PYTHONIOENCODING": "ascii:strict"},
    {"LC_ALL": "zh_CN.UTF-8", "PYTHONIOENCODING": "latin-1"},
]


@pytest.mark.parametrize("terminal", TERMINALS, ids=str)
def test_a_narrow_terminal_is_no_reason_to_crash(terminal: dict[str, str], packed: Campaign) -> None:
    env = environment(**terminal)
    use = [packed.package, "--card-file", packed.cards[0]]
    shown = json_of("inspect", *use, "--json", env=env)
    assert [case["title"] for case in shown["cases"]] == [f"{case} 便民服务平台" for case in sorted(CASES)]
    done = subprocess.run(
        [*PROGRAM, "inspect", *map(str, use)], env=env, cwd=REPOSITORY, capture_output=True, check=True
    )
    assert b"Traceback" not in done.stderr and done.stdout
    refused = subprocess.run(
        [*PROGRAM, "verify", "无"], env=env, cwd=REPOSITORY, capture_output=True, check=False
    )
    assert refused.returncode == 3 and refused.stderr.splitlines()[-1].startswith(b"error[file-missing]: ")


def json_of(*arguments: object, env: dict[str, str]) -> dict[str, list[dict[str, str]]]:
    """JSON from a terminal of any encoding: outside UTF-8 it is all ASCII."""
    done = subprocess.run(
        [*PROGRAM, *map(str, arguments)], env=env, cwd=REPOSITORY, capture_output=True, check=True
    )
    document: dict[str, list[dict[str, str]]] = json.loads(done.stdout.decode("ascii"))
    return document


@pytest.mark.skipif(os.name == "nt", reason="pipes as POSIX has them")
@pytest.mark.parametrize("arguments", [["--json"], []])
def test_a_reader_that_stops_early(arguments: list[str], packed: Campaign) -> None:
    """As in ``review-app ... | head -1``: quiet but for one line, and the work is done."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [*PROGRAM, "inspect", str(packed.package), "--card-file", str(packed.cards[0]), *arguments],
            stdout=writing,
            stderr=subprocess.PIPE,
            text=True,
            cwd=REPOSITORY,
            check=False,
        )
    finally:
        os.close(writing)
    assert done.returncode == 4
    assert [line.split(":")[0] for line in done.stderr.splitlines()] == ["error[output-closed]"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_an_output_that_is_full(packed: Campaign) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*PROGRAM, "verify", str(packed.package)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            cwd=REPOSITORY,
            check=False,
        )
    assert done.returncode == 4 and done.stderr.splitlines()[-1].startswith("error[disk-full]")
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="descriptors as POSIX has them")
def test_without_any_streams(packed: Campaign) -> None:
    """Started by a program that closed all three."""
    done = subprocess.run(
        ["sh", "-c", 'exec "$@" <&- >&- 2>&-', "sh", *PROGRAM, "verify", str(packed.package)],
        cwd=REPOSITORY,
        check=False,
    )
    assert done.returncode == 0


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_nominations_come_as_spreadsheet_programs_write_them(encoding: str, tmp_path: Path) -> None:
    table, workspace = tmp_path / "申报 表.csv", tmp_path / "工作区"
    table.write_bytes(nominations_csv(encoding))
    call("new", workspace, "--title", "评审", "--edition", "一").done()
    results = call("nominate", workspace, table, "--json").done().json["results"]
    assert [result["case_id"] for result in results] == list(CASES)
    assert {result["code"] for result in results} == ({"repaired-gb18030"} if encoding == "gb18030" else {""})


def test_an_absent_nomination_is_one_refusal_among_others(packed: Campaign) -> None:
    answer = (
        packed.organizer("nominate", packed.folder / "none.csv", packed.folder / "none", "--json").done().json
    )
    assert [result["status"] for result in answer["results"]] == ["refused", "refused"]


def test_a_scores_file_from_a_pipe(packed: Campaign) -> None:
    if not Path("/dev/stdin").exists():
        pytest.skip("no /dev/stdin")
    env = environment(REVIEW_APP_HOME=str(packed.expert_home(0)))
    source = scores_csv(packed.scores(0))
    start(
        "score", packed.package, "--card-file", packed.cards[0], "--from", "/dev/stdin", env=env, typed=source
    ).done()
    assert packed.expert(0, "scores", "--json").done().json["open"] == []
