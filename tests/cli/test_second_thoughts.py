"""Steps taken twice, too early or too late: nothing is left behind, and the answer says which step is due."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Campaign


def test_cards_refused_leave_no_folder(packed: Campaign, tmp_path: Path) -> None:
    folder, pdf = tmp_path / "again", tmp_path / "again.pdf"
    answer = packed.organizer("cards", "--count", "2", "--pdf", pdf, "--out", folder)
    assert answer.status == 2 and answer.code == "round-state"
    assert not folder.exists() and not pdf.exists()
    folder.mkdir()
    assert packed.organizer("cards", "--count", "2", "--pdf", pdf, "--out", folder).status == 2
    assert folder.is_dir(), "a folder that was there before stays"


def test_a_step_out_of_turn_is_told_which_one_is_due(packed: Campaign) -> None:
    answer = packed.organizer("shortlist", "freeze")
    assert answer.code == "round-state" and answer.status == 2
    assert "drafted, cards" in answer.err and "box close" in answer.err
    assert packed.organizer("box", "open").code == "box-not-closed"


def test_a_reason_of_refusal_is_told_in_full_with_what_to_do(packed: Campaign, tmp_path: Path) -> None:
    (tmp_path / "thin").mkdir()
    (tmp_path / "thin" / "case.md").write_text("---\ntitle: A title\n---\nToo short.\n", "utf-8")
    said = packed.organizer("nominate", tmp_path / "thin").done().out
    for field in ("organisation", "region", "facet", "contact", "summary", "dossier"):
        assert field in said
    assert "200" in said and "…" not in said


def test_a_false_duplicate_can_be_taken_in_after_a_look(packed: Campaign, tmp_path: Path) -> None:
    text = "The same form was used by two towns, each for a bridge of its own. " * 12
    fields = "region: R\nfacet: F\ncontact: C\nsummary: S\n"
    for town in ("Upper", "Lower"):
        folder = tmp_path / "towns" / town
        folder.mkdir(parents=True)
        head = f"---\ntitle: The bridge of {town} Town\norganisation: {town} Town\n{fields}---\n"
        (folder / "case.md").write_text(head + text, "utf-8")
    first = packed.organizer("nominate", "--json", tmp_path / "towns").done().json
    assert (first["totals"]["accepted"], first["totals"]["duplicate"]) == (1, 1)
    assert "--allow-similar" in packed.organizer("nominate", tmp_path / "towns" / "Upper").done().out
    again = packed.organizer("nominate", "--allow-similar", "--json", tmp_path / "towns" / "Upper")
    assert again.done().json["totals"]["accepted"] == 1
