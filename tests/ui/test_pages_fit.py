"""Every page in the smallest window, in both languages and with strings two fifths longer: no text is cut off, and
nothing that can have the focus is without a name."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from review_app.ui.expert.criterion_row import CriterionRow
from review_app.ui.widgets.parts import scrolling
from tests.screens.campaign import Sample, make_sample
from tests.screens.clipped import clipped, nameless
from tests.screens.walk import Walk
from tests.ui.conftest import MOSTLY_LONGER

SMALLEST = (1093, 614)
"""What a laptop of 1366 x 768 has at 125 %."""
TASKBAR = 48
CRITERIA = 5
PAGES = 36
"""At least; so that a walk that stops early is none."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    return make_sample(tmp_path_factory.mktemp("sample"))


def rows_cut_off(window: QWidget) -> list[int]:
    """Rows of scores that can't be seen whole."""
    rows = window.findChildren(CriterionRow)
    assert len(rows) == CRITERIA
    return [place for place, row in enumerate(rows) if row.visibleRegion().boundingRect() != row.rect()]


@MOSTLY_LONGER
def test_nothing_is_cut_off(spoken: str, sample: Sample, tmp_path: Path, qapp: QApplication) -> None:
    troubles: list[str] = []
    seen: list[str] = []

    def look(page: str, window: QWidget) -> None:
        seen.append(page)
        troubles.extend(f"{page}: {what}" for what in [*clipped(window), *nameless(window)])
        if page == "menu" and window.height() > SMALLEST[1] - TASKBAR:
            troubles.append(f"menu: {window.height()} pixels high, which the screen hasn't")
        if page == "amended":
            troubles.extend(f"{page}: row {row} is cut off" for row in rows_cut_off(window))

    walk = Walk(SMALLEST, look)
    walk.all(sample, tmp_path / "sheet.scoresheet")
    assert walk.failures == {}
    assert len(seen) >= PAGES
    assert not troubles, "\n".join(troubles)


def test_the_check_sees_what_is_cut_off(qapp: QApplication) -> None:
    """A label, a button and a box that are too small are found, and so is a button without a name."""
    from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton

    window = QWidget()
    window.resize(200, 200)
    for place, made in enumerate(
        (QLabel("a long sentence"), QPushButton("a long button"), QCheckBox("a long box"))
    ):
        made.setParent(window)
        made.setGeometry(10, 10 + 40 * place, 30, 30)
    wrapped = QLabel("some words that need several lines in a narrow place", window)
    wrapped.setWordWrap(True)
    wrapped.setGeometry(100, 10, 60, 20)
    QPushButton("", window).setGeometry(100, 150, 30, 30)
    inside = QWidget()
    QLabel("a wide line", inside).setGeometry(0, 0, 300, 20)
    inside.setMinimumSize(300, 20)
    area = scrolling(inside)
    area.setParent(window)
    area.setGeometry(100, 100, 90, 40)
    window.show()
    found = " ".join(clipped(window))
    assert all(f"{kind} 'a long" in found for kind in ("QLabel", "QPushButton", "QCheckBox"))
    assert "'some words" in found
    assert "'a wide line' at 100,100: 210 pixels of it lie beside" in found
    assert len(nameless(window)) == 1
    window.close()
