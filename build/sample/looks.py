"""Four templates: each a cover, what stands at the head and foot of a page, and a way to set headings."""

from __future__ import annotations

from dataclasses import replace

from reportlab.lib.colors import HexColor

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
from .report import NOTICE
from .sheet import PAGE_HEIGHT, PAGE_WIDTH, Look, Sheet
from .typeset import Type, break_lines, draw_centred, draw_line, draw_lines, draw_right


def _title(sheet: Sheet) -> str:
    return sheet.report.title


def _title_lines(sheet: Sheet, kind: Type, width: float) -> tuple[list[str], Type]:
    """The title on one line, or with its “（样例）” on a second; the type shrinks until the first fits."""
    title = _title(sheet)
    if kind.width(title) <= width:
        return [title], kind
    mark = title.rfind("（")
    lines = [title[:mark], title[mark:]] if mark > 0 else [title]
    while kind.width(lines[0]) > width:
        kind = replace(kind, size=kind.size - 0.5)
    return lines, kind


# --- bluebook: a deep blue panel over the cover, serif text -------------------------------------------------


def _bluebook_cover(sheet: Sheet) -> None:
    canvas, report, left = sheet.canvas, sheet.report, 64.0
    panel = PAGE_HEIGHT * 0.44
    sheet.fill(0, panel, PAGE_WIDTH, PAGE_HEIGHT - panel, BLUE_DARK)
    canvas.saveState()
    clip = canvas.beginPath()
    clip.rect(0, panel, PAGE_WIDTH, PAGE_HEIGHT - panel)
    canvas.clipPath(clip, stroke=0, fill=0)
    canvas.setStrokeColor(HexColor("#2f6ea6"))
    canvas.setLineWidth(0.7)
    for radius in range(60, 460, 40):
        canvas.circle(PAGE_WIDTH - 40, PAGE_HEIGHT - 20, radius)
    canvas.restoreState()

    draw_line(canvas, left, PAGE_HEIGHT - 92, NOTICE, Type(sheet.sans, 10.5, "#cfe0f0"))
    title = Type(sheet.serif, 31, WHITE, 0.02)
    lines, title = _title_lines(sheet, title, PAGE_WIDTH - 2 * left)
    y = draw_lines(canvas, left, panel + 122 + 44 * (len(lines) - 1), lines, title, 44)
    sheet.fill(left, y + 22, 46, 3, AMBER)
    draw_line(canvas, left, y - 12, report.subtitle, Type(sheet.serif, 13, "#e3edf6"))
    draw_line(canvas, left, panel + 26, report.issuer, Type(sheet.sans, 11, "#cfe0f0"))
    _cover_facts(sheet, left, panel - 66, PAGE_WIDTH - 2 * left)
    _cover_foot(sheet, left)


def _cover_facts(sheet: Sheet, x: float, y: float, width: float) -> None:
    """The key facts side by side, a figure over its label."""
    facts = sheet.report.cover
    step = width / len(facts)
    label = sheet.small(INK, 9.5)
    for number, (figure, text) in enumerate(facts):
        left = x + number * step
        sheet.rule(left, left + step - 18, y + 34, sheet.look.accent, 1.2)
        size = 21.0
        while Type(sheet.sans, size, INK).width(figure) > step - 20:
            size -= 0.5
        draw_line(sheet.canvas, left, y + 6, figure, Type(sheet.sans, size, sheet.look.accent, 0.025))
        draw_lines(sheet.canvas, left, y - 14, break_lines(text, label, step - 22), label, 15)


def _cover_foot(sheet: Sheet, x: float) -> None:
    lines = [
        "本附件按公开报道所载事实编写，供样例评审演示使用，不是该单位出具的文件。",
        "标明“示意数据”的图表为演示而设，不代表实际情况；标明“推算”的数由所列事实算得。",
    ]
    draw_lines(sheet.canvas, x, 84, lines, sheet.small(), 15)


def _bluebook_frame(sheet: Sheet) -> None:
    look, canvas = sheet.look, sheet.canvas
    right = PAGE_WIDTH - look.right
    y = PAGE_HEIGHT - 46
    draw_line(canvas, look.left, y, _title(sheet), sheet.small(look.accent))
    draw_right(canvas, right, y, sheet.report.issuer, sheet.small())
    sheet.rule(look.left, right, y - 8, look.accent, 0.6)
    sheet.fill(right - 26, 34, 26, 16, look.accent, 3)
    draw_centred(canvas, right - 13, 39, str(sheet.page), sheet.small(WHITE, 9))
    draw_line(canvas, look.left, 39, NOTICE, sheet.small(size=8))


def _bluebook_heading(sheet: Sheet, text: str) -> None:
    sheet.fill(sheet.x, sheet.y - 17, 4, 17, sheet.look.accent)
    draw_line(sheet.canvas, sheet.x + 12, sheet.y - 15, text, sheet.strong(16, BLUE_DARK))
    sheet.y -= 34


