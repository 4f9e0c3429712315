"""The sample campaign at each of its stations, for tests and pictures: real keys, real package, real sheets."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import msgspec

from review_app.model.crypto.ballot_card import BallotCard, parse_card
from review_app.model.crypto.vault import Unlocker
from review_app.model.files import ensure_folder, home_folder, write_atomically
from review_app.model.rubric import load_rubric, load_rule
from review_app.model.sample.campaign import (
    LOT_SEED,
    decide_shortlist,
    make_workspace,
    nominate,
    prepare_round,
    sample_data,
)
from review_app.model.sample.scoring import score_and_export
from review_app.model.workspace import Workspace

STAGES = ("empty", "nominated", "shortlisted", "carded", "packed", "boxed", "closed", "opened")
"""``boxed``: all sheets are in and intake is open still; ``closed``: the record is signed."""
APART = {"counted": "shortlisted"}
"""Stations beside that way, and where they begin.  ``counted``: thirty cards and an opened box with 28 sheets, as there
are others like the sample's experts."""
CARDS, RESERVE, SHEETS = 30, 2, 28


@dataclass(frozen=True)
class SampleCampaign:
    """A campaign's folder and what was handed out of it, all below ``root``."""

    root: Path
    stage: str

    @property
    def folder(self) -> Path:
        """The workspace, closed."""
        return self.root / "workspace"

    @property
    def package(self) -> Path:
        """What experts were sent, from ``packed`` on."""
        return self.root / "sample.casepkg"

    @property
    def sheets(self) -> list[Path]:
        """The experts' sheets, from ``boxed`` on."""
        return sorted((self.root / "sheets").glob("*"))

    def card(self, number: int) -> BallotCard:
        """A drawn card, from ``carded`` on; the experts used the first twelve."""
        return parse_card((self.root / "cards" / f"{number}.txt").read_text("utf-8"))

    def open(self) -> Workspace:
        """The workspace, opened with the keys that lie beside it."""
        return Workspace.open(self.folder, Unlocker(home=self.root / "home"))


class SampleCampaigns:
    """Makes every station once, each out of the one before, and gives copies of it."""

    def __init__(self, scratch: Path) -> None:
        self._scratch = scratch

    def at(self, stage: str, target: Path) -> SampleCampaign:
        """A copy at ``stage`` in ``target``, which must not exist; the keys are put into the program's home, too."""
        shutil.copytree(self._made(stage).root, target)
        keys = target / "home" / "keys"
        shutil.copytree(keys, ensure_folder(home_folder()) / "keys", dirs_exist_ok=True)
        return SampleCampaign(target, stage)

    def _made(self, stage: str) -> SampleCampaign:
        made = SampleCampaign(self._scratch / stage, stage)
        if made.root.exists():
            return made
        draft = self._scratch / f"{stage}.draft"
        shutil.rmtree(draft, ignore_errors=True)
        before = APART[stage] if stage in APART else ("", *STAGES)[STAGES.index(stage)]
        if before:
            shutil.copytree(self._made(before).root, draft)
        _STEPS[stage](SampleCampaign(draft, stage))
        draft.rename(made.root)
        return made


def _empty(campaign: SampleCampaign) -> None:
    ensure_folder(campaign.root)
    make_workspace(campaign.folder, Unlocker(home=campaign.root / "home")).close()


def _nominated(campaign: SampleCampaign) -> None:
    with campaign.open() as workspace:
        nominate(workspace)


def _shortlisted(campaign: SampleCampaign) -> None:
    with campaign.open() as workspace:
        decide_shortlist(workspace)


def _carded(campaign: SampleCampaign) -> None:
    with campaign.open() as workspace:
        _, drawn = prepare_round(workspace)
        ensure_folder(campaign.root / "cards")
        for number, issued in enumerate(drawn.files):
            file = campaign.root / "cards" / f"{number}.txt"
            write_atomically(file, issued.card.file_text("card").encode("utf-8"))


def _packed(campaign: SampleCampaign) -> None:
    with campaign.open() as workspace:
        workspace.packing.pack(workspace.rounds.current(), campaign.package)


def _boxed(campaign: SampleCampaign) -> None:
    data = sample_data()
    for number, expert in enumerate(data.experts[:12]):
        home = campaign.root / "experts" / expert.tag
        card = campaign.card(number)
        score_and_export(campaign.package, card, expert, data.quality, home, campaign.root / "sheets")
    shutil.rmtree(campaign.root / "experts")
    with campaign.open() as workspace:
        contents = [file.read_bytes() for file in campaign.sheets]
        workspace.counting.take_in(workspace.rounds.current(), contents)


def _closed(campaign: SampleCampaign) -> None:
    with campaign.open() as workspace:
        write_atomically(campaign.root / "box.jws", workspace.counting.close(workspace.rounds.current()))


def _opened(campaign: SampleCampaign) -> None:
    with campaign.open() as workspace:
        assert workspace.counting.open(workspace.rounds.current()).enough


def _counted(campaign: SampleCampaign) -> None:
    with campaign.open() as workspace:
        score_round(campaign, workspace, SHEETS)


def score_round(campaign: SampleCampaign, workspace: Workspace, sheets: int, **rule: object) -> None:
    """Sets a round up whose rule is the usual one but for ``rule``, draws cards, packs, has so many sheets scored, and
    opens the box, as far as there are enough of them."""
    data, rubric = sample_data(), load_rubric()
    made = msgspec.structs.replace(load_rule(None, rubric), **rule)
    round_ = workspace.rounds.new("final", rubric, made)
    workspace.shortlist.freeze(round_, "lot", LOT_SEED)
    drawn = workspace.cards.draw(round_, max(sheets, CARDS), RESERVE)
    workspace.packing.pack(round_, campaign.package)
    for number, issued in enumerate(drawn.files[:sheets]):
        model = data.experts[number % len(data.experts)]
        expert = msgspec.structs.replace(model, tag=f"E{number + 1:02}")
        home = campaign.root / "experts" / expert.tag
        score_and_export(campaign.package, issued.card, expert, data.quality, home, campaign.root / "sheets")
    shutil.rmtree(campaign.root / "experts")
    workspace.counting.take_in(round_, [file.read_bytes() for file in campaign.sheets])
    workspace.counting.close(round_)
    workspace.counting.open(round_, present=("王见证", "李公证"))


_STEPS = {
    "empty": _empty,
    "nominated": _nominated,
    "shortlisted": _shortlisted,
    "carded": _carded,
    "packed": _packed,
    "boxed": _boxed,
    "closed": _closed,
    "opened": _opened,
    "counted": _counted,
}
