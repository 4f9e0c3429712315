"""What of a result will be public and what not, at the level that the terms name."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from review_app.model.rubric import CountingRule

translate = QCoreApplication.translate


class _Counted(QObject):
    """Only a class's own ``tr`` has its plurals collected."""

    def sealed(self, count: int) -> str:
        return self.tr(
            "The anonymous sheets, the comments and the statistics: they are sealed to %n auditor(s).",
            "",
            count,
        )


def public_words(rule: CountingRule) -> list[str]:
    """What anybody will see, a line each."""
    sealed = bool(rule.auditors)
    if rule.publication == "winners":
        said = [translate("results", "The winners, without order and without scores.")]
    elif rule.publication == "winners-scored":
        said = [translate("results", "The winners with rank and score.")]
        if not sealed:
            said.append(translate("results", "Ranks and scores of the other cases, without their names."))
    else:
        said = [translate("results", "All cases with title, rank and score.")]
    if not sealed:
        said += [
            translate(
                "results", "All anonymous sheets by receipt; the comments shuffled, apart from the scores."
            ),
            translate("results", "Rank intervals and the figures of agreement."),
        ]
    if not sealed and rule.publication != "full":
        said.append(
            translate(
                "results",
                "Comments on the other cases too, word for word: a name that stands in one becomes public.",
            )
        )
    if rule.publication != "full":
        reason = translate("results", "Cases set aside, without their names, with the reason word for word.")
    else:
        reason = translate("results", "Cases set aside, with the reason.")
    return [
        *said,
        translate("results", "The rule, the record of the box, and how each sheet ended, by receipt."),
        reason,
    ]


def hidden_words(rule: CountingRule) -> list[str]:
    """What nobody will see, or auditors only, a line each."""
    sealed = bool(rule.auditors)
    said = [translate("results", "Whose sheet is whose: nobody knows, not even the program.")]
    if rule.publication == "winners":
        said.append(translate("results", "Ranks and scores, and the names of the other cases."))
    elif rule.publication == "winners-scored":
        said.append(
            translate("results", "The other cases altogether.")
            if sealed
            else translate("results", "The names of the other cases.")
        )
    if sealed:
        said.append(_Counted().sealed(len(rule.auditors)))
    return [*said, translate("results", "Who objects, and in which words.")]
