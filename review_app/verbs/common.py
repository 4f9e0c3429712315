"""What all verbs share: output for people or as JSON, progress, cards and exit statuses."""

from __future__ import annotations

import argparse
import getpass
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from review_app.model.crypto.ballot_card import BallotCard, parse_card
from review_app.model.crypto.vault import PASSPHRASE_VARIABLE
from review_app.model.errors import InputError, ReviewError, UsageError
from review_app.model.files import HOME_VARIABLE, read_limited
from review_app.model.progress import Progress
from review_app.model.text import visible
from review_app.texts import Language, error_text, phrase

if TYPE_CHECKING:  # most verbs read no package
    from review_app.model.package.parts import Part

DONE, NO, USAGE, REFUSED, ENVIRONMENT = 0, 1, 2, 3, 4
"""Exit statuses: done; the answer is no; wrong usage; input refused; the computer can't."""

Run = Callable[[argparse.Namespace], int]
Parsers = Any  # argparse's sub-parsers action, whose class is private
CARD_FILE_LIMIT = 16 << 10


def say(args: argparse.Namespace, key: str, /, **params: object) -> None:
    """Prints one sentence of the catalogue on stdout, unless the answer is JSON."""
    if not args.json:
        print(phrase("cli", key, args.language, **params))


def note(args: argparse.Namespace, key: str, /, **params: object) -> None:
    """Prints one sentence on stderr: what a person should know beside the answer."""
    print(phrase("cli", key, args.language, **params), file=sys.stderr)


def note_passed_over(args: argparse.Namespace, forged: Sequence[Part]) -> None:
    """Says on stderr which files only pretend to be a part of the package that was read."""
    for part in forged:
        said = InputError("part-passed-over", name=part.path.name, number=part.header.number)
        text = error_text(said, args.language)
        print(text.what, text.next, file=sys.stderr)


def table(args: argparse.Namespace, rows: Sequence[Sequence[object]]) -> None:
    """Prints rows in columns, unless the answer is JSON; text from outside is made visible, and long text cut but in
    the last column."""
    if args.json or not rows:
        return
    cells = [[visible(str(cell), 60) for cell in row[:-1]] + [visible(str(row[-1]), 600)] for row in rows]
    widths = [max(_width(row[column]) for row in cells) for column in range(len(cells[0]))]
    for row in cells:
        padded = [cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)]
        print("  ".join(padded).rstrip())


def answer(args: argparse.Namespace, document: object) -> None:
    """Prints ``document`` as JSON where the caller asked for it."""
    if args.json:
        builtins = msgspec.to_builtins(document)
        # What another encoding can't write would be escaped as Python does it, and that is no JSON.
        escape = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
        print(json.dumps(builtins, ensure_ascii=escape, indent=2, sort_keys=True))


def print_error(error: ReviewError, language: Language) -> None:
    """The last line of stderr for an expected failure: ``error[<code>]: what happened. what to do.``"""
    text = error_text(error, language)
    print(f"error[{error.code}]: {text.what} {text.next}".rstrip(), file=sys.stderr)


def terminal_progress(args: argparse.Namespace, key: str) -> Progress:
    """Progress as a bar on stderr, only where that is a terminal."""
    if not sys.stderr.isatty():
        return Progress()
    label = phrase("cli", key, args.language)

    def report(done: int, total: int) -> None:
        filled = 24 * done // total if total else 24
        end = "\n" if done >= total else ""
        print(
            f"\r{label}  {'█' * filled}{'·' * (24 - filled)} {done}/{total}",
            end=end,
            file=sys.stderr,
            flush=True,
        )

    return Progress(report)


def somebody_to_ask() -> bool:
    """Whether a question would reach a person: a terminal is there, and no variable says where secrets are kept."""
    scripted = any(os.environ.get(name) for name in (HOME_VARIABLE, PASSPHRASE_VARIABLE))
    return not scripted and sys.stdin is not None and sys.stdin.isatty()


def read_card(args: argparse.Namespace) -> BallotCard:
    """The ballot card of ``--card-file`` (``-`` is stdin), or typed at a terminal without echo.

    Raises UsageError ``card-needed`` where nobody can be asked, and what :func:`parse_card` raises.
    """
    try:
        if args.card_file == "-":
            return parse_card(sys.stdin.buffer.read(CARD_FILE_LIMIT).decode("utf-8"))
        if args.card_file is not None:
            return parse_card(read_limited(Path(args.card_file), CARD_FILE_LIMIT).decode("utf-8"))
    except UnicodeDecodeError as failure:
        raise InputError("text-not-utf8", name=Path(args.card_file).name) from failure
    if not somebody_to_ask():
        raise UsageError("card-needed")
    return parse_card(getpass.getpass(phrase("cli", "ask-card", args.language)))


def add_card_option(parser: argparse.ArgumentParser, language: Language) -> None:
    """Adds ``--card-file``."""
    parser.add_argument("--card-file", metavar="F", help=phrase("cli", "help-card-file", language))


def _width(text: str) -> int:
    """Columns of a terminal that ``text`` takes: two for East Asian wide characters."""
    import unicodedata

    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
