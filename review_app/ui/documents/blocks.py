"""What a dossier is read into: a flat row of small blocks that can be set one after the other.  Pure; knows no Qt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from urllib.parse import unquote

from review_app.model.text import visible

PIECE = 4_000
"""Characters of one block at most.  Measured: 20,000 take 30 ms to set, 500,000 take 16 s."""
COLUMNS = 24
"""Columns of a table; what is wider is shown as written."""
TABLE_WEIGHT = 6_000
"""Of one table block (see :attr:`Block.weight`); a longer table becomes several, each with the heading row."""
CELL_WEIGHT = 60
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
    """Characters of one style.  ``link`` is the address as written, or empty; ``note`` the number of the footnote that
    the run refers to, or 0."""

    text: str
    styles: frozenset[Style] = frozenset()
    link: str = ""
    note: int = 0


class Kind(Enum):
    """Of a block."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    CODE = "code"
    TABLE = "table"
    FIGURE = "figure"
    RULE = "rule"
    NOTE = "footnote"
    TOO_DEEP = "too-deep"  # says that the rest is shown as written because of its nesting
    TOO_WIDE = "too-wide"  # the same for a table
    TOO_LONG = "too-long"  # the same for the whole


@dataclass(frozen=True)
class Block:
    """One block, at most :data:`PIECE` characters.

    ``depth`` counts the lists around it, ``quote`` the quotes; ``marker`` is the bullet or number of a list item's
    first block; ``level`` a heading's.  ``continues`` joins a piece to the block before without a gap.  A table has
    ``rows`` (of cells of runs, the first is the heading row) and ``aligned`` ("left", "center", "right" a column), a
    figure a ``picture`` (name of an attachment), its caption as runs and its ``number`` among the figures; the first
    block of a footnote its ``number`` among the notes.
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
    number: int = 0

    @property
    def weight(self) -> int:
        """Characters to set, with a surcharge for what else costs time (blocks, cells, runs)."""
        return 40 + sum(row_weight(row) for row in self.rows) + sum(8 + len(run.text) for run in self.runs)


def row_weight(row: tuple[tuple[Run, ...], ...]) -> int:
    """What setting a table's row costs, in characters."""
    return sum(CELL_WEIGHT + sum(8 + len(run.text) for run in cell) for cell in row)


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


def is_wide(character: str) -> bool:
    """Whether it takes the room of a Chinese character."""
    return unicodedata.east_asian_width(character) in {"W", "F"}


def pieces(text: str, size: int = PIECE) -> Iterator[str]:
    """``text`` cut into at most ``size`` characters, at a space where one is near."""
    start = 0
    while len(text) - start > size:
        space = text.rfind(" ", start + size * 3 // 4, start + size)
        end = space + 1 if space >= 0 else start + size
        yield text[start:end]
        start = end
    yield text[start:]


def as_written(text: str, depth: int = 0, quote: int = 0) -> Iterator[Block]:
    """Source text as code blocks of a few lines each."""
    pending: list[str] = []
    held, first = 0, True
    for line in text.rstrip("\n").split("\n"):
        for piece in pieces(shown(line), PIECE // 2):
            if pending and (held + len(piece) > PIECE or len(pending) >= 60):
                yield Block(
                    Kind.CODE, (Run("\n".join(pending)),), depth=depth, quote=quote, continues=not first
                )
                pending, held, first = [], 0, False
            pending.append(piece)
            held += len(piece) + 1
    if pending:
        yield Block(Kind.CODE, (Run("\n".join(pending)),), depth=depth, quote=quote, continues=not first)


def split(block: Block) -> Iterator[Block]:
    """``block`` as it is, or as several of at most :data:`PIECE` characters and :data:`RUNS` runs."""
    if len(block.runs) <= RUNS and sum(len(run.text) for run in block.runs) <= PIECE:
        yield block
        return
    collected: list[Run] = []
    held, first = 0, True
    for run in block.runs:
        for piece in pieces(run.text):
            if collected and (held + len(piece) > PIECE or len(collected) >= RUNS):
                yield replace(
                    block, runs=tuple(collected), marker=block.marker if first else "", continues=not first
                )
                collected, held, first = [], 0, False
            collected.append(replace(run, text=piece))
            held += len(piece)
    yield replace(block, runs=tuple(collected), marker=block.marker if first else "", continues=not first)
