"""Gathers the texts of a round for the search, beside the window and out of the way of whoever reads.

First the dossiers, then the text of the PDFs, one at a time, and nothing while something else is being opened.  All of
it stays in memory.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from review_app.model.errors import ReviewError
from review_app.model.progress import Progress
from review_app.model.search.index import FoldedText, Found, SearchIndex
from review_app.model.search.places import DOSSIER
from review_app.model.text import visible
from review_app.ui.expert.desk import Desk
from review_app.ui.jobs import Job, Jobs

if TYPE_CHECKING:
    from review_app.ui.documents.pdf_text import PdfText

BREATH, PATIENCE = 15, 200
"""Milliseconds between two texts, and until it is tried again while something else is being opened."""
AT_ONCE = 3_000_000
"""Characters that are searched in the window's own thread (a few milliseconds); more are left to the worker."""
_PDF = "application/pdf"


@dataclass(frozen=True)
class Gathered:
    """How far the texts are: dossiers and PDFs read and in all; then attachments by title that hold no text (scans and
    pictures), and the number of pieces that are damaged."""

    dossiers: tuple[int, int]
    attachments: tuple[int, int]
    without_text: tuple[str, ...] = ()
    damaged: int = 0

    @property
    def complete(self) -> bool:
        """Whether nothing is left to be read; False before it was looked what there is."""
        return 0 < self.dossiers[1] == self.dossiers[0] and self.attachments[0] == self.attachments[1]


def dossier_text(markdown: str) -> str:
    """What a reader sees of a dossier's Markdown, a line for each paragraph and row of a table."""
    from review_app.ui.documents.markdown import blocks_of

    lines: list[str] = []
    for block in blocks_of(markdown):
        rows = block.rows or ((block.runs,),)
        lines += ("  ".join("".join(run.text for run in cell) for cell in row) for row in rows)
    return "\n".join(line for line in lines if line.strip())


class CaseSearch(QObject):
    """The search over a round.  :attr:`grown` tells that more texts are there than before.

    ``jobs`` do what somebody waits for: while they are busy, no text is begun.
    """

    grown = Signal()

    def __init__(self, desk: Desk, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._others = desk, jobs
        self._jobs = Jobs(self)  # a case that is opened must not wait for the end of a long text
        self.index = SearchIndex()
        self._dossiers: deque[str] = deque()
        self._pdfs: deque[tuple[str, str]] = deque()
        self._counts = [0, 0, 0, 0]
        self._without_text: list[str] = []
        self._damaged = 0
        self._known = self._stopped = False
        self._asked: Job | None = None
        self._pdf: PdfText | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._step)

    def start(self) -> None:
        """Gathers texts now."""
        if self._stopped or self._known:
            return
        self._know_cases()
        self._timer.start(0)

    def stop(self) -> None:
        """Reads nothing any more; before the package is closed."""
        self._stopped = True
        self._timer.stop()
        self._jobs.stop()
        if self._pdf is not None:
            self._pdf.stop()

    @property
    def gathered(self) -> Gathered:
        """How far the texts are."""
        read, dossiers, taken, attachments = self._counts
        return Gathered((read, dossiers), (taken, attachments), tuple(self._without_text), self._damaged)

    @property
    def is_large(self) -> bool:
        """Whether there is more text than is searched in the window's own thread."""
        return self.index.characters > AT_ONCE

    def search(self, words: list[str], done: Callable[[list[Found]], None]) -> None:
        """Finds ``words`` in what there is and calls ``done``: at once while there is little, later for a large round.

        A search that is still under way is given up for the new one.
        """
        self.start()
        if self._asked is not None:
            self._asked.stop()
            self._asked = None
        if not self.is_large or self._stopped:
            done(self.index.search(words))
        else:
            self._asked = self._jobs.start(lambda progress: self.index.search(words), done, _raise)

    def _know_cases(self) -> None:
        """Titles and places are there at once."""
        self._known = True
        for case_id in self._desk.order:
            case = self._desk.case(case_id)
            pieces = self._desk.pieces(case_id)
            said = (case.region, case.level, case.facet, case.organisation, case.carrying_body)
            facts = [visible(part, 200) for part in said if part]
            facts += (piece.title for piece in pieces)
            self.index.add_case(
                case_id, self._desk.number(case_id), self._desk.title(case_id), "\n".join(facts)
            )
            self._dossiers.append(case_id)
            self._pdfs += ((case_id, piece.member) for piece in pieces if piece.media_type == _PDF)
            self._without_text += (piece.title for piece in pieces if piece.media_type != _PDF)
        self._counts = [0, len(self._dossiers), 0, len(self._pdfs)]

    def _step(self) -> None:
        """Begins with the next text, unless something else is being opened."""
        if self._stopped or not (self._dossiers or self._pdfs):
            return
        if self._others.busy:
            self._timer.start(PATIENCE)
        elif self._dossiers:
            case_id = self._dossiers.popleft()
            self._run(
                lambda progress: FoldedText.of(dossier_text(self._desk.read_dossier(case_id))),
                lambda text: self._take_dossier(case_id, text),
                pdf=False,
            )
        else:
            case_id, member = self._pdfs.popleft()
            self._run(
                lambda progress: self._desk.read_piece(member),
                lambda content: self._read_pdf(case_id, member, content),
                pdf=True,
            )

    def _run(self, work: Callable[[Progress], object], done: Callable[[object], None], pdf: bool) -> None:
        def failed(failure: Exception) -> None:
            if not isinstance(failure, ReviewError):
                _raise(failure)
            self._skip(pdf)

        self._jobs.start(work, done, failed)

    def _skip(self, pdf: bool) -> None:
        self._damaged += 1
        self._go_on(pdf)

    def _take_dossier(self, case_id: str, text: object) -> None:
        assert isinstance(text, FoldedText)
        self.index.add(case_id, DOSSIER, text)
        self._go_on(pdf=False)

    def _read_pdf(self, case_id: str, member: str, content: object) -> None:
        from review_app.ui.documents.pdf_text import PdfText

        assert isinstance(content, bytes)
        self._pdf = PdfText(content, self)
        self._pdf.ready.connect(lambda pages: self._fold_pdf(case_id, member, pages))
        self._pdf.failed.connect(lambda: self._end_pdf(self._skip))
        self._pdf.start()

    def _end_pdf(self, go_on: Callable[[bool], None]) -> None:
        if self._pdf is not None:
            self._pdf.deleteLater()
            self._pdf = None
        if not self._stopped:
            go_on(True)

    def _fold_pdf(self, case_id: str, member: str, pages: list[str]) -> None:
        def done(text: object) -> None:
            assert isinstance(text, FoldedText)
            if text.text.strip():
                self.index.add(case_id, member, text)
            else:
                title = next(p.title for p in self._desk.pieces(case_id) if p.member == member)
                self._without_text.append(title)
            self._end_pdf(self._go_on)

        if not self._stopped:
            self._run(
                lambda progress: FoldedText.of("\n".join(page for page in pages if page)), done, pdf=True
            )

    def _go_on(self, pdf: bool) -> None:
        self._counts[2 if pdf else 0] += 1
        self._timer.start(BREATH)
        self.grown.emit()


def _raise(failure: Exception) -> None:
    raise failure
