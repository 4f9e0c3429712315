"""The bar on top of every page: where one is, how far, whether it is saved, and the menu."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton, QSizePolicy, QWidget

from review_app.ui import theme
from review_app.ui.widgets.parts import ElidedLabel, button, ground, label, row, set_role
from review_app.ui.widgets.progress_bar import ThinBar

HEIGHT = 56
STEPS = ("read", "check", "sign")


class MenuButton(QPushButton):
    """Three dots that open the menu."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "icon")
        self.setAccessibleName(self.tr("Menu"))
        self.setToolTip(self.tr("Menu (F10)"))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.current().ink))
        for step in (-6, 0, 6):
            painter.drawEllipse(QPointF(self.width() / 2 + step, self.height() / 2), 1.8, 1.8)


class TopBar(QWidget):
    """Title, the three steps (only in a round), progress, saved, anonymous and offline, menu."""

    step_chosen = Signal(str)

    def __init__(self, menu: QMenu) -> None:
        super().__init__()
        ground(self, "bar")
        self.setFixedHeight(HEIGHT)
        self.title = ElidedLabel("", "bar-title")
        self.title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.steps = QButtonGroup(self)
        self.step_buttons: dict[str, QPushButton] = {}
        names = (self.tr("Read and score"), self.tr("Check"), self.tr("Sign and export"))
        for place, (step, text) in enumerate(zip(STEPS, names, strict=True), start=1):
            made = button(text, "step")
            made.setCheckable(True)
            made.setToolTip(f"Ctrl+{place}")
            made.setShortcut(f"Ctrl+{place}")
            made.clicked.connect(lambda _=False, step=step: self.step_chosen.emit(step))
            self.steps.addButton(made)
            self.step_buttons[step] = made
        self.progress = label("", "secondary")
        self.bar = ThinBar()
        self.saved = label("", "done")
        self.quiet = label(self.tr("Anonymous · offline"), "secondary")
        self.quiet.setToolTip(
            self.tr("This program opens no network connection, and writes no name into what you export.")
        )
        self.menu = MenuButton()
        self.menu.clicked.connect(lambda: menu.popup(self.menu.mapToGlobal(self.menu.rect().bottomLeft())))
        line = row(
            self.title,
            12,
            *self.step_buttons.values(),
            None,
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
        self.show_round(None)

    def show_round(self, title: str | None) -> None:
        """Shows the steps of a round with this title, or, with None, only the program's name."""
        inside = title is not None
        self.title.setText(title if title is not None else self.tr("Case review"))
        for widget in (*self.step_buttons.values(), self.progress, self.bar, self.saved, self.quiet):
            widget.setVisible(inside)
        for step in self.step_buttons.values():
            step.setEnabled(inside)

    def show_step(self, step: str) -> None:
        """Marks the step one is at."""
        self.step_buttons[step].setChecked(True)

    def show_progress(self, done: int, total: int) -> None:
        """How many cases are decided."""
        self.progress.setText(self.tr("{done} / {total} decided").format(done=done, total=total))
        self.bar.set_progress(done, total)
        self.bar.setToolTip(self.progress.text())

    def show_saved(self, saved: bool | None) -> None:
        """True: everything is on the disk.  False: something waits.  None: the last change could not be saved."""
        if saved is None:
            self.saved.setText(self.tr("Not saved"))
        else:
            self.saved.setText(self.tr("Saved") if saved else self.tr("Saving…"))
        set_role(self.saved, "attention" if saved is None else "done" if saved else "secondary")
