"""The draw, the notice, objections, cases set aside, words of commendation."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from review_app.model.errors import UsageError
from review_app.model.package.amendment import Change
from review_app.model.result.verify import verify_archive
from review_app.model.workspace import Workspace
from review_app.model.workspace.commendations import Words
from tests.model.workspace.boxed import Boxed, boxed

DAY = datetime.date(2026, 12, 1)
LATER = datetime.date(2026, 12, 8)
TODAY, WEEK = datetime.date.today(), datetime.timedelta(7)
SOURCE = "中国福利彩票双色球 2026 年 12 月 1 日开奖号码"


def opened(box: Boxed) -> Boxed:
    box.workspace.counting.take_in(box.round, box.sheets)
    box.workspace.counting.close(box.round)
    box.workspace.counting.open(box.round)
    return box


@pytest.fixture
def box(workspace: Workspace, tmp_path: Path) -> Boxed:
    """An opened box of four sheets."""
    return opened(boxed(workspace, tmp_path / "a.casepkg", 4))


@pytest.fixture
def proposed(box: Boxed) -> Boxed:
    """Confirmed, in its notice from the first to the eighth."""
    box.workspace.publication.announce(box.round, "ab" * 32, DAY, LATER)
    return box


def refused(code: str) -> pytest.RaisesExc[UsageError]:
    return pytest.raises(UsageError, match=rf"^{code}")


def acts(workspace: Workspace) -> list[str]:
    return [line.act for line in workspace.log.lines()]


def test_a_draw_is_entered_once_and_only_after_the_record(workspace: Workspace, tmp_path: Path) -> None:
    box = boxed(workspace, tmp_path / "a.casepkg", 3, seed_draw=SOURCE)
    publication = workspace.publication
    assert publication.draw(box.round) is None
    with refused("draw-too-early"):
        publication.record_draw(box.round, "03 09 17")
    opened(box)
    with refused("draw-missing"):
        publication.announce(box.round, "ab" * 32, DAY, None)
    for bad in ("", "  ", "3" * 501, "03\u202e09", "03 09\u200b", "03\u3164", "03\n09", "03\ufe0f"):
        with refused("draw-invalid"):
            publication.record_draw(box.round, bad)
    publication.record_draw(box.round, " 03\u3000 09\xa017 ")
    assert publication.draw(box.round) == "03 09 17"
    with refused("draw-known"):
        publication.record_draw(box.round, "04")
    publication.announce(box.round, "ab" * 32, DAY, None)
    assert publication.notice(box.round).status == "proposed"


def test_no_draw_where_the_rule_names_none(box: Boxed) -> None:
    assert box.workspace.publication.draw(box.round) == ""
    with refused("draw-not-named"):
        box.workspace.publication.record_draw(box.round, "03")


def test_nothing_is_objected_to_before_the_result_is_confirmed(box: Boxed) -> None:
    publication = box.workspace.publication
    assert publication.notice(box.round).status == "counted"
    with refused("result-not-proposed"):
        publication.object(box.round, day=DAY, by="某局", text="有异议")
    with refused("result-not-proposed"):
        publication.put_aside(box.round, box.terms.candidate_ids[0], "材料不实")
    with refused("notice-days"):
        publication.announce(box.round, "ab" * 32, LATER, DAY)
    assert box.round.state == "opened"


def test_objections_are_answered_before_the_result_is_final(proposed: Boxed) -> None:
    publication, case = proposed.workspace.publication, proposed.terms.candidate_ids[1]
    assert publication.notice(proposed.round).running(LATER)
    assert not publication.notice(proposed.round).running(LATER + datetime.timedelta(1))
    one = publication.object(proposed.round, day=DAY, by="某局", about=case, text="数据\n不实")
    two = publication.object(proposed.round, day=DAY, by="", text="名单有误")
    assert (one.number, two.number) == (1, 2)
    with refused("objections-open"):
        publication.finish(proposed.round, LATER)
    publication.answer(proposed.round, 1, day=DAY, outcome="upheld", text="核查属实")
    publication.answer(proposed.round, 2, day=DAY, outcome="rejected", text="名单无误")
    with refused("unknown-objection"):
        publication.answer(proposed.round, 3, day=DAY, outcome="rejected", text="x")
    with refused("notice-running"):
        publication.finish(proposed.round, LATER)
    publication.finish(proposed.round, LATER + datetime.timedelta(1))
    notice = publication.notice(proposed.round)
    assert (notice.status, notice.final) == ("final", LATER + datetime.timedelta(1))
    for act in (
        lambda: publication.object(proposed.round, day=DAY, by="", text="太晚"),
        lambda: publication.answer(proposed.round, 1, day=DAY, outcome="rejected", text="改口"),
        lambda: publication.put_aside(proposed.round, case, "太晚"),
        lambda: publication.finish(proposed.round, LATER),
    ):
        with refused("result-final"):
            act()
    assert proposed.workspace.edits.undoable is None


def test_a_notice_ended_early_says_so_in_the_log(proposed: Boxed) -> None:
    proposed.workspace.publication.finish(proposed.round, DAY, early="章程第九条")
    line = proposed.workspace.log.lines()[-1]
    assert line.act == "result-final"
    assert line.details["early"] == "章程第九条"


def test_who_objects_is_in_no_line_of_the_log(proposed: Boxed) -> None:
    workspace = proposed.workspace
    workspace.publication.object(proposed.round, day=DAY, by="举报人甲乙丙", text="内情如此")
    raw = "".join(str(line.details) for line in workspace.log.lines())
    assert "举报人甲乙丙" not in raw
    assert "内情如此" not in raw


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("text", {"text": " "}),
        ("text", {"text": "长" * 4001}),
        ("by", {"by": "名" * 201, "text": "x"}),
        ("by", {"by": "a\u202eb", "text": "x"}),
        ("about", {"about": "no-such-case", "text": "x"}),
    ],
)
def test_an_objection_that_does_not_fit_names_its_field(
    proposed: Boxed, field: str, values: dict[str, str]
) -> None:
    with pytest.raises(UsageError) as caught:
        proposed.workspace.publication.object(proposed.round, day=DAY, **{"by": "", **values})
    assert (caught.value.code, caught.value.params["field"]) == ("objection-invalid", field)
    assert proposed.workspace.publication.objections(proposed.round) == []


def test_an_objection_can_be_undone_and_made_again(proposed: Boxed) -> None:
    workspace = proposed.workspace
    workspace.publication.object(proposed.round, day=DAY, by="", text="错录")
    workspace.edits.undo()
    assert workspace.publication.objections(proposed.round) == []
    workspace.edits.redo()
    assert [each.text for each in workspace.publication.objections(proposed.round)] == ["错录"]


def test_a_case_set_aside_and_taken_back(proposed: Boxed) -> None:
    publication, case = proposed.workspace.publication, proposed.terms.candidate_ids[0]
    first = publication.result_head(proposed.round)
    publication.put_aside(proposed.round, case, "数据不实")
    assert [(each.case, each.reason) for each in publication.set_aside(proposed.round)] == [
        (case, "数据不实")
    ]
    assert publication.result_head(proposed.round) != first
    for bad in ("", "长" * 501, "a\u202eb"):
        with refused("reason-invalid"):
            publication.put_aside(proposed.round, case, bad)
    publication.take_back(proposed.round, case)
    assert publication.set_aside(proposed.round) == []
    with refused("unknown-case"):
        publication.take_back(proposed.round, case)
    assert acts(proposed.workspace)[-2:] == ["case-set-aside", "case-taken-back"]


def test_each_statement_names_the_one_before(proposed: Boxed) -> None:
    publication, case = proposed.workspace.publication, proposed.terms.candidate_ids[0]
    first = publication.result_head(proposed.round)
    assert publication.before(proposed.round, first) == ""
    publication.given_out(proposed.round, first, "11" * 32)
    publication.given_out(proposed.round, first, "11" * 32)
    publication.put_aside(proposed.round, case, "数据不实")
    second = publication.result_head(proposed.round)
    assert publication.before(proposed.round, second) == "11" * 32
    publication.given_out(proposed.round, second, "22" * 32)
    assert publication.before(proposed.round, first) == ""
    assert publication.before(proposed.round, second) == "11" * 32


def test_words_of_commendation(box: Boxed) -> None:
    workspace, case = box.workspace, box.terms.candidate_ids[2]
    words = Words("王教授", "教授", "示例大学", "")
    workspace.commendations.put(box.round, case, words, DAY)
    workspace.commendations.put(box.round, case, words._replace(text="以数据\n说话。"), DAY)
    found = workspace.commendations.all(box.round)
    assert found[case].text == "以数据\n说话。"
    assert found[case].signature == "王教授　示例大学教授"
    workspace.edits.undo()
    assert workspace.commendations.all(box.round)[case].text == ""
    workspace.commendations.remove(box.round, case)
    assert workspace.commendations.all(box.round) == {}


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("author", Words(" ")),
        ("author", Words("名" * 101)),
        ("post", Words("甲", post="a\nb")),
        ("text", Words("甲", text="长" * 2001)),
        ("text", Words("甲", text="a\u202eb")),
    ],
)
def test_words_that_do_not_fit_name_their_field(box: Boxed, field: str, words: Words) -> None:
    with pytest.raises(UsageError) as caught:
        box.workspace.commendations.put(box.round, box.terms.candidate_ids[0], words, DAY)
    assert (caught.value.code, caught.value.params["field"]) == ("commendation-invalid", field)


def test_nobody_is_asked_for_words_before_the_box_is_open(workspace: Workspace, tmp_path: Path) -> None:
    box = boxed(workspace, tmp_path / "a.casepkg", 3)
    with refused("box-not-opened"):
        workspace.commendations.put(box.round, box.terms.candidate_ids[0], Words("甲"), DAY)


def test_a_case_that_an_amendment_withdrew_is_not_set_aside(workspace: Workspace, tmp_path: Path) -> None:
    box = boxed(workspace, tmp_path / "a.casepkg", 5)
    gone = box.terms.candidate_ids[1]
    workspace.amendments.add(box.round, [Change("withdrawn-case", gone, "申报单位撤回")])
    opened(box)
    workspace.counting.confirm(box.round, TODAY, TODAY + WEEK)
    with refused("case-withdrawn"):
        workspace.publication.put_aside(box.round, gone, "材料不实")
    workspace.counting.archive(box.round, tmp_path / "a.results")
    assert verify_archive(tmp_path / "a.results").findings == []


def test_without_a_notice_a_result_is_final_only_for_a_reason(box: Boxed, tmp_path: Path) -> None:
    workspace, publication = box.workspace, box.workspace.publication
    results = workspace.counting.archive(box.round, tmp_path / "a.results")
    assert (results.status, publication.notice(box.round).until) == ("proposed", None)
    for reason in ("", "  ", "\u3164"):
        with refused("notice-missing"):
            publication.finish(box.round, TODAY + WEEK, early=reason)
    publication.finish(box.round, TODAY, early="章程规定不公示")
    assert workspace.log.lines()[-1].details["early"] == "章程规定不公示"
    assert workspace.counting.archive(box.round, tmp_path / "b.results").status == "final"


def test_no_notice_begins_before_the_box_was_opened(box: Boxed) -> None:
    counting = box.workspace.counting
    for since in (datetime.date(2020, 1, 1), TODAY - WEEK):
        with refused("notice-too-early") as caught:
            counting.confirm(box.round, since, TODAY + WEEK)
        assert caught.value.params["since"] == since.isoformat()
    assert box.round.state == "opened"
    counting.confirm(box.round, TODAY, TODAY)
    assert box.workspace.publication.notice(box.round).since == TODAY