# --- classic: warm paper, everything centred, ornaments in amber --------------------------------------------


def _classic_cover(sheet: Sheet) -> None:
    canvas, report, middle = sheet.canvas, sheet.report, PAGE_WIDTH / 2
    canvas.setStrokeColor(HexColor(AMBER))
    for inset, thickness in ((36.0, 1.4), (42.0, 0.5)):
        canvas.setLineWidth(thickness)
        canvas.rect(inset, inset, PAGE_WIDTH - 2 * inset, PAGE_HEIGHT - 2 * inset)
    draw_centred(canvas, middle, PAGE_HEIGHT - 104, NOTICE, sheet.small(SOFT, 10.5))
    title = Type(sheet.serif, 29, INK, 0.02)
    lines, title = _title_lines(sheet, title, PAGE_WIDTH - 150)
    y = PAGE_HEIGHT - 250
    for text in lines:
        draw_centred(canvas, middle, y, text, title)
        y -= 42
    _diamond_rule(sheet, middle, y + 6, 150)
    draw_centred(canvas, middle, y - 30, report.subtitle, Type(sheet.serif, 13, SOFT))

    y = 372.0
    figure, label = Type(sheet.serif, 15, INK, 0.02), Type(sheet.serif, 11, SOFT)
    for value, text in report.cover:
        draw_right(canvas, middle - 14, y, value, figure)
        draw_lines(canvas, middle + 14, y, break_lines(text, label, 190), label, 16)
        sheet.rule(120, PAGE_WIDTH - 120, y - 17, "#e4dac4", 0.5)
        y -= 41
    draw_centred(canvas, middle, 142, report.issuer, Type(sheet.serif, 13, INK))
    for number, text in enumerate(
        (
            "本附件按公开报道所载事实编写，供样例评审演示使用，不是该单位出具的文件。",
            "标明“示意数据”者为演示而设，“推算”者由所列事实算得。",
        )
    ):
        draw_centred(canvas, middle, 92 - 14 * number, text, sheet.small())


def _diamond_rule(sheet: Sheet, x: float, y: float, half: float) -> None:
    sheet.rule(x - half, x - 12, y, AMBER, 0.7)
    sheet.rule(x + 12, x + half, y, AMBER, 0.7)
    diamond = sheet.canvas.beginPath()
    diamond.moveTo(x - 4, y)
    diamond.lineTo(x, y + 4)
    diamond.lineTo(x + 4, y)
    diamond.lineTo(x, y - 4)
    diamond.close()
    sheet.canvas.setFillColor(HexColor(AMBER))
    sheet.canvas.drawPath(diamond, stroke=0, fill=1)


def _classic_frame(sheet: Sheet) -> None:
    middle = PAGE_WIDTH / 2
    draw_centred(sheet.canvas, middle, PAGE_HEIGHT - 50, _title(sheet), Type(sheet.serif, 9, SOFT))
    sheet.rule(sheet.x, PAGE_WIDTH - sheet.look.right, PAGE_HEIGHT - 58, "#dccfae", 0.5)
    draw_centred(sheet.canvas, middle, 42, f"— {sheet.page} —", Type(sheet.serif, 10, INK))
    draw_right(sheet.canvas, PAGE_WIDTH - sheet.look.right, 42, NOTICE, sheet.small(size=7.5))


def _classic_heading(sheet: Sheet, text: str) -> None:
    middle = sheet.x + sheet.width / 2
    draw_centred(sheet.canvas, middle, sheet.y - 16, text, Type(sheet.serif, 17, INK, 0.025))
    _diamond_rule(sheet, middle, sheet.y - 30, 46)
    sheet.y -= 50


# --- margin: sans text, headings in a column of their own ---------------------------------------------------


