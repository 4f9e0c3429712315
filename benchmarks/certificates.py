"""A thousand certificates against the same pages drawn with reportlab alone, and against LibreOffice.

The bare drawing is what anybody would write: the same fonts registered once, frame, divider and QR code drawn on every
page, every string at a fixed place in a fixed size; nothing is measured, broken into lines, checked or shaped.  Both
get the codes' texts and make the codes with the same function.

LibreOffice converts a document as a mail merge leaves it: one page a certificate, with its own texts and its own code
as a picture, the frame as a page border.  Both sides do the same number of pages; ``REVIEW_BENCH_CERTIFICATES=full``
lets LibreOffice do a thousand, too.  Ours counts from the texts to the bytes in one file, fonts and codes included.
"""

from __future__ import annotations

import datetime
import io
import os
import shutil
import subprocess
import tempfile
import time
import zipfile
from pathlib import Path

import numpy as np
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from benchmarks.figure import Figure
from review_app.model.crypto.keys import b64u, public_of
from review_app.model.publish.award import Award, sign_award
from review_app.model.publish.certificate import Certificate, each_certificate, render_certificates
from review_app.model.publish.fonts import Face, PdfFonts
from review_app.model.publish.ornament import draw_divider, draw_frame
from review_app.model.publish.pdf import POINTS_PER_MM as MM
from review_app.model.publish.pdf import new_canvas
from review_app.model.publish.qr_fast import byte_code

COUNT = 1000
FULL = os.environ.get("REVIEW_BENCH_CERTIFICATES") == "full"
MERGED = COUNT if FULL else 100
GROUPS = 5
"""Parts in which both sides go forward in turns: the computer is not as fast in one minute as in another."""
ROUNDS = 3
"""Times that both sides do the merged pages, in turns; the best of each is taken."""
LIMIT, FASTER, SIZE = 1.5, 10.0, 120_000
SEED = bytes(range(32))


def run() -> list[Figure]:
    """Drawing against bare drawing, against LibreOffice where it is installed, and the largest single file."""
    certificates = [certificate(number) for number in range(COUNT)]
    render_certificates(certificates[:2])  # the faces are read once, by both sides
    bare(certificates[:2])
    ours = drawn = 0.0
    part = COUNT // GROUPS
    for start in range(0, COUNT, part):
        some = certificates[start : start + part]
        if start // part % 2:
            ours += _timed(render_certificates, some)
        drawn += _timed(bare, some)
        if not start // part % 2:
            ours += _timed(render_certificates, some)
    detail = f"{COUNT:,} pages in {ours:.1f} s, reportlab alone {drawn:.1f} s"
    figures = [Figure("certificates, drawing", ours / drawn, LIMIT, "at most", detail)]
    largest = max(map(len, each_certificate(certificates[:100])))
    detail = f"the largest of 100 single files, {largest:,} bytes of {SIZE:,}"
    figures.append(Figure("certificates, size", largest / SIZE, 1.0, "at most", detail))
    if shutil.which("soffice"):
        figures.append(_against_libreoffice(certificates[:MERGED]))
    return figures


def certificate(number: int) -> Certificate:
    """A certificate as a round gives it, with a signed statement of its own."""
    recipient, title, serial = (
        f"示例市数据统筹局第{number}分局",
        f"示例市数据统筹第{number}期",
        f"2026-{number:04d}",
    )
    award = Award(
        award="网络理政十大创新案例",
        campaign="网络理政十大创新案例",
        case=f"case-{number}",
        date="2026-12-16",
        edition="2026年度",
        format="certificate/1",
        issuers=["示例大学发展研究院"],
        organizer=b64u(public_of(SEED)),
        recipient=recipient,
        round_id="66ed3hkbx5b16wngrtphcd9dsj",
        serial=serial,
        title=title,
    )
    return Certificate(
        award.award,
        award.edition,
        recipient,
        title,
        serial,
        tuple(award.issuers),
        datetime.date(2026, 12, 16),
        sign_award(award, SEED),
    )


def _lines(each: Certificate) -> list[tuple[float, float, float, str]]:
    """The strings of a page: x and y in mm, size in points."""
    return [
        (45, 120, 22.4, f"{each.recipient}："),
        (59, 108, 20.0, f"你单位报送的案例“{each.case_title}”，经申报、集体评议与通讯"),
        (45, 94, 20.0, f"匿名评分，入选{each.edition}{each.award}。"),
        (59, 80, 20.0, "特发此证。"),
        (92, 49, 10.0, f"编号 {each.serial}"),
        (92, 42, 8.6, "扫码可见证书内容与签名，"),
        (92, 37, 8.6, "请与本页文字对照；"),
        (92, 32, 8.6, "离线核验见随附说明。"),
        (196, 43, 16.0, each.issuers[0]),
        (190, 34, 14.0, "二〇二六年十二月十六日"),
    ]


def bare(certificates: list[Certificate]) -> bytes:
    """The pages by reportlab alone."""
    texts = [text for each in certificates for _, _, _, text in _lines(each)]
    file = io.BytesIO()
    with PdfFonts({Face.SERIF: [*texts, "荣誉证书"]}) as fonts:
        font = fonts.name(Face.SERIF)
        canvas: Canvas = new_canvas(file, (297, 210), font, title="荣誉证书")
        for each in certificates:
            draw_frame(canvas, 297 * MM, 210 * MM)
            canvas.setFillColorRGB(0.13, 0.11, 0.1)
            canvas.setFont(font, 58)
            for number, character in enumerate("荣誉证书"):
                canvas.drawString((92 + 33 * number) * MM, 155 * MM, character)
            draw_divider(canvas, 148.5 * MM, 144 * MM, 52 * MM)
            for x, y, size, text in _lines(each):
                canvas.setFont(font, size)
                canvas.drawString(x * MM, y * MM, text)
            modules = byte_code(each.code_text())
            image = Image.fromarray(np.where(modules, 0, 255).astype("u1"))
            canvas.drawImage(ImageReader(image), 45 * MM, 29 * MM, 41 * MM, 41 * MM)
            canvas.showPage()
        canvas.save()
    return file.getvalue()


