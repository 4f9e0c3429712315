"""Names on the certificates: award, edition, issuers, who signs; and what they are called in English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from review_app.model.publish.certificate import Certificate, Design
from review_app.model.publish.design import Words
from review_app.model.publish.typeset import tidy
from review_app.model.text import visible
from review_app.model.workspace.certificate_look import Look
from review_app.ui.organizer.certificates.typed import TypedLine
from review_app.ui.widgets.parts import column, empty, label

LIMIT = 200


@dataclass(frozen=True)
class Fixed:
    """What certificates say whatever is chosen: ``award`` the campaign's name for it, ``english`` what the settings
    call things in English."""

    award: str = ""
    edition: str = ""
    issuers: tuple[str, ...] = ()
    english: Mapping[str, str] = field(default_factory=dict)


class NamesForm(QWidget):
    """Shows the names of a :class:`Look`, and changes them."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._fixed = Fixed()
        self._winner: Certificate | None = None
        self._look = Look()
        english = self.tr("in English")
        self.award = self._line(self.tr("Name of the award"))
        self.award_en = self._line(self.tr("{name}, in English").format(name=self.tr("Name of the award")))
        self.edition = label("", "body", wrap=True)
        self.edition_en = self._line(self.tr("{name}, in English").format(name=self.tr("Edition")))
        self._issuer_lines = column(spacing=4)
        self.issuers_en: list[TypedLine] = []
        self.why = label(
            self.tr(
                "Edition and issuers were fixed when the case package was built, and every certificate is signed with "
                "them: changing the settings now doesn't change them here."
            ),
            "secondary",
            wrap=True,
        )
        self.why_en = label(
            self.tr("Their English names are free; left empty, those of the settings are used."),
            "secondary",
            wrap=True,
        )
        self.winner = label("", "body", wrap=True)
        self.recipient_en = self._line(self.tr("{name}, in English").format(name=self.tr("Recipient")))
        self.title_en = self._line(self.tr("{name}, in English").format(name=self.tr("Case")))
        self._winner_box = QWidget()
        self._winner_box.setLayout(
            column(
                label(self.tr("The certificate in front, in English"), "strong", wrap=True),
                self.winner,
                self.recipient_en,
                self.title_en,
                spacing=6,
            )
        )
        self.signer_name = self._line(self.tr("Name of who signs"), self.tr("Name"))
        self.signer = self._line(self.tr("Post of who signs"), self.tr("Post"))
        self.signer_name_en = self._line(
            self.tr("{name}, in English").format(name=self.tr("Name of who signs")),
            self.tr("Name in English"),
        )
        self.signer_en = self._line(
            self.tr("{name}, in English").format(name=self.tr("Post of who signs")),
            self.tr("Post in English"),
        )
        self._english = [self.award_en, self.edition_en, self.why_en, self._winner_box]
        for one in (self.award_en, self.edition_en):
            one.setPlaceholderText(english)
        self.setLayout(
            column(
                label(self.tr("Award"), "strong"),
                self.award,
                self.award_en,
                4,
                label(self.tr("Edition"), "strong"),
                self.edition,
                self.edition_en,
                4,
                label(self.tr("Issued by"), "strong"),
                self._issuer_lines,
                self.why,
                self.why_en,
                4,
                self._winner_box,
                4,
                label(self.tr("Signed by"), "strong"),
                self.signer_name,
                self.signer,
                self.signer_name_en,
                self.signer_en,
                label(
                    self.tr(
                        "Printed above the issuers, beside the picture of the signature if there is one. Left empty, "
                        "nothing is printed."
                    ),
                    "secondary",
                    wrap=True,
                ),
                spacing=6,
            )
        )

    def _line(self, name: str, hint: str = "") -> TypedLine:
        made = TypedLine(name, LIMIT)
        made.setPlaceholderText(hint)
        made.settled.connect(self.changed)
        return made

    # --- showing --------------------------------------------------------------------------------------------------

    def show_names(self, look: Look, fixed: Fixed) -> None:
        """Shows the names of ``look``; where it has none, the usual ones stand greyed."""
        if fixed.issuers != self._fixed.issuers or len(self.issuers_en) != len(fixed.issuers):
            self._make_issuers(fixed.issuers)
        self._look, self._fixed = look, fixed
        design = look.design
        with_english, chinese = design.language != "zh", design.language != "en"
        self.award.show_text(look.award, fixed.award)
        self._show_english(self.award_en, look.award or fixed.award)
        self.edition.setText(visible(fixed.edition, 200) or "–")
        self._show_english(self.edition_en, fixed.edition)
        self.edition_en.setEnabled(bool(fixed.edition))
        for one, issuer in zip(self.issuers_en, fixed.issuers, strict=True):
            self._show_english(one, issuer)
            one.setVisible(with_english)
        for widget in self._english:
            widget.setVisible(with_english)
        own, own_en = (design.words.get(each, Words()) for each in ("zh", "en"))
        self.signer_name.show_text(own.signer_name or "", self.tr("Name"))
        self.signer.show_text(own.signer or "", self.tr("Post"))
        self.signer_name_en.show_text(own_en.signer_name or "", self.tr("Name in English"))
        self.signer_en.show_text(own_en.signer or "", self.tr("Post in English"))
        for one in (self.signer_name, self.signer):
            one.setVisible(chinese)
        for one in (self.signer_name_en, self.signer_en):
            one.setVisible(with_english)
        self.show_winner(self._winner)

    def _make_issuers(self, issuers: tuple[str, ...]) -> None:
        empty(self._issuer_lines)
        self.issuers_en = []
        for issuer in issuers:
            shown = visible(issuer, 200)
            one = self._line(self.tr("{name}, in English").format(name=shown))
            self._issuer_lines.addWidget(label(shown, "body", wrap=True))
            self._issuer_lines.addWidget(one)
            self.issuers_en.append(one)

    def _show_english(self, line: TypedLine, name: str) -> None:
        usual = self._fixed.english.get(name, "")
        line.show_text(self._look.design.names_en.get(name, ""), usual or self.tr("in English"))

    def show_winner(self, winner: Certificate | None) -> None:
        """The winner whose names in English can be typed."""
        self._winner = winner
        with_english = self._look.design.language != "zh"
        self._winner_box.setVisible(with_english and winner is not None)
        if winner is not None:
            shown = (visible(each, 200) for each in (winner.recipient, winner.case_title))
            self.winner.setText("\n".join(shown))
            for line, name, hint in (
                (self.recipient_en, winner.recipient, self.tr("Recipient in English")),
                (self.title_en, winner.case_title, self.tr("Case in English")),
            ):
                line.show_text(self._look.design.names_en.get(name, ""), hint)

    # --- what is typed --------------------------------------------------------------------------------------------

    def taken_over(self, look: Look) -> Look:
        """``look`` with the names as they stand in the fields."""
        award = self.award.typed
        lines = {award or self._fixed.award: self.award_en, self._fixed.edition: self.edition_en}
        lines |= dict(zip(self._fixed.issuers, self.issuers_en, strict=True))
        if self._winner is not None:
            lines |= {self._winner.recipient: self.recipient_en, self._winner.case_title: self.title_en}
        names = dict(look.design.names_en)
        if award != look.award:  # the English name goes with the award, whatever it is called
            names.pop(look.award or self._fixed.award, None)
        for name, line in lines.items():
            names.pop(name, None)
            if name and line.typed and line.typed != self._fixed.english.get(name):
                names[name] = line.typed
        words = dict(look.design.words)
        for language, who, post in (
            ("zh", self.signer_name, self.signer),
            ("en", self.signer_name_en, self.signer_en),
        ):
            own = words.get(language, Words())
            made = _signed(own, who.typed, post.typed)
            words.pop(language, None)
            if made != Words():
                words[language] = made
        return replace(look, award=award, design=replace(look.design, names_en=names, words=words))


def _signed(words: Words, name: str, post: str) -> Words:
    """``words`` with who signs; None for what isn't given."""
    return msgspec.structs.replace(words, signer_name=tidy(name) or None, signer=tidy(post) or None)


def unnamed_in_english(design: Design, certificates: list[Certificate]) -> list[str]:
    """Award, edition and issuers that an English text would say in Chinese; nothing where there is no English."""
    if design.language == "zh" or not certificates:
        return []
    first = certificates[0]
    names = dict.fromkeys(filter(None, (first.award, first.edition, *first.issuers)))
    return [name for name in names if name not in design.names_en and not name.isascii()]


def untranslated(design: Design, certificates: list[Certificate]) -> int:
    """On how many certificates an English text says recipient or case in Chinese; 0 where there is no English."""
    if design.language == "zh":
        return 0
    return sum(
        any(name not in design.names_en and not name.isascii() for name in (each.recipient, each.case_title))
        for each in certificates
    )
