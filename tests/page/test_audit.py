"""The page finds in an archive what the program finds, code by code and place by place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from review_app.model.crypto import age
from review_app.model.errors import InputError
from review_app.model.result.verify import verify_archive
from tests.archives_changed import Published, changed_archives, publish
from tests.page.modules import ask

ROUNDS: dict[str, dict[str, object]] = {
    "trimmed-lots": {},
    "median": {"method": "median", "drop": 0, "last_tie": "shared", "seed_draw": ""},
    "severity": {"method": "severity-corrected", "drop": 0, "publication": "winners-scored"},
    "auditors-full": {"auditors": [age.new_identity()[1]]},
    "auditors-winners": {"auditors": [age.new_identity()[1]], "publication": "winners"},
    "auditors-scored": {"auditors": [age.new_identity()[1]], "publication": "winners-scored"},
}


@pytest.fixture(scope="module", params=ROUNDS, ids=list(ROUNDS))
def published(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Published:
    return publish(tmp_path_factory.mktemp("box"), **ROUNDS[request.param])


def _files(published: Published, folder: Path) -> Iterator[tuple[str, Path]]:
    """The archive as it is, and changed ones: all where sheets are public."""
    (folder / "as-it-is.results").write_bytes(published.archive)
    yield "as it is", folder / "as-it-is.results"
    for number, changed in enumerate(_changes(published)):
        file = folder / f"{number}.results"
        file.write_bytes(changed)
        yield str(number), file


def _changes(published: Published) -> Iterator[bytes]:
    for changed in changed_archives(published):
        yield changed.data


def _by_program(file: Path) -> dict[str, Any]:
    try:
        report = verify_archive(file)
    except InputError as refusal:
        return {"refused": refusal.code, "params": refusal.params}
    return {
        "signer": report.signer,
        "counted": report.counted,
        "findings": [{"code": finding.code, "params": finding.params} for finding in report.findings],
        "ranking": msgspec.to_builtins(report.lines),
        "winners": report.winners,
    }


def _by_page(answer: dict[str, Any]) -> dict[str, Any]:
    if "answer" not in answer:
        return {"refused": answer["refused"], "params": answer["params"]}
    found = dict(answer["answer"])
    assert found.pop("native") is True
    found.pop("receipts")
    return found


def test_every_change_is_named_as_the_program_names_it(published: Published, tmp_path: Path) -> None:
    files = list(_files(published, tmp_path))
    answers = ask([["audit", str(file)] for _, file in files])
    different = {
        name: (expected, found)
        for (name, file), answer in zip(files, answers, strict=True)
        if (expected := _by_program(file)) != (found := _by_page(answer))
    }
    assert different == {}
    assert _by_page(answers[0])["findings"] == []


def test_receipts_are_found_however_they_are_typed(published: Published, tmp_path: Path) -> None:
    file = tmp_path / "archive.results"
    file.write_bytes(published.archive)
    report = verify_archive(file)
    typed = [receipt.receipt for receipt in published.receipts]
    typed += [typed[0].lower().replace("-", " "), typed[1].split("/")[0], typed[2].split("/")[0] + "/7"]
    typed += [typed[3].replace("-", "－").replace("0", "O").replace("1", "l"), "0000-0000-0000"]
    (answer,) = ask([["audit", str(file), typed]])
    for receipt, found in zip(typed, answer["answer"]["receipts"], strict=True):
        expected = report.find_receipt(receipt)
        assert (None if found is None else found["state"]) == expected.state
        assert (None if found is None else found["revision"]) == expected.revision
    assert any(found is None for found in answer["answer"]["receipts"])
    (refused,) = ask([["audit", str(file), ["ABCD"]]])
    assert refused["refused"] == "receipt-form"
