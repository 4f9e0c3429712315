"""An archive changed in one thing and signed again by the real organizer: ``verify`` names the thing."""

from __future__ import annotations

import hashlib
import io
import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import msgspec
import pytest

from review_app.model import canonical
from review_app.model.box.judge import Electorate, JudgedScores, JudgedSheet
from review_app.model.box.record import BoxRecord, record_digest, sign_record, verify_record
from review_app.model.box.states import State
from review_app.model.container import Container
from review_app.model.crypto import jws
from review_app.model.crypto.base32 import short_form
from review_app.model.crypto.jws import GeneralJws
from review_app.model.crypto.keys import b64u, b64u_decode, new_seed, public_of, thumbprint
from review_app.model.errors import InputError
from review_app.model.package.amendment import Change
from review_app.model.package.build import sign_terms
from review_app.model.result.archive import (
    RESULTS_TYP,
    ArchiveHeader,
    Results,
    ScoresState,
    SheetState,
    count,
    write_sealed,
)
from review_app.model.result.verify import ArchiveReport, verify_archive
from review_app.model.scoring.sheet import SCORES_TYP, Comment, Receipt, Row, Scores
from review_app.model.terms import Terms, new_round_id, slip_name
from tests.conftest import REPOSITORY
from tests.rounds import SmallRound, decode_scores, small_round

replace = msgspec.structs.replace


@dataclass
class Published:
    """A round that has been counted: six cards, one correction, one conflict, one withdrawn card, one late sheet."""

    round_: SmallRound
    archive: bytes
    results: Results
    receipts: list[Receipt]


def publish(folder: Path, **rule: object) -> Published:
    round_ = small_round(cards=7, cases=5, **rule)
    made = [round_.sheet_and_receipt(card) for card in range(5)]
    made += [round_.sheet_and_receipt(3, 2)]
    made += [round_.sheet_and_receipt(5), round_.sheet_and_receipt(5, 1, round_.states(5, "another"))]
    made += [round_.sheet_and_receipt(6)]
    record, judged = round_.judged(folder, [sheet for sheet, _ in made], [6], late=[round_.sheet(0, 2)])
    archive, results = round_.archive(record, judged, [6])
    return Published(round_, archive, results, [receipt for _, receipt in made])


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    return publish(tmp_path_factory.mktemp("box"))


def checked(folder: Path, data: bytes) -> ArchiveReport:
    path = folder / "round.results"
    path.write_bytes(data)
    return verify_archive(path)


def parts_of(data: bytes) -> dict[str, bytes]:
    container = Container(io.BytesIO(data))
    return {entry.name: container.read(entry.name) for entry in container.entries if entry.name != "seal.jws"}


