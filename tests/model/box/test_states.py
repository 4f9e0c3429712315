"""Every state reached by a real sheet, and nothing between the states."""

from __future__ import annotations

import hashlib
import io
import itertools
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from review_app.model import canonical
from review_app.model.box.ballot_box import BallotBox
from review_app.model.box.judge import Electorate, JudgedSheet, judge_sheet, settle
from review_app.model.box.states import State
from review_app.model.container import ContainerWriter
from review_app.model.crypto import age, ballot_card, jws
from review_app.model.crypto.keys import new_seed, thumbprint
from review_app.model.errors import InputError, UsageError
from review_app.model.package.amendment import Change
from review_app.model.scoring.sheet import (
    SCORES_TYP,
    SHEET_FILE_LIMIT,
    SHEET_MIMETYPE,
    Comment,
    Remarks,
    SheetBody,
    _pack,
    _pad,
)
from review_app.model.terms import new_round_id, slip_name
from tests.rounds import SmallRound, small_round


@pytest.fixture(scope="module")
def round_() -> SmallRound:
    return small_round(cards=4, cases=3)


def sealed_again(round_: SmallRound, sheet: bytes) -> bytes:
    """The same signed scores in a new envelope."""
    body = round_.body(sheet)
    sealed = _pad(SheetBody("", body.remarks, body.scores), round_.terms.sheet_size)
    return _pack(age.seal(sealed, round_.terms.sealing), round_.terms.round_id)


def changed(round_: SmallRound, card: int = 0, **fields: object) -> bytes:
    """A sheet of ``card`` with other values in some fields, signed by the card itself."""
    scores, remarks = round_.scores(card)
    return round_.hand_made(msgspec.structs.replace(scores, **fields), remarks, [round_.keys[card].sign_seed])


def with_row(round_: SmallRound, **fields: object) -> bytes:
    """As :func:`changed`, for the first row."""
    scores, _ = round_.scores(0)
    row = msgspec.structs.replace(scores.rows[0], **fields)
    return changed(round_, rows=[row, *scores.rows[1:]])


def with_remarks(round_: SmallRound, comments: list[Comment]) -> bytes:
    """A sheet whose signed digest covers these comments."""
    scores, old = round_.scores(0)
    remarks = Remarks(comments, old.nonce)
    bound = msgspec.structs.replace(scores, remarks=canonical.digest(remarks))
    return round_.hand_made(bound, remarks, [round_.keys[0].sign_seed])


def with_sealed(round_: SmallRound, plaintext: bytes) -> bytes:
    return _pack(age.seal(plaintext, round_.terms.sealing), round_.terms.round_id)


def not_admitted_twice(round_: SmallRound) -> bytes:
    scores, remarks = round_.scores(0)
    return round_.hand_made(scores, remarks, [keys.sign_seed for keys in round_.keys[:2]])


def with_version(round_: SmallRound) -> bytes:
    """A container of a version to come, of which only the outside is known."""
    file = io.BytesIO()
    writer = ContainerWriter(file)
    writer.add("mimetype", SHEET_MIMETYPE)
    writer.add("header.json", canonical.encode({"format": "scoresheet/1", "new": True}))
    writer.add("sheet.age", b"x")
    writer.close()
    return file.getvalue()


