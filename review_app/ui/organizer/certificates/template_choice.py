"""The templates to choose from, each by a small picture of its page."""

from __future__ import annotations

import threading
from dataclasses import replace

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from review_app.model.errors import InputError
from review_app.model.publish.certificate import TEMPLATES, Certificate, Design, certificate_page
from review_app.model.publish.design import TemplateName
from review_app.ui import theme
from review_app.ui.documents.background import Task
from review_app.ui.documents.pdf_process import PdfProcess, drawing
from review_app.ui.widgets.parts import led_by_choice, row

HIGH, WORDS = 62, 22
"""Pixels of height of a picture, and of the name below it."""
DRAWN = 240
"""Pixels of width in which a page is drawn for its small picture."""


class TemplateButton(QPushButton):
    """A page in small, and the template's name."""

    def __init__(self, template: TemplateName, name: str) -> None:
        super().__init__(name)
        self.template: TemplateName = template
        self.image: QImage | None = None
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self.text()) + 4
        return QSize(max(56, wide), HIGH + theme.room(WORDS))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = QRect(0, 0, self.width(), HIGH)
        if self.hasFocus() or self.isChecked():
            painter.setPen(QColor(colours.accent if self.hasFocus() else colours.fill))
            painter.setBrush(QColor(colours.fill if self.isChecked() else colours.window))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        if self.image is not None:
            room = place.adjusted(4, 5, -4, -3)
            size = self.image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
            area = QRect(0, 0, size.width(), size.height())
            area.moveCenter(room.center())
            painter.drawImage(area, self.image)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(colours.line))
            painter.drawRect(area)
        else:
            painter.setPen(QColor(colours.secondary))
            painter.setFont(theme.interface_font(theme.SMALL_SIZE))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), "…")
        painter.setPen(QColor(colours.accent if self.isChecked() else colours.ink))
        painter.setFont(theme.interface_font(theme.SMALL_SIZE, bold=self.isChecked()))
        words = self.rect().adjusted(0, HIGH, 0, -2)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), self.text())


class TemplateChoice(QWidget):
    """One of the templates.  :meth:`draw` makes the pictures, one after the other, beside the window."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        names = {
            "bronze": self.tr("Bronze"),
            "plain": self.tr("White"),
            "scroll": self.tr("Scroll"),
        }
        self._group = led_by_choice(QButtonGroup(self))
        self.buttons: dict[str, TemplateButton] = {}
        for template in TEMPLATES:
            one = TemplateButton(template, names[template])
            one.clicked.connect(lambda _=False, template=template: self.chosen.emit(template))
            self._group.addButton(one)
            self.buttons[template] = one
        self.setLayout(row(*self.buttons.values(), spacing=4))
        self._waiting: list[TemplateName] = []
        self._drawn: tuple[Certificate, str, str] | None = None
        self._process: PdfProcess | None = None

    @property
    def template(self) -> TemplateName:
        """The one that is chosen."""
        return next((name for name in TEMPLATES if self.buttons[name].isChecked()), TEMPLATES[0])

    @property
    def drawn(self) -> bool:
        """Whether all pictures that were asked for are there."""
        return self._process is None and not self._waiting

    def choose(self, template: str) -> None:
        """Shows a template as the chosen one."""
        self.buttons[template].setChecked(True)

    def draw(self, certificate: Certificate, design: Design) -> None:
        """Makes the pictures of ``certificate`` in each template, unless they are there already."""
        wanted = (certificate, design.language, design.orientation)
        if wanted == self._drawn:
            return
        self._drawn = wanted
        self._waiting = list(TEMPLATES)
        self._end()
        self._next(certificate, replace(design, bleed=0.0, crop_marks=False))

    def _next(self, certificate: Certificate, design: Design) -> None:
        if not self._waiting:
            return
        template, drawn = self._waiting.pop(0), self._drawn
        one = replace(design, template=template)

        def work(cancelled: threading.Event) -> bytes:
            try:
                return certificate_page(certificate, one)
            except InputError:  # the page itself says what is missing
                return b""

        def show(content: bytes) -> None:
            if self._drawn == drawn and content:
                self._process = process = PdfProcess(content, self)
                process.opened.connect(lambda count, sizes: process.want([drawing(0, DRAWN)]))
                process.page_drawn.connect(lambda page, image: take(image))
                process.page_failed.connect(lambda page, why: take(None))
                process.failed.connect(lambda why: take(None))
                process.start()
            elif self._drawn == drawn:
                take(None)

        def take(image: QImage | None) -> None:
            if self._drawn == drawn:
                self.buttons[template].image = image
                self.buttons[template].update()
                self._end()
                self._next(certificate, design)

        Task(self, work, show)

    def _end(self) -> None:
        if self._process is not None:
            self._process.stop()
            self._process.deleteLater()
            self._process = None

    def stop(self) -> None:
        """No process stays behind."""
        self._waiting = []
        self._drawn = None
        self._end()
