"""A workspace with three small cases and a picture, made through the real intake."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from review_app.model.nomination.intake import take_in
from review_app.model.rubric import load_rubric, load_rule
from review_app.model.workspace import Workspace
from review_app.model.workspace.rounds import Round

LETTERS = "的一是在有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多"
FRONT = """---
id: {id}
title: {title}
organisation: {organisation}
region: 示例市
facet: 网络服务
contact: {id}@example.invalid
summary: 一个为测试而写的案例。
attachments: [{attachments}]
---
"""


def picture(colour: str = "teal", size: int = 40) -> bytes:
    """The bytes of a real PNG."""
    file = io.BytesIO()
    Image.new("RGB", (size, size), colour).save(file, "PNG")
    return file.getvalue()


def write_case(
    folder: Path, case_id: str, title: str = "", attachments: dict[str, bytes] | None = None
) -> Path:
    """A nomination folder whose text is like no other's."""
    case = folder / case_id
    case.mkdir(parents=True)
    named = ", ".join(f'{{file: "{name}", title: "附图"}}' for name in attachments or {})
    head = FRONT.format(
        id=case_id, title=title or f"案例 {case_id}", organisation=f"单位 {case_id}", attachments=named
    )
    chance = random.Random(case_id)
    text = "\n\n".join("".join(chance.choices(LETTERS, k=60)) + "。" for _ in range(12))
    (case / "case.md").write_text(head + text, encoding="utf-8")
    for name, content in (attachments or {}).items():
        (case / name).write_bytes(content)
    return case


@pytest.fixture
def nominations(tmp_path: Path) -> Path:
    """Three nominations, one with two pictures."""
    folder = tmp_path / "handed-in"
    write_case(folder, "alpha", attachments={"图.png": picture("teal"), "b.png": picture("navy")})
    write_case(folder, "beta")
    write_case(folder, "gamma")
    return folder


@pytest.fixture
def workspace(tmp_path: Path, nominations: Path) -> Iterator[Workspace]:
    """An open workspace that has taken them in."""
    with Workspace.create(tmp_path / "ws", "测试评选", "2026", ["示例大学"], sample=True) as made:
        results = take_in(made, [nominations])
        assert [result.status for result in results] == ["accepted"] * 3
        yield made


@pytest.fixture
def final(workspace: Workspace) -> Round:
    """A drafted final round with the default rubric and rule."""
    rubric = load_rubric()
    return workspace.rounds.new("final", rubric, load_rule(None, rubric))
