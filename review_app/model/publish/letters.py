"""The letters to all experts in one file: PDF to print, DOCX to go on working with.  A letter begins a page."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from review_app.model.errors import UsageError
from review_app.model.publish.fonts import Face
from review_app.model.publish.ooxml import document
from review_app.model.publish.paper import INK, MARGIN, MEASURE, Paper, printable
from review_app.model.publish.pdf import POINTS_PER_MM as MM
from review_app.model.workspace.letters import Letter, LetterLanguage, LetterLine

TOP, BOTTOM = 34.0, 272.0  # mm: first and last base line
SIZE, LEADING, INDENT = 12.0, 1.75, 2.0  # points, em, em
TITLE = 20.0


def letters_pdf(letters: Sequence[Letter], title: str, language: LetterLanguage) -> bytes:
    """A PDF of A4 pages; the same letters give the same bytes.  A character that the faces lack stands as its code
    point.  Raises UsageError ``nothing-to-print``."""
    if not letters:
        raise UsageError("nothing-to-print")
    texts = [printable(line.text, face) for each in letters for line in each.lines for face in Face]
    with Paper(title, texts) as paper:
        paper.colour(INK)
        for letter in letters:
            _Sheet(paper, language).draw(letter)
        return paper.finish()


class _Sheet:
    """One letter, on as many pages as it takes."""

    def __init__(self, paper: Paper, language: LetterLanguage) -> None:
        self.paper = paper
        self.indented = language == "zh"
        self.top = TOP

    def draw(self, letter: Letter) -> None:
        """Draws ``letter`` and ends its last page."""
        before = ""
        for line in letter.lines:
            if line.kind == "right" and before != "right":
                self.top += 8
            elif (line.kind == "apart") != (before == "apart"):
                self.top += 3
            self._draw(line)
            before = line.kind
        self.paper.canvas.showPage()

    def _draw(self, line: LetterLine) -> None:
        paper = self.paper
        if line.kind == "title":
            text = printable(line.text, Face.SERIF)
            for found in paper.lines(text, TITLE, MEASURE, Face.SERIF):
                paper.put(found, MARGIN + (MEASURE - found.width / MM) / 2, self.top, TITLE, Face.SERIF)
                self.top += TITLE * 1.4 / MM
            self.top += 6
            return
        text = printable(line.text)
        inset = INDENT * SIZE / MM if line.kind == "apart" else 0.0
        indent = INDENT if line.kind == "text" and self.indented else 0.0
        step = SIZE * LEADING / MM
        for found in paper.lines(text, SIZE, MEASURE - inset, indent=indent):
            if self.top > BOTTOM:
                paper.canvas.showPage()
                paper.colour(INK)
                self.top = TOP
            x = MARGIN + inset
            if line.kind == "right":
                x = MARGIN + MEASURE - found.width / MM
            paper.put(found, x, self.top, SIZE)
            self.top += step
        if not self.indented:
            self.top += 1.2


def letters_docx(letters: Sequence[Letter], language: LetterLanguage) -> bytes:
    """A DOCX of A4 pages (Office Open XML, ECMA-376 part 1) that says nothing about when and by whom it was made; the
    same letters give the same bytes.  Raises UsageError ``nothing-to-print``."""
    if not letters:
        raise UsageError("nothing-to-print")
    body = "".join(
        _paragraph(line, breaks=number > 0 and place == 0)
        for number, letter in enumerate(letters)
        for place, line in enumerate(letter.lines)
    )
    return document(body, _styles(language), margins=(1701, 1361, 1361, 1361))


def _styles(language: LetterLanguage) -> str:
    """Word's and WPS's usual faces for letters; every style a paragraph has is here."""
    fonts = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="{}"/>'
    indent = '<w:ind w:firstLineChars="200" w:firstLine="480"/>' if language == "zh" else ""
    after = "0" if language == "zh" else "120"
    spacing = f'<w:spacing w:line="420" w:lineRule="auto" w:after="{after}"/>'
    made = [
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        + fonts.format("仿宋")
        + '<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="en-GB" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    ]
    for name, paragraph, run in (
        (
            "title",
            '<w:spacing w:after="360"/><w:jc w:val="center"/>',
            fonts.format("黑体") + '<w:sz w:val="36"/>',
        ),
        ("opening", spacing, ""),
        ("text", f'{spacing}{indent}<w:jc w:val="both"/>', ""),
        ("apart", f'{spacing}<w:ind w:left="480"/>', "<w:b/>"),
        ("right", f'<w:keepLines/>{spacing}<w:jc w:val="right"/>', ""),
    ):
        default = ' w:default="1"' if name == "text" else ""
        made.append(
            f'<w:style w:type="paragraph" w:styleId="{name}"{default}><w:name w:val="letter {name}"/>'
            f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
        )
    return "".join(made)


def _paragraph(line: LetterLine, *, breaks: bool) -> str:
    first = "<w:pageBreakBefore/>" if breaks else ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{line.kind}"/>{first}</w:pPr>'
        f'<w:r><w:t xml:space="preserve">{escape(_plain(line.text))}</w:t></w:r></w:p>'
    )


def _plain(text: str) -> str:
    """``text`` without what XML 1.0 can't carry."""
    return "".join(c for c in text if c >= " " and not 0xD800 <= ord(c) <= 0xDFFF and c not in "\ufffe\uffff")
