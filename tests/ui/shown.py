"""What somebody reads on a page."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from tests.screens.clipped import settle_layouts


def texts(widget: QWidget) -> list[str]:
    """Every label that is shown in ``widget``."""
    settle_layouts()
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget)]


def said(widget: QWidget) -> str:
    """The same as one text, a label a line."""
    return "\n".join(texts(widget))
