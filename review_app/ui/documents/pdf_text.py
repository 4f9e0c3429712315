"""The text of a whole PDF, read in the child for the search over full texts."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from review_app.ui.documents.page_text import joined
from review_app.ui.documents.pdf_process import PdfProcess, reading
from review_app.ui.documents.render_process import TIME_LIMIT

CHARACTER_LIMIT = 2_000_000
"""Characters of a document that are kept; a long book has half of that.  Pages beyond have empty texts."""
SECONDS = 60.0
"""For the whole document; pages not read by then have empty texts."""


class PdfText(QObject):
    """Reads the text of ``data`` in a process of its own, without blocking.

    :attr:`ready` carries one string a page, at most :data:`review_app.ui.render_wire.LISTED_PAGES` of them, with lines
    joined as :func:`review_app.ui.documents.page_text.joined` does; scans, and pages that can't be read, give empty
    ones.  :attr:`failed` is sent instead when the document can't be opened at all.  The process has ended by then.
    """

    ready = Signal(list)
    failed = Signal()

    def __init__(self, data: bytes, parent: QObject | None = None, seconds: float = SECONDS) -> None:
        super().__init__(parent)
        self._texts: list[str] = []
        self._left = 0
        self._room = CHARACTER_LIMIT
        self._clock = QTimer(self, singleShot=True, interval=max(1, round(seconds * 1000)))
        self._clock.timeout.connect(self._time_is_up)
        self._process = PdfProcess(data, self, min(TIME_LIMIT, seconds))
        self._process.opened.connect(self._opened)
        self._process.text_read.connect(self._take)
        self._process.text_failed.connect(self._skip)
        self._process.failed.connect(self._fail)

    def start(self) -> None:
        """Starts the process."""
        self._clock.start()
        self._process.start()

    def stop(self) -> None:
        """Ends the process; nothing is sent any more."""
        self._clock.stop()
        self._process.stop()

    @property
    def process_id(self) -> int:
        """The process that reads, 0 if there is none."""
        return self._process.process_id

    def _opened(self, count: int, sizes: list[tuple[float, float]]) -> None:
        self._texts = [""] * len(sizes)
        self._left = len(sizes)
        self._process.want([reading(page, boxes=False) for page in range(len(sizes))])

    def _take(self, page: int, text: str, boxes: object) -> None:
        kept = joined(text)[0][: self._room]
        self._texts[page] = kept
        self._room -= len(kept)
        if self._room <= 0:
            self._finish()
        else:
            self._skip(page)

    def _skip(self, page: int) -> None:
        self._left -= 1
        if self._left <= 0:
            self._finish()

    def _time_is_up(self) -> None:
        if self._texts:
            self._finish()
        else:
            self._fail()

    def _finish(self) -> None:
        self.stop()
        texts, self._texts = self._texts, []
        self.ready.emit(texts)

    def _fail(self, *why: object) -> None:
        if self._texts and any(self._texts):
            self._finish()
        else:
            self.stop()
            self.failed.emit()
