"""Rounds of deliberation: panel, votes, what they suggest, decisions taken back, closing, and what changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from review_app.model.errors import InputError, UsageError
from review_app.model.workspace import Workspace
from review_app.model.workspace.ballots import Tally, Vote, choice_of
from review_app.model.workspace.panel import Member
from review_app.model.workspace.shortlist import Decision, StageChange, Suggestion
from review_app.model.workspace.shortlist_files import read_members, read_votes
from review_app.model.workspace.stages import Stage

ALL = ("alpha", "beta", "gamma")


def named(workspace: Workspace, count: int = 3) -> list[Member]:
    return workspace.panel.add_all((f"评议人{n}", f"大学{n}") for n in range(1, count + 1))


def vote(workspace: Workspace, case_id: str, said: str, stage: int = 1) -> None:
    """One letter a member: r, h, d, or - for standing aside; a dot is no vote."""
    choices = {"r": "recommend", "h": "hold", "d": "drop", "-": "recuse"}
    for member, letter in zip(workspace.panel.members(), said, strict=True):
        if letter != ".":
            workspace.shortlist.vote(stage, member.id, case_id, choices[letter])  # type: ignore[arg-type]


def test_the_panel(workspace: Workspace) -> None:
    one = workspace.panel.add(" 张  三 ", "甲大学")
    assert one == Member("m001", "张 三", "甲大学")
    two = workspace.panel.add("张 三", "乙大学")
    with pytest.raises(UsageError, match="member-known"):
        workspace.panel.add("张 三", "乙大学")
    with pytest.raises(UsageError, match="member-ambiguous"):
        workspace.panel.find("张 三")
    assert workspace.panel.find("张 三（乙大学）") == two == workspace.panel.find("张 三 (乙大学)")
    workspace.panel.change(two.id, "李四", "乙大学")
    assert workspace.panel.find("李四").id == two.id
    workspace.shortlist.vote(1, two.id, "alpha", "drop")
    with pytest.raises(UsageError, match="member-voted"):
        workspace.panel.remove(two.id)
    workspace.panel.remove(one.id)
    assert workspace.panel.members() == [Member("m002", "李四", "乙大学")]
    for name in ("", "x" * 101, "李\u202e四"):
        with pytest.raises(UsageError, match="member-invalid"):
            workspace.panel.add(name)
    assert workspace.panel.add("王五").id == "m003"


def test_votes_add_up_and_can_be_taken_back(workspace: Workspace) -> None:
    first, second, third = named(workspace)
    vote(workspace, "alpha", "rrh")
    vote(workspace, "beta", "d-.")
    assert workspace.shortlist.tally(1) == {"alpha": Tally(2, 1, 0, 0), "beta": Tally(0, 0, 1, 1)}
    workspace.shortlist.vote(1, third.id, "alpha", "drop")
    assert workspace.shortlist.tally(1)["alpha"] == Tally(2, 0, 1, 0)
    workspace.shortlist.undo()
    assert workspace.shortlist.tally(1)["alpha"] == Tally(2, 1, 0, 0)
    workspace.shortlist.redo()
    workspace.shortlist.vote(1, third.id, "alpha", None)
    assert workspace.shortlist.tally(1)["alpha"] == Tally(2, 0, 0, 0)
    head = workspace.log.head()
    workspace.shortlist.vote(1, third.id, "alpha", None)
    workspace.shortlist.vote(1, first.id, "alpha", "recommend")
    assert workspace.log.head() == head  # nothing was said that hadn't been said
    assert workspace.shortlist.votes(1) == [
        Vote(1, first.id, "alpha", "recommend"),
        Vote(1, second.id, "alpha", "recommend"),
        Vote(1, first.id, "beta", "drop"),
        Vote(1, second.id, "beta", "recuse"),
    ]
    assert workspace.shortlist.tally(2) == {}


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        (Vote(1, "m999", "alpha", "drop"), "unknown-member"),
        (Vote(1, "m001", "nobody", "drop"), "unknown-case"),
        (Vote(1, "m001", "alpha", "perhaps"), "choice-unknown"),  # type: ignore[arg-type]
        (Vote(100, "m001", "alpha", "drop"), "stage-invalid"),
    ],
)
def test_a_batch_of_votes_is_taken_whole_or_not_at_all(workspace: Workspace, broken: Vote, code: str) -> None:
    named(workspace)
    head = workspace.log.head()
    with pytest.raises(UsageError, match=code):
        workspace.shortlist.ballots.vote_all([Vote(1, "m001", "beta", "hold"), broken])
    assert workspace.shortlist.votes(1) == [] and workspace.log.head() == head
    assert workspace.stages.all() == []


def test_rounds_open_one_after_the_other(workspace: Workspace) -> None:
    assert workspace.stages.current() is None
    assert workspace.stages.new("初议", 2) == Stage(1, "初议", 2)
    with pytest.raises(UsageError, match="stage-open"):
        workspace.stages.new()
    assert workspace.stages.change(1, quota=3).quota == 3
    workspace.shortlist.close(1)
    for act in (
        lambda: workspace.stages.change(1, "再议"),
        lambda: workspace.shortlist.decide(1, "alpha", "drop", "理由"),
        lambda: workspace.shortlist.take_back(1, "alpha"),
        lambda: workspace.shortlist.close(1),
    ):
        with pytest.raises(UsageError, match="stage-closed"):
            act()
    assert workspace.stages.new("复议") == Stage(2, "复议", 3)
    assert workspace.stages.current() == Stage(2, "复议", 3)
    for quota in (0, 501):
        with pytest.raises(UsageError, match="stage-invalid"):
            workspace.stages.change(2, quota=quota)


def test_nothing_is_undone_across_the_close_of_a_round(workspace: Workspace) -> None:
    named(workspace)
    vote(workspace, "alpha", "rrr")
    workspace.shortlist.decide(1, "beta", "drop", "材料不足")
    before = workspace.shortlist.undoable
    workspace.shortlist.close(1)
    after = workspace.shortlist.undoable
    assert before is not None and after is None
    with pytest.raises(UsageError, match="nothing-to-undo"):
        workspace.shortlist.undo()
    for member in workspace.panel.members():
        with pytest.raises(UsageError, match="stage-closed"):
            workspace.shortlist.vote(1, member.id, "alpha", "drop")
    line = workspace.log.lines()[-1]
    assert line.act == "stage-closed"
    assert line.details == {"stage": 1, "keep": 2, "hold": 0, "drop": 1, "decided": 1, "quota": 24}


def test_the_last_decision_is_taken_back_and_made_again(workspace: Workspace) -> None:
    workspace.shortlist.decide(1, "beta", "drop", "材料不足")
    workspace.shortlist.decide(1, "beta", "hold", "再议")
    workspace.shortlist.undo()
    assert workspace.shortlist.decisions() == [Decision(1, "beta", "drop", "材料不足")]
    workspace.shortlist.undo()
    assert workspace.shortlist.decisions() == [] and workspace.stages.all() == []
    workspace.shortlist.redo()
    workspace.shortlist.redo()
    assert workspace.shortlist.standing()["beta"] == "hold"
    workspace.shortlist.take_back(1, "beta")
    assert workspace.shortlist.standing()["beta"] == "keep"
    acts = [line.act for line in workspace.log.lines()]
    assert acts[-7:] == [
        "decision",
        "decision",
        "edit-undone",
        "edit-undone",
        "edit-redone",
        "edit-redone",
        "decision-taken-back",
    ]
    workspace.verify_log()


def test_only_edits_of_the_shortlist_are_undone_here(workspace: Workspace) -> None:
    workspace.shortlist.decide(1, "beta", "drop", "材料不足")
    settings = workspace.settings
    workspace.campaign.update(type(settings)(title="另一个名称", edition=settings.edition))
    assert workspace.shortlist.undoable is None
    workspace.edits.undo()
    assert workspace.shortlist.undo().act == "decision"


def test_decisions_carry_the_votes_of_the_tally(workspace: Workspace) -> None:
    named(workspace)
    vote(workspace, "alpha", "rrd")
    vote(workspace, "beta", "-..")
    workspace.shortlist.decide(1, "alpha", "keep", "")
    workspace.shortlist.decide(1, "beta", "drop", "无人推荐")
    workspace.shortlist.decide(1, "gamma", "keep", "", votes=(5, 0))
    assert workspace.shortlist.decisions() == [
        Decision(1, "alpha", "keep", "", 2, 1),
        Decision(1, "beta", "drop", "无人推荐"),
        Decision(1, "gamma", "keep", "", 5, 0),
    ]


def test_suggestions_follow_majorities(workspace: Workspace) -> None:
    named(workspace, 4)
    vote(workspace, "alpha", "rrr-")
    vote(workspace, "beta", "rrdd")
    vote(workspace, "gamma", "ddd.")
    assert workspace.shortlist.suggestions(1) == {
        "alpha": Suggestion("keep", "majority-for"),
        "beta": Suggestion("hold", "no-majority"),
        "gamma": Suggestion("drop", "majority-against"),
    }
    assert workspace.shortlist.decisions() == []  # a suggestion is none


@pytest.mark.parametrize(
    ("quota", "ballots", "kept", "held"),
    [
        (3, ("rrr", "rrr", "rrr"), {"alpha", "beta", "gamma"}, {}),
        (2, ("rrr", "rrh", "rrd"), {"alpha", "beta"}, {"gamma": "over-quota"}),
        (1, ("rrr", "rrh", "rrh"), {"alpha"}, {"beta": "over-quota", "gamma": "over-quota"}),
        (2, ("rrr", "rrh", "rrh"), {"alpha"}, {"beta": "tie-at-quota", "gamma": "tie-at-quota"}),
        (
            1,
            ("rrr", "rrr", "rrr"),
            set(),
            {"alpha": "tie-at-quota", "beta": "tie-at-quota", "gamma": "tie-at-quota"},
        ),
    ],
)
def test_suggestions_mind_the_quota(
    workspace: Workspace, quota: int, ballots: tuple[str, ...], kept: set[str], held: dict[str, str]
) -> None:
    named(workspace)
    workspace.stages.new("", quota)
    for case_id, said in zip(ALL, ballots, strict=True):
        vote(workspace, case_id, said)
    found = workspace.shortlist.suggestions(1)
    assert {case_id for case_id, s in found.items() if s.decision == "keep"} == kept
    assert {case_id: s.why for case_id, s in found.items() if s.decision == "hold"} == held


def test_a_case_nobody_spoke_of_takes_no_seat_in_the_first_round(workspace: Workspace) -> None:
    named(workspace)
    workspace.stages.new("", 1)
    vote(workspace, "alpha", "rrr")
    assert workspace.shortlist.suggestions(1) == {"alpha": Suggestion("keep", "majority-for")}
    workspace.shortlist.decide(1, "beta", "keep", "")
    assert workspace.shortlist.suggestions(1) == {"alpha": Suggestion("hold", "over-quota")}


def test_seats_taken_by_an_earlier_round_are_taken(workspace: Workspace) -> None:
    named(workspace)
    workspace.stages.new("", 2)
    workspace.shortlist.decide(1, "beta", "hold", "再议")
    workspace.shortlist.decide(1, "gamma", "hold", "再议")
    workspace.shortlist.close(1)
    workspace.stages.new()
    vote(workspace, "beta", "rrr", 2)
    vote(workspace, "gamma", "rrd", 2)
    assert workspace.shortlist.suggestions(2) == {
        "beta": Suggestion("keep", "majority-for"),
        "gamma": Suggestion("hold", "over-quota"),
    }


def test_what_changed_from_round_to_round(workspace: Workspace) -> None:
    workspace.shortlist.decide(1, "alpha", "keep", "")
    workspace.shortlist.decide(1, "beta", "hold", "再议")
    workspace.shortlist.decide(1, "gamma", "drop", "不在范围")
    workspace.shortlist.close(1)
    assert workspace.shortlist.on_table(2) == ["alpha", "beta"]
    workspace.stages.new()
    workspace.shortlist.decide(2, "beta", "keep", "补了材料")
    workspace.shortlist.decide(2, "gamma", "hold", "申诉成立")
    changes = workspace.shortlist.changes(2)
    assert changes == [
        StageChange("beta", "hold", "keep", "补了材料"),
        StageChange("gamma", "drop", "hold", "申诉成立"),
    ]
    assert [change.kind for change in changes] == ["in", "held"]
    assert [change.kind for change in workspace.shortlist.changes(1)] == ["stays", "held", "out"]


def test_coverage_by_more_than_facets(workspace: Workspace) -> None:
    workspace.shortlist.decide(1, "gamma", "drop", "不在范围")
    assert workspace.shortlist.coverage("region") == {"示例市": (3, 2)}
    assert workspace.shortlist.coverage("route") == {"self": (3, 2), "expert": (0, 0)}
    assert sum(cover.still_in for cover in workspace.shortlist.coverage("body_type").values()) == 2


def test_suggestions_taken_together_are_one_act(workspace: Workspace) -> None:
    head = len(workspace.log.lines())
    workspace.shortlist.decide_together(
        [Decision(1, "alpha", "keep", ""), Decision(1, "beta", "drop", "票数不足")]
    )
    lines = workspace.log.lines()
    assert len(lines) == head + 1
    assert lines[-1].details == {"stage": 1, "keep": ["alpha"], "drop": ["beta"], "reasons": ["票数不足"]}
    with pytest.raises(UsageError, match="decision-needs-reason"):
        workspace.shortlist.decide_together([Decision(1, "gamma", "hold", "")])
    workspace.shortlist.undo()
    assert workspace.shortlist.decisions() == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_votes_from_tables_of_both_shapes(workspace: Workspace, tmp_path: Path, encoding: str) -> None:
    first, second, _ = named(workspace)
    expected = [
        Vote(1, first.id, "alpha", "recommend"),
        Vote(1, second.id, "alpha", "hold"),
        Vote(1, first.id, "beta", "recuse"),
    ]
    long, wide = tmp_path / "long.csv", tmp_path / "wide.csv"
    rows = (
        "案例,评议人,意见\nalpha,评议人1,推荐\nalpha,评议人2（大学2）,待定\nbeta,m001,回避\ngamma,评议人1,\n"
    )
    long.write_bytes(rows.encode(encoding))
    wide.write_bytes("案例,标题,评议人1,评议人2\nalpha,一,推荐,hold\nbeta,二,回避,\n".encode(encoding))
    assert read_votes(long, 1, workspace.panel) == expected == read_votes(wide, 1, workspace.panel)
    assert workspace.shortlist.ballots.vote_all(expected) == 3
    assert workspace.shortlist.votes(1) == expected
    assert workspace.log.lines()[-1].details == {"stage": 1, "votes": 3, "members": ["评议人1", "评议人2"]}
    workspace.shortlist.undo()
    assert workspace.shortlist.votes(1) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "votes-file-invalid"),
        ("title,评议人1\nx,推荐\n", "votes-file-invalid"),
        ("case,member,choice\n,评议人1,推荐\n", "votes-file-invalid"),
        ("case,评议人1\n,推荐\n", "votes-file-invalid"),
        ("case,评议人9\nalpha,推荐\n", "unknown-member"),
        ("case,评议人1\nalpha,也许\n", "choice-unknown"),
        ('case,评议人1\n"alpha,推荐\n', "votes-file-invalid"),
    ],
)
def test_tables_of_votes_that_are_refused(workspace: Workspace, tmp_path: Path, text: str, code: str) -> None:
    named(workspace)
    file = tmp_path / "votes.csv"
    file.write_text(text, "utf-8")
    with pytest.raises((UsageError, InputError), match=code):
        read_votes(file, 1, workspace.panel)


def test_members_from_a_table(workspace: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "panel.csv"
    file.write_bytes("单位,姓名\n甲大学,张三\n乙大学,李四\n\n".encode("gb18030"))
    assert read_members(file) == [("张三", "甲大学"), ("李四", "乙大学")]
    file.write_text("张三,甲大学\n王五\n", "utf-8")
    assert read_members(file) == [("张三", "甲大学"), ("王五", "")]
    workspace.panel.add("张三", "甲大学")
    assert [m.name for m in workspace.panel.add_all(read_members(file), skip_known=True)] == ["王五"]
    file.write_text("姓名,单位\n,甲大学\n", "utf-8")
    with pytest.raises(InputError, match="members-file-invalid"):
        read_members(file)


def test_words_for_ballots() -> None:
    assert [choice_of(word) for word in ("推荐", " HOLD ", "淘汰", "回避")] == [
        "recommend",
        "hold",
        "drop",
        "recuse",
    ]
    with pytest.raises(UsageError, match="choice-unknown"):
        choice_of("2")
