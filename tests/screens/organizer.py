"""The organizer's window taken through every station, at the stages of the sample campaign where each has something to
show."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from review_app.model.errors import EnvironmentFailure
from review_app.model.progress import Progress
from review_app.model.workspace import Workspace
from review_app.ui.organizer.box.page import BoxPage
from review_app.ui.organizer.door import OrganizerDoor
from review_app.ui.organizer.frame import OrganizerFrame
from review_app.ui.organizer.page import Page
from review_app.ui.organizer.shortlist.page import ShortlistPage
from review_app.ui.organizer.stations import present
from tests.campaigns import SampleCampaigns
from tests.screens import desk_views
from tests.screens.desk_archive import pose_archive
from tests.screens.desk_results import pose_results
from tests.screens.desk_shortlist import pose_shortlist
from tests.screens.walk import Visit, Walk

SHOWN_AT = {
    "nominated": ("overview", "nominations"),
    "shortlisted": ("nominations", "shortlist", "experts"),
    "carded": ("experts", "package"),
    "packed": ("overview", "package", "box", "settings"),
    "boxed": ("box",),
    "closed": ("box",),
}
"""Stations looked at in the middle of the work; at its beginning and at its end all of them are."""

POSES: list[Callable[[OrganizerWalk], None]] = [
    pose_shortlist,
    *desk_views.AT_END,
    pose_results,
    pose_archive,
    desk_views.pose_care,
]
"""What a station shows beside its plain page, the first of them with the campaign at ``opened``; the last three open
one of their own."""


class OrganizerWalk(Walk):
    """Goes through the organizer's pages and calls ``visit`` at each (``desk-<stage>-<station>``)."""

    def __init__(
        self, size: tuple[int, int], visit: Visit, campaigns: SampleCampaigns, scratch: Path
    ) -> None:
        super().__init__(size, visit)
        self._campaigns, self._scratch = campaigns, scratch

    @property
    def scratch(self) -> Path:
        """A folder for what is written on the way."""
        return self._scratch

    @property
    def frame(self) -> OrganizerFrame:
        """The open campaign."""
        assert self.window.organizer is not None
        return self.window.organizer

    def open(self, stage: str) -> None:
        """Opens a fresh copy of the sample campaign at ``stage``, in place of what is open."""
        folder = self._scratch / stage
        campaign = self._campaigns.at(
            stage, folder if not folder.exists() else self._scratch / f"{stage}-again"
        )
        self.window.campaigns.open(campaign.folder)
        self.settle(
            0.1,
            lambda: self.window.organizer is not None and self.frame.desk.workspace.folder == campaign.folder,
        )

    def station(self, name: str) -> Page:
        """Goes to a station."""
        page = self.frame.show_station(name)
        assert page is not None and page.station == name
        self.settle(0.05, lambda: getattr(page, "at_rest", True))
        return page

    def stations(self) -> None:
        """Every page."""
        self._door()
        everything = tuple(station.name for station in present())
        for stage in ("empty", *SHOWN_AT, "opened"):
            try:
                self.open(stage)
            except Exception as failure:  # the other stages are still wanted
                self.failures[f"desk-{stage}"] = failure
                continue
            self.window.notes.clear()
            for name in SHOWN_AT.get(stage, everything):
                if name in everything:
                    with self.page(f"desk-{stage}-{name}", 0.3):
                        self.station(name)
            for pose in desk_views.AT.get(stage, ()):
                self._posed(pose)
        self._foot()
        for pose in POSES:
            self._posed(pose)
        self.window.close()
        self.window.deleteLater()
        self.settle(0.05)

    def _posed(self, pose: Callable[[OrganizerWalk], None]) -> None:
        try:
            pose(self)
        except Exception as failure:  # as in :meth:`page`
            self.failures[pose.__name__] = failure

    def _door(self) -> None:
        with self.page("desk-door"):
            start = self.window.show_start()
            start.doors.buttons()[1].click()
        with self.page("desk-new"):
            start = self.window.start_page or self.window.show_start()
            (door,) = start.organizer.findChildren(OrganizerDoor)
            door.new.click()
            door.form.title.setText("网络理政十大创新案例")
            door.form.edition.setText("2026")
            door.form.show_failure(EnvironmentFailure("passphrase-needed"))
            door.form.make.click()

    def _foot(self) -> None:
        """What stands at the foot of every page at times."""
        desk, foot = self.frame.desk, self.frame.foot
        with self.page("desk-asked"):
            self.station("overview")
            page = ShortlistPage
            desk.ask(
                QCoreApplication.translate(page.__name__, "Close round {number}?").format(number=3),
                QCoreApplication.translate(
                    page.__name__, "Its votes and decisions can't be changed or undone afterwards."
                ),
                QCoreApplication.translate(page.__name__, "Close the round"),
                lambda: None,
            )
        foot.question.go_away()
        with self.page("desk-passphrase"):
            desk.passphrase_wanted.emit(EnvironmentFailure("passphrase-needed"), lambda: None)
        foot.passphrase.go_away()
        self._job()

    def _job(self) -> None:
        """A job under way; the page is looked at while it waits."""
        go_on = threading.Event()

        def work(workspace: Workspace, progress: Progress) -> None:
            progress.start(1000)
            for _ in range(120):
                progress.step()
            go_on.wait(10)

        foot = self.frame.foot
        try:
            self.frame.desk.run(QCoreApplication.translate(BoxPage.__name__, "Opening the box"), work)
            self._wait_for(lambda: "120" in foot.job.count.text())
            self._visit("desk-busy", self.window)
        except Exception as failure:  # as in :meth:`page`
            self.failures["desk-busy"] = failure
        go_on.set()
        self.settle(0.1)

    def _wait_for(self, there: Callable[[], bool]) -> None:
        from PySide6.QtTest import QTest

        for _ in range(500):
            QTest.qWait(20)
            if there():
                QTest.qWait(60)  # until all is laid out
                return
        raise TimeoutError("the job does not count")
