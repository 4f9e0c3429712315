"""Invented screens and a schematic map. Every function fills one sketch below its heading."""

from __future__ import annotations

import math
from typing import Any

from .palette import (
    AMBER,
    AMBER_PALE,
    BLUE,
    BLUE_DARK,
    BLUE_PALE,
    GREEN,
    GREEN_PALE,
    INK,
    PAPER,
    RULE,
    SOFT,
    WHITE,
)
from .sketch import Sketch

Words = dict[str, Any]

_STATE = {"已完成": GREEN, "进行中": AMBER, "未开始": SOFT, "指引": BLUE}


def phones(sketch: Sketch, words: Words) -> None:
    """Three telephones side by side, one screen each."""
    for number, screen in enumerate(words["screens"]):
        x = 130 + number * 480
        sketch.box(x, 164, 380, 730, "#2b3540", radius=46)
        sketch.box(x + 14, 178, 352, 702, WHITE, radius=34)
        sketch.box(x + 14, 178, 352, 108, BLUE, radius=34)
        sketch.box(x + 14, 250, 352, 36, BLUE, radius=0)
        sketch.box(x + 140, 190, 100, 10, BLUE_DARK, radius=5)
        sketch.text(x + 190, 240, screen["name"], 32, WHITE, anchor="mm", bold=True)
        sketch.box(x + 34, 306, 312, 52, BLUE_PALE, radius=26)
        sketch.text(x + 58, 331, screen["hint"], 21, SOFT)
        _screen_rows(sketch, x + 34, 382, screen["rows"])
        if "button" in screen:
            sketch.box(x + 34, 746, 312, 58, BLUE, radius=29)
            sketch.text(x + 190, 774, screen["button"], 25, WHITE, anchor="mm", bold=True)
        sketch.line([(x + 34, 820), (x + 346, 820)], RULE, 1)
        sketch.text(x + 190, 848, screen["foot"], 22, BLUE, anchor="mm")
    for x in (528, 1008):
        sketch.arrow([(x, 530), (x + 64, 530)], AMBER, 7)


def _screen_rows(sketch: Sketch, x: float, top: float, rows: list[list[str]]) -> None:
    """Rows with a state at the right; steps of one process are joined by a line."""
    process = rows[0][1] != "指引"
    step = 84 if process else 86
    if process:
        sketch.line([(x + 18, top + 30), (x + 18, top + 30 + step * (len(rows) - 1))], RULE, 4)
    for number, (name, state) in enumerate(rows):
        y, colour = top + 30 + number * step, _STATE[state]
        if process:
            sketch.circle(x + 18, y, 15, WHITE if state == "未开始" else colour, colour, 3)
            if state == "已完成":
                sketch.line([(x + 11, y), (x + 16, y + 6), (x + 25, y - 6)], WHITE, 3)
        else:
            sketch.box(x, y - 24, 48, 48, BLUE_PALE, radius=12)
            sketch.sheet(x + 24, y, 30, BLUE)
            sketch.line([(x + 66, y + 42), (x + 312, y + 42)], RULE, 1)
        sketch.text(x + (50 if process else 66), y - 1, name, 25)
        sketch.text(x + 306, y, state, 20, colour, anchor="rm")


