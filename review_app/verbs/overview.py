"""The verbs overview and log: where a campaign stands, and everything that was done, in sentences."""

from __future__ import annotations

import argparse
from pathlib import Path

from review_app.desk_words import (
    act_sentence,
    days_words,
    fact_sentence,
    next_sentence,
    standing_word,
    station_name,
    step_name,
)
from review_app.model.crypto.base32 import short_form
from review_app.model.workspace.log import LogLine
from review_app.model.workspace.overview import overview, topic_of
from review_app.texts import Language
from review_app.verbs.common import DONE, Parsers, answer, say, table
from review_app.verbs.options import add_verb
from review_app.verbs.organizer import open_workspace


def add_verbs(parsers: Parsers, language: Language) -> None:
    """Registers the verbs of this file."""
    shown = add_verb(parsers, "overview", language, _overview)
    shown.add_argument("dir", type=Path)
    log = add_verb(parsers, "log", language, _log)
    log.add_argument("dir", type=Path)
    log.add_argument("action", choices=("show", "verify"), nargs="?", default="show")


def _overview(args: argparse.Namespace) -> int:
    with open_workspace(args) as workspace:
        found = overview(workspace)
    language = args.language
    for station in found.stations:
        words = [fact_sentence(fact, language) for fact in [*station.facts, *station.missing]]
        name, standing = station_name(station.name, language), standing_word(station.standing, language)
        table(args, [[name, standing, "; ".join(words)]])
    for date in found.dates:
        table(args, [[step_name(date.step, language), date.date, days_words(date, language)]])
    say(args, "overview-next", next=next_sentence(found.next, language))
    answer(args, found)
    return DONE


def _log(args: argparse.Namespace) -> int:
    with open_workspace(args) as workspace:
        head = workspace.verify_log()
        lines = workspace.log.lines()
        titles = workspace.nominations.titles()
    if args.action == "show":
        table(
            args,
            [[str(line.seq), line.time, act_sentence(line, args.language, titles, lines)] for line in lines],
        )
    say(args, "log-holds", count=len(lines), head=short_form(head) if head else "–")
    document: dict[str, object] = {"holds": True, "lines": len(lines), "head": head}
    if args.action == "show":
        document["log"] = [
            _document(line, act_sentence(line, args.language, titles, lines)) for line in lines
        ]
    answer(args, document)
    return DONE


def _document(line: LogLine, sentence: str) -> dict[str, object]:
    return {
        "seq": line.seq,
        "time": line.time,
        "act": line.act,
        "about": topic_of(line.act),
        "details": line.details,
        "previous": line.previous,
        "sentence": sentence,
    }
