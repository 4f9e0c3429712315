"""The attached pictures of a dossier: their sizes at once, their pixels when they are decoded."""

from __future__ import annotations

import functools
from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, QSize, Signal
from PySide6.QtGui import QImage

from review_app.ui.documents.picture_process import PictureProcess, region
from review_app.ui.documents.pictures import RefusedPicture, media_type_of, picture_size
from review_app.ui.render_wire import fitted


class AttachedPictures(QObject):
    """Asks ``picture_of(name)`` for bytes and has them decoded in the render child, one picture after the other.

    ``picture_of`` gets plain file names only (:func:`review_app.ui.documents.markdown.picture_name`).
    """

    ready = Signal(str, QImage)
    refused = Signal(str)

    def __init__(self, parent: QObject, picture_of: Callable[[str], bytes | None]) -> None:
        super().__init__(parent)
        self._picture_of = picture_of
        self._images: dict[str, QImage] = {}
        self._sizes: dict[str, QSize | None] = {}
        self._asked: set[str] = set()
        self._waiting: list[tuple[str, int]] = []
        self._process: PictureProcess | None = None

    def forget(self) -> None:
        """Lets go of all pictures; what is being decoded is dropped."""
        self._waiting.clear()
        self._end()
        self._images, self._sizes, self._asked = {}, {}, set()

    def size_of(self, name: str) -> QSize | None:
        """Width and height in pixels from the header, or None for what can't be shown, as far as that is known.

        One that turns out later to be damaged is told by :attr:`refused`; from then on it has no size.
        """
        if name not in self._sizes:
            data = self._picture_of(name)
            try:
                self._sizes[name] = picture_size(data, media_type_of(name)) if data is not None else None
            except RefusedPicture:
                self._sizes[name] = None
        return self._sizes[name]

    def image(self, name: str, width: int) -> QImage:
        """The picture, at most ``width`` pixels wide; a clear one until :attr:`ready` is sent."""
        if name in self._images:
            return self._images[name]
        clear = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
        clear.fill(0)
        if name not in self._asked:
            self._asked.add(name)
            self._waiting.append((name, width))
            self._next()
        return clear

    def _next(self) -> None:
        while self._process is None and self._waiting:
            name, width = self._waiting.pop(0)
            data = self._picture_of(name)
            if data is None:
                continue
            try:
                process = PictureProcess(data, media_type_of(name), self)
            except RefusedPicture:
                self._sizes[name] = None
                self.refused.emit(name)
                continue
            self._process = process
            process.opened.connect(functools.partial(self._ask, width))
            process.drawn.connect(functools.partial(self._take, name))
            process.failed.connect(functools.partial(self._refuse, name))
            process.start()

    def _ask(self, width: int, size: QSize) -> None:
        if self._process is not None:
            wide, high = fitted(size.width(), size.height(), min(width, size.width()))
            self._process.want([region(QRect(0, 0, size.width(), size.height()), QSize(wide, high))])

    def _take(self, name: str, part: QRect, image: QImage) -> None:
        self._images[name] = image
        self._skip()
        self.ready.emit(name, image)

    def _refuse(self, name: str, *why: object) -> None:
        self._sizes[name] = None
        self._skip()
        self.refused.emit(name)

    def _skip(self) -> None:
        self._end()
        self._next()

    def _end(self) -> None:
        if self._process is not None:
            self._process.stop()
            self._process.deleteLater()
            self._process = None
