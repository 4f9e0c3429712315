"""What was written to be handed out, as lines of the log: which paper and when, not what is in it nor where it lies."""

from __future__ import annotations

from typing import Literal, get_args

from review_app.model.workspace.context import Context
from review_app.model.workspace.log import Detail
from review_app.model.workspace.rounds import Round

BoxPaper = Literal["box-record", "box-record-page", "opening-record", "delivery-codes", "sheets"]
ResultPaper = Literal[
    "report",
    "report-public",
    "tables",
    "tables-public",
    "ranking",
    "ranking-public",
    "announcement",
    "commendation-letters",
]
BOX_PAPERS: tuple[str, ...] = get_args(BoxPaper)
RESULT_PAPERS: tuple[str, ...] = get_args(ResultPaper)
BOX_RECORDS = ("box-record", "box-record-page")
"""What is handed out of a closed box before it is opened."""


class Written:
    """Notes papers in the log.  A workspace that is only looked at keeps no note."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def box_paper(self, round_: Round, paper: BoxPaper) -> None:
        """A paper of the ballot box was written."""
        self._write("box-paper-written", round_, {"paper": paper})

    def paper(self, round_: Round, paper: ResultPaper) -> None:
        """A paper of the result was written."""
        self._write("paper-written", round_, {"paper": paper})

    def certificates(self, round_: Round, count: int, *, final: bool) -> None:
        """Certificates were written: so many, of a result that is final or of one that may change."""
        self._write("certificates-written", round_, {"count": count, "status": "final" if final else "draft"})

    def record_times(self, round_: Round) -> list[str]:
        """When the record of the closed box was saved (UTC, ISO 8601), oldest first."""
        return [
            line.time
            for line in self._context.log.lines()
            if line.act == "box-paper-written"
            and line.details.get("round") == round_.id
            and line.details.get("paper") in BOX_RECORDS
        ]

    def final_certificates(self, round_: Round) -> int:
        """How many certificates of the final result were written at most at one time, 0 for none yet."""
        counts = [
            line.details.get("count")
            for line in self._context.log.lines()
            if line.act == "certificates-written"
            and line.details.get("round") == round_.id
            and line.details.get("status") == "final"
        ]
        return max((count for count in counts if isinstance(count, int)), default=0)

    def _write(self, act: str, round_: Round, details: dict[str, Detail]) -> None:
        if not self._context.read_only:
            self._context.log.append(act, {"round": round_.id, **details})
