"""The panel at the right: how certificates look, and what is the same on all of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from review_app.model.publish.certificate import Design
from review_app.model.publish.design import BLEED, DateStyle, LanguageName, Orientation
from review_app.model.publish.pictures import Picture
from review_app.model.workspace.certificate_look import Look
from review_app.ui.organizer.certificates.files import FontList, PictureRow, kind_of
from review_app.ui.organizer.certificates.names_form import Fixed, NamesForm
from review_app.ui.organizer.certificates.template_choice import TemplateChoice
from review_app.ui.organizer.certificates.typed import TypedLine, TypedText
from review_app.ui.organizer.certificates.wording_form import WordingForm
from review_app.ui.organizer.results.fields import DayField
from review_app.ui.widgets.choice import Choice
from review_app.ui.widgets.parts import button, column, label, row, rule


class LookPanel(QWidget):
    """Shows a :class:`Look`, and changes it."""

    changed = Signal()
    design_file = Signal(object)
    """A design file (Path) to take over."""
    keep_as_files = Signal()
    """The look is wanted as files."""
    undo_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._look = Look()
        self._showing = False
        self.templates = TemplateChoice()
        self.templates.chosen.connect(self._change)
        self.language = self._choice(
            self.tr("Language"),
            {"zh": self.tr("Chinese"), "en": self.tr("English"), "zh-en": self.tr("Chinese and English")},
        )
        self.orientation = self._choice(
            self.tr("Orientation"), {"landscape": self.tr("Landscape"), "portrait": self.tr("Portrait")}
        )
        self.names = NamesForm()
        self.names.changed.connect(self._change)
        self.award = self.names.award
        self.wording = WordingForm()
        self.wording.changed.connect(self._change)
        self.date = DayField(self.tr("Date on the certificates"))
        self.date.editingFinished.connect(self._change)
        self.date_trouble = label(self.tr("This is no day."), "attention", wrap=True)
        self.date_style = self._choice(
            self.tr("Date written as"),
            {
                "": self.tr("Usual form"),
                "chinese-numerals": "二〇二六年一月一日",
                "figures": "2026年1月1日",
            },
        )
        self.seals = [PictureRow(self.tr("Seal")), PictureRow(self.tr("Second seal"))]
        self.signature = PictureRow(self.tr("Signature"))
        self.background = PictureRow(self.tr("Background"))
        for one in (*self.seals, self.signature, self.background):
            one.changed.connect(self._change)
        self.fonts = FontList()
        self.fonts.changed.connect(self._change)
        self.printing_house = QCheckBox(self.tr("Bleed and marks"))
        self.printing_house.clicked.connect(self._change)
        self.undo = button(self.tr("Undo last change"), "quiet-link", edge="left")
        self.undo.clicked.connect(self.undo_wanted)
        self.open_file = button(self.tr("Load…"), "quiet-link", edge="left")
        self.open_file.setAccessibleName(self.tr("Load a look from a file"))
        self.open_file.clicked.connect(self._ask_file)
        self.save_file = button(self.tr("Save…"), "quiet-link")
        self.save_file.setAccessibleName(self.tr("Save the look as files"))
        self.save_file.clicked.connect(self.keep_as_files)
        self.setLayout(
            column(
                label(self.tr("Template"), "strong"),
                self.templates,
                6,
                self.language,
                self.orientation,
                self.undo,
                4,
                rule(),
                4,
                self.names,
                6,
                label(self.tr("Date"), "strong"),
                self.date,
                self.date_trouble,
                self.date_style,
                6,
                self.wording,
                4,
                rule(),
                4,
                label(self.tr("Pictures"), "strong"),
                label(
                    self.tr("PNG with a transparent ground, or JPEG. The program draws no seal of its own."),
                    "secondary",
                    wrap=True,
                ),
                *self.seals,
                self.signature,
                self.background,
                4,
                rule(),
                4,
                self.fonts,
                4,
                rule(),
                4,
                label(self.tr("For a printing house"), "strong", wrap=True),
                self.printing_house,
                label(
                    self.tr(
                        "Bleed: the ground goes 3 mm beyond the edge, so that no white line is left by cutting. Marks: "
                        "fine lines at the corners that show where to cut. Not wanted on a printer of your own."
                    ),
                    "secondary",
                    wrap=True,
                ),
                4,
                label(self.tr("The look as a file"), "strong", wrap=True),
                label(
                    self.tr(
                        "All that is chosen here, in a small text file (YAML) with its pictures: to use it in another "
                        "campaign, or to write what this page has no field for. Nobody needs it otherwise."
                    ),
                    "secondary",
                    wrap=True,
                ),
                row(self.open_file, self.save_file, None, spacing=12),
                None,
                margins=(16, 16, 16, 16),
                spacing=6,
            )
        )
        self.show_look(Look(), Fixed(), None)

    def _choice(self, name: str, choices: dict[str, str]) -> QComboBox:
        made = Choice(name)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(8)
        for value, text in choices.items():
            made.addItem(text, value)
        made.activated.connect(self._change)
        return made

    # --- showing --------------------------------------------------------------------------------------------------

    @property
    def look(self) -> Look:
        """What is chosen."""
        return self._look

    def show_look(self, look: Look, fixed: Fixed, usual_date: object) -> None:
        """Shows ``look``; where it doesn't say, the usual names and day (date or None) stand in the fields, greyed."""
        self._showing = True
        self._look = look
        design = look.design
        self.templates.choose(design.template)
        for choice, value in (
            (self.language, design.language),
            (self.orientation, design.orientation),
            (self.date_style, design.date),
        ):
            choice.setCurrentIndex(max(0, choice.findData(value)))
        self.names.show_names(look, fixed)
        self.wording.show_words(design)
        self.date.setText(look.date.isoformat() if look.date else "")
        if usual_date is not None:
            self.date.setPlaceholderText(str(usual_date))
        self.date_trouble.hide()
        shown = [*design.seals, None, None]
        for one, picture in zip(self.seals, shown, strict=False):
            one.show_picture(picture)
        self.seals[1].setVisible(len(fixed.issuers) > 1 or len(design.seals) > 1)
        self.signature.show_picture(design.signature)
        self.background.show_picture(design.background)
        self.fonts.show_fonts(design.fonts)
        self.printing_house.setChecked(bool(design.bleed or design.crop_marks))
        self._showing = False

    def _change(self) -> None:
        if self._showing:
            return
        typed = self.date.text().strip()
        day = self.date.day
        self.date_trouble.setVisible(bool(typed) and day is None)
        before = self._look.design
        language: LanguageName = self.language.currentData()
        orientation: Orientation = self.orientation.currentData()
        style: DateStyle = self.date_style.currentData()
        marked = self.printing_house.isChecked()
        seals: list[Picture] = [one.picture for one in self.seals if one.picture is not None]
        design: Design = replace(
            before,
            template=self.templates.template,
            language=language,
            orientation=orientation,
            date=style,
            bleed=(before.bleed or BLEED) if marked else 0.0,
            crop_marks=marked,
            seals=tuple(seals),
            signature=self.signature.picture,
            background=self.background.picture,
            fonts=self.fonts.fonts,
        )
        kept_day = day if day is not None or not typed else self._look.date
        look = self.names.taken_over(
            replace(self._look, design=self.wording.taken_over(design), date=kept_day)
        )
        if look != self._look:
            self._look = look
            self.changed.emit()

    def settle(self) -> None:
        """Takes over what is being typed."""
        for line in self.findChildren(TypedLine):
            line.settle()
        for text in self.findChildren(TypedText):
            text.settle()
        self._change()

    # --- files ----------------------------------------------------------------------------------------------------

    def take_files(self, paths: list[Path]) -> bool:
        """Files dropped on the page: a picture becomes the seal, or, where there is one, the signature; a font is
        added; a design file is taken over."""
        taken = False
        for path in paths:
            kind = kind_of(path)
            if kind == "picture":
                (self.signature if self.seals[0].picture is not None else self.seals[0]).take(path)
            elif kind == "font":
                self.fonts.take(path)
            elif kind == "design":
                self.design_file.emit(path)
            taken = taken or bool(kind)
        return taken

    def _ask_file(self) -> None:
        from review_app.ui.widgets.dialogs import ask_for_existing

        filters = [self.tr("Design files (*.yaml *.yml)")]
        ask_for_existing(self, self.tr("A design file"), filters, self.design_file.emit)
