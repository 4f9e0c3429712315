"""How standings, totals and routes are said; the same words wherever they appear."""

from __future__ import annotations

import html
from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from review_app.model.rubric import Criterion, Level, Rubric
from review_app.model.scoring.scores import CaseScores, Standing
from review_app.ui.language import criterion_name, level_text

if TYPE_CHECKING:
    from review_app.model.scoring.history import Step

translate = QCoreApplication.translate


def standing_words(state: CaseScores, withdrawn: bool = False) -> str:
    """The state of a case in a word or two."""
    if withdrawn:
        return translate("wording", "withdrawn")
    given = sum(score is not None for score in state.scores)
    standing = state.standing
    if standing is Standing.RECUSED:
        return translate("wording", "recused")
    if standing is Standing.ABSTAINED:
        return translate("wording", "abstained")
    if standing is Standing.SCORED:
        return translate("wording", "scored")
    if standing is Standing.UNSCORED:
        return translate("wording", "not scored")
    return translate("wording", "{given} of {all} scored").format(given=given, all=len(state.scores))


def recused_mark() -> str:
    """One letter for a recused case, in a ring."""
    return translate("wording", "R", "one letter: recused")


def abstained_mark() -> str:
    """One letter for an abstention, in a ring."""
    return translate("wording", "A", "one letter: abstained")


def route_words(route: str) -> str:
    """How a case was nominated."""
    if route == "expert":
        return translate("wording", "Nominated by experts")
    return translate("wording", "Own nomination")


def recusal_reasons() -> list[str]:
    """What one can recuse oneself for; the choice stays on this computer."""
    return [
        translate("wording", "My own institution nominated it"),
        translate("wording", "I or someone close to me works there"),
        translate("wording", "I took part in this case or advised on it"),
        translate("wording", "I work with the people behind it"),
        translate("wording", "I have a financial interest in it"),
        translate("wording", "Another reason"),
    ]


def total_text(total: Fraction) -> str:
    """A total as short as it is exact, to two decimals: 39, 39.5, 39.33."""
    if total.denominator == 1:
        return str(total.numerator)
    return f"{float(total):.2f}".rstrip("0").rstrip(".")


def level_tip(levels: Sequence[Level]) -> str:
    """What levels mean, as a tip: markup of ours around words from the rubric."""
    lines = []
    for level in levels:
        lines.append(f"<b>{span_text(level)}</b>&nbsp; {html.escape(level_text(level))}")
    return f"<p style='white-space:pre-wrap'>{'<br>'.join(lines)}</p>" if lines else ""


def change_words(step: Step, rubric: Rubric) -> str:
    """One change of a case as a line of a history: "Innovation 7 → 8", "Recused", "Comment changed"."""
    before, after = step.before, step.after
    said = [
        _score_words(criterion, old, new)
        for criterion, old, new in zip(rubric.criteria, before.scores, after.scores, strict=True)
        if old != new
    ]
    if before.recused != after.recused:
        said.append(
            translate("wording", "Recused") if after.recused else translate("wording", "Recusal taken back")
        )
    elif before.recusal_reason != after.recusal_reason:
        said.append(translate("wording", "Reason of the recusal changed"))
    if before.abstained != after.abstained and not after.recused:
        said.append(
            translate("wording", "Abstained")
            if after.abstained
            else translate("wording", "Abstention taken back")
        )
    if before.doubtful != after.doubtful:
        said.append(
            translate("wording", "Marked as doubtful")
            if after.doubtful
            else translate("wording", "No longer doubtful")
        )
    if before.comment != after.comment:
        said.append(_comment_words(before.comment, after.comment))
    if before.note != after.note:
        said.append(translate("wording", "Own notes changed"))
    return translate("wording", "; ", "between changes").join(said)


def _score_words(criterion: Criterion, old: int | None, new: int | None) -> str:
    name = criterion_name(criterion)
    if old is None:
        return translate("wording", "{criterion}: {value} given").format(criterion=name, value=new)
    if new is None:
        return translate("wording", "{criterion}: {value} cleared").format(criterion=name, value=old)
    return translate("wording", "{criterion} {before} → {after}").format(
        criterion=name, before=old, after=new
    )


def _comment_words(old: str, new: str) -> str:
    if not old:
        return translate("wording", "Comment written")
    return translate("wording", "Comment changed") if new else translate("wording", "Comment removed")


def span_text(level: Level) -> str:
    """The scores of a level: 9–10, or 7."""
    return str(level.lowest) if level.lowest == level.highest else f"{level.lowest}–{level.highest}"


def names_text(names: Sequence[str]) -> str:
    """Names one after the other, as the language lists them."""
    return translate("wording", ", ", "between names").join(names)


def state_words(state: CaseScores, rubric: Rubric) -> str:
    """What holds of a case, in one line: its scores in the rubric's order and what stands against counting them."""
    scores = "  ".join("–" if score is None else str(score) for score in state.scores)
    standing = state.standing
    if standing is Standing.RECUSED:
        return translate("wording", "recused, scores kept: {scores}").format(scores=scores)
    if standing is Standing.ABSTAINED:
        return translate("wording", "abstained, scores kept: {scores}").format(scores=scores)
    total = state.total(rubric)
    if total is None:
        return translate("wording", "scores {scores}, not complete").format(scores=scores)
    return translate("wording", "scores {scores}, total {total}").format(
        scores=scores, total=total_text(total)
    )
