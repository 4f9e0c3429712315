"""From forty sample nominations to a package: stages 1 and 2, through the code an organizer uses."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from review_app.model.canonical import Record, convert
from review_app.model.crypto.ballot_card import BallotCard, parse_card
from review_app.model.crypto.vault import Unlocker
from review_app.model.errors import InputError
from review_app.model.files import asset_path, ensure_folder, read_limited, write_atomically
from review_app.model.nomination.intake import take_in
from review_app.model.package.open import SealedPackage
from review_app.model.progress import SILENT, Progress
from review_app.model.rubric import load_rubric, load_rule
from review_app.model.strict_yaml import load_yaml
from review_app.model.workspace import Workspace
from review_app.model.workspace.campaign import Settings
from review_app.model.workspace.cards import DrawnCards
from review_app.model.workspace.commendations import Words
from review_app.model.workspace.nominations import IntakeResult
from review_app.model.workspace.rounds import Round
from review_app.model.workspace.shortlist import Decision, decision_kind

CARDS, RESERVE = 12, 2
LOT_SEED = "sample"
PACKAGE_NAME = "sample.casepkg"
CARD_NAME = "sample-card.txt"
_LIMIT = 1 << 20


class SyntheticExpert(Record, frozen=True):
    """How one invented expert scores: ``severity`` is added to a case's quality, ``spread`` is the standard deviation
    of what is added by chance, both in points of the scale; ``comments`` fit any case."""

    tag: str
    severity: float
    spread: float
    comments: list[str]


class _Entry(Record, frozen=True):
    """An entry of ``assets/sample/commendations.yaml``."""

    case: str
    author: str
    institution: str
    post: str
    text: str


@dataclass(frozen=True)
class SampleData:
    """``assets/sample/campaign.yaml``.  ``quality`` has five numbers a case, in the default rubric's order; it is used
    to make up scores and for nothing else."""

    settings: Settings
    experts: list[SyntheticExpert]
    quality: Mapping[str, list[float]]


def sample_data() -> SampleData:
    """The sample's settings and invented experts."""
    source: dict[str, Any] = dict(_load("campaign.yaml"))
    experts = convert(source.pop("experts"), list[SyntheticExpert], "campaign.yaml")
    quality = convert(source.pop("quality"), dict[str, list[float]], "campaign.yaml")
    source["organizers"] = [{"name": o} if isinstance(o, str) else o for o in source["organizers"]]
    source["facets"] = [{"name": f} if isinstance(f, str) else f for f in source["facets"]]
    return SampleData(convert(source, Settings, "campaign.yaml"), experts, quality)


def make_workspace(folder: Path, unlocker: Unlocker | None = None) -> Workspace:
    """A new workspace for the sample campaign; raises what :meth:`Workspace.create` raises."""
    settings = sample_data().settings
    return Workspace.create(folder, "", "", [], sample=True, unlocker=unlocker, settings=settings)


def nominate(workspace: Workspace, progress: Progress = SILENT) -> list[IntakeResult]:
    """Takes the forty sample nominations in."""
    return take_in(workspace, [asset_path("sample/nominations")], progress=progress)


def decide_shortlist(workspace: Workspace) -> int:
    """Names the sample's panel and applies its decisions, stage by stage, each closed in the end; returns the number
    of stages."""
    source = _load("shortlist.yaml")
    rounds = source["rounds"]
    workspace.panel.add_all((member["name"], member["institution"]) for member in source["panel"])
    for stage, entry in enumerate(rounds, start=1):
        workspace.stages.new(entry["title"])
        workspace.shortlist.decide_all(
            Decision(stage, item["case"], decision_kind(item["decision"]), item["reason"])
            for item in entry["decisions"]
        )
        workspace.shortlist.close(stage)
    return len(rounds)


def commend(workspace: Workspace, round_: Round, day: datetime.date) -> int:
    """Enters the sample's words of commendation for the winners there are words for; returns how many."""
    winners = workspace.counting.count(round_).winners
    entries = convert(_load("commendations.yaml")["commendations"], list[_Entry], "commendations.yaml")
    found = [entry for entry in entries if entry.case in winners]
    for entry in found:
        words = Words(entry.author, entry.post, entry.institution, entry.text)
        workspace.commendations.put(round_, entry.case, words, day)
    return len(found)


def prepare_round(workspace: Workspace) -> tuple[Round, DrawnCards]:
    """The final round by the default rubric and rule, candidates frozen by lot, cards drawn."""
    rubric = load_rubric()
    round_ = workspace.rounds.new("final", rubric, load_rule(None, rubric))
    workspace.shortlist.freeze(round_, "lot", LOT_SEED)
    return round_, workspace.cards.draw(round_, CARDS, RESERVE)


def sample_package(folder: Path) -> tuple[Path, BallotCard]:
    """A package of the sample campaign below ``folder`` and a card that opens it; made the first time, kept after.

    A pair that no longer opens (damaged, or of another version) is made anew.  Raises what writing raises.
    """
    package, card_file = folder / PACKAGE_NAME, folder / CARD_NAME
    try:
        card = parse_card(read_limited(card_file, 4096).decode("utf-8"))
        with SealedPackage.open(package) as sealed:
            sealed.unlock(card)
        return package, card
    except (InputError, UnicodeDecodeError):
        pass
    ensure_folder(folder)
    workshop = folder / "workshop"
    shutil.rmtree(workshop, ignore_errors=True)
    try:
        with make_workspace(workshop / "workspace", Unlocker(home=workshop / "home")) as workspace:
            nominate(workspace)
            decide_shortlist(workspace)
            round_, drawn = prepare_round(workspace)
            workspace.packing.pack(round_, package)
            card = drawn.files[0].card
        write_atomically(card_file, card.file_text(workspace_title()).encode("utf-8"))
    finally:
        shutil.rmtree(workshop, ignore_errors=True)
    return package, card


def workspace_title() -> str:
    """Title and edition of the sample campaign."""
    settings = sample_data().settings
    return f"{settings.title} {settings.edition}"


def _load(name: str) -> Any:
    return load_yaml(read_limited(asset_path(f"sample/{name}"), _LIMIT), name)
