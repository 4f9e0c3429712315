"""The stations of a campaign, in the order of the work; the module of a page is loaded when it is first shown."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QCoreApplication

from review_app.model.workspace import Workspace

if TYPE_CHECKING:
    from review_app.ui.organizer.page import Page


UNKNOWN = "!"
"""Instead of figures that can't be had; the station's page says why."""


class Station(msgspec.Struct, frozen=True):
    """One line of the sidebar.  ``count`` gives the few characters at its right, "" for none; it must be quick."""

    name: str
    module: str
    class_name: str
    count: Callable[[Workspace], str]

    @property
    def title(self) -> str:
        """The station's name in the window's language."""
        return _titles()[self.name]

    def count_words(self, count: str) -> str:
        """What the figures at the right mean, "" where there are none."""
        return "" if count in ("", UNKNOWN) else _meanings().get(self.name, "").format(count=count)

    def load(self) -> type[Page]:
        """The page's class."""
        found: type[Page] = getattr(importlib.import_module(self.module), self.class_name)
        return found

    @property
    def there(self) -> bool:
        """Whether the page's module is part of this program."""
        return importlib.util.find_spec(self.module) is not None


def _titles() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "overview": translate("Station", "Overview"),
        "nominations": translate("Station", "Nominations"),
        "shortlist": translate("Station", "Shortlist"),
        "experts": translate("Station", "Experts and cards"),
        "package": translate("Station", "Case package"),
        "box": translate("Station", "Ballot box"),
        "results": translate("Station", "Results"),
        "certificates": translate("Station", "Certificates"),
        "archive": translate("Station", "Archive and check"),
        "history": translate("Station", "Log"),
        "settings": translate("Station", "Settings"),
        "care": translate("Station", "Safekeeping"),
    }


def _meanings() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "nominations": translate("Station", "{count} accepted"),
        "shortlist": translate("Station", "{count} still in"),
        "experts": translate("Station", "Cards drawn, reserve included: {count}"),
        "package": translate("Station", "sealed"),
        "box": translate(
            "Station", "Sheets in the box, of those expected (reserve cards not counted): {count}"
        ),
    }


def _nothing(workspace: Workspace) -> str:
    return ""


def _nominations(workspace: Workspace) -> str:
    return str(len(workspace.nominations.ids()) or "")


def _still_in(workspace: Workspace) -> str:
    standing = workspace.shortlist.standing()
    kept = sum(decision == "keep" for decision in standing.values())
    return str(kept) if workspace.shortlist.decisions() else ""


def _cards(workspace: Workspace) -> str:
    rounds = workspace.rounds.all()
    return str(workspace.cards.counts(rounds[-1]).issued or "") if rounds else ""


def _package(workspace: Workspace) -> str:
    rounds = workspace.rounds.all()
    packed = bool(rounds) and rounds[-1].state not in ("drafted", "cards")
    return QCoreApplication.translate("Station", "sealed") if packed else ""


def _sheets(workspace: Workspace) -> str:
    rounds = workspace.rounds.all()
    if not rounds or rounds[-1].state in ("drafted", "cards"):
        return ""
    round_ = rounds[-1]
    with workspace.counting.box(round_) as box:
        return f"{len(box)} / {workspace.cards.counts(round_).expected}"


def _result(workspace: Workspace) -> str:
    rounds = workspace.rounds.all()
    if not rounds or rounds[-1].state not in ("opened", "sealed"):
        return ""
    status = workspace.publication.notice(rounds[-1]).status
    return {
        "counted": QCoreApplication.translate("Station", "counted"),
        "proposed": QCoreApplication.translate("Station", "proposed"),
        "final": QCoreApplication.translate("Station", "final"),
    }[status]


_PAGES = "review_app.ui.organizer"
STATIONS: tuple[Station, ...] = (
    Station(
        "overview",
        f"{_PAGES}.overview.page",
        "OverviewPage",
        _nothing,
    ),
    Station(
        "nominations",
        f"{_PAGES}.nominations.page",
        "NominationsPage",
        _nominations,
    ),
    Station(
        "shortlist",
        f"{_PAGES}.shortlist.page",
        "ShortlistPage",
        _still_in,
    ),
    Station(
        "experts",
        f"{_PAGES}.experts.page",
        "ExpertsPage",
        _cards,
    ),
    Station(
        "package",
        f"{_PAGES}.package.page",
        "PackagePage",
        _package,
    ),
    Station("box", f"{_PAGES}.box.page", "BoxPage", _sheets),
    Station("results", f"{_PAGES}.results.page", "ResultsPage", _result),
    Station("certificates", f"{_PAGES}.certificates.page", "CertificatesPage", _nothing),
    Station("archive", f"{_PAGES}.archive.page", "ArchivePage", _nothing),
    Station("history", f"{_PAGES}.history.page", "HistoryPage", _nothing),
    Station(
        "settings",
        f"{_PAGES}.settings.page",
        "SettingsPage",
        _nothing,
    ),
    Station(
        "care",
        f"{_PAGES}.care.page",
        "CarePage",
        _nothing,
    ),
)


def present() -> list[Station]:
    """The stations whose pages are part of this program."""
    return [station for station in STATIONS if _there(station)]


def _there(station: Station) -> bool:
    try:
        return station.there
    except ModuleNotFoundError:  # the folder itself isn't there
        return False
