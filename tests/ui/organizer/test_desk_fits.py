"""Every page of the organizer in the smallest window, in both languages and with strings two fifths longer: no text is
cut off, and nothing that can have the focus is without a name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from review_app.ui import language
from review_app.ui.language import Language
from tests.campaigns import SampleCampaigns
from tests.screens import stretched
from tests.screens.clipped import clipped, nameless
from tests.screens.organizer import OrganizerWalk

SMALLEST = (1093, 614)
PAGES = 22
"""At least; so that a walk that stops early is none."""


@pytest.fixture(
    params=[
        "zh",
        pytest.param("en", marks=pytest.mark.torture),  # what fits when it is longer fits as it is
        pytest.param("zh longer", marks=pytest.mark.torture),
        "en longer",
    ]
)
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    spoken = str(request.param)
    code: Language = "zh" if spoken.startswith("zh") else "en"
    if "longer" in spoken:
        stretched.install(code)
    else:
        language.install(code)
    yield spoken
    stretched.remove()


def test_nothing_is_cut_off(
    spoken: str, sample_campaigns: SampleCampaigns, tmp_path: Path, qapp: QApplication
) -> None:
    troubles: list[str] = []
    seen: list[str] = []

    def look(page: str, window: QWidget) -> None:
        seen.append(page)
        troubles.extend(f"{page}: {what}" for what in [*clipped(window), *nameless(window)])

    walk = OrganizerWalk(SMALLEST, look, sample_campaigns, tmp_path)
    walk.stations()
    assert walk.failures == {}
    assert len(seen) >= PAGES
    assert troubles == []
