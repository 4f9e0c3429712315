"""From the workspace to a package an expert opens, and what can't change afterwards."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import msgspec
import pytest

from review_app.model import canonical
from review_app.model.errors import InputError, ReviewError, UsageError
from review_app.model.package.amendment import Change, check_outside, open_amendment
from review_app.model.package.manifest import PackageCase
from review_app.model.package.open import SealedPackage
from review_app.model.progress import Progress
from review_app.model.rubric import load_rubric, load_rule
from review_app.model.scoring.session import ReviewSession
from review_app.model.terms import check_terms, sheet_size_for, terms_digest
from review_app.model.workspace import Workspace, packing
from review_app.model.workspace.cards import IssuedCard
from review_app.model.workspace.rounds import Round
from review_app.model.workspace.shortlist import Decision
from tests.model.workspace.conftest import picture


@pytest.fixture
def card(workspace: Workspace, final: Round) -> IssuedCard:
    return workspace.cards.draw(final, 3, 1).files[0]


def test_an_expert_reads_what_was_nominated(
    workspace: Workspace, final: Round, card: IssuedCard, tmp_path: Path
) -> None:
    workspace.campaign.update(msgspec.structs.replace(workspace.settings, return_instructions="请寄回。"))
    packed = workspace.packing.pack(final, tmp_path / "a.casepkg")
    with SealedPackage.open(tmp_path / "a.casepkg") as sealed:
        assert list(sealed.damaged_entries()) == []
        package = sealed.unlock(card.card)
        assert (packed.terms_digest, packed.candidates, packed.members) == (package.digest, 3, 5)
        assert package.terms == final.terms == check_terms(final.terms)
        assert package.manifest == final.manifest
        assert package.manifest.return_instructions == "请寄回。"
        assert [m.name for m in package.manifest.members] == [f"m/{n}.age" for n in range(1, 6)]
        alpha = package.case("alpha")
        assert (alpha.title, alpha.organisation, alpha.recipient) == (
            "案例 alpha",
            "单位 alpha",
            "单位 alpha",
        )
        assert [(a.file_name, a.title) for a in alpha.attachments] == [("图.png", "附图"), ("b.png", "附图")]
        assert package.read_member(alpha.attachments[0].member) == picture("teal")
        assert package.read_member(alpha.attachments[1].member) == picture("navy")
        for case in workspace.nominations.all():
            assert package.dossier(case.id) == case.dossier
        assert "contact" not in str(package.manifest) and "@" not in str(package.manifest)
    assert final.terms.sheet_size == sheet_size_for(3, 5, 1000)
    assert final.terms.sample is True
    assert len(final.sealing_identities()) == len(final.terms.sealing) == 1


def test_who_carried_a_case_out_is_read_and_stood_back_from(
    workspace: Workspace, final: Round, card: IssuedCard, tmp_path: Path
) -> None:
    """Carrying body and level come to the expert, contact and earlier awards never; a body of the expert's own among
    those that carried a case out is suggested for a recusal."""
    (one,) = [one for one in workspace.submissions.all() if one.case_id == "beta"]
    fields = {"carrying_body": "虚构市数据局", "level": "市级", "earlier_awards": "别处的奖"}
    workspace.submissions.edit(one.id, fields)
    file = tmp_path / "a.casepkg"
    workspace.packing.pack(final, file)
    with SealedPackage.open(file) as sealed:
        package = sealed.unlock(card.card)
        assert (package.case("beta").carrying_body, package.case("beta").level) == ("虚构市数据局", "市级")
        assert (package.case("alpha").carrying_body, package.case("alpha").level) == ("", "")
        said = canonical.encode(package.manifest).decode()
        assert said.count("carrying_body") == 1 and "别处的奖" not in said
    with ReviewSession.open(file, card.card, tmp_path / "home") as session:
        session.set_affiliations(["虚构市数据局"])
        assert session.suggested_recusals() == {"beta": "虚构市数据局"}


def test_a_round_packed_before_experts_read_the_carrying_body_can_be_packed_again(
    workspace: Workspace, final: Round, card: IssuedCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (one,) = [one for one in workspace.submissions.all() if one.case_id == "beta"]
    workspace.submissions.edit(one.id, {"carrying_body": "虚构市数据局"})
    as_it_was = packing._package_case

    def of_before(*arguments: Any) -> PackageCase:
        return msgspec.structs.replace(as_it_was(*arguments), carrying_body="", level="")

    with monkeypatch.context() as older:
        older.setattr(packing, "_package_case", of_before)
        first = workspace.packing.pack(final, tmp_path / "a.casepkg")
    assert workspace.packing.pack(final, tmp_path / "b.casepkg").terms_digest == first.terms_digest


def test_packing_again_gives_the_same_terms(
    workspace: Workspace, final: Round, card: IssuedCard, tmp_path: Path
) -> None:
    workspace.packing.pack(final, tmp_path / "a.casepkg")
    signed = final.terms_jws
    lines = len(workspace.log.lines())
    folder = workspace.folder
    workspace.close()
    with Workspace.open(folder) as opened:
        round_ = opened.rounds.current()
        assert opened.packing.pack(round_, tmp_path / "b.casepkg").terms_digest == terms_digest(signed)
        assert round_.terms_jws == signed
        assert len(opened.log.lines()) == lines
    with SealedPackage.open(tmp_path / "b.casepkg") as sealed:
        assert sealed.unlock(card.card).terms_jws == signed


def test_what_experts_read_is_fixed_by_packing(
    workspace: Workspace, final: Round, card: IssuedCard, tmp_path: Path
) -> None:
    workspace.packing.pack(final, tmp_path / "a.casepkg")
    before = (tmp_path / "a.casepkg").read_bytes()
    for changed, field in (("return_instructions", "return_instructions"), ("title", "title")):
        old = workspace.settings
        workspace.campaign.update(msgspec.structs.replace(old, **{changed: "anders"}))
        with pytest.raises(UsageError, match="round-packed") as caught:
            workspace.packing.pack(final, tmp_path / "a.casepkg")
        assert caught.value.params["field"] == field
        workspace.campaign.update(old)
    with pytest.raises(UsageError, match="round-state"):
        workspace.shortlist.freeze(final)
    assert (tmp_path / "a.casepkg").read_bytes() == before
    workspace.packing.pack(final, tmp_path / "a.casepkg")


def test_a_list_that_decisions_have_overtaken_is_not_packed(
    workspace: Workspace, final: Round, card: IssuedCard, tmp_path: Path
) -> None:
    workspace.shortlist.freeze(final)
    workspace.shortlist.decide(1, "beta", "drop", "no")
    with pytest.raises(UsageError, match="candidates-outdated"):
        workspace.packing.pack(final, tmp_path / "a.casepkg")
    assert final.state == "cards" and not (tmp_path / "a.casepkg").exists()
    workspace.shortlist.decide(1, "beta", "hold", "perhaps")
    with pytest.raises(UsageError, match="candidates-outdated"):
        workspace.packing.pack(final, tmp_path / "a.casepkg")
    workspace.shortlist.take_back(1, "beta")  # as it was frozen
    assert workspace.packing.pack(final, tmp_path / "a.casepkg").candidates == 3


def test_a_decision_during_the_build_is_not_overlooked(
    workspace: Workspace, final: Round, card: IssuedCard, tmp_path: Path
) -> None:
    def decide(done: int, total: int) -> None:
        if done == 1:
            workspace.shortlist.decide(1, "beta", "drop", "no")

    workspace.shortlist.freeze(final)
    with pytest.raises(UsageError, match="candidates-outdated"):
        workspace.packing.pack(final, tmp_path / "a.casepkg", Progress(decide))
    assert final.state == "cards" and not (tmp_path / "a.casepkg").exists()


def test_decisions_are_fixed_while_their_package_is_out(
    workspace: Workspace, final: Round, card: IssuedCard, tmp_path: Path
) -> None:
    shortlist = workspace.shortlist
    shortlist.decide(1, "beta", "drop", "no")
    workspace.packing.pack(final, tmp_path / "a.casepkg")
    before = shortlist.decisions()
    assert workspace.stages.get(1).state == "open" and shortlist.packed

    def refused() -> None:
        with pytest.raises(UsageError, match="decisions-packed"):
            shortlist.decide(1, "alpha", "drop", "no")
        with pytest.raises(UsageError, match="decisions-packed"):
            shortlist.decide(2, "alpha", "drop", "no")
        with pytest.raises(UsageError, match="decisions-packed"):
            shortlist.decide_together([Decision(1, "beta", "keep", "")])
        with pytest.raises(UsageError, match="decisions-packed"):
            shortlist.take_back(1, "beta")
        assert shortlist.decisions() == before

    refused()
    workspace.packing.pack(final, tmp_path / "b.casepkg")  # the file can be made again
    final.set_state("closed", "test")
    refused()
    final.set_state("opened", "test")
    refused()
    final.set_state("sealed", "test")
    shortlist.decide(1, "alpha", "drop", "for the next round")


def test_another_round_in_its_place_frees_the_decisions(
    workspace: Workspace, final: Round, card: IssuedCard, tmp_path: Path
) -> None:
    workspace.packing.pack(final, tmp_path / "a.casepkg")
    workspace.rounds.new("final", final.rubric, final.rule)
    workspace.shortlist.decide(1, "alpha", "drop", "no")


def test_without_cards_nothing_is_packed(workspace: Workspace, final: Round, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="round-state"):
        workspace.packing.pack(final, tmp_path / "a.casepkg")
    with pytest.raises(UsageError, match="round-state"):
        _ = final.terms
    assert not (tmp_path / "a.casepkg").exists()


def test_damage_stops_the_build_and_changes_nothing(
    workspace: Workspace, final: Round, card: IssuedCard, tmp_path: Path
) -> None:
    digest = hashlib.sha256(picture("navy")).hexdigest()
    blob = workspace.folder / "files" / digest[:2] / digest[2:]
    whole = blob.read_bytes()
    blob.write_bytes(whole[:-1] + b"!")
    out = tmp_path / "out"
    out.mkdir()
    with pytest.raises(InputError, match="blob-damaged"):
        workspace.packing.pack(final, out / "a.casepkg")
    assert list(out.iterdir()) == []
    assert final.state == "cards"
    blob.write_bytes(whole)
    workspace.packing.pack(final, out / "a.casepkg")
    assert final.state == "packed"


def test_an_unwritable_place(workspace: Workspace, final: Round, card: IssuedCard, tmp_path: Path) -> None:
    with pytest.raises(ReviewError) as caught:
        workspace.packing.pack(final, tmp_path / "nowhere" / "a.casepkg")
    assert caught.value.code == "folder-missing"
    assert final.state == "cards"


def test_states_go_one_way(workspace: Workspace, final: Round, card: IssuedCard, tmp_path: Path) -> None:
    for state in ("closed", "opened", "sealed", "drafted"):
        with pytest.raises(UsageError, match="round-state"):
            final.set_state(state, "no")  # type: ignore[arg-type]
    workspace.packing.pack(final, tmp_path / "a.casepkg")
    head = final.set_state("closed", "box-closed", {"sheets": 3})
    assert head == workspace.log.head()
    assert workspace.log.lines()[-1].details == {"round": final.id, "sheets": 3}
    with pytest.raises(UsageError, match="round-state"):
        workspace.packing.pack(final, tmp_path / "b.casepkg")
    final.set_state("opened", "box-opened")
    final.set_state("closed", "box-closed-again")
    final.set_state("opened", "box-opened")
    final.set_state("sealed", "results-sealed")
    assert final.state == "sealed"


def test_amendments_are_a_chain_that_experts_can_open(
    workspace: Workspace, final: Round, card: IssuedCard, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match="round-state"):
        workspace.amendments.add(final, [Change("erratum", "alpha", "更正")])
    workspace.packing.pack(final, tmp_path / "a.casepkg")
    slip = workspace.cards.slip_of(final, card.lookup)
    first = workspace.amendments.add(final, [Change("erratum", "alpha", "更正")])
    second = workspace.amendments.add(
        final, [Change("revoked-card", slip, ""), Change("withdrawn-case", "beta", "撤回")]
    )
    assert (second.amendment.number, second.amendment.previous) == (2, first.digest)
    assert workspace.amendments.list(final) == [first, second]
    with pytest.raises(InputError, match="amendment-invalid"):
        workspace.amendments.add(final, [Change("withdrawn-case", "nobody", "")])
    assert len(workspace.amendments.list(final)) == 2
    content = workspace.amendments.file(final, 2)
    assert check_outside(content).number == 2
    with SealedPackage.open(tmp_path / "a.casepkg") as sealed:
        package = sealed.unlock(card.card)
        found = open_amendment(content, package.identity, sealed.organizer, package.terms, package.digest)
        assert found == second
    with pytest.raises(UsageError, match="unknown-amendment"):
        workspace.amendments.file(final, 3)
    # a package built later carries the same terms and no trace of the amendment
    workspace.packing.pack(final, tmp_path / "b.casepkg")


def test_rounds_have_secrets_of_their_own(workspace: Workspace, final: Round) -> None:
    rubric = load_rubric()
    second = workspace.rounds.new("shortlist", rubric, load_rule(None, rubric))
    assert (second.number, second.kind) == (2, "shortlist")
    assert workspace.rounds.current().id == second.id
    assert [round_.id for round_ in workspace.rounds.all()] == [final.id, second.id]
    assert final.package_identity() != second.package_identity()
    assert len({*final.sealing_identities(), *second.sealing_identities()}) == 2
    with pytest.raises(UsageError, match="unknown-round"):
        workspace.rounds.get("0" * 26)
