"""A nomination between a file and a case: what was found, not yet checked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from review_app.model.errors import InputError
    from review_app.model.workspace.submission import Arrival

LABELS: dict[str, str] = {
    "id": "id",
    "编号": "id",
    "title": "title",
    "案例名称": "title",
    "名称": "title",
    "标题": "title",
    "organisation": "organisation",
    "organization": "organisation",
    "申报单位": "organisation",
    "单位": "organisation",
    "主办单位": "organisation",
    "body_type": "body_type",
    "type of body": "body_type",
    "单位类型": "body_type",
    "recipient": "recipient",
    "领奖单位": "recipient",
    "获奖单位": "recipient",
    "region": "region",
    "地区": "region",
    "地域": "region",
    "facet": "facet",
    "类别": "facet",
    "方面": "facet",
    "领域": "facet",
    "route": "route",
    "申报方式": "route",
    "推荐方式": "route",
    "carrying_body": "carrying_body",
    "carrying body": "carrying_body",
    "承办单位": "carrying_body",
    "实施单位": "carrying_body",
    "level": "level",
    "层级": "level",
    "行政层级": "level",
    "earlier_awards": "earlier_awards",
    "earlier awards": "earlier_awards",
    "曾获奖项": "earlier_awards",
    "获奖情况": "earlier_awards",
    "contact": "contact",
    "联系方式": "contact",
    "联系人": "contact",
    "summary": "summary",
    "摘要": "summary",
    "简介": "summary",
    "案例简介": "summary",
    "dossier": "dossier",
    "正文": "dossier",
    "案例正文": "dossier",
    "attachments": "attachments",
    "附件": "attachments",
}
"""What forms and tables call the fields, in both languages."""


@dataclass(frozen=True)
class DraftAttachment:
    """An attachment as the nomination names it; ``read`` gives its bytes or raises an InputError.

    Where the bytes lie in a file of their own, ``locate`` gives its path (or raises what ``read`` would), so that a
    large one is never in memory as a whole.
    """

    file_name: str
    title: str
    read: Callable[[], bytes]
    locate: Callable[[], Path] | None = None


@dataclass(frozen=True)
class Draft:
    """Fields as they were found (texts; ``claims`` a list of mappings), the dossier as Markdown.

    ``left_out`` names what was handed in and can't be taken over, ``others`` gives the bytes of it, ``repair`` how the
    text was read if not as UTF-8, ``damage`` why nobody can read the text as it is.
    """

    fields: dict[str, Any]
    dossier: str
    attachments: list[DraftAttachment] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    repair: str = ""
    damage: InputError | None = None
    others: list[DraftAttachment] = field(default_factory=list)


@dataclass(frozen=True)
class Source:
    """Something handed in: its name, the SHA-256 of what identifies it, how to read it, and how it came.

    ``read`` raises InputError for a nomination that can't be read; the others are not touched by that.  ``files`` are
    all that was handed in, to be kept where ``read`` fails.
    """

    name: str
    content: str
    read: Callable[[], Draft]
    arrival: Arrival = "folder"
    files: Callable[[], list[DraftAttachment]] = list


def field_of(label: str) -> str | None:
    """The field that a label or column head names, or None."""
    return LABELS.get(" ".join(label.split()).strip(":： *＊").casefold())
