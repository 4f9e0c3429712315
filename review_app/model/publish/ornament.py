"""What is drawn around a certificate's text, all vector: the bronze frame with corners of interlaced squares (方胜),
the single rule, the mount of a hanging scroll (立轴) with its two ribbons (惊燕)."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas

from review_app.model.publish.pdf import POINTS_PER_MM as MM

GOLD = (0.620, 0.475, 0.196)
PALE_GOLD = (0.792, 0.690, 0.471)
PAPER = (0.996, 0.992, 0.976)

INK_BLUE = (0.106, 0.227, 0.400)
CELADON = (0.902, 0.925, 0.910)
DEEP_CELADON = (0.392, 0.502, 0.463)
_RIBBON = (0.965, 0.973, 0.965)

_OUTER, _INNER = 11.0, 15.5  # mm from the page's edge
_NOTCH, _STEP, _SQUARE = 17.0, 5.0, 10.0  # mm: where the inner line turns off, how deep, the square laced in
_SECOND = 1.3  # mm between the two inner lines
_DOUBLE = ((0.0, 0.75, GOLD), (_SECOND, 0.35, PALE_GOLD))  # mm inset, points, colour


def draw_frame(canvas: Canvas, width: float, height: float) -> None:
    """The frame of a page of ``width`` by ``height`` points: toned field, rule, hairlines, four corners."""
    canvas.saveState()
    canvas.setLineJoin(0)
    canvas.setLineCap(2)
    outer = _OUTER * MM
    canvas.setFillColorRGB(*PAPER)
    canvas.setStrokeColorRGB(*GOLD)
    canvas.setLineWidth(1.7)
    canvas.rect(outer, outer, width - 2 * outer, height - 2 * outer, stroke=1, fill=1)
    canvas.setLineWidth(0.35)
    hair = (_OUTER + 1.25) * MM
    canvas.rect(hair, hair, width - 2 * hair, height - 2 * hair, stroke=1, fill=0)
    for inset, weight, colour in _DOUBLE:
        canvas.setLineWidth(weight)
        canvas.setStrokeColorRGB(*colour)
        _closed(canvas, _notched(width, height, inset))
    for flip_x in (False, True):
        for flip_y in (False, True):
            canvas.saveState()
            canvas.translate(width if flip_x else 0, height if flip_y else 0)
            canvas.scale(-1 if flip_x else 1, -1 if flip_y else 1)
            _corner(canvas)
            canvas.restoreState()
    canvas.restoreState()


def draw_divider(canvas: Canvas, x: float, y: float, half_width: float) -> None:
    """Three lozenges between two hairlines, centred on ``x``, ``y``; all in points."""
    canvas.saveState()
    canvas.setFillColorRGB(*GOLD)
    canvas.setStrokeColorRGB(*GOLD)
    canvas.setLineWidth(0.6)
    for side in (-1, 1):
        canvas.line(x + side * 5.5 * MM, y, x + side * half_width, y)
        _lozenge(canvas, x + side * 3.1 * MM, y, 0.5 * MM)
    _lozenge(canvas, x, y, 1.5 * MM)
    canvas.restoreState()


def draw_rule(canvas: Canvas, left: float, right: float, y: float) -> None:
    """One rule in ink blue; points."""
    canvas.saveState()
    canvas.setStrokeColorRGB(*INK_BLUE)
    canvas.setLineCap(0)
    canvas.setLineWidth(1.4)
    canvas.line(left, y, right, y)
    canvas.restoreState()


def draw_mount(
    canvas: Canvas,
    around: tuple[float, float, float, float],
    panel: tuple[float, float, float, float],
    ribbons: Sequence[tuple[float, float, float, float]],
) -> None:
    """The mount of a scroll: a wash over ``around``, the paper's ``panel`` on it within fine lines, and two
    ``ribbons``; rectangles as left, bottom, right, top in points."""
    canvas.saveState()
    canvas.setLineJoin(0)
    canvas.setStrokeColorRGB(*DEEP_CELADON)
    _filled(canvas, around, CELADON)
    for ribbon in ribbons:
        _filled(canvas, ribbon, _RIBBON)
        left, bottom, right, top = ribbon
        canvas.setLineWidth(0.35)
        canvas.line(left, bottom, left, top)
        canvas.line(right, bottom, right, top)
    _filled(canvas, panel, PAPER)
    for inset, weight in ((-1.6, 0.35), (0.0, 0.9), (1.6, 0.35)):
        left, bottom, right, top = panel
        step = inset * MM
        canvas.setLineWidth(weight)
        wide, high = right - left - 2 * step, top - bottom - 2 * step
        canvas.rect(left + step, bottom + step, wide, high, stroke=1, fill=0)
    canvas.restoreState()


def _filled(
    canvas: Canvas, box: tuple[float, float, float, float], colour: tuple[float, float, float]
) -> None:
    left, bottom, right, top = box
    canvas.setFillColorRGB(*colour)
    canvas.rect(left, bottom, right - left, top - bottom, stroke=0, fill=1)


def _notched(width: float, height: float, inset: float) -> list[tuple[float, float]]:
    """The inner line with its four corners stepped inward; ``inset`` mm further in."""
    near, turn, deep = (_INNER + inset) * MM, (_INNER + _NOTCH + inset) * MM, (_INNER + _STEP + inset) * MM
    corner = [(turn, near), (turn, deep), (deep, deep), (deep, turn), (near, turn)]
    return [
        *corner,
        *[(x, height - y) for x, y in reversed(corner)],
        *[(width - x, height - y) for x, y in corner],
        *[(width - x, y) for x, y in reversed(corner)],
    ]


def _corner(canvas: Canvas) -> None:
    """A square laced with the notch: under it on one side, over it on the other; lower left corner."""
    _square(canvas)
    start, far, turn = _INNER * MM, (_INNER + _SQUARE) * MM, (_INNER + _STEP) * MM
    second, air = _SECOND * MM, 0.75 * MM
    canvas.setFillColorRGB(*PAPER)
    x, y, wide, high = far - second - air, turn - air, second + 2 * air, second + 2 * air
    canvas.rect(x, y, wide, high, stroke=0, fill=1)  # here the notch runs over the square
    _line(canvas, (x - air, turn), (x + wide + air, turn), pale=False)
    _line(canvas, (x - air, turn + second), (x + wide + air, turn + second), pale=True)
    x, y = turn - air, far - second - air
    canvas.rect(x, y, wide, high, stroke=0, fill=1)  # and here the square over the notch
    _line(canvas, (x - air, far), (x + wide + air, far), pale=False)
    _line(canvas, (x - air, far - second), (x + wide + air, far - second), pale=True)
    canvas.setFillColorRGB(*GOLD)
    heart = start + (_STEP + _SECOND) / 2 * MM
    _lozenge(canvas, heart, heart, 0.8 * MM)


def _square(canvas: Canvas) -> None:
    for inset, weight, colour in _DOUBLE:
        canvas.setLineWidth(weight)
        canvas.setStrokeColorRGB(*colour)
        start, side = (_INNER + inset) * MM, (_SQUARE - 2 * inset) * MM
        canvas.rect(start, start, side, side, stroke=1, fill=0)


def _line(canvas: Canvas, start: tuple[float, float], end: tuple[float, float], *, pale: bool) -> None:
    _, weight, colour = _DOUBLE[1 if pale else 0]
    canvas.saveState()
    canvas.setLineCap(0)
    canvas.setLineWidth(weight)
    canvas.setStrokeColorRGB(*colour)
    canvas.line(*start, *end)
    canvas.restoreState()


def _closed(canvas: Canvas, points: Sequence[tuple[float, float]]) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    path.close()
    canvas.drawPath(path, stroke=1, fill=0)


def _lozenge(canvas: Canvas, x: float, y: float, reach: float) -> None:
    path = canvas.beginPath()
    path.moveTo(x - reach, y)
    for point in ((x, y - reach), (x + reach, y), (x, y + reach)):
        path.lineTo(*point)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)
