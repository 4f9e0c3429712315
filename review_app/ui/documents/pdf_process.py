"""The window's side of the process that draws PDF pages (:mod:`review_app.ui.pdf_child`)."""

from __future__ import annotations

import os
import struct
import sys
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Qt, QTimer, Signal
from PySide6.QtGui import QImage

import review_app
from review_app.ui import pdf_child as wire

TIME_LIMIT = 10.0
"""Seconds for opening a document, and again for each page."""
FAILURES_IN_A_ROW = 4
"""Pages that end the process one after the other before the document as a whole is given up."""
LONGEST_ANSWER = 1 + wire.IMAGE_HEAD.size + 4 * wire.PIXEL_LIMIT


class PdfFailure(Enum):
    """Why a document or a page is not shown."""

    DAMAGED = "damaged"
    PASSWORD = "password"
    SLOW = "slow"
    CRASHED = "crashed"


def command() -> tuple[str, list[str]]:
    """How the child is started: this program again, frozen or not."""
    if getattr(sys, "frozen", False):
        return sys.executable, ["--pdf-child"]
    # -P: a folder that happens to be the current one must not provide modules.
    return sys.executable, ["-P", "-m", "review_app", "--pdf-child"]


def environment() -> QProcessEnvironment:
    """This process's environment without our own settings, and with the way to this very package."""
    variables = QProcessEnvironment.systemEnvironment()
    for name in variables.keys():  # noqa: SIM118 - not a dict
        if name.startswith("REVIEW_APP_"):
            variables.remove(name)
    if not getattr(sys, "frozen", False):
        here = str(Path(review_app.__file__).resolve().parent.parent)
        others = variables.value("PYTHONPATH")
        variables.insert("PYTHONPATH", here + (os.pathsep + others if others else ""))
    return variables


