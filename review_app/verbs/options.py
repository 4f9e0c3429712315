"""Building the parser: every verb takes ``--json``; verbs and arguments have their help in the reader's language."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from review_app.texts import Language, phrase
from review_app.verbs.common import Parsers, Run


def add_verb(parsers: Parsers, name: str, language: Language, run: Run) -> argparse.ArgumentParser:
    """A sub-parser for the verb ``name``, its help from the catalogue."""
    text = phrase("cli", f"help-{name}", language)
    parser: argparse.ArgumentParser = parsers.add_parser(name, help=text, description=text)
    parser.add_argument("--json", action="store_true", help=phrase("cli", "help-json", language))
    parser.set_defaults(run=run)
    return parser


def head_help(parser: argparse.ArgumentParser, language: Language) -> None:
    """The headings of a parser's help, and what it says of ``--help``, in the reader's language."""
    parser._positionals.title = phrase("cli", "help-arguments", language)
    parser._optionals.title = phrase("cli", "help-options", language)
    for action in parser._actions:
        if isinstance(action, argparse._HelpAction):
            action.help = phrase("cli", "help-help", language)


def explain(parser: argparse.ArgumentParser, verb: str, language: Language) -> None:
    """Gives every argument of ``verb`` that has no help yet the sentence ``option-<verb>-<name>`` of the catalogue, or
    the one it shares with other verbs, ``option-<name>``; and the help itself its headings."""
    head_help(parser, language)
    for action in parser._actions:
        if action.help is None:
            own, shared = f"option-{verb}-{action.dest}", f"option-{action.dest}"
            text = phrase("cli", own, language)
            action.help = phrase("cli", shared, language) if text == own else text


def positive(least: int = 0) -> Callable[[str], int]:
    """A converter for argparse: an integer of at least ``least``."""

    def convert(text: str) -> int:
        value = int(text)
        if value < least:
            raise ValueError(text)
        return value

    convert.__name__ = "number"  # argparse says "invalid number value"
    return convert
