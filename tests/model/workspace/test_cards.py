"""Cards: drawn once, usable, countable, and in no order that says who got one."""

from __future__ import annotations

from pathlib import Path

import pytest

from review_app.model.crypto import ballot_card
from review_app.model.errors import InputError, UsageError
from review_app.model.package.open import SealedPackage
from review_app.model.terms import slip_name
from review_app.model.workspace import Workspace
from review_app.model.workspace.cards import MAX_CARDS, CardCounts
from review_app.model.workspace.rounds import Round


def test_every_card_opens_the_package(workspace: Workspace, final: Round, tmp_path: Path) -> None:
    drawn = workspace.cards.draw(final, 3, 2)
    assert len({issued.lookup for issued in drawn.pages}) == 5
    assert {i.card.secret: i.lookup for i in drawn.pages} == {i.card.secret: i.lookup for i in drawn.files}
    workspace.packing.pack(final, tmp_path / "a.casepkg")
    assert final.terms.admission.issued == 5
    slips = set()
    for issued in drawn.files:
        keys = ballot_card.derive(issued.card, final.id, final.organizer_thumbprint)
        assert keys.lookup == issued.lookup
        slips.add(slip_name(keys.sign_public))
        with SealedPackage.open(tmp_path / "a.casepkg") as sealed:
            assert sealed.unlock(issued.card).terms == final.terms
    assert sorted(slips) == final.terms.admission.lists[0] == workspace.cards.slips(final)


def test_pages_and_files_lie_in_orders_of_their_own(workspace: Workspace, final: Round) -> None:
    drawn = workspace.cards.draw(final, 60)
    pages, files = [i.lookup for i in drawn.pages], [i.lookup for i in drawn.files]
    # by chance once in 60! draws
    assert len({tuple(pages), tuple(files), tuple(sorted(pages))}) == 3
    stored = [entry.lookup for entry in workspace.cards.key_entries(final)]
    assert stored == sorted(pages)


def test_cards_that_were_replaced_are_neither_issued_nor_withdrawn(
    workspace: Workspace, final: Round
) -> None:
    assert workspace.cards.replaced(final) == 0
    workspace.cards.draw(final, 3, 1)
    assert workspace.cards.replaced(final) == 0
    workspace.cards.draw(final, 5, 2, replace=True)
    lost = workspace.cards.draw(final, 4, replace=True).pages[0]
    workspace.cards.withdraw(final, lost.lookup)
    assert workspace.cards.replaced(final) == 11
    assert workspace.cards.counts(final) == CardCounts(4, 1)


def test_withdrawing(workspace: Workspace, final: Round, tmp_path: Path) -> None:
    drawn = workspace.cards.draw(final, 3)
    gone, lost, kept = drawn.pages
    typed = f" {gone.lookup[:8].upper()}-{gone.lookup[8:]} "
    assert workspace.cards.withdraw(final, typed) == CardCounts(3, 1)
    assert workspace.cards.withdraw(final, gone.lookup) == CardCounts(3, 1)
    workspace.packing.pack(final, tmp_path / "a.casepkg")
    with SealedPackage.open(tmp_path / "a.casepkg") as sealed:
        with pytest.raises(InputError, match="card-unknown"):
            sealed.unlock(gone.card)
        sealed.unlock(kept.card)
    assert workspace.cards.withdraw(final, f"{lost.lookup[:4]}-{lost.lookup[4:8]}") == CardCounts(3, 2)
    slips = sorted(workspace.cards.slip_of(final, card.lookup) for card in (gone, lost))
    assert workspace.cards.withdrawn_slips(final) == slips
    for unknown in ("", "zz", "0" * 32, gone.lookup[:7]):
        with pytest.raises(UsageError, match="unknown-card"):
            workspace.cards.withdraw(final, unknown)
    final.set_state("closed", "box-closed")
    with pytest.raises(UsageError, match="round-state"):
        workspace.cards.withdraw(final, kept.lookup)
    assert [line.act for line in workspace.log.lines()].count("card-withdrawn") == 2


def test_a_reserve_card_is_not_waited_for(workspace: Workspace, final: Round) -> None:
    drawn = workspace.cards.draw(final, 8, 2)
    assert workspace.cards.counts(final).issued == 10
    assert workspace.cards.counts(final).expected == 8
    workspace.cards.withdraw(final, drawn.pages[0].lookup)  # lost; its expert gets one of the reserve
    assert workspace.cards.counts(final).expected == 8


@pytest.mark.parametrize(("count", "reserve"), [(0, 3), (-1, 0), (3, -1), (MAX_CARDS, 1)])
def test_counts_that_make_no_sense(workspace: Workspace, final: Round, count: int, reserve: int) -> None:
    with pytest.raises(UsageError, match="card-count"):
        workspace.cards.draw(final, count, reserve)
    assert final.state == "drafted"


def test_drawing_again_needs_a_word(workspace: Workspace, final: Round, tmp_path: Path) -> None:
    first = workspace.cards.draw(final, 3)
    with pytest.raises(UsageError, match="cards-drawn"):
        workspace.cards.draw(final, 3)
    second = workspace.cards.draw(final, 3, replace=True)
    assert workspace.cards.counts(final) == CardCounts(3, 0)
    assert workspace.log.lines()[-1].act == "cards-replaced"
    workspace.packing.pack(final, tmp_path / "a.casepkg")
    with SealedPackage.open(tmp_path / "a.casepkg") as sealed:
        sealed.unlock(second.pages[0].card)
        with pytest.raises(InputError, match="card-unknown"):
            sealed.unlock(first.pages[0].card)
    with pytest.raises(UsageError, match="round-state"):
        workspace.cards.draw(final, 2, replace=True)


def test_a_rule_that_trims_everything_is_told_before_cards_are_printed(
    workspace: Workspace, final: Round
) -> None:
    """One total falls away at each end: of two cards nothing is left, of two and a reserve card something is."""
    assert final.rule.drop == 1
    with pytest.raises(UsageError, match="rule-leaves-nothing") as caught:
        workspace.cards.draw(final, 2)
    assert caught.value.params == {"cards": 2, "drop": 1}
    assert (final.state, workspace.cards.counts(final)) == ("drafted", CardCounts(0, 0))
    workspace.cards.draw(final, 2, 1)
    assert final.state == "cards"
