"""Picture attachments: PNG and JPEG and nothing else, checked before the render child gets them."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QSize

from review_app.ui.documents.picture_head import jpeg_size, png_size
from review_app.ui.render_wire import PICTURE_PIXELS, Form

FORMS = {
    "image/png": (Form.PNG, b"\x89PNG\r\n\x1a\n", png_size),
    "image/jpeg": (Form.JPEG, b"\xff\xd8\xff", jpeg_size),
}


class PictureRefusal(Enum):
    """Why a picture is not shown."""

    TYPE = "type"  # neither PNG nor JPEG
    CONTENT = "content"  # the bytes are not what the type says
    SIZE = "size"  # more pixels than the limit
    DAMAGED = "damaged"
    SLOW = "slow"
    CRASHED = "crashed"


class RefusedPicture(Exception):
    """A picture that is not shown; ``width`` and ``height`` in pixels where the reason is the size."""

    def __init__(self, reason: PictureRefusal, width: int = 0, height: int = 0) -> None:
        super().__init__(reason.value)
        self.reason, self.width, self.height = reason, width, height


def media_type_of(name: str) -> str:
    """The media type that a file name's ending stands for, or empty."""
    _, dot, ending = name.rpartition(".")
    return {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}.get(dot + ending.lower(), "")


def checked(data: bytes, media_type: str) -> tuple[Form, QSize]:
    """The form of a picture and its size in pixels as it will be shown, by the first bytes alone.

    Raises :class:`RefusedPicture`.
    """
    try:
        form, magic, size_of = FORMS[media_type]
    except KeyError:
        raise RefusedPicture(PictureRefusal.TYPE) from None
    if not data.startswith(magic):
        raise RefusedPicture(PictureRefusal.CONTENT)
    size = size_of(data)
    if size is None:
        raise RefusedPicture(PictureRefusal.DAMAGED)
    if size[0] * size[1] > PICTURE_PIXELS:
        raise RefusedPicture(PictureRefusal.SIZE, *size)
    return form, QSize(*size)


def picture_size(data: bytes, media_type: str) -> QSize:
    """Width and height in pixels as it will be shown, from the header alone.  Raises :class:`RefusedPicture`."""
    return checked(data, media_type)[1]
