"""Where a campaign stands: what is done, what comes next, what is missing, and which days were planned.

Everything is found out from the workspace at the moment; nothing of it is stored.  Sentences are codes of
``assets/texts/desk_*.toml`` with their parameters: the page and the verb say the same.
"""

from __future__ import annotations

import datetime
from collections import Counter
from typing import Literal

import msgspec

from review_app.model.canonical import Record
from review_app.model.workspace.campaign import STEPS, Settings
from review_app.model.workspace.log import LogLine
from review_app.model.workspace.rounds import Round
from review_app.model.workspace.shortlist import Shortlist
from review_app.model.workspace.workspace import Workspace

Standing = Literal["done", "now", "later"]
FactParam = str | int
SOON = 7
"""Days before a planned day on which it counts as near."""

_CERTIFIED = "certificates-written"
_DONE_BY: dict[str, str] = {
    "nominations-until": "round-drafted",
    "shortlist-until": "candidates-frozen",
    "package-by": "round-packed",
    "sheets-until": "box-closed",
    "opening-on": "box-opened",
    "announcement-on": "results-sealed",
}
"""The act by which a planned step is behind one."""


class Fact(Record, frozen=True):
    """A sentence by its code, and what fills its gaps."""

    code: str
    params: dict[str, FactParam] = msgspec.field(default_factory=dict)


class Station(Record, frozen=True):
    """One station: how far it is, in sentences, and what is still missing there.  ``last`` is when something was done
    last (UTC, ISO 8601), empty for never."""

    name: str
    standing: Standing
    facts: list[Fact]
    missing: list[Fact]
    last: str = ""


class DateLine(Record, frozen=True):
    """A planned day; ``days`` is how far it is from today (negative: past), ``done`` whether the step is behind one."""

    step: str
    date: str
    days: int
    done: bool

    @property
    def urgent(self) -> bool:
        """Whether it is near or past, and the step isn't done."""
        return not self.done and self.days <= SOON


class Overview(Record, frozen=True):
    """The whole campaign.  ``next`` is the one thing to do now, at ``next_station`` (empty: at none of the pages)."""

    title: str
    edition: str
    sample: bool
    stations: list[Station]
    next: Fact
    next_station: str
    dates: list[DateLine]
    log_head: str


def overview(workspace: Workspace, today: datetime.date | None = None) -> Overview:
    """Where the campaign stands today (the computer's own day unless given)."""
    settings, lines = workspace.settings, workspace.log.lines()
    today = today or datetime.date.today()
    rounds = workspace.rounds.all()
    round_ = rounds[-1] if rounds else None
    found = [
        _nominations(workspace, later=round_ is not None),
        _shortlist(workspace, round_),
        _experts(workspace, round_),
        _package(workspace, round_),
        _box(workspace, round_),
        _results(workspace, round_),
        _certificates(workspace, round_),
    ]
    following, place = _next(workspace, None if _taken_over(workspace, round_) else round_, today)
    names = [station.name for station in found]
    at = names.index(place) if place in names else len(names)
    finished = not place
    stations = []
    for number, station in enumerate(found):
        standing: Standing = "done" if finished or number < at else "now" if number == at else "later"
        if (
            station.name == "certificates" and place != station.name
        ):  # they wait for the result, and nothing for them
            standing = "done" if _CERTIFIED in {fact.code for fact in station.facts} else "later"
        last = max((line.time for line in lines if topic_of(line.act) == station.name), default="")
        stations.append(msgspec.structs.replace(station, standing=standing, last=last))
    stations.append(_settings(settings))
    return Overview(
        title=settings.title,
        edition=settings.edition,
        sample=workspace.sample,
        stations=stations,
        next=following,
        next_station=place,
        dates=_dates(settings, lines, round_, today),
        log_head=workspace.log.head(),
    )


# --- what each act is about -------------------------------------------------------------------------------------

_TOPICS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("nominations", ("nomination", "submission", "earlier")),
    (
        "shortlist",
        (
            "member",
            "members",
            "stage",
            "vote",
            "votes",
            "ballots",
            "decision",
            "decisions",
            "lot",
            "candidates",
        ),
    ),
    (
        "experts",
        ("round-drafted", "card", "cards", "people", "letter", "fees"),
    ),
    ("package", ("round-packed", "amended")),
    ("box", ("box",)),
    ("results", ("draw", "results", "result", "objection", "case", "commendation", "archive", "paper")),
    ("certificates", ("certificates",)),
)


def topic_of(act: str) -> str:
    """The station that an act of the log belongs to, by its name; ``campaign`` for all others."""
    for topic, beginnings in _TOPICS:
        if any(act == beginning or act.startswith(f"{beginning}-") for beginning in beginnings):
            return topic
    return "campaign"


# --- the stations -----------------------------------------------------------------------------------------------


