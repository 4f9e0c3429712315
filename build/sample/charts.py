"""Vector charts. A chart is a mapping: ``kind``, ``title``, ``unit``, ``labels``, ``values``, ``source``.

``shown`` replaces the printed values (逾4000), ``marked`` lists positions in the second colour, ``height``
is the plot's in points.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from reportlab.lib.colors import HexColor

from .palette import AMBER, BLUE, GREEN, INK, RULE, SOFT, WHITE
from .sheet import Sheet
from .typeset import Type, break_lines, draw_centred, draw_line, draw_lines, draw_right

_SERIES = (BLUE, GREEN, AMBER, "#7d93a8", "#8a5a83", "#4d4d4d")


def draw_chart(sheet: Sheet, chart: dict[str, Any]) -> None:
    """Draws title, plot and source line at the cursor and moves it below them."""
    sheet.caption("图", chart["title"])
    draw_line(sheet.canvas, sheet.x, sheet.y - 8, f"单位：{chart['unit']}", sheet.small())
    sheet.y -= 18
    _DRAW[chart["kind"]](sheet, chart)
    lines = break_lines(chart["source"], sheet.small(), sheet.width)
    sheet.y = draw_lines(sheet.canvas, sheet.x, sheet.y - 11, lines, sheet.small(), 13) + 6


def ticks(highest: float, wanted: int = 5) -> list[float]:
    """Round values from 0 to the first at or above ``highest``, steps of 1, 2 or 5 times a power of ten."""
    rough = highest / wanted
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough - 1e-9)
    return [step * number for number in range(math.ceil(highest / step - 1e-9) + 1)]


def _text(value: float) -> str:
    return f"{value:.0f}" if value == int(value) else f"{value}"


def _shown(chart: dict[str, Any]) -> list[str]:
    return [str(text) for text in chart.get("shown", map(_text, chart["values"]))]


def _colour(sheet: Sheet, chart: dict[str, Any], position: int) -> str:
    if position not in chart.get("marked", ()):
        return sheet.look.accent
    return BLUE if sheet.look.accent == AMBER else AMBER


def _frame(sheet: Sheet, chart: dict[str, Any]) -> tuple[float, float, float, Callable[[float], float]]:
    """Grid and value axis of an upright plot: its left edge, right edge, foot, and value -> y."""
    height = float(chart.get("height", 170))
    scale = ticks(max(chart["values"]))
    axis = sheet.small()
    left = sheet.x + max(axis.width(_text(tick)) for tick in scale) + 8
    right, foot = sheet.x + sheet.width, sheet.y - height

    def at(value: float) -> float:
        return foot + (height - 14) * value / scale[-1]

    for tick in scale:
        sheet.rule(left, right, at(tick), INK if tick == 0 else RULE, 0.8 if tick == 0 else 0.4)
        draw_right(sheet.canvas, left - 6, at(tick) - 3, _text(tick), axis)
    return left, right, foot, at


def _columns(sheet: Sheet, chart: dict[str, Any]) -> None:
    left, right, foot, at = _frame(sheet, chart)
    step = (right - left) / len(chart["values"])
    width = min(56.0, step * 0.56)
    for number, (label, value, shown) in enumerate(
        zip(chart["labels"], chart["values"], _shown(chart), strict=True)
    ):
        middle = left + step * (number + 0.5)
        sheet.fill(middle - width / 2, foot, width, at(value) - foot, _colour(sheet, chart, number))
        draw_centred(sheet.canvas, middle, at(value) + 4, shown, sheet.strong(8.5))
        draw_centred(sheet.canvas, middle, foot - 13, label, sheet.small(INK, 9))
    sheet.y = foot - 20


def _line(sheet: Sheet, chart: dict[str, Any]) -> None:
    left, right, foot, at = _frame(sheet, chart)
    step = (right - left) / len(chart["values"])
    points = [(left + step * (number + 0.5), at(value)) for number, value in enumerate(chart["values"])]
    area = sheet.canvas.beginPath()
    area.moveTo(points[0][0], foot)
    for x, y in points:
        area.lineTo(x, y)
    area.lineTo(points[-1][0], foot)
    area.close()
    sheet.canvas.setFillColor(HexColor(sheet.look.pale))
    sheet.canvas.drawPath(area, stroke=0, fill=1)
    sheet.rule(left, right, foot, INK, 0.8)
    sheet.canvas.setStrokeColor(HexColor(sheet.look.accent))
    sheet.canvas.setLineWidth(1.8)
    for (x1, y1), (x2, y2) in pairwise(points):
        sheet.canvas.line(x1, y1, x2, y2)
    for number, ((x, y), label, shown) in enumerate(zip(points, chart["labels"], _shown(chart), strict=True)):
        sheet.canvas.setFillColor(HexColor(WHITE))
        sheet.canvas.setStrokeColor(HexColor(_colour(sheet, chart, number)))
        sheet.canvas.setLineWidth(1.6)
        sheet.canvas.circle(x, y, 3.4, stroke=1, fill=1)
        draw_centred(sheet.canvas, x, y + 8, shown, sheet.strong(8.5))
        draw_centred(sheet.canvas, x, foot - 13, label, sheet.small(INK, 9))
    sheet.y = foot - 20


def _bars(sheet: Sheet, chart: dict[str, Any]) -> None:
    """Horizontal bars; with ``log: true`` on a decimal logarithmic axis that starts at 1."""
    values, logarithmic = chart["values"], chart.get("log", False)
    scale = _decades(max(values)) if logarithmic else ticks(max(values))
    label, axis, row = sheet.small(INK, 9.5), sheet.small(), 25.0
    left = sheet.x + max(label.width(text) for text in chart["labels"]) + 10
    right = sheet.x + sheet.width - 34
    foot = sheet.y - row * len(values)

    def at(value: float) -> float:
        share = math.log10(value) / math.log10(scale[-1]) if logarithmic else value / scale[-1]
        return left + (right - left) * share

    sheet.canvas.setLineWidth(0.4)
    for tick in scale:
        sheet.canvas.setStrokeColor(HexColor(RULE))
        sheet.canvas.line(at(tick), foot, at(tick), sheet.y)
        draw_centred(sheet.canvas, at(tick), foot - 12, _text(tick), axis)
    for number, (text, value, shown) in enumerate(zip(chart["labels"], values, _shown(chart), strict=True)):
        y = sheet.y - row * (number + 1) + 6
        sheet.fill(left, y, at(value) - left, row - 11, _colour(sheet, chart, number))
        draw_right(sheet.canvas, left - 8, y + 3.5, text, label)
        draw_line(sheet.canvas, at(value) + 5, y + 3.5, shown, sheet.strong(9))
    sheet.canvas.setStrokeColor(HexColor(INK))
    sheet.canvas.setLineWidth(0.8)
    sheet.canvas.line(left, foot, left, sheet.y)
    sheet.y = foot - 18


def _decades(highest: float) -> list[float]:
    return [10.0**power for power in range(math.ceil(math.log10(highest)) + 1)]


def _stacked(sheet: Sheet, chart: dict[str, Any]) -> None:
    """One bar cut into its parts, with an axis in shares below and a legend."""
    total, height = sum(chart["values"]), 34.0
    left, width, y = sheet.x, sheet.width, sheet.y - 36
    inside = Type(sheet.sans, 10, WHITE, 0.02)
    x = left
    for number, (value, shown) in enumerate(zip(chart["values"], _shown(chart), strict=True)):
        part = width * value / total
        sheet.fill(x, y, part - 1.2, height, _SERIES[number])
        if inside.width(shown) < part - 8:
            draw_centred(sheet.canvas, x + part / 2, y + height / 2 - 3.5, shown, inside)
        x += part
    sheet.rule(left, left + width, y - 6, SOFT, 0.6)
    for percent in range(0, 101, 20):
        place = left + width * percent / 100
        sheet.canvas.line(place, y - 6, place, y - 9)
        draw = draw_line if percent == 0 else draw_right if percent == 100 else draw_centred
        draw(sheet.canvas, place, y - 19, f"{percent}%", sheet.small())
    y -= 40
    x = left
    legend = sheet.small(INK, 9.5)
    for number, (text, shown) in enumerate(zip(chart["labels"], _shown(chart), strict=True)):
        entry = f"{text}　{shown}"
        if x + 16 + legend.width(entry) > left + width:
            x, y = left, y - 17
        sheet.fill(x, y - 1, 9, 9, _SERIES[number])
        draw_line(sheet.canvas, x + 14, y - 0.5, entry, legend)
        x += 14 + legend.width(entry) + 22
    sheet.y = y - 8


_DRAW: dict[str, Callable[[Sheet, dict[str, Any]], None]] = {
    "columns": _columns,
    "line": _line,
    "bars": _bars,
    "stacked": _stacked,
}
