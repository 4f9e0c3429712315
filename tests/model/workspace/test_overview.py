"""What the overview says at each station of the sample campaign, and of planned days."""

from __future__ import annotations

import datetime
from pathlib import Path

import msgspec
import pytest

from review_app.model.errors import InputError
from review_app.model.workspace.campaign import PlannedDate
from review_app.model.workspace.commendations import Words
from review_app.model.workspace.overview import Overview, overview, topic_of
from tests.campaigns import STAGES, SampleCampaigns

NEXT = {
    "empty": ("next-nominations", "nominations"),
    "carded": ("next-pack", "package"),
    "packed": ("next-send", "package"),
    "boxed": ("next-close-box", "box"),
    "closed": ("next-open-box", "box"),
    "opened": ("next-confirm", "results"),
}


@pytest.fixture(scope="module")
def campaigns(tmp_path_factory: pytest.TempPathFactory) -> SampleCampaigns:
    return SampleCampaigns(tmp_path_factory.mktemp("campaigns"))


def standing(found: Overview) -> dict[str, str]:
    return {station.name: station.standing for station in found.stations}


@pytest.mark.parametrize("stage", NEXT)
def test_one_thing_comes_next_at_each_stage(campaigns: SampleCampaigns, tmp_path: Path, stage: str) -> None:
    with campaigns.at(stage, tmp_path / "c").open() as workspace:
        found = overview(workspace)
        assert (found.next.code, found.next_station) == NEXT[stage]
        assert found.log_head == workspace.verify_log()
    where = standing(found)
    names = [name for name in where if name != "settings"]
    at = names.index(found.next_station) if found.next_station else len(names)
    assert [where[name] for name in names[:at]] == ["done"] * at
    assert [where[name] for name in names[at + 1 :]] == ["later"] * len(names[at + 1 :])


def test_sheets_are_collected_until_every_expert_has_sent_one(
    campaigns: SampleCampaigns, tmp_path: Path
) -> None:
    """The sample has cards in reserve; nobody waits for sheets of those, and for all others."""
    with campaigns.at("boxed", tmp_path / "c").open() as workspace:
        counts = workspace.cards.counts(workspace.rounds.current())
        assert counts.reserve == 2 and overview(workspace).next.code == "next-close-box"
        workspace._context.db.run("UPDATE card_count SET reserve = 1")
        found = overview(workspace).next
        assert (found.code, found.params["cards"]) == ("next-collect", counts.expected + 1)


def test_what_waits_in_the_nominations_comes_before_the_shortlist(
    campaigns: SampleCampaigns, tmp_path: Path
) -> None:
    with campaigns.at("nominated", tmp_path / "c").open() as workspace:
        counts = workspace.submissions.counts()
        found = overview(workspace)
        assert counts["received"] > 0 and found.next.code == "next-look-through"
        assert found.next.params == {"count": counts["received"] + counts["complete"]}
        for waiting in workspace.submissions.all():
            if waiting.state in ("received", "complete"):
                workspace.submissions.return_(waiting.id, "材料不全")
        found = overview(workspace)
        assert (found.next.code, found.next_station) == ("next-shortlist", "shortlist")
        nominations = found.stations[0]
        codes = {fact.code: fact.params.get("count") for fact in nominations.facts}
        assert codes["nominations-accepted"] == len(workspace.nominations.ids())
        assert nominations.missing == [] and nominations.last


def test_cases_on_hold_and_the_freezing_come_before_cards(campaigns: SampleCampaigns, tmp_path: Path) -> None:
    from review_app.model.rubric import load_rubric, load_rule

    with campaigns.at("shortlisted", tmp_path / "c").open() as workspace:
        for waiting in workspace.submissions.all():
            if waiting.state in ("received", "complete"):
                workspace.submissions.return_(waiting.id, "材料不全")
        assert overview(workspace).next.code == "next-round"
        case = workspace.nominations.ids()[0]
        workspace.shortlist.decide(3, case, "hold", "再议")
        found = overview(workspace)
        assert (found.next.code, found.next.params) == ("next-decide-held", {"count": 1})
        workspace.shortlist.decide(3, case, "keep", "")
        rubric = load_rubric()
        workspace.rounds.new("final", rubric, load_rule(None, rubric))
        assert overview(workspace).next.code == "next-freeze"
        workspace.shortlist.freeze(workspace.rounds.current())
        assert overview(workspace).next.code == "next-cards"


def test_planned_days_approach_pass_and_are_done(campaigns: SampleCampaigns, tmp_path: Path) -> None:
    with campaigns.at("packed", tmp_path / "c").open() as workspace:
        planned = [
            PlannedDate("announcement-on", "2026-04-01"),
            PlannedDate("sheets-until", "2026-03-12"),
            PlannedDate("package-by", "2026-03-01"),
            PlannedDate("opening-on", "2026-03-09"),
        ]
        workspace.campaign.update(msgspec.structs.replace(workspace.settings, planned=planned))
        lines = overview(workspace, datetime.date(2026, 3, 10)).dates
    assert [(line.step, line.days, line.done, line.urgent) for line in lines] == [
        ("package-by", -9, True, False),
        ("sheets-until", 2, False, True),
        ("opening-on", -1, False, True),
        ("announcement-on", 22, False, False),
    ]


