"""Pictures and fonts of a design: chosen, dropped, taken out; what can't be used is refused with a sentence."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from review_app.model.errors import ReviewError
from review_app.model.files import read_limited
from review_app.model.publish.face_source import FONT_LIMIT, FontFile, added
from review_app.model.publish.pictures import PICTURE_LIMIT, Picture, check_picture
from review_app.model.text import visible
from review_app.ui.documents.background import Task
from review_app.ui.errors import sentences
from review_app.ui.widgets.parts import ElidedLabel, button, column, empty, label, row

Kind = Literal["picture", "font", "design", ""]
_KINDS: dict[str, Kind] = {
    **dict.fromkeys((".png", ".jpg", ".jpeg"), "picture"),
    **dict.fromkeys((".ttf", ".otf", ".ttc"), "font"),
    **dict.fromkeys((".yaml", ".yml"), "design"),
}


def kind_of(path: Path) -> Kind:
    """What a file would be in a design, by its name."""
    return _KINDS.get(path.suffix.lower(), "")


class PictureRow(QWidget):
    """One picture: its name, a way to choose it, and one to take it out.  It is read and checked beside the window."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.picture: Picture | None = None
        self.file = ElidedLabel("", "secondary")
        self.choose = button(self.tr("Choose…"), "quiet-link")
        self.choose.setAccessibleName(self.tr("{name}: choose a picture").format(name=name))
        self.choose.clicked.connect(self._ask)
        self.remove = button(self.tr("Take out"), "quiet-link")
        self.remove.setAccessibleName(self.tr("{name}: take out").format(name=name))
        self.remove.clicked.connect(self._take_out)
        self.trouble = label("", "attention", wrap=True)
        self._shown = QWidget()
        line = row(self.file, self.remove, spacing=6)
        line.setStretch(0, 1)
        self._shown.setLayout(line)
        self.setLayout(
            column(
                row(label(name, "secondary-ink"), None, self.choose, spacing=4),
                self._shown,
                self.trouble,
                spacing=2,
            )
        )
        self.show_picture(None)

    def show_picture(self, picture: Picture | None) -> None:
        """Shows a picture that is known to be sound, or none; tells nobody."""
        self.picture = picture
        self.trouble.hide()
        self._shown.setVisible(picture is not None)
        if picture is not None:
            shown = visible(picture.name, 60)
            self.file.setText(shown)
            self.file.setToolTip(shown)

    def _take_out(self) -> None:
        self.show_picture(None)
        self.choose.setFocus()
        self.changed.emit()

    def take(self, path: Path) -> None:
        """Reads a picture file; one that can't be used leaves the one before, and why is said."""
        before = self.picture
        place = (before.width, before.drop, before.aside) if before is not None else (0.0, 0.0, 0.0)

        def work(cancelled: threading.Event) -> Picture | ReviewError:
            try:
                picture = Picture(path.name, read_limited(path, PICTURE_LIMIT), *place)
                check_picture(picture)
            except ReviewError as failure:
                return failure
            return picture

        def done(found: Picture | ReviewError) -> None:
            if isinstance(found, ReviewError):
                self.refuse(found)
            else:
                self.show_picture(found)
                self.changed.emit()

        Task(self, work, done)

    def refuse(self, failure: ReviewError) -> None:
        """Says below why a file can't be used."""
        text = sentences(failure)
        self.trouble.setText(f"{text.what} {text.next}".strip())
        self.trouble.show()

    def _ask(self) -> None:
        from review_app.ui.widgets.dialogs import ask_for_existing

        filters = [self.tr("Pictures (*.png *.jpg *.jpeg)")]
        ask_for_existing(self, self._name, filters, self.take)


class FontList(QWidget):
    """Fonts added for characters that the program's own lack."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fonts: tuple[FontFile, ...] = ()
        self.add = button(self.tr("Add…"), "quiet-link")
        self.add.setAccessibleName(self.tr("Fonts: add a file"))
        self.add.clicked.connect(self._ask)
        self._lines = column(spacing=2)
        self.trouble = label("", "attention", wrap=True)
        words = self.tr("For rare characters, Tibetan, Uyghur: TTF, OTF or TTC.")
        self.setLayout(
            column(
                row(label(self.tr("Fonts"), "secondary-ink"), None, self.add, spacing=4),
                label(words, "secondary", wrap=True),
                self._lines,
                self.trouble,
                spacing=2,
            )
        )
        self.show_fonts(())

    def show_fonts(self, fonts: tuple[FontFile, ...]) -> None:
        """Shows the fonts of a design; tells nobody."""
        self.fonts = fonts
        self.trouble.hide()
        empty(self._lines)
        for place, font in enumerate(fonts):
            remove = button(self.tr("Take out"), "quiet-link")
            name = visible(font.name, 60)
            remove.setAccessibleName(self.tr("{name}: take out").format(name=name))
            remove.clicked.connect(lambda _=False, place=place: self._remove(place))
            line = row(ElidedLabel(name, "secondary"), remove, spacing=6)
            line.setStretch(0, 1)
            self._lines.addLayout(line)

    def take(self, path: Path) -> None:
        """Adds a font file, or says why it can't be used."""

        def work(cancelled: threading.Event) -> FontFile | ReviewError:
            try:
                font = FontFile(path.name, read_limited(path, FONT_LIMIT))
                added(font)
            except ReviewError as failure:
                return failure
            return font

        def done(found: FontFile | ReviewError) -> None:
            if isinstance(found, ReviewError):
                text = sentences(found)
                self.trouble.setText(f"{text.what} {text.next}".strip())
                self.trouble.show()
            else:
                self.show_fonts((*self.fonts, found))
                self.changed.emit()

        Task(self, work, done)

    def _remove(self, place: int) -> None:
        self.show_fonts((*self.fonts[:place], *self.fonts[place + 1 :]))
        self.add.setFocus()
        self.changed.emit()

    def _ask(self) -> None:
        from review_app.ui.widgets.dialogs import ask_for_existing

        filters = [self.tr("Fonts (*.ttf *.otf *.ttc)")]
        ask_for_existing(self, self.tr("A font file"), filters, self.take)
