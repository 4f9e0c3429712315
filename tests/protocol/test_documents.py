"""The documents name tests, parts of formats and limits: they may not drift from what is there."""

from __future__ import annotations

import re

import msgspec
import pytest

from review_app.model import container, terms
from review_app.model.box.record import BoxRecord
from review_app.model.box.states import State
from review_app.model.canonical import Record
from review_app.model.case import ATTACHMENT_LIMIT, DOSSIER_LIMIT, MEDIA_TYPES
from review_app.model.package.amendment import Amendment, AmendmentHeader, Change
from review_app.model.package.manifest import (
    Manifest,
    Member,
    PackageAttachment,
    PackageCase,
    PackageHeader,
    Seal,
    SealedEntry,
)
from review_app.model.result.archive import (
    ArchiveHeader,
    AuditedCount,
    NamedCandidate,
    RankingLine,
    Results,
    ScoresState,
    SheetState,
)
from review_app.model.result.count import Agreement, Interval, SetAside, Statistics
from review_app.model.rubric import CountingRule, Criterion, Level, Rubric
from review_app.model.scoring.sheet import (
    SHEET_FILE_LIMIT,
    Comment,
    Remarks,
    Row,
    Scores,
    SheetBody,
    SheetHeader,
)
from review_app.model.terms import Admission, Candidate, Terms
from tests.conftest import REPOSITORY

PROTOCOL = (REPOSITORY / "docs/protocol.md").read_text("utf-8")
THREATS = (REPOSITORY / "docs/threat-model.md").read_text("utf-8")


def test_every_test_that_the_threat_model_names_is_there() -> None:
    named = set(re.findall(r"`(tests/[\w/]+\.py)`", THREATS))
    assert len(named) > 15
    assert [name for name in sorted(named) if not (REPOSITORY / name).is_file()] == []
    rows = re.findall(r"^\| (\d+) \|", THREATS, re.MULTILINE)
    assert rows == [str(number) for number in range(1, 31)]


RECORDS: list[type[Record]] = [
    *(PackageHeader, SealedEntry, Seal, Terms, Candidate, Admission, Rubric, Criterion, Level, CountingRule),
    *(Manifest, PackageCase, PackageAttachment, Member, Amendment, AmendmentHeader, Change),
    *(SheetHeader, SheetBody, Scores, Row, Remarks, Comment, BoxRecord),
    *(ArchiveHeader, Results, SheetState, ScoresState, RankingLine, NamedCandidate),
    *(AuditedCount, SetAside, Statistics, Interval, Agreement),
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_is_described(record: type[Record]) -> None:
    words = set(re.findall(r"\w+", PROTOCOL))
    assert [field.name for field in msgspec.structs.fields(record) if field.encode_name not in words] == []


def test_every_state_and_format_is_described() -> None:
    states = re.findall(
        r"`([a-z-]+)`", "\n".join(re.findall(r"^\| (`[a-z-]+`.*?) \|", PROTOCOL, re.MULTILINE))
    )
    assert {state.value for state in State} <= set(states)
    for name in (
        "casepkg/0",
        "seal/0",
        "terms/0",
        "manifest/0",
        "amend/0",
        "scoresheet/0",
        "box/0",
        "results/1",
    ):
        assert f"{name}`" in PROTOCOL or f'"{name}"' in PROTOCOL
    for media_type in MEDIA_TYPES.values():
        assert media_type in PROTOCOL


def test_limits_are_those_of_the_code() -> None:
    assert f"{container.MAX_ENTRIES:,} entries" in PROTOCOL
    assert f"{terms.MAX_CANDIDATES}: `id`" in PROTOCOL
    assert (
        f"dossier has at most {DOSSIER_LIMIT >> 20} MiB, an attachment {ATTACHMENT_LIMIT >> 20} MiB"
        in PROTOCOL
    )
    assert f"At most {SHEET_FILE_LIMIT >> 20} MiB" in PROTOCOL
    assert f"at most {terms.COMMENT_LIMIT:,}" in PROTOCOL
    for cases, criteria, limit in ((24, 5, 1000), (1, 1, 1), (500, 20, 1000), (3, 5, 40)):
        stated = cases * (6 * limit + 96 + (96 + 8 * criteria) * 4 // 3) + 8192
        assert terms.sheet_size_for(cases, criteria, limit) == (stated + 16383) // 16384 * 16384