STRANGER = new_seed()
ALONE: dict[str, tuple[Callable[[SmallRound], bytes], State]] = {
    "whole": (lambda r: r.sheet(0), State.ACCEPTED),
    "package instead": (lambda r: r.package, State.NOT_A_SHEET),
    "PDF instead": (lambda r: b"%PDF-1.4", State.NOT_A_SHEET),
    "nothing": (lambda r: b"", State.NOT_A_SHEET),
    "cut": (lambda r: r.sheet(0)[:-30], State.DAMAGED),
    "later version": (with_version, State.UNKNOWN_VERSION),
    "file past the limit": (lambda r: r.sheet(0) + bytes(SHEET_FILE_LIMIT), State.TOO_LARGE),
    "padded beyond the size": (
        lambda r: r.hand_made(*r.scores(0), [r.keys[0].sign_seed], size=r.terms.sheet_size + 1),
        State.TOO_LARGE,
    ),
    "padded below the size": (
        lambda r: r.hand_made(*r.scores(0), [r.keys[0].sign_seed], size=r.terms.sheet_size - 1),
        State.DAMAGED,
    ),
    "sealed to somebody else": (
        lambda r: _pack(age.seal(b"x", [age.new_identity()[1]]), r.terms.round_id),
        State.DAMAGED,
    ),
    "not JSON inside": (lambda r: with_sealed(r, b"x" * r.terms.sheet_size), State.DAMAGED),
    "padding that says something": (
        lambda r: with_sealed(
            r, canonical.encode(r.body(r.sheet(0))).replace(b'"padding":"0', b'"padding":"7', 1)
        ),
        State.DAMAGED,
    ),
    "other typ": (
        lambda r: r.hand_made(*r.scores(0), [r.keys[0].sign_seed], typ="review-box+jws"),
        State.DAMAGED,
    ),
    "scores of another round": (lambda r: changed(r, round_id=new_round_id()), State.OTHER_ROUND),
    "other terms": (lambda r: changed(r, terms="0" * 64), State.OTHER_TERMS),
    "an amendment nobody wrote": (lambda r: changed(r, amendment=1), State.OTHER_TERMS),
    "a negative amendment": (lambda r: changed(r, amendment=-1), State.OTHER_TERMS),
    "a stranger's key": (lambda r: r.hand_made(*r.scores(0), [STRANGER]), State.NOT_ADMITTED),
    "two keys where one list is": (not_admitted_twice, State.NOT_ADMITTED),
    "another's signature": (
        lambda r: r.hand_made(
            *r.scores(0),
            [r.keys[0].sign_seed],
            change=lambda s: msgspec.structs.replace(
                s,
                signatures=[
                    msgspec.structs.replace(
                        s.signatures[0],
                        signature=jws.sign_general(r.scores(0)[0], SCORES_TYP, [STRANGER])
                        .signatures[0]
                        .signature,
                    )
                ],
            ),
        ),
        State.BAD_SIGNATURE,
    ),
    "a case left out": (lambda r: changed(r, rows=r.scores(0)[0].rows[1:]), State.INCOMPLETE),
    "cases in another order": (lambda r: changed(r, rows=r.scores(0)[0].rows[::-1]), State.INCOMPLETE),
    "a case twice": (lambda r: changed(r, rows=[r.scores(0)[0].rows[0]] * 3), State.INCOMPLETE),
    "a criterion left out": (lambda r: with_row(r, scores=[1, 2, 3, 4], state="scored"), State.INCOMPLETE),
    "a criterion more": (lambda r: with_row(r, scores=[1] * 6, state="scored"), State.INCOMPLETE),
    "recused with scores": (lambda r: with_row(r, scores=[1] * 5, state="recused"), State.INCOMPLETE),
    "abstained against the rule": (lambda r: with_row(r, scores=[], state="abstained"), State.INCOMPLETE),
    "withdrawn by the expert": (lambda r: with_row(r, scores=[], state="withdrawn"), State.INCOMPLETE),
    "credentials in cards mode": (lambda r: changed(r, credentials=["x"]), State.INCOMPLETE),
    "revision 0": (lambda r: changed(r, revision=0), State.INCOMPLETE),
    "revision 1000": (lambda r: changed(r, revision=1000), State.INCOMPLETE),
    "a score above": (lambda r: with_row(r, scores=[1, 2, 3, 4, 11], state="scored"), State.OUT_OF_RANGE),
    "a score below": (lambda r: with_row(r, scores=[0, 2, 3, 4, 5], state="scored"), State.OUT_OF_RANGE),
    "a comment too long": (lambda r: with_remarks(r, [Comment("case-1", "x" * 41)]), State.DAMAGED),
    "comments out of order": (
        lambda r: with_remarks(r, [Comment("case-2", "x"), Comment("case-1", "y")]),
        State.DAMAGED,
    ),
    "two comments on a case": (
        lambda r: with_remarks(r, [Comment("case-1", "x"), Comment("case-1", "y")]),
        State.DAMAGED,
    ),
    "a comment on no case": (lambda r: with_remarks(r, [Comment("case-9", "x")]), State.DAMAGED),
    "an empty list of comments": (lambda r: with_remarks(r, []), State.ACCEPTED),
}


@pytest.mark.parametrize(("make", "state"), ALONE.values(), ids=ALONE)
def test_state_of_one_sheet(round_: SmallRound, make: Callable[[SmallRound], bytes], state: State) -> None:
    judged = judge_sheet(make(round_), round_.opening, round_.electorate())
    assert judged.state is state
    if state is not State.ACCEPTED:
        assert judged.comments == ()