def _margin_cover(sheet: Sheet) -> None:
    canvas, report, left = sheet.canvas, sheet.report, 56.0
    cell, columns, rows = 37.2, 16, 7
    shades = (GREEN, "#4b9474", "#8fbfa6", "#c4dfd0", GREEN_PALE, WHITE, WHITE)
    for row in range(rows):
        for column in range(columns):
            # a fixed pattern that thins out downwards; 5 and 3 have no common factor with the palette
            shade = shades[min(len(shades) - 1, max(0, row - 2 + (column * 5 + row * 3) % 7 // 2))]
            sheet.fill(column * cell, PAGE_HEIGHT - (row + 1) * cell, cell - 2, cell - 2, shade)
    draw_line(canvas, left, 524, NOTICE, sheet.small(GREEN, 10.5))
    title = Type(sheet.sans, 30, INK, 0.03)
    lines, title = _title_lines(sheet, title, PAGE_WIDTH - 2 * left)
    y = draw_lines(canvas, left, 474, lines, title, 42)
    draw_line(canvas, left, y + 6, report.subtitle, Type(sheet.sans, 13, SOFT))
    draw_line(canvas, left, y - 18, report.issuer, Type(sheet.sans, 11, INK))
    _cover_facts(sheet, left, 236, PAGE_WIDTH - 2 * left)
    _cover_foot(sheet, left)


def _margin_frame(sheet: Sheet) -> None:
    outer = 56.0
    sheet.fill(0, PAGE_HEIGHT - 14, PAGE_WIDTH, 14, sheet.look.accent)
    draw_line(sheet.canvas, outer, PAGE_HEIGHT - 44, _title(sheet), sheet.small())
    draw_right(sheet.canvas, PAGE_WIDTH - sheet.look.right, PAGE_HEIGHT - 44, NOTICE, sheet.small())
    draw_line(sheet.canvas, outer, 42, f"{sheet.page:02d}", sheet.strong(15, sheet.look.accent))
    draw_line(sheet.canvas, outer + 26, 42, f"/ {sheet.report.page_count:02d}", sheet.small())
    sheet.rule(outer, PAGE_WIDTH - sheet.look.right, 64, RULE, 0.5)


def _margin_heading(sheet: Sheet, text: str) -> None:
    """In the margin, level with the first line of what follows, under a rule over the full width."""
    outer = 56.0
    sheet.rule(outer, PAGE_WIDTH - sheet.look.right, sheet.y, sheet.look.accent, 1.2)
    kind = sheet.strong(13.5, sheet.look.accent)
    draw_lines(sheet.canvas, outer, sheet.y - 24, break_lines(text, kind, sheet.x - outer - 16), kind, 20)
    sheet.y -= 11


# --- record: a plain file cover with a table of particulars, a coloured edge --------------------------------


def _record_cover(sheet: Sheet) -> None:
    canvas, report, left = sheet.canvas, sheet.report, 84.0
    right = PAGE_WIDTH - 64
    sheet.fill(0, 0, 26, PAGE_HEIGHT, sheet.look.accent)
    sheet.fill(26, 0, 4, PAGE_HEIGHT, AMBER)
    draw_line(canvas, left, PAGE_HEIGHT - 96, NOTICE, sheet.small(AMBER, 10.5))
    title = Type(sheet.serif, 30, INK, 0.025)
    lines, title = _title_lines(sheet, title, right - left)
    y = draw_lines(canvas, left, PAGE_HEIGHT - 168, lines, title, 44)
    draw_line(canvas, left, y + 6, report.subtitle, Type(sheet.serif, 13, SOFT))

    y = PAGE_HEIGHT - 390
    rows = [("材料性质", "案例附件（样例）"), ("相关单位", report.issuer), *report.cover]
    label, value = sheet.small(SOFT, 10.5), Type(sheet.sans, 11.5, INK)
    sheet.rule(left, right, y + 24, sheet.look.accent, 1.2)
    for name, text in rows:
        draw_line(canvas, left, y, name, label)
        wrapped = break_lines(text, value, right - left - 128)
        y = draw_lines(canvas, left + 128, y, wrapped, value, 18) + 3
        sheet.rule(left, right, y, RULE, 0.5)
        y -= 22
    _cover_foot(sheet, left)


def _record_frame(sheet: Sheet) -> None:
    right = PAGE_WIDTH - sheet.look.right
    sheet.fill(0, 0, 10, PAGE_HEIGHT, sheet.look.accent)
    draw_line(sheet.canvas, sheet.x, PAGE_HEIGHT - 48, _title(sheet), sheet.small(INK))
    draw_right(sheet.canvas, right, PAGE_HEIGHT - 48, NOTICE, sheet.small(AMBER))
    draw_right(sheet.canvas, right, 40, f"第 {sheet.page} 页，共 {sheet.report.page_count} 页", sheet.small())
    draw_line(sheet.canvas, sheet.x, 40, sheet.report.issuer, sheet.small())
    sheet.rule(sheet.x, right, 54, RULE, 0.5)


def _record_heading(sheet: Sheet, text: str) -> None:
    draw_line(sheet.canvas, sheet.x, sheet.y - 16, text, sheet.strong(15.5, sheet.look.accent))
    sheet.rule(sheet.x, sheet.x + sheet.width, sheet.y - 25, sheet.look.accent, 0.8)
    sheet.y -= 38


LOOKS = {
    "bluebook": Look(
        BLUE, BLUE_PALE, WHITE, True, 64, 64, 86, 66, _bluebook_cover, _bluebook_frame, _bluebook_heading
    ),
    "classic": Look(
        AMBER, AMBER_PALE, PAPER, True, 76, 76, 88, 70, _classic_cover, _classic_frame, _classic_heading
    ),
    "margin": Look(
        GREEN,
        GREEN_PALE,
        WHITE,
        False,
        162,
        56,
        76,
        78,
        _margin_cover,
        _margin_frame,
        _margin_heading,
        10.5,
        19,
    ),
    "record": Look(
        BLUE, BLUE_PALE, WHITE, True, 72, 62, 82, 68, _record_cover, _record_frame, _record_heading
    ),
}