class PdfProcess(QObject):
    """Holds one document, asks the child for its pages one at a time, and ends a child that takes too long.

    A page that ends the child is reported; the child is started again when another page is wanted.  Nothing blocks.
    """

    opened = Signal(int, object)
    """Pages in the document; sizes in points (list of pairs) of those that can be shown."""
    page_drawn = Signal(int, QImage)
    page_failed = Signal(int, PdfFailure)
    failed = Signal(PdfFailure)

    def __init__(self, data: bytes, parent: QObject | None = None, time_limit: float = TIME_LIMIT) -> None:
        super().__init__(parent)
        self._data = data
        self._process: QProcess | None = None
        self._buffer = bytearray()
        self._ready = False
        self._known = False
        self._page_count = 0
        self._wanted: list[tuple[int, int]] = []
        self._drawing: int | None = None
        self._width = 0
        self._failures = 0
        self._ended = False
        self._clock = QTimer(self, singleShot=True, interval=max(1, round(time_limit * 1000)))
        self._clock.timeout.connect(lambda: self._lose(PdfFailure.SLOW))

    def start(self) -> None:
        """Starts the child and gives it the document."""
        process = QProcess(self)
        process.setProcessEnvironment(environment())
        process.setStandardErrorFile(QProcess.nullDevice())
        # Queued: what follows may end the process, and must not do so from inside its own signal.
        queued = Qt.ConnectionType.QueuedConnection
        process.readyReadStandardOutput.connect(self._read, queued)
        process.errorOccurred.connect(self._end, queued)
        process.finished.connect(self._end, queued)
        self._process, self._ready = process, False
        self._buffer.clear()
        self._clock.start()
        process.start(*command())
        process.write(wire.frame(wire.DOCUMENT, self._data))

    def want(self, pages: list[tuple[int, int]]) -> None:
        """The pages to draw next, most urgent first, with their widths in device pixels; replaces earlier wishes."""
        self._wanted = [wish for wish in pages if wish != (self._drawing, self._width)]
        self._next()

    def stop(self) -> None:
        """Ends the child and waits the moment until it is gone; nothing is sent any more."""
        self._ended = True
        self._clock.stop()
        self._drop()

    @property
    def process_id(self) -> int:
        """The child's process id, 0 if there is none."""
        return self._process.processId() if self._process is not None else 0

    def _drop(self) -> None:
        process, self._process = self._process, None
        self._ready, self._drawing = False, None
        if process is None:
            return
        process.readyReadStandardOutput.disconnect()
        process.errorOccurred.disconnect()
        process.finished.disconnect()
        if process.state() != QProcess.ProcessState.NotRunning:
            process.kill()
            process.waitForFinished(2000)
        process.deleteLater()

    def _next(self) -> None:
        if self._ended or self._drawing is not None or not self._wanted:
            return
        if self._process is None:
            self.start()
        if not self._ready or self._process is None:
            return
        index, width = self._wanted.pop(0)
        self._drawing, self._width = index, width
        self._clock.start()
        self._process.write(wire.frame(wire.PAGE, wire.PAGE_REQUEST.pack(index, width)))

    def _read(self) -> None:
        if self._process is None:
            return
        self._buffer += self._process.readAllStandardOutput().data()
        while len(self._buffer) >= wire.HEADER.size:
            length, kind = wire.HEADER.unpack_from(self._buffer)
            if not 1 <= length <= LONGEST_ANSWER:
                self._lose(PdfFailure.CRASHED)
                return
            end = wire.HEADER.size + length - 1
            if len(self._buffer) < end:
                return
            # A page may be 32 MB: it is looked at where it lies, and copied once, into the picture.
            message, self._buffer = self._buffer, self._buffer[end:]
            try:
                self._take(bytes([kind]), memoryview(message)[wire.HEADER.size : end])
            except (struct.error, ValueError):  # a child taken over by a document may say anything
                self._lose(PdfFailure.CRASHED)
                return
            if self._process is None:
                return

    def _take(self, kind: bytes, payload: memoryview) -> None:
        self._clock.stop()
        if kind == wire.OPENED and not self._ready:
            self._take_opened(payload)
        elif kind == wire.IMAGE and self._drawing is not None:
            self._take_image(payload)
        elif kind == wire.FAILED:
            self._take_failure(payload)
        else:
            raise ValueError(kind)
        self._next()

    def _take_opened(self, payload: memoryview) -> None:
        (count,) = wire.OPENED_HEAD.unpack_from(payload)
        sizes = list(wire.PAGE_SIZE.iter_unpack(payload[wire.OPENED_HEAD.size :]))
        low, high = wire.SMALLEST_SIDE, wire.LARGEST_SIDE
        sane = all(low <= wide <= high and low <= tall <= high for wide, tall in sizes)
        if not sane or len(sizes) != min(count, wire.LISTED_PAGES) or not sizes:
            raise ValueError(count)
        self._ready = True
        if not self._known:
            self._known, self._page_count = True, len(sizes)
            self.opened.emit(count, sizes)

    def _take_image(self, payload: memoryview) -> None:
        index, wide, high = wire.IMAGE_HEAD.unpack_from(payload)
        pixels = payload[wire.IMAGE_HEAD.size :]
        if index != self._drawing or not wide or not high or len(pixels) != 4 * wide * high:
            raise ValueError(index)
        self._drawing, self._width, self._failures = None, 0, 0
        # The copy owns its pixels; the first one only borrows them.
        image = QImage(pixels, wide, high, 4 * wide, QImage.Format.Format_RGB32).copy()
        self.page_drawn.emit(index, image)

    def _take_failure(self, payload: memoryview) -> None:
        reason, page = wire.FAILURE.unpack(payload)
        if page == wire.WHOLE:
            locked = reason == wire.Reason.PASSWORD
            self._give_up(PdfFailure.PASSWORD if locked else PdfFailure.DAMAGED)
        elif page == self._drawing:
            self._drawing = None
            self.page_failed.emit(page, PdfFailure.DAMAGED)
        else:
            raise ValueError(page)

    def _end(self, *status: object) -> None:
        """The child has ended or could not be started; an earlier one's end may arrive late and says nothing."""
        if self._process is not None and self._process.state() == QProcess.ProcessState.NotRunning:
            self._read()  # what it said last
            if self._process is not None:
                self._lose(PdfFailure.CRASHED)

    def _lose(self, why: PdfFailure) -> None:
        """The child is gone or has to go."""
        if self._ended:
            return
        self._clock.stop()
        page, was_ready = self._drawing, self._ready
        self._drop()
        self._failures += 1
        if not was_ready or self._failures >= FAILURES_IN_A_ROW:
            self._give_up(why)
            return
        if page is not None:
            self._wanted = [wish for wish in self._wanted if wish[0] != page]
            self.page_failed.emit(page, why)
        self._next()

    def _give_up(self, why: PdfFailure) -> None:
        self.stop()
        self.failed.emit(why)