class Forger:
    """The organizer with the real key, changing parts of a published archive and signing all of it again."""

    def __init__(self, published: Published) -> None:
        self.round_ = published.round_
        self.parts = parts_of(published.archive)
        self.results = published.results

    def change(self, **fields: object) -> None:
        """Changes fields of the signed results."""
        self.results = replace(self.results, **fields)

    def box(self, **fields: object) -> None:
        """Changes fields of the box record, signs it, and lets the results refer to it."""
        box = replace(verify_record(self.parts["box.jws"], self.round_.organizer), **fields)
        self.parts["box.jws"] = sign_record(box, self.round_.organizer_seed)
        self.change(box=record_digest(self.parts["box.jws"]))

    @property
    def record(self) -> BoxRecord:
        return verify_record(self.parts["box.jws"], self.round_.organizer)

    def terms(self, **fields: object) -> None:
        """Changes the terms, and lets box and results refer to the new ones."""
        self.parts["terms.jws"] = sign_terms(replace(self.round_.terms, **fields), self.round_.organizer_seed)
        digest = hashlib.sha256(self.parts["terms.jws"]).hexdigest()
        self.box(terms=digest)
        self.change(terms=digest)

    def some(self, state: State = State.ACCEPTED) -> ScoresState:
        """The first scores in a state."""
        return next(line for line in self.results.scores if line.state is state)

    def line(self, old: ScoresState, **fields: object) -> None:
        """Changes the line of some signed scores."""
        self.change(scores=[replace(line, **fields) if line == old else line for line in self.results.scores])

    def file(self) -> SheetState:
        """A sealed file whose scores are published; which, nobody can say."""
        return next(line for line in self.results.states if line.state is None)

    def drop(self, line: ScoresState, state: State) -> None:
        """Takes some scores out, and says of a sealed file that it ended in ``state``."""
        del self.parts[f"scores/{line.scores}.json"]
        file = self.file()
        self.change(
            scores=[other for other in self.results.scores if other != line],
            states=[replace(other, state=state) if other == file else other for other in self.results.states],
        )

    def signed(self, line: ScoresState) -> GeneralJws:
        return canonical.decode(self.parts[f"scores/{line.scores}.json"], GeneralJws, "x")

    def put(self, line: ScoresState, signed: GeneralJws) -> None:
        """Puts other signed scores in the place of a line's, under their own name and receipt."""
        content = canonical.encode(signed)
        del self.parts[f"scores/{line.scores}.json"]
        digest = hashlib.sha256(content).hexdigest()
        self.parts[f"scores/{digest}.json"] = content
        self.line(line, scores=digest)

    def recount(self) -> None:
        """States the ranking that the (changed) scores come to, so that nothing but the forgery itself is wrong."""
        sheets = []
        for line in self.results.scores:
            if line.state is State.ACCEPTED:
                signed = self.signed(line)
                payload = canonical.decode(b64u_decode(signed.payload, "x"), Scores, "x")
                judged = JudgedScores(line.scores, State.ACCEPTED, signed, ("x",), payload)
                sheets.append(JudgedSheet(line.scores, State.ACCEPTED, judged))
        electorate = Electorate(self.round_.terms, self.round_.digest, [], frozenset())
        counted = count(sheets, electorate)
        self.change(ranking=counted.lines, winners=counted.winners)

    def archive(self) -> bytes:
        self.parts["results.jws"] = jws.sign(self.results, RESULTS_TYP, self.round_.organizer_seed)
        file = io.BytesIO()
        write_sealed(file, self.parts, self.round_.terms.round_id, self.round_.organizer_seed)
        return file.getvalue()


def test_the_real_archive_is_consistent(published: Published, tmp_path: Path) -> None:
    report = checked(tmp_path, published.archive)
    assert (report.findings, report.consistent) == ([], True)
    assert report.counts == {"accepted": 5, "superseded": 1, "conflict": 2, "late": 1, "withdrawn-card": 1}
    assert report.signer == thumbprint(published.round_.organizer)
    assert report.recount.lines == published.results.ranking
    assert report.terms_digest == published.round_.digest
    states = ["accepted", "accepted", "accepted", "superseded", "accepted", "accepted"]
    states += ["conflict", "conflict", "withdrawn-card"]
    found = [report.find_receipt(receipt.receipt.lower().replace("-", " ")) for receipt in published.receipts]
    assert [item.state for item in found] == states
    assert report.find_receipt(published.receipts[0].receipt.split("/")[0]).revision == 1
    assert report.find_receipt(published.receipts[0].receipt.split("/")[0] + "/2").state is None
    assert report.find_receipt("0000-0000-0000").state is None
    assert Forger(published).archive() == published.archive


def test_an_archive_does_not_say_which_file_held_which_scores(published: Published) -> None:
    """Whoever handled a file on its way knows its digest, and finds nothing beside it but that it counts."""
    for receipt in published.receipts:
        (line,) = [line for line in published.results.states if line.sheet == receipt.file_digest]
        assert line == SheetState(receipt.file_digest, None)
    assert [line.scores for line in published.results.scores] == sorted(
        r.scores_digest for r in published.receipts
    )
    assert [line.sheet for line in published.results.states] == sorted(
        line.sheet for line in published.results.states
    )


