"""Score sheets: one size, nothing in them but what they say, and no field that can change unnoticed."""

from __future__ import annotations

import hashlib
import io
import random
import re

import msgspec
import pytest

from review_app.model import canonical
from review_app.model.box.ballot_box import BallotBox
from review_app.model.box.judge import judge_sheet
from review_app.model.box.states import State
from review_app.model.container import Container
from review_app.model.crypto import age
from review_app.model.crypto.keys import b64u
from review_app.model.errors import InputError, UsageError
from review_app.model.scoring.scores import CaseScores
from review_app.model.scoring.sheet import (
    Comment,
    Row,
    check_arrival,
    make_sheet,
    new_sheet_name,
    open_sheet,
    scores_digest,
    verify_scores,
)
from review_app.model.terms import new_round_id, sheet_size_for
from tests.rounds import SmallRound, decode_scores, small_round


@pytest.fixture(scope="module")
def round_() -> SmallRound:
    return small_round(cards=3, cases=4, abstention=True)


def state_of(round_: SmallRound, content: bytes) -> State:
    return judge_sheet(content, round_.opening, round_.electorate()).state


def test_a_sheet_says_what_its_expert_said(round_: SmallRound) -> None:
    states = round_.states(1)
    content, receipt = round_.sheet_and_receipt(1, 7, states)
    body = round_.body(content)
    scores, signers = verify_scores(body.scores)
    assert signers == [round_.keys[1].sign_public]
    assert (scores.round_id, scores.terms, scores.revision, scores.amendment, scores.credentials) == (
        round_.terms.round_id,
        round_.digest,
        7,
        0,
        [],
    )
    expected = [
        Row(case, [], "recused") if states[case].recused else Row(case, [*states[case].scores], "scored")
        for case in round_.terms.candidate_ids
    ]
    assert scores.rows == expected
    assert body.remarks.comments == [
        Comment(case, states[case].comment) for case in round_.terms.candidate_ids if states[case].comment
    ]
    assert scores.remarks == canonical.digest(body.remarks)
    assert receipt.scores_digest == scores_digest(body.scores)
    assert receipt.file_digest == hashlib.sha256(content).hexdigest()
    assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}/7", receipt.receipt)
    assert check_arrival(content).round_id == round_.terms.round_id
    assert state_of(round_, content) is State.ACCEPTED


def test_one_size_for_500_sheets(round_: SmallRound) -> None:
    drawn = random.Random(500)
    letters = '好ab\\"\n\x01\u2028😀'
    sizes, files = set(), set()
    for number in range(500):
        states = {}
        for case in round_.terms.candidate_ids:
            scores = tuple(drawn.randint(1, 10) for _ in round_.terms.rubric.criteria)
            comment = "".join(drawn.choices(letters, k=drawn.randint(0, round_.terms.comment_limit)))
            states[case] = CaseScores(
                scores, comment=comment, recused=drawn.random() < 0.3, abstained=drawn.random() < 0.3
            )
        content = round_.sheet(number % 3, drawn.randint(1, 999), states)
        plaintext = age.unseal(Container(io.BytesIO(content)).read("sheet.age"), round_.opening[0], "x")
        sizes.add(len(plaintext))
        files.add(len(content))
        if number % 20 == 0:
            assert state_of(round_, content) is State.ACCEPTED
    assert sizes == {round_.terms.sheet_size}
    assert len(files) == 1


def test_one_size_with_two_layers_too() -> None:
    """Otherwise the inner layer's length would show through the outer, and tie what the opener sees to the mail."""
    round_ = small_round(cards=2, cases=3, layers=2)
    assert len({len(round_.sheet(number % 2, number + 1)) for number in range(20)}) == 1


