"""What a nomination resembles, for somebody to look at side by side, with the parts that both have in common."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from review_app.model.case import Case
from review_app.model.nomination.duplicates import resemblance, shingles
from review_app.model.nomination.match import plain
from review_app.model.value import Value
from review_app.model.workspace.submission import Submission

if TYPE_CHECKING:
    from review_app.model.workspace.earlier import EarlierCase

SHOWN_TEXT = 0.15
"""Texts that share less are about the same kind of thing, no more."""
SHOWN_TITLE = 0.5
MAX_SHOWN = 20
_GRAM = 8
_PLACES = 8


class Common(Value, frozen=True):
    """A stretch that both texts have: ``start`` to ``end`` of this, ``other_start`` to ``other_end`` of the other."""

    start: int
    end: int
    other_start: int
    other_end: int


class Similar(Value, frozen=True):
    """Something that is near: a case (``case_id``), something else handed in (``submission``), or one of an earlier
    edition (neither, ``edition`` its year).  ``percent`` is how near the texts are, ``title_percent`` the titles,
    ``text`` the other's dossier, ``common`` what both have."""

    case_id: str
    submission: str
    edition: str
    title: str
    organisation: str
    percent: int
    title_percent: int
    same_body: bool
    text: str
    common: tuple[Common, ...]


def find_similar(
    submission: Submission,
    submissions: Iterable[Submission],
    cases: Iterable[Case],
    earlier: Iterable[EarlierCase],
) -> list[Similar]:
    """What is near ``submission``: the same body, a similar title or a similar text; at most 20, the nearest first."""
    found = [
        _compare(submission, c.title, c.organisation, c.dossier, case_id=c.id)
        for c in cases
        if c.id != submission.case_id
    ]
    found += [
        _compare(submission, o.title, o.text("organisation"), o.dossier, submission_id=o.id)
        for o in submissions
        if o.id != submission.id and not o.case_id and o.state != "superseded"
    ]
    found += [_compare(submission, e.title, e.organisation, e.text, edition=e.year or "?") for e in earlier]
    near = sorted(
        (one for one in found if one is not None),
        key=lambda one: (-max(one.percent, one.title_percent), not one.same_body, one.title),
    )
    return [_with_common(one, submission.dossier) for one in near[:MAX_SHOWN]]


def _compare(
    submission: Submission,
    title: str,
    organisation: str,
    text: str,
    *,
    case_id: str = "",
    submission_id: str = "",
    edition: str = "",
) -> Similar | None:
    body = plain(submission.text("organisation"))
    same_body = bool(body) and body == plain(organisation)
    near_title = resemblance(shingles(submission.title, 2), shingles(title, 2)) if plain(title) else 0.0
    near_text = resemblance(shingles(submission.dossier), shingles(text)) if plain(text) else 0.0
    if not same_body and near_title < SHOWN_TITLE and near_text < SHOWN_TEXT:
        return None
    return Similar(
        case_id,
        submission_id,
        edition,
        title,
        organisation,
        round(100 * near_text),
        round(100 * near_title),
        same_body,
        text,
        (),
    )


def _with_common(one: Similar, text: str) -> Similar:
    return msgspec.structs.replace(one, common=tuple(common_parts(text, one.text)))


def common_parts(one: str, other: str, minimum: int = _GRAM) -> list[Common]:
    """Stretches of at least ``minimum`` letters that stand in both texts, in the order of ``one``, none over another
    there.  White space, punctuation and letter forms don't count."""
    mine, my_places = _folded(one)
    theirs, their_places = _folded(other)
    index: defaultdict[str, list[int]] = defaultdict(list)
    for place in range(len(theirs) - minimum + 1):
        places = index[theirs[place : place + minimum]]
        if len(places) < _PLACES:
            places.append(place)
    found: list[Common] = []
    position = 0
    while position <= len(mine) - minimum:
        starts = index.get(mine[position : position + minimum])
        if not starts:
            position += 1
            continue
        start = max(starts, key=lambda place: _run(mine, position, theirs, place))
        length = _run(mine, position, theirs, start)
        found.append(
            Common(
                my_places[position],
                my_places[position + length - 1] + 1,
                their_places[start],
                their_places[start + length - 1] + 1,
            )
        )
        position += length
    return found


def _run(one: str, start: int, other: str, place: int) -> int:
    """Letters that both have in a row from there on."""
    limit = min(len(one) - start, len(other) - place)
    length, step = 0, 64
    while length < limit:
        step = min(step, limit - length)
        if one[start + length : start + length + step] == other[place + length : place + length + step]:
            length += step
            step *= 2
        elif step == 1:
            break
        else:
            step //= 2
    return length


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """The letters and digits of ``text``, folded, and where in it each stands."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        if character.isalnum():
            for letter in unicodedata.normalize("NFKC", character).casefold():
                letters.append(letter)
                places.append(place)
    return "".join(letters), places
