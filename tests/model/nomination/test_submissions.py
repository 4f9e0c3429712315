"""Everything that was handed in: its states, the organizer's corrections, and that nothing is lost on the way."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from review_app.model.errors import InputError, UsageError
from review_app.model.nomination.intake import take_in
from review_app.model.rubric import load_rubric, load_rule
from review_app.model.workspace import Workspace
from review_app.model.workspace.submission import Submission
from tests.model.nomination.conftest import FIELDS, case_text, prose, write
from tests.model.workspace.conftest import picture

WITH_PICTURE = "attachments: [{file: 图.png, title: 附图}]\n"


def taken(workspace: Workspace, folder: Path, *, accept: bool = False) -> Submission:
    """What taking in this folder made."""
    before = {one.id for one in workspace.submissions.all()}
    take_in(workspace, [folder], accept=accept)
    (made,) = [one for one in workspace.submissions.all() if one.id not in before]
    return made


def codes(submission: Submission) -> list[str]:
    return [problem.code for problem in submission.problems]


def test_an_accepted_one_is_kept_beside_its_case(workspace: Workspace, tmp_path: Path) -> None:
    made = taken(workspace, write(tmp_path / "alpha", case_text()), accept=True)
    assert (made.state, made.case_id, made.problems, made.arrival) == ("accepted", "alpha", [], "folder")
    assert made.id == f"s-{made.content[:10]}" and workspace.submissions.get(made.id) == made
    assert workspace.submissions.of_case("alpha") == made
    assert workspace.submissions.counts() == {
        "received": 0,
        "complete": 0,
        "accepted": 1,
        "returned": 0,
        "superseded": 0,
    }
    with pytest.raises(UsageError, match="submission-state"):
        workspace.submissions.accept(made.id)
    with pytest.raises(UsageError, match="unknown-submission"):
        workspace.submissions.get("s-0000000000")


def test_nothing_handed_in_is_lost(workspace: Workspace, tmp_path: Path) -> None:
    """Incomplete, in another campaign's words, with attachments of which one can't be shown: all of it is there."""
    front = "attachments: [{file: 图.png, title: 附图}, {file: 表.wps}, {file: 没有.pdf}]\nmotto: 为民\n"
    text = case_text(facet="企业营销", contact='""', front=front)
    folder = write(tmp_path / "alpha", text)
    (folder / "图.png").write_bytes(picture())
    (folder / "表.wps").write_bytes(b"\xd0\xcf\x11\xe0")
    made = taken(workspace, folder)
    assert made.state == "received" and made.case_id == ""
    assert codes(made) == [
        "field-unknown",
        "nomination-incomplete",
        "format-unsupported",
        "attachment-missing",
        "facet-unknown",
    ]
    assert (made.text("facet"), made.text("motto"), made.dossier.strip()) == (
        "企业营销",
        "为民",
        prose("alpha"),
    )
    assert [item.file_name for item in made.attachments] == ["图.png"]
    assert workspace.blobs.read(made.attachments[0].digest) == picture()
    assert [item.file_name for item in made.broken] == ["表.wps", "没有.pdf"]
    assert [(item.file_name, item.size) for item in made.kept] == [("表.wps", 4)]
    assert workspace.blobs.read(made.kept[0].digest) == b"\xd0\xcf\x11\xe0"


def test_an_award_without_a_recipient_goes_to_the_nominating_body(
    workspace: Workspace, tmp_path: Path
) -> None:
    """The form says that the line can be left empty; left out, empty, and emptied later are one thing."""
    made = taken(workspace, write(tmp_path / "alpha", case_text(front='recipient: ""\n')))
    assert made.problems == []
    made = workspace.submissions.accept(made.id)
    assert workspace.nominations.get(made.case_id).recipient == FIELDS["organisation"]
    workspace.submissions.edit(made.id, {"recipient": "示例报社"})
    assert workspace.nominations.get(made.case_id).recipient == "示例报社"
    emptied = workspace.submissions.edit(made.id, {"recipient": ""})
    assert emptied.problems == []
    assert workspace.nominations.get(made.case_id).recipient == FIELDS["organisation"]


def test_completed_by_the_organizer_and_accepted(workspace: Workspace, tmp_path: Path) -> None:
    front = "attachments: [{file: 没有.pdf}, {file: 坏.wps}]\n"
    made = taken(workspace, write(tmp_path / "alpha", case_text(facet="企业营销", summary='""', front=front)))
    with pytest.raises(InputError, match="nomination-incomplete"):
        workspace.submissions.accept(made.id)
    edited = workspace.submissions.edit(made.id, {"facet": "网络服务", "summary": "补写的简介。"})
    assert codes(edited) == ["attachment-missing", "format-unsupported"] and edited.edited
    report = tmp_path / "没有.pdf"
    report.write_bytes(b"%PDF-1.4\n%%EOF\n")
    with pytest.raises(InputError, match="attachment-missing"):
        workspace.submissions.files.add(made.id, tmp_path / "nowhere.pdf")
    mended = workspace.submissions.files.add(made.id, report, "年度报告")
    assert codes(mended) == ["format-unsupported"]
    complete = workspace.submissions.files.remove(made.id, "坏.wps")
    assert (complete.state, complete.problems) == ("complete", [])
    with pytest.raises(UsageError, match="unknown-attachment"):
        workspace.submissions.files.remove(made.id, "坏.wps")
    accepted = workspace.submissions.accept(made.id)
    case = workspace.nominations.get("alpha")
    assert (accepted.state, accepted.case_id, case.summary) == ("accepted", "alpha", "补写的简介。")
    assert [(item.file_name, item.title) for item in case.attachments] == [("没有.pdf", "年度报告")]
    # every step was an act of its own, and can be taken back one by one
    acts = [line.act for line in workspace.log.lines()[1:]]
    assert acts == ["submission-edited"] * 3 + ["nomination-accepted"]
    assert workspace.edits.undo().act == "nomination-accepted"
    assert "alpha" not in workspace.nominations and workspace.submissions.get(made.id) == complete
    for _ in range(3):
        workspace.edits.undo()
    assert workspace.submissions.get(made.id) == made
    for _ in range(4):
        workspace.edits.redo()
    assert workspace.nominations.get("alpha") == case
    workspace.verify_log()


def test_what_the_organizer_corrected_is_not_overwritten(workspace: Workspace, tmp_path: Path) -> None:
    folder = write(tmp_path / "alpha", case_text(front=WITH_PICTURE))
    made = taken(workspace, folder)
    assert codes(made) == ["attachment-missing"]
    (folder / "图.png").write_bytes(picture())
    take_in(workspace, [folder], accept=False)  # nobody has touched it: the picture that came late is in
    assert workspace.submissions.get(made.id).state == "complete"
    edited = workspace.submissions.edit(made.id, {"title": "改过的名称"})
    take_in(workspace, [folder], accept=False)
    assert workspace.submissions.get(made.id) == edited
    returned = workspace.submissions.return_(made.id, "材料不实。")
    take_in(workspace, [folder], accept=False)
    assert workspace.submissions.get(made.id) == returned


def test_returned_with_a_reason_and_reopened(workspace: Workspace, tmp_path: Path) -> None:
    made = taken(workspace, write(tmp_path / "alpha", case_text()), accept=True)
    with pytest.raises(UsageError, match="return-needs-reason"):
        workspace.submissions.return_(made.id, " ")
    returned = workspace.submissions.return_(made.id, "申报单位要求撤回。")
    assert (returned.state, returned.reason, returned.case_id) == ("returned", "申报单位要求撤回。", "")
    assert workspace.nominations.all() == []
    line = workspace.log.lines()[-1]
    assert (line.act, line.details["reason"]) == ("submission-returned", "申报单位要求撤回。")
    corrected = workspace.submissions.edit(made.id, {"title": "新名"})
    assert corrected.state == "returned" and corrected.reason
    reopened = workspace.submissions.reopen(made.id)
    assert (reopened.state, reopened.reason) == ("complete", "")
    assert workspace.submissions.accept(made.id).case_id == "alpha"
    assert workspace.submissions.reopen(made.id).state == "complete"
    assert workspace.nominations.all() == []


def test_an_accepted_case_is_corrected_in_place(workspace: Workspace, tmp_path: Path) -> None:
    made = taken(workspace, write(tmp_path / "alpha", case_text()), accept=True)
    taken(
        workspace, write(tmp_path / "beta", case_text(id="beta", title="别的", body=prose("b"))), accept=True
    )
    workspace.submissions.edit(made.id, {"level": "市级", "carrying_body": "信息处", "earlier_awards": "无"})
    case = workspace.nominations.get("alpha")
    assert (case.level, case.carrying_body, case.earlier_awards) == ("市级", "信息处", "无")
    with pytest.raises(InputError, match="nomination-incomplete"):
        workspace.submissions.edit(made.id, {"contact": ""})
    with pytest.raises(InputError, match="nomination-same-title"):
        workspace.submissions.edit(made.id, {"title": "别的"})
    assert workspace.nominations.get("alpha") == case
    # a correction that gives it another id would make it another case: it keeps its own
    assert workspace.submissions.edit(made.id, {"id": "omega", "title": "改名"}).case_id == "alpha"
    assert workspace.nominations.get("alpha").title == "改名"


def test_a_case_in_use_stays(workspace: Workspace, tmp_path: Path) -> None:
    made = taken(workspace, write(tmp_path / "alpha", case_text()), accept=True)
    workspace.shortlist.decide(1, "alpha", "keep", "")
    for act in (
        lambda: workspace.submissions.return_(made.id, "理由"),
        lambda: workspace.submissions.reopen(made.id),
    ):
        with pytest.raises(UsageError, match="case-decided"):
            act()
    rubric = load_rubric()
    workspace.shortlist.freeze(workspace.rounds.new("final", rubric, load_rule(None, rubric)), "id")
    with pytest.raises(UsageError, match="case-frozen"):
        workspace.submissions.edit(made.id, {"title": "改"})
    assert workspace.nominations.get("alpha").title == "一网通办"


def test_duplicates_wait_for_somebody_to_look(workspace: Workspace, tmp_path: Path) -> None:
    body = prose("alpha", 1000)
    taken(workspace, write(tmp_path / "alpha", case_text(body=body)), accept=True)
    near = taken(
        workspace,
        write(tmp_path / "b", case_text(id="beta", title="另一名称", organisation="别处", body=body[:-30])),
        accept=True,
    )
    assert (near.state, codes(near)) == ("received", ["nomination-similar"])
    (similar,) = workspace.submissions.similar(near.id)
    assert (similar.case_id, similar.same_body) == ("alpha", False) and similar.percent > 80
    assert similar.common and all(
        near.dossier[part.start : part.end] == similar.text[part.other_start : part.other_end]
        for part in similar.common
    )
    with pytest.raises(InputError, match="nomination-similar"):
        workspace.submissions.accept(near.id)
    assert workspace.submissions.accept(near.id, allow_similar=True).case_id == "beta"
    same = taken(workspace, write(tmp_path / "c", case_text(title="第三", body=prose("c"))), accept=True)
    assert codes(same) == ["nomination-same-id"]
    with pytest.raises(InputError, match="nomination-same-id"):
        workspace.submissions.accept(same.id, allow_similar=True)
    assert workspace.submissions.edit(same.id, {"id": "gamma"}).state == "complete"
    assert [one.case_id for one in workspace.submissions.accept_complete()] == ["gamma"]


def test_accepting_all_complete_ones_leaves_the_second_of_a_pair(
    workspace: Workspace, tmp_path: Path
) -> None:
    for turn in range(4):  # whatever their digests, it is the first by name, as on arrival
        body = prose(f"x{turn}", 1000)
        for name in ("first", "second"):
            write(
                tmp_path / f"{turn}" / name, case_text(id=f"{name}-{turn}", title=f"{name}{turn}", body=body)
            )
        results = take_in(workspace, [tmp_path / f"{turn}"], accept=False)
        assert [result.status for result in results] == ["complete", "complete"]
        assert len(workspace.nominations.all()) == turn
        (accepted,) = workspace.submissions.accept_complete()
        assert accepted.case_id == f"first-{turn}"
    others = [one for one in workspace.submissions.all() if one.state != "accepted"]
    assert [(one.state, codes(one)) for one in others] == [("received", ["nomination-similar"])] * 4


def test_the_organizer_sets_the_checklist(workspace: Workspace, tmp_path: Path) -> None:
    sources = ("", ", source: 不详", ", source: 年报")
    claims = f"claims: [{', '.join(f'{{figure: {3 + n}万, what: 件{s}}}' for n, s in enumerate(sources))}]\n"
    made = taken(workspace, write(tmp_path / "alpha", case_text(contact='""', front=claims)))
    assert codes(made) == ["nomination-incomplete", "nomination-incomplete"]
    required = ["title", "organisation", "level", "attachments"]
    workspace.campaign.update(msgspec.structs.replace(workspace.settings, required=required))
    workspace.submissions.recheck()
    (problem,) = workspace.submissions.get(made.id).problems
    assert problem.params == {"fields": ["level", "attachments"]}
    workspace.campaign.update(msgspec.structs.replace(workspace.settings, required=["title", "organisation"]))
    assert [one.id for one in workspace.submissions.recheck()] == [made.id]
    workspace.submissions.accept(made.id)
    # figures that say nothing of where they come from are told before packing
    assert [(u.case_id, u.number, u.claim.figure) for u in workspace.nominations.unsourced()] == [
        ("alpha", 1, "3万"),
        ("alpha", 2, "4万"),
    ]
    with pytest.raises(InputError, match="settings-invalid"):
        workspace.campaign.update(msgspec.structs.replace(workspace.settings, required=["horoscope"]))


def test_repairs_are_offered_and_made_by_hand(workspace: Workspace, tmp_path: Path) -> None:
    good = "网络理政以数据公开为基础，回应群众关切，办理结果向社会公布。"
    body = prose("x", 400) + "\n\n" + good.encode().decode("latin-1") + "\n\n２０１６年起施行。"
    made = taken(workspace, write(tmp_path / "alpha", case_text(body=body)))
    assert made.state == "received" and codes(made)[0] == "text-mojibake"
    repairs = workspace.submissions.repairs(made.id)
    assert [(repair.code, repair.field) for repair in repairs] == [
        ("mojibake", "dossier"),
        ("width", "dossier"),
    ]
    assert workspace.submissions.get(made.id) == made  # looking changes nothing
    mended = workspace.submissions.apply_repair(made.id, repairs[0])
    assert good in mended.dossier and "２０１６" in mended.dossier and mended.state == "complete"
    with pytest.raises(UsageError, match="repair-outdated"):
        workspace.submissions.apply_repair(made.id, repairs[1])
    (left,) = workspace.submissions.repairs(made.id)
    assert "2016年起施行" in workspace.submissions.apply_repair(made.id, left).dossier
    workspace.edits.undo()
    workspace.edits.undo()
    assert workspace.submissions.get(made.id) == made


def test_cases_of_before_there_were_submissions(workspace: Workspace, tmp_path: Path) -> None:
    claims = "claims: [{figure: 3万, what: 件, source: 年报}]\n"
    taken(workspace, write(tmp_path / "alpha", case_text(front=claims)), accept=True)
    with workspace.transaction():
        workspace._context.db.run("DELETE FROM submission")
    case = workspace.nominations.get("alpha")
    (one,) = workspace.submissions.all()
    assert (one.state, one.case_id, one.title) == ("accepted", "alpha", case.title)
    assert workspace.submissions.get(one.id) == one and workspace.submissions.case_of(one) == case
    workspace.submissions.edit(one.id, {"level": "市级"})
    assert workspace.nominations.get("alpha") == msgspec.structs.replace(case, level="市级")
    assert [other.id for other in workspace.submissions.all()] == [one.id]
    workspace.edits.undo()
    assert workspace.submissions.all() == [one]


def test_counts_and_titles_are_those_of_the_whole_records(workspace: Workspace, tmp_path: Path) -> None:
    """They read only a part of each record; a case of before there were submissions counts as accepted."""
    taken(workspace, write(tmp_path / "alpha", case_text()), accept=True)
    taken(
        workspace,
        write(tmp_path / "beta", case_text(id="beta", title='乙"案\\例', body=prose("b"))),
        accept=True,
    )
    taken(workspace, write(tmp_path / "gamma", case_text(id="gamma", title="丙", contact='""')))
    workspace._context.db.run("DELETE FROM submission WHERE id = ?", (workspace.submissions.all()[0].id,))
    found = workspace.submissions.all()
    assert workspace.submissions.counts() == {
        state: sum(one.state == state for one in found)
        for state in ("received", "complete", "accepted", "returned", "superseded")
    }
    assert workspace.nominations.titles() == {case.id: case.title for case in workspace.nominations.all()}


OLE = b"\xd0\xcf\x11\xe0 what nobody here can show"


def test_what_can_not_be_shown_is_kept_and_never_packed(workspace: Workspace, tmp_path: Path) -> None:
    """A text document of another program, a broken PDF, and a file that the nomination does not name: the bytes of each
    stay, come out again as they were, and a PDF takes the place of one; no case and no package has them."""
    front = "attachments: [{file: 表.wps, title: 附表}, {file: 坏.pdf}, {file: 图.png}]\n"
    folder = write(tmp_path / "alpha", case_text(front=front))
    handed = {
        "表.wps": OLE,
        "坏.pdf": b"%PDF-1.7 and no end",
        "原始数据.ofd": b"PK\x03\x04 ofd",
        "空.rar": b"",
    }
    for name, content in handed.items():
        (folder / name).write_bytes(content)
    (folder / "图.png").write_bytes(picture())
    made = taken(workspace, folder)
    assert sorted(item.file_name for item in made.kept) == ["原始数据.ofd", "坏.pdf", "表.wps"]
    for item in made.kept:
        workspace.submissions.files.save(made.id, item.file_name, tmp_path / "out")
        assert (tmp_path / "out").read_bytes() == handed[item.file_name]
        assert item.size == len(handed[item.file_name])
    with pytest.raises(UsageError, match="unknown-attachment"):
        workspace.submissions.files.save(made.id, "空.rar", tmp_path / "out")
    (tmp_path / "表.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    mended = workspace.submissions.files.add(made.id, tmp_path / "表.pdf")
    assert [(item.file_name, item.title) for item in mended.attachments] == [
        ("图.png", "图"),
        ("表.pdf", "附表"),
    ]
    assert [item.file_name for item in mended.broken] == ["坏.pdf"] and mended.kept == made.kept
    (tmp_path / "重做.pdf").write_bytes(b"%PDF-1.5\n%%EOF\n")
    complete = workspace.submissions.files.add(made.id, tmp_path / "重做.pdf", instead_of="坏.pdf")
    assert (complete.state, complete.broken, complete.kept) == ("complete", [], made.kept)
    accepted = workspace.submissions.accept(made.id)
    case = workspace.nominations.get(accepted.case_id)
    kept = {item.digest for item in accepted.kept}
    assert len(kept) == 3 and not kept & {item.digest for item in case.attachments}
    dropped = workspace.submissions.files.remove(made.id, "重做.pdf")
    assert [item.file_name for item in dropped.kept][-1] == "重做.pdf"
    workspace.edits.undo()
    assert workspace.submissions.get(made.id) == accepted
    blob = workspace.folder / "files" / made.kept[0].digest[:2] / made.kept[0].digest[2:]
    blob.write_bytes(b"another")
    assert workspace.damaged_files() == [("alpha", made.kept[0].file_name)]


def test_files_too_large_are_not_kept(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The limit of attachments holds for what is only kept as well."""
    monkeypatch.setattr("review_app.model.nomination.folder.ATTACHMENT_LIMIT", 10)
    folder = write(tmp_path / "alpha", case_text(front="attachments: [{file: 大.wps}, {file: 小.wps}]\n"))
    (folder / "大.wps").write_bytes(b"x" * 11)
    (folder / "小.wps").write_bytes(b"x" * 10)
    made = taken(workspace, folder)
    assert [item.file_name for item in made.kept] == ["小.wps"]
    assert [item.file_name for item in made.broken] == ["大.wps", "小.wps"]