def portal(sketch: Sketch, words: Words) -> None:
    """A portal in the middle; at its sides one small square for every department and district."""
    sides = ((60, BLUE, "#8fb0cd"), (1300, GREEN, "#93c3ab"))
    sources = zip((words["left"], words["right"]), words["counts"], sides, strict=True)
    for (name, count), squares, (left, colour, light) in sources:
        sketch.box(left, 190, 240, 720, WHITE, colour, 2, 18)
        sketch.text(left + 120, 236, name, 28, anchor="mm", bold=True)
        sketch.text(left + 120, 284, count, 34, colour, anchor="mm", bold=True)
        columns = 4 if squares > 20 else 2
        size, gap = (34, 8) if squares > 20 else (66, 12)
        start = left + 120 - (columns * size + (columns - 1) * gap) / 2
        for number in range(squares):
            x, y = start + (number % columns) * (size + gap), 328 + (number // columns) * (size + gap)
            sketch.box(x, y, size, size, colour if number % 3 else light, radius=6)
    sketch.arrow([(308, 550), (366, 550)], BLUE, 7)
    sketch.arrow([(1292, 550), (1234, 550)], GREEN, 7)
    _browser(sketch, words)


def _browser(sketch: Sketch, words: Words) -> None:
    left, width = 376, 848
    sketch.box(left, 190, width, 720, WHITE, RULE, 2, 18)
    sketch.box(left, 190, width, 54, "#e9edf0", radius=18)
    sketch.box(left, 220, width, 24, "#e9edf0", radius=0)
    for number, colour in enumerate(("#d98a7b", "#e0bb6c", "#8fbf9b")):
        sketch.circle(left + 30 + number * 26, 217, 8, colour)
    sketch.box(left + 120, 203, width - 160, 28, WHITE, radius=14)
    sketch.box(left, 244, width, 132, BLUE_DARK, radius=0)
    sketch.box(left + 134, 284, width - 268, 52, WHITE, radius=26)
    sketch.text(left + 164, 309, words["search"], 22, SOFT)
    sketch.circle(left + width - 168, 307, 10, None, BLUE, 3)
    sketch.line([(left + width - 160, 315), (left + width - 152, 323)], BLUE, 4)
    x = left + 40.0
    for number, name in enumerate(words["tabs"]):
        sketch.text(x, 412, name, 24, BLUE if number == 0 else SOFT, bold=number == 0)
        if number == 0:
            sketch.box(x, 432, sketch.text_width(name, 24), 4, BLUE, radius=2)
        x += sketch.text_width(name, 24) + 46
    sketch.line([(left + 30, 438), (left + width - 30, 438)], RULE, 1)
    for number, name in enumerate(words["cards"]):
        x, y = left + 38 + (number % 3) * 264, 460 + (number // 3) * 146
        _card(sketch, x, y, name, words["formats"], number)


def _card(sketch: Sketch, x: float, y: float, name: str, formats: list[str], number: int) -> None:
    city = number % 3 != 2
    colour = BLUE if city else GREEN
    sketch.box(x, y, 244, 126, WHITE, RULE, 2, 12)
    sketch.box(x, y + 16, 6, 40, colour, radius=3)
    sketch.text(x + 24, y + 36, name, 27, bold=True)
    for row, share in enumerate((194, 120 + 20 * (number % 4), 60 + 30 * (number % 3))):
        sketch.line([(x + 28, y + 70 + row * 17), (x + 28 + share, y + 70 + row * 17)], "#dfe4e8", 7)
    text = formats[number % len(formats)]
    sketch.box(x + 160, y + 20, 62, 30, BLUE_PALE if city else GREEN_PALE, radius=15)
    sketch.text(x + 191, y + 35, text, 18, colour, anchor="mm")


def flood_map(sketch: Sketch, words: Words) -> None:
    """An invented town with flooded stretches at the left, the app's panel at the right."""
    left, top, right, bottom = 60, 170, 1110, 930
    sketch.box(left, top, right - left, bottom - top, "#eef0e6", radius=18)
    for x, y, width, height in ((84, 640, 150, 80), (470, 230, 120, 90), (880, 760, 170, 130)):
        sketch.box(x, y, width, height, "#d6e6cf", radius=14)
    bank = [(x, 545 + 40 * math.sin((x - left) / 190 + 0.4)) for x in range(left, right + 1, 10)]
    sketch.polygon([*bank, *[(x, y + 74) for x, y in reversed(bank)]], "#bcd6ea")
    sketch.text(160, 600, words["river"], 22, "#54809f", anchor="mm")
    sketch.polygon(_blob((890, 330), 120, 74), "#bcd6ea")
    sketch.text(890, 330, words["lake"], 22, "#54809f", anchor="mm")

    streets = {
        "甲路": [(left, 330), (700, 330), (760, 420), (right, 450)],
        "乙路": [(left, 480), (right, 510)],
        "丙路": [(left, 750), (520, 735), (right, 690)],
        "一街": [(280, top), (280, bottom)],
        "二街": [(640, top), (640, bottom)],
        "三街": [(1000, top), (980, 480), (830, bottom)],
    }
    for points in streets.values():
        sketch.line(points, "#cfd3cc", 28, caps=False)
    for points in streets.values():
        sketch.line(points, WHITE, 22, caps=False)
    flooded = (
        ([(520, 330), (700, 330), (722, 362)], AMBER),
        ([(640, 262), (640, 404)], AMBER),
        ([(744, 502), (924, 508)], "#6ba3d0"),
        ([(930, 628), (876, 788)], AMBER),
    )
    for points, colour in flooded:
        sketch.line(points, colour, 14)
    for x, y in ((640, 330), (904, 706)):
        sketch.circle(x, y, 30, WHITE, AMBER, 4)
        sketch.drop(x, y, 38, AMBER)
    sketch.circle(834, 505, 30, WHITE, "#3f7fb5", 4)
    sketch.drop(834, 505, 38, "#3f7fb5")
    for x, y in ((430, 324), (280, 690), (720, 716), (1040, 440)):
        sketch.pin(x, y, 60, GREEN)
    places = ((150, 329), (150, 481), (150, 746), (320, 230), (680, 880), (1038, 214))
    for name, (x, y) in zip(words["roads"], places, strict=True):
        sketch.text(x, y, name, 18, SOFT, anchor="mm")
    for edge in (top - 12, bottom):  # roads that run off the map at a slant
        sketch.box(left, edge, right - left, 12, PAPER, radius=0)
    _legend(sketch, words["legend"], left + 24, bottom - 124)
    _flood_panel(sketch, words)


def _blob(centre: tuple[float, float], width: float, height: float) -> list[tuple[float, float]]:
    """A lake: an ellipse with an uneven shore."""
    angles = [math.radians(degree) for degree in range(0, 360, 4)]
    return [
        (
            centre[0] + width * math.cos(angle) * (1 + 0.09 * math.sin(3 * angle)),
            centre[1] + height * math.sin(angle) * (1 + 0.12 * math.cos(2 * angle + 0.6)),
        )
        for angle in angles
    ]


def _legend(sketch: Sketch, names: list[str], x: float, y: float) -> None:
    sketch.box(x, y, 430, 104, WHITE, RULE, 2, 12)
    for number, name in enumerate(names):
        left, middle = x + 26 + (number // 2) * 216, y + 32 + (number % 2) * 42
        if number == 3:
            sketch.pin(left + 16, middle + 15, 32, GREEN)
        else:
            colour = ("#cfd3cc", "#6ba3d0", AMBER)[number]
            sketch.line([(left, middle), (left + 34, middle)], colour, 10)
        sketch.text(left + 48, middle, name, 20)


def _flood_panel(sketch: Sketch, words: Words) -> None:
    left, width = 1150, 390
    sketch.box(left, 170, width, 760, WHITE, RULE, 2, 18)
    sketch.box(left, 170, width, 84, BLUE, radius=18)
    sketch.box(left, 220, width, 34, BLUE, radius=0)
    sketch.text(left + width / 2, 212, words["panel"], 30, WHITE, anchor="mm", bold=True)
    for number, (place, advice) in enumerate(words["list"]):
        y = 278 + number * 112
        detour = advice == "请绕行"
        colour = AMBER if detour else "#3f7fb5"
        sketch.box(left + 24, y, width - 48, 96, AMBER_PALE if detour else BLUE_PALE, radius=12)
        sketch.drop(left + 62, y + 48, 46, colour)
        sketch.text(left + 100, y + 32, place, 25, INK, bold=True)
        sketch.text(left + 100, y + 66, advice, 21, colour)
    sketch.line([(left + 24, 630), (left + width - 24, 630)], RULE, 1)
    for number, name in enumerate(words["form"]):
        x = left + 78 + number * 117
        sketch.circle(x, 702, 44, GREEN_PALE)
        sketch.text(x, 772, name, 23, anchor="mm")
        if number:
            sketch.arrow([(x - 72, 702), (x - 47, 702)], GREEN, 3)
    _camera(sketch, left + 78, 702, 44, GREEN)
    sketch.pin(left + 195, 727, 52, GREEN)
    sketch.envelope(left + 312, 702, 46, GREEN)
    sketch.box(left + 40, 824, width - 80, 70, GREEN, radius=35)
    sketch.text(left + width / 2, 858, words["button"], 28, WHITE, anchor="mm", bold=True)


def _camera(sketch: Sketch, x: float, y: float, size: float, colour: str) -> None:
    sketch.box(x - size * 0.18, y - size * 0.42, size * 0.36, size * 0.2, colour, radius=4)
    sketch.box(x - size * 0.5, y - size * 0.3, size, size * 0.66, colour, radius=6)
    sketch.circle(x, y + size * 0.03, size * 0.2, colour, WHITE, 3)


def village(sketch: Sketch, words: Words) -> None:
    """A village's page: a landscape as its head, four columns below."""
    left, top, width = 160, 164, 1280
    sketch.box(left, top, width, 760, WHITE, RULE, 2, 22)
    _landscape(sketch, left + 2, top + 2, width - 4, 268)
    sketch.text(left + 60, top + 86, words["village"], 54, BLUE_DARK, bold=True)
    sketch.text(left + 60, top + 148, words["motto"], 26, INK)

    colours = ((AMBER, AMBER_PALE), (BLUE, BLUE_PALE), (GREEN, GREEN_PALE), ("#8a5a3c", "#f3e7df"))
    icons = (sketch.calendar, sketch.sheet, sketch.bubble, sketch.ticket)
    for number, ((name, items), (deep, pale), icon) in enumerate(
        zip(words["columns"], colours, icons, strict=True)
    ):
        x, y = left + 40 + number * 306, top + 306
        sketch.box(x, y, 282, 420, pale, radius=18)
        sketch.circle(x + 66, y + 66, 42, WHITE)
        icon(x + 66, y + 66, 46, deep)
        sketch.text(x + 128, y + 66, name, 36, deep, bold=True)
        for row, item in enumerate(items):
            level = y + 138 + row * 88
            sketch.box(x + 20, level, 242, 72, WHITE, radius=12)
            sketch.circle(x + 46, level + 36, 7, deep)
            sketch.text(x + 66, level + 35, item, 25)
            sketch.line([(x + 236, level + 28), (x + 244, level + 36), (x + 236, level + 44)], SOFT, 3)


def _landscape(sketch: Sketch, left: float, top: float, width: float, height: float) -> None:
    """Sky, sun, three rows of hills, some roofs."""
    sketch.box(left, top, width, height, "#e2eef5", radius=20)
    sketch.box(left, top + height - 30, width, 30, "#e2eef5", radius=0)
    sketch.circle(left + width - 240, top + 74, 40, "#f0cf8a")
    floor = top + height
    for base, rise, length, phase, colour in (
        (150, 46, 210, 0.3, "#c3d9d0"),
        (196, 34, 160, 1.7, "#93bba5"),
        (232, 16, 120, 0.9, "#6aa084"),
    ):
        steps = [width * number / 160 for number in range(161)]
        ridge = [(left + step, top + base - rise * math.sin(step / length + phase)) for step in steps]
        sketch.polygon([(left, floor), *ridge, (left + width, floor)], colour)
    for x, size in ((760.0, 64), (848, 52), (930, 72), (1030, 56)):
        side, ground = left + x, top + 246
        eaves = ground - size * 0.56
        sketch.box(side, ground - size * 0.6, size, size * 0.6, WHITE, radius=2)
        ridge_top = (side + size / 2, ground - size * 1.02)
        sketch.polygon([(side - 9, eaves), ridge_top, (side + size + 9, eaves)], "#7c5a48")
        sketch.box(side + size * 0.38, ground - size * 0.34, size * 0.24, size * 0.34, "#c9a26b", radius=1)
