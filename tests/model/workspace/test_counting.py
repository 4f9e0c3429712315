"""Counting a real round: the seed hangs on what was signed, lots wait for the draw, other rules only look."""

from __future__ import annotations

import datetime
import hashlib
from pathlib import Path
from typing import Any

import pytest

from review_app.model.box.record import record_digest
from review_app.model.container import Container
from review_app.model.crypto.keys import b64u_decode
from review_app.model.errors import UsageError
from review_app.model.publish.award import verify_award
from review_app.model.result.lots import lot, seed_of
from review_app.model.result.verify import verify_archive
from review_app.model.result.whatif import other_rules
from review_app.model.rubric import CountingRule
from review_app.model.scoring.scores import CaseScores
from review_app.model.scoring.sheet import make_sheet
from review_app.model.terms import terms_digest
from review_app.model.workspace import Workspace
from tests.model.workspace.boxed import Boxed, boxed

DAY = datetime.date.today() + datetime.timedelta(1)


def opened(workspace: Workspace, folder: Path, **rule_fields: Any) -> Boxed:
    """A round of four sheets that give every case the same scores, opened."""
    made = boxed(workspace, folder / "round.casepkg", 4, **rule_fields)
    scores = CaseScores(tuple(7 for _ in made.terms.rubric.criteria))
    states = {case_id: scores for case_id in made.terms.candidate_ids}
    digest = terms_digest(made.round.terms_jws)
    made.sheets = [make_sheet(made.terms, digest, keys, states, 1)[0] for keys in made.keys]
    workspace.counting.take_in(made.round, made.sheets)
    workspace.counting.close(made.round)
    assert workspace.counting.open(made.round).enough
    return made


def test_lots_wait_for_the_draw_and_then_are_what_anybody_gets(workspace: Workspace, tmp_path: Path) -> None:
    made = opened(workspace, tmp_path, last_tie="lot", seed_draw="双色球 2026073 期")
    counting, round_ = workspace.counting, made.round
    assert counting.seed(round_) is None
    assert {(line.rank, line.drawn) for line in counting.count(round_).ranking} == {(1, False)}
    with pytest.raises(UsageError, match="draw-missing"):
        counting.archive(round_, tmp_path / "a.results")
    assert round_.state == "opened" and not (tmp_path / "a.results").exists()
    draw = "03 07 11 19 28 33 + 05"
    seed = seed_of(terms_digest(round_.terms_jws), record_digest(counting.record(round_)), draw)
    workspace.publication.record_draw(round_, draw)
    found = counting.count(round_)
    assert [line.case_id for line in found.ranking] == sorted(
        made.terms.candidate_ids, key=lambda case_id: lot(seed, case_id)
    )
    assert [(line.rank, line.drawn) for line in found.ranking] == [
        (place, True) for place in range(1, len(made.terms.candidate_ids) + 1)
    ]
    results = counting.archive(round_, tmp_path / "a.results")
    assert (results.seed, results.draw, results.ranking) == (seed.hex(), draw, found.lines)


def test_a_round_without_a_draw_has_its_seed_and_takes_no_draw(workspace: Workspace, tmp_path: Path) -> None:
    made = opened(workspace, tmp_path, last_tie="lot")
    counting = workspace.counting
    record = record_digest(counting.record(made.round))
    assert counting.seed(made.round) == seed_of(terms_digest(made.round.terms_jws), record)
    with pytest.raises(UsageError, match="draw-not-named"):
        workspace.publication.record_draw(made.round, "chosen late")
    assert [line.drawn for line in counting.count(made.round).ranking] == [True] * len(made.terms.candidates)


def test_every_rule_can_be_fixed_packed_counted_and_looked_at(workspace: Workspace, tmp_path: Path) -> None:
    made = opened(workspace, tmp_path, method="severity-corrected", drop=0)
    assert made.terms.rule.method == "severity-corrected"
    counting = workspace.counting
    best = 7 * sum(made.terms.rubric.weights)
    assert {(line.rank, line.score) for line in counting.count(made.round).ranking} == {(1, best)}
    for _, rule in other_rules(made.terms.rule):
        if isinstance(rule, CountingRule):
            assert {(line.rank, line.score) for line in counting.what_if(made.round, rule)} == {(1, best)}


