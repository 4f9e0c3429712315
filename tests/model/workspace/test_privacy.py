"""Nothing in the workspace can tie a person to a card: no place for it in the schema, no trace of it in the files."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from review_app.model.crypto import ballot_card
from review_app.model.rubric import load_rubric, load_rule
from review_app.model.workspace import Workspace
from review_app.model.workspace.people import Entry
from review_app.model.workspace.rounds import Round

SCHEMA = {
    "amendment": ["round_id", "number", "jws"],
    "campaign": ["id", "record"],
    "candidate": ["round_id", "place", "candidate_id", "case_id", "salt"],
    "card": ["round_id", "lookup", "recipient", "slip", "withdrawn"],
    "card_count": ["round_id", "reserve", "unnamed"],
    "commendation": ["round_id", "candidate_id", "record"],
    "decision": ["stage", "case_id", "decision", "reason", "votes_for", "votes_against"],
    "earlier": ["id", "record"],
    "edit": ["number", "line", "undone", "record"],
    "intake": ["content", "record"],
    "letter": ["kind", "language", "text"],
    "log": ["seq", "line"],
    "lot": ["round_id", "source", "cases"],
    "member": ["id", "name", "institution"],
    "migration": ["number", "name"],
    "nomination": ["id", "record", "match_key"],
    "objection": ["round_id", "number", "record"],
    "person": ["id", "name", "field", "institution", "region", "contact"],
    "publication": ["round_id", "draw", "since", "until", "final"],
    "round": ["id", "number", "kind", "rubric", "rule", "state", "terms_jws", "manifest_jws"],
    "set_aside": ["round_id", "candidate_id", "reason"],
    "stage": ["number", "title", "quota", "state", "round_id"],
    "statement": ["round_id", "number", "log_head", "digest"],
    "submission": ["id", "record"],
    "tally": ["stage", "case_id", "recommend", "held", "dropped", "recused"],
    "vote": ["stage", "member", "case_id", "choice"],
}
"""All there is.  Whoever adds a column says here, in review, that it ties nobody to a card.  Who objects, or writes
words of commendation, is named as somebody who has read the result; no card, sheet or receipt stands beside it."""


def test_the_schema_has_no_place_for_it(workspace: Workspace) -> None:
    folder = workspace.folder
    workspace.close()
    connection = sqlite3.connect(folder / "campaign.sqlite")
    tables = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").fetchall()
    found = {
        name: [column[1] for column in connection.execute(f"PRAGMA table_info({name})")] for name, _ in tables
    }
    others = connection.execute("SELECT name FROM sqlite_schema WHERE type IN ('view', 'trigger')").fetchall()
    connection.close()
    assert found == SCHEMA
    assert others == []
    # row ids would keep the order in which rows came
    assert [name for name, sql in tables if not sql.rstrip().endswith("WITHOUT ROWID")] == []


def test_no_secret_of_a_card_and_no_holder_in_any_file(
    workspace: Workspace, final: Round, tmp_path: Path
) -> None:
    """Cards are drawn, replaced, withdrawn; people's names pass by (as file names of the cards, as an organizer
    would have it); of card secrets and derived private keys nothing is left, freed pages included."""
    first = workspace.cards.draw(final, 4, 1)
    drawn = workspace.cards.draw(final, 6, 2, replace=True)
    holders = ["王老师-holder", "李老师-holder"]
    handed_out = tmp_path / "envelopes"
    handed_out.mkdir()
    for holder, issued in zip(holders, drawn.files, strict=False):
        (handed_out / f"{holder}.txt").write_text(issued.card.file_text("T"), encoding="utf-8")
    workspace.cards.withdraw(final, drawn.pages[0].lookup)
    workspace.packing.pack(final, tmp_path / "a.casepkg")
    folder, thumbprint = workspace.folder, final.organizer_thumbprint
    workspace.close()
    bytes_kept = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    bytes_kept[tmp_path / "a.casepkg"] = (tmp_path / "a.casepkg").read_bytes()
    for issued in [*drawn.pages, *first.pages]:
        keys = ballot_card.derive(issued.card, final.id, thumbprint)
        secrets = [issued.card.secret.encode(), issued.card.printed().encode(), keys.age_identity.encode()]
        secrets += [keys.sign_seed, keys.sign_seed.hex().encode(), keys.store_key, keys.order_key]
        for path, content in bytes_kept.items():
            assert not any(secret in content for secret in secrets), path
    for issued in first.pages:  # secure_delete: what was replaced is not left in free pages
        assert issued.lookup.encode() not in bytes_kept[folder / "campaign.sqlite"]
    for path, content in bytes_kept.items():
        assert not any(holder.encode() in content for holder in holders), path
        assert b"AGE-SECRET-KEY" not in content, path


def test_the_table_of_cards_is_the_same_whatever_the_order_of_drawing(tmp_path: Path) -> None:
    """Cards lie sorted by a name derived from their secret, so their place says nothing about when they were made."""
    rubric = load_rubric()
    with Workspace.create(tmp_path / "ws", "T", "E", []) as workspace:
        round_ = workspace.rounds.new("final", rubric, load_rule(None, rubric))
        workspace.cards.draw(round_, 40)
    connection = sqlite3.connect(tmp_path / "ws" / "campaign.sqlite")
    stored = [row[0] for row in connection.execute("SELECT lookup FROM card")]
    connection.close()
    assert stored == sorted(stored) and len(stored) == 40


def test_no_edit_of_a_person_is_remembered_beside_the_withdrawal_of_a_card(
    workspace: Workspace, final: Round
) -> None:
    """Somebody calls about a lost card, and their address is corrected while they are on the phone."""
    before, after, later = "before@example.invalid", "after@example.invalid", "later@example.invalid"
    drawn = workspace.cards.draw(final, 3, 1)
    people, edits = workspace.people, workspace.edits
    person = people.add(Entry("王晓明", "电子政务", "示例大学", "北京", "old@example.invalid"))
    people.change(person.id, Entry("王晓明", contact=before))
    assert edits.undoable is not None  # cards alone take no undo away
    workspace.cards.withdraw(final, drawn.pages[0].lookup)
    assert edits.remembered() == []
    people.change(person.id, Entry("王晓明", contact=after))
    assert edits.remembered() == []
    people.take_in([Entry("李", institution="某所"), Entry("王晓明", contact=later)])
    people.remove([people.find("李").id])
    assert edits.remembered() == []
    file = workspace.folder / "campaign.sqlite"
    workspace.close()
    content = file.read_bytes()
    assert content.count(later.encode()) == 1  # on the roster, and nowhere else
    assert not any(gone.encode() in content for gone in (before, after, "old@example.invalid", "某所"))


def test_in_the_next_round_the_roster_is_edited_with_undo_again(workspace: Workspace, final: Round) -> None:
    drawn = workspace.cards.draw(final, 3)
    workspace.cards.withdraw(final, drawn.pages[0].lookup)
    workspace.rounds.new("final", final.rubric, final.rule)
    workspace.people.add(Entry("王晓明"))
    assert workspace.edits.undo().act == "people-added"
    assert workspace.people.count() == 0
