"""Both themes can be read: contrast by WCAG 2.2, no placeholder without a colour."""

from __future__ import annotations

import pytest

from review_app.ui.theme import DARK, LIGHT, Theme, contrast, load_fonts, style_sheet

TEXT = [
    (ink, ground)
    for ink in ("ink", "secondary", "accent", "attention", "done")
    for ground in ("window", "paper", "surface", "hover", "selected")
] + [
    ("on_accent", "accent"),
    ("on_accent", "accent_strong"),
    ("on_fill", "fill"),
    ("attention", "attention_soft"),
    ("ink", "attention_soft"),
    ("done", "done_soft"),
    ("ink", "done_soft"),
]
CONTROLS = [("control", "window"), ("control", "paper"), ("accent", "window"), ("accent", "paper")]


def test_contrast_is_the_one_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize(("edge", "ground"), CONTROLS)
def test_controls_can_be_seen(theme: Theme, edge: str, ground: str) -> None:
    assert contrast(getattr(theme, edge), getattr(theme, ground)) >= 3


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_style_sheet_knows_every_colour_and_no_small_print(theme: Theme) -> None:
    sheet = style_sheet(theme)
    assert "$" not in sheet
    sizes = [int(part.split("px")[0]) for part in sheet.split("font-size:")[1:]]
    assert min(sizes) >= 13


def test_bundled_faces_are_there(qapp: object) -> None:
    from PySide6.QtGui import QFontDatabase

    load_fonts()
    assert {"Noto Sans SC", "Noto Serif SC"} <= set(QFontDatabase.families())