def _timed(make: object, certificates: list[Certificate]) -> float:
    started = time.perf_counter()
    document = make(certificates)
    taken = time.perf_counter() - started
    if document.count(b"/Type /Page\n") + document.count(b"/Type /Page ") != len(certificates):
        raise RuntimeError("a page is missing")
    return taken


def _against_libreoffice(certificates: list[Certificate]) -> Figure:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        merged(folder / "warm.odt", certificates[:2])
        merged(folder / "all.odt", certificates)
        _convert(folder, "warm.odt")  # its profile is made on the first start
        rounds = [
            (_timed(render_certificates, certificates), _convert(folder, "all.odt")) for _ in range(ROUNDS)
        ]
    ours, taken = (min(times) for times in zip(*rounds, strict=True))
    detail = f"{len(certificates):,} pages each: {ours:.2f} s, LibreOffice {taken:.1f} s"
    return Figure("certificates, mail merge", taken / ours, FASTER, "at least", detail)


def _convert(folder: Path, document: str) -> float:
    command = [
        *("soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"),
        *("--convert-to", "pdf", "--outdir", str(folder), document),
    ]
    started = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    taken = time.perf_counter() - started
    if not (folder / document).with_suffix(".pdf").exists():
        raise RuntimeError("LibreOffice wrote no PDF")
    return taken


def merged(path: Path, certificates: list[Certificate]) -> None:
    """A text document with one page a certificate, as a mail merge leaves it."""
    pages, names = [], []
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), _MIMETYPE)
        for number, each in enumerate(certificates):
            file = io.BytesIO()
            Image.fromarray(np.where(byte_code(each.code_text()), 0, 255).astype("u1")).convert("1").save(
                file, "PNG"
            )
            names.append(f"Pictures/{number}.png")
            archive.writestr(names[-1], file.getvalue())
            texts = [text for _, _, _, text in _lines(each)]
            picture = (
                f'<draw:frame draw:name="q{number}" text:anchor-type="as-char" svg:width="41mm" svg:height="41mm">'
                f'<draw:image xlink:href="{names[-1]}" xlink:type="simple"/></draw:frame>'
            )
            body = "".join([texts[1], texts[2]])
            pages.append(
                '<text:p text:style-name="H">荣 誉 证 书</text:p>'
                f'<text:p text:style-name="S">{texts[0]}</text:p><text:p text:style-name="B">{body}</text:p>'
                f'<text:p text:style-name="B">{texts[3]}</text:p>'
                f'<text:p text:style-name="N">{picture}{"".join(texts[4:8])}</text:p>'
                f'<text:p text:style-name="R">{texts[8]}</text:p><text:p text:style-name="R">{texts[9]}</text:p>'
            )
        archive.writestr("content.xml", f"{_CONTENT[0]}{''.join(pages)}{_CONTENT[1]}")
        archive.writestr("styles.xml", _STYLES)
        kinds = [("/", _MIMETYPE), ("content.xml", "text/xml"), ("styles.xml", "text/xml")]
        listed = "".join(
            f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
            for name, kind in [*kinds, *((name, "image/png") for name in names)]
        )
        archive.writestr("META-INF/manifest.xml", f"{_MANIFEST[0]}{listed}{_MANIFEST[1]}")


_MIMETYPE = "application/vnd.oasis.opendocument.text"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = (
    f'xmlns:office="{_ODF}:office:1.0" xmlns:style="{_ODF}:style:1.0" xmlns:text="{_ODF}:text:1.0" '
    f'xmlns:draw="{_ODF}:drawing:1.0" xmlns:fo="{_ODF}:xsl-fo-compatible:1.0" '
    f'xmlns:svg="{_ODF}:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"'
)


def _style(name: str, size: int, paragraph: str, more: str = "") -> str:
    return (
        f'<style:style style:name="{name}" style:family="paragraph"{more}>'
        f"<style:paragraph-properties {paragraph}/>"
        f'<style:text-properties fo:font-size="{size}pt" style:font-size-asian="{size}pt"/></style:style>'
    )


_CONTENT = (
    f"<office:document-content {_SPACES}><office:automatic-styles>"
    + _style("H", 50, 'fo:text-align="center" fo:break-before="page"', ' style:master-page-name="M"')
    + _style("S", 20, 'fo:text-align="start"')
    + _style("B", 18, 'fo:text-align="justify" fo:text-indent="14mm"')
    + _style("N", 9, 'fo:text-align="start"')
    + _style("R", 14, 'fo:text-align="end"')
    + "</office:automatic-styles><office:body><office:text>",
    "</office:text></office:body></office:document-content>",
)
_STYLES = (
    f"<office:document-styles {_SPACES}><office:automatic-styles>"
    '<style:page-layout style:name="P"><style:page-layout-properties fo:page-width="297mm" fo:page-height="210mm" '
    'style:print-orientation="landscape" fo:margin="11mm" fo:padding="15mm" fo:border="1.5pt solid #9e7932"/>'
    "</style:page-layout></office:automatic-styles><office:master-styles>"
    '<style:master-page style:name="M" style:page-layout-name="P"/></office:master-styles></office:document-styles>'
)
_MANIFEST = (f'<manifest:manifest xmlns:manifest="{_ODF}:manifest:1.0">', "</manifest:manifest>")
