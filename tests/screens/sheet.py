"""Contact sheets: many pictures small beside each other, each with its name below."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

GAP, LINE = 14, 22
GROUND, INK = "#e8e4da", "#222222"


def contact_sheet(
    pictures: Sequence[Path], file: Path, *, columns: int, width: int, colours: int = 256
) -> None:
    """Writes a sheet of ``pictures``, ``width`` pixels wide each, in as few bytes as ``colours`` allow."""
    font = ImageFont.load_default(size=14)
    cells = []
    for path in pictures:
        with Image.open(path) as opened:
            high = round(opened.height * width / opened.width)
            cells.append((path.stem, opened.convert("RGB").resize((width, high), Image.Resampling.LANCZOS)))
    rows = [cells[start : start + columns] for start in range(0, len(cells), columns)]
    heights = [max(picture.height for _, picture in row) for row in rows]
    whole = Image.new(
        "RGB", (columns * (width + GAP) + GAP, sum(heights) + len(rows) * (GAP + LINE) + GAP), GROUND
    )
    draw = ImageDraw.Draw(whole)
    top = GAP
    for row, high in zip(rows, heights, strict=True):
        for place, (name, picture) in enumerate(row):
            left = GAP + place * (width + GAP)
            whole.paste(picture, (left, top))
            draw.text((left, top + high + 3), name, fill=INK, font=font)
        top += high + GAP + LINE
    whole.quantize(colours, dither=Image.Dither.NONE).save(file, optimize=True)
