"""What the views of attachments have in common: the document, the sentence in its place, and the row below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from review_app.ui.documents.notice import Notice
from review_app.ui.documents.render_process import Failure, RenderProcess
from review_app.ui.documents.view_bar import ViewBar


class DocumentFrame(QWidget):
    """Shows a document or says why not.  :attr:`settled` is sent when either is there.

    ``zoom`` is in percent: of the size on paper for a page, of its own pixels for a picture.
    """

    settled = Signal()
    zoomed = Signal(int)

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._process: RenderProcess | None = None
        self._notice = Notice(self)
        self._notice.retried.connect(self.retry)
        self._stack = QStackedWidget(self)
        self._stack.setProperty("ground", "paper")
        self._stack.addWidget(self._notice)
        self._bar = ViewBar(self, self._choices())
        self._bar.smaller.connect(self.zoom_out)
        self._bar.larger.connect(self.zoom_in)
        self._bar.fit_chosen.connect(self.set_fit)
        self.zoomed.connect(self._bar.show_zoom)
        self.setProperty("ground", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._line = QHBoxLayout()
        self._line.addWidget(self._stack, 1)
        layout.addLayout(self._line, 1)
        layout.addWidget(self._bar)
        self._bar.hide()

    def _choices(self) -> Sequence[tuple[str, str]]:
        """Key and words of the ways to fit the document that the row below offers."""
        return ()

    @property
    def notice(self) -> str:
        """The sentence shown instead of the document, or empty."""
        return self._notice.text if self._stack.currentWidget() is self._notice else ""

    @property
    def process_id(self) -> int:
        """The process that draws, 0 if there is none."""
        return self._process.process_id if self._process is not None else 0

    def retry(self) -> None:
        """Opens the document again after a failure."""

    def zoom_in(self) -> None:
        """One step larger."""

    def zoom_out(self) -> None:
        """One step smaller."""

    def set_fit(self, fit: str) -> None:
        """Fits the document as one of the choices says."""

    def closeEvent(self, event: QCloseEvent) -> None:
        """No process stays behind."""
        self._stop()
        super().closeEvent(event)

    def _run(self, process: RenderProcess) -> None:
        """Starts ``process`` in the place of an earlier one."""
        self._stop()
        self._notice.say(self.tr("Opening…"))
        self._stack.setCurrentWidget(self._notice)
        self._process = process
        process.failed.connect(self._fail)
        process.start()

    def _stop(self) -> None:
        if self._process is not None:
            self._process.stop()
            self._process.deleteLater()
            self._process = None

    def _fail(self, why: Failure) -> None:
        """Says why the document is not shown."""

    def _show(self, document: QWidget) -> None:
        self._stack.setCurrentWidget(document)
        self._bar.show()

    def _refuse(self, what: str, retry: bool = False) -> None:
        """Says ``what`` in the place of the document, and that the others are not concerned."""
        self._stop()
        self._bar.hide()
        self._notice.say(what + "\n" + self.tr("The other documents are not affected."), retry)
        self._stack.setCurrentWidget(self._notice)
        self.settled.emit()
