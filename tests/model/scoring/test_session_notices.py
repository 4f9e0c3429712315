"""Corrections are news once: what is gone is missed, what comes back marks nothing again, what was seen stays so."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from review_app.model.crypto import age
from review_app.model.package.amendment import Change, pack_amendment
from review_app.model.scoring.session import ReviewSession
from tests.rounds import SmallRound, small_round


@pytest.fixture
def a_round() -> SmallRound:
    return small_round()


@pytest.fixture
def package(a_round: SmallRound, tmp_path: Path) -> Path:
    file = tmp_path / "round.casepkg"
    file.write_bytes(a_round.package)
    return file


def opened(a_round: SmallRound, package: Path) -> ReviewSession:
    return ReviewSession.open(package, a_round.cards[0], package.parent)


def sent(a_round: SmallRound, *changes: Change) -> bytes:
    recipient = age.recipient_of(a_round.package_identity)
    return pack_amendment(a_round.amend(*changes), a_round.organizer_seed, recipient)


def kept(folder: Path, number: int) -> Path:
    (file,) = folder.rglob(f"*.{number}.amend")
    return file


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_kept_file_that_is_gone_is_missed(
    number: int, a_round: SmallRound, package: Path, tmp_path: Path
) -> None:
    ids = a_round.terms.candidate_ids
    files = [sent(a_round, Change("withdrawn-case", case_id, "撤回")) for case_id in ids[:3]]
    with opened(a_round, package) as session:
        for content in files:
            session.add_amendment(content)
    kept(tmp_path, number).unlink()
    with opened(a_round, package) as session:
        trouble = session.amendment_trouble
        assert trouble is not None
        assert (trouble.number, trouble.kind) == (number, "missing")
        assert session.withdrawn == set(ids[: number - 1])
        session.add_amendment(files[number - 1])
        assert session.amendment_trouble is None
        assert session.withdrawn == set(ids[:3])


def test_damaged_is_told_apart_from_missing(a_round: SmallRound, package: Path, tmp_path: Path) -> None:
    with opened(a_round, package) as session:
        session.add_amendment(sent(a_round, Change("deadline", "2026-12-31", "延期")))
    kept(tmp_path, 1).write_bytes(b"PK")
    with opened(a_round, package) as session:
        assert session.amendment_trouble is not None
        assert session.amendment_trouble.kind == "damaged"


def test_a_loop_of_links_is_no_damage(a_round: SmallRound, package: Path, tmp_path: Path) -> None:
    """Refused even to root."""
    if sys.platform == "win32":
        pytest.skip("links want a privilege there")
    with opened(a_round, package) as session:
        session.add_amendment(sent(a_round, Change("deadline", "2026-12-31", "延期")))
    file = kept(tmp_path, 1)
    file.unlink()
    file.symlink_to(file.name)
    with opened(a_round, package) as session:
        trouble = session.amendment_trouble
        assert trouble is not None
        assert trouble.kind == "unreadable"


def test_a_correction_marks_its_case_once(a_round: SmallRound, package: Path, tmp_path: Path) -> None:
    scored, bare = a_round.terms.candidate_ids[:2]
    content = sent(a_round, Change("erratum", scored, "第二段数字有误"), Change("erratum", bare, "错字"))
    with opened(a_round, package) as session:
        session.set_score(scored, 0, 7)
        session.add_amendment(content)
        assert session.state(scored).doubtful
        assert not session.state(bare).doubtful
        session.set_doubtful(scored, False)
        session.add_amendment(content)
        assert not session.state(scored).doubtful
    kept(tmp_path, 1).write_bytes(b"damaged")
    with opened(a_round, package) as session:
        session.add_amendment(content)
        assert session.amendment_trouble is None
        assert not session.state(scored).doubtful


def test_a_correction_asks_for_a_look_until_it_is_confirmed(a_round: SmallRound, package: Path) -> None:
    first, other = a_round.terms.candidate_ids[:2]
    with opened(a_round, package) as session:
        session.add_amendment(sent(a_round, Change("erratum", first, "旧"), Change("erratum", other, "别的")))
        assert [each.change.text for each in session.unseen_notices(first)] == ["旧"]
        session.confirm_notices(first)
        assert session.unseen_notices(first) == []
        assert len(session.unseen_notices(other)) == 1
    with opened(a_round, package) as session:
        assert session.amendment_trouble is None
        assert session.unseen_notices(first) == []
        session.add_amendment(
            sent(a_round, Change("erratum", first, "新"), Change("deadline", "2026-12-31", ""))
        )
        (again,) = session.unseen_notices(first)
        assert (again.number, again.change.text, again.before) == (2, "新", ("旧",))
        assert [each.seen for each in session.notices()] == [True, False, False, True]


def test_whether_the_last_sheet_says_what_holds(a_round: SmallRound, package: Path, tmp_path: Path) -> None:
    ids = a_round.terms.candidate_ids
    with opened(a_round, package) as session:
        for case_id in ids:
            for criterion in range(len(session.rubric.criteria)):
                session.set_score(case_id, criterion, 5)
        assert session.current_export() is None
        receipt = session.export(tmp_path / "a.scoresheet")
        session.set_note(ids[0], "private")
        session.set_doubtful(ids[0], True)
        session.add_amendment(sent(a_round, Change("withdrawn-case", ids[1], "撤回")))
    with opened(a_round, package) as session:
        current = session.current_export()
        assert current is not None
        assert (current.revision, current.receipt) == (1, receipt.receipt)
        session.set_comment(ids[0], "另有评语")
        assert session.current_export() is None
        session.set_comment(ids[0], "")
        assert session.current_export() == current
        session.set_score(ids[0], 0, None)
        assert session.current_export() is None


def test_looking_takes_away_the_mark_that_the_correction_set_and_no_other(
    a_round: SmallRound, package: Path
) -> None:
    own, marked = a_round.terms.candidate_ids[:2]
    with opened(a_round, package) as session:
        for case_id in (own, marked):
            session.set_score(case_id, 0, 7)
        session.set_doubtful(own, True)
        session.add_amendment(sent(a_round, Change("erratum", own, "一"), Change("erratum", marked, "二")))
        assert session.state(marked).doubtful
        for case_id in (own, marked):
            session.confirm_notices(case_id)
        assert session.state(own).doubtful
        assert not session.state(marked).doubtful
        session.set_doubtful(marked, True)
        session.confirm_notices(marked)
        assert session.state(marked).doubtful
