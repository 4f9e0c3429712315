"""Every page of the organizer in the smallest window, in both languages and with strings two fifths longer: no text is
cut off, and nothing that can have the focus is without a name."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from tests.campaigns import SampleCampaigns
from tests.screens.clipped import clipped, nameless
from tests.screens.organizer import OrganizerWalk
from tests.ui.conftest import MOSTLY_LONGER

SMALLEST = (1093, 614)
PAGES = 22
"""At least; so that a walk that stops early is none."""


@MOSTLY_LONGER
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
    assert not troubles, "\n".join(troubles)