def states_of(round_: SmallRound, electorate: Electorate, *sheets: bytes) -> list[str]:
    judged = {s.file_digest: s for s in settle(judge_sheet(x, round_.opening, electorate) for x in sheets)}
    return [judged[hashlib.sha256(sheet).hexdigest()].state.value for sheet in sheets]


def test_every_state_is_reached(round_: SmallRound, tmp_path: Path) -> None:
    first, second, other = round_.sheet(1), round_.sheet(1, 2), round_.sheet(2)
    changed_mind = round_.sheet(1, 2, round_.states(1, "another"))
    reached = {state for _, state in ALONE.values()}
    plain = round_.electorate()
    assert states_of(round_, plain, first, second, other) == ["superseded", "accepted", "accepted"]
    assert states_of(round_, plain, first, second, changed_mind) == ["superseded", "conflict", "conflict"]
    assert sorted(states_of(round_, plain, first, sealed_again(round_, first))) == ["accepted", "same-again"]
    assert states_of(round_, round_.electorate([2]), first, other) == ["accepted", "withdrawn-card"]
    _, judged = round_.judged(tmp_path, [first], late=[other])
    assert sorted(sheet.state for sheet in judged) == ["accepted", "late"]
    more = {"superseded", "conflict", "same-again", "withdrawn-card", "late"}
    assert reached | {State(name) for name in more} == set(State)


def test_a_conflict_takes_the_whole_ballot_and_no_other(round_: SmallRound) -> None:
    one, two = round_.sheet(0, 5), round_.sheet(0, 5, round_.states(0, "another"))
    for order in itertools.permutations([one, two, round_.sheet(0, 4), round_.sheet(1)]):
        found = dict(zip(order, states_of(round_, round_.electorate(), *order), strict=True))
        assert [found[one], found[two]] == ["conflict", "conflict"]
        assert sorted(found.values()) == ["accepted", "conflict", "conflict", "superseded"]


def test_a_higher_revision_ends_a_conflict(round_: SmallRound) -> None:
    sheets = [round_.sheet(0, 5), round_.sheet(0, 5, round_.states(0, "another")), round_.sheet(0, 6)]
    assert states_of(round_, round_.electorate(), *sheets) == ["superseded", "superseded", "accepted"]


def test_a_rejected_sheet_takes_no_sound_one_with_it(round_: SmallRound) -> None:
    """Rubbish of a higher revision under the same key doesn't supersede what was sound."""
    sound = round_.sheet(0, 1)
    broken = changed(round_, revision=9, rows=[])
    assert states_of(round_, round_.electorate(), sound, broken) == ["accepted", "incomplete"]


def test_amendments_seen_and_not_seen() -> None:
    round_ = small_round(cards=3, cases=3)
    before = round_.sheet(0)
    round_.amend(Change("withdrawn-case", "case-2", "撤回"))
    after = round_.sheet(1, amendment=1, withdrawn=["case-2"])
    pretends = round_.sheet(2, amendment=1)
    careless = round_.sheet(2, 2, amendment=0, withdrawn=["case-2"])
    states = states_of(round_, round_.electorate(), before, after, pretends, careless)
    assert states == ["accepted", "accepted", "incomplete", "incomplete"]
    round_.amend(Change("revoked-card", round_.slip(0), "丢失"))
    assert states_of(round_, round_.electorate(), before, after) == ["withdrawn-card", "accepted"]