def test_the_recount_is_that_of_the_sheets(published: Published, tmp_path: Path) -> None:
    """From the receipts' side: what the experts exported, ranked here by hand, is what the archive states."""
    round_ = published.round_
    counted = {0: 1, 1: 1, 2: 1, 4: 1, 3: 2}
    for line in published.results.ranking:
        totals = []
        for card, revision in counted.items():
            state = round_.states(card, revision)[line.case]
            if not state.recused:
                totals.append(sum(score for score in state.scores if score is not None))
        kept = sorted(totals)[1:-1]
        if len(totals) < round_.terms.rule.minimum_scores:
            assert (line.rank, line.score, line.used) == (0, "", 0)
        else:
            assert line.score == str(Fraction(sum(kept), len(kept)))
            assert (line.sheets, line.used) == (len(totals), len(kept))


def score_changed(forger: Forger) -> None:
    line = forger.some()
    signed = forger.signed(line)
    scores = decode_scores(signed)
    rows = [Row(row.case, [10] * 5, "scored") for row in scores.rows]
    forger.put(line, replace(signed, payload=b64u(canonical.encode(replace(scores, rows=rows)))))
    forger.recount()


def score_signed_by_own_key(forger: Forger) -> None:
    line = forger.some()
    forger.put(line, jws.sign_general(decode_scores(forger.signed(line)), SCORES_TYP, [new_seed()]))


def card_added_to_the_terms(forger: Forger) -> None:
    admission = forger.round_.terms.admission
    key = slip_name(public_of(new_seed()))
    added = replace(admission, lists=[sorted([*admission.lists[0], key])], issued=admission.issued + 1)
    forger.terms(admission=added)


def sheet_of_a_rejected_kind(forger: Forger) -> None:
    line = forger.some()
    scores = decode_scores(forger.signed(line))
    place = [slip_name(keys.sign_public) for keys in forger.round_.keys]
    card = place.index(slip_name(jws.verify_general(forger.signed(line), SCORES_TYP, Scores, "x")[1][0]))
    seed = forger.round_.keys[card].sign_seed
    out = replace(scores.rows[0], scores=[11] * 5, state="scored")
    forger.put(line, jws.sign_general(replace(scores, rows=[out, *scores.rows[1:]]), SCORES_TYP, [seed]))


def receipt_changed(forger: Forger) -> None:
    forger.line(forger.some(), scores="0" * 64)


def receipts_swapped(forger: Forger) -> None:
    one, two = forger.some(), forger.some(State.SUPERSEDED)
    forger.line(one, scores=two.scores)
    forger.line(two, scores=one.scores)


def superseded_for_accepted(forger: Forger) -> None:
    forger.line(forger.some(), state=State.SUPERSEDED)


def conflict_for_accepted(forger: Forger) -> None:
    forger.line(forger.some(State.CONFLICT), state=State.ACCEPTED)


def withdrawn_for_accepted(forger: Forger) -> None:
    forger.line(forger.some(State.WITHDRAWN_CARD), state=State.ACCEPTED)


def damaged_for_accepted(forger: Forger) -> None:
    forger.line(forger.some(), state=State.DAMAGED)


def late_for_accepted(forger: Forger) -> None:
    forger.drop(forger.some(), State.LATE)


def withdrawn_after_the_fact(forger: Forger) -> None:
    line = forger.some()
    (signer,) = jws.verify_general(forger.signed(line), SCORES_TYP, Scores, "x")[1]
    forger.box(withdrawn=sorted([*forger.record.withdrawn, slip_name(signer)]))


def withdrawn_unknown(forger: Forger) -> None:
    forger.box(withdrawn=sorted([*forger.record.withdrawn, slip_name(public_of(new_seed()))]))


def rank_changed(forger: Forger) -> None:
    ranking = forger.results.ranking
    forger.change(ranking=[replace(ranking[0], rank=2), *ranking[1:]])


