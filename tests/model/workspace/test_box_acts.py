"""Taking in, closing and opening through the workspace; what is refused, what is kept, what can be said of it."""

from __future__ import annotations

import random
import shutil
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from review_app.model.box import ballot_box
from review_app.model.box.judge import Electorate, JudgedSheet
from review_app.model.box.opening_record import verify_opening
from review_app.model.box.record import verify_record
from review_app.model.crypto.age import Opener
from review_app.model.errors import EnvironmentFailure, InputError, UsageError
from review_app.model.package.amendment import Change
from review_app.model.progress import Cancelled, Progress
from review_app.model.workspace import Workspace
from tests.disks import full_disk
from tests.model.workspace.boxed import Boxed, boxed


@pytest.fixture
def box(workspace: Workspace, tmp_path: Path) -> Boxed:
    """Eight cards, each with a sheet."""
    return boxed(workspace, tmp_path / "a.casepkg", 8, minimum=3)


def stopping_after(steps: int) -> Progress:
    left = iter(range(steps))
    return Progress(cancelled=lambda: next(left, None) is None)


def write(folder: Path, contents: list[bytes]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for number, content in enumerate(contents):
        (folder / f"{number}.scoresheet").write_bytes(content)
    return folder


# Taking in


def test_files_and_folders_at_any_depth(box: Boxed, tmp_path: Path) -> None:
    counting = box.workspace.counting
    write(tmp_path / "mail" / "a" / "b", box.sheets[:3])
    with zipfile.ZipFile(tmp_path / "mail" / "a" / "说明.docx", "w") as letter:
        letter.writestr("[Content_Types].xml", "<Types/>")
    (tmp_path / "mail" / "cut.scoresheet").write_bytes(box.sheets[3][:5000])
    (tmp_path / "mail" / "empty.scoresheet").write_bytes(b"")
    (tmp_path / "mail" / "film.mp4").write_bytes(bytes(25 << 20))
    single = tmp_path / "renamed.pdf"
    single.write_bytes(box.sheets[4])
    found = counting.take_in_files(box.round, [tmp_path / "mail", single, single])
    assert (found.taken, found.known, found.inside, found.late) == (4, 1, 4, 0)
    why = {file.name: file.refusal.code for file in found.refused if file.refusal is not None}
    assert why == {
        "说明.docx": "not-a-sheet",
        "cut.scoresheet": "sheet-truncated",
        "empty.scoresheet": "not-a-sheet",
        "film.mp4": "not-a-sheet",
    }
    with pytest.raises(InputError, match="file-missing"):
        counting.take_in_files(box.round, [tmp_path / "nowhere"])


def test_zips_around_and_out_of_sheets_are_named(box: Boxed, tmp_path: Path) -> None:
    sheets = write(tmp_path / "sheets", box.sheets[:2])
    around, deflated = tmp_path / "all.zip", tmp_path / "again.scoresheet"
    with zipfile.ZipFile(around, "w", zipfile.ZIP_DEFLATED) as file:
        for path in sheets.iterdir():
            file.write(path, path.name)
    again = zipfile.ZipFile(deflated, "w", zipfile.ZIP_DEFLATED)
    with zipfile.ZipFile(sheets / "0.scoresheet") as whole, again as file:
        for name in whole.namelist():
            file.writestr(name, whole.read(name))
    found = box.workspace.counting.take_in_files(box.round, [around, deflated])
    assert [file.refusal.code for file in found.refused if file.refusal] == ["sheet-repacked"] * 2
    assert found.inside == 0


def test_a_cancelled_drop_leaves_the_box_as_it_was(box: Boxed, tmp_path: Path) -> None:
    counting = box.workspace.counting
    counting.take_in(box.round, box.sheets[:1])
    before = (box.workspace.folder / "box-1.sqlite").read_bytes()
    folder = write(tmp_path / "mail", box.sheets)
    with pytest.raises(Cancelled):
        counting.take_in_files(box.round, [folder], stopping_after(4))
    assert (box.workspace.folder / "box-1.sqlite").read_bytes() == before
    assert counting.take_in_files(box.round, [folder]).inside == 8


def test_one_file_is_in_memory_at_a_time(box: Boxed, tmp_path: Path) -> None:
    import tracemalloc

    folder = tmp_path / "mail"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number}.scoresheet").write_bytes(bytes(1 << 20))
    tracemalloc.start()
    try:
        found = box.workspace.counting.take_in_files(box.round, [folder])
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert len(found.refused) == 60
    assert peak < 8 << 20


