"""The preview of certificates: the page that was there stays until the new one is drawn."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from review_app.ui.documents.page_layout import Zoom
from review_app.ui.documents.pdf_view import PdfView
from review_app.ui.widgets.parts import label


class Preview(QStackedWidget):
    """Two views of a PDF, of which one is shown while the other one gets ready."""

    page_shown = Signal(int)
    """The page (from 0) being looked at has changed."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting = label(self.tr("Drawing the certificates…"), "quiet", wrap=True)
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._views = [self._made(), self._made()]
        self._now = self._views[0]
        self.addWidget(self._waiting)
        self.setCurrentWidget(self._waiting)
        self._page = 0
        self._coming: PdfView | None = None

    def _made(self) -> PdfView:
        view = PdfView()
        view.toggle_strip()  # the list beside it does the same
        view.pages.set_zoom(Zoom("page"))
        view.settled.connect(partial(self._opened, view))
        view.page_settled.connect(partial(self._drawn, view))
        view.pages.page_changed.connect(partial(self._turned, view))
        self.addWidget(view)
        return view

    @property
    def view(self) -> PdfView:
        """The one that is shown."""
        return self._now

    @property
    def ready(self) -> bool:
        """Whether nothing is being drawn anew."""
        return self._coming is None

    @property
    def empty(self) -> bool:
        """Whether nothing is shown, and nothing is coming."""
        return self._coming is None and not self.view.page_count

    def show_pdf(self, content: bytes) -> None:
        """Shows ``content`` once its page is drawn, at the same page."""
        now = self.view
        other = next(view for view in self._views if view is not now)
        target = other if now.page_count else now
        zoom = now.pages.zoom
        target.resize(self.size())
        target.pages.set_zoom(zoom)
        self._coming = target
        target.show_pdf(content)

    def go_to_page(self, page: int) -> None:
        """Shows the page, now and after what is coming."""
        self._page = page
        if self.view.page_count and self.view.pages.page != page:
            self.view.pages.go_to_page(page)

    def say(self, words: str) -> None:
        """What stands there while there is no page to see."""
        self._waiting.setText(words)

    def stop(self) -> None:
        """Shows nothing, and no process stays behind."""
        self._coming = None
        self.setCurrentWidget(self._waiting)
        for view in self._views:
            view.clear()

    def _opened(self, view: PdfView) -> None:
        if view is self._coming:
            if view.page_count:
                view.pages.go_to_page(min(self._page, view.page_count - 1))
            else:  # it says why it can't be shown
                self._swap(view)

    def _drawn(self, view: PdfView, page: int) -> None:
        if view is self._coming and page == min(self._page, view.page_count - 1):
            self._swap(view)

    def _swap(self, view: PdfView) -> None:
        self._coming = None
        before, held = self.view, self.view.isAncestorOf(self.window().focusWidget() or self)
        self._now = view
        self.setCurrentWidget(view)
        if view is not before:
            if held:
                view.setFocus()
            before.clear()

    def _turned(self, view: PdfView, page: int) -> None:
        if view is self.view and view is not self._coming and view.page_count:
            self._page = page
            self.page_shown.emit(page)
