"""Pictures of the window with a package open, for computers without a display: the hidden start ``--screenshots``."""

from __future__ import annotations

import os
import sys
from pathlib import Path

SIZE = (1280, 720)
_SETTLE = 700  # ms for pages that draw in the background


def main(arguments: list[str]) -> int:
    """Draws pages of the window without a screen.  ``arguments``: folder, package, card file.

    Returns 0, or 4 when Qt's libraries are missing here (with the same words as the window's own start).
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from review_app.model.errors import ReviewError
    from review_app.texts import system_language
    from review_app.ui.app import check_display
    from review_app.verbs.common import print_error

    try:
        check_display()
        folder, package, card_file = (Path(argument) for argument in arguments)
        _draw(folder, package, card_file)
    except ReviewError as failure:
        print_error(failure, system_language())
        return failure.exit_status
    return 0


def _draw(folder: Path, package: Path, card_file: Path) -> None:
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    from review_app.model.crypto.ballot_card import parse_card
    from review_app.model.files import ensure_folder, why_unwritable
    from review_app.ui import language, theme
    from review_app.ui.settings import Settings
    from review_app.ui.window import MainWindow

    ensure_folder(folder)
    application = QApplication(sys.argv[:1])

    def settle() -> None:
        loop = QEventLoop()
        QTimer.singleShot(_SETTLE, loop.quit)
        loop.exec()

    card = parse_card(card_file.read_text("utf-8"))
    for number, (tongue, look) in enumerate((("zh", "light"), ("zh", "dark"), ("en", "light")), start=1):
        settings = Settings()
        language.install(language.resolved(tongue))
        theme.install(application, look)
        window = MainWindow(settings)
        window.resize(*SIZE)
        window.show()
        window.open_with_card(package, card)
        window.enter_round()
        for step in ("read", "check", "sign"):
            if window.round is not None:
                window.round.show_step(step)
            settle()
            file = folder / f"{number}-{tongue}-{look}-{step}.png"
            if not window.grab().save(str(file)):  # Qt says that it failed, not why
                raise why_unwritable(file)
        window.leave_round(quietly=True)
        window.close()
        window.deleteLater()
