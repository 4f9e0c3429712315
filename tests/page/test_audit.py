"""The page finds in an archive what the program finds, code by code and place by place."""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
import pyrage
import pytest

from review_app.model.crypto import age, ballot_card
from review_app.model.crypto.keys import thumbprint
from review_app.model.errors import InputError, UsageError
from review_app.model.package.amendment import Change
from review_app.model.package.build import sign_terms
from review_app.model.result.count import RankingLine, Statistics
from review_app.model.result.verify import verify_archive
from review_app.model.terms import slip_name
from tests.archives_changed import changed_archives
from tests.forger import Forger, Published, parts_of, publish, sealed
from tests.page.modules import ask
from tests.rounds import small_round

Given = dict[str, object]

PUBLIC: dict[str, tuple[int, Given]] = {
    "trimmed-lots": (1, {}),
    "median": (7, {"method": "median", "drop": 0, "last_tie": "shared", "seed_draw": ""}),
    "severity": (7, {"method": "severity-corrected", "drop": 0, "publication": "winners-scored"}),
    "share": (7, {"drop": 0, "drop_share": "0.2", "ties": []}),
}
"""Every how many of the changes are tried, and the rule."""
LEVELS = ("full", "winners-scored", "winners")


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


def _compare(archives: Sequence[tuple[str, bytes]], folder: Path) -> list[dict[str, Any]]:
    """Asks the page and the program about the same archives, and returns what both say of each."""
    files = []
    for number, (_, data) in enumerate(archives):
        files.append(folder / f"{number}.results")
        files[-1].write_bytes(data)
    answers = [_by_page(answer) for answer in ask([["audit", str(file)] for file in files])]
    expected = [_by_program(file) for file in files]
    names = [name for name, _ in archives]
    different = {n: (e, a) for n, e, a in zip(names, expected, answers, strict=True) if e != a}
    assert different == {}
    return answers


@pytest.mark.parametrize("name", PUBLIC)
def test_every_change_is_named_as_the_program_names_it(name: str, tmp_path: Path) -> None:
    step, rule = PUBLIC[name]
    published = publish(tmp_path, **rule)
    archives = [("as it is", published.archive)]
    archives += [(changed.name, changed.data) for changed in changed_archives(published)][::step]
    answers = _compare(archives, tmp_path)
    assert answers[0]["findings"] == [] and answers[0]["counted"] is True
    unnamed = [
        change
        for (change, _), a in zip(archives[1:], answers[1:], strict=True)
        if not a.get("findings", True)
    ]
    if (
        name == "severity"
    ):  # fitted in floating point: a rank or a few replicates more or less are the processor's
        unnamed = [change for change in unnamed if not re.match("(low|high|winning) of", change)]
    assert unnamed == []
    assert len(answers) >= (300 if step == 1 else 40)


@pytest.mark.parametrize(
    "method", [{}, {"method": "severity-corrected", "drop": 0}], ids=["trimmed", "severity"]
)
def test_changed_statistics_are_named_as_the_program_names_them(method: Given, tmp_path: Path) -> None:
    published = publish(tmp_path, **method)
    changes = [changed for changed in changed_archives(published) if not changed.refused]
    archives = [("as it is", published.archive)]
    archives += [
        (c.name, c.data) for c in changes if "differ" in c.code and c.code.split("-")[0] in _STATISTICS
    ]
    answers = _compare(archives, tmp_path)
    assert answers[0]["findings"] == []
    found = {finding["code"] for answer in answers for finding in answer["findings"]}
    fitted = (
        {"interval-differs"} if method else set()
    )  # a rank more or less may be the processor's doing there
    assert found == {"statistics-differ", "interval-differs", "agreement-differs"} - fitted


_STATISTICS = ("statistics", "interval", "agreement")


@pytest.mark.parametrize("level", LEVELS)
def test_an_archive_for_auditors_is_not_called_counted(level: str, tmp_path: Path) -> None:
    published = publish(tmp_path, publication=level, auditors=[age.new_identity()[1]])
    archives = [("as it is", published.archive), *_changes_without_sheets(published)]
    answers = _compare(archives, tmp_path)
    assert answers[0]["findings"] == [] and not any(answer.get("counted") for answer in answers)
    named = sum(bool(answer.get("refused") or answer["findings"]) for answer in answers)
    assert named > len(answers) / 2  # a score that could be so can't be told without the sheets


