"""Where things stand on a certificate: the three templates, in both orientations.  All lengths in mm.

``bronze`` (古铜): double frame with laced corners, centred.  ``plain`` (留白): much white, everything hangs from one
left edge, one rule.  ``scroll`` (立轴): the mount of a hanging scroll, the heading set downwards in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reportlab.pdfgen.canvas import Canvas

from review_app.model.publish.design import Design, Orientation, TemplateName
from review_app.model.publish.ornament import draw_divider, draw_frame, draw_mount, draw_rule
from review_app.model.publish.pdf import POINTS_PER_MM as MM

A4 = (210.0, 297.0)
CROP_MARKS = 7.0
"""Beyond the bleed, for the crop marks."""
_GAP, _LENGTH = 2.0, 5.0


@dataclass(frozen=True)
class Layout:
    """Places on a page; ``y`` values from its top but for ``foot``, the lower edge of the QR code from the bottom.

    ``heading``: centred on or starting at (``heading_x``, base line ``heading_y``), or downwards with its middle there,
    at most ``heading_width`` wide (``heading_height`` high).  ``beside``: the notes stand beside the QR code, else
    below it.  ``slack``: how much of the free room stands above the text.
    """

    page: tuple[float, float]
    left: float
    right: float
    heading: Literal["centred", "left", "downwards"]
    heading_x: float
    heading_y: float
    heading_width: float
    heading_height: float
    heading_scale: float
    text_top: float
    foot: float
    beside: bool
    issuers: Literal["left", "right"]
    slack: float
    sample: tuple[float, float]

    @property
    def measure(self) -> float:
        """Width of the text."""
        return self.right - self.left


_LAYOUTS: dict[tuple[TemplateName, Orientation], Layout] = {
    ("bronze", "landscape"): Layout(
        page=(297, 210), left=45, right=252, heading="centred", heading_x=148.5, heading_y=55, heading_width=200,
        heading_height=0, heading_scale=1.0, text_top=76, foot=29, beside=True, issuers="right", slack=0.45,
        sample=(252, 40),
    ),
    ("bronze", "portrait"): Layout(
        page=(210, 297), left=34, right=176, heading="centred", heading_x=105, heading_y=73, heading_width=136,
        heading_height=0, heading_scale=0.95, text_top=105, foot=32, beside=False, issuers="right", slack=0.3,
        sample=(176, 42),
    ),
    ("plain", "landscape"): Layout(
        page=(297, 210), left=40, right=257, heading="left", heading_x=40, heading_y=52, heading_width=170,
        heading_height=0, heading_scale=0.76, text_top=79, foot=26, beside=True, issuers="left", slack=0.32,
        sample=(257, 52),
    ),
    ("plain", "portrait"): Layout(
        page=(210, 297), left=32, right=178, heading="left", heading_x=32, heading_y=70, heading_width=112,
        heading_height=0, heading_scale=0.76, text_top=104, foot=30, beside=False, issuers="left", slack=0.18,
        sample=(178, 70),
    ),
    ("scroll", "landscape"): Layout(
        page=(297, 210), left=36, right=207, heading="downwards", heading_x=260.5, heading_y=105, heading_width=40,
        heading_height=118, heading_scale=0.95, text_top=36, foot=31, beside=True, issuers="right", slack=0.42,
        sample=(207, 27),
    ),
    ("scroll", "portrait"): Layout(
        page=(210, 297), left=33, right=177, heading="downwards", heading_x=105, heading_y=42, heading_width=54,
        heading_height=58, heading_scale=0.66, text_top=102, foot=42, beside=False, issuers="right", slack=0.3,
        sample=(177, 97),
    ),
}  # fmt: skip


def layout_of(design: Design) -> Layout:
    """The places of a design's template and orientation."""
    return _LAYOUTS[design.template, design.orientation]


def draw_ground(canvas: Canvas, design: Design, layout: Layout) -> None:
    """Everything that lies under the text, but for a picture; the origin is the trimmed page's lower left corner."""
    width, height = layout.page
    if design.template == "bronze":
        draw_frame(canvas, width * MM, height * MM)
        y = height - layout.heading_y - (11 if design.orientation == "landscape" else 13)
        draw_divider(canvas, width / 2 * MM, y * MM, min(52, layout.measure * 0.36) * MM)
    elif design.template == "plain":
        draw_rule(canvas, layout.left * MM, layout.right * MM, (height - layout.heading_y - 13) * MM)
    else:
        over = design.bleed
        around = (-over, -over, width + over, height + over)
        if design.orientation == "portrait":
            panel = (14.0, 28.0, width - 14, height - 84)
            ribbons = [
                (x - 2.6, panel[3], x + 2.6, height + over) for x in (width / 3 - 3, width * 2 / 3 + 3)
            ]
        else:
            panel = (15.0, 14.0, width - 73, height - 14)
            ribbons = [(x - 2.6, -over, x + 2.6, height + over) for x in (width - 63.5, width - 9.5)]
        draw_mount(canvas, _points(around), _points(panel), [_points(each) for each in ribbons])


def _points(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    left, bottom, right, top = (value * MM for value in box)
    return left, bottom, right, top


def margin(design: Design) -> float:
    """What lies around the trimmed page: bleed, and room for the crop marks."""
    return design.bleed + (CROP_MARKS if design.crop_marks else 0.0)


def set_boxes(canvas: Canvas, design: Design, layout: Layout) -> None:
    """TrimBox and BleedBox of the page, where there is something around it."""
    around, (width, height) = margin(design), layout.page
    if around:
        canvas.setTrimBox(_points((around, around, around + width, around + height)))
        edge = around - design.bleed
        canvas.setBleedBox(
            _points((edge, edge, around + width + design.bleed, around + height + design.bleed))
        )


def draw_crop_marks(canvas: Canvas, design: Design, layout: Layout) -> None:
    """Two hairlines at each corner, outside the bleed."""
    canvas.saveState()
    canvas.setStrokeColorCMYK(1, 1, 1, 1)  # on every plate
    canvas.setLineWidth(0.25)
    near = max(design.bleed, _GAP)
    width, height = layout.page
    for x, outward in ((0.0, -1), (width, 1)):
        for y, up in ((0.0, -1), (height, 1)):
            canvas.line((x + outward * near) * MM, y * MM, (x + outward * (near + _LENGTH)) * MM, y * MM)
            canvas.line(x * MM, (y + up * near) * MM, x * MM, (y + up * (near + _LENGTH)) * MM)
    canvas.restoreState()
