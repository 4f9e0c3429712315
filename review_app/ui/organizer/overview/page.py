"""The overview page."""

from __future__ import annotations

from typing import ClassVar

from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.page import Page
from review_app.ui.widgets.parts import label


class OverviewPage(Page):
    """Where the campaign stands."""

    station: ClassVar[str] = "overview"
    topics: ClassVar[tuple[str, ...]] = (
        "campaign",
        "nominations",
        "shortlist",
        "people",
        "cards",
        "package",
        "box",
    )

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__(desk)
        body = self.frame(self.tr("Overview"), scroll=True)
        self.words = label("", "body", wrap=True)
        body.addWidget(self.words)
        body.addStretch(1)

    def refresh(self) -> None:
        """Counts what is there."""
        settings = self.desk.workspace.settings
        self.set_subtitle(f"{settings.title} · {settings.edition}")
        count = len(self.desk.workspace.nominations.ids())
        self.words.setText(self.tr("%n nomination(s) accepted", "", count))
