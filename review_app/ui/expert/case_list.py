"""The left side: search, filters, and the cases with their rings."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QButtonGroup, QLineEdit, QWidget

from review_app.model.text import visible
from review_app.ui.expert.case_delegate import CaseDelegate
from review_app.ui.expert.case_model import CaseFilter, CaseModel, CaseRole
from review_app.ui.expert.case_view import CaseView
from review_app.ui.expert.desk import Desk
from review_app.ui.expert.filter_foot import FilterFoot
from review_app.ui.expert.heard import announce
from review_app.ui.jobs import Jobs
from review_app.ui.widgets.flow import Flow
from review_app.ui.widgets.parts import button, column, ground, label, row

if TYPE_CHECKING:
    from review_app.model.search.index import Found
    from review_app.ui.expert.search_index import CaseSearch

TYPING = 150
"""Milliseconds without a key until a large round is searched."""
AGAIN = 400
"""Milliseconds between two looks at texts that have arrived since."""
BEGIN = 4_000
"""Milliseconds after the round was opened until texts are gathered, if nobody searches before."""
_UNQUOTED = dict.fromkeys(map(ord, '"“”「」『』'))


class CaseList(QWidget):
    """Search, filters, list.

    :attr:`chosen` carries the id of the case the person goes to, :attr:`hit_chosen` a case and the piece (``dossier``
    or the member of an attachment) whose hits are wanted; :attr:`searched` the words being searched, none when the
    search is over; :attr:`next_hit` asks for the next hit in what is shown, forward or back.
    """

    chosen = Signal(str)
    hit_chosen = Signal(str, str)
    searched = Signal(list)
    next_hit = Signal(bool)
    left = Signal()

    def __init__(self, desk: Desk, jobs: Jobs) -> None:
        super().__init__()
        ground(self, "left")
        self._desk, self._jobs = desk, jobs
        self._quiet = self._composing = False
        self._gone_to = False  # whether a result was gone to since the words changed
        self._case = ""
        self._found: list[Found] | None = None
        self._aside = ""  # the filter that words have set aside
        self.words: list[str] = []
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._look)
        self._again = QTimer(self, singleShot=True, interval=AGAIN)
        self._again.timeout.connect(self._look)
        self._begin = QTimer(self, singleShot=True, interval=BEGIN)
        self._begin.timeout.connect(lambda: self.texts.start())
        self.model = CaseModel(desk, self)
        self.filter = CaseFilter(desk, self)
        self.filter.setSourceModel(self.model)
        self._make_search()
        self._make_view()
        self.cases = label("", "secondary", wrap=True)
        self.reading = label("", "secondary", wrap=True)
        self.missing = label("", "secondary", wrap=True)
        self.nothing = label("", "quiet", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setContentsMargins(24, 24, 24, 24)
        self.clear_words = button(self.tr("Clear the words"), "quiet-link")
        self.clear_words.clicked.connect(self.clear_search)
        self.choose_all = button(self.tr('Show "All"'), "quiet-link")
        self.choose_all.clicked.connect(lambda: self.chips.buttons()[0].click())
        self.ways_out = QWidget()
        self.ways_out.setLayout(
            row(None, self.clear_words, self.choose_all, None, margins=(16, 0, 16, 8), spacing=4)
        )
        self.filter_foot = FilterFoot()
        desk.case_changed.connect(lambda _: self._tell_filter())
        self._foot = QWidget()
        self._foot.setLayout(
            column(self.cases, self.reading, self.missing, margins=(16, 6, 12, 10), spacing=2)
        )
        for each in (self._foot, self.nothing, self.ways_out):
            each.hide()
        layout = column(
            row(self.search, margins=(12, 12, 12, 0)),
            Flow(*self._make_chips(), margins=(12, 0, 12, 4), spacing=3),
            self.nothing,
            self.ways_out,
            self.view,
            self.filter_foot,
            self._foot,
            spacing=8,
            margins=(0, 0, 1, 0),
        )
        layout.setStretch(4, 1)
        self.setLayout(layout)

    @cached_property
    def texts(self) -> CaseSearch:
        """The search over the round, made when the first words come or texts are gathered for them."""
        from review_app.ui.expert.search_index import CaseSearch

        texts = CaseSearch(self._desk, self._jobs, self)
        texts.grown.connect(self._grown)
        return texts

    def gather_soon(self) -> None:
        """Gathers the texts to be searched in a few seconds."""
        self._begin.start()

    def _make_search(self) -> None:
        self.search = QLineEdit()
        self.search.setProperty("kind", "search")
        self.search.setPlaceholderText(self.tr("Search cases and texts  Ctrl+F"))
        self.search.setAccessibleName(self.tr("Search titles, numbers, dossiers and attachments"))
        self.search.setToolTip(
            self.tr(
                'All words must occur; "words in quotation marks" stand together. Enter: next hit. Esc: clear.'
            )
        )
        self.search.setClearButtonEnabled(True)
        self.search.setAcceptDrops(False)
        self.search.textChanged.connect(self._typed)
        self.search.installEventFilter(self)

    def _make_view(self) -> None:
        self.view = CaseView()
        self.view.setModel(self.filter)
        self.view.setItemDelegate(CaseDelegate(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setAccessibleName(self.tr("Cases"))
        self.view.selectionModel().currentChanged.connect(self._moved)
        self.view.clicked.connect(self._clicked)
        self.view.installEventFilter(self)

    def _make_chips(self) -> list[QWidget]:
        names = {
            "all": self.tr("All"),
            "unscored": self.tr("Open"),
            "doubtful": self.tr("Doubtful"),
            "recused": self.tr("Recused"),
        }
        self.chips = QButtonGroup(self)
        made: list[QWidget] = []
        for name, text in names.items():
            chip = button(text, "chip")
            chip.setCheckable(True)
            chip.setProperty("filter", name)
            chip.setChecked(name == "all")
            chip.clicked.connect(lambda _=False, name=name: self._choose_chip(name))
            self.chips.addButton(chip)
            made.append(chip)
        return made

    def show_case(self, case_id: str) -> None:
        """Marks a case as the one on the table and brings it into view."""
        self._case = case_id
        with self._holding():
            self.filter.keep(case_id)
        current = self.view.currentIndex()
        if not current.isValid() or current.data(CaseRole.ID) != case_id:
            current = self._mark(case_id)
        if current.isValid():
            self.view.scrollTo(current)
        self._tell()

    def has_hits(self, case_id: str, piece: str) -> bool:
        """Whether the words searched for were found in a piece of a case; False without a search."""
        return any(one.case_id == case_id and piece in one.pieces for one in self._found or ())

    def clear_search(self) -> None:
        """Ends the search: all cases are there again."""
        self.search.clear()

    @property
    def asked(self) -> tuple[str, int]:
        """The words in the field, and the place of the filter chosen among the filters, set aside or not."""
        chosen = self._chip(self._aside) if self._aside else self.chips.checkedButton()
        return self.search.text(), self.chips.buttons().index(chosen)

    def ask_again(self, words: str, chosen: int) -> None:
        """Shows what :attr:`asked` said, as before the pages were built anew."""
        if chosen:
            self.chips.buttons()[chosen].click()
        self.search.setText(words)

    def stop(self) -> None:
        """Reads and searches nothing any more; before the package is closed."""
        self._soon.stop()
        self._again.stop()
        self._begin.stop()
        if "texts" in vars(self):
            self.texts.stop()

    def _mark(self, case_id: str, piece: str = "") -> QModelIndex:
        """Makes a row the current one without going there; returns it, invalid if it isn't shown."""
        source = self.model.index_of(case_id, piece)
        index = self.filter.mapFromSource(source) if source.isValid() else QModelIndex()
        with self._holding():
            self.view.setCurrentIndex(index)
        return index

    @contextmanager
    def _holding(self) -> Iterator[None]:
        """Meanwhile a change of the current row is not the person's: a row that goes takes nobody to its neighbour."""
        before, self._quiet = self._quiet, True
        yield
        self._quiet = before

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of search field and list, and what an input method is still composing."""
        if watched is self.search and isinstance(event, QInputMethodEvent):
            self._compose(bool(event.preeditString()))
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                event.accept()  # clears the search, whatever else Esc may mean in the window
                return True
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            act = self._search_key if watched is self.search else self._list_key
            if act(event):
                return True
        return super().eventFilter(watched, event)

    def _search_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            return self._escape()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(forward=not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            return True
        if event.key() == Qt.Key.Key_Down and not event.modifiers() and self.filter.rowCount():
            if not self.view.currentIndex().isValid():
                self.view.setCurrentIndex(self.filter.index(0, 0))
            self.view.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False

    def _list_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            return self._escape()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.words:
            self._enter(forward=not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            return True
        return False

    def _escape(self) -> bool:
        if self.search.text():
            self.clear_search()
        else:
            self.left.emit()
        return True

    def _enter(self, forward: bool) -> None:
        """Goes to the first result, and from then on to the next hit in what is shown."""
        self._soon.stop()
        if self._found is None and self.words:
            self._look()
        if not self.filter.rowCount():
            return
        if self.words and self._gone_to:
            self.next_hit.emit(forward)
            return
        first = self.filter.index(0, 0)
        if self.view.currentIndex() == first:
            self._go(first)
        else:
            self.view.setCurrentIndex(first)

    def _compose(self, composing: bool) -> None:
        """While letters are still being turned into characters nothing is searched."""
        ended = self._composing and not composing
        self._composing = composing
        if ended:
            QTimer.singleShot(0, self, lambda: self._typed(self.search.text()))

    def _typed(self, text: str) -> None:
        if self._composing:
            return
        from review_app.model.search.words import split_query

        words = split_query(text)
        if words == self.words:
            return
        self.words, self._gone_to, self._found = words, False, None
        self.searched.emit(words)
        if not words:
            self._soon.stop()
            self._show_all()
        else:
            self._soon.start(TYPING if self.texts.is_large else 0)

    def _look(self) -> None:
        if self.words:
            asked = list(self.words)
            self.texts.search(asked, lambda found: self._show_found(asked, found))

    def _grown(self) -> None:
        if self.words:
            self._tell()
            if not self._again.isActive():
                self._again.start()

    def _show_all(self) -> None:
        with self._holding():
            self.model.show_all()
        self._bring_filter_back()
        self.view.setUniformItemSizes(True)
        index = self._mark(self._case)
        if index.isValid():
            self.view.scrollTo(index)
        self._tell()

    def _show_found(self, words: list[str], found: list[Found]) -> None:
        if words != self.words:
            return
        first = self._found is None
        self._found = found
        current = self.view.currentIndex()
        row_key = (str(current.data(CaseRole.ID)), str(current.data(CaseRole.PIECE)))
        place = 0 if first else self.view.verticalScrollBar().value()
        self.view.setUniformItemSizes(False)
        with self._holding():
            self.model.show_found(self.texts.index, words, found)
        self._set_filter_aside(found, grown=not first)
        if not self._mark(*row_key).isValid():
            self._mark(self._case)
        self.view.verticalScrollBar().setValue(place)
        self._tell()

    def _set_filter_aside(self, found: list[Found], *, grown: bool) -> None:
        """Words that are found, but in no case of the kind chosen, are shown where they are; others bring the filter
        back.  When only more texts were read, what is listed already doesn't go again."""
        chosen = self._aside or self.filter.chip
        elsewhere = bool(found) and not any(self.filter.matches(one.case_id, chosen) for one in found)
        if elsewhere and not self._aside:
            self._aside = chosen
            self._use_filter("all")
            announce(self.view, self._aside_words())
        elif not elsewhere and not grown:
            self._bring_filter_back()

    def _bring_filter_back(self) -> None:
        name, self._aside = self._aside, ""
        if name:
            self._use_filter(name)

    def _use_filter(self, name: str) -> None:
        self._chip(name).setChecked(True)
        with self._holding():
            self.filter.set_chip(name, self._case)

    def _chip(self, name: str) -> QAbstractButton:
        return next(chip for chip in self.chips.buttons() if chip.property("filter") == name)

    def _aside_words(self) -> str:
        return self.filter_foot.tell_aside(self._chip(self._aside).text())

    def _choose_chip(self, name: str) -> None:
        self._aside = ""
        with self._holding():
            self.filter.set_chip(name, self._case)
        if self.words and self.filter.rowCount() == 0 and self.filter.without_words:
            self.clear_search()  # who asks for a kind of case wants to see those there are
        current = self.view.currentIndex()
        if not current.isValid() or current.data(CaseRole.ID) != self._case:
            self._mark(self._case)
        self._tell()

    def _tell(self) -> None:
        """What is still being read, and why the list is empty, if it is."""
        if self.words:
            self._tell_gathered()
        self.cases.setText(self.tr("Found in %n case(s).", "", len(self._found or ())))
        self.cases.setVisible(bool(self._found))
        self.view.setAccessibleDescription(self.cases.text() if self._found else "")
        self._foot.setVisible(bool(self.words))
        self._tell_filter()
        searching = bool(self.words) and self._found is None
        self.nothing.setText(self._why_empty())
        nothing, filtered = self.filter.rowCount() == 0 and not searching, not self._shows_all
        self.nothing.setVisible(nothing)
        # Only what brings cases: words found nowhere are found nowhere in all cases, too.
        self.clear_words.setVisible(bool(self.words) and (not self._found or bool(self.filter.without_words)))
        self.choose_all.setVisible(filtered and (not self.words or bool(self._found)))
        self.ways_out.setVisible(nothing and (bool(self.words) or filtered))

    def _tell_filter(self) -> None:
        """How many cases the filter leaves, whether one of them is there only because it is open, and whether words
        have set it aside."""
        if self._aside:
            self.view.setAccessibleDescription(f"{self.cases.text()} {self._aside_words()}")
            return
        if self._shows_all or self.words or not self.filter.rowCount():
            self.filter_foot.hide()
            return
        if stray := self.filter.stray:
            chosen = self.chips.checkedButton().text()
            self.filter_foot.tell_stray(self._desk.number(stray), chosen)
        else:
            self.filter_foot.tell_count(self.filter.rowCount())
        self.view.setAccessibleDescription(self.filter_foot.words.text())

    def _tell_gathered(self) -> None:
        from review_app.ui.expert.search_words import missing_words, reading_words

        gathered = self.texts.gathered
        self.reading.setText(reading_words(gathered))
        self.reading.setVisible(not gathered.complete)
        self.missing.setText(missing_words(gathered))
        self.missing.setToolTip("\n".join(gathered.without_text))
        self.missing.setVisible(gathered.complete and bool(self.missing.text()))

    @property
    def _shows_all(self) -> bool:
        return self.chips.buttons()[0].isChecked()

    def _why_empty(self) -> str:
        if not self.words or self._found:
            return self.tr("Nothing here.")
        query = visible(" ".join(self.search.text().translate(_UNQUOTED).split()), 40)
        if not self.texts.gathered.complete:
            return self.tr('"{query}" has not been found yet. More texts are being read.').format(query=query)
        return self.tr(
            '"{query}" is in no title, dossier or attachment. Try fewer or shorter words; all of them must occur.'
        ).format(query=query)

    def _moved(self, index: QModelIndex, before: QModelIndex) -> None:
        if index.isValid() and not self._quiet:
            self._go(index)

    def _clicked(self, index: QModelIndex) -> None:
        """A click on the row that is current already goes there too: something else may be shown by now."""
        if self.words and index.data(CaseRole.ID) == self._case:
            self._go(index)

    def _go(self, index: QModelIndex) -> None:
        self._gone_to = True
        case_id, piece = str(index.data(CaseRole.ID)), str(index.data(CaseRole.PIECE))
        if piece:
            self.hit_chosen.emit(case_id, piece)
        else:
            self.chosen.emit(case_id)
