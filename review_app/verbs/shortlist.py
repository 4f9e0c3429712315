"""The verb shortlist: panel, rounds, votes, decisions, and the frozen list of candidates."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from review_app.model.errors import UsageError
from review_app.model.files import write_atomically
from review_app.model.workspace import Workspace
from review_app.model.workspace.ballots import choice_of
from review_app.model.workspace.shortlist import Decision, decision_kind
from review_app.model.workspace.shortlist_files import read_decisions, read_members, read_votes
from review_app.texts import Language
from review_app.verbs.common import DONE, Parsers, answer, note, say, table
from review_app.verbs.options import add_verb, positive
from review_app.verbs.organizer import open_workspace


def add_verbs(parsers: Parsers, language: Language) -> None:
    """Registers the verb."""
    shortlist = add_verb(parsers, "shortlist", language, _shortlist)
    shortlist.add_argument("dir", type=Path)
    shortlist.add_argument("action", choices=tuple(_ACTIONS))
    shortlist.add_argument("file", type=Path, nargs="?", metavar="FILE.csv")
    shortlist.add_argument("--stage", type=positive(1), metavar="N")
    shortlist.add_argument("--order", choices=("id", "lot"), default="id")
    shortlist.add_argument("--seed", metavar="TEXT")
    shortlist.add_argument("--source", default="", metavar="TEXT")
    shortlist.add_argument("--title", metavar="TEXT")
    shortlist.add_argument("--quota", type=positive(1), metavar="N")
    shortlist.add_argument("--add", action="append", nargs=2, default=[], metavar=("NAME", "INSTITUTION"))
    shortlist.add_argument("--remove", action="append", default=[], metavar="NAME")
    shortlist.add_argument("--member", metavar="NAME")
    shortlist.add_argument("--case", metavar="ID")
    shortlist.add_argument("--choice", metavar="WORD")
    shortlist.add_argument("--reason", default="", metavar="TEXT")
    shortlist.add_argument("--suggested", action="store_true")
    shortlist.add_argument("--only-held", action="store_true")
    shortlist.add_argument("-o", "--output", type=Path, metavar="F.pdf")


@dataclass(frozen=True)
class _Call:
    """One call of the verb."""

    args: argparse.Namespace
    workspace: Workspace

    @property
    def stage(self) -> int:
        """The round meant: the one named, the one under way, or the first."""
        if self.args.stage is not None:
            return int(self.args.stage)
        current = self.workspace.stages.current()
        return current.number if current else 1

    def file(self) -> Path:
        """The file argument; raises UsageError ``file-needed``."""
        if self.args.file is None:
            raise UsageError("file-needed")
        return Path(self.args.file)


def _shortlist(args: argparse.Namespace) -> int:
    with open_workspace(args) as workspace:
        call = _Call(args, workspace)
        _ACTIONS[args.action](call)
        if args.action in ("apply", "show", "freeze"):
            _show(call)
        answer(args, document(workspace, call.stage))
    return DONE


def document(workspace: Workspace, stage: int) -> dict[str, object]:
    """All of stage 2 as JSON-like data: where the cases stand and why, and what was said in the round ``stage``."""
    shortlist = workspace.shortlist
    standing = shortlist.standing()
    facets = {
        name: {"accepted": c.accepted, "still_in": c.still_in} for name, c in shortlist.coverage().items()
    }
    found: dict[str, object] = {
        "standing": standing,
        "kept": sorted(case_id for case_id, decision in standing.items() if decision == "keep"),
        "coverage": facets,
        "decisions": shortlist.decisions(),
        "panel": workspace.panel.members(),
        "stages": workspace.stages.all(),
        "stage": stage,
        "votes": shortlist.votes(stage),
        "tally": {case_id: tally._asdict() for case_id, tally in shortlist.tally(stage).items()},
        "suggestions": {case_id: s._asdict() for case_id, s in shortlist.suggestions(stage).items()},
        "changes": [
            {
                "case": change.case_id,
                "before": change.before,
                "after": change.after,
                "kind": change.kind,
                "reason": change.reason,
            }
            for change in shortlist.changes(stage)
        ],
        "candidates": [],
        "drawn": None,
    }
    for by in ("region", "route", "body_type"):
        covers = shortlist.coverage(by)
        found[f"coverage_{by}"] = {
            name: {"accepted": cover.accepted, "still_in": cover.still_in} for name, cover in covers.items()
        }
    if workspace.rounds.all():
        round_ = workspace.rounds.current()
        found["candidates"] = [
            {"id": c.candidate_id, "case": c.case.id, "title": c.case.title}
            for c in shortlist.candidates(round_)
        ]
        found["drawn"] = shortlist.drawn(round_)
    return found


def _show(call: _Call) -> None:
    args, workspace = call.args, call.workspace
    standing, coverage = workspace.shortlist.standing(), workspace.shortlist.coverage()
    titles = _titles(workspace)
    table(args, [[case_id, decision, titles[case_id]] for case_id, decision in sorted(standing.items())])
    table(args, [[facet, f"{cover.still_in}/{cover.accepted}"] for facet, cover in coverage.items()])
    kept = sum(decision == "keep" for decision in standing.values())
    say(args, "shortlisted", kept=kept, total=len(standing))


def _nothing(_call: _Call) -> None:
    pass


def _apply(call: _Call) -> None:
    stage = call.args.stage or 1
    call.workspace.shortlist.decide_all(read_decisions(call.file(), stage))


def _freeze(call: _Call) -> None:
    workspace = call.workspace
    workspace.shortlist.freeze(workspace.rounds.current(), call.args.order, call.args.seed)


def _panel(call: _Call) -> None:
    args, panel = call.args, call.workspace.panel
    with call.workspace.transaction():
        people = read_members(args.file) if args.file else []
        panel.add_all(people, skip_known=True)
        panel.add_all([(name, institution) for name, institution in args.add])
        for name in args.remove:
            panel.remove(panel.find(name).id)
    members = panel.members()
    table(args, [[member.id, member.name, member.institution] for member in members])
    say(args, "shortlist-panel", members=len(members))


def _open(call: _Call) -> None:
    args, stages = call.args, call.workspace.stages
    if args.stage is not None and stages.find(args.stage) is not None:
        stage = stages.change(args.stage, args.title, args.quota)
    else:
        stage = stages.new(args.title or "", args.quota)
    say(args, "shortlist-stage", stage=stage.number, quota=stage.quota)


def _vote(call: _Call) -> None:
    args, workspace = call.args, call.workspace
    if args.member is not None and args.case is not None:
        member = workspace.panel.find(args.member)
        choice = choice_of(args.choice) if args.choice else None
        if choice is not None and workspace.stages.find(call.stage) is None:
            workspace.stages.new()
        workspace.shortlist.vote(call.stage, member.id, args.case, choice)
    else:
        votes = read_votes(call.file(), call.stage, workspace.panel)
        workspace.shortlist.ballots.vote_all(votes)
        say(args, "shortlist-votes", votes=len(votes), stage=call.stage)
    _tally(call)


def _tally(call: _Call) -> None:
    args, shortlist = call.args, call.workspace.shortlist
    titles, suggestions = _titles(call.workspace), shortlist.suggestions(call.stage)
    rows = []
    for case_id, tally in shortlist.tally(call.stage).items():
        suggested = suggestions[case_id].decision if case_id in suggestions else "–"
        counts = f"{tally.recommend}/{tally.hold}/{tally.drop}"
        rows.append([case_id, counts, suggested, titles.get(case_id, "")])
    if rows:
        say(args, "shortlist-tally", stage=call.stage)
        table(args, rows)


def _decide(call: _Call) -> None:
    args, shortlist = call.args, call.workspace.shortlist
    if args.suggested:
        done = {decision.case_id for decision in shortlist.decisions(call.stage)}
        found = [
            Decision(call.stage, case_id, s.decision, "" if s.decision == "keep" else args.reason)
            for case_id, s in shortlist.suggestions(call.stage).items()
            if case_id not in done
        ]
        shortlist.decide_together(found)
        say(args, "shortlist-decided", decisions=len(found), stage=call.stage)
        return
    if args.case is None:
        raise UsageError("case-needed")
    if args.choice is None:
        shortlist.take_back(call.stage, args.case)
        return
    shortlist.decide(call.stage, args.case, decision_kind(args.choice), args.reason)
    say(args, "shortlist-decided", decisions=1, stage=call.stage)


def _close(call: _Call) -> None:
    shortlist = call.workspace.shortlist
    undecided = _undecided(call)
    stage = shortlist.close(call.stage)
    say(call.args, "shortlist-closed", stage=stage.number)
    if undecided:
        note(call.args, "shortlist-undecided", cases=undecided)
    _changes(call)


def _undecided(call: _Call) -> int:
    shortlist = call.workspace.shortlist
    decided = {decision.case_id for decision in shortlist.decisions(call.stage)}
    return len([case_id for case_id in shortlist.on_table(call.stage) if case_id not in decided])


def _changes(call: _Call) -> None:
    titles = _titles(call.workspace)
    rows = [
        [change.case_id, f"{change.before} → {change.after}", titles[change.case_id], change.reason]
        for change in call.workspace.shortlist.changes(call.stage)
        if change.kind != "stays"
    ]
    table(call.args, rows)
    say(call.args, "shortlist-changes", changes=len(rows), stage=call.stage)


def _undo(call: _Call) -> None:
    edit = call.workspace.shortlist.undo()
    say(call.args, "shortlist-undone", act=edit.act)


def _redo(call: _Call) -> None:
    edit = call.workspace.shortlist.redo()
    say(call.args, "shortlist-redone", act=edit.act)


def _ballot(call: _Call) -> None:
    if call.workspace.stages.find(call.stage) is None:
        call.workspace.stages.new()
    round_ = call.workspace.shortlist.start_ballot(call.stage, only_held=call.args.only_held)
    say(call.args, "shortlist-ballot", round=round_.number, stage=call.stage)


def _collect(call: _Call) -> None:
    workspace = call.workspace
    round_id = workspace.stages.get(call.stage).round_id
    round_ = workspace.rounds.get(round_id) if round_id else workspace.rounds.current()
    sheets = workspace.shortlist.from_round(call.stage, round_)
    say(call.args, "shortlist-collected", sheets=sheets, stage=call.stage)
    _tally(call)


def _lot(call: _Call) -> None:
    lot = call.workspace.shortlist.announce_lot(call.workspace.rounds.current(), call.args.source)
    say(call.args, "shortlist-lot", source=lot.source)


def _list(call: _Call) -> None:
    args, workspace = call.args, call.workspace
    round_ = workspace.rounds.current()
    candidates = workspace.shortlist.candidates(round_)
    if not candidates:
        raise UsageError("list-not-frozen")
    table(
        args,
        [[place, c.candidate_id, c.case.title, c.case.organisation] for place, c in enumerate(candidates, 1)],
    )
    if args.output is not None:
        from review_app.model.publish.candidate_list import render_candidates

        write_atomically(args.output, render_candidates(workspace, round_))
        say(args, "shortlist-printed", file=args.output.name, candidates=len(candidates))


def _titles(workspace: Workspace) -> dict[str, str]:
    return workspace.nominations.titles()


_ACTIONS: dict[str, Callable[[_Call], None]] = {
    "apply": _apply,
    "show": _nothing,
    "freeze": _freeze,
    "panel": _panel,
    "open": _open,
    "vote": _vote,
    "tally": _tally,
    "decide": _decide,
    "close": _close,
    "changes": _changes,
    "undo": _undo,
    "redo": _redo,
    "ballot": _ballot,
    "collect": _collect,
    "lot": _lot,
    "list": _list,
}
