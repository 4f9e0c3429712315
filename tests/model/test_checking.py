"""Checking a file for anyone: what it is, who signed it, and that it can be stopped."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from pathlib import Path

import pytest

from review_app.model.checking import (
    CheckedAward,
    agreement_with,
    can_be_checked,
    check_file,
    expected_key,
    is_box_record,
    names_result,
    points_of,
    read_auditor_key,
    ties_of,
)
from review_app.model.container import Container
from review_app.model.crypto.keys import b64u, thumbprint
from review_app.model.errors import InputError
from review_app.model.progress import Cancelled, Progress
from review_app.model.publish.award import Award, FoundAward, sign_award
from review_app.model.result.ties import apart, steps
from tests.forger import Forger, Published, replace


@pytest.fixture
def archive(published: Published, tmp_path: Path) -> Path:
    file = tmp_path / "ten.results"
    file.write_bytes(published.archive)
    return file


def award_of(published: Published, **fields: str) -> Award:
    """A statement on the first winner."""
    round_, case = published.round_, published.results.winners[0]
    named = next(each for each in published.results.candidates if each.id == case)
    made = Award(
        award="十佳",
        campaign=round_.terms.title,
        case=case,
        date="2026-12-16",
        edition="2026",
        format="certificate/1",
        issuers=["示例"],
        organizer=b64u(round_.organizer),
        recipient=named.recipient,
        round_id=round_.terms.round_id,
        serial="2026-01",
        title=named.title,
    )
    return replace(made, **fields)


def test_an_archive_and_its_box_record(published: Published, archive: Path, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    found = check_file(archive, progress=Progress(lambda done, total: seen.append((done, total))))
    assert found.archive is not None and found.archive.consistent and found.record is None
    assert found.signers == {thumbprint(published.round_.organizer)}
    total = len(published.results.scores)
    assert seen[0] == (0, total) and seen[-1] == (total, total)
    record = tmp_path / "renamed.bin"
    record.write_bytes(Forger(published).parts["box.jws"])
    assert is_box_record(record) and can_be_checked(record) and not is_box_record(archive)
    checked = check_file(record).record
    assert checked is not None and checked.digest == published.results.box
    assert checked.sheets == len(Forger(published).record.sheets)


def test_it_stops_between_two_sheets(archive: Path) -> None:
    steps: list[int] = []
    progress = Progress(lambda done, total: steps.append(done), lambda: len(steps) > 3)
    with pytest.raises(Cancelled):
        check_file(archive, progress=progress)
    assert len(steps) == 4


def test_what_is_none_of_it_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("eyJ… nothing", encoding="utf-8")
    assert not can_be_checked(other)
    with pytest.raises(InputError) as refused:
        check_file(other)
    assert refused.value.code == "unknown-file"
    with pytest.raises(InputError):
        read_auditor_key(other)


def test_a_statement_beside_the_archive(published: Published, archive: Path, tmp_path: Path) -> None:
    report = check_file(archive).archive
    assert report is not None
    file = tmp_path / "code.txt"
    file.write_text(sign_award(award_of(published), published.round_.organizer_seed), encoding="ascii")
    (award,) = check_file(file).awards
    assert award.holds and award.page is None
    assert list(agreement_with(report, award)) == []
    loser = next(id_ for id_ in published.round_.terms.candidate_ids if id_ not in published.results.winners)
    for fields, signer, expected in (
        ({"recipient": "别人"}, award.found.signer, ["recipient"]),
        ({"title": "别的"}, award.found.signer, ["title"]),
        ({"result": b64u(hashlib.sha256(b"another").digest())}, award.found.signer, ["result"]),
        ({"result": "none"}, award.found.signer, ["result"]),
        ({}, "x" * 43, ["signer"]),
        ({"round_id": "0" * 64}, "x" * 43, ["round"]),
    ):
        other = CheckedAward(FoundAward(award_of(published, **fields), signer), None)
        assert list(agreement_with(report, other)) == expected
    assert not names_result(report, award), "a statement without a digest names none"
    with Container.open(archive) as container:
        result = hashlib.sha256(container.read("results.jws")).digest()
    bound = CheckedAward(FoundAward(award_of(published, result=b64u(result)), award.found.signer), None)
    assert list(agreement_with(report, bound)) == [] and names_result(report, bound)
    for name, expected in ((award.found.award.title, []), ("别的", ["title"])):
        fields = {"title": "…", "title_digest": b64u(hashlib.sha256(name.encode()).digest())}
        cut = CheckedAward(FoundAward(award_of(published, **fields), award.found.signer), None)
        assert list(agreement_with(report, cut)) == expected
    unearned = CheckedAward(FoundAward(award_of(published, case=loser), award.found.signer), None)
    assert "winner" in list(agreement_with(report, unearned))


def test_the_expected_key_is_read_however_it_is_pasted(published: Published) -> None:
    public = published.round_.organizer
    key = thumbprint(public)
    jwk = json.dumps({"kty": "OKP", "crv": "Ed25519", "x": b64u(public)})
    for pasted in (key, f"  {key}\n", f"公钥指纹：{key}。", jwk):
        assert expected_key(pasted) == key
    for pasted in ("", "no key", key[:-1], f"{key} {'A' * 43}", '{"x": "' + "!" * 43 + '"}'):
        assert expected_key(pasted) is None


def test_scores_and_ties_of_an_archive_are_told_with_and_without_its_sheets(archive: Path) -> None:
    report = check_file(archive).archive
    assert report is not None and report.recount is not None
    assert points_of(report) == apart([line.score for line in report.recount.ranking])
    assert ties_of(report) == steps(report.recount.ranking, report.terms.rule)
    lines = [replace(line, score="101/3", rank=1) for line in report.lines[:2]]
    lines.append(replace(report.lines[2], score="a third", rank=3))
    stated = dataclasses.replace(report, recount=None, results=replace(report.results, ranking=lines))
    assert points_of(stated) == ["33.67", "33.67", ""]
    assert [(step.upper, step.lower, step.how) for step in ties_of(stated)] == [
        (lines[0].case, lines[1].case, "shared")
    ]


def test_a_damaged_part_is_the_archives(archive: Path) -> None:
    data = bytearray(archive.read_bytes())
    data[data.index(b"verify.html") + 5000] ^= 1
    archive.write_bytes(data)
    with pytest.raises(InputError) as refused:
        check_file(archive)
    assert (refused.value.code, refused.value.params) == ("archive-damaged", {"part": "verify.html"})
