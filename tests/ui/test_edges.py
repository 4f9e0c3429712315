"""Links at the edge of a page begin and end where the words above them do."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from review_app.ui import theme
from review_app.ui.widgets.parts import button, column, ground, label, row

WIDE = 400


def ink(picture: QImage) -> tuple[int, int]:
    """The first and the last column of pixels that are not of the ground."""
    plain = QColor(theme.current().window).rgb()
    columns = [
        x
        for x in range(picture.width())
        if any(picture.pixel(x, y) != plain for y in range(picture.height()))
    ]
    return columns[0], columns[-1]


@pytest.mark.parametrize("kind", ["link", "quiet-link"])
@pytest.mark.parametrize("edge", ["left", "right"])
def test_a_link_at_the_edge_is_flush(kind: str, edge: str, qapp: QApplication) -> None:
    theme.install(qapp, "light")
    page = QWidget()
    ground(page, "window")
    words, link, inset = label("Ilml"), button("Ilml", kind, edge=edge), button("Ilml", kind)
    lines = [row(part, None) if edge == "left" else row(None, part) for part in (words, link, inset)]
    page.setLayout(column(*lines, margins=(20, 0, 20, 0)))
    page.resize(WIDE, 200)
    page.show()
    qapp.processEvents()
    picture = page.grab().toImage()
    end = 0 if edge == "left" else 1
    of_words, of_link, of_inset = (
        ink(picture.copy(0, part.y(), WIDE, part.height()))[end] for part in (words, link, inset)
    )
    assert abs(of_words - of_link) <= 1
    assert abs(of_words - of_inset) >= 3
