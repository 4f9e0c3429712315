"""The plain HTML that mammoth makes of a Word document, as blocks, and blocks as Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

_SPECIAL = re.compile(r"([\\`*_\[\]<>|])")
_PICTURE = re.compile("\ue000([0-9]{1,4})\ue001")
"""Where a picture stood; characters for private use, which no form has and no text means."""
_LINE_START = re.compile(
    r"\s*(#{1,6}(?=\s|$)|[-+](?=\s|$)|[0-9]{1,9}[.)](?=\s|$)"
    r"|-(?=[-\s]*$)|=(?=[=\s]*$)|~(?=~~))"  # a rule, or what makes the line above a heading; a fence
)
_HEADING_END = re.compile(r"(?<!\S)#+(?=\s*$)")


@dataclass
class Block:
    """A heading (``level`` 1 to 6), a paragraph (0), a list item (its depth in ``level``) or a table (``rows``).

    ``text`` is plain, ``markdown`` escaped and with emphasis."""

    kind: str
    level: int = 0
    text: str = ""
    markdown: str = ""
    ordered: bool = False
    rows: list[list[str]] = field(default_factory=list)


def blocks_of(html: str) -> list[Block]:
    """The blocks of ``html`` in order."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    parser.finish()
    return [block for block in parser.blocks if block.text.strip() or block.rows]


def picture_mark(number: int) -> str:
    """What stands in a text for its picture ``number`` until :func:`with_pictures` says it in words."""
    return f"\ue000{number}\ue001"


def with_pictures(text: str, words: Mapping[int, str]) -> str:
    """``text`` with the words of each picture where it stood."""
    return _PICTURE.sub(lambda found: words.get(int(found[1]), ""), text)


def bare(text: str) -> str:
    """``text`` without the marks of pictures."""
    return _PICTURE.sub("", text)


def to_markdown(blocks: list[Block]) -> str:
    """Markdown of ``blocks``, with an empty line between them (list items stay together)."""
    parts: list[str] = []
    previous = ""
    for block in blocks:
        if parts:
            parts.append("\n" if block.kind == previous == "item" else "\n\n")
        parts.append(_render(block))
        previous = block.kind
    return "".join(parts) + "\n"


def escape(text: str) -> str:
    """``text`` so that Markdown shows it as it is."""
    escaped = _HEADING_END.sub(r"\\\g<0>", _SPECIAL.sub(r"\\\1", text))
    found = _LINE_START.match(escaped)
    if found:
        place = found.end(1) - 1
        escaped = f"{escaped[:place]}\\{escaped[place:]}"
    return escaped


def _render(block: Block) -> str:
    if block.kind == "heading":
        return f"{'#' * block.level} {block.markdown}"
    if block.kind == "item":
        return f"{'   ' * (block.level - 1)}{'1.' if block.ordered else '-'} {block.markdown}"
    if block.kind != "table":
        return block.markdown
    width = max(len(row) for row in block.rows)
    rows = [row + [""] * (width - len(row)) for row in block.rows]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]])


class _Parser(HTMLParser):
    """Collects blocks; what stands inside a table cell is joined with spaces, a picture in a heading comes after it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._open: Block | None = None
        self._lists: list[bool] = []
        self._table: Block | None = None
        self._tables = 0
        self._emphasis: list[str] = []
        self._waiting: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._tables += 1
            if self._tables == 1:
                self._finish()
                self._table = Block("table")
        elif tag == "tr" and self._table is not None and self._tables == 1:
            self._table.rows.append([])
        elif tag in ("td", "th") and self._table is not None and self._tables == 1:
            self._finish()
            self._open = Block("cell")
        elif tag in ("ul", "ol"):
            self._finish_unless_cell()
            self._lists.append(tag == "ol")
        elif tag == "br":
            self._add(" ", " ")
        elif tag in ("strong", "em") and not self._emphasis:
            self._emphasis.append("")
        elif tag == "img":
            self._picture(dict(attrs).get("src") or "")
        elif re.fullmatch(r"h[1-6]|p|li", tag):
            self._start(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "table":
            self._tables -= 1
            if self._tables == 0 and self._table is not None:
                self._finish()
                self._table.rows = [row for row in self._table.rows if row]
                self.blocks.append(self._table)
                self._table = None
        elif tag in ("td", "th") and self._tables == 1:
            self._finish()
        elif tag in ("ul", "ol") and self._lists:
            self._finish_unless_cell()
            self._lists.pop()
        elif tag in ("strong", "em") and self._emphasis:
            text = self._emphasis.pop()
            mark = "**" if tag == "strong" else "*"
            bare = text.strip()
            self._append_markdown(text.replace(bare, f"{mark}{bare}{mark}") if bare else text)
        elif re.fullmatch(r"h[1-6]|p|li", tag):
            if self._table is not None:
                self._add(" ", " ")
            elif not (tag == "p" and self._open is not None and self._open.kind == "item"):
                self._finish()

    def handle_data(self, data: str) -> None:
        if self._open is None and data.strip() and self._table is None:
            self._open = Block("paragraph")
        collapsed = re.sub(r"\s+", " ", data)
        self._add(collapsed, escape(collapsed))

    def finish(self) -> None:
        """Ends what the text left open."""
        while self._emphasis:
            self._append_markdown(self._emphasis.pop())
        self._finish()

    def _start(self, tag: str) -> None:
        if self._table is not None:
            return
        if tag == "p" and self._open is not None and self._open.kind == "item":
            return
        self._finish()
        if tag == "li":
            self._open = Block(
                "item", max(1, len(self._lists)), ordered=bool(self._lists and self._lists[-1])
            )
        elif tag == "p":
            self._open = Block("paragraph")
        else:
            self._open = Block("heading", int(tag[1]))

    def _picture(self, mark: str) -> None:
        if not _PICTURE.fullmatch(mark):
            return
        if self._open is not None and self._open.kind == "heading":
            self._waiting.append(mark)
            return
        if self._open is None and self._table is None:
            self._open = Block("paragraph")
        self._add(mark, mark)

    def _add(self, text: str, markdown: str) -> None:
        if self._open is None:
            return
        self._open.text += text
        if self._emphasis:
            self._emphasis[-1] += markdown
        else:
            self._append_markdown(markdown)

    def _append_markdown(self, markdown: str) -> None:
        if self._open is not None:
            self._open.markdown += markdown

    def _finish_unless_cell(self) -> None:
        if self._table is None:
            self._finish()

    def _finish(self) -> None:
        block, self._open = self._open, None
        if block is None:
            return
        block.text, block.markdown = block.text.strip(), block.markdown.strip()
        if block.kind == "cell":
            if self._table is not None and self._table.rows:
                self._table.rows[-1].append(block.markdown)
                self._table.text += block.text
        else:
            self.blocks.append(block)
            marks, self._waiting = "".join(self._waiting), []
            if marks:
                self.blocks.append(Block("paragraph", text=marks, markdown=marks))
