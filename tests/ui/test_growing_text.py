"""A field that grows shows every line, and scrolls only from a number of lines on."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from review_app.ui import theme
from review_app.ui.widgets.growing_text import GrowingText
from review_app.ui.widgets.parts import column


def test_every_line_is_seen(qapp: QApplication) -> None:
    theme.install(qapp, "light")
    page, field = QWidget(), GrowingText(3, 8)
    page.setLayout(column(field, None))
    page.resize(300, 600)
    page.show()
    least = field.height()
    bar = field.verticalScrollBar()
    for lines in (1, 3, 6, 8):
        field.setPlainText("\n".join(["案例"] * lines))
        qapp.processEvents()
        assert bar.maximum() == 0, lines
        assert field.height() >= least
    assert field.height() > least
    field.setPlainText("网络理政 " * 30)  # a line that is broken where the field is narrow
    qapp.processEvents()
    narrow = field.height()
    assert bar.maximum() == 0
    page.resize(900, 600)
    qapp.processEvents()
    qapp.processEvents()
    assert field.height() < narrow
    field.setPlainText("\n".join(["案例"] * 9))
    qapp.processEvents()
    assert bar.maximum() > 0
    field.setPlainText("")
    qapp.processEvents()
    assert field.height() == least
