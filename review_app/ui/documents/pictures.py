"""Picture attachments: PNG and JPEG and nothing else, checked before they are decoded."""

from __future__ import annotations

import threading
import time
from enum import Enum

from PySide6.QtCore import QIODevice, QIODeviceBase, QSize
from PySide6.QtGui import QImage, QImageReader

PIXEL_LIMIT = 40_000_000
ALLOCATION_LIMIT = 256
"""MB of one decoded picture; Qt refuses more itself."""
TIME_LIMIT = 10.0
"""Seconds of decoding; a progressive JPEG can ask for hours."""
FORMATS = {"image/png": (b"png", b"\x89PNG\r\n\x1a\n"), "image/jpeg": (b"jpeg", b"\xff\xd8\xff")}


class PictureRefusal(Enum):
    """Why a picture is not shown."""

    TYPE = "type"  # neither PNG nor JPEG
    CONTENT = "content"  # the bytes are not what the type says
    SIZE = "size"  # more pixels than the limit
    DAMAGED = "damaged"
    SLOW = "slow"


class RefusedPicture(Exception):
    """A picture that is not shown; ``width`` and ``height`` in pixels where the reason is the size."""

    def __init__(self, reason: PictureRefusal, width: int = 0, height: int = 0) -> None:
        super().__init__(reason.value)
        self.reason, self.width, self.height = reason, width, height


def media_type_of(name: str) -> str:
    """The media type that a file name's ending stands for, or empty."""
    _, dot, ending = name.rpartition(".")
    return {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}.get(dot + ending.lower(), "")


class _Source(QIODevice):
    """Bytes that run dry when the time is over or nobody wants the picture any more.

    Decoders ask for a block at a time, so this is the way to stop one (Qt's JPEG decoder would take a QBuffer's
    memory whole).
    """

    def __init__(self, data: bytes, cancelled: threading.Event | None, deadline: float) -> None:
        super().__init__()
        self._data, self._cancelled, self._deadline = data, cancelled, deadline
        self.ran_dry = False
        self.open(QIODeviceBase.OpenModeFlag.ReadOnly | QIODeviceBase.OpenModeFlag.Unbuffered)

    def size(self) -> int:
        return len(self._data)

    def isSequential(self) -> bool:
        return False

    def readData(self, most: int) -> bytes:  # type: ignore[override]
        if time.monotonic() > self._deadline or (self._cancelled is not None and self._cancelled.is_set()):
            self.ran_dry = True
            return b""
        start = self.pos()
        # Never less than asked for while there is more: Qt's PNG reader puts the next part over the first.
        return self._data[start : start + most]

    def writeData(self, data: bytes, most: int) -> int:
        return -1


def _reader(data: bytes, media_type: str, source: _Source) -> tuple[QImageReader, QSize]:
    try:
        form, magic = FORMATS[media_type]
    except KeyError:
        raise RefusedPicture(PictureRefusal.TYPE) from None
    if not data.startswith(magic):
        raise RefusedPicture(PictureRefusal.CONTENT)
    reader = QImageReader(source, form)
    reader.setAutoDetectImageFormat(False)
    reader.setDecideFormatFromContent(False)
    size = reader.size()
    if not size.isValid() or size.isEmpty():
        raise RefusedPicture(PictureRefusal.DAMAGED)
    if size.width() * size.height() > PIXEL_LIMIT:
        raise RefusedPicture(PictureRefusal.SIZE, size.width(), size.height())
    reader.setAutoTransform(True)
    if reader.transformation().value & 4:  # rotated by a quarter
        size.transpose()
    return reader, size


def picture_size(data: bytes, media_type: str) -> QSize:
    """Width and height in pixels as it will be shown, from the header alone.  Raises :class:`RefusedPicture`."""
    return _reader(data, media_type, _Source(data, None, time.monotonic() + TIME_LIMIT))[1]


def decode(
    data: bytes, media_type: str, cancelled: threading.Event | None = None, time_limit: float = TIME_LIMIT
) -> QImage:
    """The picture, 32 bits a pixel, turned upright as its EXIF data say.

    ``time_limit`` in seconds.  Safe in any thread.  Raises :class:`RefusedPicture`.
    """
    QImageReader.setAllocationLimit(ALLOCATION_LIMIT)
    source = _Source(data, cancelled, time.monotonic() + time_limit)
    try:
        reader, _ = _reader(data, media_type, source)
        image = reader.read()
    except RefusedPicture:
        if source.ran_dry:
            raise RefusedPicture(PictureRefusal.SLOW) from None
        raise
    if source.ran_dry:
        raise RefusedPicture(PictureRefusal.SLOW)
    if image.isNull():
        raise RefusedPicture(PictureRefusal.DAMAGED)
    alpha = image.hasAlphaChannel()
    return image.convertToFormat(
        QImage.Format.Format_ARGB32_Premultiplied if alpha else QImage.Format.Format_RGB32
    )
