"""Work that moves to another computer: whole, sealed, and without taking anything away there."""

from __future__ import annotations

import io
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from review_app.model.container import Container, ContainerWriter
from review_app.model.crypto import age
from review_app.model.errors import InputError
from review_app.model.file_kind import FileKind, file_kind
from review_app.model.package.amendment import Change, pack_amendment
from review_app.model.scoring.backup import BACKUP_FILE_LIMIT, check_backup, pack_backup
from review_app.model.scoring.history import CaseRecord
from review_app.model.scoring.merge import BackupOutcome
from review_app.model.scoring.meta import StoreMeta
from review_app.model.scoring.scores import CaseScores
from review_app.model.scoring.session import ReviewSession
from tests.rounds import SmallRound, small_round

CASES = [f"case-{number}" for number in range(1, 5)]
Computer = Callable[..., ReviewSession]


@pytest.fixture
def a_round() -> SmallRound:
    return small_round()


@pytest.fixture
def at(a_round: SmallRound, tmp_path: Path) -> Iterator[Computer]:
    """A session on a computer of that name; closed in the end."""
    package = tmp_path / "round.casepkg"
    package.write_bytes(a_round.package)
    open_ones: dict[str, ReviewSession] = {}

    def opened(name: str, card: int = 0) -> ReviewSession:
        if name in open_ones:
            open_ones[name].close()
        open_ones[name] = ReviewSession.open(package, a_round.cards[card], tmp_path / name)
        return open_ones[name]

    yield opened
    for session in open_ones.values():
        session.close()


def backup_of(session: ReviewSession, folder: Path) -> bytes:
    file = folder / f"{secrets.token_hex(4)}.scorebackup"
    session.make_backup(file)
    assert file_kind(file) is FileKind.BACKUP
    return file.read_bytes()


def outcome(
    taken: list[str] | None = None,
    kept: list[str] | None = None,
    replaced: list[str] | None = None,
    last_revision: int = 0,
    receipts: int = 0,
    amendments: int = 0,
) -> BackupOutcome:
    return BackupOutcome(
        tuple(taken or ()), tuple(kept or ()), tuple(replaced or ()), last_revision, receipts, amendments
    )


def test_everything_moves_to_an_empty_computer(at: Computer, a_round: SmallRound, tmp_path: Path) -> None:
    one = at("one")
    for case in CASES:
        for criterion in range(5):
            one.set_score(case, criterion, 6)
    one.set_comment("case-1", "评语")
    one.set_note("case-2", "笔记 🙂\u0000")
    one.set_recused("case-3", True, "同单位")
    one.set_affiliations(["单位 3"])
    one.remember_case("case-2", {"case-2": "0.5"})
    signed = a_round.amend(Change("erratum", "case-4", "更正"))
    recipient = age.recipient_of(a_round.package_identity)
    one.add_amendment(pack_amendment(signed, a_round.organizer_seed, recipient))
    one.export(tmp_path / "first.scoresheet")
    one.set_score("case-1", 0, 9)
    one.undo()
    content = backup_of(one, tmp_path)
    two = at("two")
    assert two.restore_backup(content) == outcome(CASES, last_revision=1, receipts=1, amendments=1)
    for reopened in (two, at("two")):
        assert reopened.states() == one.states()
        assert reopened.meta == one.meta
        assert [reopened.history(case) for case in CASES] == [one.history(case) for case in CASES]
        assert reopened.affiliations == ("单位 3",)
        assert [each.digest for each in reopened.amendments] == [signed.digest]
        assert (reopened.redoable, reopened.undoable) == (one.redoable, one.undoable)
    two = at("two")
    assert two.redo() == one.redo()
    assert two.restore_backup(content) == outcome(kept=["case-1"], last_revision=1)
    assert two.export(tmp_path / "second.scoresheet").revision == 2


def test_work_of_both_computers_is_kept(at: Computer, tmp_path: Path) -> None:
    one, two = at("one"), at("two")
    one.set_score("case-1", 0, 1)  # only there
    two.set_score("case-2", 0, 2)  # only here
    for session in (one, two):
        session.set_score("case-3", 0, 3)  # the same
        session.set_note("case-4", f"von {session is one}")  # different
    mine = two.state("case-4")
    content = backup_of(one, tmp_path)
    assert two.restore_backup(content) == outcome(["case-1"], replaced=["case-4"])
    assert two.state("case-1") == one.state("case-1")
    assert two.state("case-2").scores[0] == 2 and two.state("case-3").scores[0] == 3
    assert two.state("case-4") == one.state("case-4")
    assert mine in two.history("case-4")
    again = at("two")
    step = again.undo()
    assert step is not None and (step.case_id, step.before) == ("case-4", mine)
    assert again.state("case-4") == mine
    assert again.undo().case_id == "case-1"  # type: ignore[union-attr]
    assert again.undo().case_id == "case-4"  # type: ignore[union-attr]
    assert [again.redo() is not None for _ in range(4)] == [True, True, True, False]
    assert again.state("case-4") == one.state("case-4")


