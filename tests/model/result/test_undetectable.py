"""Section 11 of docs/protocol.md: what no check of an archive can show is not claimed to be shown either."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from review_app.model import canonical
from review_app.model.box.judge import Electorate, JudgedScores, JudgedSheet
from review_app.model.box.states import State
from review_app.model.crypto import age, jws
from review_app.model.errors import InputError
from review_app.model.result.count import count, public_lines, public_statistics, public_winners
from review_app.model.result.statistics import statistics
from review_app.model.scoring.sheet import SCORES_TYP, Comment
from tests.forger import Forger, Published, publish
from tests.model.result.test_verify import checked, codes
from tests.rounds import LOG_HEAD

replace = msgspec.structs.replace


def recount(forger: Forger) -> None:
    """States what the changed sheets come to, so that nothing but the forgery itself is wrong."""
    sheets = []
    for line in forger.results.scores:
        if line.state is State.ACCEPTED:
            signed, payload = forger.signed(line), forger.payload(line)
            judged = JudgedScores(line.scores, State.ACCEPTED, signed, ("x",), payload)
            sheets.append(JudgedSheet(line.scores, State.ACCEPTED, judged))
    terms = forger.round_.terms
    electorate = Electorate(terms, forger.round_.digest, [], frozenset())
    counted = count(sheets, electorate, bytes.fromhex(forger.results.seed), statistics)
    ranked = [line.case for line in counted.lines]
    forger.change(
        ranking=public_lines(counted, terms),
        winners=public_winners(counted.winners, ranked, terms),
        statistics=public_statistics(counted, terms),
    )


def own(forger: Forger) -> list[Comment]:
    return canonical.decode(forger.parts["remarks.json"], list[Comment], "x")


def a_sound_sheet_declared_damaged(forger: Forger) -> None:
    slip = forger.round_.keys[0].sign_seed  # of a ballot with no other sheet that would show
    line = next(line for line in forger.results.scores if forger.signer(line) == slip)
    forger.drop(line, State.DAMAGED)
    forger.remarks([remark for remark in own(forger) if "卡 0 " not in remark.text])


def a_sheet_dropped_before_the_record(forger: Forger) -> None:
    a_sound_sheet_declared_damaged(forger)
    file = next(line for line in forger.results.states if line.state is State.DAMAGED)
    forger.change(states=[line for line in forger.results.states if line != file])
    forger.box(sheets=[sheet for sheet in forger.record.sheets if sheet != file.sheet])


def a_late_sheet_forgotten(forger: Forger) -> None:
    forger.change(states=[line for line in forger.results.states if line.state is not State.LATE])


def a_vote_in_an_experts_name(forger: Forger) -> None:
    """A higher revision, signed with a copy of the card, and a sealed file more in the record."""
    line = next(
        each for each in forger.results.scores if forger.signer(each) == forger.round_.keys[0].sign_seed
    )
    other = replace(forger.payload(line), revision=2)
    content = canonical.encode(jws.sign_general(other, SCORES_TYP, [forger.signer(line)]))
    digest = hashlib.sha256(content).hexdigest()
    forger.parts[f"scores/{digest}.json"] = content
    again = [
        replace(each, state=State.SUPERSEDED) if each == line else each for each in forger.results.scores
    ]
    again.append(replace(line, scores=digest))
    forger.change(scores=sorted(again, key=lambda each: each.scores))
    file = hashlib.sha256(b"a file that nobody sent").hexdigest()
    forger.box(sheets=sorted([*forger.record.sheets, file]))
    states = [*forger.results.states, replace(forger.file(), sheet=file)]
    forger.change(states=sorted(states, key=lambda each: each.sheet))


def a_sheet_dropped_as_a_copy(forger: Forger) -> None:
    """Its file keeps a line that says that its scores are published: those of another sheet, as it seems."""
    slip = forger.round_.keys[0].sign_seed
    line = next(line for line in forger.results.scores if forger.signer(line) == slip)
    del forger.parts[f"scores/{line.scores}.json"]
    forger.change(scores=[other for other in forger.results.scores if other != line])
    forger.remarks([remark for remark in own(forger) if "卡 0 " not in remark.text])


def another_spelling_of_the_draw(forger: Forger) -> None:
    forger.change(draw=forger.results.draw.replace(" + ", "+"))
    forger.seed()


def another_draw_than_the_one_held(forger: Forger) -> None:
    forger.change(draw="福利彩票双色球第 2026134 期：01 02 03 04 05 06 + 07")
    forger.seed()


def another_log(forger: Forger) -> None:
    forger.change(log_head=hashlib.sha256(LOG_HEAD.encode()).hexdigest())


def called_final_before_it_is(forger: Forger) -> None:
    forger.change(status="final", final="2026-12-09")


def another_day_of_the_notice(forger: Forger) -> None:
    forger.change(since="2026-11-01", until="2026-12-31")


def no_notice_stated(forger: Forger) -> None:
    forger.change(since="", until="")


def another_reason_for_ending_early(forger: Forger) -> None:
    forger.change(status="final", final="2026-12-02", early="无人有异议。")


def an_earlier_statement_denied(forger: Forger) -> None:
    forger.change(before=hashlib.sha256(b"another statement").hexdigest())


def lost_cards_invented(forger: Forger) -> None:
    forger.box(unnamed_lost=1)


def a_remark_changed(forger: Forger) -> None:
    first, *rest = own(forger)
    forger.remarks([Comment(first.case, "."), *rest])


UNSEEN = [
    a_sound_sheet_declared_damaged,
    a_sheet_dropped_before_the_record,
    a_late_sheet_forgotten,
    a_vote_in_an_experts_name,
    a_sheet_dropped_as_a_copy,
    another_spelling_of_the_draw,
    another_draw_than_the_one_held,
    another_log,
    called_final_before_it_is,
    another_day_of_the_notice,
    no_notice_stated,
    another_reason_for_ending_early,
    an_earlier_statement_denied,
    lost_cards_invented,
    a_remark_changed,
]


@pytest.mark.parametrize("forge", UNSEEN, ids=lambda forge: forge.__name__)
def test_what_no_check_can_show(
    published: Published, forge: Callable[[Forger], None], tmp_path: Path
) -> None:
    forger = Forger(published)
    forge(forger)
    recount(forger)
    data = forger.archive()
    assert data != published.archive
    assert codes(checked(tmp_path, data)) == []


def test_the_expert_sees_by_the_receipt_what_no_check_shows(published: Published, tmp_path: Path) -> None:
    mine = published.receipts[0].receipt
    assert checked(tmp_path, published.archive).find_receipt(mine).state is State.ACCEPTED
    forger = Forger(published)
    a_sound_sheet_declared_damaged(forger)
    recount(forger)
    assert checked(tmp_path, forger.archive()).find_receipt(mine).state is None
    forger = Forger(published)
    a_vote_in_an_experts_name(forger)
    recount(forger)
    assert checked(tmp_path, forger.archive()).find_receipt(mine).state is State.SUPERSEDED


def test_a_dropped_sheet_passes_for_a_copy_and_its_expert_sees_it(
    published: Published, tmp_path: Path
) -> None:
    forger = Forger(published)
    a_sheet_dropped_as_a_copy(forger)
    recount(forger)
    report = checked(tmp_path, forger.archive())
    assert (codes(report), report.counts["same-again"], report.counts["accepted"]) == ([], 1, 4)
    assert report.find_receipt(published.receipts[0].receipt).state is None


def test_without_a_public_draw_who_signs_the_record_chooses_the_lot(tmp_path: Path) -> None:
    """By signing it again until the lot suits: nothing tells the first record from the last."""
    published = publish(tmp_path, seed_draw="")
    first, _ = [line.case for line in published.results.ranking if line.drawn]
    for number in range(64):
        forger = Forger(published)
        forger.box(log_head=hashlib.sha256(bytes([number])).hexdigest())
        recount(forger)
        turned = next(line.case for line in forger.results.ranking if line.drawn) != first
        if turned:
            break
    assert turned and forger.results.winners != published.results.winners
    assert codes(checked(tmp_path, forger.archive())) == []


def test_sheets_sealed_twice_to_one_auditor_show_to_the_other_only(tmp_path: Path) -> None:
    identities, recipients = zip(*(age.new_identity() for _ in range(2)), strict=True)
    published = publish(tmp_path, auditors=list(recipients))
    forger = Forger(published)
    inner = age.unseal(forger.parts["sheets.age"], identities[0], "x")
    forger.parts["sheets.age"] = age.seal(inner, [recipients[0]] * 2)
    data = forger.archive()
    assert codes(checked(tmp_path, data)) == [] == codes(checked(tmp_path, data, identities[0]))
    with pytest.raises(InputError, match="cannot-decrypt"):
        checked(tmp_path, data, identities[1])


def test_with_auditors_the_count_is_taken_on_trust_by_everybody_else(tmp_path: Path) -> None:
    """A whole ranking can be invented where nobody but the auditors has the sheets; and it isn't called counted."""
    identity, recipient = age.new_identity()
    published = publish(tmp_path, auditors=[recipient])
    first, second, *rest = published.results.ranking
    forger = Forger(published)
    turned = [replace(first, case=second.case), replace(second, case=first.case), *rest]
    forger.change(ranking=turned, winners=[line.case for line in turned if line.rank <= 2])
    data = forger.archive()
    outside = checked(tmp_path, data)
    assert (codes(outside), outside.counted) == ([], False)
    assert "ranking-order-differs" in codes(checked(tmp_path, data, identity))
