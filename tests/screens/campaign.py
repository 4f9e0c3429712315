"""The sample round with its organizer at hand, so that amendments can arrive."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from review_app.model.crypto.ballot_card import BallotCard
from review_app.model.crypto.vault import Unlocker
from review_app.model.files import write_atomically
from review_app.model.package.amendment import Change
from review_app.model.sample.campaign import decide_shortlist, make_workspace, nominate, prepare_round


@dataclass(frozen=True)
class Sample:
    """A package, a card that opens it, and a file with an amendment that corrects one case and withdraws another."""

    package: Path
    card: BallotCard
    amendment: Path
    corrected: str
    withdrawn: str


def make_sample(folder: Path) -> Sample:
    """Packs the sample campaign in ``folder`` and draws up the amendment."""
    package, amendment = folder / "sample.casepkg", folder / "sample.amend"
    with make_workspace(folder / "workspace", Unlocker(home=folder / "organizer")) as workspace:
        nominate(workspace)
        decide_shortlist(workspace)
        round_, drawn = prepare_round(workspace)
        workspace.packing.pack(round_, package)
        corrected, withdrawn = sorted(case.id for case in round_.manifest.cases)[:2]
        changes = [
            Change("erratum", corrected, "正文第 3 段的“两年”应为“三年”；附件不变。"),
            Change("withdrawn-case", withdrawn, "申报单位来函撤回。"),
        ]
        workspace.amendments.add(round_, changes)
        write_atomically(amendment, workspace.amendments.file(round_, 1))
    return Sample(package, drawn.files[0].card, amendment, corrected, withdrawn)
