"""What may have been meant otherwise in a counting rule: told, never refused."""

from __future__ import annotations

from PySide6.QtCore import QObject

from review_app.model.rubric import CountingRule

FEW = 2
"""Totals on which no score should rest."""


class _Counted(QObject):
    """Only a class's own ``tr`` has its plurals collected."""

    def no_rank(self, opening: int) -> str:
        return self.tr(
            "The box opens with %n accepted sheet(s), but a case needs {needed} for a rank: with fewer than {needed} "
            "there would be a result without a single rank.",
            "",
            opening,
        )

    def left(self, count: int) -> str:
        return self.tr(
            "Scored by all {sheets} on the roster, a case keeps %n total(s) once the highest and lowest are left out: "
            "too few for a mean to say much. Leave out fewer, ask more experts, or take the median.",
            "",
            count,
        )


def left_after_trimming(rule: CountingRule, sheets: int) -> int:
    """How many of ``sheets`` totals of a case are averaged."""
    each_end = int(rule.share * sheets) if rule.drop_share else rule.drop
    return max(0, sheets - 2 * each_end)


def doubts(rule: CountingRule, people: int) -> list[str]:
    """Sentences on what of ``rule`` can hardly be meant; ``people``: how many are on the roster, 0 for none yet."""
    said = []
    if rule.minimum_scores > rule.minimum_accepted:
        words = _Counted().no_rank(rule.minimum_accepted)
        said.append(words.format(needed=rule.minimum_scores))
    left = left_after_trimming(rule, people)
    if left < people and left <= FEW:
        said.append(_Counted().left(left).format(sheets=people))
    return said
