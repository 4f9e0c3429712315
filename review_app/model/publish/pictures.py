"""Pictures that an organizer supplies for a certificate: seal, signature, background.  Checked before they are drawn.

The program draws no seal of its own; what is here was supplied, and is scaled to what a printer resolves.
"""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image

from review_app.model.errors import InputError
from review_app.model.text import visible

PICTURE_LIMIT = 20 << 20
"""Bytes of a picture file."""
MAX_PIXELS = 40_000_000
SEAL_DPI, BACKGROUND_DPI = 300, 200
"""What is kept of a picture at the size it is printed in."""
_KINDS = ("PNG", "JPEG")
_MODES = {"1", "L", "LA", "P", "PA", "RGB", "RGBA", "I;16"}
_MM = 25.4


@dataclass(frozen=True)
class Picture:
    """A picture file's bytes, the name that messages use, and the width it is printed in (mm; 0 where the place says
    it).  ``drop`` and ``aside`` move it from its place: mm downwards and to the right."""

    name: str
    data: bytes
    width: float = 0.0
    drop: float = 0.0
    aside: float = 0.0


def check_picture(picture: Picture) -> tuple[int, int]:
    """Width and height in pixels of a picture that can be printed.

    Raises InputError ``picture-too-large`` (pixels), ``picture-file-too-large`` (bytes), ``picture-kind`` (neither PNG
    nor JPEG), ``picture-colours`` (CMYK and other colours of the press), ``picture-broken`` (truncated or damaged).
    """
    name = visible(picture.name)
    if len(picture.data) > PICTURE_LIMIT:
        raise InputError("picture-file-too-large", name=name, limit=PICTURE_LIMIT >> 20)
    if not picture.data.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        raise InputError("picture-kind", name=name)
    return _size_of(picture)


def pixels(picture: Picture, width: float, height: float, dpi: int) -> Image.Image:
    """The picture as RGB, with transparency as RGBA, at most ``dpi`` at ``width`` by ``height`` mm.

    Raises what :func:`check_picture` raises.
    """
    check_picture(picture)
    return _scaled(picture, (round(width / _MM * dpi), round(height / _MM * dpi)))


@lru_cache(maxsize=8)
def _scaled(picture: Picture, most: tuple[int, int]) -> Image.Image:
    opened = _opened(picture)
    transparent = opened.has_transparency_data
    image = opened.convert("RGBA" if transparent else "RGB")
    if image.width > most[0] or image.height > most[1]:
        size = (max(1, min(image.width, most[0])), max(1, min(image.height, most[1])))
        if transparent:  # scaled with its colours weighed by alpha, or a dark fringe would grow around a seal
            image = image.convert("RGBa").resize(size, Image.Resampling.LANCZOS).convert("RGBA")
        else:
            image = image.resize(size, Image.Resampling.LANCZOS)
    return image


@lru_cache(maxsize=16)
def _size_of(picture: Picture) -> tuple[int, int]:
    size: tuple[int, int] = _opened(picture).size  # decoded whole, and not kept: it may take 160 MB
    return size


def _opened(picture: Picture) -> Image.Image:
    name = visible(picture.name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(picture.data), formats=_KINDS)
            size, mode = image.size, image.mode
            if size[0] * size[1] <= MAX_PIXELS and mode in _MODES:
                image.load()  # the whole of it: Pillow refuses what is cut off
                return image
    except Image.DecompressionBombError:
        size, mode = (MAX_PIXELS, 2), "RGB"
    except Exception as failure:  # Pillow's readers raise whatever a damaged file makes them stumble over
        raise InputError("picture-broken", name=name) from failure
    if size[0] * size[1] > MAX_PIXELS:
        raise InputError("picture-too-large", name=name, limit=MAX_PIXELS // 1_000_000)
    raise InputError("picture-colours", name=name, mode=mode)
