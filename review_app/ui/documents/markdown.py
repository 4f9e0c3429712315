"""Dossier text to a flat row of small blocks that can be set one after the other.  Pure; knows no Qt.

A dossier is Markdown (CommonMark with tables, HTML off) from people we don't know.  Nothing in it may hide, reorder,
imitate the program or make it slow: format characters become visible, blocks stay short (the cost of setting one grows
with the square of its length), and what is built to explode is shown as it was written, so that nothing is lost.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

from review_app.model.text import visible

PIECE = 4_000
"""Characters of one block at most.  Measured: 20,000 take 30 ms to set, 500,000 take 16 s."""
DEEPEST = 32
"""Nesting of lists and quotes; what is deeper is shown as written."""
COLUMNS = 24
"""Columns of a table; what is wider is shown as written."""
TABLE_WEIGHT = 6_000
"""Of one table block (see :attr:`Block.weight`); a longer table becomes several, each with the heading row."""
CELL_WEIGHT = 60
PARSED, PARSED_LINES = 100_000, 10_000
"""Characters and lines that are read as Markdown at most.  Measured: a second for the worst text of that length; a
longer one leaves a million tokens behind, and cleaning up after them holds up all threads."""
MARKS = 8
"""Combining marks on one character; more are cut, or they would paint over the lines around."""
CELL = 1_500
RUNS = 400
"""Changes of style in one block."""


class Style(Enum):
    """Of a run of characters."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    NOTE = "note"  # the program's words, not the dossier's
    STRUCK = "struck"


_MANY_MARKS = re.compile(rf"[^\w\s]{{{MARKS + 1}}}")  # among other things: a mark is no letter


@dataclass(frozen=True)
class Run:
    """Characters of one style.  ``link`` is the address as written, or empty."""

    text: str
    styles: frozenset[Style] = frozenset()
    link: str = ""