def score_of_a_case_changed(forger: Forger) -> None:
    ranking = forger.results.ranking
    forger.change(ranking=[replace(ranking[0], score="99"), *ranking[1:]])


def used_sheets_changed(forger: Forger) -> None:
    ranking = forger.results.ranking
    forger.change(ranking=[replace(ranking[0], used=ranking[0].used + 1), *ranking[1:]])


def cases_swapped_in_the_ranking(forger: Forger) -> None:
    first, second, *rest = forger.results.ranking
    forger.change(ranking=[replace(first, case=second.case), replace(second, case=first.case), *rest])


def case_left_out_of_the_ranking(forger: Forger) -> None:
    forger.change(ranking=forger.results.ranking[:-1])


def winner_changed(forger: Forger) -> None:
    forger.change(winners=[*forger.results.winners[:-1], forger.results.ranking[-1].case])


def winner_added(forger: Forger) -> None:
    forger.change(winners=[*forger.results.winners, forger.results.ranking[-1].case])


def rule_changed(forger: Forger) -> None:
    forger.terms(rule=replace(forger.round_.terms.rule, method="mean", drop=0))


def weight_changed(forger: Forger) -> None:
    rubric = forger.round_.terms.rubric
    heavier = replace(rubric.criteria[0], weight="3")
    forger.terms(rubric=replace(rubric, criteria=[heavier, *rubric.criteria[1:]]))


def terms_of_the_results_only(forger: Forger) -> None:
    forger.change(terms="0" * 64)


def terms_of_the_box_only(forger: Forger) -> None:
    forger.box(terms="0" * 64)


def box_without_a_sheet(forger: Forger) -> None:
    forger.box(sheets=[sheet for sheet in forger.record.sheets if sheet != forger.file().sheet])


def box_with_one_more(forger: Forger) -> None:
    forger.box(sheets=sorted([*forger.record.sheets, "0" * 64]))


def box_unsorted(forger: Forger) -> None:
    forger.box(sheets=forger.record.sheets[::-1])


def another_box_than_stated(forger: Forger) -> None:
    forger.change(box="0" * 64)


def box_of_another_round(forger: Forger) -> None:
    forger.box(round_id=new_round_id())


def header_of_another_round(forger: Forger) -> None:
    header = canonical.decode(forger.parts["header.json"], ArchiveHeader, "x")
    forger.parts["header.json"] = canonical.encode(replace(header, round_id=new_round_id()))


def extra_sheet(forger: Forger) -> None:
    forger.change(states=[SheetState("f" * 64, State.DAMAGED), *forger.results.states])


def two_states(forger: Forger) -> None:
    forger.change(states=[*forger.results.states, replace(forger.file(), state=State.DAMAGED)])


def scores_twice(forger: Forger) -> None:
    forger.change(scores=[*forger.results.scores, forger.some()])


def a_file_named_accepted(forger: Forger) -> None:
    file = forger.file()
    lines = [replace(line, state=State.ACCEPTED) if line == file else line for line in forger.results.states]
    forger.change(states=lines)


def more_scores_than_files(forger: Forger) -> None:
    """A vote by an unused card, with a state, but without a sealed file that it can have come in."""
    file = forger.file()
    forger.change(
        states=[
            replace(line, state=State.DAMAGED) if line == file else line for line in forger.results.states
        ]
    )


def sheet_without_a_state(forger: Forger) -> None:
    file = forger.file()
    forger.change(states=[other for other in forger.results.states if other != file])


def scores_without_a_sheet(forger: Forger) -> None:
    """A card that nobody used: the organizer signs with it, but no sealed file stands for it."""
    round_ = forger.round_
    scores, _ = round_.scores(0)
    extra = replace(scores, revision=9)
    content = canonical.encode(jws.sign_general(extra, SCORES_TYP, [round_.keys[0].sign_seed]))
    forger.parts[f"scores/{hashlib.sha256(content).hexdigest()}.json"] = content


