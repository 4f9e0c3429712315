"""The verbs of a round before its package: round, cards, withdraw."""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from review_app.model.crypto.keys import thumbprint
from review_app.model.errors import UsageError
from review_app.model.publish.card_papers import CardWords, draw_cards
from review_app.model.rubric import load_rubric, load_rule
from review_app.model.workspace import Workspace
from review_app.model.workspace.cards import CardCounts
from review_app.model.workspace.rounds import Round
from review_app.texts import Language, phrase
from review_app.verbs.common import DONE, Parsers, answer, note, say
from review_app.verbs.options import add_verb, positive
from review_app.verbs.organizer import open_workspace


def add_verbs(parsers: Parsers, language: Language) -> None:
    """Registers the verbs of this file."""
    round_ = add_verb(parsers, "round", language, _round)
    round_.add_argument("dir", type=Path)
    round_.add_argument("action", choices=("new", "show"))
    round_.add_argument("--kind", choices=("shortlist", "final"), default="final")
    round_.add_argument("--rubric", type=Path, metavar="FILE.yaml")
    round_.add_argument("--rule", type=Path, metavar="FILE.yaml")
    round_.add_argument("--minimum", type=positive(1), metavar="N")
    round_.add_argument("--publication", choices=("full", "winners-scored", "winners"))
    round_.add_argument("--blind", action="store_true")

    cards = add_verb(parsers, "cards", language, _cards)
    cards.add_argument("dir", type=Path)
    cards.add_argument("--count", type=positive(1), required=True, metavar="N")
    cards.add_argument("--reserve", type=positive(), default=0, metavar="R")
    cards.add_argument("--pdf", type=Path, required=True, metavar="F")
    cards.add_argument("--out", type=Path, required=True, metavar="DIR2")
    cards.add_argument("--replace", action="store_true")

    withdraw = add_verb(parsers, "withdraw", language, _withdraw)
    withdraw.add_argument("dir", type=Path)
    withdraw.add_argument("lookup", nargs="?")
    withdraw.add_argument("--unnamed", type=positive(), metavar="N")


def card_words(workspace: Workspace, language: Language) -> CardWords:
    """What cards say in ``language``."""
    settings = workspace.settings
    return CardWords(
        phrase("cli", "card-return-note", language),
        phrase("cli", "card-file-title", language, title=settings.title, edition=settings.edition),
    )


def _round(args: argparse.Namespace) -> int:
    if args.blind:
        raise UsageError("not-supported", what="--blind")
    with open_workspace(args) as workspace:
        if args.action == "new":
            rubric = load_rubric(args.rubric)
            rule = load_rule(args.rule, rubric)
            asked = {"minimum_accepted": args.minimum, "publication": args.publication}
            rule = msgspec.structs.replace(rule, **{key: value for key, value in asked.items() if value})
            round_ = workspace.rounds.new(args.kind, rubric, rule)
            say(args, "round-made", number=round_.number)
        else:
            round_ = workspace.rounds.current()
            state = phrase("cli", f"round-{round_.state}", args.language)
            say(args, "round-shown", number=round_.number, state=state)
            counts = workspace.cards.counts(round_)
            if counts.issued:
                say(args, "card-counts", **_counts(counts))
        answer(args, _document(workspace, round_))
    return DONE


def _document(workspace: Workspace, round_: Round) -> dict[str, object]:
    return {
        "round_id": round_.id,
        "number": round_.number,
        "kind": round_.kind,
        "state": round_.state,
        "rubric": round_.rubric,
        "rule": round_.rule,
        "organizer": thumbprint(workspace.organizer_public),
        "cards": _counts(workspace.cards.counts(round_)),
    }


def _counts(counts: CardCounts) -> dict[str, int]:
    return {
        "issued": counts.issued,
        "reserve": counts.reserve,
        "withdrawn": counts.withdrawn,
        "unnamed": counts.unnamed,
    }


def _cards(args: argparse.Namespace) -> int:
    with open_workspace(args) as workspace:
        round_ = workspace.rounds.current()
        words = card_words(workspace, args.language)
        counts = draw_cards(
            workspace, round_, args.count, args.reserve, args.pdf, args.out, words, replace=args.replace
        )
        say(args, "cards-drawn", issued=counts.issued, pdf=args.pdf.name, dir=args.out.name)
        note(args, "cards-honest")
        answer(args, {**_counts(counts), "pdf": str(args.pdf), "dir": str(args.out)})
    return DONE


def _withdraw(args: argparse.Namespace) -> int:
    if (args.lookup is None) == (args.unnamed is None):
        raise UsageError("withdraw-what")
    with open_workspace(args) as workspace:
        round_ = workspace.rounds.current()
        if args.lookup is not None:
            counts = workspace.cards.withdraw(round_, args.lookup)
            say(args, "withdrawn", withdrawn=counts.withdrawn, issued=counts.issued)
        else:
            counts = workspace.cards.set_unnamed(round_, args.unnamed)
            say(args, "card-counts", **_counts(counts))
        answer(args, _counts(counts))
    return DONE
