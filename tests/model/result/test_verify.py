"""An archive changed in one thing and signed again by the real organizer: ``verify`` names the thing."""

from __future__ import annotations

import hashlib
import io
import random
import re
from dataclasses import dataclass
from dataclasses import replace as replaced
from fractions import Fraction
from pathlib import Path

import msgspec
import pytest

from review_app.model import canonical
from review_app.model.box.states import State
from review_app.model.crypto.keys import b64u_decode, new_seed, thumbprint
from review_app.model.errors import InputError
from review_app.model.package.amendment import Change
from review_app.model.result.archive import SheetState, write_sealed
from review_app.model.result.findings import Finding
from review_app.model.result.verify import ArchiveReport, verify_archive
from tests.archives_changed import Changed, changed_archives
from tests.conftest import REPOSITORY
from tests.forger import Forger, Published, parts_of, publish
from tests.rounds import small_round

replace = msgspec.structs.replace


def checked(folder: Path, data: bytes, identity: str | None = None) -> ArchiveReport:
    path = folder / "round.results"
    path.write_bytes(data)
    return verify_archive(path, identity)


def codes(report: ArchiveReport) -> list[str]:
    return [finding.code for finding in report.findings]


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
            said = round_.states(card, revision)
            state = said["case-4" if line.case == "case-5" else line.case]
            if not state.recused:
                totals.append(sum(score for score in state.scores if score is not None))
        kept = sorted(totals)[1:-1]
        if len(totals) < round_.terms.rule.minimum_scores:
            assert (line.rank, line.score, line.used) == (0, "", 0)
        else:
            assert line.score == str(Fraction(sum(kept), len(kept)))
            assert (line.sheets, line.used) == (len(totals), len(kept))


@dataclass(frozen=True)
class Outcome:
    """What checking one changed archive came to."""

    changed: Changed
    digest: str
    refusal: str
    findings: list[Finding]

    @property
    def named(self) -> bool:
        """Whether the change was named by what was done, and where."""
        if self.changed.refused:
            return self.refusal == self.changed.code
        wanted = self.changed.params.items()
        return any(f.code == self.changed.code and wanted <= f.params.items() for f in self.findings)


@pytest.fixture(scope="module")
def outcomes(published: Published, tmp_path_factory: pytest.TempPathFactory) -> list[Outcome]:
    folder, found = tmp_path_factory.mktemp("changed"), []
    for changed in changed_archives(published):
        refusal, findings = "", []
        try:
            findings = checked(folder, changed.data).findings
        except InputError as error:
            refusal = error.code
        digest = hashlib.sha256(changed.data).hexdigest()
        found.append(Outcome(replaced(changed, data=b""), digest, refusal, findings))
    return found


def test_more_than_300_changes_signed_again_are_each_named(
    published: Published, outcomes: list[Outcome]
) -> None:
    """By the one finding that says what was done and where, or the error that says why nothing can be counted."""
    assert [outcome for outcome in outcomes if not outcome.named] == []
    assert len({outcome.changed.name for outcome in outcomes}) == len(outcomes) >= 300
    digests = {outcome.digest for outcome in outcomes} - {hashlib.sha256(published.archive).hexdigest()}
    assert len(digests) == len(outcomes)


def test_every_finding_is_brought_about_by_some_change(outcomes: list[Outcome]) -> None:
    """Those that need a round of their own are below."""
    own_round = {
        "fewer-than-minimum",
        "more-sheets-than-cards",
        "draw-unasked",
        "ranking-case-not-public",
        "remarks-not-for-the-public",
        "scores-not-for-the-public",
        "auditors-count-differs",
        "statistics-not-for-the-public",
        "sealed-sheets-unreadable",
        "sealed-to-others",
        "no-winner",
        "ranking-line-impossible",
        "ranking-place-impossible",
    }
    source = "".join(
        (REPOSITORY / f"review_app/model/result/{name}.py").read_text("utf-8")
        for name in ("audit", "stated", "verify")
    )
    written = set(re.findall(r'(?:find|require)\([^"]*?"((?:[a-z]+-)+[a-z]+)"', source))
    assert len(written) > 40
    assert written - own_round - {outcome.changed.code for outcome in outcomes} == set()


def test_more_sheets_than_cards(published: Published, tmp_path: Path) -> None:
    forger = Forger(published)
    forger.change(scores=[replace(line, state=State.ACCEPTED) for line in forger.results.scores])
    forger.box(withdrawn=sorted(forger.round_.slip(card) for card in range(7)))
    found = codes(checked(tmp_path, forger.archive()))
    assert "more-sheets-than-cards" in found
    assert "state-differs" in found


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
    assert {"amendments-differ", "scores-other-terms"} <= set(codes(checked(tmp_path, file.getvalue())))


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
    assert set(codes(checked(tmp_path, forger.archive()))) <= {"name-not-public", "names-not-in-order"}
    assert "name-not-public" in codes(checked(tmp_path, forger.archive()))


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
