"""What a result states of its notice (公示): days, which are the organizer's word, as no date in a file can be proved,
and why it ended early."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, NamedTuple

from review_app.model.result.findings import Findings
from review_app.model.text import is_blank, is_reason

if TYPE_CHECKING:
    from review_app.model.result.archive import Results

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


class StatedNotice(NamedTuple):
    """First and last day of the notice, the day on which the result was declared final (ISO 8601), and why that was
    before the last day or without a notice; each "" where there is none."""

    since: str = ""
    until: str = ""
    final: str = ""
    early: str = ""


NO_NOTICE = StatedNotice()


def is_day(text: str) -> bool:
    """Whether ``text`` is a day as YYYY-MM-DD."""
    if _DAY.fullmatch(text) is None:
        return False
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def check_notice(results: Results, to: Findings) -> None:
    """Whether the days are days, the reason is one line that shows all, and they fit each other and the status."""
    days = {"since": results.since, "until": results.until, "final": results.final}
    for name, day in days.items():
        to.require(day == "" or is_day(day), "notice-day-malformed", field=name, text=day[:40])
    to.require(is_reason(results.early), "notice-reason-malformed")
    if not all(day == "" or is_day(day) for day in days.values()):
        return
    since, until, final = days.values()
    to.require(bool(since) == bool(until) and since <= until, "notice-days-differ", since=since, until=until)
    to.require(
        bool(final) == (results.status == "final"), "notice-final-differs", final=final, status=results.status
    )
    asked = final != "" and (until == "" or final <= until)
    if asked and is_blank(results.early):
        to.find("notice-without-reason", final=final, until=until)
    if results.early and not asked:
        to.find("notice-reason-unasked", final=final, until=until)
