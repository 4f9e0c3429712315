"""The guides are true: their files are written and their commands run, as they stand and in their order."""

from __future__ import annotations

import json
import re
import shlex
from dataclasses import dataclass
from pathlib import Path

import pytest

from review_app.cli import build_parser
from review_app.model.crypto.ballot_card import derive, parse_card
from review_app.model.crypto.keys import b64u_decode, thumbprint
from tests.cli.program import call
from tests.conftest import REPOSITORY

GUIDES = ("guide-en.md", "guide-zh.md")
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
RECEIPT_SHOWN = "ABCD-EFGH-JKMN/1"
STUB_SHOWN = "0a1b-2c3d"
RECEIPT = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/1")
RESERVE_CARD = Path("cards/card-4.txt")
"""Nobody in the guide scores with it, so it is the one to withdraw."""


@dataclass(frozen=True)
class Block:
    """A fenced block: a file to write when it has a name, commands when it is a console."""

    kind: str
    name: str
    text: str


def blocks(guide: str) -> list[Block]:
    return [Block(*found) for found in BLOCK.findall((REPOSITORY / "docs" / guide).read_text("utf-8"))]


def commands(block: Block) -> list[list[str]]:
    lines = block.text.splitlines()
    assert all(line.startswith("$ review-app ") for line in lines), block.text
    return [shlex.split(line.removeprefix("$ "))[1:] for line in lines]


def stub_of(card_file: Path) -> str:
    """The eight digits that are printed on this card's stub."""
    card = parse_card(card_file.read_text("utf-8"))
    assert card.round_id is not None
    organizer = b64u_decode(json.loads(Path("ws/organizer-key.jwk").read_bytes())["x"], "key")
    return derive(card, card.round_id, thumbprint(organizer)).lookup[:8]


@pytest.mark.parametrize("guide", GUIDES)
def test_a_round_by_the_guide(guide: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REVIEW_APP_PASSPHRASE_FILE", "passphrase.txt")
    ran: list[str] = []
    receipt = RECEIPT_SHOWN
    for block in blocks(guide):
        if block.name:
            file = Path(block.name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block.text, "utf-8")
        if block.kind != "console":
            continue
        for words in commands(block):
            if STUB_SHOWN in words:
                words[words.index(STUB_SHOWN)] = stub_of(RESERVE_CARD)
            answer = call(*(receipt if word == RECEIPT_SHOWN else word for word in words)).done()
            if words[0] == "export" and receipt == RECEIPT_SHOWN:
                (receipt,) = RECEIPT.findall(answer.out)
            if "-o" in words:
                assert Path(words[words.index("-o") + 1]).is_file(), words
            if words[0] == "nominate":
                assert call(*words[:2], "--json", *words[2:]).json["totals"]["refused"] == 0
            ran.append(words[0])
    assert {"new", "pack", "export", "box", "rank", "certify", "archive", "verify"} <= set(ran)
    checked = call("verify", "round.results", "--organizer-key", "ws/organizer-key.jwk", "--json").done().json
    assert checked["verdict"] == "consistent" and checked["signer_expected"] is True
    assert checked["states"] == {"accepted": 3}
    assert len(checked["winners"]) == 1


def test_both_guides_run_the_same_commands() -> None:
    english, chinese = (
        [words for block in blocks(guide) if block.kind == "console" for words in commands(block)]
        for guide in GUIDES
    )
    assert [words[:3] for words in english] == [words[:3] for words in chinese]


@pytest.mark.parametrize("guide", GUIDES)
def test_what_the_guides_name_exists(guide: str) -> None:
    text = (REPOSITORY / "docs" / guide).read_text("utf-8")
    actions = build_parser("en")._subparsers._group_actions  # type: ignore[union-attr]
    parsers = dict(actions[0].choices)  # type: ignore[arg-type, call-overload]
    known = {option for parser in parsers.values() for option in parser._option_string_actions}
    assert sorted(set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text)) - known) == []
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", text):
        assert (REPOSITORY / "docs" / target).exists(), target
