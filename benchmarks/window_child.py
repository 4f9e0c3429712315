"""The two windows that window_ready measures, each in a process of its own: ``--bare``, or ``--ours`` and files.

Prints what was painted and when (seconds since the epoch), a line each.
"""

from __future__ import annotations

import sys
import time


def _bare() -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    class Label(QLabel):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, application.quit)

    application = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(Label("label"))
    window.resize(1280, 800)
    window.show()
    application.exec()
    print("painted", time.time())


def _ours(arguments: list[str]) -> None:
    """The program as it is, which loads Qt itself; only the event loop is entered with a witness of what gets painted.

    Loaded here, Qt would keep its own import in place, which the program takes away (``load_qt``).
    """
    from review_app.__main__ import window
    from review_app.ui import app

    load = app.load_qt

    def load_with_witness() -> None:
        load()
        _put_witness()

    app.load_qt = load_with_witness
    window(arguments)


def _put_witness() -> None:
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication

    class Witness(QObject):
        """Notes when the round's page has been painted, and when a dossier with text in it; then ends the program.

        Until the first it watches the page alone: a filter of the whole application is handed every object of Qt's,
        which takes longer than some of what is measured.
        """

        def __init__(self) -> None:
            super().__init__()
            self.seen: set[str] = set()

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                kind = type(watched).__name__
                if kind == "RoundPage":
                    self.note("painted")
                elif type(watched.parent()).__name__ == "DossierView" and watched.parent().toPlainText():
                    self.note("readable")
            return False

        def note(self, what: str) -> None:
            if what not in self.seen:
                self.seen.add(what)
                QTimer.singleShot(0, lambda: self.tell(what))
                if len(self.seen) == 2:
                    QTimer.singleShot(0, QApplication.closeAllWindows)

        def tell(self, what: str) -> None:
            print(what, time.time(), flush=True)
            if what == "painted":
                QApplication.instance().installEventFilter(self)

    enter = QApplication.exec

    def enter_with_witness(*_: object) -> int:
        witness = Witness()
        for window in QApplication.topLevelWidgets():
            if type(window).__name__ == "MainWindow":
                window.round.installEventFilter(witness)
        return enter()

    QApplication.exec = enter_with_witness


if __name__ == "__main__":
    _bare() if sys.argv[1] == "--bare" else _ours(sys.argv[2:])