def scores_missing(forger: Forger) -> None:
    del forger.parts[f"scores/{forger.some().scores}.json"]


def scores_under_another_name(forger: Forger) -> None:
    line = forger.some()
    forger.parts["scores/" + "0" * 64 + ".json"] = forger.parts.pop(f"scores/{line.scores}.json")


def scores_not_readable(forger: Forger) -> None:
    forger.parts[f"scores/{hashlib.sha256(b'{}').hexdigest()}.json"] = b"{}"


def remark_changed(forger: Forger) -> None:
    forger.parts["remarks.json"] = canonical.encode([Comment("case-1", "一致好评")])


def remark_on_no_case(forger: Forger) -> None:
    remarks = canonical.encode([Comment("case-9", "x")])
    forger.parts["remarks.json"] = remarks
    forger.change(remarks=hashlib.sha256(remarks).hexdigest())


def title_changed(forger: Forger) -> None:
    first, *rest = forger.results.candidates
    forger.change(candidates=[replace(first, title="别的案例"), *rest])


def recipient_changed(forger: Forger) -> None:
    first, *rest = forger.results.candidates
    forger.change(candidates=[replace(first, recipient="别人"), *rest])


def candidate_left_out(forger: Forger) -> None:
    forger.change(candidates=forger.results.candidates[1:])


def part_added(forger: Forger) -> None:
    forger.parts["verify.html"] = b"<p>all is well</p>"


def amendment_claimed(forger: Forger) -> None:
    forger.change(amendments=["0" * 64])


FORGERIES: dict[Callable[[Forger], None], str] = {
    score_changed: "scores-bad-signature",
    score_signed_by_own_key: "scores-not-admitted",
    sheet_of_a_rejected_kind: "scores-out-of-range",
    card_added_to_the_terms: "scores-other-terms",
    receipt_changed: "receipt-differs",
    receipts_swapped: "state-differs",
    superseded_for_accepted: "state-differs",
    conflict_for_accepted: "state-differs",
    withdrawn_for_accepted: "state-differs",
    damaged_for_accepted: "state-differs",
    late_for_accepted: "sheet-not-in-box",
    withdrawn_after_the_fact: "state-differs",
    withdrawn_unknown: "withdrawn-unknown",
    rank_changed: "ranking-differs",
    score_of_a_case_changed: "ranking-differs",
    used_sheets_changed: "ranking-differs",
    cases_swapped_in_the_ranking: "ranking-order-differs",
    case_left_out_of_the_ranking: "ranking-order-differs",
    winner_changed: "winners-differ",
    winner_added: "winners-differ",
    rule_changed: "scores-other-terms",
    weight_changed: "scores-other-terms",
    terms_of_the_results_only: "terms-differ",
    terms_of_the_box_only: "terms-differ",
    box_without_a_sheet: "sheet-not-in-box",
    box_with_one_more: "sheet-without-state",
    box_unsorted: "box-differs",
    another_box_than_stated: "box-differs",
    box_of_another_round: "round-differs",
    header_of_another_round: "round-differs",
    extra_sheet: "sheet-not-in-box",
    two_states: "several-states",
    scores_twice: "scores-without-state",
    a_file_named_accepted: "sheet-not-in-box",
    more_scores_than_files: "scores-without-sheet",
    sheet_without_a_state: "sheet-without-state",
    scores_without_a_sheet: "scores-without-state",
    scores_missing: "receipt-differs",
    scores_under_another_name: "scores-name-differs",
    scores_not_readable: "scores-unreadable",
    remark_changed: "remarks-differ",
    remark_on_no_case: "remarks-differ",
    title_changed: "candidate-differs",
    recipient_changed: "candidate-differs",
    candidate_left_out: "names-differ",
    part_added: "unexpected-part",
    amendment_claimed: "amendments-differ",
}


