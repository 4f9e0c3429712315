"""The bar on top: what it shows at a width does not come and go while one scores."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from review_app.ui import language
from review_app.ui.language import Language
from review_app.ui.top_bar import TopBar


@pytest.mark.parametrize("code", ["zh", "en"])
def test_nothing_comes_and_goes_while_one_scores(qapp: QApplication, code: Language) -> None:
    language.install(code)
    bar = TopBar()
    bar.show_round("网络理政十大创新案例（样例）")
    seen = set()
    for width in range(700, 1300, 10):
        bar.resize(width, bar.height())
        bar.show()
        shown = set()
        for done in (0, 9, 23):
            for saved in (True, False, None):
                bar.show_progress(done, 23)
                bar.show_saved(saved)
                shown.add((bar.bar.isVisible(), bar.quiet.isVisible(), bar.title.isVisible()))
        assert len(shown) == 1, width
        seen |= shown
    assert len(seen) > 2  # wide and narrow bars do differ
    language.install("en")
