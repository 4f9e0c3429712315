"""What an expert may keep on paper: the receipt, and, only on request, the own scores."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from review_app.model.errors import InputError
from review_app.model.files import write_atomically
from review_app.model.scoring.scores import Standing
from review_app.ui.expert.desk import Desk
from review_app.ui.expert.wording import total_text
from review_app.ui.language import criterion_name

if TYPE_CHECKING:
    from review_app.model.publish.own_scores import OwnCase, OwnScores
    from review_app.model.publish.own_scores import Standing as Shown
    from review_app.model.publish.receipt_page import ReceiptSheet
    from review_app.ui.expert.receipt_panel import Codes

_STANDINGS: Mapping[Standing, Shown] = {
    Standing.SCORED: "scored",
    Standing.RECUSED: "recused",
    Standing.ABSTAINED: "abstained",
}


def receipt_sheet(desk: Desk, codes: Codes, file_name: str) -> ReceiptSheet:
    """What the receipt says on paper; nothing of who, when and where."""
    from review_app.model.publish.receipt_page import ReceiptSheet  # loads what draws PDF: when it is wanted

    terms = desk.session.terms
    return ReceiptSheet(
        title=terms.title,
        edition=terms.edition,
        receipt=codes.receipt,
        delivery_code=codes.delivery_code,
        revision=codes.revision,
        file_name=file_name,
        instructions=desk.session.package.manifest.return_instructions,
    )


def own_scores(desk: Desk) -> OwnScores:
    """The scores as they are stored now, best first."""
    from review_app.model.publish.own_scores import OwnScores, listed

    terms, rubric = desk.session.terms, desk.rubric
    ranks = {
        each.case_id: str(each.rank)
        for each in desk.session.own_ranking()
        if not desk.is_withdrawn(each.case_id)
    }
    return OwnScores(
        title=terms.title,
        edition=terms.edition,
        criteria=tuple(criterion_name(criterion) for criterion in rubric.criteria),
        lowest=rubric.lowest,
        highest=rubric.highest,
        best_total=total_text(rubric.best_total),
        cases=listed([_own_case(desk, case_id, ranks.get(case_id, "")) for case_id in desk.order]),
        receipts=tuple((each.revision, each.receipt) for each in desk.session.meta.exported),
    )


def _own_case(desk: Desk, case_id: str, rank: str) -> OwnCase:
    from review_app.model.publish.own_scores import OwnCase

    state, withdrawn = desk.state(case_id), desk.is_withdrawn(case_id)
    total = state.total(desk.rubric)
    return OwnCase(
        rank=rank,
        title=desk.case(case_id).title,
        scores=state.scores,
        total=total_text(total) if total is not None and not withdrawn else "",
        standing="withdrawn" if withdrawn else _STANDINGS.get(state.standing, "open"),
        comment=state.comment,
    )


def write_receipt(sheet: ReceiptSheet, file: Path) -> Path:
    """Renders a receipt into a new file.  Raises InputError ``file-exists`` and what writing raises."""
    from review_app.model.publish.receipt_page import render_receipt

    return _written(file, lambda: render_receipt(sheet))


def write_own_scores(own: OwnScores, file: Path) -> Path:
    """Renders own scores into a new file.  Raises InputError ``file-exists`` and what writing raises."""
    from review_app.model.publish.own_scores import render_own_scores

    return _written(file, lambda: render_own_scores(own))


def _written(file: Path, render: Callable[[], bytes]) -> Path:
    if file.exists():
        raise InputError("file-exists", name=file.name)
    write_atomically(file, render())
    return file
