"""The views of documents, each made when it is first needed.

What they load (a Markdown parser, the machinery around PDF processes) is a third of the program's start: the window is
there before it.  Imports inside functions for that reason.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

if TYPE_CHECKING:
    from review_app.ui.documents.dossier_view import DossierView
    from review_app.ui.documents.pdf_view import PdfView
    from review_app.ui.documents.picture_view import PictureView
    from review_app.ui.documents.sourced import Place
    from review_app.ui.documents.typeset import TitleBlock


class DocumentViews:
    """Dossier, PDF and picture views in one stack.  ``picture_of(name)``: the bytes of a case's attached picture."""

    def __init__(
        self,
        stack: QStackedWidget,
        picture_of: Callable[[str], bytes | None],
        rendered: Callable[[], None],
        zoomed: Callable[[int], None],
        hits_known: Callable[[], None],
        figure_chosen: Callable[[Place], None],
    ) -> None:
        self._stack, self._picture_of, self._rendered = stack, picture_of, rendered
        self._zoomed, self._hits_known, self._figure_chosen = zoomed, hits_known, figure_chosen
        self._zoom = 100

    def set_reading_zoom(self, percent: int) -> None:
        """Sets dossiers in ``percent`` of their usual size."""
        self._zoom = percent
        if "dossier" in self.__dict__:
            self.dossier.set_zoom(percent)

    @property
    def zoom(self) -> int:
        """The size of dossiers in per cent."""
        return self.dossier.zoom if "dossier" in self.__dict__ else self._zoom

    @cached_property
    def dossier(self) -> DossierView:
        """The page of a dossier."""
        from review_app.ui.documents.dossier_view import DossierView

        view = DossierView(picture_of=self._picture_of)
        view.set_zoom(self._zoom)
        view.zoomed.connect(self._zoomed)
        view.rendered.connect(self._rendered)
        view.marked.connect(lambda count: self._hits_known())
        view.figure_chosen.connect(self._figure_chosen)
        self._stack.addWidget(view)
        return view

    @cached_property
    def pdf(self) -> PdfView:
        """The pages of a PDF."""
        from review_app.ui.documents.pdf_view import PdfView

        view = PdfView()
        view.settled.connect(self._hits_known)
        view.marked.connect(lambda count: self._hits_known())
        self._stack.addWidget(view)
        return view

    @cached_property
    def picture(self) -> PictureView:
        """A picture."""
        from review_app.ui.documents.picture_view import PictureView

        view = PictureView()
        self._stack.addWidget(view)
        return view

    def show_dossier(self, title: TitleBlock, text: str) -> None:
        """Shows a dossier under its title."""
        self.dossier.show_markdown(title, text)
        self._stack.setCurrentWidget(self.dossier)

    def show_attachment(self, content: bytes, media_type: str, place: str = "") -> None:
        """Shows a PDF or a picture at a place that its view has told before; empty: from the beginning."""
        if media_type == "application/pdf":
            self._stack.setCurrentWidget(self.pdf)
            self.pdf.restore_text(place)
            self.pdf.show_pdf(content)
        else:
            self._stack.setCurrentWidget(self.picture)
            self.picture.restore_text(place)
            self.picture.show_picture(content, media_type)

    def made(self, name: str) -> QWidget | None:
        """The view of that name (``dossier``, ``pdf``, ``picture``), if it was needed yet."""
        return self.__dict__.get(name)

    def clear_attachments(self) -> None:
        """Lets go of the attachment shown, and of the process that draws it."""
        for name in ("pdf", "picture"):
            if name in self.__dict__:
                getattr(self, name).clear()