def _nominations(workspace: Workspace, *, later: bool) -> Station:
    counts = workspace.submissions.counts()
    accepted = len(workspace.nominations.ids())
    facts = [Fact("nominations-accepted", {"count": accepted})]
    if counts["returned"]:
        facts.append(Fact("nominations-returned", {"count": counts["returned"]}))
    missing = []
    if not accepted and not any(counts.values()):
        missing.append(Fact("nominations-none"))
    waiting = facts if later else missing  # once a round is set up, what is left over waits for nobody
    if counts["complete"]:
        waiting.append(Fact("nominations-to-accept", {"count": counts["complete"]}))
    if counts["received"]:
        waiting.append(Fact("nominations-incomplete", {"count": counts["received"]}))
    return Station("nominations", "later", facts, missing)


def _shortlist(workspace: Workspace, round_: Round | None) -> Station:
    shortlist: Shortlist = workspace.shortlist
    standing = Counter(shortlist.standing().values())
    facts, missing = [], []
    decided = bool(shortlist.decisions())
    if decided:
        facts.append(Fact("shortlist-standing", {"keep": standing["keep"], "drop": standing["drop"]}))
        if standing["hold"]:
            missing.append(Fact("shortlist-held", {"count": standing["hold"]}))
    frozen = len(shortlist.candidates(round_)) if round_ is not None else 0
    if frozen:
        facts.append(Fact("shortlist-frozen", {"count": frozen}))
    elif not decided:
        facts.append(Fact("shortlist-not-begun"))
    return Station("shortlist", "later", facts, missing)


def _experts(workspace: Workspace, round_: Round | None) -> Station:
    if round_ is None:
        return Station("experts", "later", [Fact("round-none")], [])
    counts = workspace.cards.counts(round_)
    facts = [Fact("round-rules", {"number": round_.number, "criteria": len(round_.rubric.criteria)})]
    if counts.issued:
        facts.append(Fact("cards-issued", {"count": counts.issued}))
    if counts.withdrawn:
        facts.append(Fact("cards-withdrawn", {"count": counts.withdrawn}))
    return Station("experts", "later", facts, [])


def _package(workspace: Workspace, round_: Round | None) -> Station:
    if round_ is None or round_.state in ("drafted", "cards"):
        missing = [] if workspace.settings.return_instructions.strip() else [Fact("return-instructions-none")]
        return Station("package", "later", [Fact("package-none")], missing)
    facts = [Fact("package-built", {"count": len(round_.terms.candidates)})]
    if amendments := len(workspace.amendments.list(round_)):
        facts.append(Fact("package-amended", {"count": amendments}))
    return Station("package", "later", facts, [])


def _box(workspace: Workspace, round_: Round | None) -> Station:
    if round_ is None or round_.state in ("drafted", "cards"):
        return Station("box", "later", [Fact("box-none")], [])
    with workspace.counting.box(round_) as box:
        number = len(box)
    cards = workspace.cards.counts(round_)
    facts = [Fact("box-sheets", {"count": number, "cards": cards.expected})]
    if round_.state != "packed":
        facts.append(Fact("box-closed"))
    if round_.state in ("opened", "sealed"):
        facts.append(Fact("box-opened"))
    minimum = round_.rule.minimum_accepted
    short = round_.state in ("packed", "closed") and number < minimum
    missing = [Fact("box-below-minimum", {"count": number, "minimum": minimum})] if short else []
    return Station("box", "later", facts, missing)


def _results(workspace: Workspace, round_: Round | None) -> Station:
    if round_ is None or round_.kind != "final" or round_.state not in ("opened", "sealed"):
        return Station("results", "later", [Fact("results-none")], [])
    publication = workspace.publication
    notice = publication.notice(round_)
    if notice.status == "counted":
        facts = [Fact("results-counted")]
    elif notice.status == "final":
        facts = [Fact("results-final", {"day": str(notice.final)})]
    elif notice.until is not None:
        facts = [Fact("results-notice", {"since": str(notice.since), "until": str(notice.until)})]
    else:
        facts = [Fact("results-proposed")]
    missing = []
    if publication.draw(round_) is None:
        missing.append(Fact("results-draw-awaited", {"source": round_.rule.seed_draw}))
    objections = publication.objections(round_)
    if objections:
        facts.append(Fact("results-objections", {"count": len(objections)}))
    if waiting := sum(objection.open for objection in objections):
        missing.append(Fact("results-objections-open", {"count": waiting}))
    if aside := len(publication.set_aside(round_)):
        facts.append(Fact("results-set-aside", {"count": aside}))
    if commended := sum(bool(each.text) for each in workspace.commendations.all(round_).values()):
        facts.append(Fact("results-commended", {"count": commended}))
    if notice.status != "counted" and publication.is_given_out(round_):
        facts.append(Fact("results-archived"))
    if lacking := _commendations_missing(workspace, round_):
        missing.append(Fact("results-commendations-missing", {"count": lacking}))
    return Station("results", "later", facts, missing)


