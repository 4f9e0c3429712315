"""The criteria of each case, a small picture a case, three beside each other."""

from __future__ import annotations

from fractions import Fraction

from review_app.model.publish.disclosure import Disclosure
from review_app.model.publish.fonts import Face
from review_app.model.publish.report.flow import BLUE, HAIR, INK, MARGIN, MEASURE, MUTED, Flow
from review_app.model.publish.typeset import Line
from review_app.model.publish.wording import Wording
from review_app.model.result.ranking import rounded_text
from review_app.model.workspace.standing import CaseLine

_ACROSS, _BETWEEN = 3, 7.0
_WIDTH = (MEASURE - (_ACROSS - 1) * _BETWEEN) / _ACROSS
_LABEL, _VALUE = 19.0, 8.0
_TITLE_SIZE, _TITLE_LEADING = 8.8, 4.0
_SIZE, _LEADING = 7.6, 3.3
_GAP = 1.5


def draw_profiles(flow: Flow, words: Wording, shown: Disclosure) -> None:
    """A picture for each case that may be shown and was scored."""
    cases = [line for line in shown.cases if line.means]
    rubric = shown.standing.terms.rubric
    means = [_mean([line.means[place] for line in cases]) for place in range(len(rubric.criteria))]
    labels = [
        flow.faces.lines(words.named(each.name, each.name_en), _SIZE, _LABEL, Face.SANS)
        for each in rubric.criteria
    ]
    rows = [max(1, len(lines)) * _LEADING + _GAP for lines in labels]
    for start in range(0, len(cases), _ACROSS):
        group = cases[start : start + _ACROSS]
        titles = [_title(flow, line) for line in group]
        deepest = max(map(len, titles)) * _TITLE_LEADING
        flow.room(deepest + sum(rows) + 7)
        for place, (line, title) in enumerate(zip(group, titles, strict=True)):
            x = MARGIN + place * (_WIDTH + _BETWEEN)
            top = flow.top + 3.6
            for number, each in enumerate(title):
                flow.put(each, x, top + number * _TITLE_LEADING, _TITLE_SIZE, Face.SANS, INK)
            _panel(
                flow, x, flow.top + deepest + 2.2, line, labels, rows, means, rubric.lowest, rubric.highest
            )
        flow.top += deepest + sum(rows) + 8


def _title(flow: Flow, line: CaseLine) -> list[Line]:
    rank = "" if line.ranked.rank is None else f"{line.ranked.rank}  "
    return flow.faces.lines(f"{rank}{line.case.title}", _TITLE_SIZE, _WIDTH, Face.SANS, strong=line.wins)


def _panel(
    flow: Flow,
    x: float,
    top: float,
    line: CaseLine,
    labels: list[list[Line]],
    rows: list[float],
    means: list[Fraction],
    lowest: int,
    highest: int,
) -> None:
    track = x + _LABEL + 2
    width = _WIDTH - _LABEL - 2 - _VALUE

    def place(value: Fraction) -> float:
        return track + width * float((value - lowest) / (highest - lowest))

    flow.rule(top, x, _WIDTH)
    for label, height, mean, other in zip(labels, rows, line.means, means, strict=True):
        middle = top + height / 2
        base = middle - (len(label) - 1) * _LEADING / 2 + 0.95
        for number, each in enumerate(label):
            flow.put(each, x, base + number * _LEADING, _SIZE, Face.SANS, MUTED)
        flow.line(track, middle, track + width, middle, 0.5, HAIR)
        flow.line(place(other), middle - 1.2, place(other), middle + 1.2, 0.7, MUTED)
        flow.dot(place(mean), middle, 0.85, BLUE)
        flow.text(rounded_text(mean, 1), x + _WIDTH, middle + 0.95, _SIZE, colour=INK, right=True)
        top += height


def _mean(values: list[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values) if values else Fraction(0)
