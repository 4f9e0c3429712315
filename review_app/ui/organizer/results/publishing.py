"""After the result is confirmed: the ways to what is published of it, and to what the archive is for."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from review_app.model.workspace.standing import Standing
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.widgets.flow import Flow
from review_app.ui.widgets.parts import button, column, label


class PublishPanel(QWidget):
    """A button each for announcement, report and archive."""

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__()
        self.words = label("", "secondary", wrap=True)
        self.announcement = button(self.tr("To the announcement"))
        self.announcement.clicked.connect(lambda: desk.go("results", view="papers", act="announcement"))
        self.report = button(self.tr("To the public report"))
        self.report.clicked.connect(lambda: desk.go("results", view="papers", act="public-report"))
        self.archive = button(self.tr("To the archive"))
        self.archive.clicked.connect(lambda: desk.go("archive"))
        acts = QWidget()
        acts.setLayout(Flow(self.announcement, self.report, self.archive))
        self.setLayout(
            column(
                label(self.tr("To publish now"), "heading", wrap=True),
                self.words,
                acts,
                margins=(0, 0, 0, 16),
            )
        )

    def show_standing(self, standing: Standing) -> None:
        """Shown from the confirmation on."""
        status = standing.notice.status
        self.setVisible(status != "counted")
        if status == "final":
            self.words.setText(
                self.tr(
                    "The announcement and the report now say that the result is final. Publish both and the final "
                    "archive: they take the place of any published before."
                )
            )
        else:
            self.words.setText(
                self.tr(
                    "The announcement says who wins and how to object, the report how it was counted; with the archive "
                    "anybody can count again. All three say that the result isn't final yet."
                )
            )
