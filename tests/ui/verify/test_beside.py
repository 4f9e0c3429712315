"""What is said of a certificate that lies beside an archive, and of the days that an archive states."""

from __future__ import annotations

import dataclasses
import hashlib
from pathlib import Path

import pytest

from review_app.model.checking import CheckedAward, check_file
from review_app.model.crypto.keys import b64u, thumbprint
from review_app.model.publish.award import FoundAward
from review_app.model.result.verify import ArchiveReport
from review_app.ui.verify.words import archive_lines, award_lines, beside_lines
from tests.forger import Published, publish, replace
from tests.model.test_checking import award_of


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    return publish(tmp_path_factory.mktemp("box"))


@pytest.fixture
def report(published: Published, tmp_path: Path) -> ArchiveReport:
    file = tmp_path / "a.results"
    file.write_bytes(published.archive)
    found = check_file(file).archive
    assert found is not None
    return found


def checked(published: Published, **fields: str) -> CheckedAward:
    signer = thumbprint(published.round_.organizer)
    return CheckedAward(FoundAward(award_of(published, **fields), signer), None)


def final(report: ArchiveReport) -> ArchiveReport:
    return dataclasses.replace(report, results=replace(report.results, status="final", final="2026-12-08"))


def test_a_certificate_that_names_this_result_or_none(published: Published, report: ArchiveReport) -> None:
    named = checked(published, result=b64u(bytes.fromhex(report.statement)))
    assert [line.tone for line in beside_lines(report, named)] == ["done", "done"]
    assert "names the result in this archive" in beside_lines(report, named)[1].text
    (line,) = beside_lines(report, checked(published))
    assert line.tone == "done"
    assert "names the result" not in line.text


def test_a_certificate_of_another_result(published: Published, report: ArchiveReport) -> None:
    other = checked(published, result=b64u(hashlib.sha256(b"another").digest()))
    (line,) = beside_lines(report, other)
    assert line.tone == "open", "a certificate names the final result, and this one is proposed"
    assert "proposed" in line.text
    (line,) = beside_lines(final(report), other)
    assert line.tone == "attention"
    assert "another result" in line.text


def test_a_name_that_is_only_known_by_its_digest_is_said_to_be_so(published: Published) -> None:
    award = checked(published)
    cut = dataclasses.replace(award, found=dataclasses.replace(award.found, cut=("recipient",)))
    assert "Recipient" in award_lines(cut)[0].text
    assert award_lines(award) == []


def test_days_are_what_the_organizer_states(report: ArchiveReport) -> None:
    said = [line for line in archive_lines(report) if "organizer states" in line.text]
    assert [line.tone for line in said] == ["open"]
    assert "2026-12-01 to 2026-12-07" in said[0].text
    texts = [line.text for line in archive_lines(final(report))]
    assert any("Declared final on 2026-12-08" in text for text in texts)
    early = dataclasses.replace(report, results=replace(report.results, early="无人\u202e异议"))
    (line,) = (line for line in archive_lines(early) if "reason" in line.text)
    assert "\u202e" not in line.text, "nothing that turns the direction is shown as it is"
    silent = dataclasses.replace(report, results=replace(report.results, since="", until=""))
    assert not any("organizer states" in line.text for line in archive_lines(silent))
