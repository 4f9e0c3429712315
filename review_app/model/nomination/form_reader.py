"""Reads filled forms: the program's own, and others that have labels beside what was filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from review_app.model.nomination.draft import Draft, DraftAttachment, field_of
from review_app.model.nomination.folder import locator_beside, reader_beside
from review_app.model.nomination.form_layout import (
    BODY_SECTIONS,
    BODY_TITLE,
    CLAIM_FIELDS,
    CLAIMS_TITLE,
    FORM_NAME,
    HINT_MARK,
    SIGN_LINES,
    SIGN_TITLE,
    TABLE_HEAD,
)
from review_app.model.nomination.markdown import Block, bare
from review_app.model.nomination.pictures import Pictures
from review_app.model.nomination.workbook import Sheet, Workbook

_ESCAPED = re.compile(r"\\([\\`*_\[\]<>|#+.)-])")
_MARKDOWN_LINE = re.compile(r"\s*(?:[-*+|>#]|[0-9]+[.)])\s?")
_ENOUGH_LABELS = 4
_SIGNED = {"".join(line.split()) for line in SIGN_LINES} | {"".join("".join(SIGN_LINES).split())}
"""The lines of the confirmation, and all of it, while nobody has written there."""


def attachments_beside(files: Sequence[Path]) -> list[DraftAttachment]:
    """Files that came with a form, as its attachments, by name."""
    return [
        DraftAttachment(
            file.name, "", reader_beside(file.parent, file.name), locator_beside(file.parent, file.name)
        )
        for file in sorted(files)
    ]


def unescaped(markdown: str) -> str:
    """Markdown of a table's cell as the text that stood there."""
    return _ESCAPED.sub(r"\1", markdown)


def label_of(cell: str) -> str | None:
    """The field that a cell names; what stands in brackets behind the label doesn't count."""
    return field_of(cell) or field_of(re.sub(r"[(（][^()（）]*[)）]\s*[:：]?\s*$", "", cell))


def claims_of(rows: Sequence[Sequence[str]]) -> list[dict[str, str]] | None:
    """The figures of a table with the form's heads; None when it is another table."""
    heads = [[CLAIM_FIELDS.get(cell.strip().strip("*＊ ")) for cell in row] for row in rows[:4]]
    place = next((n for n, names in enumerate(heads) if {"figure", "what", "source"} <= set(names)), None)
    if place is None:
        return None
    names, found = heads[place], []
    for cells in rows[place + 1 :]:
        texts = {
            name: cell.strip() for name, cell in zip(names, cells, strict=False) if name and cell.strip()
        }
        if texts:
            found.append(texts)
    return found


def form_rows(rows: Sequence[Sequence[str]], left_out: list[str]) -> dict[str, str]:
    """Fields of a table with labels beside what was filled in, in pairs along each row.  What stands beside a label
    nobody knows is named in ``left_out``.  Empty when it is no such table."""
    ours = any([cell.strip() for cell in row[:3]] == list(TABLE_HEAD) for row in rows)
    found: dict[str, str] = {}
    others: list[str] = []
    labels = 0
    for row in rows:
        cells = [unescaped(cell).strip() for cell in (row[:2] if ours else row)]
        if cells == list(TABLE_HEAD[:2]):
            continue
        place = 0
        while place < len(cells):
            field = label_of(cells[place])
            if field is not None and place + 1 < len(cells):
                labels += 1
                found[field] = cells[place + 1]
                place += 2
                continue
            if place + 1 < len(cells) and cells[place] and cells[place + 1]:
                others.append(cells[place])
                place += 2
            else:
                if cells[place]:
                    others.append(cells[place])
                place += 1
    width = max((len(row) for row in rows), default=0)
    # Two columns with two labels are a form; of a wider table most rows have to speak of it.
    enough = labels >= 2 if width == 2 else labels >= _ENOUGH_LABELS and labels * 2 >= len(rows)
    if not enough:
        return {}
    left_out += others
    return found


