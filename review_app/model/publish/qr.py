"""QR codes as vector drawing: sharp at every size, a few kilobytes."""

from __future__ import annotations

from dataclasses import dataclass

import segno
from reportlab.pdfgen.canvas import Canvas

from review_app.model.errors import InputError

QUIET_ZONE = 4  # modules, ISO/IEC 18004 section 9.1
MODULES_AT_MOST = 125  # version 27: 44 mm at 0.35 mm a module, the largest that a page of ours has room for


@dataclass(frozen=True)
class QrCode:
    """Rows of modules, dark ones true, without the quiet zone."""

    rows: tuple[tuple[bool, ...], ...]

    @property
    def modules(self) -> int:
        """Modules a side."""
        return len(self.rows)


def qr_code(text: str) -> QrCode:
    """The code of ``text`` in the smallest version, level L, raised where that costs no module.

    Level L because what we print is signed and lies behind glass: larger modules serve a camera better than
    more redundancy.  Raises InputError ``qr-too-large`` (``length``, ``limit`` in bytes).
    """
    try:
        code = segno.make_qr(text, error="l", boost_error=True)
    except segno.DataOverflowError:
        code = None
    if code is None or len(code.matrix) > MODULES_AT_MOST:
        raise InputError("qr-too-large", length=len(text.encode()), limit=1465)
    return QrCode(tuple(tuple(bool(module) for module in row) for row in code.matrix))


def draw_qr(canvas: Canvas, code: QrCode, x: float, y: float, side: float) -> None:
    """Draws ``code``, lower left corner at ``x``, ``y``, ``side`` points a side, as one filled path.

    The quiet zone is the caller's to leave free: ``QUIET_ZONE`` modules on every side.
    """
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(side / code.modules, side / code.modules)
    path = canvas.beginPath()
    for number, row in enumerate(code.rows):
        column = 0
        while column < code.modules:
            end = column
            while end < code.modules and row[end]:
                end += 1
            if end > column:
                path.rect(column, code.modules - 1 - number, end - column, 1)
            column = end + 1
    canvas.setFillGray(0)
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()
