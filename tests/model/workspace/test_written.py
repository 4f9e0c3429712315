"""What the log says of papers that were written, and of a result that became final early."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from review_app.desk_words import act_sentence
from review_app.model.workspace import Workspace
from review_app.model.workspace.overview import topic_of
from review_app.model.workspace.written import BOX_PAPERS, RESULT_PAPERS
from review_app.texts import phrase
from tests.campaigns import SampleCampaigns

DAY = datetime.date.today() + datetime.timedelta(1)


@pytest.fixture(scope="module")
def campaigns(tmp_path_factory: pytest.TempPathFactory) -> SampleCampaigns:
    return SampleCampaigns(tmp_path_factory.mktemp("campaigns"))


@pytest.mark.parametrize("paper", [*BOX_PAPERS, *RESULT_PAPERS])
def test_every_paper_has_a_name(paper: str) -> None:
    for language in ("zh", "en"):
        assert phrase("desk", f"value-paper-{paper}", language) != f"value-paper-{paper}"  # type: ignore[arg-type]


def test_what_was_written_stands_in_the_log_and_nothing_else(
    campaigns: SampleCampaigns, tmp_path: Path
) -> None:
    campaign = campaigns.at("opened", tmp_path / "c")
    with campaign.open() as workspace:
        round_, written = workspace.rounds.current(), workspace.written
        before = len(workspace.log.lines())
        assert written.record_times(round_) == [] and written.final_certificates(round_) == 0
        written.box_paper(round_, "delivery-codes")
        assert written.record_times(round_) == []
        written.box_paper(round_, "box-record-page")
        written.paper(round_, "report-public")
        written.certificates(round_, 9, final=False)
        written.certificates(round_, 10, final=True)
        workspace.counting.archive(round_, tmp_path / "a.results")
        lines = workspace.log.lines()[before:]
        assert len(written.record_times(round_)) == 1 and written.final_certificates(round_) == 10
        said = [act_sentence(line, "en") for line in lines]
        assert said == [
            "Written: list of delivery codes",
            "Written: page of the box record",
            "Written: report, for the public",
            "Certificates written: 9, drafts, before the result was final",
            "Certificates written: 10, final result",
            "Result confirmed and sealed",
            "Results archive written: proposed result",
        ]
        topics = [topic_of(line.act) for line in lines]
        assert topics == ["box", "box", "results", "certificates", "certificates", "results", "results"]
        workspace.verify_log()
    with Workspace.open(campaign.folder, read_only=True) as looked_at:
        before = len(looked_at.log.lines())
        looked_at.written.paper(looked_at.rounds.current(), "report")
        looked_at.counting.archive(looked_at.rounds.current(), tmp_path / "b.results")
        assert len(looked_at.log.lines()) == before


@pytest.mark.parametrize(
    ("noticed", "later", "words"),
    [
        (True, 0, "before the last day of the notice, {until}; reason: 各方同意."),
        (False, 0, "There was no notice; reason: 各方同意."),
        (True, 30, ""),
    ],
)
def test_the_log_says_why_a_result_became_final_early(
    campaigns: SampleCampaigns, tmp_path: Path, noticed: bool, later: int, words: str
) -> None:
    until = DAY + datetime.timedelta(7)
    with campaigns.at("opened", tmp_path / "c").open() as workspace:
        round_, publication = workspace.rounds.current(), workspace.publication
        workspace.counting.confirm(round_, DAY, until if noticed else None)
        publication.finish(round_, DAY + datetime.timedelta(later), "各方同意")
        said = act_sentence(workspace.log.lines()[-1], "en")
        assert said.startswith("Result declared final. Objections during the notice: 0.")
        assert words.format(until=until) in said and ("各方同意" in said) == bool(words)
        assert publication.notice(round_).early == ("各方同意" if words else "")
        assert "  " not in said
