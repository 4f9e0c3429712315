"""Days and moments as the organizer's pages write them: in one form, the one that the fields for days take."""

from __future__ import annotations

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt

DAY, MOMENT = "yyyy-MM-dd", "yyyy-MM-dd HH:mm"


def day_text(day: object) -> str:
    """A day (date, or ISO 8601 text), "" for what is none."""
    found = QDate.fromString(str(day), DAY)
    return QLocale.c().toString(found, DAY) if found.isValid() else ""


def day_of_moment(time: str) -> str:
    """The local day of a moment of the log (UTC, ISO 8601), "" for none."""
    return day_text(_local(time).date().toString(Qt.DateFormat.ISODate)) if time else ""


def moment_text(time: str) -> str:
    """A moment of the log (UTC, ISO 8601) in local time, "" for none."""
    return QLocale.c().toString(_local(time), MOMENT) if time else ""


def _local(time: str) -> QDateTime:
    return QDateTime.fromString(time, Qt.DateFormat.ISODate).toLocalTime()
