"""What a screen reader is told of a scale of scores: a slider that may have no value yet.

Qt's own slider always has a number; a criterion without a score must not be heard as one, nor as zero.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleInterface,
    QAccessibleValueChangeEvent,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget


class Spoken(QWidget):
    """A widget that is heard as name, value and meaning; whoever inherits says the three."""

    def spoken_name(self) -> str:
        """What the value belongs to."""
        raise LookupError(type(self).__name__)

    def spoken_value(self) -> str:
        """The value in words, also when there is none."""
        raise LookupError(type(self).__name__)


class SpokenSlider(QAccessibleWidget):
    """Role, value text and name of a :class:`Spoken` widget; description, state and place are those of any widget."""

    def __init__(self, widget: Spoken) -> None:
        super().__init__(widget, QAccessible.Role.Slider, "")

    def text(self, kind: QAccessible.Text) -> str:
        """The text of one kind, empty where there is none."""
        widget = self.widget()
        if isinstance(widget, Spoken):
            if kind == QAccessible.Text.Value:
                return widget.spoken_value()
            # AT-SPI hands on the value of a slider as a number only, so there the name goes on to say it.
            if kind == QAccessible.Text.Name and not sys.platform.startswith("linux"):
                return widget.spoken_name()
        return super().text(kind)


_alive: list[SpokenSlider] = []
"""Qt owns an interface and deletes it with its widget; until then Python must not."""
_factory: list[Callable[[str, QObject], QAccessibleInterface | None]] = []


def make_spoken() -> None:
    """Makes Qt ask here for the interface of a :class:`Spoken` widget; a second call does nothing."""
    if not _factory:
        _factory.append(_interface_of)
        QAccessible.installFactory(_interface_of)


def _interface_of(_: str, widget: QObject) -> QAccessibleInterface | None:
    if not isinstance(widget, Spoken):
        return None
    _alive[:] = [known for known in _alive if shiboken6.isValid(known)]
    _alive.append(SpokenSlider(widget))
    return _alive[-1]


def tell_value(widget: Spoken) -> None:
    """Tells who listens that the value has changed."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleValueChangeEvent(widget, widget.spoken_value()))


def announce(widget: QWidget, text: str) -> None:
    """Has ``text`` said without moving the focus: what a key did when the focus has gone on already."""
    if QAccessible.isActive() and text:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