def test_a_mended_file_of_the_same_name_leaves_the_one_handed_in(
    workspace: Workspace, tmp_path: Path
) -> None:
    """Both can be saved, each by a name of its own; what becomes an attachment again is no longer kept beside it."""
    folder = write(tmp_path / "alpha", case_text(front="attachments: [{file: 报告.pdf}]\n"))
    broken, whole = b"%PDF-1.7 and no end", b"%PDF-1.7\n%%EOF\n"
    (folder / "报告.pdf").write_bytes(broken)
    made = taken(workspace, folder)
    (folder / "报告.pdf").write_bytes(whole)
    mended = workspace.submissions.files.add(made.id, folder / "报告.pdf")
    assert [item.file_name for item in mended.kept] == ["报告-2.pdf"]
    for name, content in {"报告.pdf": whole, "报告-2.pdf": broken}.items():
        workspace.submissions.files.save(made.id, name, tmp_path / "out")
        assert (tmp_path / "out").read_bytes() == content
    workspace.submissions.files.remove(made.id, "报告.pdf")
    again = workspace.submissions.files.add(made.id, folder / "报告.pdf")
    assert (again.attachments, again.kept) == (mended.attachments, mended.kept)


def corrected(workspace: Workspace, tmp_path: Path, **more: str) -> Submission:
    """The nomination ``alpha`` handed in once more, with a sentence that it lacked."""
    body = prose("alpha") + "\n\n补充：两年来的数据见年报。"
    return taken(workspace, write(tmp_path / "again" / "alpha", case_text(None, body, "", **more)))


