"""The bar on top of every page: where one is, how far, whether it is saved, and the menu."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from review_app.ui import shortcuts, theme
from review_app.ui.widgets.parts import ElidedLabel, button, ground, label, row, set_role
from review_app.ui.widgets.progress_bar import ThinBar

NARROW = 1200
"""Pixels of width below which the bar of progress is short."""
GAPS = 130
"""Pixels of margins and gaps in the bar."""
LEAST_TITLE = 60
"""Pixels below which a title that is cut off says nothing."""
STEPS = ("read", "check", "sign")


class MenuButton(QPushButton):
    """Says what it is, and shows three lines before it."""

    def __init__(self) -> None:
        super().__init__(self.tr("Menu"))
        self.setProperty("kind", "menu")
        self.setToolTip(self.tr("Menu (F10)"))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(QColor(theme.current().ink), 1.5))
        middle = self.height() / 2
        for step in (-4.5, 0, 4.5):
            painter.drawLine(QPointF(12, middle + step), QPointF(25, middle + step))


class TopBar(QWidget):
    """Title, the three steps (only in a round), progress, saved, anonymous and offline, menu."""

    step_chosen = Signal(str)
    menu_wanted = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        ground(self, "bar")
        self.setFixedHeight(theme.room(theme.BAR))
        self.title = ElidedLabel("", "bar-title")
        self.title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.steps = QButtonGroup(self)
        self.step_buttons: dict[str, QPushButton] = {}
        names = (self.tr("Read and score"), self.tr("Check"), self.tr("Sign and export"))
        self._step_names = dict(zip(STEPS, names, strict=True))
        for step, text in self._step_names.items():
            made = button(text, "step")
            made.setCheckable(True)
            (keys,) = shortcuts.shown(f"step_{step}")
            made.setToolTip(keys)
            made.clicked.connect(lambda _=False, step=step: self.step_chosen.emit(step))
            self.steps.addButton(made)
            self.step_buttons[step] = made
        self.progress = label("", "secondary")
        self.bar = ThinBar()
        self.saved = label("", "done")
        self._saved_words: dict[bool | None, str] = {
            True: self.tr("Saved"),
            False: self.tr("Saving…"),
            None: self.tr("Not saved"),
        }
        self.quiet = label(self.tr("Anonymous · offline"), "secondary")
        self.quiet.setToolTip(
            self.tr("This program opens no network connection, and writes no name into what you export.")
        )
        self.menu = MenuButton()
        self.menu.clicked.connect(
            lambda: self.menu_wanted.emit(self.menu.mapToGlobal(self.menu.rect().bottomLeft()))
        )
        line = row(
            self.title,
            12,
            *self.step_buttons.values(),
            None,
            8,
            self.progress,
            4,
            self.bar,
            8,
            self.saved,
            8,
            self.quiet,
            4,
            self.menu,
            margins=(20, 0, 12, 0),
            spacing=4,
        )
        self.setLayout(line)
        self._inside, self._total = False, 0
        self.show_round(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Where the title has no room, the bar of progress goes first, then the words that never change, then what
        is left of the title."""
        self.bar.setFixedWidth(72 if self.width() < NARROW else 120)
        parts = (self.menu, *(self.step_buttons.values() if self._inside else ()))
        room = self.width() - GAPS - sum(each.sizeHint().width() for each in parts)
        room -= self._widest_words() if self._inside else 0
        wanted = self.title.sizeHint().width()
        dropped = [self.bar, self.quiet]
        taken = [self.bar.width(), self.quiet.sizeHint().width()]
        while taken and (not self._inside or wanted + sum(taken) > room):
            taken.pop(0)
        for place, part in enumerate(dropped):
            part.setVisible(place >= len(dropped) - len(taken))
        self.title.setVisible(room >= min(wanted, LEAST_TITLE))

    def _widest_words(self) -> int:
        """Pixels that progress and "saved" can come to take: nothing goes and comes back while one scores."""
        measured = self.progress.fontMetrics().horizontalAdvance
        done = self.tr("{done} / {total} decided").format(done=self._total, total=self._total)
        saved = max(measured(words) for words in self._saved_words.values())
        return max(measured(done), self.progress.sizeHint().width()) + saved

    def show_round(self, title: str | None) -> None:
        """Shows the steps of a round with this title, or, with None, only the program's name."""
        inside = self._inside = title is not None
        self.title.setText(title if title is not None else self.tr("Case review"))
        for widget in (*self.step_buttons.values(), self.progress, self.bar, self.saved, self.quiet):
            widget.setVisible(inside)
        self.mark_outdated(False)

    def show_step(self, step: str) -> None:
        """Marks the step one is at."""
        self.step_buttons[step].setChecked(True)

    def mark_outdated(self, on: bool) -> None:
        """Marks the step of signing, lastingly, while the sheet exported last isn't what is stored."""
        made = self.step_buttons["sign"]
        name = self.step_name("sign")
        words = self.tr("The exported sheet is out of date: export again.")
        (keys,) = shortcuts.shown("step_sign")
        made.setText(f"{name} •" if on else name)
        made.setAccessibleName(name)
        made.setAccessibleDescription(words if on else "")
        made.setToolTip(f"{words}  {keys}" if on else keys)
        self._make_room()

    def step_name(self, step: str) -> str:
        """What a step is called."""
        return self._step_names[step]

    def show_progress(self, done: int, total: int) -> None:
        """How many cases are decided."""
        self._total = total
        self.progress.setText(self.tr("{done} / {total} decided").format(done=done, total=total))
        self.bar.set_progress(done, total)
        self._make_room()
        self.bar.setToolTip(self.progress.text())

    def show_saved(self, saved: bool | None) -> None:
        """True: everything is on the disk.  False: something waits.  None: the last change could not be saved."""
        self.saved.setText(self._saved_words[saved])
        set_role(self.saved, "attention" if saved is None else "done" if saved else "secondary")
        self._make_room()
