"""The lines of the sheet of keys, by group, in the window's language."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from review_app.ui.shortcuts import shown

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Line:
    """A line of the sheet: keys as the platform writes them, and what they do."""

    keys: tuple[str, ...]
    what: str


@dataclass(frozen=True)
class Group:
    """Lines under a heading."""

    title: str
    lines: tuple[Line, ...]


def words() -> dict[str, str]:
    """What each line of :data:`~review_app.ui.shortcuts.KEYS` does."""
    return {
        "next_open": translate("keys", "Next case still to be decided"),
        "next": translate("keys", "Next case of the list"),
        "previous": translate("keys", "Previous case of the list"),
        "list": translate("keys", "To the list of cases"),
        "search": translate("keys", "Search titles and texts"),
        "find_next": translate("keys", "Next place that was searched for"),
        "find_previous": translate("keys", "Previous place that was searched for"),
        "next_figure": translate("keys", "Next figure with a source, and where it comes from"),
        "previous_figure": translate("keys", "Previous figure with a source"),
        "focus_mode": translate("keys", "Only the page, and back"),
        "leave_focus_mode": translate("keys", "Back from the page alone; closes this sheet"),
        "zoom_in": translate("keys", "Larger text on the page"),
        "zoom_out": translate("keys", "Smaller text on the page"),
        "zoom_usual": translate("keys", "Usual text size on the page"),
        "print": translate("keys", "Print what is being read"),
        "scores": translate("keys", "To the first score still missing"),
        "levels": translate(
            "keys", "What the scores of a criterion mean; ? in a row of scores does the same"
        ),
        "history": translate("keys", "Changes of this case"),
        "doubtful": translate("keys", "Mark the case as doubtful, or no longer"),
        "recuse": translate("keys", "Recuse yourself from the case; then to the way back"),
        "undo": translate("keys", "Undo the last change, in whichever case"),
        "redo": translate("keys", "Redo it"),
        "step_read": translate("keys", "Read and score"),
        "step_check": translate("keys", "Check"),
        "step_sign": translate("keys", "Sign and export"),
        "next_station": translate("keys", "In a campaign: next station"),
        "previous_station": translate("keys", "In a campaign: station before"),
        "view_ranking": translate("keys", "While checking: Ranking"),
        "view_grid": translate("keys", "While checking: Grid"),
        "open": translate("keys", "Open a package, card or amendment"),
        "note": translate("keys", "To the latest note; Esc takes it away"),
        "menu": translate("keys", "Menu"),
        "help": translate("keys", "This sheet"),
        "quit": translate("keys", "Quit; everything is saved"),
    }


def groups() -> list[Group]:
    """All keys of the window, those of a focused control included."""
    said = words()

    def named(*names: str) -> tuple[Line, ...]:
        return tuple(Line(shown(name), said[name]) for name in names)

    return [
        Group(
            translate("keys", "Scoring"),
            (
                Line(
                    ("1 … 9", "0"),
                    translate("keys", "Score 1 to 9, 0 is ten; then the next row"),
                ),
                Line(("←", "→"), translate("keys", "One point less or more, in a row of scores")),
                Line(("↑", "↓"), translate("keys", "Row above or below")),
                Line(("Delete",), translate("keys", "Take a score away")),
                *named("scores", "undo", "redo", "history", "levels", "doubtful", "recuse"),
            ),
        ),
        Group(translate("keys", "Cases"), named("next_open", "next", "previous", "list", "search")),
        Group(
            translate("keys", "Reading"),
            (
                *named("find_next", "find_previous", "next_figure", "previous_figure"),
                *named("zoom_in", "zoom_out", "zoom_usual"),
                Line(
                    (translate("keys", "Ctrl+wheel"),),
                    translate("keys", "Larger or smaller, page or picture"),
                ),
                *named("focus_mode", "leave_focus_mode", "print"),
            ),
        ),
        Group(
            translate("keys", "Steps"),
            named("step_read", "step_check", "step_sign", "view_ranking", "view_grid"),
        ),
        Group(translate("keys", "Organizer"), named("next_station", "previous_station")),
        Group(translate("keys", "Window"), named("open", "note", "menu", "help", "quit")),
    ]
