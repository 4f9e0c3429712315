"""A report as data: what ``reports/*.yaml`` may say, read strictly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "reports"
NOTICE = "样例附件，为演示而制"

Block = tuple[str, Any]
"""The kind of a block (one of those in ``blocks.py``) and its content."""


@dataclass(frozen=True)
class Report:
    """One PDF attachment: a cover and ``pages`` of blocks. What stands on which page is chosen by hand."""

    case: str
    file: str
    title: str
    subtitle: str
    issuer: str
    template: str
    cover: tuple[tuple[str, str], ...]
    pages: tuple[tuple[Block, ...], ...]

    @property
    def page_count(self) -> int:
        """Pages of the finished PDF, the cover included."""
        return 1 + len(self.pages)

    def strings(self) -> list[str]:
        """Every text that occurs in the report: what the fonts have to hold glyphs for."""
        content = [self.title, self.subtitle, self.issuer, self.cover, self.pages]
        return list(_strings(content))


def load_reports() -> list[Report]:
    """All reports, in the order of their file names."""
    return [_parse(path) for path in sorted(FOLDER.glob("*.yaml"))]


def _parse(path: Path) -> Report:
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    raw["cover"] = tuple((str(figure), str(label)) for figure, label in raw["cover"])
    raw["pages"] = tuple(tuple(_block(block) for block in page) for page in raw["pages"])
    return Report(case=path.stem, **raw)


def _block(raw: str | dict[str, Any]) -> Block:
    """A bare string is a paragraph; everything else is a mapping with one key, its kind."""
    if isinstance(raw, str):
        return "p", raw
    ((kind, content),) = raw.items()
    return kind, content


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _strings(item)
    else:
        yield str(value)
