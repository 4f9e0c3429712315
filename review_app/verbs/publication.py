"""The verbs of what follows the count: publish (draw, notice, objections, final result) and commend."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from review_app.model.errors import InputError, UsageError
from review_app.model.files import read_limited, write_atomically
from review_app.model.publish.commendation import (
    read_return,
    request_letter,
    requests_docx,
    requests_pdf,
    return_form,
)
from review_app.model.workspace import Workspace
from review_app.model.workspace.commendations import Words
from review_app.model.workspace.publication import TEXT_LIMIT, Outcome
from review_app.model.workspace.rounds import Round
from review_app.model.workspace.standing import look
from review_app.texts import Language, phrase
from review_app.verbs.common import DONE, Parsers, answer, say, table
from review_app.verbs.options import add_verb
from review_app.verbs.organizer import open_workspace

FORM_LIMIT = 16 << 20


def add_verbs(parsers: Parsers, language: Language) -> None:
    """Registers the verbs of this file."""
    day = datetime.date.fromisoformat
    publish = add_verb(parsers, "publish", language, _publish)
    publish.add_argument("dir", type=Path)
    publish.add_argument("action", choices=tuple(_ACTIONS), nargs="?", default="show")
    publish.add_argument("what", nargs="?", metavar="TEXT|N|CASE")
    publish.add_argument("--since", type=day, metavar="YYYY-MM-DD")
    publish.add_argument("--until", type=day, metavar="YYYY-MM-DD")
    publish.add_argument("--date", type=day, metavar="YYYY-MM-DD")
    publish.add_argument("--by", default="", metavar="NAME")
    publish.add_argument("--about", default="", metavar="CASE")
    publish.add_argument("--text", default="", metavar="TEXT")
    publish.add_argument("--text-file", type=Path, metavar="F.txt")
    outcome = publish.add_mutually_exclusive_group()
    outcome.add_argument("--upheld", action="store_true")
    outcome.add_argument("--rejected", action="store_true")
    publish.add_argument("--reason", default="", metavar="TEXT")
    publish.add_argument("--early", default="", metavar="REASON")

    commend = add_verb(parsers, "commend", language, _commend)
    commend.add_argument("dir", type=Path)
    commend.add_argument("action", choices=tuple(_COMMEND), nargs="?", default="show")
    commend.add_argument("what", nargs="?", metavar="CASE|F.docx")
    for name in ("author", "post", "institution", "text"):
        commend.add_argument(f"--{name}", metavar="TEXT")
    commend.add_argument("--text-file", type=Path, metavar="F.txt")
    commend.add_argument("--date", type=day, metavar="YYYY-MM-DD")
    commend.add_argument("--until", type=day, metavar="YYYY-MM-DD")
    commend.add_argument("--contact", default="", metavar="TEXT")
    commend.add_argument("--in", dest="paper_language", choices=get_args(Language))
    commend.add_argument("-o", "--output", type=Path, metavar="F.docx|F.pdf")


@dataclass(frozen=True)
class _Call:
    """One call of a verb."""

    args: argparse.Namespace
    workspace: Workspace
    round: Round

    @property
    def day(self) -> datetime.date:
        """The day that the act is of: today unless given."""
        return _day(self.args)

    def what(self) -> str:
        """The argument after the action; raises UsageError ``argument-needed``."""
        if not self.args.what:
            raise UsageError("argument-needed", action=self.args.action)
        return str(self.args.what)


def _day(args: argparse.Namespace) -> datetime.date:
    return args.date or datetime.date.today()


def _words(args: argparse.Namespace) -> str | None:
    """What ``--text`` or the file of ``--text-file`` says; raises InputError ``text-not-utf8``."""
    if args.text_file is None:
        return str(args.text) if args.text is not None else None
    try:
        return read_limited(args.text_file, 8 * TEXT_LIMIT).decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        raise InputError("text-not-utf8", name=args.text_file.name) from failure


def _publish(args: argparse.Namespace) -> int:
    with open_workspace(args) as workspace:
        call = _Call(args, workspace, workspace.rounds.current())
        _ACTIONS[args.action](call)
        _show(call)
        answer(args, publication_document(workspace, call.round))
    return DONE


def publication_document(workspace: Workspace, round_: Round) -> dict[str, object]:
    """How the result stands, as JSON-like data."""
    publication = workspace.publication
    notice = publication.notice(round_)
    opened = round_.state in ("opened", "sealed")
    return {
        "status": notice.status,
        "since": notice.since,
        "until": notice.until,
        "final": notice.final,
        "draw": publication.draw(round_),
        "draw_source": round_.rule.seed_draw,
        "publication": round_.rule.publication,
        "objections": publication.objections(round_),
        "set_aside": publication.set_aside(round_),
        "winners": workspace.counting.count(round_).winners if opened else [],
    }


def _show(call: _Call) -> None:
    args, round_, publication = call.args, call.round, call.workspace.publication
    if args.json:
        return
    notice = publication.notice(round_)
    if notice.status == "counted":
        say(args, "publish-counted")
    elif notice.status == "final":
        say(args, "publish-final", day=notice.final)
    elif notice.until is None:
        say(args, "publish-proposed", day=notice.since)
    else:
        say(args, "publish-notice", since=notice.since, until=notice.until)
    if round_.rule.seed_draw:
        draw = publication.draw(round_)
        if draw is None:
            say(args, "publish-draw-awaited", source=round_.rule.seed_draw)
        else:
            say(args, "publish-draw", draw=draw)
    titles = {case.id: case.title for case in round_.manifest.cases}
    for objection in publication.objections(round_):
        about = titles.get(objection.about, phrase("cli", "objection-on-all", args.language))
        outcome = phrase("cli", f"objection-{objection.outcome or 'open'}", args.language)
        table(args, [[objection.number, objection.day, objection.by or "–", about, outcome, objection.text]])
        if objection.answer:
            table(args, [["", objection.answered, objection.answer]])
    aside = phrase("cli", "archive-set-aside", args.language)
    table(args, [[aside, titles[out.case], out.reason] for out in publication.set_aside(round_)])


def _draw(call: _Call) -> None:
    call.workspace.publication.record_draw(call.round, call.what())


def _confirm(call: _Call) -> None:
    since = call.args.since or call.day
    call.workspace.counting.confirm(call.round, since, call.args.until)


def _object(call: _Call) -> None:
    args = call.args
    call.workspace.publication.object(
        call.round, day=call.day, by=args.by, text=_words(args) or "", about=args.about
    )


def _answer(call: _Call) -> None:
    args, typed = call.args, call.what()
    if not typed.isdecimal():
        raise UsageError("unknown-objection", number=typed)
    outcome: Outcome = "upheld" if args.upheld else "rejected" if args.rejected else ""
    call.workspace.publication.answer(
        call.round, int(typed), day=call.day, outcome=outcome, text=_words(args) or ""
    )


def _set_aside(call: _Call) -> None:
    call.workspace.publication.put_aside(call.round, call.what(), call.args.reason)


def _take_back(call: _Call) -> None:
    call.workspace.publication.take_back(call.round, call.what())


def _final(call: _Call) -> None:
    call.workspace.publication.finish(call.round, call.day, call.args.early)


_ACTIONS: dict[str, Callable[[_Call], None]] = {
    "show": lambda call: None,
    "draw": _draw,
    "confirm": _confirm,
    "object": _object,
    "answer": _answer,
    "set-aside": _set_aside,
    "take-back": _take_back,
    "final": _final,
}


def _commend(args: argparse.Namespace) -> int:
    with open_workspace(args) as workspace:
        call = _Call(args, workspace, workspace.rounds.current())
        _COMMEND[args.action](call)
        found = workspace.commendations.all(call.round)
        titles = {case.id: case.title for case in call.round.manifest.cases}
        opened = call.round.state in ("opened", "sealed")
        winning = workspace.counting.count(call.round).winners if opened else []
        missing = [case for case in winning if case not in found or not found[case].text]
        for case, commendation in found.items():
            table(args, [[case, titles[case], commendation.signature, commendation.text or "–"]])
        if missing:
            say(args, "commendations-missing", count=len(missing), titles=[titles[case] for case in missing])
        answer(args, {"commendations": list(found.values()), "missing": missing})
    return DONE


def _set(call: _Call) -> None:
    """What isn't given stays as it was."""
    args, case = call.args, call.what()
    known = call.workspace.commendations.all(call.round).get(case)
    given = (args.author, args.post, args.institution, _words(args))
    old = (known.author, known.post, known.institution, known.text) if known else ("", "", "", "")
    words = Words(*(old if new is None else new for old, new in zip(old, given, strict=True)))
    call.workspace.commendations.put(call.round, case, words, call.day)


