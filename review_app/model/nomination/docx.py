"""A nomination as a Word document: title from the first heading, fields from a form, the rest is the dossier.

Fields stand in a table of two columns (label, value) or in lines like ``申报单位：...`` ahead of the text.
"""

from __future__ import annotations

import hashlib
import io
import re
from pathlib import Path
from typing import Any

import mammoth

from review_app.model.errors import InputError
from review_app.model.files import read_limited
from review_app.model.nomination.draft import Draft, DraftAttachment, Source, field_of
from review_app.model.nomination.markdown import Block, blocks_of, to_markdown
from review_app.model.nomination.table import TABLE_LIMIT, check_unpacked_size

_FIELD_LINE = re.compile(r"([^:：]{1,20})[:：]\s*(.*)")
_ENDINGS = {"image/png": "png", "image/jpeg": "jpg"}


def docx_source(path: Path) -> Source:
    """The nomination in the Word file at ``path``; reading raises InputError ``document-invalid``."""
    content = read_limited(path, TABLE_LIMIT)
    digest = hashlib.sha256(path.name.encode("utf-8", "replace") + b"\0" + content).hexdigest()
    return Source(path.name, digest, lambda: read_docx(content, path.name))


def read_docx(content: bytes, name: str) -> Draft:
    """The draft in a Word document.  Pictures (PNG, JPEG) become attachments, other embedded things are named as left
    out.  Raises InputError ``document-invalid``."""
    pictures: list[DraftAttachment] = []
    left_out: list[str] = []

    def keep(image: Any) -> dict[str, str]:
        ending = _ENDINGS.get(image.content_type)
        if ending is None:
            left_out.append(str(image.content_type))
            return {}
        with image.open() as file:
            data: bytes = file.read()
        title = f"图{len(pictures) + 1}"
        pictures.append(DraftAttachment(f"{title}.{ending}", title, lambda: data))
        return {}

    try:
        check_unpacked_size(content, name)
        made = mammoth.convert_to_html(io.BytesIO(content), convert_image=mammoth.images.img_element(keep))
        blocks = blocks_of(str(made.value))
    except Exception as failure:  # mammoth stumbles in many ways over a damaged document
        raise InputError("document-invalid", name=name) from failure
    fields, rest = _take_fields(blocks)
    fields.pop("attachments", None)
    dossier = fields.pop("dossier", "") or to_markdown(rest)
    return Draft(dict(fields), dossier, pictures, left_out)


def _take_fields(blocks: list[Block]) -> tuple[dict[str, str], list[Block]]:
    """The fields of the form, and the blocks without it."""
    fields: dict[str, str] = {}
    rest: list[Block] = []
    in_form = True
    for block in blocks:
        if block.kind == "heading" and "title" not in fields and not rest:
            fields["title"] = block.text
            continue
        found = _form_rows(block) if in_form else {}
        if found:
            fields = {**fields, **found}
            continue
        if block.kind != "table" and len(block.text) > 60:
            in_form = False
        rest.append(block)
    return fields, rest


def _form_rows(block: Block) -> dict[str, str]:
    """Fields in a two-column table or a ``label: value`` line; empty when the block is something else."""
    if block.kind == "table":
        pairs = [(row[0], row[1]) for row in block.rows if len(row) == 2]
        labels = [field_of(label) for label, _ in pairs]
        if len(pairs) < len(block.rows) or sum(label is not None for label in labels) < 2:
            return {}
        return {
            label: re.sub(r"\\([\\`*_\[\]<>|])", r"\1", value)
            for label, (_, value) in zip(labels, pairs, strict=True)
            if label is not None
        }
    found = _FIELD_LINE.fullmatch(block.text) if block.kind == "paragraph" else None
    field = field_of(found.group(1)) if found else None
    return {field: found.group(2).strip()} if found and field else {}
