"""From the count to the final result: the public draw, the notice (公示), objections and their answers.

The clock decides nothing here: days are what the organizer says they are, and a notice that is ended early says so in
the log.  What is published of it (cases set aside, with their reason) goes into the results archive; who objected
stays in the workspace.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Literal

from review_app.model import canonical
from review_app.model.canonical import Record
from review_app.model.errors import UsageError
from review_app.model.package.amendment import withdrawn_cases
from review_app.model.text import DRAW_LIMIT, REASON_LIMIT, in_one_spelling, is_blank, one_spelling, visible
from review_app.model.value import Value
from review_app.model.workspace.amendments import Amendments
from review_app.model.workspace.context import Context
from review_app.model.workspace.edits import RowChange
from review_app.model.workspace.log import Detail
from review_app.model.workspace.rounds import Round

Status = Literal["counted", "proposed", "final"]
Outcome = Literal["", "rejected", "upheld"]
NAME_LIMIT = 200
TEXT_LIMIT = 4000
MAX_OBJECTIONS = 9999
RESULT_ACTS = frozenset({"results-sealed", "case-set-aside", "case-taken-back", "result-final"})
"""Acts after which the result is another statement than before."""


class Objection(Record, frozen=True):
    """What somebody says against the result.  ``about`` is a candidate's id, or "" for the result as a whole; ``day``
    and ``answered`` are ISO 8601 dates, ``answered`` "" until it is."""

    number: int
    day: str
    by: str
    about: str
    text: str
    outcome: Outcome = ""
    answer: str = ""
    answered: str = ""

    @property
    def open(self) -> bool:
        """Whether it still waits for its answer."""
        return not self.answered


class SetAside(Record, frozen=True):
    """A candidate that the organizer has taken out of the result, and why; both are published."""

    case: str
    reason: str


class Notice(Value, frozen=True):
    """How the result stands.  ``since`` and ``until`` are the days of the notice, ``final`` the day on which the result
    was declared final; each None while there is none.  ``early`` is why that was before the last day, or without a
    notice; "" otherwise."""

    status: Status
    since: datetime.date | None = None
    until: datetime.date | None = None
    final: datetime.date | None = None
    early: str = ""

    def running(self, today: datetime.date) -> bool:
        """Whether objections may still come in."""
        return self.status == "proposed" and self.until is not None and today <= self.until


class Publication:
    """The tables of what follows the count."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._db = context.db

    # --- the public draw ----------------------------------------------------------------------------------------------

    def draw(self, round_: Round) -> str | None:
        """What was drawn in public: "" where the rule names no draw, None while it is awaited."""
        if not round_.rule.seed_draw:
            return ""
        found = self._db.row("SELECT draw FROM publication WHERE round_id = ?", (round_.id,))
        return str(found[0]) if found and found[0] is not None else None

    def record_draw(self, round_: Round, text: str) -> None:
        """Keeps what was drawn, once and for all: lots and intervals depend on it, and so on its spelling.  Of one text
        only one spelling is kept (see :func:`in_one_spelling`); blanks and composed characters are put right.

        Raises UsageError ``draw-not-named`` (the rule takes no seed from a draw), ``draw-too-early`` (intake is not
        closed: the draw must come after the record), ``draw-known``, ``draw-invalid``.
        """
        text = one_spelling(text)
        if not round_.rule.seed_draw:
            raise UsageError("draw-not-named")
        if round_.state not in ("closed", "opened"):
            raise UsageError("draw-too-early")
        if not in_one_spelling(text):
            raise UsageError("draw-invalid", limit=DRAW_LIMIT)
        with self._db.transaction():
            if self.draw(round_) is not None:
                raise UsageError("draw-known")
            self._set(round_, draw=text)
            self._context.log.append("draw-recorded", {"round": round_.id, "draw": text})

    # --- the notice ---------------------------------------------------------------------------------------------------

    def notice(self, round_: Round) -> Notice:
        """How the result stands; ``counted`` until it is confirmed."""
        if round_.state != "sealed":
            return Notice("counted")
        found = self._db.row("SELECT since, until, final FROM publication WHERE round_id = ?", (round_.id,))
        since, until, final = (_day(text) for text in found) if found else (None, None, None)
        if final is None:
            return Notice("proposed", since, until)
        return Notice("final", since, until, final, self._why_early(round_))

    def _why_early(self, round_: Round) -> str:
        for line in reversed(self._context.log.lines()):
            if line.act == "result-final" and line.details.get("round") == round_.id:
                return str(line.details.get("early", ""))
        return ""

    def announce(self, round_: Round, record: str, since: datetime.date, until: datetime.date | None) -> None:
        """Confirms the count as the proposed result and begins the notice; the round is sealed by it.

        ``record`` is the digest of the box record, ``until`` the last day for objections (None: no notice is held).
        Raises UsageError ``round-state``, ``draw-missing``, ``notice-days`` when ``until`` is before ``since``.
        """
        if self.draw(round_) is None:
            raise UsageError("draw-missing", source=round_.rule.seed_draw)
        if until is not None and until < since:
            raise UsageError("notice-days", since=since.isoformat(), until=until.isoformat())
        details: dict[str, Detail] = {"record": record}
        if until is not None:
            details |= {"since": since.isoformat(), "until": until.isoformat()}
        with self._db.transaction():
            round_.set_state("sealed", "results-sealed", details)
            self._set(round_, since=since.isoformat(), until=until.isoformat() if until else "")
            self._context.edits.barrier()

    def finish(self, round_: Round, today: datetime.date, early: str = "") -> None:
        """Declares the result final.

        Raises UsageError ``result-not-proposed``, ``result-final``, ``objections-open`` (how many),
        ``notice-running`` (until when) unless ``early`` says why it ends before its last day, ``notice-missing``
        unless it says why there was no notice at all.
        """
        notice = self.notice(round_)
        self._require_proposed(notice)
        if waiting := sum(objection.open for objection in self.objections(round_)):
            raise UsageError("objections-open", count=waiting)
        early = early.strip()
        if notice.running(today) and is_blank(early):
            raise UsageError("notice-running", until=str(notice.until))
        if notice.until is None and is_blank(early):
            raise UsageError("notice-missing")
        if len(early) > REASON_LIMIT or visible(early, REASON_LIMIT) != early:
            raise UsageError("reason-invalid", limit=REASON_LIMIT)
        details: dict[str, Detail] = {"round": round_.id, "day": today.isoformat()}
        details |= {"objections": len(self.objections(round_))}
        if notice.until is None or notice.running(today):
            details["early"] = early
        if notice.until is not None and notice.running(today):
            details["until"] = notice.until.isoformat()
        with self._db.transaction():
            self._set(round_, final=today.isoformat())
            self._context.log.append("result-final", details)
            self._context.edits.barrier()

    # --- objections ---------------------------------------------------------------------------------------------------

    def objections(self, round_: Round) -> list[Objection]:
        """All objections, numbered from 1."""
        sql = "SELECT record FROM objection WHERE round_id = ? ORDER BY number"
        rows = self._db.rows(sql, (round_.id,))
        return [canonical.decode(bytes(record), Objection, "objection") for (record,) in rows]

    def object(self, round_: Round, *, day: datetime.date, by: str, text: str, about: str = "") -> Objection:
        """Takes an objection down; can be undone.

        Raises UsageError ``result-not-proposed``, ``result-final``, ``objection-invalid`` (with the field).
        """
        self._require_proposed(self.notice(round_))
        known = self.objections(round_)
        objection = Objection(len(known) + 1, day.isoformat(), by.strip(), about, text.strip())
        _check(round_, objection)
        self._context.edits.change(
            "objection-taken-down", _brief(round_, objection), [_row(round_, objection)]
        )
        return objection

    def answer(
        self, round_: Round, number: int, *, day: datetime.date, outcome: Outcome, text: str
    ) -> Objection:
        """Answers an objection, or answers it anew; can be undone.  What follows from an upheld one (a case set aside)
        is an act of its own.

        Raises UsageError ``unknown-objection``, ``result-not-proposed``, ``result-final``, ``objection-invalid``.
        """
        self._require_proposed(self.notice(round_))
        known = self.objections(round_)
        if not 1 <= number <= len(known):
            raise UsageError("unknown-objection", number=number)
        old = known[number - 1]
        answered = Objection(
            number, old.day, old.by, old.about, old.text, outcome, text.strip(), day.isoformat()
        )
        if outcome == "" or not answered.answer:
            raise UsageError("objection-invalid", field="answer")
        _check(round_, answered)
        self._context.edits.change("objection-answered", _brief(round_, answered), [_row(round_, answered)])
        return answered

    # --- cases taken out of the result --------------------------------------------------------------------------------

    def set_aside(self, round_: Round) -> list[SetAside]:
        """The candidates taken out of the result, by id."""
        sql = "SELECT candidate_id, reason FROM set_aside WHERE round_id = ? ORDER BY candidate_id"
        return [SetAside(*row) for row in self._db.rows(sql, (round_.id,))]

    def put_aside(self, round_: Round, candidate: str, reason: str) -> None:
        """Takes a candidate out of the proposed result; the count goes on without it.  Case and reason are published,
        at every level, so the reason must not name a case that stays unnamed.

        Raises UsageError ``result-not-proposed``, ``result-final``, ``unknown-case``, ``case-withdrawn`` (an amendment
        had taken it out before the count), ``reason-invalid``.
        """
        self._require_proposed(self.notice(round_))
        reason = reason.strip()
        if candidate not in round_.terms.candidate_ids:
            raise UsageError("unknown-case", case=candidate)
        signed = Amendments(self._context).list(round_)
        if candidate in withdrawn_cases(signed):
            raise UsageError("case-withdrawn", case=candidate)
        if is_blank(reason) or len(reason) > REASON_LIMIT or visible(reason, REASON_LIMIT) != reason:
            raise UsageError("reason-invalid", limit=REASON_LIMIT)
        with self._db.transaction():
            self._db.run("INSERT OR REPLACE INTO set_aside VALUES (?, ?, ?)", (round_.id, candidate, reason))
            details: dict[str, Detail] = {"round": round_.id, "case": candidate, "reason": reason}
            self._context.log.append("case-set-aside", details)

    def take_back(self, round_: Round, candidate: str) -> None:
        """Puts a candidate back into the result; raises UsageError as :meth:`put_aside`, ``unknown-case`` also for one
        that isn't set aside."""
        self._require_proposed(self.notice(round_))
        with self._db.transaction():
            sql = "DELETE FROM set_aside WHERE round_id = ? AND candidate_id = ?"
            if not self._db.run(sql, (round_.id, candidate)):
                raise UsageError("unknown-case", case=candidate)
            self._context.log.append("case-taken-back", {"round": round_.id, "case": candidate})

    # --- statements given out -----------------------------------------------------------------------------------------

    def result_head(self, round_: Round) -> str:
        """The log's head right after the last act that made the result what it is.

        Raises UsageError ``result-not-proposed``.
        """
        lines = self._context.log.lines()
        for place in range(len(lines) - 1, -1, -1):
            if lines[place].act in RESULT_ACTS and lines[place].details.get("round") == round_.id:
                return lines[place + 1].previous if place + 1 < len(lines) else self._context.log.head()
        raise UsageError("result-not-proposed")

    def before(self, round_: Round, log_head: str) -> str:
        """The digest of the statement given out before the one of ``log_head``, "" where it is the first."""
        found = self._statements(round_)
        heads = [head for head, _ in found]
        place = heads.index(log_head) if log_head in heads else len(heads)
        return found[place - 1][1] if place else ""

    def is_given_out(self, round_: Round) -> bool:
        """Whether a statement of the result as it stands now was given out; raises as :meth:`result_head`."""
        return self.result_head(round_) in [head for head, _ in self._statements(round_)]

    def statement_of(self, round_: Round, log_head: str) -> str:
        """The digest of the statement given out of the result that ``log_head`` stands for, "" where there is none."""
        return dict(self._statements(round_)).get(log_head, "")

    def given_out(self, round_: Round, log_head: str, digest: str) -> None:
        """Remembers a statement of the result, unless it is known; a workspace that is only looked at keeps none."""
        known = [head for head, _ in self._statements(round_)]
        if log_head in known or self._context.read_only:
            return
        with self._db.transaction():
            values = (round_.id, len(known) + 1, log_head, digest)
            self._db.run("INSERT INTO statement VALUES (?, ?, ?, ?)", values)

    def _statements(self, round_: Round) -> Sequence[tuple[str, str]]:
        sql = "SELECT log_head, digest FROM statement WHERE round_id = ? ORDER BY number"
        return [(str(head), str(digest)) for head, digest in self._db.rows(sql, (round_.id,))]

    # --- pieces -------------------------------------------------------------------------------------------------------

    def _require_proposed(self, notice: Notice) -> None:
        if notice.status == "counted":
            raise UsageError("result-not-proposed")
        if notice.status == "final":
            raise UsageError("result-final")

    def _set(self, round_: Round, **columns: str) -> None:
        self._db.run("INSERT OR IGNORE INTO publication VALUES (?, NULL, '', '', '')", (round_.id,))
        for name, value in columns.items():
            self._db.run(f"UPDATE publication SET {name} = ? WHERE round_id = ?", (value, round_.id))


def _day(text: object) -> datetime.date | None:
    return datetime.date.fromisoformat(str(text)) if text else None


def _check(round_: Round, objection: Objection) -> None:
    for name, limit in (("by", NAME_LIMIT), ("text", TEXT_LIMIT), ("answer", TEXT_LIMIT)):
        value: str = getattr(objection, name)
        plain = value.replace("\n", " ")
        if len(value) > limit or visible(plain, limit) != plain:
            raise UsageError("objection-invalid", field=name)
    if not objection.text:
        raise UsageError("objection-invalid", field="text")
    if objection.about and objection.about not in round_.terms.candidate_ids:
        raise UsageError("objection-invalid", field="about")
    if objection.number > MAX_OBJECTIONS:
        raise UsageError("objection-invalid", field="number")


def _brief(round_: Round, objection: Objection) -> dict[str, Detail]:
    """What the log says: never who objects, nor what."""
    details: dict[str, Detail] = {"round": round_.id, "number": objection.number}
    return details | ({"outcome": objection.outcome} if objection.outcome else {})


def _row(round_: Round, objection: Objection) -> RowChange:
    row = (round_.id, objection.number, canonical.encode(objection))
    return RowChange("objection", row[:2], row)
