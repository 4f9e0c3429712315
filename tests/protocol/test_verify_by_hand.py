"""docs/verify-by-hand.md, followed word for word with tools that are not ours, on sound archives and on forged ones."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from review_app.model.box.states import State
from review_app.model.crypto import age
from tests.conftest import REPOSITORY
from tests.forger import NOUGHT, Forger, Published, publish, replace

DOCUMENT = (REPOSITORY / "docs/verify-by-hand.md").read_text("utf-8")
TOOLS = ("unzip", "jq", "openssl", "sha256sum", "basenc", "cmp", "python3", "age")
pytestmark = pytest.mark.skipif(
    any(shutil.which(tool) is None for tool in TOOLS), reason=f"needs {', '.join(TOOLS)}"
)

BLOCKS = re.findall(
    r"^## ([0-9]+)\.|^```(sh|python|sh auditor)\n(.*?)^```", DOCUMENT, re.MULTILINE | re.DOTALL
)


def blocks(kind: str) -> list[tuple[int, str]]:
    """Number of the section and text of every block of one kind, in order."""
    section, found = 0, []
    for number, language, text in BLOCKS:
        section = int(number) if number else section
        if language == kind:
            found.append((section, text))
    return found


def follow(folder: Path, archive: bytes, auditor: str = "") -> subprocess.CompletedProcess[str]:
    """Everything on the page, in one shell, as it says."""
    (folder / "round.results").write_bytes(archive)
    ((_, recount),) = blocks("python")
    (folder / "recount.py").write_text(recount, "utf-8")
    parts = blocks("sh")
    if auditor:
        (folder / "auditor.key").write_text(auditor + "\n", "ascii")
        ((_, unseal),) = blocks("sh auditor")
        later = [
            text.replace("scores=archive/scores\n", "scores=sheets/scores\n")
            for n, text in parts
            if n in (6, 8, 9)
        ]
        assert later != [text for n, text in parts if n in (6, 8, 9)]
        texts = [text for n, text in parts if n in (1, 2, 3, 4, 5, 7)] + [unseal, *later]
    else:
        texts = [text for _, text in parts]
    clean = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    script = "set -eux\n" + "\n".join(texts)
    return subprocess.run(
        ["sh", "-c", script], cwd=folder, env=clean, capture_output=True, text=True, check=False
    )


def test_every_block_of_the_page_is_followed() -> None:
    assert len(re.findall(r"^```\w", DOCUMENT, re.MULTILINE)) == sum(
        len(blocks(kind)) for kind in ("sh", "python", "sh auditor")
    )
    assert [n for n, _ in blocks("sh")] == [1, 2, 3, 4, 4, 5, 6, 7, 8, 9, 9]


RULES: list[dict[str, object]] = [
    {},
    {"method": "mean", "drop": 0, "last_tie": "shared"},
    {"method": "median", "drop": 0, "publication": "winners-scored"},
    {"drop": 0, "drop_share": "0.2", "seed_draw": ""},
    {"method": "severity-corrected", "drop": 0, "ties": []},
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: "-".join(map(str, rule.values())) or "default")
def test_a_sound_archive_passes(rule: dict[str, object], tmp_path: Path) -> None:
    published = publish(tmp_path, **rule)
    done = follow(tmp_path, published.archive)
    assert done.returncode == 0, done.stdout + done.stderr
    for line in published.results.ranking:
        row = (line.rank or "-", line.case, line.score, line.sheets)
        assert "\t".join(map(str, row)) in done.stdout.splitlines()
    for receipt in published.receipts:
        assert receipt.receipt.split("/")[0] in done.stdout
    assert f"terms {published.round_.digest}" in done.stdout


@pytest.mark.parametrize("level", ["full", "winners-scored", "winners"])
def test_an_auditor_follows_it_too(level: str, tmp_path: Path) -> None:
    identity, recipient = age.new_identity()
    published = publish(tmp_path, publication=level, auditors=[recipient])
    done = follow(tmp_path, published.archive, identity)
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(re.findall(r"^[1-5-]\tcase-[1-5]\t", done.stdout, re.MULTILINE)) == 5


def _score(forger: Forger) -> None:
    line = forger.some()
    other = forger.signed(forger.some(State.SUPERSEDED))
    forger.put(line, replace(forger.signed(line), signatures=other.signatures))


def _rank(forger: Forger) -> None:
    first, second, *rest = forger.results.ranking
    forger.change(ranking=[second, first, *rest])


FORGED: list[tuple[Callable[[Forger], None], str]] = [
    (_score, "openssl pkeyutl -verify -pubin -inkey ballot.pem"),
    (_rank, "differs: the ranking"),
    (lambda f: f.change(winners=f.results.winners[::-1]), "differs: the winners"),
    (lambda f: f.line(f.some(), state=State.SUPERSEDED), "differs: the states"),
    (lambda f: f.state(f.file(), state=State.LATE), "cmp in-box.txt stated.txt"),
    (lambda f: f.box(sheets=sorted([*f.record.sheets, NOUGHT])), "cmp in-box.txt stated.txt"),
    (lambda f: f.terms(rule=replace(f.round_.terms.rule, winners=3)), "differs: the states"),
    (lambda f: f.change(seed=NOUGHT), "cmp stated-seed.txt seed.txt"),
    (lambda f: f.change(candidates=[replace(c, recipient="别人") for c in f.results.candidates]), "+ test"),
    (lambda f: f.change(box=NOUGHT), f"+ test {NOUGHT}"),
    (lambda f: f.parts.update({"remarks.json": b"[]"}), "+ test"),
    (lambda f: f.parts.pop(f"scores/{f.some().scores}.json") and None, "differs: the states"),
]


@pytest.mark.parametrize("number", range(len(FORGED)))
def test_a_forged_archive_stops_the_reader(published: Published, number: int, tmp_path: Path) -> None:
    change, said = FORGED[number]
    forger = Forger(published)
    change(forger)
    done = follow(tmp_path, forger.archive())
    assert done.returncode != 0
    assert said in "\n".join(done.stderr.splitlines()[-4:])


def test_a_byte_changed_on_the_way_stops_the_reader(published: Published, tmp_path: Path) -> None:
    data = published.archive
    place = data.index(b"remarks.json") + 40
    touched = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
    assert follow(tmp_path, touched).returncode != 0