def _commendations_missing(workspace: Workspace, round_: Round) -> int:
    """Winners without words of commendation, where some were asked for: not every award has them."""
    known = workspace.commendations.all(round_)
    if not known:
        return 0
    winners = workspace.counting.count(round_).winners
    return sum(winner not in known or not known[winner].text for winner in winners)


def _certificates(workspace: Workspace, round_: Round | None) -> Station:
    final = round_ is not None and round_.kind == "final" and workspace.publication.notice(round_).final
    if round_ is None or not final:
        return Station("certificates", "later", [Fact("certificates-none")], [])
    if written := workspace.written.final_certificates(round_):
        return Station("certificates", "later", [Fact("certificates-written", {"count": written})], [])
    return Station("certificates", "later", [Fact("certificates-unwritten")], [])


def _settings(settings: Settings) -> Station:
    facts = [Fact("settings-facets", {"count": len(settings.facets)})] if settings.facets else []
    missing = []
    if not settings.organizers:
        missing.append(Fact("settings-no-organizers"))
    if not settings.return_instructions.strip():
        missing.append(Fact("return-instructions-none"))
    return Station("settings", "now" if missing else "done", facts, missing)


# --- what comes next --------------------------------------------------------------------------------------------


def _next(workspace: Workspace, round_: Round | None, today: datetime.date) -> tuple[Fact, str]:
    """The one thing to do now, and the station where it is done."""
    if round_ is None or round_.state in ("drafted", "cards"):
        return _next_before_packing(workspace, round_)
    if round_.state == "packed":
        with workspace.counting.box(round_) as box:
            number = len(box)
        cards = workspace.cards.counts(round_)
        out = cards.expected
        if number == 0:
            return Fact("next-send"), "package"
        if number < out:
            return Fact("next-collect", {"count": number, "cards": out}), "box"
        return Fact("next-close-box"), "box"
    if round_.state == "closed":
        return Fact("next-open-box"), "box"
    if round_.kind == "shortlist":
        return Fact("next-take-over"), "shortlist"
    return _next_of_results(workspace, round_, today)


def _next_of_results(workspace: Workspace, round_: Round, today: datetime.date) -> tuple[Fact, str]:
    publication = workspace.publication
    notice = publication.notice(round_)
    if publication.draw(round_) is None:
        return Fact("next-draw"), "results"
    if notice.status == "counted":
        return Fact("next-confirm"), "results"
    if notice.status == "final":
        if not publication.is_given_out(round_):
            return Fact("next-archive"), "archive"
        if not workspace.written.final_certificates(round_):
            return Fact("next-certificates"), "certificates"
        if lacking := _commendations_missing(workspace, round_):
            return Fact("next-commendations", {"count": lacking}), "results"
        return Fact("next-nothing"), ""
    if waiting := sum(objection.open for objection in publication.objections(round_)):
        return Fact("next-answer", {"count": waiting}), "results"
    if notice.running(today):
        return Fact("next-notice", {"until": str(notice.until)}), "results"
    return Fact("next-final"), "results"


def _taken_over(workspace: Workspace, round_: Round | None) -> bool:
    """Whether the round collected ballots of the shortlist which have found their way there: it is behind one."""
    if round_ is None or round_.kind != "shortlist" or round_.state not in ("opened", "sealed"):
        return False
    stages = [stage for stage in workspace.stages.all() if stage.round_id == round_.id]
    return any(stage.state == "closed" or workspace.shortlist.tally(stage.number) for stage in stages)


def _next_before_packing(workspace: Workspace, round_: Round | None) -> tuple[Fact, str]:
    counts = workspace.submissions.counts()
    shortlist: Shortlist = workspace.shortlist
    if round_ is None:
        if not any(counts.values()) and not workspace.nominations.ids():
            return Fact("next-nominations"), "nominations"
        waiting = counts["received"] + counts["complete"]
        if waiting:
            return Fact("next-look-through", {"count": waiting}), "nominations"
        if not shortlist.decisions():
            return Fact("next-shortlist"), "shortlist"
    held = sum(decision == "hold" for decision in shortlist.standing().values())
    if held:
        return Fact("next-decide-held", {"count": held}), "shortlist"
    if round_ is None:
        return Fact("next-round"), "experts"
    if not shortlist.candidates(round_):
        return Fact("next-freeze"), "shortlist"
    if round_.state == "drafted":
        return Fact("next-cards"), "experts"
    return Fact("next-pack"), "package"


def _dates(
    settings: Settings, lines: list[LogLine], round_: Round | None, today: datetime.date
) -> list[DateLine]:
    about = {
        line.act for line in lines if round_ is None or line.details.get("round", round_.id) == round_.id
    }
    planned = {each.step: each.date for each in settings.planned}
    found = []
    for step in STEPS:
        if step in planned:
            days = (datetime.date.fromisoformat(planned[step]) - today).days
            found.append(DateLine(step, planned[step], days, _DONE_BY[step] in about))
    return found
