"""A receipt is looked up however it is typed; what is none is said to be none: "not there" would accuse somebody."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Campaign
from tests.cli.program import call


@pytest.fixture
def archive(opened: Campaign, tmp_path: Path) -> Path:
    file = tmp_path / "round.results"
    opened.organizer("archive", "-o", file).done()
    return file


@pytest.fixture
def receipt(opened: Campaign) -> str:
    sheets = opened.organizer("box", "list", "--json").done().json["sheets"]
    return next(str(sheet["receipt"]) for sheet in sheets if sheet["state"] == "accepted")


def full_width(text: str) -> str:
    return "".join(chr(ord(symbol) + 0xFEE0) for symbol in text)


def test_a_receipt_is_found_however_it_is_typed(archive: Path, receipt: str) -> None:
    code, _, revision = receipt.partition("/")
    for typed in (
        receipt,
        code,
        receipt.lower(),
        f" {code.replace('-', ' ')} / {revision} ",
        full_width(receipt),
    ):
        answer = call("verify", archive, "--receipt", typed, "--json").done()
        assert answer.json["receipt"]["state"] == "accepted", typed


def test_what_is_no_receipt_is_no_answer_about_a_sheet(archive: Path, receipt: str) -> None:
    for typed in ("hello", receipt[1:], receipt + "x", f"{receipt[:14]}/", f"{receipt[:13]}U"):
        answer = call("verify", archive, "--receipt", typed, "--json")
        assert (answer.status, answer.code, answer.out) == (2, "receipt-form", ""), typed


def test_a_receipt_of_another_revision_is_not_there(archive: Path, receipt: str) -> None:
    answer = call("verify", archive, "--receipt", receipt.partition("/")[0] + "/9", "--json")
    assert (answer.status, answer.json["receipt"]["found"]) == (1, False)