@pytest.mark.parametrize(
    "planned",
    [
        [PlannedDate("sheets-until", "2026-02-30")],
        [PlannedDate("sheets-until", "20260301")],
        [PlannedDate("someday", "2026-03-01")],
        [PlannedDate("opening-on", "2026-03-01"), PlannedDate("opening-on", "2026-03-02")],
    ],
)
def test_a_day_that_is_none_is_refused(
    campaigns: SampleCampaigns, tmp_path: Path, planned: list[PlannedDate]
) -> None:
    with campaigns.at("empty", tmp_path / "c").open() as workspace:
        before = workspace.settings
        with pytest.raises(InputError, match="settings-invalid"):
            workspace.campaign.update(msgspec.structs.replace(before, planned=planned))
        assert workspace.settings == before


def test_every_act_of_a_whole_campaign_belongs_to_its_station(
    campaigns: SampleCampaigns, tmp_path: Path
) -> None:
    with campaigns.at(STAGES[-1], tmp_path / "c").open() as workspace:
        found = {line.act: topic_of(line.act) for line in workspace.log.lines()}
    assert {act for act, topic in found.items() if topic == "campaign"} == {"workspace-created"}
    assert set(found.values()) == {"campaign", "nominations", "shortlist", "experts", "package", "box"}


def test_from_the_open_box_to_the_final_result(campaigns: SampleCampaigns, tmp_path: Path) -> None:
    day = datetime.date.today() + datetime.timedelta(1)
    last = day + datetime.timedelta(7)
    with campaigns.at("opened", tmp_path / "c").open() as workspace:
        round_, counting, publication = workspace.rounds.current(), workspace.counting, workspace.publication

        def comes_next(today: datetime.date) -> tuple[str, str, dict[str, str | int]]:
            found = overview(workspace, today)
            return found.next.code, found.next_station, found.next.params

        def facts() -> dict[str, dict[str, str | int]]:
            station = overview(workspace, day).stations[5]
            assert station.name == "results"
            return {fact.code: fact.params for fact in [*station.facts, *station.missing]}

        assert set(facts()) == {"results-counted"}
        counting.confirm(round_, day, last)
        assert comes_next(last) == ("next-notice", "results", {"until": last.isoformat()})
        assert facts() == {"results-notice": {"since": day.isoformat(), "until": last.isoformat()}}
        assert comes_next(last + datetime.timedelta(1))[0] == "next-final"
        publication.object(round_, day=day, by="", text="数字有误")
        assert comes_next(last) == ("next-answer", "results", {"count": 1})
        assert set(facts()) == {"results-notice", "results-objections", "results-objections-open"}
        publication.answer(round_, 1, day=day, outcome="upheld", text="属实")
        winner = counting.count(round_).winners[0]
        publication.put_aside(round_, winner, "数字有误")
        counting.archive(round_, tmp_path / "proposed.results")
        assert {"results-archived": {}, "results-set-aside": {"count": 1}}.items() <= facts().items()
        publication.finish(round_, last, early="各方同意")
        assert comes_next(last) == ("next-archive", "archive", {})
        assert "results-archived" not in facts()
        counting.archive(round_, tmp_path / "final.results")
        assert comes_next(last) == ("next-certificates", "certificates", {})
        assert overview(workspace, last).stations[6].facts[0].code == "certificates-unwritten"
        workspace.written.certificates(round_, 10, final=False)  # drafts, which are no end of it
        assert comes_next(last)[0] == "next-certificates"
        workspace.written.certificates(round_, 10, final=True)
        assert comes_next(last) == ("next-nothing", "", {})
        assert set(standing(overview(workspace, last)).values()) <= {"done", "now"}
        assert facts()["results-final"] == {"day": last.isoformat()}
        winners = counting.count(round_).winners
        workspace.commendations.put(round_, winners[0], Words("孙丽", "教授", "示例大学", "看得见。"), last)
        assert comes_next(last) == ("next-commendations", "results", {"count": len(winners) - 1})
        assert facts()["results-commendations-missing"] == {"count": len(winners) - 1}
        workspace.written.paper(round_, "report")
        topics = {line.act: topic_of(line.act) for line in workspace.log.lines()}
    found = {act for act, topic in topics.items() if topic == "results"}
    assert found == {
        "results-sealed",
        "objection-taken-down",
        "objection-answered",
        "case-set-aside",
        "result-final",
        "archive-written",
        "commendation-entered",
        "paper-written",
    }
