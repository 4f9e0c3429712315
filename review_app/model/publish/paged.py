"""Papers that go on over pages, each of which says at its foot which of how many it is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence

from review_app.model.publish.paper import MARGIN, MEASURE, MUTED, Pair, Paper, both


class Paged(ABC):
    """Draws from the top down; ``top`` is how far it has come on the page, in mm."""

    def __init__(self, paper: Paper, pages: int) -> None:
        """``pages``: how many there will be; 0 as long as that isn't known."""
        self.paper, self.pages = paper, pages
        self.page, self.top = 0, 0.0

    @abstractmethod
    def draw(self) -> None:
        """Everything; ends the last page."""

    def next_page(self, top: float) -> None:
        """Ends the page, if one has been begun, and begins another."""
        if self.page:
            self.paper.canvas.showPage()
        self.page += 1
        self.top = top

    def foot(self, words: Pair, top: float, mark: Pair | None = None) -> None:
        """Says which page this is (``words`` with gaps ``page`` and ``pages``), and at the left what the paper is;
        leaves the paler colour."""
        self.paper.colour(MUTED)
        said = both(words, page=self.page, pages=self.pages or self.page)
        self.paper.text(said, MARGIN + MEASURE, top, 8, right=True)
        if mark is not None:
            self.paper.text(both(mark), MARGIN, top, 8)


def render_paged(title: str, texts: Sequence[str], drawing: Callable[[Paper, int], Paged]) -> bytes:
    """The PDF of what ``drawing`` makes of a paper and its number of pages; ``title`` and ``texts`` as for
    :class:`~review_app.model.publish.paper.Paper`."""
    pages = 0
    for _ in range(2):  # once to count the pages, once to say how many there are
        with Paper(title, texts) as paper:
            drawn = drawing(paper, pages)
            drawn.draw()
            pages, content = drawn.page, paper.finish()
    return content
