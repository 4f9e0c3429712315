"""The attached pictures of a dossier: their sizes at once, their pixels when they are decoded."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage

from review_app.ui.documents.background import Task
from review_app.ui.documents.pictures import RefusedPicture, decode, media_type_of, picture_size


class AttachedPictures(QObject):
    """Asks ``picture_of(name)`` for bytes and decodes them beside the window's thread, each picture once.

    ``picture_of`` gets plain file names only (:func:`review_app.ui.documents.markdown.picture_name`).
    """

    ready = Signal(str, QImage)

    def __init__(self, parent: QObject, picture_of: Callable[[str], bytes | None]) -> None:
        super().__init__(parent)
        self._picture_of = picture_of
        self._images: dict[str, QImage] = {}
        self._tasks: dict[str, Task[QImage | None]] = {}

    def forget(self) -> None:
        """Lets go of all pictures; what is being decoded is dropped."""
        for task in self._tasks.values():
            task.cancel()
        self._images, self._tasks = {}, {}

    def size_of(self, name: str) -> QSize | None:
        """Width and height in pixels from the header, or None for what can't be shown."""
        data = self._picture_of(name)
        if data is None:
            return None
        try:
            return picture_size(data, media_type_of(name))
        except RefusedPicture:
            return None

    def image(self, name: str, width: int) -> QImage:
        """The picture, at most ``width`` pixels wide; a clear one until :attr:`ready` is sent."""
        if name in self._images:
            return self._images[name]
        clear = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
        clear.fill(0)
        data = self._picture_of(name) if name not in self._tasks else None
        if data is not None:
            self._tasks[name] = Task(
                self,
                lambda cancelled: _decoded(data, name, width, cancelled),
                lambda image: self._take(name, image),
            )
        return clear

    def _take(self, name: str, image: QImage | None) -> None:
        if image is not None:
            self._images[name] = image
            self.ready.emit(name, image)


def _decoded(data: bytes, name: str, width: int, cancelled: threading.Event) -> QImage | None:
    try:
        image = decode(data, media_type_of(name), cancelled)
    except RefusedPicture:
        return None
    if image.width() <= width:
        return image
    return image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