def test_the_same_sheet_a_hundred_times_is_one(box: Boxed) -> None:
    many = [box.sheets[0]] * 100 + box.sheets[1:4] * 5
    random.Random(1).shuffle(many)
    arrivals = box.workspace.counting.take_in(box.round, many)
    assert arrivals.count("taken") == 4  # type: ignore[arg-type]
    assert arrivals.count("known") == len(many) - 4  # type: ignore[arg-type]
    box.workspace.counting.close(box.round)
    assert box.workspace.counting.open(box.round).counts == {"accepted": 4}


# Closing


def test_lost_cards_are_counted_and_can_not_be_more_than_are_out(box: Boxed) -> None:
    counting, cards = box.workspace.counting, box.workspace.cards
    counting.take_in(box.round, box.sheets)
    cards.withdraw(box.round, box.keys[0].lookup)
    for wrong in (-1, 8):
        with pytest.raises(UsageError, match="unnamed-lost"):
            counting.close(box.round, wrong)
    cards.set_unnamed(box.round, 2)
    assert counting.glance(box.round).unnamed_lost == 2
    record = verify_record(counting.close(box.round), box.round.organizer_public)
    assert (record.unnamed_lost, len(record.sheets), len(record.withdrawn)) == (2, 8, 1)
    seen = counting.glance(box.round)
    assert (seen.state, seen.inside, seen.issued, seen.withdrawn, seen.minimum) == ("closed", 8, 8, 1, 3)
    assert counting.record(box.round) == counting.record(box.round)
    page = counting.record_page(box.round)
    assert page.codes == counting.delivery_codes(box.round) == sorted(page.codes)


# Opening


def test_a_stopped_opening_goes_on_and_counts_nothing_twice(
    box: Boxed, monkeypatch: pytest.MonkeyPatch
) -> None:
    counting = box.workspace.counting
    counting.take_in(box.round, [*box.sheets, box.sheet(2, 2)])
    counting.close(box.round)
    opened: list[str] = []
    judge = ballot_box.judge_sheet

    def watched(
        content: bytes, openers: Sequence[Opener], electorate: Electorate, arrived: str
    ) -> JudgedSheet:
        opened.append(arrived)
        return judge(content, openers, electorate, arrived=arrived)

    monkeypatch.setattr(ballot_box, "judge_sheet", watched)
    with pytest.raises(Cancelled):
        counting.open(box.round, stopping_after(3))
    assert box.round.state == "closed" and 3 <= len(opened) < 9
    assert_sealed(box)
    counts: list[tuple[int, int]] = []
    opening = counting.open(box.round, Progress(lambda done, total: counts.append((done, total))))
    assert sorted(opened) == sorted(set(opened)) and len(opened) == 9
    assert counts[-1] == (9, 9)
    assert opening.counts == {"accepted": 8, "superseded": 1}
    lines = [line.act for line in box.workspace.log.lines()]
    assert lines.count("box-opened") == 1


def assert_sealed(box: Boxed) -> None:
    """Nothing that was inside a sheet stands in any file of the workspace."""
    slips = [box.workspace.counting.electorate(box.round).terms.admission.lists[0][0]]
    for path in box.workspace.folder.glob("box-*"):
        content = path.read_bytes()
        assert b"scoresheet/0" not in content.replace(b'"format":"scoresheet/0"', b"")
        assert "张卡谈".encode() not in content
        assert not any(slip.encode() in content for slip in slips)
    with box.workspace.counting.box(box.round) as inside:
        assert not inside.opened


def test_too_few_keep_nothing_and_the_box_is_closed_again(workspace: Workspace, tmp_path: Path) -> None:
    box = boxed(workspace, tmp_path / "a.casepkg", 4, minimum=4)
    counting = workspace.counting
    counting.take_in(box.round, [*box.sheets[:3], box.sheet(0, 1, "another")])
    counting.close(box.round)
    before = (workspace.folder / "box-1.sqlite").read_bytes()
    opening = counting.open(box.round, present=["王见证"])
    assert (opening.enough, opening.accepted, opening.minimum) == (False, 2, 4)
    assert opening.counts == {"accepted": 2, "conflict": 2}
    assert box.round.state == "closed"
    assert (workspace.folder / "box-1.sqlite").read_bytes() == before
    assert_sealed(box)
    assert counting._half_opened is None
    with pytest.raises(UsageError, match="box-not-opened"):
        counting.outcomes(box.round)
    record = verify_opening(counting.opening_record(box.round), box.round.organizer_public)
    assert (record.accepted, record.minimum, record.present) == (2, 4, ["王见证"])
    # what comes now is late and changes nothing
    assert counting.take_in(box.round, [box.sheets[3]]) == ["late"]
    assert counting.open(box.round).counts == {"accepted": 2, "conflict": 2, "late": 1}
    assert workspace.verify_log()