def test_a_corrected_one_replaces_the_case_that_was_accepted(workspace: Workspace, tmp_path: Path) -> None:
    """The case keeps its id and what was decided; the earlier one stays as it was handed in; one undo takes it back."""
    old = taken(workspace, write(tmp_path / "alpha", case_text()), accept=True)
    new = corrected(workspace, tmp_path, id="other", title="一网通办（修订）")
    assert codes(new) == ["nomination-similar"]
    before = workspace.nominations.get("alpha")
    made = workspace.submissions.supersede(new.id, old.id)
    assert (made.state, made.case_id, made.problems) == ("accepted", "alpha", [])
    assert workspace.nominations.ids() == ["alpha"]
    case = workspace.nominations.get("alpha")
    assert case.title == "一网通办（修订）" and case.dossier.endswith("两年来的数据见年报。\n")
    gone = workspace.submissions.get(old.id)
    assert gone == msgspec.structs.replace(old, state="superseded", case_id="", superseded_by=new.id)
    assert workspace.submissions.counts()["superseded"] == 1
    assert workspace.submissions.similar(new.id) == []
    with pytest.raises(UsageError, match="submission-state"):
        workspace.submissions.accept(old.id)
    with pytest.raises(UsageError, match="submission-state"):
        workspace.submissions.return_(old.id, "x")
    for one, other in ((new, old), (old, new)):
        with pytest.raises(UsageError, match="submission-state"):
            workspace.submissions.supersede(one.id, other.id)
    # what came in before and comes in once more stays what it is
    take_in(workspace, [tmp_path / "alpha", tmp_path / "again"])
    assert workspace.submissions.get(old.id) == gone and workspace.submissions.get(new.id) == made
    assert workspace.edits.undo().act == "submission-superseded"
    assert workspace.nominations.get("alpha") == before
    assert workspace.submissions.get(old.id) == old and workspace.submissions.get(new.id) == new
    workspace.edits.redo()
    assert workspace.nominations.get("alpha") == case
    reopened = workspace.submissions.reopen(old.id)
    assert (codes(reopened), reopened.superseded_by) == (["nomination-same-id"], "")
    workspace.verify_log()


