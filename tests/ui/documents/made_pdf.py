"""PDF files made for the tests: a sound one with Chinese text and a picture, and some that take for ever."""

from __future__ import annotations

import io

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from review_app.model.publish.fonts import Face, PdfFonts

TITLE = "年度报告：文化嘉定云"


def sound(pages: int = 3) -> bytes:
    """A4 pages with Chinese text on each and a blue square on the second."""
    picture = Image.new("RGB", (64, 64), (36, 89, 143))
    target = io.BytesIO()
    numbers = "第一二三四五六七八九十页 0123456789"
    with PdfFonts({Face.SERIF: [TITLE, numbers]}) as fonts:
        canvas = Canvas(target, pagesize=(595, 842), invariant=1, initialFontName=fonts.name(Face.SERIF))
        for page in range(pages):
            canvas.setFont(fonts.name(Face.SERIF), 28)
            canvas.drawString(80, 700, TITLE)
            canvas.drawString(80, 640, f"第 {page + 1} 页")
            if page == 1:
                canvas.drawImage(ImageReader(picture), 200, 200, 200, 200)
            canvas.showPage()
        canvas.save()
    return target.getvalue()


COLUMNS = (
    "嘉定区把分散在图书馆、文化馆和社区的两百多项公共文化服务接到同一个入口。"
    "居民用一张二维码预约场馆、借阅图书、报名活动，排队时间从四十分钟降到五分钟。",
    "The platform brings two hundred services of libraries and community halls together, so that a resident "
    "books a room, borrows a book or signs up for a course with one code.",
)


def varied() -> bytes:
    """Four pages of two columns, the first Chinese and the second English: plain; landscape by a turn of 90 degrees
    that sets the text upright; upside down; and on its side, with a crop box that takes 50 points off each side."""
    import pypdfium2

    target = io.BytesIO()
    with PdfFonts({Face.SERIF: [*COLUMNS, TITLE]}) as fonts:
        canvas = Canvas(target, pagesize=(595, 842), invariant=1, initialFontName=fonts.name(Face.SERIF))
        for page in range(4):
            if page == 1:
                canvas.translate(595, 0)
                canvas.rotate(90)
                canvas.translate(0, -250)
            canvas.setFont(fonts.name(Face.SERIF), 22)
            canvas.drawString(70, 760, TITLE)
            canvas.setFont(fonts.name(Face.SERIF), 12)
            for column, (text, width) in enumerate(zip(COLUMNS, (17, 34), strict=True)):
                words = [text[start : start + width] for start in range(0, len(text), width)]
                for line, part in enumerate(words):
                    canvas.drawString(70 + 240 * column, 700 - 20 * line, part)
            canvas.showPage()
        canvas.save()
    document = pypdfium2.PdfDocument(target.getvalue())
    for number, turn in enumerate((0, 90, 180, 270)):
        document[number].set_rotation(turn)
    document[3].set_cropbox(50, 50, 545, 792)
    turned = io.BytesIO()
    document.save(turned)
    return turned.getvalue()


def _file(objects: list[bytes]) -> bytes:
    out, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return bytes(out) + b"trailer <</Root 1 0 R /Size %d>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        table,
    )


def hangs_when_opened() -> bytes:
    """A page tree whose branches all lead to the next level, eight times each, and to no page: 8^39 ways to count."""
    levels, first = 40, 2
    objects = [b"<</Type/Catalog/Pages 2 0 R>>"]
    for level in range(levels):
        below = b"%d 0 R " % (first + level + 1) * 8 if level < levels - 1 else b""
        objects.append(b"<</Type/Pages/Kids[%s]>>" % below)
    return _file(objects)