@pytest.mark.parametrize(
    ("forge", "code"), FORGERIES.items(), ids=lambda item: getattr(item, "__name__", item)
)
def test_a_forgery_is_named(
    published: Published, forge: Callable[[Forger], None], code: str, tmp_path: Path
) -> None:
    forger = Forger(published)
    forge(forger)
    data = forger.archive()
    if "header" in forge.__name__:  # the seal repeats the round of the header
        file = io.BytesIO()
        header = canonical.decode(forger.parts["header.json"], ArchiveHeader, "x")
        write_sealed(file, parts_of(data), header.round_id, forger.round_.organizer_seed)
        data = file.getvalue()
    report = checked(tmp_path, data)
    assert code in [finding.code for finding in report.findings]
    assert not report.consistent


def test_forgeries_cover_every_finding_code() -> None:
    """Those that need a round of their own are below; ``more-sheets-than-cards`` also needs false states."""
    source = (REPOSITORY / "review_app/model/result/verify.py").read_text("utf-8")
    named = set(re.findall(r'"((?:[a-z]+-)+[a-z]+)"', source))
    errors = {"archive-damaged", "not-an-archive", "bad-signature", "receipt-form"}
    own_round = {"fewer-than-minimum", "more-sheets-than-cards"}
    assert {code for code in FORGERIES.values() if not code.startswith("scores-")} <= named
    assert named - errors - own_round <= set(FORGERIES.values()) | {"scores-without-state"}


def test_more_sheets_than_cards(published: Published, tmp_path: Path) -> None:
    forger = Forger(published)
    forger.change(scores=[replace(line, state=State.ACCEPTED) for line in forger.results.scores])
    forger.box(withdrawn=sorted(forger.round_.slip(card) for card in range(7)))
    codes = [finding.code for finding in checked(tmp_path, forger.archive()).findings]
    assert "more-sheets-than-cards" in codes
    assert "state-differs" in codes


def test_fewer_sheets_than_the_minimum(tmp_path: Path) -> None:
    round_ = small_round(cards=3, cases=2)
    record, judged = round_.judged(tmp_path, [round_.sheet(0), round_.sheet(1)])
    report = checked(tmp_path, round_.archive(record, judged)[0])
    assert [finding.code for finding in report.findings] == ["fewer-than-minimum"]


def test_a_withdrawn_card_sealed_twice_spoils_nothing(tmp_path: Path) -> None:
    """Who holds a withdrawn card could otherwise make an honest archive look forged by sending its sheet again."""
    round_ = small_round(cards=4, cases=2)
    sheets = [round_.sheet(card) for card in range(4)]
    record, judged = round_.judged(tmp_path, [*sheets, round_.sheet(3)], [3])
    report = checked(tmp_path, round_.archive(record, judged, [3])[0])
    assert report.counts == {"accepted": 3, "same-again": 1, "withdrawn-card": 1}
    assert report.findings == []


def test_the_same_sheet_again_spoils_nothing(tmp_path: Path) -> None:
    round_ = small_round(cards=3, cases=2)
    sheets = [round_.sheet(card) for card in (0, 1, 2, 2, 2)]
    record, judged = round_.judged(tmp_path, sheets)
    report = checked(tmp_path, round_.archive(record, judged)[0])
    assert (report.counts, report.findings) == ({"accepted": 3, "same-again": 2}, [])


def test_a_round_with_amendments(tmp_path: Path) -> None:
    round_ = small_round(cards=4, cases=3)
    before = round_.sheet(0)
    round_.amend(Change("withdrawn-case", "case-2", "撤回"), Change("revoked-card", round_.slip(3), ""))
    after = [round_.sheet(card, amendment=1, withdrawn=["case-2"]) for card in (1, 2, 3)]
    record, judged = round_.judged(tmp_path, [before, *after])
    data, results = round_.archive(record, judged)
    report = checked(tmp_path, data)
    assert (report.counts, report.findings) == ({"accepted": 3, "withdrawn-card": 1}, [])
    assert sorted(line.case for line in results.ranking) == ["case-1", "case-3"]
    parts = parts_of(data)
    without = {name: part for name, part in parts.items() if not name.startswith("amendments/")}
    file = io.BytesIO()
    write_sealed(file, without, round_.terms.round_id, round_.organizer_seed)
    codes = {finding.code for finding in checked(tmp_path, file.getvalue()).findings}
    assert {"amendments-differ", "scores-other-terms"} <= codes


