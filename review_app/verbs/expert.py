"""The expert's verbs: extract, score, scores, export, backup, restore."""

from __future__ import annotations

import argparse
import csv
import io
import re
from pathlib import Path

import msgspec

from review_app.model.errors import InputError
from review_app.model.files import read_limited, write_atomically
from review_app.model.package.amendment import AMENDMENT_FILE_LIMIT
from review_app.model.package.open import SealedPackage
from review_app.model.rubric import Rubric
from review_app.model.scoring.backup import BACKUP_FILE_LIMIT
from review_app.model.scoring.scores import check_score
from review_app.model.scoring.session import ReviewSession
from review_app.model.scoring.sheet import new_sheet_name
from review_app.model.terms import Terms
from review_app.texts import Language
from review_app.verbs.common import (
    DONE,
    Parsers,
    Run,
    add_card_option,
    answer,
    note,
    read_card,
    say,
    table,
    terminal_progress,
)
from review_app.verbs.options import add_verb

SCORES_FILE_LIMIT = 16 << 20
_COLUMNS = ("case", "criterion", "value", "comment")
_INTEGER = re.compile(r"-?[0-9]{1,6}")


def add_verbs(parsers: Parsers, language: Language) -> None:
    """Registers the verbs of this file."""
    extract = add_verb(parsers, "extract", language, _extract)
    extract.add_argument("file", type=Path)
    extract.add_argument("member")
    extract.add_argument("-o", "--output", type=Path, required=True)
    add_card_option(extract, language)

    def expert(name: str, run: Run) -> argparse.ArgumentParser:
        parser = add_verb(parsers, name, language, run)
        parser.add_argument("file", type=Path)
        parser.add_argument("--amend", type=Path, action="append", default=[], metavar="F")
        add_card_option(parser, language)
        return parser

    expert("score", _score).add_argument("--from", dest="scores", type=Path, required=True, metavar="CSV")
    expert("scores", _scores)
    export = expert("export", _export)
    export.add_argument("-o", "--output", type=Path, required=True)
    export.add_argument("--after-revision", type=int, default=0, metavar="N")
    expert("backup", _backup).add_argument("-o", "--output", type=Path, required=True)
    expert("restore", _restore).add_argument("--from", dest="backup", type=Path, required=True, metavar="F")


def _open(args: argparse.Namespace) -> ReviewSession:
    session = ReviewSession.open(args.file, read_card(args))
    try:
        for file in args.amend:
            session.add_amendment(read_limited(file, AMENDMENT_FILE_LIMIT))
        if session.unreadable_amendment is not None:
            note(args, "amendment-unreadable", number=session.unreadable_amendment)
    except BaseException:
        session.close()
        raise
    return session


def _extract(args: argparse.Namespace) -> int:
    with SealedPackage.open(args.file) as sealed:
        package = sealed.unlock(read_card(args))
        member = next(
            (
                attachment.member
                for case in package.manifest.cases
                for attachment in case.attachments
                if args.member == f"{case.id}/{attachment.file_name}"
            ),
            next((case.dossier for case in package.manifest.cases if case.id == args.member), args.member),
        )
        content = package.read_member(member)
        if args.output.exists():
            raise InputError("file-exists", name=args.output.name)
        write_atomically(args.output, content)
        say(args, "extracted", member=member, file=args.output.name, size=len(content))
        answer(args, {"member": member, "size": len(content), "media_type": package.media_type(member)})
    return DONE


def _score(args: argparse.Namespace) -> int:
    with _open(args) as session:
        changes = read_scores_file(args.scores, session.terms.candidate_ids, session.rubric)
        _check_allowed(changes, session.terms)
        progress = terminal_progress(args, "scoring")
        progress.start(len(changes))
        for case_id, criterion, value, comment in changes:
            if value == "recused":
                session.set_recused(case_id, True)
            elif value == "abstained":
                session.set_abstained(case_id, True)
            elif criterion is not None and isinstance(value, int | None):
                session.set_recused(case_id, False)
                session.set_score(case_id, criterion, value)
            if comment:
                session.set_comment(case_id, comment)
            progress.step()
        remaining = session.open_cases()
        say(args, "scored", count=len(changes), open=len(remaining))
        answer(args, {"changes": len(changes), "open": remaining})
    return DONE


def _check_allowed(changes: list[tuple[str, int | None, int | str | None, str]], terms: Terms) -> None:
    """What the store would refuse line by line is refused before the first line is stored."""
    for case_id, _, value, comment in changes:
        if len(comment) > terms.comment_limit:
            raise InputError("comment-too-long", case=case_id, limit=terms.comment_limit)
        if value == "abstained" and not terms.rule.abstention:
            raise InputError("abstention-not-allowed", case=case_id)


