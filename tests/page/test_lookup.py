"""A receipt that was typed with a slip of the pen gets the same answer from the program and from the page."""

from __future__ import annotations

import random
from pathlib import Path

from review_app.model.crypto.base32 import ALPHABET, short_form
from review_app.model.errors import UsageError
from review_app.model.result.lookup import look_up
from review_app.model.result.verify import ArchiveReport, verify_archive
from tests.forger import Published
from tests.page.modules import ask


def _typed(published: Published) -> dict[str, str]:
    """What somebody types, and the kind of answer it should get."""
    drawn = random.Random(7)
    typed: dict[str, str] = {}
    for receipt in published.receipts:
        whole, code = receipt.receipt, short_form(receipt.scores_digest)
        place = drawn.choice([at for at, symbol in enumerate(code) if symbol != "-"])
        other = drawn.choice([symbol for symbol in ALPHABET if symbol != code[place]])
        typed |= {whole: "found", code.lower(): "found", whole.replace("/", " ／ "): "found"}
        typed |= {f"{code}/{receipt.revision + 4}": "revision", f"{code}/x": "found"}
        typed[f"{code[:place]}{other}{code[place + 1 :]}/{receipt.revision}"] = "near"
        if code[0] != code[1]:
            typed[code[1] + code[0] + code[2:]] = "near"
        typed[short_form(receipt.file_digest)] = "delivery"
        typed |= {code[:-1]: "form", f"{code}A": "form", code.replace("-", "U", 1): "form"}
    return typed | {"0000-0000-0000/1": "missing", "": "form", "什么": "form"}


def _by_program(report: ArchiveReport, typed: str) -> tuple[str, object, object, object]:
    try:
        found = look_up(report, typed)
    except UsageError as refusal:
        assert refusal.code == "receipt-form"
        return "form", None, None, None
    return found.kind, found.receipt, found.state, found.revision


def test_program_and_page_say_the_same(published: Published, tmp_path: Path) -> None:
    file = tmp_path / "round.results"
    file.write_bytes(published.archive)
    report = verify_archive(file)
    typed = _typed(published)
    (answer,) = ask([["look-up", str(file), list(typed)]])
    kinds = {}
    for one, page in zip(typed, answer["answer"], strict=True):
        mine = _by_program(report, one)
        assert mine == tuple(page.get(name) for name in ("kind", "receipt", "state", "revision")), one
        kinds[one] = mine[0]
    assert kinds == typed
