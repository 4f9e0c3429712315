"""What a screen reader gets to know of a window: names, states and texts over AT-SPI (D-Bus), from another process.

The protocol is at-spi2-core's (``xml/Accessible.xml``, ``Text.xml``, ``Selection.xml``); only what tests need of it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jeepney import DBusAddress, DBusErrorResponse, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.ui.desktop.screen import Screen, wait_for

LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
"""Where Debian's at-spi2-core puts the accessibility bus; without it there is nothing to listen on."""
ANSWER = 20.0
"""Seconds a window may take to answer."""
FOCUSED, SELECTED, SHOWING = 12, 23, 25
"""Bits of a state set (AtspiStateType)."""
ACCESSIBLE, TEXT, SELECTION = (f"org.a11y.atspi.{name}" for name in ("Accessible", "Text", "Selection"))


class ScreenReader:
    """A listener on the accessibility bus of a screen; made before the program starts, so that Qt finds the bus."""

    def __init__(self, screen: Screen) -> None:
        screen.environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        with contextlib.closing(open_dbus_connection(screen.environment["DBUS_SESSION_BUS_ADDRESS"])) as bus:
            name = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            address = bus.send_and_get_reply(new_method_call(name, "GetAddress"), timeout=ANSWER).body[0]
        self.connection: DBusConnection = open_dbus_connection(address)

    def close(self) -> None:
        """Hangs up."""
        self.connection.close()

    def window(self) -> Node:
        """The program's frontmost frame, when there is one."""

        def found() -> Node | None:
            try:
                frames = [
                    frame
                    for application in Node(
                        self.connection, "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root"
                    ).children()
                    if application.name == "review-app"
                    for frame in application.children()
                    if frame.role == "frame"
                ]
            except DBusErrorResponse:
                return None
            return frames[-1] if frames else None

        window = wait_for(found, "no program on the accessibility bus")
        assert isinstance(window, Node)
        return window


@dataclass(frozen=True)
class Node:
    """One thing on the screen, as it presents itself."""

    connection: DBusConnection
    bus: str
    path: str

    @property
    def name(self) -> str:
        """Its accessible name."""
        return str(self._property(ACCESSIBLE, "Name"))

    @property
    def role(self) -> str:
        """What it is: ``push button``, ``list item``, ..."""
        return str(self._call(ACCESSIBLE, "GetRoleName")[0])

    def has(self, state: int) -> bool:
        """Whether one bit of its state is set."""
        words = self._call(ACCESSIBLE, "GetState")[0]
        return bool(words[state // 32] >> state % 32 & 1)

    @property
    def text(self) -> str:
        """The text in it."""
        return str(self._call(TEXT, "GetText", "ii", (0, self._property(TEXT, "CharacterCount")))[0])

    def selected(self) -> Node:
        """The first selected child of a list."""
        return self._node(self._call(SELECTION, "GetSelectedChild", "i", (0,))[0])

    def parent(self) -> Node:
        """What it lies in."""
        return self._node(self._property(ACCESSIBLE, "Parent"))

    def children(self) -> list[Node]:
        """What lies directly in it."""
        return [self._node(each) for each in self._call(ACCESSIBLE, "GetChildren")[0]]

    def below(self) -> Iterator[Node]:
        """Everything in it, outer things first."""
        for child in self.children():
            yield child
            yield from child.below()

    def find(self, wanted: Callable[[Node], bool], what: str) -> Node:
        """The first thing below that is wanted and shown, as soon as there is one: a window's title may change before
        its page stands, and what is being rebuilt may go while it is asked."""

        def found() -> Node | None:
            with contextlib.suppress(DBusErrorResponse):
                return next((node for node in self.below() if wanted(node) and node.has(SHOWING)), None)
            return None

        node = wait_for(found, f"nothing on the screen is {what}")
        assert isinstance(node, Node)
        return node

    def _node(self, reference: Any) -> Node:
        return Node(self.connection, reference[0], reference[1])

    def _call(
        self, interface: str, method: str, signature: str | None = None, body: tuple[object, ...] = ()
    ) -> Any:
        message = new_method_call(DBusAddress(self.path, self.bus, interface), method, signature, body)
        return _answer(self.connection.send_and_get_reply(message, timeout=ANSWER))

    def _property(self, interface: str, name: str) -> Any:
        message = Properties(DBusAddress(self.path, self.bus, interface)).get(name)
        return _answer(self.connection.send_and_get_reply(message, timeout=ANSWER))[0][1]


def _answer(reply: Any) -> Any:
    """The body of a reply; an error is raised."""
    if reply.header.message_type.name == "error":
        raise DBusErrorResponse(reply)
    return reply.body
