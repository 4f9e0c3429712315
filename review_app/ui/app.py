"""Starting the window."""

from __future__ import annotations

import builtins
import contextlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from review_app.model.errors import EnvironmentFailure, ReviewError
from review_app.model.files import asset_path
from review_app.texts import error_text, system_language

if TYPE_CHECKING:
    from review_app.ui.window import MainWindow


def run(argv: list[str]) -> int:
    """Opens the window, with the file named in ``argv`` if there is one; returns when it is closed.

    Where there is no display, or a library of Qt's is missing, says ``error[no-display]`` on stderr and returns 4: Qt
    itself would end the process.
    """
    # Before Qt, which makes every import after it dearer.
    import review_app.model.scoring.session  # noqa: F401 - only loaded here

    try:
        load_qt()
        check_display()
    except ReviewError as failure:
        text = error_text(failure, system_language())
        print(text.next, file=sys.stderr)
        print(f"error[{failure.code}]: {text.what}", file=sys.stderr)
        return failure.exit_status
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QApplication

    from review_app import __version__
    from review_app.ui import errors, language, theme
    from review_app.ui.collector import Collector
    from review_app.ui.settings import Settings
    from review_app.ui.window import MainWindow

    application = QApplication([sys.argv[0] if sys.argv else "review-app", "-style", "fusion"])
    application.setApplicationName("review-app")
    application.setApplicationVersion(__version__)
    application.setWindowIcon(QIcon(str(asset_path("icons/review-app.png"))))
    errors.install_hook()
    settings = Settings()
    language.install(language.resolved(settings.language))
    theme.install(application, settings.theme, size=settings.text_size, sheet=False, fusion=True)
    window = MainWindow(settings, start=not argv)
    if argv:
        open_named(window, [Path(name) for name in argv])
    theme.put_on_sheet()
    window.show()
    QTimer.singleShot(1000, lambda: Collector(application))
    status = application.exec()
    window.deleteLater()
    return status


def open_named(window: MainWindow, files: list[Path]) -> None:
    """Opens the files of a command line.  A bug met on the way is told as any other, and the window opens all the
    same."""
    try:
        window.open_files(files, patience=1.0)
    except Exception:
        sys.excepthook(*sys.exc_info())
        if window.pages.count() == 0:
            window.show_start()


def load_qt() -> None:
    """Loads PySide6 and keeps Python's own ``import``.

    PySide6 puts one of its own in its place, which reads the source of every module imported from then on, in search of
    ``from __feature__ import ...``: nothing here says that, and it takes a tenth of the time to the first window.
    """
    before = builtins.__import__
    with contextlib.suppress(ImportError):  # said in words by the check for a display
        import PySide6.QtCore  # noqa: F401 - loading it is what this is about
    builtins.__import__ = before


def check_display() -> None:
    """Raises EnvironmentFailure ``no-display`` when no window can open here."""
    from review_app.ui.display import reason_against

    reason = reason_against()
    if reason:
        raise EnvironmentFailure("no-display", reason=reason)