def hangs_when_drawn() -> bytes:
    """Two pages; the first draws a form that draws a form twelve times, twelve levels deep."""
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents %d 0 R/Resources<</XObject<</X 7 0 R>>>>>>"
    )
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>",
        page % 5,
        page % 6,
        b"<</Length 6>>\nstream\n/X Do \nendstream",
        b"<</Length 21>>\nstream\n0 0 1 rg 0 0 300 300 re f\nendstream",
    ]
    levels = 12
    for level in range(levels):
        body, resources = b"0 0 m 300 300 l S ", b""
        if level < levels - 1:
            body, resources = b"/X Do " * 12, b"/Resources<</XObject<</X %d 0 R>>>>" % (8 + level)
        head = b"<</Type/XObject/Subtype/Form/BBox[0 0 300 300]%s/Length %d>>" % (resources, len(body))
        objects.append(head + b"\nstream\n" + body + b"\nendstream")
    return _file(objects)


def calls_home(port: int, folder: str) -> bytes:
    """Asks the reader for an address, a script, a program and another file as soon as it is opened."""
    address = b"http://127.0.0.1:%d/x" % port
    place = folder.encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/OpenAction 4 0 R/AA<</WC 5 0 R>>>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/AA<</O 6 0 R>>/Contents 7 0 R"
        b"/Resources<</XObject<</X 8 0 R>>>>>>",
        b"<</S/URI/URI(%s)/Next 5 0 R>>" % address,
        b"<</S/JavaScript/JS(app.launchURL\\('%s'\\);)/Next 6 0 R>>" % address,
        b"<</S/Launch/F(%s/bait.txt)/Next<</S/GoToR/F(%s/bait.txt)/D[0/Fit]>>>>" % (place, place),
        b"<</Length 26>>\nstream\n/X Do 0 0 100 100 re f    \nendstream",
        b"<</Type/XObject/Subtype/Image/Width 8/Height 8/BitsPerComponent 8/ColorSpace/DeviceRGB"
        b"/F(%s/bait.png)/Length 0>>\nstream\n\nendstream" % place,
    ]
    return _file(objects)


def endless_pages(count: int) -> bytes:
    """``count`` pages that are one and the same object's twins: small, and many."""
    kids = b" ".join(b"%d 0 R" % (3 + number) for number in range(count))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count)]
    objects += [b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 300]>>"] * count
    return _file(objects)


def endless_text(count: int) -> bytes:
    """One page with ``count`` characters on it, in lines over each other."""
    lines = b"".join(
        b"(" + b"%08d " % line * 110 + b"0123456789) Tj 0 -%d Td\n" % (line % 3)
        for line in range(count // 1000)
    )
    stream = b"BT /F 1 Tf 10 290 Td\n" + lines + b"ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    return _file(objects)


def endless_size() -> bytes:
    """Three pages: a million points each way, a sliver, and one whose box is no box."""
    kids = b"3 0 R 4 0 R 5 0 R"
    boxes = (b"0 0 1000000 1000000", b"0 0 1000000 1", b"9 9 9 9")
    pages = [
        b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 6 0 R/Resources<</Font<</F 7 0 R>>>>>>" % box
        for box in boxes
    ]
    stream = b"BT /F 100000 Tf 1000 1000 Td (Large) Tj ET 0 0 1 rg 0 0 500000 500000 re f"
    return _file(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[%s]/Count 3>>" % kids,
            *pages,
            b"<</Length %d>>\nstream\n%s\nendstream" % (len(stream), stream),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ]
    )


def bites_its_tail() -> bytes:
    """A form that draws itself, a pattern that is filled with itself, and a page tree that is its own branch."""
    return _file(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R 2 0 R 3 0 R]/Count 3>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R"
            b"/Resources<</XObject<</X 5 0 R>>/Pattern<</P 6 0 R>>>>>>",
            b"<</Length 48>>\nstream\n/X Do /Pattern cs /P scn 0 0 300 300 re f /X Do \nendstream",
            b"<</Type/XObject/Subtype/Form/BBox[0 0 300 300]/Resources<</XObject<</X 5 0 R>>>>/Length 12>>"
            b"\nstream\n/X Do /X Do \nendstream",
            b"<</Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep .0001/YStep .0001"
            b"/Resources<</Pattern<</P 6 0 R>>>>/Length 37>>\nstream\n/Pattern cs /P scn 0 0 300 300 re f  \n"
            b"endstream",
        ]
    )
