"""From a footnote's number in the text to the note, and back to where the reading was."""

from __future__ import annotations

from collections.abc import Callable

from review_app.ui.documents.blocks import Block, Kind
from review_app.ui.documents.page_setting import PageSetting

TIP = 400
"""Characters of a footnote in its tool tip."""


class NoteWays:
    """Works on what ``setting`` has of a text; ``place`` tells where the reading stands, ``restore`` goes there."""

    def __init__(
        self, setting: PageSetting, place: Callable[[], float], restore: Callable[[float], None]
    ) -> None:
        self._setting, self._place, self._restore = setting, place, restore
        self._came_from: float | None = None

    def forget(self) -> None:
        """Another text: there is no way back."""
        self._came_from = None

    def number_of(self, address: str) -> int:
        """The footnote that ``address`` leads to, negative for the way back from it, 0 for another address."""
        typesetter = self._setting.typesetter
        return typesetter.note_of(address) if typesetter is not None else 0

    def words(self, number: int) -> str:
        """What a footnote says, cut for a tool tip; empty while the text is not read to its end."""
        _, block = self._find(number)
        words = "".join(run.text for run in block.runs) if block is not None else ""
        return words if len(words) <= TIP else words[:TIP] + "…"

    def go_to(self, number: int) -> None:
        """To a footnote, or back from it for a negative number."""
        if number > 0:
            place, block = self._find(number)
            if block is not None:
                self._came_from = self._place()
                self._restore(place)
            return
        typesetter = self._setting.typesetter
        if self._came_from is not None:
            self.go_back()
        elif typesetter is not None and -number in typesetter.references:
            self._restore(self._setting.place_of(typesetter.references[-number]))

    def go_back(self) -> None:
        """To where the last footnote was left for."""
        if self._came_from is not None:
            place, self._came_from = self._came_from, None
            self._restore(place)

    def _find(self, number: int) -> tuple[float, Block | None]:
        blocks = self._setting.blocks
        for place, block in enumerate(blocks):
            if block.kind is Kind.NOTE and block.number == number:
                return place / len(blocks), block
        return 0.0, None
