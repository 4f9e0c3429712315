"""What is handed out of a box, as values: the window, paper and the command line say the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from review_app.model.box.judge import JudgedSheet
from review_app.model.box.states import State
from review_app.model.crypto.base32 import short_form
from review_app.model.value import Value


class PostedCodes(Value, frozen=True):
    """The delivery codes of what has come in, each list sorted; ``late`` came after intake was closed."""

    title: str
    edition: str
    codes: list[str]
    late: list[str]
    closed: bool


class RecordPage(Value, frozen=True):
    """What a printed box record says; ``digest`` and ``terms`` are full digests, ``codes`` sorted short forms."""

    title: str
    edition: str
    digest: str
    terms: str
    codes: list[str]
    issued: int
    withdrawn: int
    unnamed_lost: int


class OpeningPage(Value, frozen=True):
    """What a printed opening record says; ``record`` is the digest of the box record, ``digest`` of the opening's."""

    title: str
    edition: str
    record: str
    digest: str
    present: list[str]
    counts: dict[str, int]
    accepted: int
    minimum: int


class Outcome(Value, frozen=True):
    """One sheet after opening: its receipt where the scores could be read, its delivery code where not.

    Never both: whoever saw a file arrive could look its sender's scores up.
    """

    receipt: str
    delivery_code: str
    state: State

    @property
    def name(self) -> str:
        """The one of the two that is there."""
        return self.receipt or self.delivery_code


def outcome_list(sheets: Sequence[JudgedSheet]) -> list[Outcome]:
    """One entry a sheet, sorted by receipt, those without one last."""
    found = []
    for sheet in sheets:
        if sheet.judged is not None and sheet.judged.scores is not None:
            receipt = f"{short_form(sheet.judged.digest)}/{sheet.judged.scores.revision}"
            found.append(Outcome(receipt, "", sheet.state))
        else:
            found.append(Outcome("", short_form(sheet.file_digest), sheet.state))
    return sort_outcomes(found)


def sort_outcomes(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """By receipt, those without one last, by delivery code."""
    return sorted(outcomes, key=lambda entry: (entry.receipt == "", entry.receipt, entry.delivery_code))
