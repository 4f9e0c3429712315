"""The window's one menu, made when it is first opened; the keys work without it (:mod:`review_app.ui.shortcuts`)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QApplication, QMenu

from review_app.model.text import visible
from review_app.ui import language, shortcuts, theme
from review_app.ui.settings import LANGUAGES, ZOOM_STEPS

if TYPE_CHECKING:
    from review_app.ui.organizer.desk import OrganizerDesk
    from review_app.ui.window import MainWindow


class WindowMenu(QMenu):
    """Files, the round, changes, looks, help.  What can be done now is found out each time it opens."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._settings = window.settings
        self._add_files()
        self._add_round()
        self._add_looks()
        self._add("guide", self.tr("User guide"), self._show_guide)
        self._add("shortcuts", self.tr("Keys of this program"), lambda: window.show_help("shortcuts"), "help")
        self._add("about", self.tr("About this program"), lambda: window.show_help("about"))
        self.addSeparator()
        self._add("quit", self.tr("Quit"), lambda: QTimer.singleShot(0, window.close), "quit")
        self.aboutToShow.connect(self.prepare)

    def _show_guide(self) -> None:
        self._window.show_help("guide" if self._window.organizer is None else "guide-desk")

    def _add_files(self) -> None:
        window = self._window
        self._add(
            "open", self.tr("Open a package, card or amendment…"), lambda: window.arrivals.ask(), "open"
        )
        self.recent = self.addMenu(self.tr("Opened before"))
        self._add("close_round", self.tr("Close this round"), window.leave_round)
        self._add("close_campaign", self.tr("Close this campaign"), lambda: window.campaigns.leave())
        self.addSeparator()

    def _add_round(self) -> None:
        window = self._window
        self._add("undo", "", lambda: self._step("undo"), "undo")
        self._add("redo", "", lambda: self._step("redo"), "redo")
        self._add("copy", self.tr("Copy"), self._copy)
        self.in_round = [
            self.addSeparator(),
            self._add("print", self.tr("Print this page…"), window.print_shown, "print"),
            self._add(
                "focus",
                self.tr("Only the page (focus mode)"),
                lambda: window.focus_mode.toggle(),
                "focus_mode",
            ),
            self._add("about_round", self.tr("About this round"), window.show_welcome),
            self._add(
                "forget_card", self.tr("Forget the remembered card"), lambda: window.arrivals.forget_card()
            ),
        ]
        self.addSeparator()

    def _add_looks(self) -> None:
        system = self.tr("As the system")
        self.themes = self._choice(
            self.tr("Appearance"),
            dict(zip(theme.CHOICES, (system, self.tr("Light"), self.tr("Dark")), strict=True)),
            self._choose_theme,
        )
        sizes = (self.tr("Small"), self.tr("Normal"), self.tr("Large"), self.tr("Very large"))
        self.sizes = self._choice(
            self.tr("Text size of the window"),
            dict(zip(theme.TEXT_SIZES, sizes, strict=True)),
            self._choose_size,
        )
        percent = self.tr("{percent} %", "reading size")
        self.zooms = self._choice(
            self.tr("Text size of the page"),
            {step: percent.format(percent=step) for step in ZOOM_STEPS},
            self._choose_zoom,
        )
        self.languages = self._choice(
            self.tr("Language"),
            dict(zip(LANGUAGES, (system, "中文", "English"), strict=True)),
            self._choose_language,
        )
        self.addSeparator()

    def prepare(self) -> None:
        """Shows what can be done now."""
        window, settings = self._window, self._settings
        inside = window.session is not None
        reading = window.round is not None and window.round.step == "read"
        for action in self.in_round:
            action.setVisible(inside)
        self.acts["close_round"].setVisible(inside)
        self.acts["close_campaign"].setVisible(window.organizer is not None)
        self.acts["print"].setEnabled(reading)
        self.acts["focus"].setEnabled(reading)
        self._prepare_steps()
        held = QApplication.focusWidget()
        self.acts["copy"].setEnabled(hasattr(held, "copy"))
        self._prepare_recent()
        chosen: tuple[tuple[QActionGroup, object], ...] = (
            (self.themes, settings.theme),
            (self.sizes, settings.text_size),
            (self.zooms, settings.reading_zoom),
            (self.languages, settings.language),
        )
        for group, value in chosen:
            for action in group.actions():
                action.setChecked(action.data() == value)

    def _prepare_steps(self) -> None:
        if self._window.organizer is not None:
            self._prepare_edits(self._window.organizer.desk)
            return
        desk = self._window.desk
        for name, step, words, bare in (
            (
                "undo",
                desk and desk.session.undoable,
                self.tr("Undo in case {number}: {change}"),
                self.tr("Undo"),
            ),
            (
                "redo",
                desk and desk.session.redoable,
                self.tr("Redo in case {number}: {change}"),
                self.tr("Redo"),
            ),
        ):
            action = self.acts[name]
            action.setVisible(desk is not None)
            action.setEnabled(bool(step))
            text = bare
            if desk is not None and step:
                from review_app.ui.expert.wording import change_words

                change = visible(change_words(step, desk.rubric), 60).replace("&", "&&")
                text = words.format(number=f"{desk.number(step.case_id):02d}", change=change)
            action.setText(_with_keys(text, name))

    def _prepare_edits(self, desk: OrganizerDesk) -> None:
        """Undo and redo in a campaign."""
        edits = None if desk.busy or desk.read_only else desk.workspace.edits
        for name, edit, words, bare in (
            ("undo", edits and edits.undoable, self.tr("Undo: {change}"), self.tr("Undo")),
            ("redo", edits and edits.redoable, self.tr("Redo: {change}"), self.tr("Redo")),
        ):
            action = self.acts[name]
            action.setVisible(True)
            own = desk.own_steps
            change = (own.undo_words if name == "undo" else own.redo_words) if own is not None else ""
            if not change and edit:
                change = visible(desk.edit_words(edit), 60)
            action.setEnabled(bool(change))
            shown = change.replace("&", "&&")
            action.setText(_with_keys(words.format(change=shown) if change else bare, name))

    def _prepare_recent(self) -> None:
        self.recent.clear()
        for path in self._settings.recent:
            action = self.recent.addAction(visible(path.name, 60).replace("&", "&&"))
            action.setToolTip(visible(str(path), 200))
            action.triggered.connect(partial(self._window.open_file, path))
        if self.recent.isEmpty():
            self.recent.addAction(self.tr("Nothing yet")).setEnabled(False)
        self.recent.addSeparator()
        keep = self.recent.addAction(self.tr("Remember where packages lie"))
        keep.setCheckable(True)
        keep.setChecked(self._settings.remember_recent)
        keep.triggered.connect(self._remember_recent)
        self.recent.addAction(self.tr("Clear this list")).triggered.connect(
            lambda: self._settings.forget_recent()
        )

    # --- acts -----------------------------------------------------------------------------------------------------

    def _step(self, which: str) -> None:
        desk = self._window.organizer.desk if self._window.organizer is not None else self._window.desk
        if desk is not None:
            getattr(desk, which)()

    def _copy(self) -> None:
        copy = getattr(QApplication.focusWidget(), "copy", None)
        if copy is not None:
            copy()

    def _remember_recent(self, on: bool) -> None:
        self._settings.remember_recent = on

    def _choose_theme(self, choice: theme.ThemeChoice) -> None:
        self._settings.theme = choice
        theme.choose(choice)

    def _choose_size(self, size: theme.TextSize) -> None:
        self._settings.text_size = size
        theme.choose_text_size(size)
        QTimer.singleShot(0, self._window.rebuild)  # this menu goes too

    def _choose_zoom(self, percent: int) -> None:
        self._window.set_reading_zoom(percent)

    def _choose_language(self, choice: str) -> None:
        self._settings.language = choice
        language.install(language.resolved(choice))
        QTimer.singleShot(0, self._window.rebuild)  # this menu goes too

    # --- making ---------------------------------------------------------------------------------------------------

    @property
    def acts(self) -> dict[str, QAction]:
        """The lines that do something, by name."""
        return {action.objectName(): action for action in self.actions() if action.objectName()}

    def _add(self, name: str, text: str, act: Callable[[], object], keys: str = "") -> QAction:
        action = self.addAction(_with_keys(text, keys))
        action.setObjectName(name)
        action.triggered.connect(lambda: act())
        return action

    def _choice(self, title: str, texts: dict[Any, str], chosen: Callable[[Any], None]) -> QActionGroup:
        menu = self.addMenu(title)
        group = QActionGroup(self)
        for value, text in texts.items():
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setData(value)
            group.addAction(action)
        group.triggered.connect(lambda action: chosen(action.data()))
        return group


def _with_keys(text: str, name: str) -> str:
    """A line of the menu with its keys at the end, which are bound elsewhere."""
    return f"{text}\t{shortcuts.shown(name)[0]}" if name else text
