"""How standings, totals and routes are said; the same words wherever they appear."""

from __future__ import annotations

import html
from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from review_app.model.rubric import Level
from review_app.model.scoring.scores import CaseScores, Standing
from review_app.ui.language import level_text

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
        span = str(level.lowest) if level.lowest == level.highest else f"{level.lowest}–{level.highest}"
        lines.append(f"<b>{span}</b>&nbsp; {html.escape(level_text(level))}")
    return f"<p style='white-space:pre-wrap'>{'<br>'.join(lines)}</p>" if lines else ""