def test_titles_of_the_others_stay_commitments(tmp_path: Path) -> None:
    made = publish(tmp_path, publication="winners-scored")
    report = checked(tmp_path, made.archive)
    assert report.findings == []
    parts = parts_of(made.archive)
    payloads = [
        b64u_decode(part.split(b".")[1].decode(), name)
        for name, part in parts.items()
        if name.endswith(".jws")
    ]
    whole = b"".join([*parts.values(), *payloads])
    for case in made.round_.manifest.cases:
        shown = case.id in made.results.winners
        assert (case.salt.encode() in whole) is shown
        assert (canonical.encode(case.title)[1:-1] in whole) is shown
    forger = Forger(made)
    loser = next(case for case in made.round_.names() if case.id not in made.results.winners)
    forger.change(candidates=[*made.results.candidates, loser])
    codes = [finding.code for finding in checked(tmp_path, forger.archive()).findings]
    assert codes == ["names-differ"]


@pytest.mark.parametrize("seed", range(3))
def test_any_changed_byte_and_any_cut_is_refused(published: Published, seed: int, tmp_path: Path) -> None:
    drawn = random.Random(seed)
    data = published.archive
    for number in range(100):
        touched = bytearray(data)
        if number % 4 == 0:
            del touched[drawn.randrange(len(data)) :]
        else:
            touched[drawn.randrange(len(data))] ^= drawn.randrange(1, 256)
        with pytest.raises(InputError):
            checked(tmp_path, bytes(touched))


def test_signed_by_another_is_said_by_the_signer(published: Published, tmp_path: Path) -> None:
    """A stranger can make a consistent archive of his own round, never one that this organizer signed."""
    with pytest.raises(InputError, match="other-signer"):
        file = io.BytesIO()
        write_sealed(file, parts_of(published.archive), published.round_.terms.round_id, new_seed())
        checked(tmp_path, file.getvalue())
    other = publish(tmp_path)
    assert checked(tmp_path, other.archive).signer != thumbprint(published.round_.organizer)


@pytest.mark.parametrize("missing", ["terms.jws", "box.jws", "remarks.json", "results.jws"])
def test_a_missing_part_is_named(published: Published, missing: str, tmp_path: Path) -> None:
    parts = {name: part for name, part in parts_of(published.archive).items() if name != missing}
    file = io.BytesIO()
    write_sealed(file, parts, published.round_.terms.round_id, published.round_.organizer_seed)
    with pytest.raises(InputError) as refusal:
        checked(tmp_path, file.getvalue())
    assert (refusal.value.code, refusal.value.params) == ("archive-damaged", {"part": missing})


def test_other_files_are_no_archive(published: Published, tmp_path: Path) -> None:
    for data in (published.round_.package, published.round_.sheet(0), b"", b"PK\x03\x04"):
        with pytest.raises(InputError):
            checked(tmp_path, data)


def test_what_no_check_can_show_but_the_expert_can(published: Published, tmp_path: Path) -> None:
    """docs/protocol.md says so: a sound sheet declared damaged is consistent for everybody but its expert."""
    forger = Forger(published)
    first = published.receipts[0].scores_digest  # of a ballot with no other sheet that would show
    line = next(line for line in forger.results.scores if line.scores == first)
    forger.drop(line, State.DAMAGED)
    forger.recount()
    terms: Terms = forger.round_.terms
    report = checked(tmp_path, forger.archive())
    assert report.findings == []
    assert report.find_receipt(short_form(line.scores)).state is None
    assert terms.rule.minimum_accepted <= report.counts["accepted"]