def test_every_result_given_out_names_the_one_before(workspace: Workspace, tmp_path: Path) -> None:
    made = opened(workspace, tmp_path)
    counting, publication, round_ = workspace.counting, workspace.publication, made.round
    gone, *left = made.terms.candidate_ids
    counting.confirm(round_, DAY, DAY)
    with pytest.raises(UsageError, match="round-state"):
        counting.confirm(round_, DAY, DAY)
    first, again = tmp_path / "first.results", tmp_path / "again.results"
    stated = counting.archive(round_, first)
    assert (stated.status, stated.before, stated.set_aside) == ("proposed", "", [])
    counting.archive(round_, again)
    assert again.read_bytes() == first.read_bytes()
    publication.put_aside(round_, gone, "数据不实")
    second = tmp_path / "second.results"
    stated = counting.archive(round_, second)
    assert (stated.status, stated.before) == ("proposed", digest_in(first))
    assert [(out.case, out.reason) for out in stated.set_aside] == [(gone, "数据不实")]
    assert [line.case for line in stated.ranking] == left
    publication.finish(round_, DAY, early="无异议")
    assert counting.is_final(round_)
    last = tmp_path / "last.results"
    stated = counting.archive(round_, last)
    assert (stated.status, stated.before) == ("final", digest_in(second))
    for file, lines in ((first, 3), (second, 2), (last, 2)):
        report = verify_archive(file)
        assert (report.findings, len(report.lines), report.counted) == ([], lines, True)


def test_an_archive_without_a_notice_is_of_a_proposed_result(workspace: Workspace, tmp_path: Path) -> None:
    made = opened(workspace, tmp_path)
    stated = workspace.counting.archive(made.round, tmp_path / "a.results")
    assert (stated.status, made.round.state) == ("proposed", "sealed")
    assert not workspace.counting.is_final(made.round)


def digest_in(archive: Path) -> str:
    """Of the results that an archive states."""
    with Container.open(archive) as container:
        return hashlib.sha256(container.read("results.jws")).hexdigest()


def test_a_serial_number_stays_with_its_case_and_drafts_are_marked(
    workspace: Workspace, tmp_path: Path
) -> None:
    made = opened(workspace, tmp_path, winners=2, last_tie="lot")
    counting, publication, round_ = workspace.counting, workspace.publication, made.round
    counting.confirm(round_, DAY)
    first = counting.certificates(round_, "优秀案例")
    publication.put_aside(round_, verify_award(first[0].signed_payload).award.case, "数据不实")
    second = counting.certificates(round_, "优秀案例")
    cases: dict[str, set[str]] = {}
    for each in [*first, *second]:
        award = verify_award(each.signed_payload).award
        assert (award.draft, each.draft, each.mark) == (True, True, "sample")
        assert award.serial == each.serial
        cases.setdefault(each.serial, set()).add(award.case)
    assert len(cases) == 3 and all(len(found) == 1 for found in cases.values())
    for each in second:
        place = round_.terms.candidate_ids.index(verify_award(each.signed_payload).award.case) + 1
        assert each.serial.endswith(f"-{place:02d}")
    publication.finish(round_, DAY + datetime.timedelta(1), "没有公示：内部评选")
    final = counting.certificates(round_, "优秀案例")
    assert [each.serial for each in final] == [each.serial for each in second]
    awards = [verify_award(each.signed_payload).award for each in final]
    assert not any(each.draft for each in awards) and not any(each.draft for each in final)
    assert b'"draft"' not in b64u_decode(final[0].signed_payload.split(".")[1], "certificate")
    for each in (*first, *second):
        assert b'"result"' not in b64u_decode(each.signed_payload.split(".")[1], "certificate")


def test_a_final_certificate_names_the_result_of_the_archive_written_before_or_after(
    workspace: Workspace, tmp_path: Path
) -> None:
    made = opened(workspace, tmp_path, winners=2)
    counting, publication, round_ = workspace.counting, workspace.publication, made.round
    counting.archive(round_, tmp_path / "proposed.results")
    publication.finish(round_, DAY, "没有公示：内部评选")
    before = counting.certificates(round_, "优秀案例")
    assert not publication.is_given_out(round_), "reckoning what an archive will say gives nothing out"
    counting.archive(round_, tmp_path / "final.results")
    after = counting.certificates(round_, "优秀案例")
    assert [each.signed_payload for each in before] == [each.signed_payload for each in after]
    found = [b64u_decode(verify_award(each.signed_payload).award.result, "x").hex() for each in after]
    assert set(found) == {digest_in(tmp_path / "final.results")}
    assert digest_in(tmp_path / "proposed.results") not in found
