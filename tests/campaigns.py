"""The sample campaign at each of its stations, for tests and pictures: real keys, real package, real sheets."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from review_app.model.crypto.ballot_card import BallotCard, parse_card
from review_app.model.crypto.vault import Unlocker
from review_app.model.files import ensure_folder, home_folder, write_atomically
from review_app.model.sample.campaign import (
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
        place = STAGES.index(stage)
        if place:
            shutil.copytree(self._made(STAGES[place - 1]).root, draft)
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


_STEPS = {
    "empty": _empty,
    "nominated": _nominated,
    "shortlisted": _shortlisted,
    "carded": _carded,
    "packed": _packed,
    "boxed": _boxed,
    "closed": _closed,
    "opened": _opened,
}