def read_scores_file(
    path: Path, case_ids: list[str], rubric: Rubric
) -> list[tuple[str, int | None, int | str | None, str]]:
    """The lines of a scores file as (case, criterion index, value, comment), all checked before any is used.

    ``value`` is an integer on the scale, ``recused``, ``abstained``, or None where the cell is empty (a score is
    cleared, or the line only brings a comment).  UTF-8 with or without BOM, or GB18030.  Raises InputError
    ``scores-file-invalid`` with the line, ``unknown-case``, ``unknown-criterion``, ``score-out-of-range``.
    """
    data = read_limited(path, SCORES_FILE_LIMIT)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = data.decode("gb18030")
        except UnicodeDecodeError as failure:
            raise InputError("text-not-utf8", name=path.name) from failure
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    changes: list[tuple[str, int | None, int | str | None, str]] = []
    try:
        if set(reader.fieldnames or ()) - set(_COLUMNS) or not {"case", "value"} <= set(
            reader.fieldnames or ()
        ):
            raise InputError("scores-file-invalid", line=1, reason="columns: " + ",".join(_COLUMNS))
        for row in reader:
            if None in row or None in row.values():
                raise InputError("scores-file-invalid", line=reader.line_num, reason="number of columns")
            changes.append(_change(row, reader.line_num, case_ids, rubric))
    except csv.Error as failure:
        raise InputError("scores-file-invalid", line=reader.line_num, reason=str(failure)) from failure
    return changes


def _change(
    row: dict[str, str], line: int, case_ids: list[str], rubric: Rubric
) -> tuple[str, int | None, int | str | None, str]:
    case_id, name = row["case"].strip(), (row.get("criterion") or "").strip()
    value, comment = row["value"].strip(), row.get("comment") or ""
    if case_id not in case_ids:
        raise InputError("unknown-case", case=case_id)
    if value in ("recused", "abstained"):
        return case_id, None, value, comment
    if not name and not value:
        return case_id, None, None, comment
    criterion = rubric.criterion_index(name)
    if criterion is None:
        raise InputError("unknown-criterion", criterion=name)
    if not value:
        return case_id, criterion, None, comment
    if not _INTEGER.fullmatch(value):
        raise InputError("scores-file-invalid", line=line, reason=value)
    return case_id, criterion, check_score(int(value), rubric), comment


def _scores(args: argparse.Namespace) -> int:
    with _open(args) as session:
        states = session.states()
        criteria = [criterion.id for criterion in session.rubric.criteria]
        table(
            args,
            [["case", *criteria, "state"]]
            + [
                [case_id, *("–" if s is None else s for s in state.scores), str(state.standing)]
                for case_id, state in states.items()
            ],
        )
        answer(
            args,
            {
                "round_id": session.terms.round_id,
                "criteria": criteria,
                "cases": [
                    {
                        "case": case_id,
                        "state": str(state.standing),
                        "scores": dict(zip(criteria, state.scores, strict=True)),
                        "comment": state.comment,
                        "recused": state.recused,
                        "abstained": state.abstained,
                        "doubtful": state.doubtful,
                    }
                    for case_id, state in states.items()
                ],
                "open": session.open_cases(),
                "exported": session.meta.exported,
            },
        )
    return DONE


def _export(args: argparse.Namespace) -> int:
    with _open(args) as session:
        if args.after_revision:
            session.note_earlier_revision(args.after_revision)
        prefix = "评分表" if args.language == "zh" else "scores"
        file = args.output / new_sheet_name(prefix) if args.output.is_dir() else args.output
        receipt = session.export(file)
        say(args, "exported", file=file.name, revision=receipt.revision)
        say(args, "receipt", receipt=receipt.receipt)
        say(args, "delivery-code", code=receipt.delivery_code)
        instructions = session.package.manifest.return_instructions
        if not instructions.strip():
            say(args, "return-by-letter")
        elif not args.json:
            print(instructions)
        answer(
            args,
            {
                "file": str(file),
                "revision": receipt.revision,
                "receipt": receipt.receipt,
                "delivery_code": receipt.delivery_code,
                "scores_digest": receipt.scores_digest,
                "file_digest": receipt.file_digest,
            },
        )
    return DONE


def _backup(args: argparse.Namespace) -> int:
    with _open(args) as session:
        session.make_backup(args.output)
        size = args.output.stat().st_size
        say(args, "backed-up", file=args.output.name, size=size)
        answer(args, {"file": str(args.output), "round_id": session.terms.round_id, "size": size})
    return DONE


def _restore(args: argparse.Namespace) -> int:
    with _open(args) as session:
        outcome = session.restore_backup(read_limited(args.backup, BACKUP_FILE_LIMIT))
        say(args, "restored", count=len(outcome.taken), open=len(session.open_cases()))
        if outcome.kept:
            say(args, "restored-kept", cases=", ".join(outcome.kept))
        if outcome.replaced:
            say(args, "restored-replaced", cases=", ".join(outcome.replaced))
        answer(args, msgspec.structs.asdict(outcome))
    return DONE