def test_one_that_is_incomplete_does_not_cost_an_accepted_case(workspace: Workspace, tmp_path: Path) -> None:
    old = taken(workspace, write(tmp_path / "alpha", case_text()), accept=True)
    new = corrected(workspace, tmp_path, contact='""')
    with pytest.raises(InputError, match="nomination-incomplete"):
        workspace.submissions.supersede(new.id, old.id)
    assert workspace.submissions.get(old.id) == old and workspace.submissions.get(new.id) == new
    third = taken(
        workspace,
        write(tmp_path / "third", case_text(id="third", title="第三", body=prose("3"))),
        accept=True,
    )
    workspace.submissions.edit(new.id, {"contact": "甲", "title": "第三"})
    with pytest.raises(InputError, match="nomination-same-title"):
        workspace.submissions.supersede(new.id, old.id)
    with pytest.raises(UsageError, match="same-submission"):
        workspace.submissions.supersede(third.id, third.id)


def test_one_that_waits_is_replaced_by_one_that_waits_or_was_accepted(
    workspace: Workspace, tmp_path: Path
) -> None:
    old = taken(workspace, write(tmp_path / "alpha", case_text(contact='""')))
    new = corrected(workspace, tmp_path)
    assert (old.state, new.state) == ("received", "complete")
    assert workspace.submissions.supersede(new.id, old.id) == new
    assert workspace.submissions.get(old.id).state == "superseded"
    edited = workspace.submissions.edit(old.id, {"contact": "甲"})
    assert (edited.state, edited.problems) == ("superseded", [])
    workspace.edits.undo()
    workspace.edits.undo()
    workspace.submissions.accept(new.id)
    workspace.submissions.supersede(new.id, old.id)
    assert workspace.nominations.ids() == ["alpha"]
    assert workspace.submissions.reopen(old.id).state == "received"


def test_of_two_accepted_ones_the_earlier_stops_being_a_case(workspace: Workspace, tmp_path: Path) -> None:
    old = taken(workspace, write(tmp_path / "alpha", case_text()), accept=True)
    new = corrected(workspace, tmp_path, id="beta", title="别的名称")
    workspace.submissions.accept(new.id, allow_similar=True)
    workspace.submissions.supersede(new.id, old.id)
    assert workspace.nominations.ids() == ["beta"]
    workspace.edits.undo()
    assert workspace.nominations.ids() == ["alpha", "beta"]
