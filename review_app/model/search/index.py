"""The texts of a round in memory, and the cases in which words are found.

There is no index but the folded text: ``in`` over it is as fast as the memory it lies in, finds words of one character,
and leaves nothing on disk, where it would be the dossiers in plain text.  Measured: a word that is nowhere in 1,000
dossiers of 20,000 characters is looked for in about the time of a plain ``in`` over the same texts (some 10 ms).

Memory: two bytes a character for the text and two for its folded form (four and four for a text with characters beyond
U+FFFF; one and one for plain English): 80 MB for those 1,000 dossiers, 8 MB for 24 cases of 80,000 characters each.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field

from review_app.model.search.fold import fold, fold_long
from review_app.model.search.places import FACTS, TITLE
from review_app.model.search.words import Snippet, hits, snippet


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A text and its folded form, of the same length."""

    text: str
    folded: str

    @classmethod
    def of(cls, text: str) -> FoldedText:
        """Folds ``text``: some 40 ms for a million characters, other threads run in between."""
        folded = fold_long(text)
        return cls(text, text if folded == text else folded)


@dataclass(frozen=True, slots=True)
class Found:
    """A case that has all the words: whether it is named by its number or all words are in its title, and the pieces
    (in the order they were added) in which any of the words is."""

    case_id: str
    by_number: bool
    in_title: bool
    pieces: tuple[str, ...]


@dataclass(slots=True)
class _Case:
    number: str
    pieces: dict[str, FoldedText] = field(default_factory=dict)


class SearchIndex:
    """Texts by case and piece.  Adding and searching may happen in different threads."""

    def __init__(self) -> None:
        self._cases: dict[str, _Case] = {}
        self._lock = threading.Lock()
        self._characters = 0

    @property
    def characters(self) -> int:
        """How much text there is to search."""
        return self._characters

    def add_case(self, case_id: str, number: int, title: str, facts: str = "") -> None:
        """Takes in a case; the order of these calls is the reading order.  ``facts``: what else is known of it without
        opening anything (place, organisation, titles of attachments), parted by line ends."""
        with self._lock:
            self._cases[case_id] = _Case(str(number))
        self.add(case_id, TITLE, title)
        if facts:
            self.add(case_id, FACTS, facts)

    def add(self, case_id: str, piece: str, text: str | FoldedText) -> None:
        """Takes in the text of a piece, in place of the one before.  KeyError for a case that isn't known."""
        new = text if isinstance(text, FoldedText) else FoldedText.of(text)
        with self._lock:
            pieces = self._cases[case_id].pieces
            old = pieces.get(piece)
            pieces[piece] = new
            self._characters += len(new.text) - (len(old.text) if old else 0)

    def search(self, words: Sequence[str]) -> list[Found]:
        """The cases in which every one of the folded ``words`` is somewhere; none for no words.

        A word that is the number of a case counts as found there.  The case of that number comes first, then those with
        all words in the title, then the others, each in reading order.
        """
        if not words:
            return []
        with self._lock:
            cases = [
                (case_id, case.number, tuple(case.pieces.items())) for case_id, case in self._cases.items()
            ]
        found = [
            one
            for case_id, number, pieces in cases
            if (one := _look(case_id, number, pieces, words)) is not None
        ]
        return sorted(found, key=lambda one: (not one.by_number, not one.in_title))

    def count(self, case_id: str, piece: str, words: Sequence[str]) -> int:
        """How many hits of the words a piece has, overlapping ones as one."""
        text = self._text(case_id, piece)
        if text is None:
            return 0
        return text.folded.count(words[0]) if len(words) == 1 else len(hits(text.folded, words))

    def snippet(
        self, case_id: str, piece: str, words: Sequence[str], before: int | None = None
    ) -> Snippet | None:
        """What stands around the words in a piece (see :func:`words.snippet`); None without a hit."""
        text = self._text(case_id, piece)
        return snippet(text.text, text.folded, words, before=before) if text is not None else None

    def _text(self, case_id: str, piece: str) -> FoldedText | None:
        case = self._cases.get(case_id)
        return case.pieces.get(piece) if case is not None else None


def _look(
    case_id: str, number: str, pieces: Sequence[tuple[str, FoldedText]], words: Sequence[str]
) -> Found | None:
    """Each word is looked for in each piece once; a word that is nowhere ends it."""
    having: set[str] = set()
    title_words, by_number = 0, False
    for word in words:
        numbered = word == number or (word.isdecimal() and word.lstrip("0") == number)
        having_this = [name for name, text in pieces if word in text.folded]
        if not having_this and not numbered:
            return None
        by_number |= numbered
        title_words += TITLE in having_this
        having.update(having_this)
    ordered = tuple(name for name, _ in pieces if name in having)
    return Found(case_id, by_number, title_words == len(words), ordered)


def marks_in(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where the folded ``words`` are in a short text that is shown as it is, such as a title."""
    return hits(fold(text), words)
