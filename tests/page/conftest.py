"""One browser for all tests of the page, and archives to give to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from review_app.model.result.page import verify_page
from tests.page.chromium import Tab, running


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Tab]]:
    """Opens tabs in a real headless Chromium."""
    with running(tmp_path_factory.mktemp("chromium")) as tab:
        yield tab


@pytest.fixture(scope="session")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """``verify.html`` as the program ships it, in a file."""
    file = tmp_path_factory.mktemp("page") / "verify.html"
    file.write_bytes(verify_page())
    return file
