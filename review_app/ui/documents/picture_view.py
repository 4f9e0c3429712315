"""A picture attachment on the page."""

from __future__ import annotations

import math

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from review_app.ui.documents.document_frame import DocumentFrame
from review_app.ui.documents.look import Look
from review_app.ui.documents.picture_canvas import FITS, STEP, PictureCanvas
from review_app.ui.documents.picture_process import PictureProcess, region
from review_app.ui.documents.pictures import PictureRefusal, RefusedPicture
from review_app.ui.documents.render_process import TIME_LIMIT, Failure
from review_app.ui.render_wire import PICTURE_PIXELS

REASONS = {
    Failure.DAMAGED: PictureRefusal.DAMAGED,
    Failure.PASSWORD: PictureRefusal.DAMAGED,
    Failure.SLOW: PictureRefusal.SLOW,
    Failure.CRASHED: PictureRefusal.CRASHED,
}


class PictureView(DocumentFrame):
    """Shows one PNG or JPEG, decoded in a process of its own; whatever else it is given, it says in its place why not.

    Pictures wider than the page are fitted to its width, smaller ones keep their size.  :attr:`settled` is sent when
    the picture, or the sentence instead of it, is there; ``time_limit`` in seconds holds for decoding.
    """

    part_shown = Signal()
    """A part of the picture has come at the size at which it is seen."""

    def __init__(
        self, parent: QWidget | None = None, look: Look | None = None, time_limit: float = TIME_LIMIT
    ) -> None:
        super().__init__(parent)
        self._time_limit = time_limit
        self._data, self._media_type = b"", ""
        self._wanted_place = ""
        self._waiting = False
        self._canvas = PictureCanvas(self, look)
        self._stack.addWidget(self._canvas)
        self._canvas.scale_changed.connect(self._tell_zoom)
        self._canvas.wanted.connect(self._want)
        self.setFocusProxy(self._canvas)

    def _choices(self) -> list[tuple[str, str]]:
        sizes = [
            (str(percent), self.tr("{percent} %").format(percent=self.locale().toString(percent)))
            for percent in (25, 50, 100, 200, 400)
        ]
        return [("width", self.tr("Fit width")), ("page", self.tr("Whole picture")), *sizes]

    def show_picture(self, data: bytes, media_type: str) -> None:
        """Shows ``data``, which claims to be ``media_type`` (``image/png`` or ``image/jpeg``)."""
        wanted, at_rest = self._wanted_place, not self._data
        self.clear()
        self._wanted_place = wanted if at_rest else ""
        self._data, self._media_type = data, media_type
        self.retry()

    def retry(self) -> None:
        """Opens the picture again after a failure."""
        try:
            process = PictureProcess(self._data, self._media_type, self, self._time_limit)
        except RefusedPicture as refusal:
            self._refuse(self._sentence(refusal))
            return
        process.opened.connect(self._opened)
        process.drawn.connect(self._take)
        self._run(process)

    def clear(self) -> None:
        """Shows nothing and ends the process."""
        self._stop()
        self._data, self._media_type, self._wanted_place, self._waiting = b"", "", "", False
        self._canvas.set_picture(QSize())
        self._stack.setCurrentWidget(self._canvas)
        self._bar.hide()

    @property
    def picture(self) -> QSize:
        """Pixels of the picture that is shown; empty if there is none."""
        return self._canvas.picture

    @property
    def shown_part(self) -> QImage:
        """The pixels that have come for the screen."""
        return self._canvas.detail

    @property
    def scale(self) -> float:
        """Screen pixels for one pixel of the picture."""
        return self._canvas.scale

    @property
    def zoom(self) -> int:
        """:attr:`scale` in percent."""
        return max(1, round(100 * self._canvas.scale))

    def set_zoom(self, percent: int) -> None:
        """So many screen pixels for 100 of the picture."""
        self._canvas.set_scale(percent / 100)

    def zoom_in(self) -> None:
        """One step larger."""
        self._canvas.set_scale(self._canvas.scale * STEP)

    def zoom_out(self) -> None:
        """One step smaller."""
        self._canvas.set_scale(self._canvas.scale / STEP)

    def zoom_reset(self) -> None:
        """Fitted to the width."""
        self._canvas.set_fit("width")

    def set_fit(self, fit: str) -> None:
        """Fits ``width`` or ``page``, or takes a number of percent."""
        if fit in FITS:
            self._canvas.set_fit(fit)
        elif fit.isascii() and fit.isdecimal() and len(fit) <= 4:
            self.set_zoom(int(fit))

    def show_actual_size(self) -> None:
        """One pixel of the picture on one of the screen."""
        self._canvas.set_scale(1.0)

    def place_text(self) -> str:
        """How the picture is seen as a short text, to be remembered."""
        if self._canvas.picture.isEmpty():
            return self._wanted_place
        across, down = self._canvas.middle()
        return f"{self._canvas.fit or self.zoom} {across:.4f} {down:.4f}"

    def restore_text(self, text: str) -> None:
        """Goes back to what :meth:`place_text` said, as soon as the picture is there; anything else is fitted."""
        if self._canvas.picture.isEmpty():
            self._wanted_place = text
            return
        fit, *middle = text.split(" ")
        self.zoom_reset()
        self.set_fit(fit)
        try:
            across, down = (float(share) for share in middle)
        except ValueError:
            return
        if math.isfinite(across) and math.isfinite(down):
            self._canvas.show_middle(min(1.0, max(0.0, across)), min(1.0, max(0.0, down)))

    def _opened(self, size: QSize) -> None:
        self._waiting = True
        self._show(self._canvas)
        self._canvas.set_picture(size)
        if self._wanted_place:
            wanted, self._wanted_place = self._wanted_place, ""
            self.restore_text(wanted)
        width, height = (self.locale().toString(side) for side in (size.width(), size.height()))
        self._bar.show_place(self.tr("{width} × {height} pixels").format(width=width, height=height))

    def _want(self, part: QRect, size: QSize) -> None:
        if self._process is not None:
            self._process.want([region(part, size)])

    def _take(self, part: QRect, image: QImage) -> None:
        self._canvas.take(part, image)
        self.part_shown.emit()
        if self._waiting:
            self._waiting = False
            self.settled.emit()

    def _tell_zoom(self) -> None:
        self._bar.show_fit(self._canvas.fit or str(self.zoom))
        self.zoomed.emit(self.zoom)

    def _fail(self, why: Failure) -> None:
        self._canvas.set_picture(QSize())
        self._refuse(self._sentence(RefusedPicture(REASONS[why])), why in (Failure.SLOW, Failure.CRASHED))

    def _sentence(self, refusal: RefusedPicture) -> str:
        match refusal.reason:
            case PictureRefusal.TYPE:
                return self.tr("This attachment is not shown: only PNG and JPEG pictures are accepted.")
            case PictureRefusal.CONTENT:
                return self.tr(
                    "This attachment is not shown: its content is not the kind of picture that it claims to be."
                )
            case PictureRefusal.SIZE:
                return self.tr(
                    "This picture is not shown: {width} × {height} pixels are more than the {limit} allowed."
                ).format(
                    width=refusal.width, height=refusal.height, limit=self.locale().toString(PICTURE_PIXELS)
                )
            case PictureRefusal.SLOW:
                return self.tr("This picture is not shown: it takes too long to open.")
            case PictureRefusal.CRASHED:
                return self.tr("This picture could not be shown: the process that opens it has ended.")
            case PictureRefusal.DAMAGED:
                return self.tr("This picture can't be shown: it is damaged or not complete.")
