"""Shown once after a package opens: which round this is, and what to compare with the cover letter."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from review_app.model.crypto.base32 import short_form
from review_app.model.scoring.session import ReviewSession
from review_app.model.text import visible
from review_app.ui.language import criterion_name
from review_app.ui.widgets.parts import button, column, ground, label, row, scrolling

WIDTH = 640


class WelcomePage(QWidget):
    """Title, edition, organizers, the digest of the terms, and how scoring goes."""

    begun = Signal()
    case_wanted = Signal(str)

    def __init__(self, session: ReviewSession) -> None:
        super().__init__()
        ground(self, "paper")
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
        self.begin.clicked.connect(self.begun)
        items: list[QWidget | int | None] = [title, 4, edition, 20]
        if terms.sample:
            items += [
                label(
                    self.tr("A sample round: for trying things out, nothing in it counts."),
                    "notice",
                    wrap=True,
                ),
                12,
            ]
        items += [label(about, "body", wrap=True), 20, box, 20, row(self.begin, None)]
        if session.amendments:
            from review_app.ui.expert.amendment_notes import NoticeList  # few rounds have amendments

            self.changes = NoticeList(session)
            self.changes.case_wanted.connect(self.case_wanted)
            items += [36, self.changes]
        content = QWidget()
        content.setFixedWidth(WIDTH)
        content.setLayout(column(*items, None, margins=(0, 48, 0, 32), spacing=0))
        holder = QWidget()
        holder.setLayout(row(None, content, None))
        self.setLayout(column(scrolling(holder, "paper")))
