"""Fixtures of tests with a real window; tests/ui/conftest.py names them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.desktop.screen import Screen, a_screen


@pytest.fixture
def screen(review_app_home: Path) -> Iterator[Screen]:
    """A display with a window manager and a session bus."""
    with a_screen(review_app_home) as made:
        yield made
