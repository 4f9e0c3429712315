"""Sizes as people read them."""

from __future__ import annotations

import pytest

from review_app.ui.file_words import size_words


@pytest.mark.parametrize(("size", "words"), [(0, "0.1 MB"), (1_234_567, "1.2 MB"), (250_000_000, "250.0 MB")])
def test_a_size_is_in_megabytes_and_stays_on_one_line(size: int, words: str) -> None:
    assert size_words(size) == words.replace(" ", "\N{NO-BREAK SPACE}")
