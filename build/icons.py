"""Draws the small marks of the style sheet into assets/icons/: python build/icons.py"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PIL import Image
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage, QPainter, QPen, QPolygonF

from review_app.ui.theme import DARK, LIGHT, Theme

FOLDER = Path(__file__).resolve().parent.parent / "assets" / "icons"
SIDE = 16
LINES = {
    "check": ([(3.5, 8.5), (6.7, 11.5), (12.5, 4.8)], "on_accent", 2.0),
    "mark": ([(3.5, 8.5), (6.7, 11.5), (12.5, 4.8)], "accent", 2.0),
    "down": ([(3.5, 6.0), (8.0, 10.5), (12.5, 6.0)], "secondary", 1.6),
}


def draw(name: str, theme: Theme, scale: int) -> QImage:
    """One mark at ``scale`` times its size."""
    points, role, width = LINES[name]
    image = QImage(SIDE * scale, SIDE * scale, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    pen = QPen(QColor(getattr(theme, role)), width, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))
    painter.end()
    return image


def program_icon(side: int) -> QImage:
    """The program's own: a sheet of paper with five rows, three of them scored."""
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side / 64, side / 64)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(LIGHT.accent))
    painter.drawRoundedRect(2, 2, 60, 60, 13, 13)
    painter.setBrush(QColor(LIGHT.paper))
    painter.drawRoundedRect(15, 10, 34, 44, 4, 4)
    for row, filled in enumerate((20, 14, 17, 8, 11)):
        top = 17 + 7 * row
        painter.setBrush(QColor(LIGHT.fill))
        painter.drawRoundedRect(21, top, 22, 4, 2, 2)
        painter.setBrush(QColor(LIGHT.accent if row < 3 else LIGHT.fill))
        painter.drawRoundedRect(21, top, filled, 4, 2, 2)
    painter.end()
    return image


def main() -> None:
    """Writes every mark in both themes, at 100 % and 200 %, and the program's icon."""
    application = QGuiApplication([])
    FOLDER.mkdir(parents=True, exist_ok=True)
    for theme in (LIGHT, DARK):
        for name in LINES:
            draw(name, theme, 1).save(str(FOLDER / f"{name}-{theme.name}.png"))
            draw(name, theme, 2).save(str(FOLDER / f"{name}-{theme.name}@2x.png"))
    program_icon(256).save(str(FOLDER / "review-app.png"))
    sizes = [(side, side) for side in (16, 24, 32, 48, 64, 128, 256)]
    Image.open(FOLDER / "review-app.png").save(FOLDER / "review-app.ico", sizes=sizes)
    assert not QIcon(str(FOLDER / "review-app.png")).isNull()
    application.quit()


if __name__ == "__main__":
    main()
