"""A text browser that loads nothing, opens nothing and gives nothing away but words and their styles."""

from __future__ import annotations

import html

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QKeySequence, QTextOption, QWheelEvent
from PySide6.QtWidgets import QFrame, QMenu, QTextBrowser, QToolTip, QWidget

from review_app.ui.documents.copying import mime_of
from review_app.ui.documents.look import Look, dressed

ZOOMS = (75, 85, 100, 115, 130, 150, 175, 200, 250, 300)
"""Per cent."""
SMALLEST, LARGEST = 50, 400


class QuietBrowser(QTextBrowser):
    """Paper in the colours of ``look``, with a zoom in per cent; what is shown is the subclass's business."""

    zoomed = Signal(int)

    def __init__(self, parent: QWidget | None, look: Look) -> None:
        super().__init__(parent)
        self._zoom = 100
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)  # a package dropped here is the window's business
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setAutoFillBackground(True)
        self.setProperty("ground", "paper")
        self.setAccessibleName(self.tr("Dossier"))
        self.document().setDocumentMargin(0)
        self.wear(look)

    def wear(self, look: Look) -> None:
        """Takes the colours of ``look`` for what is painted from now on."""
        self._look = look
        self.setPalette(dressed(self.palette(), look))

    def tip_at(self, point: QPoint) -> str:
        """What there is to say about a point of the page."""
        return ""

    @property
    def zoom(self) -> int:
        """The size of everything, in per cent of its own."""
        return self._zoom

    def zoom_in(self) -> None:
        """One step larger."""
        self.set_zoom(next((step for step in ZOOMS if step > self._zoom), ZOOMS[-1]))

    def zoom_out(self) -> None:
        """One step smaller."""
        self.set_zoom(next((step for step in reversed(ZOOMS) if step < self._zoom), ZOOMS[0]))

    def zoom_reset(self) -> None:
        """The size that text has by itself."""
        self.set_zoom(100)

    def set_zoom(self, percent: int) -> None:
        """Sets all sizes to ``percent`` (50 to 400) of their own."""
        percent = min(LARGEST, max(SMALLEST, percent))
        if percent != self._zoom:
            self._change_zoom(percent)
            self.zoomed.emit(percent)

    def _change_zoom(self, percent: int) -> None:
        self._zoom = percent

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied or dragged out: the words and their styles, nothing else."""
        return mime_of(self.textCursor())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Copying and selecting; nothing that would reach an address."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction(self.tr("Copy"), QKeySequence(QKeySequence.StandardKey.Copy), self.copy)
        copy.setEnabled(self.textCursor().hasSelection())
        menu.addAction(
            self.tr("Select all"), QKeySequence(QKeySequence.StandardKey.SelectAll), self.selectAll
        )
        menu.popup(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zooms with Ctrl, scrolls without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y() > 0:
                self.zoom_in()
            elif event.angleDelta().y() < 0:
                self.zoom_out()
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zooms with Ctrl and plus, minus, zero."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            match event.key():
                case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                    return self.zoom_in()
                case Qt.Key.Key_Minus:
                    return self.zoom_out()
                case Qt.Key.Key_0:
                    return self.zoom_reset()
        super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Shows what :meth:`tip_at` says."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            tip = self.tip_at(event.pos())
            if tip:
                # Qt takes a tool tip that looks like HTML for HTML, with pictures and all.
                QToolTip.showText(
                    event.globalPos(), f"<p style='white-space:pre-wrap'>{html.escape(tip)}</p>", self
                )
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)
