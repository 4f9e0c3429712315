"""The case list as Qt's own tester sees it, and what its filters show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from review_app.model.crypto import age
from review_app.model.package.amendment import Change, pack_amendment
from review_app.model.scoring.session import ReviewSession
from review_app.model.search.index import SearchIndex
from review_app.ui.expert.case_model import CaseFilter, CaseModel, CaseRole
from review_app.ui.expert.desk import Desk
from review_app.ui.expert.ranking_model import RankingModel
from tests.rounds import SmallRound

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def desk(qapp: object, package: Path, a_round: SmallRound) -> Iterator[Desk]:
    with ReviewSession.open(package, a_round.cards[0]) as session:
        yield Desk(session)


def score(desk: Desk, case_id: str, *values: int) -> None:
    for criterion, value in enumerate(values):
        desk.change(case_id, lambda session: session.set_score(case_id, criterion, value))  # noqa: B023


def test_models_are_sound_while_things_change(desk: Desk) -> None:
    model = CaseModel(desk)
    shown = CaseFilter(desk)
    shown.setSourceModel(model)
    ranking = RankingModel(desk)
    testers = [QAbstractItemModelTester(each, FATAL) for each in (model, shown, ranking)]
    shown.set_chip("unscored")
    for case_id in desk.order:
        score(desk, case_id, 5, 6, 7, 8, 9)
        ranking.reload()
    shown.set_chip("all")
    index = SearchIndex()
    for case_id in desk.order:
        index.add_case(case_id, desk.number(case_id), desk.title(case_id))
        index.add(case_id, "dossier", "正文")
    for words in (["案例"], ["正文"], ["none"], ["案例", "正文"]):
        model.show_found(index, words, index.search(words))
        score(desk, desk.order[0], 5)
    assert shown.rowCount() == 2 * len(desk.order)
    model.show_all()
    assert len(testers) == 3
    assert shown.rowCount() == len(desk.order)
    assert ranking.rowCount() == len(desk.order)


def test_rows_stand_in_the_cards_own_order(desk: Desk) -> None:
    model = CaseModel(desk)
    ids = [model.index(row).data(CaseRole.ID) for row in range(model.rowCount())]
    assert ids == desk.session.reading_order
    assert [model.index(row).data(CaseRole.NUMBER) for row in range(model.rowCount())] == [1, 2, 3, 4]


def test_nothing_scored_has_no_total(desk: Desk) -> None:
    model = CaseModel(desk)
    first = desk.order[0]
    assert model.index(0).data(CaseRole.TOTAL) == ""
    score(desk, first, 1, 2, 3, 4)
    assert model.index(0).data(CaseRole.TOTAL) == ""
    score(desk, first, 1, 2, 3, 4, 5)
    assert model.index(0).data(CaseRole.TOTAL) == "15"


def test_what_is_withdrawn_has_no_total(desk: Desk, a_round: SmallRound) -> None:
    """Its scores are kept and do not count."""
    model = CaseModel(desk)
    first = desk.order[0]
    score(desk, first, 1, 2, 3, 4, 5)
    signed = a_round.amend(Change("withdrawn-case", first, "撤回"))
    desk.amend(pack_amendment(signed, a_round.organizer_seed, age.recipient_of(a_round.package_identity)))
    assert model.index(0).data(CaseRole.TOTAL) == ""


def test_a_screen_reader_hears_number_title_and_standing(desk: Desk) -> None:
    model = CaseModel(desk)
    case_id = desk.order[0]
    score(desk, case_id, 7)
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"1, {desk.title(case_id)}, 1 of 5 scored"
    desk.change(case_id, lambda session: session.set_recused(case_id, True))
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole).endswith(", recused")


def test_filters(desk: Desk) -> None:
    shown = CaseFilter(desk)
    shown.setSourceModel(CaseModel(desk))

    def ids() -> list[str]:
        return [shown.index(row, 0).data(CaseRole.ID) for row in range(shown.rowCount())]

    first, second, third, fourth = desk.order
    score(desk, first, 1, 2, 3, 4, 5)
    desk.change(second, lambda session: session.set_recused(second, True))
    desk.change(third, lambda session: session.set_doubtful(third, True))
    shown.set_chip("unscored")
    assert ids() == [third, fourth]
    shown.set_chip("doubtful")
    assert ids() == [third]
    shown.set_chip("recused")
    assert ids() == [second]
    shown.set_chip("all")
    assert ids() == desk.order


def test_the_case_being_scored_does_not_leave_the_filter_under_the_hand(desk: Desk) -> None:
    shown = CaseFilter(desk)
    shown.setSourceModel(CaseModel(desk))
    shown.set_chip("unscored")
    shown.keep(desk.order[1])
    score(desk, desk.order[1], 1, 2, 3, 4, 5)
    assert shown.rowCount() == 4
    shown.keep(desk.order[2])
    assert shown.rowCount() == 3


def test_equal_totals_share_a_rank(desk: Desk) -> None:
    for case_id, value in zip(desk.order, (6, 9, 6, 1), strict=True):
        score(desk, case_id, *[value] * 5)
    ranking = RankingModel(desk)
    ranks = [ranking.index(row, 0).data() for row in range(4)]
    assert ranks == ["1", "= 2", "= 2", "4"]
    assert [ranking.index(row, 7).data() for row in range(4)] == ["45", "30", "30", "5"]


def test_rows_of_hits_leave_the_filter_with_their_case(desk: Desk) -> None:
    model, index = CaseModel(desk), SearchIndex()
    shown = CaseFilter(desk)
    shown.setSourceModel(model)
    for case_id in desk.order:
        index.add_case(case_id, desk.number(case_id), desk.title(case_id))
        index.add(case_id, "dossier", "正文")
    model.show_found(index, ["正文"], index.search(["正文"]))
    shown.set_chip("unscored")
    assert shown.rowCount() == 8
    score(desk, desk.order[2], 1, 2, 3, 4, 5)
    assert [shown.index(row, 0).data(CaseRole.ID) for row in range(shown.rowCount())] == [
        case_id for case_id in desk.order if case_id != desk.order[2] for _ in range(2)
    ]