def is_own_form(blocks: Sequence[Block]) -> bool:
    """Whether a document is a form that the program made."""
    texts = {block.text.strip() for block in blocks if block.kind == "heading"}
    return BODY_TITLE in texts and SIGN_TITLE in texts


def strip_form(blocks: Sequence[Block], left_out: list[str]) -> list[Block]:
    """The blocks of a filled form without what the form itself says: its name, explanations, the confirmation, and
    sections that stayed empty."""
    kept: list[Block] = []
    signing = False
    for block in blocks:
        text = bare(block.text).strip()
        if block.kind == "heading":
            signing = text == SIGN_TITLE
            if signing or text in (BODY_TITLE, CLAIMS_TITLE) or text.endswith(FORM_NAME):
                continue
        elif signing:
            if block.kind != "table" and text and "".join(text.split()) not in _SIGNED:
                left_out.append(text[:60])
            continue
        elif text.startswith(HINT_MARK):
            continue
        kept.append(block)
    return [
        block
        for place, block in enumerate(kept)
        if not (block.text.strip() in BODY_SECTIONS and block.kind == "heading")
        or (place + 1 < len(kept) and not _ends_section(block, kept[place + 1]))
    ]


def _ends_section(heading: Block, following: Block) -> bool:
    if following.kind == "table":
        return claims_of(following.rows) is not None
    return following.kind == "heading" and following.level <= heading.level


def workbook_form(book: Workbook, content: bytes, beside: Sequence[Path]) -> Callable[[], Draft] | None:
    """Reads a workbook (its ``content``) whose first sheet is a filled form; None when it is a table with a nomination
    a row.  Pictures become attachments."""
    if not book.sheets or not _is_form(book.sheets[0]):
        return None
    sheet, others = book.sheets[0], book.sheets[1:]

    def read() -> Draft:
        pictures = Pictures.of_workbook(content)
        left_out = pictures.left_out
        fields: dict[str, object] = {}
        sections: list[str] = []
        for row in sheet.rows:
            label, value = (row[0] if row else "").strip(), (row[1] if len(row) > 1 else "").strip()
            bare = label.strip("*＊ ")
            if not value or [cell.strip() for cell in row[:2]] == list(TABLE_HEAD[:2]):
                continue
            if bare in BODY_SECTIONS:
                sections.append(f"## {bare}\n\n{_paragraphs(value)}")
            elif (field := label_of(label)) is not None:
                fields[field] = value
            elif bare != SIGN_TITLE or "".join(value.split()) not in _SIGNED:
                left_out.append(label or value[:60])
        claims: list[dict[str, str]] = []
        for other in others:
            found = claims_of(other.rows)
            if found is not None:
                claims += found
            elif any(cell for row in other.rows for cell in row):
                left_out.append(other.name)
        if claims:
            fields["claims"] = claims
        dossier = fields.pop("dossier", "")
        parts = [_paragraphs(dossier)] if isinstance(dossier, str) and dossier else []
        listed = fields.pop("attachments", "")
        if isinstance(listed, str) and listed and not beside:
            left_out.append(listed)
        attachments = [*pictures.attachments, *attachments_beside(beside)]
        return Draft(fields, "\n\n".join(parts + sections), attachments, left_out, others=pictures.others)

    return read


def _is_form(sheet: Sheet) -> bool:
    labels = [label_of(row[0]) for row in sheet.rows if row and row[0]]
    return sum(label is not None for label in labels) >= _ENOUGH_LABELS


def _paragraphs(text: str) -> str:
    """A cell's lines as paragraphs, unless they are written as Markdown."""
    parts: list[str] = []
    previous = ""
    for line in text.split("\n"):
        if line.strip():
            together = _MARKDOWN_LINE.match(line) and _MARKDOWN_LINE.match(previous)
            parts.append(("\n" if together else "\n\n") + line.rstrip())
            previous = line
    return "".join(parts).strip()
