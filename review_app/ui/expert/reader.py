"""The middle: the dossier of a case, its attachments, and the expert's own notes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from review_app.model.case import Claim
from review_app.model.errors import ReviewError
from review_app.model.progress import Progress
from review_app.model.value import Value
from review_app.ui.errors import sentences
from review_app.ui.expert.claim_words import claim_words
from review_app.ui.expert.claims_holder import ClaimsHolder
from review_app.ui.expert.desk import Desk, Piece
from review_app.ui.expert.document_views import DocumentViews
from review_app.ui.expert.notes_page import NotesPage
from review_app.ui.expert.piece_tabs import CLAIMS, DOSSIER, NOTES, PieceTabs
from review_app.ui.expert.title_words import title_lines
from review_app.ui.jobs import Job, Jobs
from review_app.ui.widgets.parts import column, ground, label, row, scrolling

if TYPE_CHECKING:
    from review_app.ui.documents.pdf_view import PdfView
    from review_app.ui.documents.picture_view import PictureView
    from review_app.ui.documents.sourced import Place
    from review_app.ui.documents.typeset import TitleBlock
    from review_app.ui.expert.figure_card import FigureCard

PATIENCE = 150
"""Milliseconds after which a reader is told that something is being opened."""


class _Read(Value, frozen=True):
    """What a job brought: for which case and piece, and the content."""

    case_id: str
    name: str
    content: str | bytes


class Reader(QWidget):
    """Shows what there is to read of one case; a piece that is damaged says so in its place, the rest works."""

    pending = Signal()
    shown = Signal(str)
    zoomed = Signal(int)

    def __init__(self, desk: Desk, jobs: Jobs) -> None:
        super().__init__()
        ground(self, "paper")
        self._desk, self._jobs = desk, jobs
        self._case, self._tab = "", DOSSIER
        self._pieces: dict[str, Piece] = {}
        self._job: Job | None = None
        self._attachment_places: dict[str, str] = {}
        self._loaded = ""  # the case whose dossier the view holds
        self._text = ""  # its Markdown
        self._words: list[str] = []
        self._wanted_claim: Claim | None = None
        self._figure_at_hand = 0
        self._seeking = False  # whether the first hit of what is being opened is wanted
        self.notes = NotesPage(desk)
        self.notes.pending.connect(self.pending)
        self._make_trouble()
        # Until then the page before stays: a quick answer must not flicker, a slow one must not mislead.
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._held: _Read | None = None
        self._unpainted = QTimer(self, singleShot=True)
        self._unpainted.timeout.connect(self._show_held)
        self.stack = QStackedWidget()
        self.waiting = label(self.tr("Opening…"), "quiet")
        self._patience.timeout.connect(lambda: self.stack.setCurrentWidget(self.waiting))
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for view in (QWidget(), self.waiting, self.notes, self.trouble):
            self.stack.addWidget(view)
        self.views = DocumentViews(
            self.stack,
            self.picture_of,
            self._rendered,
            self.zoomed.emit,
            self._seek_hit,
            self._show_card,
        )
        self.tabs = PieceTabs()
        self.tabs.chosen.connect(self.open_tab)
        line = row(self.stack, spacing=0)
        line.setStretch(0, 1)
        self.claims = ClaimsHolder(self.stack, line, self)
        self.claims.chosen.connect(self.show_claim)
        self.claims.moved.connect(self._move_claims)
        self.zoomed.connect(self._fit_claims)
        layout = column(line, self.tabs, spacing=0)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def _make_trouble(self) -> None:
        content = QWidget()
        self._what = label("", "attention-body", wrap=True)
        self._next = label("", "quiet", wrap=True)
        content.setLayout(column(self._what, self._next, None, margins=(48, 64, 48, 32), spacing=8))
        self.trouble = scrolling(content, "paper")

    @property
    def tab(self) -> str:
        """What is shown: ``dossier``, ``claims``, ``notes`` or the member of an attachment."""
        return self._tab

    def show_case(self, case_id: str) -> None:
        """Opens a case at its dossier, where it was left."""
        self.flush()
        self._keep_place()
        if "figure_card" in self.__dict__:
            self.figure_card.dismiss()
        self._case = case_id
        self._pieces = {piece.member: piece for piece in self._desk.pieces(case_id)}
        self.notes.show_case(case_id)
        self.tabs.show_pieces(list(self._pieces.values()))
        self._wanted_claim = None
        claims = self._desk.case(case_id).claims
        self.claims.show_claims(claims)
        self._fit_claims()
        self.tabs.show_claims(len(claims), self.claims.beside)
        self.open_tab(DOSSIER)

    def places(self) -> dict[str, str]:
        """Where the reading stands, to be remembered."""
        self._keep_place()
        found = dict(self._attachment_places)
        if self._loaded == self._case and self._case:
            found[self._case] = f"{self.views.dossier.place():.4f}"
        return found

    def _keep_place(self) -> None:
        """Remembers where an attachment is left."""
        view = self._attachment_view()
        if view is not None and not view.notice:
            self._attachment_places[self._tab] = view.place_text()

    def _attachment_view(self) -> PdfView | PictureView | None:
        """The view that shows the attachment that is open, or None when another thing is."""
        if self._tab in self._pieces:
            for view in (self.views.made("pdf"), self.views.made("picture")):
                if view is not None and view is self.stack.currentWidget():
                    return cast("PdfView | PictureView", view)
        return None

    def open_tab(self, name: str) -> None:
        """Shows the dossier, where its figures come from, the notes, or an attachment."""
        if name == CLAIMS and self.claims.unfold():
            self.tabs.mark(self._tab)
            self.claims.page.focus_first()
            return
        if self._job is not None:
            self._job.stop()
            self._job = None
        self._patience.stop()
        self._seeking = False
        self.tabs.mark(name)
        if name != NOTES:
            self.notes.flush()
        self._keep_place()
        self.views.clear_attachments()
        self._tab = name
        if name == NOTES:
            self.stack.setCurrentWidget(self.notes)
            self.notes.field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif name == CLAIMS:
            self.stack.setCurrentWidget(self.claims.page)
            self.claims.page.focus_first()
        elif name == DOSSIER and self._loaded == self._case:
            self.stack.setCurrentWidget(self.views.dossier)
            self._mark_shown()
        else:
            self._read(name)

    def show_claim(self, claim: Claim) -> None:
        """Shows where the dossier gives a figure; says so where it doesn't in these words."""
        self._wanted_claim = None
        if self._loaded != self._case:
            self.open_tab(DOSSIER)  # which says so when it can't be read
            self._wanted_claim = claim
        elif self.views.dossier.setting.busy:
            self._wanted_claim = claim  # until all of the text is there
        elif self.views.dossier.show_figure(claim.figure):
            self.claims.page.say_nothing()
            if self._tab != DOSSIER:
                self.open_tab(DOSSIER)
                self.views.dossier.show_figure(claim.figure)
        else:
            self.claims.page.say_not_found(claim)

    @cached_property
    def figure_card(self) -> FigureCard:
        """What says beside a figure of the text where it comes from; made when it is first wanted."""
        from review_app.ui.expert.figure_card import FigureCard

        card = FigureCard(self.views.dossier)
        card.all_wanted.connect(self._show_all_figures)
        return card

    def next_figure(self, forward: bool = True) -> bool:
        """Goes to the next figure with a source, or the one before, and says where it comes from; False where the
        dossier isn't open or has none."""
        if self._tab != DOSSIER or self._loaded != self._case:
            return False
        place = self.views.dossier.next_figure(forward)
        if place is not None:
            self._show_card(place, by_key=True)
        return place is not None

    def _show_card(self, place: Place, by_key: bool = False) -> None:
        claims = self._desk.case(self._case).claims
        about = [claims[number] for number in place.numbers]
        self._figure_at_hand = place.numbers[0]
        where = self.views.dossier.figures.rectangle(place)
        self.figure_card.show_claims(about, len(claims), where, by_key=by_key)

    def _show_all_figures(self) -> None:
        self.open_tab(CLAIMS)
        self.claims.page.focus_on(self._figure_at_hand)

    def _rendered(self) -> None:
        self.shown.emit(self._case)
        if self._wanted_claim is not None:
            self.show_claim(self._wanted_claim)

    def _move_claims(self) -> None:
        """The figures have gone beside the text, or back to a tab."""
        self.tabs.show_claims(len(self._desk.case(self._case).claims), self.claims.beside)
        if self.claims.beside and self._tab == CLAIMS:
            self.open_tab(DOSSIER)
        elif not self.claims.beside and self.stack.currentWidget() is self.claims.page:
            self.open_tab(self._tab)

    def _fit_claims(self) -> None:
        self.claims.fit(self.width(), self.views.zoom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_claims()

    def mark(self, words: Sequence[str]) -> None:
        """Marks ``words`` (none: nothing) in what is shown, and in whatever is opened from now on."""
        self._words = list(words)
        if self._tab != NOTES:
            self._mark_shown()

    def _mark_shown(self) -> None:
        view = self.stack.currentWidget()
        if view in (self.views.made("dossier"), self.views.made("pdf")):
            view.mark(self._words)  # type: ignore[union-attr]
        self._seek_hit()

    def find_next(self, forward: bool = True) -> bool:
        """Goes to the next mark in what is shown, or the one before; False when there is none."""
        find = getattr(self.stack.currentWidget(), "find_next", None)  # notes and pictures have none
        return bool(find and self._words and find(forward))

    def seek(self) -> None:
        """Goes to the first mark of what is shown or being opened, as soon as there is one."""
        self._seeking = True
        self._seek_hit()

    def _seek_hit(self) -> None:
        if self._seeking and self._job is None and self.find_next():
            self._seeking = False

    def print_shown(self, parent: QWidget) -> None:
        """Asks for a printer and prints the dossier that is open; one that can't be read is not printed."""
        if self._loaded != self._case or not self._case:
            return
        from review_app.ui.documents.printing import PrintRun

        # Another case may be on the table before the printer is chosen.
        picture_of = partial(self._desk.picture_of, self._case)
        run = PrintRun(parent, self._title_block(), self._text, picture_of)
        run.failed.connect(self._desk.failed)
        run.ask()

    def picture_of(self, name: str) -> bytes | None:
        """The bytes of a picture attached to the case that is open, or None."""
        return self._desk.picture_of(self._case, name)

    def flush(self) -> None:
        """Saves the notes."""
        self.notes.flush()

    def stop(self) -> None:
        """Ends what draws and reads, before the package is closed."""
        if self._job is not None:
            self._job.stop()
        self._patience.stop()
        self._unpainted.stop()
        self.views.clear_attachments()

    def _read(self, name: str) -> None:
        case_id = self._case

        def work(progress: Progress) -> _Read:
            if name == DOSSIER:
                return _Read(case_id, name, self._desk.read_dossier(case_id))
            return _Read(case_id, name, self._desk.read_piece(name))

        self._job = self._jobs.start(work, self._answered, self._fail)
        self._patience.start()

    def _answered(self, read: _Read) -> None:
        """The first text is set once the page has been painted: what sets it takes a moment to load."""
        if isinstance(read.content, str) and self.views.made("dossier") is None:
            self._held = read
            self._unpainted.start(PATIENCE)  # the page may be hidden
        else:
            self._show(read)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._unpainted.isActive():
            self._unpainted.start(0)

    def _show_held(self) -> None:
        read, self._held = self._held, None
        if read is not None:
            self._show(read)

    def _show(self, read: _Read) -> None:
        if (read.case_id, read.name) != (self._case, self._tab):
            return
        self._job = None
        self._patience.stop()
        if isinstance(read.content, str):
            self._loaded = self._case
            self._text = read.content
            self.views.show_dossier(self._title_block(), read.content)
            claims = self._desk.case(self._case).claims
            self.views.dossier.set_sourced([(claim.figure, claim_words(claim)) for claim in claims])
            if not self._seeking:
                self._restore_place()
        else:
            stored = self._desk.session.meta.places.get(read.name, "")
            place = self._attachment_places.get(read.name, stored)
            self.views.show_attachment(read.content, self._pieces[read.name].media_type, place)
        self._mark_shown()

    def _restore_place(self) -> None:
        place = self._desk.session.meta.places.get(self._case, "")
        try:
            self.views.dossier.restore_place(min(1.0, max(0.0, float(place))))
        except ValueError:
            self.views.dossier.restore_place(0.0)

    def _fail(self, failure: Exception) -> None:
        if not isinstance(failure, ReviewError):
            raise failure
        self._job = None
        self._patience.stop()
        text = sentences(failure)
        self._what.setText(text.what)
        self._next.setText(text.next)
        self.stack.setCurrentWidget(self.trouble)

    def _title_block(self) -> TitleBlock:
        from review_app.ui.documents.typeset import TitleBlock

        above, title, below = title_lines(self._desk.case(self._case))
        return TitleBlock(above, title, below)