def _changes_without_sheets(published: Published) -> Iterator[tuple[str, bytes]]:
    """What can be seen to be wrong where no sheet can be read."""
    results = published.results

    def changed(name: str, **fields: object) -> tuple[str, bytes]:
        forger = Forger(published)
        forger.change(**fields)
        return name, forger.archive()

    for place, line in enumerate(results.ranking):
        for field, value in (
            ("rank", line.rank + 1),
            ("score", "0"),
            ("sheets", 99),
            ("used", 0),
            ("case", "case-9"),
            ("drawn", not line.drawn),
        ):
            other = msgspec.structs.replace(line, **{field: value})
            ranking = [*results.ranking[:place], other, *results.ranking[place + 1 :]]
            yield changed(f"{field} of line {place}", ranking=ranking)
    if results.ranking:
        yield changed("first line twice", ranking=[results.ranking[0], *results.ranking])
        yield changed("last line left out", ranking=results.ranking[:-1])
        yield changed("another order", ranking=results.ranking[::-1])
    else:
        yield changed("a line too many", ranking=[RankingLine("case-1", 1, "44", 5, 3, False)])
    yield changed("a winner who is none", winners=[*results.winners, "case-9"])
    yield changed("winners the other way round", winners=results.winners[::-1])
    yield changed("a winner twice", winners=[*results.winners, results.winners[0]])
    yield changed("a name left out", candidates=results.candidates[1:])
    yield changed("a file left out", states=results.states[1:])
    yield changed("scores left out", scores=results.scores[1:] + results.scores[:1])
    yield changed("statistics", statistics=Statistics(2000, [], []))
    yield changed("sheets that are no digest", sheets="anything at all")
    yield changed("nobody has won", winners=[], candidates=[], ranking=[])
    yield changed("fewer sheets than a rank needs", ranking=[_on_one_sheet(line) for line in results.ranking])
    forger = Forger(published)
    forger.line(forger.some(), scores="zz votes")
    yield "a word for signed scores", forger.archive()
    forger = Forger(published)
    forger.parts["remarks.json"] = b"\xef\xbb\xbf[]"
    forger.change(remarks=hashlib.sha256(forger.parts["remarks.json"]).hexdigest())
    yield "a mark of byte order before the remarks", forger.archive()
    recipients = [age.new_identity()[1] for _ in range(2)]
    one = age.seal(b"x", recipients[:1])
    for what, sealed_part in (
        ("two recipients", age.seal(b"x", recipients)),
        ("no age file", b"garbage"),
        ("a passphrase", pyrage.passphrase.encrypt(b"x", "x")),
        ("a header cut off", one[:80]),
        ("spare bits", one.replace(one.split(b"\n")[2], one.split(b"\n")[2][:-1] + b"B")),
        ("a version of the future", one.replace(b"/v1", b"/v2")),
    ):
        forger = Forger(published)
        forger.parts["sheets.age"] = sealed_part
        yield f"sealed: {what}", forger.archive()
    for name, content in (
        ("remarks.json", b'[{"case":"case-1","text":"x"}]'),
        ("sheets.age", None),
        ("x", b"x"),
    ):
        forger = Forger(published)
        if content is None:
            del forger.parts[name]
        else:
            forger.parts[name] = content
        yield f"part {name}", forger.archive()


def _on_one_sheet(line: RankingLine) -> RankingLine:
    return msgspec.structs.replace(line, sheets=1, used=1)


def test_receipts_are_found_however_they_are_typed(tmp_path: Path) -> None:
    published = publish(tmp_path)
    file = tmp_path / "archive.results"
    file.write_bytes(published.archive)
    report = verify_archive(file)
    typed = [receipt.receipt for receipt in published.receipts]
    typed += [typed[0].lower().replace("-", " "), typed[1].split("/")[0], typed[2].split("/")[0] + "/7"]
    typed += [typed[3].split("/")[0].replace("-", "－").replace("0", "O").replace("1", "l"), "0000-0000-0000"]
    whole = typed[1].split("/")[0]
    typed += [f"{whole}/{after}" for after in ("01", " 1", "1\u200b", "\uff11", "1\u3164", "0", "00")]
    typed += [
        f"\ufeff{whole}\u3164",
        f"{whole}\u2060 / 1",
        whole.replace("-", "\u2011"),
        whole.replace("-", "\x1c"),
    ]
    (answer,) = ask([["audit", str(file), typed]])
    for receipt, found in zip(typed, answer["answer"]["receipts"], strict=True):
        expected = report.find_receipt(receipt)
        assert (None if found is None else found["state"]) == expected.state
        assert (None if found is None else found["revision"]) == expected.revision
    assert any(found is None for found in answer["answer"]["receipts"])
    for bad in (
        "ABCD",
        f"{whole}/",
        f"{whole}/x",
        f"{whole}/\u0661",
        f"{whole}/1/2",
        f"{whole}/-1",
        f"{whole}/1.0",
        "",
    ):
        (refused,) = ask([["audit", str(file), [bad]]])
        assert refused.get("refused") == "receipt-form", bad
        with pytest.raises(UsageError, match="receipt-form"):
            report.find_receipt(bad)


