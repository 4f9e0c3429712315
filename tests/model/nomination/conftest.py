"""An empty workspace with three facets, and nominations written to order."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from review_app.model.workspace import Workspace
from review_app.model.workspace.campaign import Facet, Settings

FACETS = [Facet("网络服务", "Online services"), Facet("数据公开"), Facet("危机应对")]
LETTERS = "的一是在有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多"
FIELDS = {
    "id": "alpha",
    "title": "一网通办",
    "organisation": "示例市大数据中心",
    "region": "示例市",
    "facet": "网络服务",
    "contact": "a@example.invalid",
    "summary": "一个为测试而写的案例。",
}


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """An empty campaign."""
    settings = Settings(title="T", edition="E", facets=FACETS)
    with Workspace.create(tmp_path / "ws", "", "", [], settings=settings) as made:
        yield made


def prose(seed: str, letters: int = 400) -> str:
    """Text in common characters that is like no other's."""
    chance = random.Random(seed)
    return "\n\n".join("".join(chance.choices(LETTERS, k=50)) + "。" for _ in range(letters // 50))


def case_text(
    fields: dict[str, str] | None = None, body: str | None = None, front: str = "", **more: str
) -> str:
    """A ``case.md``: the usual fields, changed by ``more`` (None of it quoted), and further lines of front matter."""
    values = {**(FIELDS if fields is None else fields), **more}
    head = "".join(f"{name}: {value}\n" for name, value in values.items())
    return f"---\n{head}{front}---\n{prose(values.get('id', '')) if body is None else body}\n"


def write(folder: Path, text: str | bytes) -> Path:
    """A nomination folder with this ``case.md``."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "case.md").write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder
