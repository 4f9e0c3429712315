"""What signing means, in as few words as it takes: what leaves, what stays, what no program can promise."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QVBoxLayout

from review_app.model.terms import Terms
from review_app.ui.expert.desk import Desk
from review_app.ui.widgets.parts import column, label, row

translate = QCoreApplication.translate


def leaves() -> list[str]:
    """What the sheet carries."""
    return [
        translate("sign", "One sealed file with your scores, recusals and comments."),
        translate(
            "sign",
            "It is signed by your ballot card, not by you: no name, no time, nothing of this computer.",
        ),
    ]


def stays() -> list[str]:
    """What doesn't go into it."""
    return [
        translate("sign", "Your notes, doubts and reasons of recusal."),
        translate(
            "sign",
            "Your ballot card. Keep it until the result is out: whoever has it can sign in your place.",
        ),
    ]


def limits(terms: Terms, recusals: int) -> list[str]:
    """What nobody can promise; ``recusals``: how many cases the expert leaves out."""
    if len(terms.sealing) == 1:
        mail = translate(
            "sign",
            "Whoever receives your mail sees that it is from you. In this round one key opens the sheets: whoever "
            "holds it and also gets the mail could see which sheet is yours. To avoid that, have somebody neutral "
            "hand it in.",
        )
    else:
        mail = translate(
            "sign",
            "Whoever receives your mail sees that it is from you, but can't open the sheet; that takes "
            "another key, in other hands.",
        )
    said = [
        mail,
        translate("sign", "A comment can be recognized by its style, the more so in a small panel."),
        translate(
            "sign",
            "Whoever printed the cards could have used yours. The receipt shows in the published result whether "
            "your own sheet counted.",
        ),
    ]
    if recusals and terms.rule.publication == "full" and not terms.rule.auditors:
        said.insert(1, CountedRecusals().recusals(recusals))
    return said


class CountedRecusals(QObject):
    """A counted sentence: Qt finds its plural forms by the class."""

    def recusals(self, count: int) -> str:
        """What recusals give away."""
        return self.tr(
            "Sheets are published without names. Whoever knows what you must recuse yourself from could find yours "
            "by its %n recusal(s).",
            "",
            count,
        )


def explanation(desk: Desk) -> QVBoxLayout:
    """The three lists as they hold now."""
    recusals = sum(desk.state(case_id).recused for case_id in desk.order if not desk.is_withdrawn(case_id))
    texts = column(spacing=6)
    for heading, points in (
        (translate("sign", "What leaves this computer"), leaves()),
        (translate("sign", "What stays here"), stays()),
        (translate("sign", "What no program can promise"), limits(desk.session.terms, recusals)),
    ):
        texts.addWidget(label(heading, "heading"))
        for point in points:
            dot = label("·", "quiet")
            line = row(dot, label(point, "body", wrap=True), spacing=8)
            line.setAlignment(dot, Qt.AlignmentFlag.AlignTop)
            line.setStretch(1, 1)
            texts.addLayout(line)
        texts.addSpacing(14)
    return texts
