"""Heading, text and closing words of the certificates: the template's own, until they are changed."""

from __future__ import annotations

from dataclasses import replace

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from review_app.model.publish.certificate_words import own_words
from review_app.model.publish.design import Design, LanguageName, Words
from review_app.ui.organizer.certificates import fill_ins
from review_app.ui.organizer.certificates.typed import TypedLine, TypedText
from review_app.ui.widgets.parts import button, column, label

LIMIT = 120
LANGUAGES: tuple[LanguageName, ...] = ("zh", "en")


class LanguageWords(QWidget):
    """The words of one language."""

    changed = Signal()

    def __init__(self, language: LanguageName, name: str) -> None:
        super().__init__()
        self.language = language
        self.heading = TypedLine(self.tr("{language}: heading").format(language=name), LIMIT)
        self.salutation = TypedLine(self.tr("{language}: address").format(language=name), LIMIT)
        self.body = TypedText(self.tr("{language}: text").format(language=name), 4)
        self.closing = TypedLine(self.tr("{language}: closing words").format(language=name), LIMIT)
        self.parts: dict[str, TypedLine | TypedText] = {
            "heading": self.heading,
            "salutation": self.salutation,
            "body": self.body,
            "closing": self.closing,
        }
        for part in self.parts.values():
            part.settled.connect(self.changed)
        self.setLayout(column(label(name, "secondary-ink"), *self.parts.values(), spacing=4))

    def show_words(self, design: Design) -> None:
        """The words that hold: the design's own, or the template's."""
        words = own_words(design, self.language)
        for name, part in self.parts.items():
            part.show_text(fill_ins.shown(getattr(words, name)))

    def taken_over(self, design: Design) -> Design:
        """``design`` with what stands in the fields, as far as it isn't the template's."""
        usual = own_words(Design(), self.language)
        found: dict[str, str | None] = {}
        for name, part in self.parts.items():
            text = part.toPlainText() if isinstance(part, TypedText) else part.text()
            typed = fill_ins.pattern_of(text)
            same = typed == fill_ins.pattern_of(fill_ins.shown(getattr(usual, name)))
            empty = not typed and name != "closing"  # a certificate may close without words, and has all else
            found[name] = None if same or empty else typed
        made = msgspec.structs.replace(design.words.get(self.language, Words()), **found)
        words = {**design.words, self.language: made}
        return replace(design, words={key: value for key, value in words.items() if value != Words()})


class WordingForm(QWidget):
    """The words of both languages, behind a line that opens them."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.open = button(self.tr("Change the wording"), "quiet-link", edge="left")
        self.open.setCheckable(True)
        self.usual = button(self.tr("Back to the template's words"), "quiet-link", edge="left")
        self.usual.clicked.connect(self._reset)
        self.languages = [
            LanguageWords("zh", self.tr("Chinese words")),
            LanguageWords("en", self.tr("English words")),
        ]
        hint = self.tr("What stands in brackets is filled in on each certificate: {names}").format(
            names=fill_ins.examples()
        )
        left_out = self.tr("What is signed and left out here is printed small beside the code.")
        self._inside = QWidget()
        self._inside.setLayout(
            column(
                label(hint, "secondary", wrap=True),
                *self.languages,
                label(left_out, "secondary", wrap=True),
                self.usual,
                spacing=6,
            )
        )
        self._inside.hide()
        self.open.toggled.connect(self._inside.setVisible)
        self._reset_wanted = False
        for one in self.languages:
            one.changed.connect(self.changed)
        self.setLayout(column(label(self.tr("Words"), "strong"), self.open, self._inside, spacing=4))

    def show_words(self, design: Design) -> None:
        """Shows the words of a design."""
        for one in self.languages:
            one.setVisible(one.language in design.language.split("-"))
            one.show_words(design)

    def taken_over(self, design: Design) -> Design:
        """``design`` with the words as they stand in the fields."""
        if self._reset_wanted:
            bare = dict.fromkeys(self.languages[0].parts)
            words = {key: msgspec.structs.replace(value, **bare) for key, value in design.words.items()}
            return replace(design, words={key: value for key, value in words.items() if value != Words()})
        for one in self.languages:
            if one.language in design.language.split("-"):
                design = one.taken_over(design)
        return design

    def _reset(self) -> None:
        self._reset_wanted = True
        self.changed.emit()
        self._reset_wanted = False
