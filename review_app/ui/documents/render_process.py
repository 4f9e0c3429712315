"""The window's side of the child that draws attachments (:mod:`review_app.ui.pdf_child`)."""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Qt, QTimer, Signal
from PySide6.QtGui import QImage

import review_app
from review_app.ui import render_wire as wire

TIME_LIMIT = 10.0
"""Seconds for opening a document, and again for each page."""
ASIDE_LIMIT = 5.0
"""Seconds for what is done beside the pages themselves: texts, small pictures of pages."""
FAILURES_IN_A_ROW = 4
"""Pages that end the process one after the other before the document as a whole is given up."""
ASIDE_FAILURES = 3
"""Texts (or small pictures) that end the process one after the other before no more of them are asked for."""
FEED = 1 << 20
"""Bytes of the document on their way to the child at a time."""
LANES = 4


class Failure(Enum):
    """Why a document or a part of it is not shown."""

    DAMAGED = "damaged"
    PASSWORD = "password"
    SLOW = "slow"
    CRASHED = "crashed"


@dataclass(frozen=True)
class Wish:
    """One request to the child.  What is ``aside`` may fail without the document being given up."""

    kind: bytes
    page: int
    payload: bytes
    aside: str = ""

    def __bytes__(self) -> bytes:
        return wire.frame(self.kind, self.payload)


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


