"""Dossier text to blocks.  Pure; knows no Qt.

A dossier is Markdown (CommonMark with tables and footnotes, HTML off) from people we don't know.  Nothing in it may
hide, reorder, imitate the program or make it slow: format characters become visible, blocks stay short (the cost of
setting one grows with the square of its length), and what is built to explode is shown as it was written, so that
nothing is lost.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from review_app.ui.documents import footnotes
from review_app.ui.documents.blocks import (
    CELL,
    COLUMNS,
    PIECE,
    TABLE_WEIGHT,
    Block,
    Kind,
    Run,
    Style,
    as_written,
    is_wide,
    picture_name,
    row_weight,
    shown,
    split,
)

DEEPEST = 32
"""Nesting of lists and quotes; what is deeper is shown as written."""
PARSED, PARSED_LINES = 100_000, 10_000
"""Characters and lines that are read as Markdown at most.  Measured: a second for the worst text of that length; a
longer one leaves a million tokens behind, and cleaning up after them holds up all threads."""
HEAD = 2_600
"""Characters of a text's beginning that can be read alone, for the first screen."""


@dataclass(frozen=True)
class Parsed:
    """A text's blocks, and the weight of all up to each, itself included."""

    blocks: list[Block]
    weights: list[int]


def parsed(text: str) -> Parsed:
    """Reads a dossier.  Takes any text; a long one is for a thread of its own."""
    return _weighed(blocks_of(text))


def parsed_head(text: str) -> Parsed:
    """The first blocks of a long text by its beginning alone, as :func:`parsed` nearly always reads them too.

    None of them when that can't be told.  Who shows them compares with the whole when it is read.
    """
    text = _plain_ends(text)
    end = text.rfind("\n\n", 0, HEAD)
    if end <= 0 or _is_too_long(text):
        return Parsed([], [])
    blocks = blocks_of(text[:end], footnotes.names_in(text))
    # What the next lines may still belong to is not known yet.
    while blocks and (blocks[-1].depth or blocks[-1].quote or blocks[-1].kind in (Kind.NOTE, Kind.RULE)):
        blocks.pop()
    return _weighed(blocks[:-1])


def blocks_of(text: str, notes: frozenset[str] | None = None) -> list[Block]:
    """The blocks of a dossier, in order.  ``notes``: footnotes that the text itself doesn't define."""
    text = _plain_ends(text)
    if _is_too_long(text):
        return [Block(Kind.TOO_LONG), *as_written(text)]
    known = footnotes.names_in(text) if notes is None else notes
    tokens = _parser().parse(text, {footnotes.NAMES: known})
    if any(token.nesting == 1 and token.level >= DEEPEST - 1 for token in tokens):
        # The parser has silently left out what lies deeper.
        return [Block(Kind.TOO_DEEP), *as_written(text)]
    return list(_Reader(tokens, text.split("\n"), notes).read())


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST}).enable("table")
    footnotes.teach(parser)
    return parser


def _plain_ends(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _is_too_long(text: str) -> bool:
    return len(text) > PARSED or text.count("\n") > PARSED_LINES


def _weighed(blocks: list[Block]) -> Parsed:
    return Parsed(blocks, list(itertools.accumulate(block.weight for block in blocks)))


@dataclass
class _Level:
    """An open list: its next number, or None for bullets; whether its items stand close together."""

    number: int | None
    tight: bool = False


def _is_text(token: Token) -> bool:
    return bool(token.content) and token.type != footnotes.REFERENCE


class _Reader:
    def __init__(self, tokens: list[Token], lines: list[str], notes: frozenset[str] | None) -> None:
        self._tokens, self._lines = tokens, lines
        self._lists: list[_Level] = []
        self._quote = 0
        self._marker = ""
        self._figures = 0
        self._notes: dict[str, Token] = {}  # what each note says
        for place, token in enumerate(tokens):
            if token.type == footnotes.OPEN:
                # The first of a name is what is referred to; a second one must not be lost either.
                again = f"{token.info} {place}" if token.info in self._notes else token.info
                self._notes[again] = tokens[place + 1]
        self._known = self._notes.keys() if notes is None else notes
        self._numbers: dict[str, int] = {}  # of notes, in the order in which the text refers to them

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
                    yield from split(self._block(Kind.HEADING, runs, level=int(token.tag[1])))
                case "code_block" | "fence":
                    self._marker, marker = "", self._marker
                    if marker:
                        yield self._block(Kind.PARAGRAPH, marker=marker)
                    yield from as_written(token.content, len(self._lists), self._quote)
                case "hr":
                    yield self._block(Kind.RULE)
                case "table_open":
                    end = position
                    while self._tokens[end].type != "table_close":
                        end += 1
                    yield from self._table(token, self._tokens[position:end])
                    position = end
        yield from self._all_notes()

    def _all_notes(self) -> Iterator[Block]:
        """The notes in the order of their numbers; those that nothing refers to come last, so that nothing is lost."""
        for name in self._notes:
            self._number(name)
        written: set[str] = set()
        while len(written) < len(self._notes):  # a note may refer to further ones
            for name, number in sorted(self._numbers.items(), key=lambda item: item[1]):
                if name in self._notes and name not in written:
                    written.add(name)
                    runs = tuple(self._runs(self._notes[name].children or []))
                    first, *others = split(self._block(Kind.NOTE, runs, marker=str(number)))
                    yield replace(first, number=number)
                    yield from others

    def _number(self, name: str) -> int:
        return self._numbers.setdefault(name, len(self._numbers) + 1)

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
                yield from split(self._block(Kind.PARAGRAPH, tuple(self._runs(waiting)), tight=tight))
            waiting = []
            yield self._figure(child)
        if not waiting and inline.children:
            return
        runs = tuple(self._runs(waiting))
        if runs or self._marker:
            yield from split(self._block(Kind.PARAGRAPH, runs, tight=tight))

    def _figure(self, image: Token) -> Block:
        address = str(image.attrGet("src") or "")
        caption = shown(image.content or str(image.attrGet("title") or ""))[:PIECE]
        name = picture_name(address)
        # An address that is no attachment is shown as written, and not loaded.
        link = "" if name else address
        self._figures += bool(name)
        return replace(
            self._block(Kind.FIGURE, (Run(caption, link=link),)),
            picture=name,
            number=self._figures if name else 0,
        )

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
            elif token.type == footnotes.REFERENCE and token.info in self._known:
                number = self._number(token.info)
                collected.append(Run(str(number), frozenset(styles), note=number))
            else:
                extra = {Style.CODE} if token.type == "code_inline" else set()
                text = self._text(token, children, place)
                if text:
                    run = Run(text, frozenset({*styles, *extra}), links[-1] if links else "")
                    last = collected[-1] if collected else None
                    if last is not None and (last.styles, last.link, last.note) == (run.styles, run.link, 0):
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
            before = next((each.content[-1] for each in reversed(children[:place]) if _is_text(each)), "")
            after = next((each.content[0] for each in children[place + 1 :] if _is_text(each)), "")
            return "" if before and after and is_wide(before) and is_wide(after) else " "
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
            yield from as_written("\n".join(self._lines[start:end]), depth, quote)
            return
        head, body = tuple(rows[0]), [tuple(row) for row in rows[1:]]
        part: list[tuple[tuple[Run, ...], ...]] = []
        first, held = True, row_weight(head)
        for row in body:
            if part and held + row_weight(row) > TABLE_WEIGHT:
                yield self._table_block(head, part, aligned, continues=not first)
                part, first, held = [], False, row_weight(head)
            part.append(row)
            held += row_weight(row)
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
