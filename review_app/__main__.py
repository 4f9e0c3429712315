"""Where every start of the program begins: the window, a verb, or the child process that draws attachments.

Nothing is imported before it is known which of the three is wanted, so that a verb never loads Qt and a
server without Qt's libraries runs them all.
"""

from __future__ import annotations

import contextlib
import gc
import io
import os
import sys
from pathlib import Path

PDF_CHILD = "--pdf-child"
SCREENSHOTS = "--screenshots"
CAMPAIGN = "campaign.sqlite"
"""What makes a folder a campaign's (``DATABASE_NAME``, which is not imported here)."""


def main(argv: list[str] | None = None) -> int:
    """Runs the program and returns its exit status.

    ``argv`` is without the program's name; None means the process's own.  No argument, or nothing but
    existing files and campaigns' folders, opens the window; the hidden first argument ``--pdf-child`` makes this
    the process that draws attachments (the frozen program has no ``python -m``), ``--screenshots`` draws the
    window where there is no display; everything else is a verb.
    """
    _support_freezing()
    arguments = sys.argv[1:] if argv is None else argv
    if arguments[:1] == [PDF_CHILD]:
        from review_app.ui.pdf_child import main as draw_pages

        return draw_pages(arguments[1:])
    _prepare_streams()
    if arguments[:1] == [SCREENSHOTS]:
        from review_app.ui.snapshots import main as draw_window

        return draw_window(arguments[1:])
    if all(opens_in_window(argument) for argument in arguments):
        return _run_window(arguments)
    from review_app.cli import main as run_verb

    return run_verb(arguments)


def window(argv: list[str] | None = None) -> int:
    """Opens the window whatever the arguments: the entry point without a console."""
    _support_freezing()
    arguments = sys.argv[1:] if argv is None else argv
    if arguments[:1] == [PDF_CHILD]:
        return main(arguments)
    _prepare_streams()
    return _run_window(arguments)


def _run_window(arguments: list[str]) -> int:
    gc.disable()  # for good: ui/collector.py does its work once the window stands, in the window's thread
    from review_app.ui.app import run

    return run(arguments)


def opens_in_window(argument: str) -> bool:
    """Whether an argument is a file to open, or a campaign's folder, and not a verb: it exists, and has a suffix or a
    separator.

    A file in the current folder that happens to be called ``demo`` does not take the verb's place.
    """
    path = Path(argument)
    looks_like_path = bool(path.suffix) or os.sep in argument or bool(os.altsep and os.altsep in argument)
    return (
        not argument.startswith("-") and looks_like_path and (path.is_file() or (path / CAMPAIGN).is_file())
    )


def _support_freezing() -> None:
    """Lets the frozen program be a child of :mod:`multiprocessing`, should a library start one."""
    if getattr(sys, "frozen", False):
        import multiprocessing  # takes longer to load than all else that is needed here

        multiprocessing.freeze_support()


def _prepare_streams() -> None:
    """Gives the process standard streams that take any text.

    A windowed program on Windows has none at all, and Windows consoles and pipes default to a code page that
    can't write Chinese beside other scripts.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - lives as long as the process
        elif isinstance(stream, io.TextIOWrapper):
            encoding = "utf-8" if os.name == "nt" else stream.encoding
            with contextlib.suppress(OSError, ValueError):
                stream.reconfigure(encoding=encoding, errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
