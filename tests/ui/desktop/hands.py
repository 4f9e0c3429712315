"""Hands on the keyboard and eyes on the screen: what a person does in the program's pages, from another process.

A control is known by its accessible name alone, as a screen reader says it, and is reached with Tab or Shift+Tab; no
control is ever clicked.  So whatever has no name, or no way by the keyboard, is found missing here.
"""

from __future__ import annotations

import time
from collections.abc import Collection
from pathlib import Path

from jeepney import DBusErrorResponse

from tests.ui.desktop.screen import PATIENCE, Screen, wait_for
from tests.ui.desktop.screen_reader import FOCUSED, SHOWING, Node, ScreenReader

CHECKED, ENABLED = 4, 8
"""Bits of a state set (AtspiStateType), as those of the screen reader."""
CHOICES = frozenset({"toggle button", "radio button", "check box"})
BUTTONS = frozenset({"push button", "button", "toggle button", "radio button", "check box"})
FIELDS = frozenset({"text", "entry", "combo box", "table", "list", "password text"})
CLOSED = frozenset({"table", "list", "tree", "combo box", "tool tip"})
"""What nobody looks into for a control: their cells are many."""
LONGEST_WAY = 90
"""Presses of Tab from anywhere to anywhere."""


class Hands:
    """Somebody at the keyboard of a screen."""

    def __init__(self, screen: Screen, reader: ScreenReader) -> None:
        self.screen, self.reader = screen, reader
        self.steps = 0
        """Presses of Tab so far."""

    # --- seeing -------------------------------------------------------------------------------------------------------

    def shown(self, node: Node, closed: Collection[str] = CLOSED) -> list[tuple[Node, str, str]]:
        """What can be seen in ``node``: each with its role and name, outer things first."""
        found: list[tuple[Node, str, str]] = []
        for child in node.children():
            if child.has(SHOWING):
                role = child.role
                found.append((child, role, child.name))
                if role not in closed:
                    found += self.shown(child, closed)
        return found

    def look(self, name: str, roles: Collection[str] | None = None, *, starts: bool = False) -> Node | None:
        """The first thing on the screen with this name (or one that begins with it), and one of the roles."""
        try:
            for node, role, said in self.shown(self.reader.window()):
                same = said.startswith(name) if starts else said == name
                if same and (roles is None or role in roles):
                    return node
        except DBusErrorResponse:  # it went while it was looked at
            pass
        return None

    def see(self, name: str, roles: Collection[str] | None = None, *, starts: bool = False) -> Node:
        """Waits for something on the screen."""
        found = wait_for(lambda: self.look(name, roles, starts=starts), lambda: self._not_seen(name))
        assert isinstance(found, Node)
        return found

    def read(self, words: str, patience: float = PATIENCE) -> None:
        """Waits until these words stand somewhere on the screen."""

        def there() -> bool:
            try:
                return any(words in said for _, _, said in self.shown(self.reader.window()))
            except DBusErrorResponse:
                return False

        wait_for(there, lambda: self._not_seen(words), patience)

    def _not_seen(self, name: str) -> str:
        try:
            said = [f"{role}: {said}" for _, role, said in self.shown(self.reader.window()) if said]
        except DBusErrorResponse:
            said = []
        return "\n".join([f"{name!r} is not to be seen; windows: {self.screen.titles()}", *said])

    # --- doing --------------------------------------------------------------------------------------------------------

    def reach(self, node: Node, name: str, *, back: bool = False) -> None:
        """Presses Tab (``back``: Shift+Tab) until ``node`` has the focus; in a group of which one is chosen an arrow,
        which chooses it as it comes there."""
        before, after = self._beside(node)
        for _ in range(LONGEST_WAY):
            if node.has(FOCUSED) or (before + after and node.has(CHECKED)):
                return
            if any(each.has(FOCUSED) for each in before):
                key = "Right"
            elif any(each.has(FOCUSED) for each in after):
                key = "Left"
            else:
                key = "shift+Tab" if back else "Tab"
            self.screen.keys(key, delay=0)
            self.steps += 1
            time.sleep(0.02)
        raise AssertionError(f"neither Tab nor an arrow leads to {name!r}, but to: {self._way(back)}")

    @staticmethod
    def _beside(node: Node) -> tuple[list[Node], list[Node]]:
        """Of a group of which one is chosen, those before and those after ``node``."""
        if node.role not in CHOICES:
            return [], []
        group = [each for each in node.parent().children() if each.role in CHOICES]
        place = [each.path for each in group].index(node.path)
        return group[:place], group[place + 1 :]

    def _way(self, back: bool) -> list[str]:
        """Where Tab leads, for a message."""
        found = []
        for _ in range(30):
            held = [
                f"{role} {said!r}"
                for node, role, said in self.shown(self.reader.window())
                if node.has(FOCUSED)
            ]
            found += held[-1:] or ["nothing with a name"]
            self.screen.keys("shift+Tab" if back else "Tab")
        return found

    def to(self, name: str, roles: Collection[str] = FIELDS, *, back: bool = False) -> Node:
        """Puts the focus on a field or a table."""
        node = self.see(name, roles)
        self.reach(node, name, back=back)
        return node

    def press(self, name: str, *, back: bool = False, starts: bool = False) -> None:
        """Presses a button by the keyboard, once it can be pressed."""
        node = self.see(name, BUTTONS, starts=starts)
        wait_for(lambda: node.has(ENABLED), lambda: f"{name!r} can't be pressed")
        self.reach(node, name, back=back)
        if node.role not in CHOICES or not node.has(CHECKED):  # an arrow has chosen it already
            self.screen.keys("space")

    def fill(self, name: str, text: str, *, back: bool = False) -> None:
        """Types into a field in the place of what stands there."""
        self.to(name, back=back)
        self.screen.keys("ctrl+a")
        self.screen.type(text)

    def answer(self, title: str, *paths: Path) -> None:
        """Types files' names into a dialog for files, and leaves it with Enter."""
        self.screen.window(title)
        self.screen.keys("ctrl+a")
        names = str(paths[0]) if len(paths) == 1 else " ".join(f'"{path}"' for path in paths)
        self.screen.type(names, delay=8)
        self.screen.keys("Return")
        wait_for(
            lambda: title not in self.screen.titles(), lambda: f"{title!r} stays: {self.screen.titles()}"
        )

    def station(self, name: str) -> None:
        """Goes down the sidebar, from page to page, until this station's page is shown."""
        wanted = f"{name} - Case review"
        for _ in range(12):
            before = self.screen.titles()
            if wanted in before:
                return
            self.screen.keys("ctrl+Next")
            self._wait_for_another_page(before)
        raise AssertionError(f"no station {name!r}: {self.screen.titles()}")

    def _wait_for_another_page(self, before: list[str]) -> None:
        wait_for(lambda: self.screen.titles() != before, "the page stays")
