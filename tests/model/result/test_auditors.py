"""Archives whose sheets are for auditors: what anybody can check, what nobody claims without a key, what they see."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import msgspec
import pytest

from review_app.model import canonical
from review_app.model.box.states import State
from review_app.model.container import Container, ContainerWriter
from review_app.model.crypto import age
from review_app.model.errors import InputError
from review_app.model.result.archive import AuditedCount
from review_app.model.result.verify import verify_archive
from review_app.model.scoring.sheet import Comment
from tests.forger import Forger, Published, parts_of, publish
from tests.model.result.test_verify import checked, codes

replace = msgspec.structs.replace
LEVELS = ("full", "winners-scored", "winners")


class Audited:
    """A round with two auditors, and their identities."""

    def __init__(self, folder: Path, level: str) -> None:
        self.identities, recipients = zip(*(age.new_identity() for _ in range(2)), strict=True)
        self.level = level
        self.published: Published = publish(folder, publication=level, auditors=list(recipients))


@pytest.fixture(scope="module", params=LEVELS)
def audited(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Audited:
    return Audited(tmp_path_factory.mktemp("box"), request.param)


def test_an_auditor_counts_and_nobody_else_says_so(audited: Audited, tmp_path: Path) -> None:
    data = audited.published.archive
    outside = checked(tmp_path, data)
    assert (outside.findings, outside.counted, outside.recount) == ([], False, None)
    for identity in audited.identities:
        inside = checked(tmp_path, data, identity)
        assert (inside.findings, inside.counted) == ([], True)
        assert inside.recount is not None and len(inside.recount.lines) == 5
        assert inside.counts == outside.counts
    with pytest.raises(InputError, match="not-an-auditor"):
        checked(tmp_path, data, age.new_identity()[0])


def test_what_is_public_follows_from_the_level(audited: Audited, tmp_path: Path) -> None:
    results, terms = audited.published.results, audited.published.round_.terms
    inside = checked(tmp_path, audited.published.archive, audited.identities[0])
    assert inside.recount is not None
    ranked = inside.recount.lines
    shown = {"full": ranked, "winners-scored": ranked[:2], "winners": []}[audited.level]
    assert results.ranking == shown
    assert results.statistics is None
    in_order = [case for case in terms.candidate_ids if case in inside.recount.winners]
    assert results.winners == (in_order if audited.level == "winners" else inside.recount.winners)
    named = terms.candidate_ids if audited.level == "full" else in_order
    assert [candidate.id for candidate in results.candidates] == named


def test_nothing_of_a_sheet_lies_open(audited: Audited) -> None:
    parts = parts_of(audited.published.archive)
    assert not [name for name in parts if name.startswith("scores/")]
    assert parts["remarks.json"] == b"[]"
    public = b"".join(part for name, part in parts.items() if name != "sheets.age")
    inner = Container(io.BytesIO(age.unseal(parts["sheets.age"], audited.identities[1], "sheets.age")))
    for entry in inner.entries:
        if entry.name.startswith("scores/"):
            assert inner.read(entry.name)[:400] not in public
    remarks = canonical.decode(inner.read("remarks.json"), list[Comment], "x")
    assert len(remarks) > 5
    assert all(remark.text.encode() not in public for remark in remarks)


def test_a_receipt_is_found_with_the_state_that_is_stated(audited: Audited, tmp_path: Path) -> None:
    receipt = audited.published.receipts[3].receipt
    outside = checked(tmp_path, audited.published.archive).find_receipt(receipt)
    assert (outside.state, outside.revision) == (State.SUPERSEDED, None)
    inside = checked(tmp_path, audited.published.archive, audited.identities[0]).find_receipt(receipt)
    assert (inside.state, inside.revision) == (State.SUPERSEDED, 1)


def _reseal(forger: Forger, identity: str, change: dict[str, bytes | None], *, restate: bool = True) -> bytes:
    """The archive with members changed in what is sealed to the auditors, its digest stated again or not."""
    inner = Container(io.BytesIO(age.unseal(forger.parts["sheets.age"], identity, "x")))
    parts: dict[str, bytes | None] = {entry.name: inner.read(entry.name) for entry in inner.entries}
    file = io.BytesIO()
    writer = ContainerWriter(file)
    for name, content in (parts | change).items():
        if content is not None:
            writer.add(name, content)
    writer.close()
    forger.parts["sheets.age"] = age.seal(file.getvalue(), forger.round_.terms.rule.auditors)
    if restate:
        forger.change(sheets=hashlib.sha256(file.getvalue()).hexdigest())
    return forger.archive()


def test_changes_to_what_is_sealed_are_named_to_an_auditor(audited: Audited, tmp_path: Path) -> None:
    identity, published = audited.identities[0], audited.published
    results = published.results
    inner = Container(
        io.BytesIO(age.unseal(parts_of(published.archive)["sheets.age"], identity, "sheets.age"))
    )
    stated = canonical.decode(inner.read("count.json"), AuditedCount, "x")
    first, second, *rest = stated.ranking
    better = AuditedCount([replace(first, score="99"), second, *rest], None)
    swapped = AuditedCount([second, first, *rest], None)
    one = f"scores/{results.scores[0].scores}.json"
    two = f"scores/{results.scores[1].scores}.json"
    changes: list[tuple[dict[str, bytes | None], str]] = [
        ({"count.json": canonical.encode(better)}, "auditors-count-differs"),
        ({"count.json": canonical.encode(swapped)}, "auditors-count-differs"),
        ({one: None}, "receipt-differs"),
        ({one: inner.read(two), two: inner.read(one)}, "scores-name-differs"),
        ({one: b"{}"}, "scores-unreadable"),
        ({"remarks.json": canonical.encode([Comment("case-9", "x")])}, "remark-on-no-case"),
        ({"extra.json": b"{}"}, "unexpected-part"),
    ]
    for change, code in changes:
        data = _reseal(Forger(published), identity, change)
        assert code in codes(checked(tmp_path, data, identity)), code
        assert (
            codes(checked(tmp_path, data)) == []
        )  # who has no key can't see it, and isn't told that it was counted
    data = _reseal(Forger(published), identity, changes[0][0], restate=False)
    assert "sheets-differ" in codes(checked(tmp_path, data, identity))


def test_what_must_not_be_public_is_named_without_a_key(audited: Audited, tmp_path: Path) -> None:
    identity, published = audited.identities[0], audited.published
    inner = Container(io.BytesIO(age.unseal(parts_of(published.archive)["sheets.age"], identity, "x")))
    forger = Forger(published)
    name = f"scores/{published.results.scores[0].scores}.json"
    forger.parts[name] = inner.read(name)
    assert codes(checked(tmp_path, forger.archive())) == ["scores-not-for-the-public"]
    forger = Forger(published)
    forger.remarks([Comment("case-1", "一致好评")])
    assert codes(checked(tmp_path, forger.archive())) == ["remarks-not-for-the-public"]
    if audited.level != "full":
        whole = checked(tmp_path, published.archive, identity).lines
        loser = next(line for line in whole if line.case not in published.results.winners)
        forger = Forger(published)
        forger.change(ranking=[*published.results.ranking, loser])
        found = checked(tmp_path, forger.archive()).findings
        assert [(f.code, f.params["case"]) for f in found] == [("ranking-case-not-public", loser.case)]
    forger = Forger(published)
    del forger.parts["sheets.age"]
    with pytest.raises(InputError) as refusal:
        checked(tmp_path, forger.archive())
    assert (refusal.value.code, refusal.value.params) == ("archive-damaged", {"part": "sheets.age"})


def test_without_a_key_what_is_sealed_is_an_age_file_to_as_many_as_there_are_auditors(
    audited: Audited, tmp_path: Path
) -> None:
    terms = audited.published.round_.terms
    whole = parts_of(audited.published.archive)["sheets.age"]
    inner = age.unseal(whole, audited.identities[0], "x")
    for sealed_part, code, params in (
        (age.seal(inner, terms.rule.auditors[:1]), "sealed-to-others", {"recipients": 1, "auditors": 2}),
        (
            age.seal(inner, [*terms.rule.auditors, age.new_identity()[1]]),
            "sealed-to-others",
            {"recipients": 3, "auditors": 2},
        ),
        (b"garbage", "sealed-sheets-unreadable", {}),
        (whole[:200], "sealed-sheets-unreadable", {}),
    ):
        forger = Forger(audited.published)
        forger.parts["sheets.age"] = sealed_part
        found = checked(tmp_path, forger.archive()).findings
        assert [(finding.code, finding.params) for finding in found] == [(code, params)]


def test_neither_statistics_nor_words_are_public_where_sheets_are_not(
    audited: Audited, tmp_path: Path
) -> None:
    identity = audited.identities[0]
    inside = checked(tmp_path, audited.published.archive, identity)
    assert inside.recount is not None
    forger = Forger(audited.published)
    forger.change(statistics=inside.recount.statistics)
    data = forger.archive()
    assert codes(checked(tmp_path, data)) == ["statistics-not-for-the-public"]
    assert "statistics-not-for-the-public" in codes(checked(tmp_path, data, identity))
    forger = Forger(audited.published)
    forger.change(sheets="anything at all")
    assert codes(checked(tmp_path, forger.archive())) == ["digest-malformed"]
    forger = Forger(audited.published)
    forger.line(forger.some(), scores="zz votes")
    report = checked(tmp_path, forger.archive())
    assert codes(report) == ["digest-malformed"]
    assert report.find_receipt("0000-0000-0000").state is None


def test_where_only_winners_are_told_of_there_are_some(audited: Audited, tmp_path: Path) -> None:
    if audited.level == "full":
        return
    forger = Forger(audited.published)
    forger.change(winners=[], candidates=[], ranking=[])
    assert codes(checked(tmp_path, forger.archive())) == ["no-winner"]


def test_a_ranking_that_cannot_be_one_is_named_without_a_key(tmp_path: Path) -> None:
    audited = Audited(tmp_path, "full")
    lines, winners = audited.published.results.ranking, audited.published.results.winners
    first, second, third, *rest = lines
    for changed, code in (
        ({"ranking": [second, first, third, *rest]}, "ranking-place-impossible"),
        ({"ranking": [replace(first, rank=2), second, third, *rest]}, "ranking-place-impossible"),
        ({"ranking": [replace(first, score="1"), second, third, *rest]}, "ranking-place-impossible"),
        ({"ranking": [replace(first, drawn=True), second, third, *rest]}, "ranking-place-impossible"),
        (
            {"ranking": [first, second, replace(third, drawn=False), *rest]},
            "ranking-place-impossible",
        ),
        ({"ranking": [replace(first, score="4/2"), second, third, *rest]}, "ranking-line-impossible"),
        ({"ranking": [replace(first, sheets=2, used=1), second, third, *rest]}, "ranking-line-impossible"),
        ({"ranking": [replace(first, sheets=6), second, third, *rest]}, "ranking-line-impossible"),
        (
            {"ranking": [replace(first, used=first.sheets + 1), second, third, *rest]},
            "ranking-line-impossible",
        ),
        ({"ranking": [replace(first, score="51"), second, third, *rest]}, "ranking-line-impossible"),
        ({"ranking": lines[1:]}, "ranking-case-missing"),
        ({"ranking": [*lines, first]}, "ranking-case-twice"),
        ({"ranking": [replace(first, case="case-9"), second, third, *rest]}, "ranking-case-unknown"),
        ({"winners": winners[:1]}, "winner-missing"),
        ({"winners": [*winners, third.case]}, "winner-unearned"),
        ({"winners": winners[::-1]}, "winners-not-in-order"),
    ):
        forger = Forger(audited.published)
        forger.change(**changed)
        report = checked(tmp_path, forger.archive())
        assert code in codes(report) and not report.counted, (code, codes(report))


def test_the_key_of_an_auditor_is_not_looked_at_where_sheets_are_public(tmp_path: Path) -> None:
    published = publish(tmp_path)
    report = checked(tmp_path, published.archive, age.new_identity()[0])
    assert (report.findings, report.counted) == ([], True)
    assert verify_archive(tmp_path / "round.results").counted
