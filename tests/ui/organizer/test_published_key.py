"""The organizer's key has one name, and can be copied whole, on every page that has to do with publishing it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication

from review_app.model.workspace.letters import key_short
from review_app.ui.organizer.archive.page import ArchivePage
from review_app.ui.organizer.package.page import PackagePage
from tests.ui.organizer.conftest import OpenCampaign
from tests.ui.shown import said


def test_package_and_archive_show_the_same_key_under_the_same_name(
    opened: Callable[[str], OpenCampaign],
) -> None:
    campaign = opened("packed")
    whole = campaign.workspace.rounds.current().organizer_thumbprint
    package = campaign.page("package")
    assert isinstance(package, PackagePage)
    package.show_view("sending")
    shown = package.sending.key
    assert shown.isVisible() and shown.thumbprint.text() == whole
    assert key_short(campaign.workspace.organizer_public) in shown.short.text()
    QGuiApplication.clipboard().clear()
    shown.copy.click()
    assert QGuiApplication.clipboard().text() == whole
    archive = campaign.page("archive")
    assert isinstance(archive, ArchivePage)
    assert archive.key_ahead.isVisible() and archive.key_ahead.thumbprint.text() == whole
    name = "Thumbprint of the organizer's key"
    assert name in said(shown) and name in said(archive.key_ahead)


def test_a_view_chosen_by_the_program_takes_the_focus_of_the_tab_before(
    opened: Callable[[str], OpenCampaign],
) -> None:
    page = opened("packed").page("package")
    assert isinstance(page, PackagePage)
    page.show_view("contents")
    page.tabs["contents"].setFocus()
    page.show_view("sending")
    assert page.tabs["sending"].hasFocus() and not page.tabs["contents"].hasFocus()
    page.contents.setFocus()
    page.show_view("contents")
    assert not page.tabs["contents"].hasFocus()  # what has the focus elsewhere keeps it