def _remove(call: _Call) -> None:
    call.workspace.commendations.remove(call.round, call.what())


def _read(call: _Call) -> None:
    """Takes the words from a form that an author has filled in."""
    file = Path(call.what())
    returned = read_return(read_limited(file, FORM_LIMIT), file.name)
    call.workspace.commendations.put(call.round, returned.case, returned.words, call.day)


def _letters(call: _Call) -> None:
    """The letter to every winner's author, in one document."""
    args, standing = call.args, look(call.workspace, call.round)
    if args.until is None:
        raise UsageError("day-needed")
    output = _output(args, (".docx", ".pdf"))
    language = args.paper_language or args.language
    letters = [
        request_letter(standing, case, language, until=args.until, contact=args.contact, day=call.day)
        for case in standing.winners
    ]
    make = requests_pdf if output.suffix.lower() == ".pdf" else requests_docx
    write_atomically(output, make(letters, language))
    say(args, "letters-made", count=len(letters), file=output.name)


def _form(call: _Call) -> None:
    """The form for one case, to be filled in and sent back."""
    args, case = call.args, call.what()
    standing = look(call.workspace, call.round)
    if case not in [line.case.id for line in standing.cases]:
        raise UsageError("unknown-case", case=case)
    output = _output(args, (".docx",))
    write_atomically(output, return_form(standing, case, args.paper_language or args.language))
    say(args, "paper-public", file=output.name)


def _output(args: argparse.Namespace, suffixes: Sequence[str]) -> Path:
    """Where to write; raises UsageError ``file-needed``, ``letter-format``."""
    if args.output is None:
        raise UsageError("file-needed")
    output: Path = args.output
    if output.suffix.lower() not in suffixes:
        raise UsageError("letter-format", suffix=output.suffix.lower())
    return output


_COMMEND: dict[str, Callable[[_Call], None]] = {
    "show": lambda call: None,
    "set": _set,
    "remove": _remove,
    "letters": _letters,
    "form": _form,
    "read": _read,
}