class Kind(Enum):
    """Of a block."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    CODE = "code"
    TABLE = "table"
    FIGURE = "figure"
    RULE = "rule"
    TOO_DEEP = "too-deep"  # says that the rest is shown as written because of its nesting
    TOO_WIDE = "too-wide"  # the same for a table
    TOO_LONG = "too-long"  # the same for the whole


@dataclass(frozen=True)
class Block:
    """One block, at most :data:`PIECE` characters.

    ``depth`` counts the lists around it, ``quote`` the quotes; ``marker`` is the bullet or number of a list item's
    first block; ``level`` a heading's.  ``continues`` joins a piece to the block before without a gap.  A table has
    ``rows`` (of cells of runs, the first is the heading row) and ``aligned`` ("left", "center", "right" a column), a
    figure a ``picture`` (name of an attachment) and its caption as runs.
    """

    kind: Kind
    runs: tuple[Run, ...] = ()
    level: int = 0
    depth: int = 0
    quote: int = 0
    marker: str = ""
    continues: bool = False
    rows: tuple[tuple[tuple[Run, ...], ...], ...] = ()
    aligned: tuple[str, ...] = ()
    picture: str = ""
    tight: bool = False

    @property
    def weight(self) -> int:
        """Characters to set, with a surcharge for what else costs time (blocks, cells, runs)."""
        return 40 + sum(_row_weight(row) for row in self.rows) + sum(8 + len(run.text) for run in self.runs)


def _row_weight(row: tuple[tuple[Run, ...], ...]) -> int:
    return sum(CELL_WEIGHT + sum(8 + len(run.text) for run in cell) for cell in row)


def blocks_of(text: str) -> list[Block]:
    """The blocks of a dossier, in order.  Takes any text; a long one is for a thread of its own."""
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST}).enable("table")
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > PARSED or text.count("\n") > PARSED_LINES:
        return [Block(Kind.TOO_LONG), *_as_written(text)]
    tokens = parser.parse(text)
    if any(token.nesting == 1 and token.level >= DEEPEST - 1 for token in tokens):
        # The parser has silently left out what lies deeper.
        return [Block(Kind.TOO_DEEP), *_as_written(text)]
    return list(_Reader(tokens, text.split("\n")).read())


def decoded(data: bytes) -> str:
    """Dossier bytes as text; what is not UTF-8 shows as the replacement character."""
    return data.decode("utf-8", "replace")


def picture_name(address: str) -> str:
    """The attachment that ``address`` names, or empty: plain file names only, no path, drive, scheme or query."""
    name = unquote(address)
    if not name or len(name) > 255 or name in {".", ".."} or visible(name, 255) != name:
        return ""
    return "" if set(name) & set('/\\:*?"<>|#') else name


def shown(text: str) -> str:
    """``text`` with format characters visible and at most :data:`MARKS` combining marks on one character."""
    if text.replace("\u3000", "").isprintable() and not _MANY_MARKS.search(text):
        return text  # what nearly every text is, a hundred times faster
    readable = visible(text, len(text))
    kept, marks = [], 0
    for character in readable:
        marks = marks + 1 if unicodedata.category(character) in {"Mn", "Me"} else 0
        if marks <= MARKS:
            kept.append(character)
        elif marks == MARKS + 1:
            kept.append("…")
    return "".join(kept)


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in {"W", "F"}


def _pieces(text: str, size: int = PIECE) -> Iterator[str]:
    """``text`` cut into at most ``size`` characters, at a space where one is near."""
    start = 0
    while len(text) - start > size:
        space = text.rfind(" ", start + size * 3 // 4, start + size)
        end = space + 1 if space >= 0 else start + size
        yield text[start:end]
        start = end
    yield text[start:]


def _as_written(text: str, depth: int = 0, quote: int = 0) -> Iterator[Block]:
    """Source text as code blocks of a few lines each."""
    pending: list[str] = []
    held, first = 0, True
    for line in text.rstrip("\n").split("\n"):
        for piece in _pieces(shown(line), PIECE // 2):
            if pending and (held + len(piece) > PIECE or len(pending) >= 60):
                yield Block(
                    Kind.CODE, (Run("\n".join(pending)),), depth=depth, quote=quote, continues=not first
                )
                pending, held, first = [], 0, False
            pending.append(piece)
            held += len(piece) + 1
    if pending:
        yield Block(Kind.CODE, (Run("\n".join(pending)),), depth=depth, quote=quote, continues=not first)


def _split(block: Block) -> Iterator[Block]:
    """``block`` as it is, or as several of at most :data:`PIECE` characters and :data:`RUNS` runs."""
    if len(block.runs) <= RUNS and sum(len(run.text) for run in block.runs) <= PIECE:
        yield block
        return
    collected: list[Run] = []
    held, first = 0, True
    for run in block.runs:
        for piece in _pieces(run.text):
            if collected and (held + len(piece) > PIECE or len(collected) >= RUNS):
                yield replace(
                    block, runs=tuple(collected), marker=block.marker if first else "", continues=not first
                )
                collected, held, first = [], 0, False
            collected.append(replace(run, text=piece))
            held += len(piece)
    yield replace(block, runs=tuple(collected), marker=block.marker if first else "", continues=not first)


@dataclass
class _Level:
    """An open list: its next number, or None for bullets; whether its items stand close together."""

    number: int | None
    tight: bool = False


class _Reader:
    def __init__(self, tokens: list[Token], lines: list[str]) -> None:
        self._tokens, self._lines = tokens, lines
        self._lists: list[_Level] = []
        self._quote = 0
        self._marker = ""

    def read(self) -> Iterator[Block]:
        position = 0
        while position < len(self._tokens):
            token = self._tokens[position]
            position += 1
            match token.type:
                case "bullet_list_open":
                    self._lists.append(_Level(None))
                case "ordered_list_open":
                    self._lists.append(_Level(int(token.attrGet("start") or 1)))
                case "bullet_list_close" | "ordered_list_close":
                    self._lists.pop()
                case "list_item_open":
                    self._open_item(token)
                case "list_item_close":
                    if self._marker:
                        yield self._block(Kind.PARAGRAPH)
                case "blockquote_open":
                    self._quote += 1
                case "blockquote_close":
                    self._quote -= 1
                case "paragraph_open":
                    yield from self._paragraph(self._tokens[position], tight=token.hidden)
                case "heading_open":
                    runs = tuple(self._runs(self._tokens[position].children or []))
                    yield from _split(self._block(Kind.HEADING, runs, level=int(token.tag[1])))
                case "code_block" | "fence":
                    self._marker, marker = "", self._marker
                    if marker:
                        yield self._block(Kind.PARAGRAPH, marker=marker)
                    yield from _as_written(token.content, len(self._lists), self._quote)
                case "hr":
                    yield self._block(Kind.RULE)
                case "table_open":
                    end = position
                    while self._tokens[end].type != "table_close":
                        end += 1
                    yield from self._table(token, self._tokens[position:end])
                    position = end

    def _open_item(self, token: Token) -> None:
        level = self._lists[-1]
        if level.number is None:
            self._marker = "•" if len(self._lists) % 2 else "◦"
        else:
            self._marker = f"{level.number}{token.markup if token.markup in '.)' else '.'}"
            level.number += 1

    def _block(
        self, kind: Kind, runs: tuple[Run, ...] = (), level: int = 0, marker: str = "", tight: bool = False
    ) -> Block:
        marker, self._marker = marker or self._marker, ""
        return Block(
            kind, runs, level=level, depth=len(self._lists), quote=self._quote, marker=marker, tight=tight
        )

    def _paragraph(self, inline: Token, tight: bool) -> Iterator[Block]:
        """A paragraph; pictures in it become figures of their own, in order."""
        waiting: list[Token] = []
        for child in inline.children or []:
            if child.type != "image":
                waiting.append(child)
                continue
            if any(token.content.strip() for token in waiting):
                yield from _split(self._block(Kind.PARAGRAPH, tuple(self._runs(waiting)), tight=tight))
            waiting = []
            yield self._figure(child)
        if not waiting and inline.children:
            return
        runs = tuple(self._runs(waiting))
        if runs or self._marker:
            yield from _split(self._block(Kind.PARAGRAPH, runs, tight=tight))

    def _figure(self, image: Token) -> Block:
        address = str(image.attrGet("src") or "")
        caption = shown(image.content or str(image.attrGet("title") or ""))[:PIECE]
        name = picture_name(address)
        # An address that is no attachment is shown as written, and not loaded.
        link = "" if name else address
        return replace(self._block(Kind.FIGURE, (Run(caption, link=link),)), picture=name)

    def _runs(self, children: list[Token]) -> Iterator[Run]:
        styles: list[Style] = []
        links: list[str] = []
        named = {"strong": Style.STRONG, "em": Style.EMPHASIS, "s": Style.STRUCK}
        collected: list[Run] = []
        for place, token in enumerate(children):
            kind = token.type.removesuffix("_open").removesuffix("_close")
            if kind in named:
                if token.nesting == 1:
                    styles.append(named[kind])
                else:
                    styles.remove(named[kind])
            elif token.type == "link_open":
                links.append(str(token.attrGet("href") or ""))
            elif token.type == "link_close":
                links.pop()
            else:
                extra = {Style.CODE} if token.type == "code_inline" else set()
                text = self._text(token, children, place)
                if text:
                    run = Run(text, frozenset({*styles, *extra}), links[-1] if links else "")
                    last = collected[-1] if collected else None
                    if last is not None and (last.styles, last.link) == (run.styles, run.link):
                        collected[-1] = replace(run, text=last.text + text)
                    else:
                        collected.append(run)
        return iter(collected)

    @staticmethod
    def _text(token: Token, children: list[Token], place: int) -> str:
        if token.type == "hardbreak":
            return "\n"
        if token.type == "softbreak":
            # Between two Chinese characters a line break of the source is no space.
            before = children[place - 1].content[-1:] if place else ""
            after = children[place + 1].content[:1] if place + 1 < len(children) else ""
            return "" if before and after and _is_wide(before) and _is_wide(after) else " "
        if token.type == "image":
            return shown(token.content)
        return shown(token.content)

    def _table(self, opening: Token, tokens: list[Token]) -> Iterator[Block]:
        rows: list[list[tuple[Run, ...]]] = []
        aligned: list[str] = []
        for place, token in enumerate(tokens):
            if token.type == "tr_open":
                rows.append([])
            elif token.type in {"th_open", "td_open"}:
                if len(rows) == 1:
                    style = str(token.attrGet("style") or "")
                    aligned.append(style.removeprefix("text-align:") or "left")
                rows[-1].append(tuple(self._runs(tokens[place + 1].children or [])))
        depth, quote = len(self._lists), self._quote
        longest = max((sum(len(run.text) for run in cell) for row in rows for cell in row), default=0)
        if len(aligned) > COLUMNS or longest > CELL:
            yield self._block(Kind.TOO_WIDE, level=len(aligned))
            start, end = opening.map or (0, 0)
            yield from _as_written("\n".join(self._lines[start:end]), depth, quote)
            return
        head, body = tuple(rows[0]), [tuple(row) for row in rows[1:]]
        part: list[tuple[tuple[Run, ...], ...]] = []
        first, held = True, _row_weight(head)
        for row in body:
            if part and held + _row_weight(row) > TABLE_WEIGHT:
                yield self._table_block(head, part, aligned, continues=not first)
                part, first, held = [], False, _row_weight(head)
            part.append(row)
            held += _row_weight(row)
        yield self._table_block(head, part, aligned, continues=not first)

    def _table_block(
        self,
        head: tuple[tuple[Run, ...], ...],
        body: list[tuple[tuple[Run, ...], ...]],
        aligned: list[str],
        continues: bool,
    ) -> Block:
        block = self._block(Kind.TABLE)
        return replace(block, rows=(head, *body), aligned=tuple(aligned), continues=continues)
