"""The organizer's verbs after the ballot box: rank, certify, archive."""

from __future__ import annotations

import argparse
import datetime
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from review_app.model.files import ensure_folder, read_limited, write_atomically
from review_app.model.publish.certificate import each_certificate, render_certificates
from review_app.model.publish.certificate_name import certificate_name
from review_app.model.publish.design import BLEED, LANGUAGES, ORIENTATIONS, TEMPLATES, Design, load_design
from review_app.model.publish.face_source import FONT_LIMIT, FontFile
from review_app.model.publish.pades import P12_LIMIT, pades_signer, sign_pades
from review_app.model.result.count import Statistics
from review_app.model.result.ranking import RankedCase, exact_text, rounded_text, winners
from review_app.model.result.ties import apart, steps
from review_app.model.result.whatif import other_rules
from review_app.model.rubric import CountingRule, load_rule
from review_app.model.terms import Terms
from review_app.model.workspace.certificate_look import named_in_english
from review_app.texts import Language, phrase
from review_app.verbs.care import given_passphrase
from review_app.verbs.common import (
    DONE,
    Parsers,
    answer,
    note,
    say,
    table,
)
from review_app.verbs.options import add_verb
from review_app.verbs.organizer import open_workspace
from review_app.verbs.ties import show_ties, tie_records

P12_PASSPHRASE_VARIABLE = "REVIEW_APP_P12_PASSPHRASE_FILE"


def add_verbs(parsers: Parsers, language: Language) -> None:
    """Registers the verbs of this file."""
    rank = add_verb(parsers, "rank", language, _rank)
    rank.add_argument("dir", type=Path)
    rank.add_argument("--rule", metavar="FILE.yaml|NAME")
    rank.add_argument("--statistics", action="store_true")

    certify = add_verb(parsers, "certify", language, _certify)
    certify.add_argument("dir", type=Path)
    certify.add_argument("-o", "--output", type=Path, required=True, metavar="F.pdf")
    looks = (*LANGUAGES, *TEMPLATES)
    certify.add_argument("--template", choices=looks, metavar="T")
    certify.add_argument("--design", type=Path, metavar="F.yaml")
    certify.add_argument("--orientation", choices=ORIENTATIONS, metavar="O")
    certify.add_argument("--bleed", action="store_true")
    certify.add_argument("--font", type=Path, action="append", default=[], metavar="F.ttf")
    certify.add_argument("--p12", type=Path, metavar="F.p12")
    certify.add_argument("--passphrase-file", type=Path, metavar="F")
    certify.add_argument("--split", action="store_true")
    certify.add_argument("--award", metavar="NAME")
    certify.add_argument("--date", type=datetime.date.fromisoformat, metavar="YYYY-MM-DD")

    archive = add_verb(parsers, "archive", language, _archive)
    archive.add_argument("dir", type=Path)
    archive.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.results")


def _rank(args: argparse.Namespace) -> int:
    with open_workspace(args) as workspace:
        round_ = workspace.rounds.current()
        titles = {case.id: case.title for case in round_.manifest.cases}
        rule: CountingRule | Literal["borda"] = round_.terms.rule
        if args.rule:
            rule = _other_rule(args.rule, round_.terms)
            ranking = workspace.counting.what_if(round_, rule)
            note(args, "what-if")
        else:
            ranking = workspace.counting.count(round_).ranking
        found = workspace.counting.statistics(round_) if args.statistics and not args.rule else None
        if workspace.sample:
            note(args, "sample-scores")
        intervals = {line.case: line for line in found.intervals} if found else {}
        names = ["rank", "case", "score", "counted", *(["interval", "winning"] if found else [])]
        rows: list[list[object]] = [[phrase("cli", f"column-{name}", args.language) for name in names]]
        points = apart([line.score for line in ranking])
        for line, score in zip(ranking, points, strict=True):
            row: list[object] = [
                line.rank or "–", titles[line.case_id], score or "–", f"{line.used}/{line.sheets}"
            ]  # fmt: skip
            if found and (interval := intervals.get(line.case_id)):
                share = round(100 * interval.winning / found.replicates)
                row += [f"{interval.low}–{interval.high}", f"{share} %"]
            rows.append(row)
        table(args, rows)
        equal = steps(ranking, rule if isinstance(rule, CountingRule) else round_.terms.rule)
        show_ties(args, equal, round_.terms, titles)
        if found:
            _show_agreement(args, found, round_.terms)
        document = ranking_document(ranking, rule, titles, what_if=bool(args.rule), own=round_.terms.rule)
        document["ties"] = tie_records(equal)
        if found:
            document["statistics"] = found
        answer(args, document)
    return DONE


