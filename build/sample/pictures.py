"""The pictures as data, and the way from there to the bytes of a PNG or JPEG."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from . import diagrams, screens
from .sketch import Sketch

_FILE = Path(__file__).parent / "pictures.yaml"
_DRAW = {
    draw.__name__: draw
    for draw in (
        diagrams.layers,
        diagrams.cycle,
        diagrams.sorting,
        diagrams.channels,
        diagrams.clients,
        screens.phones,
        screens.portal,
        screens.flood_map,
        screens.village,
    )
}


@dataclass(frozen=True)
class Picture:
    """One picture attachment: which drawing, and the words on it."""

    case: str
    file: str
    title: str
    drawing: str
    words: dict[str, Any]


def load_pictures() -> list[Picture]:
    """All pictures, in the order of the file."""
    return [Picture(**raw) for raw in yaml.safe_load(_FILE.read_text(encoding="utf-8"))]


def render_picture(picture: Picture) -> bytes:
    """The file's content, in the format that its name says, without EXIF or any other metadata."""
    sketch = Sketch()
    sketch.heading(picture.title, picture.words["subtitle"])
    _DRAW[picture.drawing](sketch, picture.words)
    file = io.BytesIO()
    if picture.file.endswith(".jpg"):
        sketch.finish().save(file, "JPEG", quality=88, subsampling=0)
    else:
        sketch.finish().save(file, "PNG", optimize=True)
    return file.getvalue()
