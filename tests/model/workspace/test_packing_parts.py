"""What is looked at before packing, drafts that nobody can take for the package, and packing in parts."""

from __future__ import annotations

from pathlib import Path

import pytest

from review_app.model.errors import InputError, UsageError
from review_app.model.package.open import SealedPackage
from review_app.model.package.split import LEAST
from review_app.model.progress import Cancelled, Progress
from review_app.model.workspace import Workspace
from review_app.model.workspace.cards import IssuedCard
from review_app.model.workspace.rounds import Round


@pytest.fixture
def card(workspace: Workspace, final: Round) -> IssuedCard:
    return workspace.cards.draw(final, 3, 1).files[0]


def everything(folder: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def test_looking_at_the_contents_changes_nothing(workspace: Workspace, final: Round) -> None:
    head = workspace.log.head()
    contents = workspace.packing.contents()
    assert contents.state == "drafted" and not contents.frozen and contents.cards.issued == 0
    assert [case.id for case in contents.cases] == [case.id for case in workspace.nominations.all()]
    assert workspace.shortlist.candidates(final) == [] and workspace.log.head() == head


def test_what_is_listed_is_what_goes_in(
    workspace: Workspace, final: Round, card: IssuedCard, tmp_path: Path
) -> None:
    before = workspace.packing.contents()
    workspace.packing.pack(final, tmp_path / "a.casepkg")
    after = workspace.packing.contents()
    assert after.cases == before.cases and after.frozen and after.state == "packed"
    with SealedPackage.open(tmp_path / "a.casepkg") as sealed:
        sizes = sum(member.size for member in sealed.unlock(card.card).manifest.members)
    assert after.size == sizes


def test_a_draft_reads_as_the_package_and_is_none(
    workspace: Workspace, final: Round, card: IssuedCard, tmp_path: Path
) -> None:
    head = workspace.log.head()
    key = workspace.packing.draft(final, tmp_path / "draft")
    assert workspace.log.head() == head and final.state == "cards"
    with SealedPackage.open(tmp_path / "draft") as sealed:
        with pytest.raises(InputError, match="card-unknown"):
            sealed.unlock(card.card)
        draft = sealed.unlock(key)
        texts = {case.id: draft.dossier(case.id) for case in draft.manifest.cases}
    workspace.packing.pack(final, tmp_path / "real")
    with SealedPackage.open(tmp_path / "real") as sealed:
        with pytest.raises(InputError, match="card-unknown"):
            sealed.unlock(key)
        real = sealed.unlock(card.card)
        assert {case.id: real.dossier(case.id) for case in real.manifest.cases} == texts
    assert (draft.terms.rule, draft.terms.rubric) == (real.terms.rule, real.terms.rubric)
    assert draft.terms.admission.issued == real.terms.admission.issued
    assert sealed.organizer_thumbprint == final.organizer_thumbprint
    assert workspace.packing.is_ours(final, tmp_path / "real")
    assert not workspace.packing.is_ours(final, tmp_path / "draft")


def test_a_draft_before_the_cards(workspace: Workspace, final: Round, tmp_path: Path) -> None:
    key = workspace.packing.draft(final, tmp_path / "draft")
    with SealedPackage.open(tmp_path / "draft") as sealed:
        assert sealed.unlock(key).terms.admission.issued == 1


def test_looking_with_the_package_s_own_key_admits_nobody(
    workspace: Workspace, final: Round, card: IssuedCard, tmp_path: Path
) -> None:
    from review_app.model.terms import slip_name

    workspace.packing.pack(final, tmp_path / "a.casepkg")
    with SealedPackage.open(tmp_path / "a.casepkg") as sealed:
        looked = sealed.look(final.package_identity())
        assert looked.terms == final.terms
        assert slip_name(looked.keys.sign_public) not in final.terms.admission.lists[0]


def test_packing_in_parts(workspace: Workspace, final: Round, card: IssuedCard, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    with pytest.raises(UsageError, match="part-size"):
        workspace.packing.pack(final, out / "a.casepkg", split=LEAST - 1)
    assert final.state == "cards" and list(out.iterdir()) == []
    packed = workspace.packing.pack(final, out / "a.casepkg", split=LEAST)
    assert all(part.stat().st_size <= LEAST for part in packed.parts)
    assert bool(packed.parts) == ((out / "a.casepkg").stat().st_size > LEAST)


def test_packing_stopped_anywhere_leaves_nothing_and_can_be_repeated(
    workspace: Workspace, final: Round, card: IssuedCard, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    for after in range(5):
        asked = 0

        def stop(limit: int = after) -> bool:
            nonlocal asked
            asked += 1
            return asked > limit

        with pytest.raises(Cancelled):
            workspace.packing.pack(final, out / "a.casepkg", Progress(cancelled=stop))
        assert list(out.iterdir()) == [] and final.state == "cards"
    workspace.packing.pack(final, out / "a.casepkg")
    assert workspace.packing.is_ours(final, out / "a.casepkg")
    assert workspace.edits.undoable is None