def test_a_round_with_amendments(tmp_path: Path) -> None:
    """A case withdrawn and a card revoked on the way; an amendment left out, put in another order, or of another."""
    round_ = small_round(cards=5, cases=4)
    before = round_.sheet(0)
    round_.amend(Change("withdrawn-case", "case-2", "撤回"), Change("revoked-card", round_.slip(3), ""))
    between = round_.sheet(1, amendment=1, withdrawn=["case-2"])
    round_.amend(Change("erratum", "case-1", "更正"), Change("deadline", "2026-12-01", ""))
    after = [round_.sheet(card, amendment=2, withdrawn=["case-2"]) for card in (2, 3, 4)]
    record, judged = round_.judged(tmp_path, [before, between, *after])
    archive, _ = round_.archive(record, judged)
    parts = parts_of(archive)
    first, second = parts["amendments/1.jws"], parts["amendments/2.jws"]
    elsewhere = small_round(cards=3, cases=4).amend(Change("erratum", "case-1", "x")).jws

    def changed(**amendments: bytes | None) -> bytes:
        given = {f"amendments/{name[1:]}.jws": content for name, content in amendments.items()}
        kept = {name: content for name, content in (parts | given).items() if content is not None}
        return sealed(kept, round_.terms.round_id, round_.organizer_seed)

    archives = [
        ("as it is", archive),
        ("the second left out", changed(n2=None)),
        ("the first left out", changed(n1=None)),
        ("both left out", changed(n1=None, n2=None)),
        ("exchanged", changed(n1=second, n2=first)),
        ("of another round", changed(n2=elsewhere)),
        ("a third", changed(n3=second)),
    ]
    answers = _compare(archives, tmp_path)
    assert answers[0]["findings"] == [] and len(answers[0]["ranking"]) == 3
    assert all(answer.get("refused") or answer["findings"] for answer in answers[1:])
    assert {answer.get("refused") for answer in answers} >= {"amendment-gap", "other-signer"}


def test_any_changed_byte_and_any_cut_is_refused_alike(tmp_path: Path) -> None:
    drawn = random.Random("damage")
    data = publish(tmp_path).archive
    archives = []
    for number in range(150):
        touched = bytearray(data)
        if number % 5 == 0:
            del touched[drawn.randrange(len(data)) :]
        else:
            touched[drawn.randrange(len(data))] ^= drawn.randrange(1, 256)
        archives.append((str(number), bytes(touched)))
    assert all("refused" in answer for answer in _compare(archives, tmp_path))


def test_two_slip_lists(tmp_path: Path) -> None:
    """One slip of each list in list order; slips of two envelopes that were mixed are in conflict, and none counts."""
    round_ = small_round(cards=6, cases=3)
    salt = (round_.terms.round_id, thumbprint(round_.organizer))
    witness = [ballot_card.derive(ballot_card.new_card(), *salt) for _ in round_.keys]
    lists = [sorted(slip_name(keys.sign_public) for keys in both) for both in (round_.keys, witness)]
    admission = msgspec.structs.replace(round_.terms.admission, lists=lists)
    round_.terms = msgspec.structs.replace(round_.terms, admission=admission)
    round_.terms_jws = sign_terms(round_.terms, round_.organizer_seed)

    def sheet(mine: int, theirs: int, revision: int = 1) -> bytes:
        scores, remarks = round_.scores(mine)
        signed = msgspec.structs.replace(scores, revision=revision)
        return round_.hand_made(signed, remarks, [round_.keys[mine].sign_seed, witness[theirs].sign_seed])

    sheets = [sheet(0, 0), sheet(0, 1, 2), sheet(1, 1), sheet(2, 2), sheet(3, 3), sheet(4, 4), sheet(5, 5, 3)]
    record, judged = round_.judged(tmp_path, sheets)
    archive, results = round_.archive(record, judged)
    assert sorted(line.state for line in results.scores) == ["accepted"] * 4 + ["conflict"] * 3
    (answer,) = _compare([("as it is", archive)], tmp_path)
    assert answer["findings"] == [] and answer["counted"] is True
