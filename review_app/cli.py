"""The command line: the same use cases as the window, for scripts, organizers on servers and auditors.  No Qt.

Exit statuses: 0 done, 1 the answer is no, 2 usage, 3 input refused, 4 the computer can't.  On 3 and 4 the last line of
stderr is ``error[<stable code>]: <text>``; a traceback is shown only when ``REVIEW_APP_DEBUG`` asks for it.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from review_app import __version__
from review_app.model.errors import EnvironmentFailure, ReviewError
from review_app.model.files import from_os_error
from review_app.model.progress import Cancelled
from review_app.texts import Language, phrase, system_language
from review_app.verbs import groups_for
from review_app.verbs.common import ENVIRONMENT, USAGE, print_error
from review_app.verbs.options import explain, head_help


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one verb and returns its exit status; never raises for anything a user can cause."""
    language = system_language()
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        args = build_parser(language, arguments).parse_args(arguments)
    except SystemExit as leaving:  # argparse has printed help (0) or what is wrong (2)
        return leaving.code if isinstance(leaving.code, int) else USAGE
    args.language = language
    try:
        status: int = args.run(args)
        sys.stdout.flush()
        return status
    except ReviewError as error:
        print_error(error, language)
        return error.exit_status
    except (Cancelled, KeyboardInterrupt):
        print_error(EnvironmentFailure("cancelled"), language)
        return ENVIRONMENT
    except BrokenPipeError:  # the reader of our output has gone; nothing is left to say to it
        _give_up_output()
        print_error(EnvironmentFailure("output-closed"), language)
        return ENVIRONMENT
    except OSError as failure:  # not met where it happened: a full output, a folder that went away
        error = from_os_error(failure, Path(str(failure.filename or "-")))
        _give_up_output_unless_it_works()
        print_error(error, language)
        return error.exit_status
    except Exception as failure:
        if os.environ.get("REVIEW_APP_DEBUG"):
            raise
        print_error(EnvironmentFailure("internal", kind=type(failure).__name__), language)
        return ENVIRONMENT


def _give_up_output_unless_it_works() -> None:
    """What could not be written is tried again when Python ends, and fails there with a status of its own."""
    try:
        sys.stdout.flush()
    except OSError:
        _give_up_output()


def _give_up_output() -> None:
    sys.stdout = open(os.devnull, "w")  # noqa: SIM115 - stays open to the end, so that the exit flush is quiet


def build_parser(language: Language, arguments: Sequence[str] = ()) -> argparse.ArgumentParser:
    """The parser with its help in ``language``: of the verb that ``arguments`` start with, or of all."""
    parser = argparse.ArgumentParser(
        prog="review-app",
        description=phrase("cli", "help-program", language),
        epilog=phrase("cli", "help-epilog", language),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"review-app {__version__}",
        help=phrase("cli", "help-version", language),
    )
    head_help(parser, language)
    parsers = parser.add_subparsers(metavar=phrase("cli", "verb", language), required=True)
    for group in groups_for(arguments):
        group.add_verbs(parsers, language)
    for verb, parser_of_verb in parsers.choices.items():
        explain(parser_of_verb, verb, language)
    return parser
