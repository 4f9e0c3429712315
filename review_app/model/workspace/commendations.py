"""Words of commendation (推荐语), one a winner: asked of a named author after the ranking, never part of a sheet."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from review_app.model import canonical
from review_app.model.canonical import Record
from review_app.model.errors import UsageError
from review_app.model.text import visible
from review_app.model.workspace.context import Context
from review_app.model.workspace.edits import RowChange
from review_app.model.workspace.log import Detail
from review_app.model.workspace.rounds import Round

TEXT_LIMIT = 2000
NAME_LIMIT = 100


class Commendation(Record, frozen=True):
    """Who is asked for a candidate's words of commendation, and the words; ``text`` is "" until they have come.
    ``day`` is the ISO 8601 date of the last change as the organizer gives it."""

    case: str
    author: str
    post: str = ""
    institution: str = ""
    text: str = ""
    day: str = ""

    @property
    def signature(self) -> str:
        """Author, institution and post on one line, with the spaces that such lines have in Chinese."""
        return "　".join(part for part in (self.author, self.institution + self.post) if part)


class Words(NamedTuple):
    """What is entered for a case."""

    author: str
    post: str = ""
    institution: str = ""
    text: str = ""


class Commendations:
    """The table of commendations.  Every change can be undone."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def all(self, round_: Round) -> dict[str, Commendation]:
        """What there is, by candidate id."""
        sql = "SELECT record FROM commendation WHERE round_id = ? ORDER BY candidate_id"
        found = [
            canonical.decode(bytes(record), Commendation, "commendation")
            for (record,) in self._context.db.rows(sql, (round_.id,))
        ]
        return {commendation.case: commendation for commendation in found}

    def put(self, round_: Round, case: str, words: Words, day: datetime.date) -> Commendation:
        """Enters author or words for a candidate, or changes them.

        Raises UsageError ``unknown-case``, ``box-not-opened`` (nobody is asked before the ranking stands),
        ``commendation-invalid`` (with the field).
        """
        self._require(round_, case)
        author, post, institution, text = (part.strip() for part in words)
        made = Commendation(case, author, post, institution, text, day.isoformat())
        for name in ("author", "post", "institution", "text"):
            value: str = getattr(made, name)
            limit, plain = TEXT_LIMIT if name == "text" else NAME_LIMIT, value.replace("\n", " ")
            several_lines = name != "text" and "\n" in value
            if len(value) > limit or visible(plain, limit) != plain or several_lines:
                raise UsageError("commendation-invalid", field=name)
        if not made.author:
            raise UsageError("commendation-invalid", field="author")
        details: dict[str, Detail] = {"round": round_.id, "case": case}
        row = (round_.id, case, canonical.encode(made))
        change = RowChange("commendation", row[:2], row)
        if made.text:
            self._context.edits.change("commendation-entered", details, [change])
        else:
            self._context.edits.change("commendation-asked", details, [change])
        return made

    def remove(self, round_: Round, case: str) -> None:
        """Takes the entry of a candidate out; raises UsageError ``unknown-case``."""
        self._require(round_, case)
        details: dict[str, Detail] = {"round": round_.id, "case": case}
        row = RowChange("commendation", (round_.id, case), None)
        self._context.edits.change("commendation-removed", details, [row])

    @staticmethod
    def _require(round_: Round, case: str) -> None:
        if round_.state not in ("opened", "sealed"):
            raise UsageError("box-not-opened")
        if case not in round_.terms.candidate_ids:
            raise UsageError("unknown-case", case=case)
