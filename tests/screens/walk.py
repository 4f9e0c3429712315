"""One window taken through every page, with an empty, a half-done and a finished round."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

from review_app.model.errors import InputError
from review_app.ui.expert.desk import Desk
from review_app.ui.expert.round_page import RoundPage
from review_app.ui.settings import Settings
from review_app.ui.window import MainWindow
from tests.screens.campaign import Sample

PATIENCE = 30.0
NOTE = "两处数字口径不同，核对附件第 3 页。"
SEARCHED = "平台"

Visit = Callable[[str, QWidget], None]
"""Gets the name of a page and the window that shows it."""


class Walk:
    """Goes through the pages and calls ``visit`` at each.  A page that can't be reached is noted in :attr:`failures`,
    and the walk goes on."""

    def __init__(self, size: tuple[int, int], visit: Visit) -> None:
        self._visit = visit
        self.failures: dict[str, Exception] = {}
        self.window = MainWindow(Settings())
        self.window.resize(*size)
        self.window.show()

    def settle(self, seconds: float = 0.25, until: Callable[[], object] = lambda: True) -> None:
        """Lets the window come to rest, and waits for ``until``."""
        start = time.monotonic()
        loop = QEventLoop()
        while time.monotonic() < start + seconds or self.window.jobs.busy or not until():
            QTimer.singleShot(20, loop.quit)
            loop.exec()
            if time.monotonic() > start + PATIENCE:
                raise TimeoutError("the page did not come to rest")

    @contextmanager
    def page(self, name: str, seconds: float = 0.25) -> Iterator[None]:
        """What is done inside leads to the page ``name``."""
        try:
            yield
            self.settle(seconds)
            self._visit(name, self.window)
        except Exception as failure:  # the other pages are still wanted
            self.failures[name] = failure

    @property
    def round(self) -> RoundPage:
        """The round that is open."""
        assert self.window.round is not None
        return self.window.round

    @property
    def desk(self) -> Desk:
        """Its desk."""
        return self.round.desk

    def all(self, sample: Sample, sheet: Path) -> None:
        """Every page."""
        self._outside(sample)
        self._reading()
        self._checking("half")
        self._amended(sample)
        self._finish()
        self._checking("done")
        self._exporting(sheet)
        with self.page("start-recent"):
            self.window.leave_round()
        self.window.close()
        self.window.deleteLater()
        self.settle(0.05)

    def _outside(self, sample: Sample) -> None:
        with self.page("start"):
            self.window.show_start()
        with self.page("organizer"):
            start = self.window.start_page
            assert start is not None
            start.doors.buttons()[1].click()
        with self.page("card-half"):
            start = self.window.start_page
            assert start is not None
            start.doors.buttons()[0].click()
            self.window.open_file(sample.package)
            self.settle(0.1, lambda: self.window.card_page)
            card = self.window.card_page
            assert card is not None
            card.field.setText("7K3M-9QPX-2")
            card.field.textEdited.emit(card.field.text())
        with self.page("card"):
            card = self.window.card_page
            assert card is not None
            card.field.set_card(sample.card)
        with self.page("card-refused"):
            card = self.window.card_page
            assert card is not None
            card.show_failure(InputError("card-not-admitted"))
        with self.page("welcome"):
            self.window.open_with_card(sample.package, sample.card)
        with self.page("empty", 0.6):
            self.window.enter_round()
        for kind in ("guide", "shortcuts", "about"):
            with self.page(kind):
                self.window.show_help(kind)
            self.window.show_help(None)
        with self.page("check-empty"):
            self.round.show_step("check")
        with self.page("sign-empty"):
            self.round.show_step("sign")
        self.round.show_step("read")

    def _reading(self) -> None:
        """Some scored, one recused, one doubtful, one half-way: the one that is on the table."""
        desk, page = self.desk, self.round
        drawn = random.Random(3)
        for case_id in desk.order[:9]:
            self._score(case_id, [drawn.randint(4, 9) for _ in desk.rubric.criteria])
        recused, doubtful = desk.order[8], desk.order[3]
        desk.change(recused, lambda session: session.set_recused(recused, True))
        desk.change(doubtful, lambda session: session.set_doubtful(doubtful, True))
        half = max(desk.order[9:], key=lambda case_id: min(3, len(desk.pieces(case_id))))
        self._score(half, [8, 7, 7])
        with self.page("read", 0.6):
            page.show_case(half)
            page.scores.focus_first_open()
        with self.page("levels"):
            page.scores.show_levels()
        with self.page("history"):
            page.scores.show_history()
        with self.page("institutions"):
            page.scores.drawers.show_institutions()
        page.scores.drawers.close_drawer()
        with self.page("claims"):
            page.reader.open_tab("claims")
        with self.page("notes"):
            page.reader.open_tab("notes")
            page.reader.notes.field.setPlainText(NOTE)
        page.reader.open_tab("dossier")
        self._attachments()
        page.show_case(half)
        with self.page("search", 1.0):
            page.list.search.setText(SEARCHED)
            self.settle(0.5)
        with self.page("search-nothing"):
            page.list.search.setText("没有这个词")
            self.settle(0.3)
        page.list.search.clear()
        self.settle(0.1)
        page.show_case(half)
        with self.page("focus", 0.4):
            page.set_focus_mode(True)
        page.set_focus_mode(False)
        with self.page("recused", 0.4):
            page.show_case(recused)
        self._menu()
        with self.page("told"):
            self.window.tell(InputError("comment-too-long", case=half, limit=1000))
        self.window.notes.clear()
        page.show_case(half)

    def _menu(self) -> None:
        """A window of its own, which no picture of the main one has."""
        menu = self.window.menu
        try:
            menu.popup(self.window.mapToGlobal(self.window.rect().center()))
            self.settle()
            self._visit("menu", menu)
        except Exception as failure:  # as in :meth:`page`
            self.failures["menu"] = failure
        menu.close()

    def _attachments(self) -> None:
        """An attachment of either kind."""
        page, desk, seen = self.round, self.desk, set[str]()
        for case_id in desk.order:
            for piece in desk.pieces(case_id):
                kind = "pdf" if piece.media_type == "application/pdf" else "picture"
                if kind in seen:
                    continue
                seen.add(kind)
                page.show_case(case_id)
                self.settle(0.1)
                with self.page(kind, 0.8):
                    page.reader.open_tab(piece.member)
                    if kind == "picture":
                        self.settle(
                            0.3, lambda: page.reader.stack.currentWidget() is page.reader.views.picture
                        )
                        self.settle(0.3, lambda: not page.reader.views.picture.shown_part.isNull())
                    else:
                        self.settle(0.3, lambda: page.reader.views.pdf.page_count)
                        self.settle(0.3, lambda: page.reader.views.pdf.pages.images)
                if kind == "pdf":
                    self._pdf_hits()

    def _pdf_hits(self) -> None:
        """Words found in the PDF document that is open."""
        page, counted = self.round, list[int]()
        with self.page("pdf-hits", 0.8):
            page.reader.views.pdf.marked.connect(counted.append)
            page.list.search.setText(SEARCHED)
            self.settle(0.5, lambda: counted)
            page.reader.find_next()
        page.list.search.clear()

    def _checking(self, state: str) -> None:
        with self.page(f"check-{state}"):
            self.round.show_step("check")
        with self.page(f"neighbours-{state}"):
            self.round.check.table.selectRow(1)
            self.round.check.beside.click()
        with self.page(f"grid-{state}"):
            self.round.check.show_view("grid")
        self.round.check.show_view("ranking")
        with self.page(f"sign-{state}"):
            self.round.show_step("sign")
        self.round.show_step("read")

    def _amended(self, sample: Sample) -> None:
        with self.page("amended", 0.4):
            self.window.open_file(sample.amendment)
            self.settle(0.3, lambda: self.desk.session.amendments)
        with self.page("withdrawn", 0.4):
            self.window.notes.clear()
            self.round.show_case(sample.withdrawn)
        with self.page("corrected", 0.4):
            self.round.show_case(sample.corrected)

    def _finish(self) -> None:
        drawn = random.Random(7)
        for case_id in self.desk.open_cases():
            self._score(case_id, [drawn.randint(3, 10) for _ in self.desk.rubric.criteria])
        with self.page("read-done", 0.4):
            self.round.show_case(self.desk.order[0])
            self.round.focus_scores()

    def _exporting(self, sheet: Path) -> None:
        self.round.show_step("sign")
        with self.page("receipt", 0.5):
            self.round.sign.export_to(sheet)
            self.settle(0.2, sheet.exists)
        with self.page("receipt-qr"):
            panel = self.round.sign.receipt_panel
            assert panel is not None
            panel.qr_button.click()
            self.settle(0.1)
            _bring_up(panel.qr_button, below=200)
        with self.page("own-files"):
            own = self.round.sign.own_files
            for each in own.findChildren(QPushButton):
                if each.property("kind") == "link":
                    each.click()
            self.settle(0.1)
            _bring_up(own.backup_button, below=20)
        with self.page("refused"):
            self.round.sign.export_to(sheet)
        self.round.show_step("read")

    def _score(self, case_id: str, values: list[int]) -> None:
        for criterion, value in enumerate(values):
            self.desk.change(case_id, lambda session, c=criterion, v=value: session.set_score(case_id, c, v))


def _bring_up(part: QWidget, below: int) -> None:
    """Scrolls until ``part``, and so many pixels below it, can be seen."""
    above = part.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None:
        above.ensureWidgetVisible(part, 0, below)
