"""Counting a real round: the seed hangs on what was signed, lots wait for the draw, other rules only look."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from review_app.model.box.record import record_digest
from review_app.model.errors import UsageError
from review_app.model.result.lots import lot, seed_of
from review_app.model.result.whatif import other_rules
from review_app.model.rubric import CountingRule
from review_app.model.scoring.scores import CaseScores
from review_app.model.scoring.sheet import make_sheet
from review_app.model.terms import terms_digest
from review_app.model.workspace import Workspace
from tests.model.workspace.boxed import Boxed, boxed


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
