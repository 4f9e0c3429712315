"""Flow and structure: boxes, arrows and icons. Every function fills one sketch below its heading."""

from __future__ import annotations

import math
from typing import Any

from .palette import AMBER, AMBER_PALE, BLUE, BLUE_DARK, BLUE_PALE, GREEN, GREEN_PALE, INK, RULE, SOFT, WHITE
from .sketch import Sketch

Words = dict[str, Any]


def layers(sketch: Sketch, words: Words) -> None:
    """Applications above, the coordinating bodies between, the base registers below."""
    bands = ((180, 250, BLUE_PALE, BLUE), (500, 170, AMBER_PALE, AMBER), (740, 190, GREEN_PALE, GREEN))
    for name, (top, height, pale, deep) in zip(words["layers"], bands, strict=True):
        sketch.box(60, top, 1480, height, pale, radius=18)
        sketch.box(60, top, 170, height, deep, radius=18)
        sketch.box(210, top, 20, height, pale, radius=0)
        sketch.text(138, top + height / 2, name, 26, WHITE, anchor="mm", bold=True)

    for number, name in enumerate(words["top"]):
        x, y = 254 + (number % 4) * 320, 204 + (number // 4) * 106
        sketch.box(x, y, 298, 92, WHITE, BLUE, 2)
        sketch.monitor(x + 44, y + 48, 44, BLUE)
        sketch.text(x + 80, y + 46, name, 24 if len(name) < 8 else 22)

    for number, (short, first, second) in enumerate(words["middle"]):
        x = 254 + number * 426
        sketch.box(x, 524, 404, 122, WHITE, AMBER, 2)
        sketch.circle(x + 66, 585, 46, AMBER)
        sketch.text(x + 66, 585, short, 26, WHITE, anchor="mm", bold=True)
        sketch.text(x + 132, 566, first, 25)
        sketch.text(x + 132, 604, second, 25 if number != 1 else 21, INK if number != 1 else SOFT)

    for number, name in enumerate(words["bottom"]):
        x = 262 + number * 182
        sketch.cylinder(x, 764, 148, 142, WHITE, GREEN)
        sketch.text(x + 74, 851, name, 25, anchor="mm", bold=True)

    for x in (456, 882, 1308):
        sketch.arrow([(x, 738), (x, 676)], GREEN, 5)
        sketch.arrow([(x, 498), (x, 436)], BLUE, 5)


def cycle(sketch: Sketch, words: Words) -> None:
    """Four steps on a ring around the body that coordinates them."""
    centre, ring, node = (800.0, 560.0), 290.0, 92.0
    colours = (BLUE, BLUE, AMBER, GREEN)
    angles = (180, 270, 0, 90)
    clear = math.degrees(2 * math.asin((node + 16) / (2 * ring)))
    for number, angle in enumerate(angles[:3]):
        sketch.arc(centre, ring, angle + clear, angle + 90 - clear, colours[number], 6)
    sketch.arc(centre, ring, 90 + clear, 180 - clear, GREEN, 6)

    for angle, colour in zip(angles, colours, strict=True):
        x = centre[0] + (ring - node) * math.cos(math.radians(angle))
        y = centre[1] + (ring - node) * math.sin(math.radians(angle))
        sketch.dashes([centre, (x, y)], colour, 3, 7)
    sketch.circle(*centre, 116, BLUE_DARK)
    name, task = words["hub"]
    sketch.text(centre[0], centre[1] - 16, name, 32, WHITE, anchor="mm", bold=True)
    sketch.text(centre[0], centre[1] + 28, task, 24, "#cfe0f0", anchor="mm")

    notes = {
        180: (20 - node, node + 30, "rm"),
        270: (node + 26, -20, "lm"),
        0: (node + 26, 0, "lm"),
        90: (-node - 26, 36, "rm"),
    }
    for (name, note), angle, colour in zip(words["steps"], angles, colours, strict=True):
        x = centre[0] + ring * math.cos(math.radians(angle))
        y = centre[1] + ring * math.sin(math.radians(angle))
        sketch.circle(x, y, node, WHITE, colour, 5)
        sketch.text(x, y, name, 34 if len(name) < 4 else 30, colour, anchor="mm", bold=True)
        side, drop, anchor = notes[angle]
        sketch.text(x + side, y + drop, note, 24, SOFT, anchor=anchor)

    for (who, what), x, colour in ((words["left"], 190, BLUE), (words["right"], 1410, GREEN)):
        sketch.person(x, 540, 110, colour)
        sketch.text(x, 630, who, 28, INK, anchor="mm", bold=True)
        sketch.bubble(x, 428, 70, colour)
        sketch.text(x, 668, what, 24, SOFT, anchor="mm")
    sketch.arrow([(270, 560), (402, 560)], BLUE, 6)
    sketch.arrow([(908, 850), (1410, 850), (1410, 706)], GREEN, 6)


def sorting(sketch: Sketch, words: Words) -> None:
    """Messages come in, are sorted into a grid of classes, and go out in four ways."""
    edges = ((60, 360), (520, 560), (1180, 360))
    colours, pales = (BLUE, AMBER, GREEN), (BLUE_PALE, AMBER_PALE, GREEN_PALE)
    for (x, width), name, note, colour, pale in zip(
        edges, words["stages"], words["notes"], colours, pales, strict=True
    ):
        sketch.box(x, 200, width, 700, pale, radius=20)
        sketch.box(x, 200, width, 78, colour, radius=20)
        sketch.box(x, 250, width, 28, colour, radius=0)
        sketch.text(x + width / 2, 239, name, 34, WHITE, anchor="mm", bold=True)
        sketch.text(x + width / 2, 856, note, 24, INK, anchor="mm")

    for number in range(12):
        x, y = 128 + (number % 3) * 112, 350 + (number // 3) * 122
        (sketch.envelope if number % 4 == 1 else sketch.bubble)(x, y, 74, BLUE if number % 2 else "#6f97bd")

    for number in range(40):
        x, y = 556 + (number % 8) * 62, 314 + (number // 8) * 96
        sketch.box(x, y, 54, 82, WHITE, AMBER, 2, 6)
        for row in range(5 + (number % 5 in (0, 2, 4))):
            sketch.line([(x + 11, y + 13 + row * 11), (x + 43, y + 13 + row * 11)], "#dcc089", 3)

    for number, name in enumerate(words["results"]):
        y = 314 + number * 122
        sketch.box(1216, y, 288, 98, WHITE, GREEN, 2)
        icon = (sketch.sheet, sketch.calendar, sketch.envelope, sketch.bubble)[number]
        icon(1272, y + 49, 56, GREEN)
        sketch.text(1326, y + 48, name, 30, bold=True)

    sketch.arrow([(432, 560), (508, 560)], BLUE, 8)
    sketch.arrow([(1092, 560), (1168, 560)], AMBER, 8)


def channels(sketch: Sketch, words: Words) -> None:
    """Six channels run into one platform; three kinds of publication come out."""
    icons = (sketch.envelope, sketch.bubble, sketch.handset, sketch.phone, sketch.bubble, sketch.monitor)
    colours = (BLUE, "#4a7fb0", AMBER, GREEN, "#4c9a76", "#c98f3c")
    for number, (name, icon, colour) in enumerate(zip(words["channels"], icons, colours, strict=True)):
        y = 232 + number * 124
        rise = (number - 2.5) * 38
        sketch.curve((420, y), (800 - math.sqrt(182**2 - rise**2), 542 + rise), colour, 5)
        sketch.box(60, y - 48, 360, 96, WHITE, colour, 3, 16)
        icon(118, y, 58, colour)
        sketch.text(170, y - 1, name, 28, bold=True)

    sketch.circle(800, 542, 168, "#d5e2ee")
    sketch.circle(800, 542, 146, BLUE_DARK)
    name, task = words["hub"]
    sketch.text(800, 526, name, 34, WHITE, anchor="mm", bold=True)
    sketch.text(800, 574, task, 25, "#cfe0f0", anchor="mm")

    outputs = zip(words["outputs"], (sketch.calendar, sketch.sheet, sketch.bubble), strict=True)
    for number, ((name, what), icon) in enumerate(outputs):
        y = 302 + number * 240
        sketch.curve((974, 542 + (number - 1) * 60), (1138, y), GREEN, 5)
        sketch.box(1146, y - 78, 394, 156, GREEN_PALE, GREEN, 2, 16)
        icon(1216, y, 84, GREEN)
        sketch.text(1286, y - 20, name, 31, GREEN, bold=True)
        sketch.text(1286, y + 26, what, 23, INK)


def clients(sketch: Sketch, words: Words) -> None:
    """Four clients on one pair of services, on one store, fed by four kinds of events."""
    icons = (sketch.monitor, sketch.phone, sketch.bubble, sketch.bubble)
    colours = (BLUE, BLUE, GREEN, AMBER)
    for number, (name, icon, colour) in enumerate(zip(words["clients"], icons, colours, strict=True)):
        x = 60 + number * 380
        sketch.box(x, 184, 340, 170, WHITE, colour, 3, 18)
        icon(x + 78, 269, 96, colour)
        sketch.text(x + 146, 268, name, 30, bold=True)
        sketch.arrow([(x + 170, 424), (x + 170, 362)], colour, 5)

    sketch.box(60, 430, 1480, 140, BLUE_PALE, radius=18)
    for number, (name, what) in enumerate(words["services"]):
        x = 60 + number * 740
        if number == 0:
            sketch.calendar(x + 112, 500, 92, BLUE)
        else:
            sketch.line([(x, 452), (x, 548)], WHITE, 4)
            sketch.ticket(x + 112, 500, 92, BLUE, BLUE_PALE)
        sketch.text(x + 206, 480, name, 32, BLUE_DARK, bold=True)
        sketch.text(x + 206, 526, what, 24, SOFT)
        sketch.arrow([(x + 360, 640), (x + 360, 578)], BLUE, 5)

    sketch.box(60, 646, 1480, 116, BLUE_DARK, radius=18)
    for side in (160, 1360):
        sketch.cylinder(side, 664, 80, 80, "#2f6ea6", WHITE)
    sketch.text(800, 703, words["store"], 36, WHITE, anchor="mm", bold=True)

    for number, name in enumerate(words["sources"]):
        x = 60 + number * 380
        sketch.arrow([(x + 170, 828), (x + 170, 770)], SOFT, 4)
        sketch.box(x, 834, 340, 78, WHITE, RULE, 2, 16)
        sketch.text(x + 170, 872, name, 28, anchor="mm")
