"""Decisions and what follows from them: standing, coverage, and the candidates of a round."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec
import pytest

from review_app.model.errors import UsageError
from review_app.model.rubric import load_rubric, load_rule
from review_app.model.terms import terms_digest
from review_app.model.workspace import Workspace
from review_app.model.workspace.candidates import FrozenCandidate, in_terms_order
from review_app.model.workspace.rounds import Round
from review_app.model.workspace.shortlist import Decision, decision_kind


def test_the_latest_stage_decides(workspace: Workspace) -> None:
    assert workspace.shortlist.standing() == {"alpha": "keep", "beta": "keep", "gamma": "keep"}
    workspace.shortlist.decide(2, "beta", "drop", "证据不足", votes=(2, 5))
    workspace.shortlist.decide(1, "beta", "keep", "")
    workspace.shortlist.decide(1, "gamma", "hold", "再议")
    assert workspace.shortlist.standing() == {"alpha": "keep", "beta": "drop", "gamma": "hold"}
    assert workspace.shortlist.coverage() == {"网络服务": (3, 2)}
    assert workspace.shortlist.decisions(2) == [Decision(2, "beta", "drop", "证据不足", 2, 5)]
    line = workspace.log.lines()[-3]
    assert line.details == {
        "stage": 2,
        "case": "beta",
        "decision": "drop",
        "reason": "证据不足",
        "for": 2,
        "against": 5,
    }


def test_saying_it_again_is_no_new_act(workspace: Workspace) -> None:
    workspace.shortlist.decide(1, "beta", "drop", "证据不足")
    head = workspace.log.head()
    workspace.shortlist.decide(1, "beta", "drop", "证据不足")
    assert workspace.log.head() == head
    workspace.shortlist.decide(1, "beta", "keep", "补交了证据")
    assert workspace.log.head() != head
    assert workspace.shortlist.decisions() == [Decision(1, "beta", "keep", "补交了证据")]


@pytest.mark.parametrize(
    ("decision", "code"),
    [
        (Decision(1, "nobody", "keep", ""), "unknown-case"),
        (Decision(1, "beta", "drop", "  "), "decision-needs-reason"),
        (Decision(0, "beta", "keep", ""), "decision-invalid"),
        (Decision(1, "beta", "keep", "", 3, None), "decision-invalid"),
        (Decision(1, "beta", "keep", "", -1, 2), "decision-invalid"),
        (Decision(1, "beta", "maybe", "?"), "decision-unknown"),  # type: ignore[arg-type]
    ],
)
def test_what_is_refused_takes_its_batch_along(workspace: Workspace, decision: Decision, code: str) -> None:
    head = workspace.log.head()
    with pytest.raises(UsageError, match=code):
        workspace.shortlist.decide_all([Decision(1, "alpha", "drop", "理由"), decision])
    assert workspace.shortlist.decisions() == []
    assert workspace.log.head() == head


def test_words_for_decisions() -> None:
    assert [decision_kind(word) for word in ("keep", "待定", " 淘汰 ")] == ["keep", "hold", "drop"]
    with pytest.raises(UsageError, match="decision-unknown"):
        decision_kind("vielleicht")


def test_freezing_by_id_and_by_lot(workspace: Workspace, final: Round) -> None:
    workspace.shortlist.decide(1, "beta", "hold", "再议")
    with pytest.raises(UsageError, match="shortlist-on-hold") as caught:
        workspace.shortlist.freeze(final)
    assert caught.value.params["cases"] == ["beta"]
    assert workspace.shortlist.candidates(final) == []
    workspace.shortlist.decide(1, "beta", "drop", "证据不足")
    assert [c.candidate_id for c in workspace.shortlist.freeze(final)] == ["alpha", "gamma"]
    workspace.shortlist.decide(2, "beta", "keep", "复议")
    drawn = [c.case.id for c in workspace.shortlist.freeze(final, "lot", seed="2026-12-16 双色球")]

    def by_hand(case_id: str) -> bytes:
        return hashlib.sha256(f"2026-12-16 双色球.{case_id}".encode()).digest()

    assert drawn == sorted(["alpha", "beta", "gamma"], key=by_hand)
    assert workspace.log.lines()[-1].details["seed"] == "2026-12-16 双色球"
    workspace.shortlist.freeze(final, "lot")
    seed = str(workspace.log.lines()[-1].details["seed"])
    assert len(seed) == 32
    salts = {candidate.salt for candidate in workspace.shortlist.candidates(final)}
    assert len(salts) == 3


def test_ids_say_nothing_unless_everything_is_published(workspace: Workspace, tmp_path: Path) -> None:
    rubric = load_rubric()
    file = tmp_path / "rule.yaml"
    file.write_text("publication: winners-scored\n", encoding="utf-8")
    round_ = workspace.rounds.new("final", rubric, load_rule(file, rubric))
    dealt = set()
    for order, seed in (("id", None), ("lot", "03 08 12")) * 20:
        frozen = workspace.shortlist.freeze(round_, order, seed)  # type: ignore[arg-type]  # both are orders
        assert sorted(c.candidate_id for c in frozen) == ["c01", "c02", "c03"]
        dealt.add((order, tuple(c.candidate_id for c in frozen)))
        known = f"{workspace.log.lines()[-1].details}"
        assert not any(c.candidate_id in known or c.salt in known for c in frozen)
    assert len([ids for order, ids in dealt if order == "lot"]) > 1  # the same list, the same seed, other ids
    assert len([ids for order, ids in dealt if order == "id"]) > 1
    workspace.shortlist.freeze(round_)
    assert [c.case.id for c in workspace.shortlist.candidates(round_)] == ["alpha", "beta", "gamma"]
    workspace.cards.draw(round_, 3)
    workspace.packing.pack(round_, tmp_path / "a.casepkg")
    assert all(candidate.title == "" for candidate in round_.terms.candidates)
    for name in ("alpha", "单位", "案例"):
        assert name not in round_.terms_jws.decode() and name not in str(round_.terms.candidates)
    assert round_.terms.candidate_ids == ["c01", "c02", "c03"]  # no printed order shows through the terms'
    titles = {c.candidate_id: c.case.title for c in workspace.shortlist.candidates(round_)}
    assert {case.id: case.title for case in round_.manifest.cases} == titles
    again = workspace.packing.pack(round_, tmp_path / "b.casepkg")
    assert again.terms_digest == terms_digest(round_.terms_jws)


def test_terms_order_with_more_than_ninety_nine_candidates(workspace: Workspace) -> None:
    (case,) = [workspace.nominations.get("alpha")]
    found = [FrozenCandidate(named, case, "00" * 16) for named in ("c100", "c99", "c07")]
    rule = load_rule(None, load_rubric())
    secret = msgspec.structs.replace(rule, publication="winners-scored")
    assert [c.candidate_id for c in in_terms_order(found, secret)] == ["c07", "c99", "c100"]
    assert in_terms_order(found, rule) == found


def test_no_candidates(workspace: Workspace, final: Round) -> None:
    for case_id in ("alpha", "beta", "gamma"):
        workspace.shortlist.decide(1, case_id, "drop", "不在范围")
    with pytest.raises(UsageError, match="no-candidates"):
        workspace.shortlist.freeze(final)