def test_who_went_on_holds(at: Computer, tmp_path: Path) -> None:
    one = at("one")
    one.set_score("case-1", 0, 1)
    one.set_score("case-2", 0, 1)
    early = backup_of(one, tmp_path)
    two = at("two")
    two.restore_backup(early)
    one.set_score("case-1", 0, 2)
    two.set_score("case-2", 0, 5)
    late = backup_of(one, tmp_path)
    assert two.restore_backup(late) == outcome(["case-1"], kept=["case-2"])
    assert two.state("case-1").scores[0] == 2 and two.state("case-2").scores[0] == 5
    assert two.restore_backup(late) == outcome(kept=["case-2"])


def test_a_case_cleared_again_brings_its_past_only(at: Computer, tmp_path: Path) -> None:
    one, two = at("one"), at("two")
    one.set_score("case-1", 0, 1)
    one.set_score("case-1", 0, None)
    two.set_score("case-2", 0, 1)
    assert two.restore_backup(backup_of(one, tmp_path)) == outcome()
    assert len(two.history("case-1")) == 2


def test_revisions_and_receipts_of_both_sides(at: Computer, tmp_path: Path) -> None:
    one, two = at("one"), at("two")
    for session in (one, two):
        for case in CASES:
            session.set_recused(case, True)
    one.export(tmp_path / "1")
    one.export(tmp_path / "2")
    two.export(tmp_path / "3")
    assert two.restore_backup(backup_of(one, tmp_path)) == outcome(last_revision=2, receipts=2)
    assert [each.revision for each in two.meta.exported] == [1, 1, 2]
    assert two.export(tmp_path / "4").revision == 3


def test_what_is_refused(at: Computer, a_round: SmallRound, tmp_path: Path) -> None:
    one = at("one")
    one.set_note("case-1", "nobody else reads this")
    content = backup_of(one, tmp_path)
    two = at("two", 1)
    two.set_score("case-1", 0, 4)
    before, meta = two.states(), two.meta

    def refused(content: bytes, session: ReviewSession = two) -> str:
        with pytest.raises(InputError) as caught:
            session.restore_backup(content)
        return caught.value.code

    assert refused(content) == "backup-other-card"
    other = small_round()
    package = tmp_path / "other.casepkg"
    package.write_bytes(other.package)
    with ReviewSession.open(package, other.cards[0], tmp_path / "three") as elsewhere:
        assert refused(content, elsewhere) == "backup-other-round"
    assert (
        refused(b"") == refused(b"PK") == refused(a_round.package) == refused(bytes(5000)) == "not-a-backup"
    )
    for length in [*range(90, len(content), 911), len(content) - 1]:
        assert refused(content[:length], one) == "backup-damaged", length
    seen = set()
    for place in [*range(0, 400), *range(400, len(content), 1009)]:
        changed = content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]
        seen.add(refused(changed, one))
    assert seen <= {"not-a-backup", "backup-damaged", "backup-newer", "backup-other-round"}
    assert (two.states(), two.meta) == (before, meta)
    assert one.state("case-1").note == "nobody else reads this"


def rewritten(content: bytes, **header: object) -> bytes:
    """The same backup under another header."""
    file = io.BytesIO()
    writer = ContainerWriter(file)
    container = Container(io.BytesIO(content))
    for entry in container.entries:
        data = container.read(entry.name)
        if entry.name == "header.json":
            data = msgspec.json.encode(msgspec.json.decode(data) | header, order="sorted")
        writer.add(entry.name, data)
    writer.close()
    return file.getvalue()


def test_a_newer_format_is_told_apart(at: Computer, tmp_path: Path) -> None:
    one = at("one")
    content = backup_of(one, tmp_path)
    assert check_backup(content).round_id == one.terms.round_id
    for newer in (
        rewritten(content, format="scorebackup/1"),
        rewritten(content, format="scorebackup/1", more=1),
    ):
        with pytest.raises(InputError, match="backup-newer"):
            one.restore_backup(newer)
    with pytest.raises(InputError, match="backup-damaged"):
        one.restore_backup(rewritten(content, size=1))


def test_a_backup_says_little(at: Computer, tmp_path: Path) -> None:
    one = at("one")
    empty = backup_of(one, tmp_path)
    for case in CASES:
        one.set_note(case, "a word that nobody may find " * 200)
    full = backup_of(one, tmp_path)
    assert len(full) == len(empty)
    assert full[-60_000:-300] != backup_of(one, tmp_path)[-60_000:-300]
    for word in (b"nobody may find", b"case-1", b"scores", b"earlier"):
        assert word not in full
    with pytest.raises(InputError, match="file-exists"):
        one.make_backup(next(tmp_path.glob("*.scorebackup")))


def test_the_largest_backup_made_can_be_read_again() -> None:
    record = CaseRecord(CaseScores(scores=(1,)))
    content = pack_backup(
        {"one": record},
        StoreMeta(),
        [],
        round_id="r" * 26,
        scope="",
        store_key=secrets.token_bytes(32),
    )
    around = len(content) - (64 << 10)  # of text that is filled up; the longest, 150 MB, is so to 256 MiB
    assert around > 0 and (256 << 20) + around <= BACKUP_FILE_LIMIT
