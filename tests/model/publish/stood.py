"""A standing to publish from: the sample campaign, counted from real sheets, with objections and commendations; and the
same at other levels and with other names."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from review_app.model.box.record import record_digest
from review_app.model.crypto import ballot_card
from review_app.model.crypto.vault import Unlocker
from review_app.model.rubric import load_rubric, load_rule
from review_app.model.sample.campaign import decide_shortlist, make_workspace, nominate, sample_data
from review_app.model.sample.scoring import synthetic_state
from review_app.model.scoring.sheet import make_sheet
from review_app.model.terms import terms_digest
from review_app.model.workspace.commendations import Words
from review_app.model.workspace.standing import Standing, look

SHEETS = 9
OBJECTOR, OTHER_OBJECTOR = "某市网信办王五", "不愿具名的读者"
WORDS = "它把分散在几十个部门的诉求归到一处，办到哪一步、由谁在办，人人看得见。"


def make_standing(folder: Path) -> Standing:
    """Twenty-four cases, nine sheets and a corrected one; two objections, a case set aside, two commendations."""
    home = folder / "home"
    home.mkdir()
    with make_workspace(folder / "ws", Unlocker(home=home)) as workspace:
        nominate(workspace)
        decide_shortlist(workspace)
        rubric, data = load_rubric(), sample_data()
        rule = msgspec.structs.replace(load_rule(None, rubric), minimum_accepted=1)
        round_ = workspace.rounds.new("final", rubric, rule)
        workspace.shortlist.freeze(round_, "lot", "sample")
        drawn = workspace.cards.draw(round_, SHEETS, 2)
        workspace.packing.pack(round_, folder / "a.casepkg")
        digest, sheets = terms_digest(round_.terms_jws), []
        for number, issued in enumerate(drawn.files[:SHEETS]):
            keys = ballot_card.derive(issued.card, round_.id, round_.organizer_thumbprint)
            expert = data.experts[number % len(data.experts)]
            states = {
                case_id: synthetic_state(expert, case_id, data.quality[case_id], rubric)
                for case_id in round_.terms.candidate_ids
            }
            for revision in range(1, 3 if number == 1 else 2):
                sheets.append(make_sheet(round_.terms, digest, keys, states, revision)[0])
        counting, publication = workspace.counting, workspace.publication
        counting.take_in(round_, sheets)
        counting.close(round_)
        counting.open(round_, present=("张三", "李四（监督）"))
        first = look(workspace, round_)
        record = record_digest(counting.record(round_))  # the days are compared as texts, whatever day it is
        publication.announce(round_, record, datetime.date(2026, 12, 1), datetime.date(2026, 12, 7))
        losers = [line.case for line in first.cases if not line.wins]
        day = datetime.date(2026, 12, 2)
        publication.object(round_, day=day, by=OBJECTOR, text="落选一案的用户数有误。", about=losers[0].id)
        publication.object(round_, day=day, by=OTHER_OBJECTOR, text="专家名单应当公布。")
        publication.object(round_, day=day, by=OTHER_OBJECTOR, text="另有一事。")
        publication.answer(
            round_,
            1,
            day=datetime.date(2026, 12, 4),
            outcome="rejected",
            text="经核实，与申报材料一致。",
        )
        publication.answer(
            round_,
            2,
            day=datetime.date(2026, 12, 5),
            outcome="rejected",
            text=f"名单不公布；所问的{losers[1].title}一案另函答复。",
        )
        publication.put_aside(round_, losers[-1].id, "数据查无出处。")
        workspace.commendations.put(
            round_, first.winners[0], Words("赵明", "教授", "示例大学", WORDS), datetime.date(2026, 12, 3)
        )
        workspace.commendations.put(
            round_, first.winners[1], Words("钱芳", "研究员", "示例研究院"), datetime.date(2026, 12, 3)
        )
        return look(workspace, round_)


def at_level(standing: Standing, publication: str, auditors: Sequence[str] = ()) -> Standing:
    """The same standing under terms with another publication level."""
    rule = msgspec.structs.replace(
        standing.rule,
        publication=publication,
        auditors=list(auditors),
    )
    return dataclasses.replace(standing, terms=msgspec.structs.replace(standing.terms, rule=rule))


def renamed(standing: Standing, name: Callable[[int, str], str]) -> Standing:
    """The same standing whose cases and their bodies are called as ``name`` says, by place and old name."""
    titles = {case_id: name(place, title) for place, (case_id, title) in enumerate(standing.titles.items())}
    cases = [
        dataclasses.replace(
            line,
            case=msgspec.structs.replace(
                line.case,
                title=titles[line.case.id],
                organisation=name(place + 1, line.case.organisation),
            ),
        )
        for place, line in enumerate(standing.cases)
    ]
    return dataclasses.replace(standing, titles=titles, cases=cases)


def losers(standing: Standing) -> list[str]:
    """The titles of all candidates that didn't win."""
    return [title for case_id, title in standing.titles.items() if case_id not in standing.winners]


def winners(standing: Standing) -> list[str]:
    """The titles of those that did."""
    return [standing.titles[case_id] for case_id in standing.winners]