class RenderProcess(QObject):
    """Holds one document, sends the child one wish at a time, and ends a child that takes too long.

    A wish that ends the child is reported; the child is started again when another is wanted.  Nothing blocks.  What is
    read from the child is checked as strictly as what is read from the document.
    """

    failed = Signal(Failure)

    def __init__(
        self, opening: tuple[bytes, bytes], parent: QObject | None = None, time_limit: float = TIME_LIMIT
    ) -> None:
        """``opening``: kind and payload of the message that gives the child its document."""
        super().__init__(parent)
        self._opening = opening
        self._time_limit = time_limit
        self._process: QProcess | None = None
        self._buffer = bytearray()
        self._fed = 0
        self._ready = False
        self._lanes: list[list[Wish]] = [[] for _ in range(LANES)]
        self._busy: Wish | None = None
        self._failures: dict[str, int] = {}
        self._ended = False
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self._time_is_up)

    def start(self) -> None:
        """Starts the child and gives it the document."""
        process = QProcess(self)
        process.setProcessEnvironment(environment())
        process.setStandardErrorFile(QProcess.nullDevice())
        # Queued: what follows may end the process, and must not do so from inside its own signal.
        queued = Qt.ConnectionType.QueuedConnection
        process.readyReadStandardOutput.connect(self._read, queued)
        process.bytesWritten.connect(self._feed, queued)
        process.errorOccurred.connect(self._end, queued)
        process.finished.connect(self._end, queued)
        self._process, self._ready, self._fed = process, False, 0
        self._buffer.clear()
        self._run_clock(self._time_limit)
        process.start(*command())
        kind, payload = self._opening
        process.write(wire.HEADER.pack(1 + len(payload), kind[0]))
        self._feed()

    def want(self, wishes: Sequence[Wish], lane: int = 0) -> None:
        """What to do next, most urgent first; replaces the earlier wishes of the lane.  Lane 0 goes first."""
        self._lanes[lane] = [wish for wish in wishes if wish != self._busy]
        self._next()

    def stop(self) -> None:
        """Ends the child and waits the moment until it is gone; nothing is sent any more."""
        self._ended = True
        self._clock.stop()
        self._lanes = [[] for _ in range(LANES)]
        self._drop()

    @property
    def process_id(self) -> int:
        """The child's process id, 0 if there is none."""
        return self._process.processId() if self._process is not None else 0

    def _take_opened(self, kind: bytes, payload: memoryview) -> None:
        """The first answer; raises ValueError or struct.error for nonsense, as all is that no child class knows."""
        raise ValueError(kind)

    def _take_answer(self, wish: Wish, kind: bytes, payload: memoryview) -> None:
        """The answer to ``wish``; raises ValueError or struct.error for nonsense."""
        raise ValueError(kind)

    def _wish_failed(self, wish: Wish, why: Failure) -> None:
        """``wish`` will not be answered."""

    def _run_clock(self, seconds: float) -> None:
        self._clock.start(max(1, round(seconds * 1000)))

    def _time_is_up(self) -> None:
        self._lose(Failure.SLOW)

    def _feed(self, *_: object) -> None:
        """Hands on the document piece by piece, so that it is not held a second time."""
        payload = self._opening[1]
        while self._process is not None and self._fed < len(payload) and self._process.bytesToWrite() < FEED:
            piece = payload[self._fed : self._fed + FEED]
            self._fed += len(piece)
            self._process.write(piece)

    def _drop(self) -> None:
        process, self._process = self._process, None
        self._ready, self._busy = False, None
        if process is None:
            return
        for signal in (
            process.readyReadStandardOutput,
            process.bytesWritten,
            process.errorOccurred,
            process.finished,
        ):
            signal.disconnect()
        if process.state() != QProcess.ProcessState.NotRunning:
            process.kill()
            process.waitForFinished(2000)
        process.deleteLater()

    def _next(self) -> None:
        if self._ended or self._busy is not None:
            return
        wish = self._pick()
        if wish is None:
            return
        if self._process is None:
            self.start()
        if not self._ready or self._process is None:
            return
        self._lanes[self._lane_of(wish)].remove(wish)
        self._busy = wish
        limit = self._time_limit if not wish.aside else min(self._time_limit, ASIDE_LIMIT)
        self._run_clock(limit)
        self._process.write(bytes(wish))

    def _pick(self) -> Wish | None:
        """The next wish; those aside that have failed too often are answered here."""
        for lane in self._lanes:
            while lane:
                wish = lane[0]
                if not wish.aside or self._failures.get(wish.aside, 0) < ASIDE_FAILURES:
                    return wish
                del lane[0]
                self._wish_failed(wish, Failure.SLOW)
                if self._ended:
                    return None
        return None

    def _lane_of(self, wish: Wish) -> int:
        return next(number for number, lane in enumerate(self._lanes) if lane and lane[0] == wish)

    def _read(self) -> None:
        if self._process is None:
            return
        self._buffer += self._process.readAllStandardOutput().data()
        while not self._gone() and len(self._buffer) >= wire.HEADER.size:
            length, kind = wire.HEADER.unpack_from(self._buffer)
            if not 1 <= length <= wire.LONGEST_ANSWER:
                self._lose(Failure.CRASHED)
                return
            end = wire.HEADER.size + length - 1
            if len(self._buffer) < end:
                return
            # An answer may be 24 MB: it is looked at where it lies, and copied once, into the picture.
            message, self._buffer = self._buffer, self._buffer[end:]
            try:
                self._take(bytes([kind]), memoryview(message)[wire.HEADER.size : end])
            except (struct.error, ValueError):  # a child taken over by a document may say anything
                self._lose(Failure.CRASHED)

    def _gone(self) -> bool:
        return self._process is None

    def _take(self, kind: bytes, payload: memoryview) -> None:
        wish = self._busy
        if kind == wire.FAILED:
            self._clock.stop()
            self._take_failure(payload)
        elif not self._ready:
            self._clock.stop()
            self._take_opened(kind, payload)
            self._ready = not self._gone()
        elif wish is not None:
            self._clock.stop()
            self._take_answer(wish, kind, payload)
        else:
            raise ValueError(kind)
        self._next()

    def _answered(self) -> None:
        """The wish under way is fulfilled, which a child class says before it tells anybody."""
        if self._busy is not None:
            self._failures[self._busy.aside] = 0
        self._busy = None

    def _take_failure(self, payload: memoryview) -> None:
        reason, page = wire.FAILURE.unpack(payload)
        wish = self._busy
        if page == wire.WHOLE:
            locked = reason == wire.Reason.PASSWORD
            self._give_up(Failure.PASSWORD if locked else Failure.DAMAGED)
        elif wish is not None and page == wish.page:
            self._busy = None
            self._wish_failed(wish, Failure.DAMAGED)
        else:
            raise ValueError(page)

    def _end(self, *status: object) -> None:
        """The child has ended or could not be started; an earlier one's end may arrive late and says nothing."""
        if self._process is not None and self._process.state() == QProcess.ProcessState.NotRunning:
            self._read()  # what it said last
            if self._process is not None:
                self._lose(Failure.CRASHED)

    def _lose(self, why: Failure) -> None:
        """The child is gone or has to go."""
        if self._ended:
            return
        self._clock.stop()
        wish, was_ready = self._busy, self._ready
        self._drop()
        about = wish.aside if wish is not None else ""
        self._failures[about] = self._failures.get(about, 0) + 1
        if not was_ready or self._failures.get("", 0) >= FAILURES_IN_A_ROW:
            self._give_up(why)
            return
        if wish is not None:
            for lane in self._lanes:
                lane[:] = [each for each in lane if (each.page, each.aside) != (wish.page, wish.aside)]
            self._wish_failed(wish, why)
        self._next()

    def _give_up(self, why: Failure) -> None:
        self.stop()
        self.failed.emit(why)


def picture_in(payload: memoryview, page: int, form: QImage.Format) -> QImage:
    """The picture in an answer about ``page``; ValueError when its length, or its page, is not what it has to be."""
    index, wide, high = wire.IMAGE_HEAD.unpack_from(payload)
    pixels = payload[wire.IMAGE_HEAD.size :]
    if index != page or not wide or not high or len(pixels) != 4 * wide * high:
        raise ValueError(index)
    # The copy owns its pixels; the first one only borrows them.
    return QImage(pixels, wide, high, 4 * wide, form).copy()
