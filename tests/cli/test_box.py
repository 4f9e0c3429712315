"""The ballot box by verbs: what is handed out of it, who was present, files that are no sheets."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from review_app.model.box.opening_record import verify_opening
from review_app.model.crypto.vault import Unlocker
from review_app.model.workspace import Workspace
from tests.cli.conftest import Campaign


def sheets_in(campaign: Campaign) -> Path:
    for card in range(3):
        if not campaign.sheet(card).exists():
            campaign.score_and_export(card)
    return campaign.sheet(0).parent


def test_codes_and_records_are_handed_out(packed: Campaign, tmp_path: Path) -> None:
    folder = sheets_in(packed)
    (folder / "deep").mkdir()
    packed.sheet(2).rename(folder / "deep" / "来信.bin")
    (folder / "note.txt").write_text("hello", encoding="utf-8")
    added = packed.organizer("box", "add", folder, "--json").done().json
    assert (added["taken"], added["refused"], added["inside"]) == (3, 1, 3)
    assert {file["file"]: file["code"] for file in added["files"]}["note.txt"] == "not-a-sheet"
    listed = packed.organizer("box", "list", "--json").done().json
    codes = listed["delivery_codes"]
    assert codes == sorted(codes) and len(codes) == 3
    assert (listed["issued"], listed["withdrawn"], listed["minimum"]) == (5, 0, 2)
    text, pdf = tmp_path / "codes.txt", tmp_path / "codes.pdf"
    assert packed.organizer("box", "codes", "-o", text, "--json").done().json["delivery_codes"] == codes
    assert [line for line in text.read_text("utf-8").splitlines() if line in codes] == codes
    packed.organizer("box", "codes", "-o", pdf).done()
    printed = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, check=True).stdout.decode()
    assert all(code in printed for code in codes)
    assert packed.organizer("box", "record").status == 2  # not closed
    closed = packed.organizer("box", "close", "--unnamed-lost", 1, "--json").done().json
    again, page = tmp_path / "again.jws", tmp_path / "record.pdf"
    record = packed.organizer("box", "record", "-o", again, "--json").done().json
    assert record["record_digest"] == closed["record_digest"]
    assert again.read_bytes() == Path(closed["record"]).read_bytes()
    packed.organizer("box", "record", "-o", page).done()
    printed = subprocess.run(["pdftotext", page, "-"], capture_output=True, check=True).stdout.decode()
    assert record["short"] in printed and closed["record_digest"] in printed
    assert all(code in printed for code in codes)


def test_who_was_present_is_signed(packed: Campaign, tmp_path: Path) -> None:
    packed.organizer("box", "add", sheets_in(packed)).done()
    packed.organizer("box", "close").done()
    file = tmp_path / "opening.jws"
    present = ["--present", "王见证", "--present", "李公证"]
    opened = packed.organizer("box", "open", *present, "-o", file, "--json").done().json
    assert opened["present"] == ["王见证", "李公证"]
    assert opened["states"] == {"accepted": 3}
    with Workspace.open(packed.workspace, Unlocker(home=packed.home)) as workspace:
        record = verify_opening(file.read_bytes(), workspace.organizer_public)
        assert record.present == ["王见证", "李公证"]
        workspace.verify_log()
        assert workspace.log.lines()[-1].previous == record.log_head  # its own writing comes after


def test_too_few_are_attested_too(packed: Campaign, tmp_path: Path) -> None:
    packed.score_and_export(0)
    packed.organizer("box", "add", packed.sheet(0)).done()
    packed.organizer("box", "close").done()
    file = tmp_path / "opening.jws"
    answer = packed.organizer("box", "open", "--present", "王见证", "-o", file)
    assert answer.status == 3 and "error[box-too-few]" in answer.err
    with Workspace.open(packed.workspace, Unlocker(home=packed.home)) as workspace:
        record = verify_opening(file.read_bytes(), workspace.organizer_public)
    assert (record.accepted, record.minimum) == (1, 2)


@pytest.mark.parametrize("number", ["9", "6"])
def test_more_lost_cards_than_are_out_are_refused(packed: Campaign, number: str) -> None:
    answer = packed.organizer("box", "close", "--unnamed-lost", number)
    assert answer.status == 2 and "error[unnamed-lost]" in answer.err
