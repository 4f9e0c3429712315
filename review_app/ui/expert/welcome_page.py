"""Shown once after a package opens: which round this is, and what to compare with the cover letter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLayout, QWidget

from review_app.model.crypto.base32 import short_form
from review_app.model.errors import ReviewError
from review_app.model.scoring.session import ReviewSession
from review_app.model.text import visible
from review_app.ui.expert.affiliation import AffiliationField
from review_app.ui.language import criterion_name
from review_app.ui.widgets.outer_page import OuterPage
from review_app.ui.widgets.parts import button, column, ground, label, row


class WelcomePage(OuterPage):
    """Title, edition, organizers, the digest of the terms, and how scoring goes.

    The first time it also offers to name the own institutions; whoever would rather not, or just begins, is not asked
    again and finds a link instead.
    """

    begun = Signal()
    case_wanted = Signal(str)
    trouble = Signal(object)

    def __init__(self, session: ReviewSession) -> None:
        super().__init__()
        self._session = session
        terms = session.terms
        title = label(visible(terms.title, 200), "title", wrap=True)
        hosts = "  ".join(visible(name, 100) for name in terms.organizers)
        edition = label(f"{visible(terms.edition, 100)}\n{hosts}", "quiet", wrap=True)
        self.digest = short_form(session.package.digest)
        box = QWidget()
        ground(box, "surface")
        code = label(self.digest, "code", select=True)
        code.setAccessibleName(self.tr("Terms digest {digest}").format(digest=self.digest))
        compare = self.tr(
            "Compare this code with the cover letter. If it differs, you were given another package than the others: "
            "don't score, and ask the organizer."
        )
        box.setLayout(
            column(
                label(self.tr("Terms of this round"), "secondary"),
                code,
                label(compare, "body", wrap=True),
                margins=(16, 12, 16, 12),
                spacing=4,
            )
        )
        criteria = self.tr(", ", "between criteria").join(
            criterion_name(each) for each in session.rubric.criteria
        )
        about = self.tr(
            "%n case(s), in an order of your own. Score each on {criteria}, from {lowest} to {highest}. Every input is "
            "saved at once; you can stop at any time and go on later.",
            "",
            len(terms.candidates),
        ).format(criteria=criteria, lowest=session.rubric.lowest, highest=session.rubric.highest)
        self.begin = button(self.tr("Begin"), "primary")
        self.begin.clicked.connect(self._begin)
        items: list[QWidget | QLayout | int | None] = [title, 4, edition, 12]
        if terms.sample:
            items += [
                label(
                    self.tr("A sample round: for trying things out, nothing in it counts."),
                    "notice",
                    wrap=True,
                ),
                12,
            ]
        self._make_institutions()
        ways = row(self.begin, self.institutions, None, spacing=16)
        items += [label(about, "body", wrap=True), 12, box, 12, self.field, 12, ways]
        if session.amendments:
            from review_app.ui.expert.amendment_notes import NoticeList  # few rounds have amendments

            self.changes = NoticeList(session)
            self.changes.case_wanted.connect(self.case_wanted)
            items += [36, self.changes]
        self.hold(column(*items, None, spacing=0))
        self._offer(not session.affiliations_asked)

    def _make_institutions(self) -> None:
        self.field = AffiliationField(self._session)
        self.field.failed.connect(self.trouble)
        self.field.dismissed.connect(self._dismiss)
        self.institutions = button(self.tr("My institutions…"), "link")
        self.institutions.clicked.connect(self._ask)

    def _offer(self, shown: bool) -> None:
        self.field.setVisible(shown)
        self.institutions.setVisible(not shown)

    def _ask(self) -> None:
        self.field.reload()
        self._offer(True)
        self.field.names.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dismiss(self) -> None:
        """What is stored stays as it is."""
        self.field.reload()
        self.begin.setFocus(Qt.FocusReason.OtherFocusReason)
        self._offer(False)
        self._remember_asked()

    def _begin(self) -> None:
        """What is typed is kept before; a failure is told, and the page stays."""
        if self.field.store() and self._remember_asked():
            self.begun.emit()

    def _remember_asked(self) -> bool:
        if self._session.affiliations_asked:
            return True
        try:
            self._session.set_affiliations(self._session.affiliations)
        except ReviewError as failure:
            self.trouble.emit(failure)
            return False
        return True
