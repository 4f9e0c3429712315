"""A report as the bytes of a PDF."""

from __future__ import annotations

import io

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from review_app.model.publish.fonts import Face, PdfFonts

from .blocks import draw_blocks
from .looks import LOOKS
from .palette import WHITE
from .report import NOTICE, Report
from .sheet import PAGE_HEIGHT, PAGE_WIDTH, Sheet

# What the templates and charts print beside the report's own words.
_FIXED = (
    NOTICE + "0123456789.,:%/+-×—" + "第页，共表图单位：　" + "材料性质案例附件（样例）相关"
    "本附件按公开报道所载事实编写，供样例评审演示使用，不是该单位出具的文件。"
    "标明“示意数据”的图表为演示而设，不代表实际情况；标明“推算”的数由所列事实算得。者"
)


def render_pdf(report: Report) -> bytes:
    """The finished PDF. The same report gives the same bytes: no time, no random identifier in it.

    Raises PageOverflow where a page holds too much, InputError ``glyph-missing`` where a face lacks a glyph.
    """
    texts = [*report.strings(), _FIXED]
    file = io.BytesIO()
    with PdfFonts({Face.SANS: texts, Face.SERIF: texts}) as fonts:
        canvas = Canvas(
            file,
            pagesize=A4,
            invariant=1,
            pageCompression=1,
            initialFontName=fonts.name(Face.SERIF),
            lang="zh-CN",
        )
        canvas.setTitle(report.title)
        canvas.setSubject(NOTICE)
        canvas.setAuthor(report.issuer + "（样例）")
        canvas.setCreator("build/sample_attachments.py")
        sheet = Sheet(canvas, report, LOOKS[report.template], fonts.name(Face.SANS), fonts.name(Face.SERIF))
        _start_page(sheet)
        sheet.look.cover(sheet)
        for blocks in report.pages:
            canvas.showPage()
            sheet.page += 1
            _start_page(sheet)
            sheet.look.frame(sheet)
            draw_blocks(sheet, blocks)
        canvas.save()
    return file.getvalue()


def _start_page(sheet: Sheet) -> None:
    sheet.canvas.setFont(sheet.serif, sheet.look.size)
    if sheet.look.paper != WHITE:
        sheet.canvas.setFillColor(HexColor(sheet.look.paper))
        sheet.canvas.rect(0, 0, PAGE_WIDTH, PAGE_HEIGHT, stroke=0, fill=1)