def test_two_slip_lists() -> None:
    """m = 2: one slip of each list in list order; slips of two envelopes do not mix unnoticed."""
    round_ = small_round(cards=4, cases=2)
    salt = (round_.terms.round_id, thumbprint(round_.organizer))
    witness = [ballot_card.derive(ballot_card.new_card(), *salt) for _ in range(4)]
    lists = [
        sorted(slip_name(keys.sign_public) for keys in round_.keys),
        sorted(slip_name(keys.sign_public) for keys in witness),
    ]
    admission = msgspec.structs.replace(round_.terms.admission, lists=lists)
    electorate = Electorate(
        msgspec.structs.replace(round_.terms, admission=admission), round_.digest, [], frozenset()
    )
    scores, remarks = round_.scores(0)

    def signed_by(*seeds: bytes, revision: int = 1) -> bytes:
        return round_.hand_made(msgspec.structs.replace(scores, revision=revision), remarks, seeds)

    mine, theirs = round_.keys, witness
    pair = signed_by(mine[0].sign_seed, theirs[0].sign_seed)
    assert states_of(round_, electorate, pair) == ["accepted"]
    for seeds in (
        [mine[0].sign_seed],
        [theirs[0].sign_seed],
        [theirs[0].sign_seed, mine[0].sign_seed],
        [mine[0].sign_seed, mine[1].sign_seed],
    ):
        assert states_of(round_, electorate, signed_by(*seeds)) == ["not-admitted"]
    crossed = signed_by(mine[0].sign_seed, theirs[1].sign_seed, revision=2)
    other = signed_by(mine[1].sign_seed, theirs[1].sign_seed)
    apart = signed_by(mine[2].sign_seed, theirs[2].sign_seed)
    states = states_of(round_, electorate, pair, crossed, other, apart)
    assert states == ["conflict", "conflict", "conflict", "accepted"]


def test_the_box_refuses_at_the_door(round_: SmallRound, tmp_path: Path) -> None:
    sheet = round_.sheet(0)
    other = small_round(cards=1, cases=3)
    arrivals = [b"", b"%PDF", sheet[:-1], round_.package, with_version(round_), other.sheet(0)]
    codes = [
        "not-a-sheet",
        "not-a-sheet",
        "sheet-truncated",
        "not-a-sheet",
        "sheet-version",
        "sheet-other-round",
    ]
    with BallotBox(tmp_path / "a.box", round_.terms.round_id) as box:
        found = box.add([*arrivals, sheet + bytes(SHEET_FILE_LIMIT), sheet, sheet])
        refused = [arrival.code for arrival in found if isinstance(arrival, InputError)]
        assert refused == [*codes, "sheet-too-large"]
        assert [arrival for arrival in found if not isinstance(arrival, InputError)] == ["taken", "known"]
        assert len(box) == 1
        with pytest.raises(UsageError, match="box-not-closed"):
            box.judge(round_.electorate(), round_.opening)
        box.close_intake(round_.record_of(box.digests()))
        with pytest.raises(UsageError, match="box-already-closed"):
            box.close_intake(round_.record_of(box.digests()))
        assert box.add([round_.sheet(1), sheet]) == ["late", "known"]
        assert (len(box), box.late_count, box.opened) == (1, 1, False)
        judged = box.judge(round_.electorate(), round_.opening)
        assert sorted(sheet.state for sheet in judged) == ["accepted", "late"]
        assert not box.opened
        box.keep(judged)
        assert box.opened
        assert box.outcomes() == sorted(judged, key=lambda sheet: sheet.file_digest)
    with BallotBox(tmp_path / "a.box", round_.terms.round_id) as box:
        assert box.outcomes() == sorted(judged, key=lambda sheet: sheet.file_digest)
        box.add([round_.sheet(2)])
        assert sorted(sheet.state for sheet in box.outcomes()) == ["accepted", "late", "late"]


def test_a_changed_box_file_is_noticed(round_: SmallRound, tmp_path: Path) -> None:
    path, sheet = tmp_path / "a.box", round_.sheet(0)
    with BallotBox(path, round_.terms.round_id) as box:
        box.add([sheet])
        box.close_intake(round_.record_of(box.digests()))
    data = path.read_bytes()
    marker = sheet[-400:-380]
    assert data.count(marker) == 1
    path.write_bytes(data.replace(marker, bytes(20)))
    with BallotBox(path, round_.terms.round_id) as box, pytest.raises(InputError, match="store-damaged"):
        box.judge(round_.electorate(), round_.opening)


def test_only_published_sheets_leave_anything_behind(round_: SmallRound, tmp_path: Path) -> None:
    """Of a rejected sheet the opened box keeps the state and nothing that was decrypted."""
    marker = "只此一处的话"
    rejected = with_remarks(round_, [Comment("case-9", marker)])
    with BallotBox(tmp_path / "a.box", round_.terms.round_id) as box:
        box.add([rejected])
        box.close_intake(round_.record_of(box.digests()))
        box.keep(box.judge(round_.electorate(), round_.opening))
        (kept,) = box.outcomes()
        assert kept == JudgedSheet(kept.file_digest, State.DAMAGED)
    files = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert marker.encode() not in files
    assert round_.slip(0).encode() not in files
