"""A nomination as a Word document: title from the first heading, fields from a form, the rest is the dossier.

Fields stand in a table (label, value) or in lines like ``申报单位：...`` ahead of the text; figures in a table with the
heads of the program's own form.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import mammoth

from review_app.model.errors import InputError
from review_app.model.files import read_limited
from review_app.model.nomination.draft import Draft, Source, field_of
from review_app.model.nomination.form_reader import (
    attachments_beside,
    claims_of,
    form_rows,
    is_own_form,
    strip_form,
    unescaped,
)
from review_app.model.nomination.handed_in import files_of
from review_app.model.nomination.markdown import Block, bare, blocks_of, to_markdown, with_pictures
from review_app.model.nomination.pictures import Pictures
from review_app.model.nomination.table import OPTIONAL, TABLE_LIMIT
from review_app.model.nomination.zip_limits import DOCUMENT_TAGS, check_unpacked_size

_FIELD_LINE = re.compile(r"([^:：]{1,20})[:：]\s*(.*)")


def docx_source(path: Path, beside: Sequence[Path] = ()) -> Source:
    """The nomination in the Word file at ``path``, with attachments that came with it; reading raises InputError
    ``document-invalid``, ``office-protected``."""
    content = read_limited(path, TABLE_LIMIT)
    digest = hashlib.sha256(path.name.encode("utf-8", "replace") + b"\0" + content).hexdigest()
    return Source(
        path.name, digest, lambda: read_docx(content, path.name, beside), "docx", files_of(path, *beside)
    )


def read_docx(content: bytes, name: str, beside: Sequence[Path] = ()) -> Draft:
    """The draft in a Word document.

    Pictures (PNG, JPEG) become attachments, and the text says where each stood; other embedded things are named as left
    out.  Raises InputError ``document-invalid``, ``office-protected``.
    """
    pictures = Pictures()
    left_out = pictures.left_out
    try:
        check_unpacked_size(content, name, DOCUMENT_TAGS)
        keep = mammoth.images.img_element(pictures.keep)
        blocks = blocks_of(str(mammoth.convert_to_html(io.BytesIO(content), convert_image=keep).value))
        pictures.look_for_others(content)
    except Exception as failure:  # mammoth stumbles in many ways over a damaged document
        if isinstance(failure, InputError) and failure.code == "office-protected":
            raise
        raise InputError("document-invalid", name=name) from failure
    fields, rest = _take_fields(blocks, left_out)
    listed = str(fields.pop("attachments", ""))
    if listed and not beside:
        left_out.append(listed[:200])
    dossier = str(fields.pop("dossier", "")) or with_pictures(to_markdown(rest), pictures.words)
    attachments = [*pictures.attachments, *attachments_beside(beside)]
    return Draft(fields, dossier, attachments, left_out, others=pictures.others)


def _take_fields(blocks: list[Block], left_out: list[str]) -> tuple[dict[str, Any], list[Block]]:
    """The fields of the form, and the blocks without it."""
    fields: dict[str, Any] = {}
    rest: list[Block] = []
    own = is_own_form(blocks)
    in_form = True
    for block in strip_form(blocks, left_out) if own else blocks:
        begun = any(bare(before.text).strip() for before in rest)
        if block.kind == "heading" and "title" not in fields and not begun and not own:
            fields["title"] = block.text
            continue
        if block.kind == "table":
            claims = claims_of([[unescaped(bare(cell)) for cell in row] for row in block.rows])
            if claims is not None:
                fields["claims"] = [*fields.get("claims", []), *claims]
                continue
        found = _form_fields(block, left_out) if in_form else {}
        if found:
            fields = {**fields, **found}
            continue
        if block.kind != "table" and len(block.text) > 60:
            in_form = False
        rest.append(block)
    empty = [name for name in OPTIONAL if name in fields and not fields[name].strip()]
    return {name: value for name, value in fields.items() if name not in empty and value != []}, rest


def _form_fields(block: Block, left_out: list[str]) -> dict[str, str]:
    """Fields in a table or a ``label: value`` line; empty when the block is something else."""
    if block.kind == "table":
        return form_rows([[bare(cell) for cell in row] for row in block.rows], left_out)
    found = _FIELD_LINE.fullmatch(bare(block.text)) if block.kind == "paragraph" else None
    field = field_of(found.group(1)) if found else None
    return {field: found.group(2).strip()} if found and field else {}