def test_the_size_holds_the_worst_a_sheet_can_say() -> None:
    """Every comment at its limit in the characters that JSON makes longest, the longest ids, the largest scores."""
    round_ = small_round(cards=1, cases=3, comment_limit=1000)
    rubric = msgspec.structs.replace(round_.terms.rubric, lowest=9001, highest=10_000)
    ids = [f"{'x' * 46}-{number}" for number in range(3)]
    candidates = [
        msgspec.structs.replace(candidate, id=id_)
        for candidate, id_ in zip(round_.terms.candidates, ids, strict=True)
    ]
    terms = msgspec.structs.replace(round_.terms, rubric=rubric, candidates=candidates)
    states = {id_: CaseScores((10_000,) * 5, comment="\x01" * 999 + "x") for id_ in ids}
    content, _ = make_sheet(terms, round_.digest, round_.keys[0], states, 999)
    assert len(canonical.encode(round_.body(content))) == terms.sheet_size
    assert terms.sheet_size == sheet_size_for(3, 5, 1000)


def test_nothing_in_a_sheet_names_time_place_or_person(
    round_: SmallRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, states = round_.sheet_and_receipt(2, 1, round_.states(2)), round_.states(2)
    for name, value in (("TZ", "Pacific/Apia"), ("LANG", "de_DE.UTF-8"), ("USER", "someone"), ("HOME", "/x")):
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("time.time", lambda: 4_000_000_000.0)
    second = round_.sheet_and_receipt(2, 1, states)
    assert round_.body(first[0]) == round_.body(second[0])  # scores, remarks and padding, byte for byte
    assert first[1].receipt == second[1].receipt
    plaintext = canonical.encode(round_.body(second[0]))
    assert b"someone" not in plaintext
    fields = msgspec.json.decode(plaintext)
    assert sorted(fields) == ["padding", "remarks", "scores"]
    assert sorted(msgspec.to_builtins(decode_scores(round_.body(second[0]).scores))) == [
        *("amendment", "credentials", "format", "remarks", "revision", "round_id", "rows", "terms")
    ]


def test_two_layers_open_inside_out() -> None:
    round_ = small_round(cards=1, layers=2)
    content = round_.sheet(0)
    assert open_sheet(content, round_.opening).scores == round_.body(content).scores
    for wrong in (round_.opening[::-1], round_.opening[:1], round_.opening[1:]):
        with pytest.raises(InputError):
            open_sheet(content, wrong)


def test_cut_at_every_97th_byte_is_refused_on_arrival(round_: SmallRound) -> None:
    content = round_.sheet(0)
    for length in [*range(0, len(content), 97), len(content) - 1]:
        with pytest.raises(InputError, match=r"(sheet-truncated|not-a-sheet)"):
            check_arrival(content[:length])
    with pytest.raises(InputError):
        check_arrival(content + b"\0")


def test_changed_anywhere_a_sheet_is_refused_or_rejected(round_: SmallRound) -> None:
    content = round_.sheet(0)
    drawn = random.Random(97)
    for place in [*range(0, 400), *range(400, len(content), 53), *range(len(content) - 300, len(content))]:
        touched = bytearray(content)
        touched[place] ^= drawn.randrange(1, 256)
        with pytest.raises(InputError):
            check_arrival(bytes(touched))
        assert state_of(round_, bytes(touched)) in (State.DAMAGED, State.NOT_A_SHEET, State.UNKNOWN_VERSION)


def test_a_truncated_sheet_never_enters_the_box(
    round_: SmallRound, tmp_path_factory: pytest.TempPathFactory
) -> None:
    content = round_.sheet(0)
    cuts = [content[:length] for length in range(0, len(content), 997)]
    with BallotBox(tmp_path_factory.mktemp("box") / "a.box", round_.terms.round_id) as box:
        assert all(isinstance(arrival, InputError) for arrival in box.add(cuts))
        assert len(box) == 0
        assert box.add([content]) == ["taken"]


FIELDS = {
    "format": ("scoresheet/9", State.DAMAGED),
    "round_id": (new_round_id(), State.OTHER_ROUND),
    "terms": ("0" * 64, State.OTHER_TERMS),
    "amendment": (1, State.OTHER_TERMS),
    "revision": (1000, State.INCOMPLETE),
    "rows": ([], State.INCOMPLETE),
    "credentials": (["x"], State.INCOMPLETE),
    "remarks": ("0" * 64, State.DAMAGED),
}


@pytest.mark.parametrize("field", FIELDS)
def test_each_field_changed_and_signed_again_by_its_own_key(round_: SmallRound, field: str) -> None:
    value, state = FIELDS[field]
    scores, remarks = round_.scores(0)
    payload = msgspec.to_builtins(scores)
    assert sorted(payload) == sorted(FIELDS)
    sheet = round_.hand_made({**payload, field: value}, remarks, [round_.keys[0].sign_seed])
    assert state_of(round_, sheet) is state


@pytest.mark.parametrize("field", FIELDS)
def test_each_field_changed_under_the_old_signature(round_: SmallRound, field: str) -> None:
    scores, remarks = round_.scores(0)
    payload = {**msgspec.to_builtins(scores), field: FIELDS[field][0]}
    forged = round_.hand_made(
        scores,
        remarks,
        [round_.keys[0].sign_seed],
        change=lambda signed: msgspec.structs.replace(signed, payload=b64u(canonical.encode(payload))),
    )
    assert state_of(round_, forged) in (State.BAD_SIGNATURE, State.DAMAGED)


def test_scores_swapped_between_cases_under_the_old_signature(round_: SmallRound) -> None:
    scores, remarks = round_.scores(1)
    rows = [scores.rows[1], scores.rows[0], *scores.rows[2:]]
    swapped = canonical.encode(msgspec.structs.replace(scores, rows=rows))
    forged = round_.hand_made(
        scores,
        remarks,
        [round_.keys[1].sign_seed],
        change=lambda signed: msgspec.structs.replace(signed, payload=b64u(swapped)),
    )
    assert state_of(round_, forged) is State.BAD_SIGNATURE


def test_a_sheet_moved_to_another_organizer_does_not_count(round_: SmallRound) -> None:
    """Re-encrypted as it is: the signature covers round and terms."""
    other = small_round(cards=3)
    body = round_.body(round_.sheet(0))
    scores, _ = verify_scores(body.scores)
    moved = other.hand_made(scores, body.remarks, [round_.keys[0].sign_seed])
    assert state_of(other, moved) is State.OTHER_ROUND


def test_remarks_and_scores_of_two_sheets_do_not_mix(round_: SmallRound) -> None:
    scores, _ = round_.scores(0)
    _, foreign = round_.scores(1)
    assert state_of(round_, round_.hand_made(scores, foreign, [round_.keys[0].sign_seed])) is State.DAMAGED


def test_published_remarks_do_not_lead_to_their_scores(round_: SmallRound) -> None:
    """Without the nonce, which no archive carries, the signed digest can't be tried against published comments."""
    scores, remarks = round_.scores(0)
    for nonce in ("", "0" * 64, round_.keys[1].remarks_nonce(1)):
        assert canonical.digest(msgspec.structs.replace(remarks, nonce=nonce)) != scores.remarks
    assert round_.scores(0, 2)[1].nonce != remarks.nonce


def test_what_can_not_be_exported(round_: SmallRound) -> None:
    states = round_.states(0)
    terms, keys = round_.terms, round_.keys[0]

    def made(changed: dict[str, CaseScores], revision: int = 1) -> None:
        make_sheet(terms, round_.digest, keys, states | changed, revision)

    partial = CaseScores((1, None, 3, 4, 5))
    with pytest.raises(InputError) as refusal:
        made({"case-2": partial, "case-4": CaseScores((None,) * 5)})
    assert (refusal.value.code, refusal.value.params) == (
        "scores-incomplete",
        {"cases": ["case-2", "case-4"]},
    )
    with pytest.raises(InputError, match="score-out-of-range"):
        made({"case-1": CaseScores((1, 2, 3, 4, 11))})
    with pytest.raises(InputError, match="comment-too-long"):
        made({"case-1": CaseScores((1, 2, 3, 4, 5), comment="x" * 41)})
    for revision in (0, 1000, -1):
        with pytest.raises(UsageError, match="too-many-revisions"):
            made({}, revision)
    strict = small_round(cards=1)
    with pytest.raises(InputError, match="abstention-not-allowed"):
        strict.sheet(0, 1, strict.states(0) | {"case-1": CaseScores((None,) * 5, abstained=True)})


def test_file_names_say_nothing() -> None:
    names = {new_sheet_name("评分表") for _ in range(50)}
    assert len(names) > 45
    assert all(re.fullmatch(r"评分表-[0-9A-HJKMNP-TV-Z]{6}\.scoresheet", name) for name in names)