def _other_rule(given: str, terms: Terms) -> CountingRule | Literal["borda"]:
    """A rule by the name of its method, with nothing else changed, or out of a file."""
    named = dict(other_rules(terms.rule)) | {terms.rule.method: terms.rule}
    return named[given] if given in named else load_rule(Path(given), terms.rubric)


def _show_agreement(args: argparse.Namespace, found: Statistics, terms: Terms) -> None:
    """How far the experts agree, in figures, a line for the total and each criterion."""
    english = args.language == "en"
    names = {each.id: (each.name_en if english else "") or each.name for each in terms.rubric.criteria}
    names["total"] = phrase("cli", "agreement-total", args.language)
    figures = ("kendall_w", "alpha_ordinal", "alpha_interval", "icc_2_1", "icc_2_k")
    heads = [phrase("cli", f"column-{name}", args.language) for name in ("agreement", *figures)]
    rows = [
        [names[line.what], *(getattr(line, figure) or "–" for figure in figures)] for line in found.agreement
    ]
    table(args, [heads, *rows])


def ranking_document(
    ranking: Sequence[RankedCase],
    rule: CountingRule | Literal["borda"],
    titles: dict[str, str],
    *,
    what_if: bool,
    own: CountingRule,
) -> dict[str, object]:
    """A ranking as JSON-like data; scores both exact and rounded.  ``own`` is the rule of the terms."""
    return {
        "what_if": what_if,
        "rule": rule,
        "winners": winners(ranking, rule if isinstance(rule, CountingRule) else own),
        "ranking": [
            {
                "rank": line.rank,
                "case": line.case_id,
                "title": titles[line.case_id],
                "score": exact_text(line.score) if line.score is not None else None,
                "score_rounded": rounded_text(line.score) if line.score is not None else None,
                "sheets": line.sheets,
                "used": line.used,
                "drawn": line.drawn,
            }
            for line in ranking
        ],
    }


def _certify(args: argparse.Namespace) -> int:
    design = _design(args)
    signer = _signer(args) if args.p12 else None
    fonts = [FontFile(file.name, read_limited(file, FONT_LIMIT)) for file in args.font]
    with open_workspace(args) as workspace:
        round_ = workspace.rounds.current()
        award = args.award or workspace.settings.title
        design = named_in_english(design, workspace.settings)
        certificates = workspace.counting.certificates(round_, award, args.date)
        final = workspace.counting.is_final(round_)
        if not final:
            note(args, "certified-draft")
        if args.split:
            pages = each_certificate(certificates, design, fonts)
            folder = ensure_folder(args.output)
            files = [folder / certificate_name(certificate) for certificate in certificates]
        else:
            pages = iter([render_certificates(certificates, design, fonts)])
            files = [args.output]
        for file, page in zip(files, pages, strict=True):
            write_atomically(file, sign_pades(page, signer) if signer else page)
        workspace.written.certificates(round_, len(certificates), final=final)
        say(args, "certified", count=len(certificates))
        serials = [
            {"serial": c.serial, "recipient": c.recipient, "title": c.case_title} for c in certificates
        ]
        answer(args, {"files": [str(file) for file in files], "certificates": serials, "final": final})
    return DONE


def _signer(args: argparse.Namespace) -> object:
    content = read_limited(args.p12, P12_LIMIT)
    named = os.environ.get(P12_PASSPHRASE_VARIABLE)
    if args.passphrase_file is None and named:
        args.passphrase_file = Path(named)
    asked = phrase("cli", "ask-p12-passphrase", args.language)
    return pades_signer(content, given_passphrase(args, asked), args.p12.name)


def _design(args: argparse.Namespace) -> Design:
    """What the design file says, then what the other options say."""
    design = load_design(args.design) if args.design else Design()
    if args.template in LANGUAGES:
        design = replace(design, language=args.template)
    elif args.template:
        design = replace(design, template=args.template)
    if args.orientation:
        design = replace(design, orientation=args.orientation)
    if args.bleed:
        design = replace(design, bleed=design.bleed or BLEED, crop_marks=True)
    return design


def _archive(args: argparse.Namespace) -> int:
    with open_workspace(args) as workspace:
        results = workspace.counting.archive(workspace.rounds.current(), args.output)
        say(args, "archived", file=args.output.name, sheets=len(results.states))
        final = results.status == "final"
        say(args, "archive-status-final" if final else "archive-status-proposed")
        document: dict[str, object] = {"file": str(args.output), "sheets": len(results.states)}
        document |= {"winners": results.winners, "status": results.status, "before": results.before}
        answer(args, document)
    return DONE