def test_who_was_present_is_signed(box: Boxed) -> None:
    counting = box.workspace.counting
    counting.take_in(box.round, box.sheets)
    counting.close(box.round)
    for wrong in ([f"{n}" for n in range(51)], ["x" * 201], ["a\nb"]):
        with pytest.raises(UsageError, match="present-invalid"):
            counting.open(box.round, present=wrong)
    counting.open(box.round, present=[" 王见证 ", "", "Anna Schmidt", "王见证"])
    signed = counting.opening_record(box.round)
    record = verify_opening(signed, box.round.organizer_public)
    assert record.present == ["王见证", "Anna Schmidt"]
    assert [(each.state, each.sheets) for each in record.states] == [("accepted", 8)]
    line = [line for line in box.workspace.log.lines() if line.act == "box-opened"][-1]
    assert line.details["present"] == ["王见证", "Anna Schmidt"]
    assert record.log_head == box.workspace.log.head()
    box.workspace.nominations.ids()
    assert counting.opening_record(box.round) == signed
    with pytest.raises(InputError):
        verify_record(signed, box.round.organizer_public)


def test_what_was_signed_at_closing_is_what_sheets_are_judged_by(box: Boxed) -> None:
    counting, workspace = box.workspace.counting, box.workspace
    counting.take_in(box.round, box.sheets)
    workspace.amendments.add(box.round, [Change("revoked-card", box_slip(box, 0), "丢失")])
    counting.close(box.round)
    with pytest.raises(UsageError, match="round-state"):
        workspace.amendments.add(box.round, [Change("revoked-card", box_slip(box, 1), "丢失")])
    assert counting.open(box.round).counts == {"accepted": 7, "withdrawn-card": 1}
    assert len(counting.listed(box.round)) == 8


def box_slip(box: Boxed, card: int) -> str:
    return box.workspace.cards.slip_of(box.round, box.keys[card].lookup)


def test_the_list_says_what_the_outcomes_say(box: Boxed) -> None:
    from review_app.model.box.papers import outcome_list

    counting = box.workspace.counting
    counting.take_in(box.round, [*box.sheets, box.sheet(1, 2), box.sheet(2, 1, "another")])
    counting.close(box.round)
    counting.take_in(box.round, [box.sheet(5, 4)])
    counting.open(box.round)
    counting.take_in(box.round, [box.sheet(6, 4)])
    assert counting.listed(box.round) == outcome_list(counting.outcomes(box.round))
    assert len(counting.listed(box.round)) == 12


@pytest.mark.skipif(sys.platform == "win32", reason="limits on file sizes are POSIX")
def test_a_disk_that_is_full_in_the_middle_of_opening(box: Boxed) -> None:
    counting = box.workspace.counting
    counting.take_in(box.round, box.sheets)
    counting.close(box.round)
    with pytest.raises(EnvironmentFailure, match="disk-full"), full_disk():
        counting.open(box.round)
    assert box.round.state == "closed"
    assert_sealed(box)
    assert counting.open(box.round).counts == {"accepted": 8}
    assert box.workspace.verify_log()


def test_a_copy_elsewhere_opens_the_same(box: Boxed, tmp_path: Path) -> None:
    """After a stop, the outcome is that of a program that was never stopped."""
    counting, folder = box.workspace.counting, box.workspace.folder
    counting.take_in(box.round, [*box.sheets, box.sheet(2, 2), box.sheet(3, 1, "another")])
    counting.close(box.round)
    with pytest.raises(Cancelled):
        counting.open(box.round, stopping_after(2))
    box.workspace.close()
    shutil.copytree(folder, tmp_path / "copy")
    with Workspace.open(folder) as one, Workspace.open(tmp_path / "copy") as two:
        first, second = (each.counting.open(each.rounds.current()) for each in (one, two))
        assert first == second
        listed = [each.counting.listed(each.rounds.current()) for each in (one, two)]
        assert listed[0] == listed[1]
