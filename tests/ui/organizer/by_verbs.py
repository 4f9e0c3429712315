"""The sample campaign held by the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from review_app.model.crypto.ballot_card import BallotCard
from review_app.model.files import asset_path
from review_app.model.strict_yaml import load_yaml
from tests.cli.program import Answer, call
from tests.ui.organizer.same_campaign import (
    BACK,
    BY_VOTES,
    COVERAGE,
    OUT_OF_SCOPE,
    PRESENT,
    RETURNED,
    SCOPE,
    SEATS,
    SEED,
    Papers,
    receipts_of,
)


class Verbs:
    """The organizer's command line on one workspace."""

    def __init__(self, home: Path, folder: Path) -> None:
        self.home, self.folder = home, folder

    def run(self, verb: str, *arguments: object) -> Answer:
        return call(verb, self.folder, *arguments, env={"REVIEW_APP_HOME": str(self.home)}).done()

    def json(self, verb: str, *arguments: object) -> Any:
        return self.run(verb, *arguments, "--json").json

    def until_cards(self, scratch: Path, forms: list[Path], papers: Papers) -> None:
        """Nominations, two rounds, the frozen list."""
        settings = dict(load_yaml(asset_path("sample/campaign.yaml").read_bytes(), "campaign.yaml"))
        del settings["experts"], settings["quality"]
        (scratch / "campaign.yaml").write_text(yaml.safe_dump(settings, allow_unicode=True), "utf-8")
        self.run("new", "--sample", "--settings", scratch / "campaign.yaml")
        self.run("nominate", asset_path("sample/nominations"), "--no-accept")
        self.run("nominate", *forms, "--no-accept")
        self.run("submissions", "--accept-complete")
        (gone,) = [one for one in self.json("submissions")["submissions"] if RETURNED in one["source_name"]]
        self.run("nomination", "return", gone["id"], "--reason", BACK)
        self.run("shortlist", "open", "--title", SCOPE)
        self.run("shortlist", "panel", papers.panel)
        self.run("shortlist", "vote", papers.votes[0])
        self.run("shortlist", "decide", "--suggested", "--reason", BY_VOTES)
        for case in self.form_cases():
            self.run("shortlist", "decide", "--case", case, "--choice", "drop", "--reason", OUT_OF_SCOPE)
        self.run("shortlist", "close")
        self.run("shortlist", "open", "--title", COVERAGE)
        self.run("shortlist", "vote", papers.votes[1])
        first = next(iter(papers.rounds[1]))
        for name, _ in papers.members:
            self.run("shortlist", "vote", "--member", name, "--case", first, "--choice", "recommend")
        self.run("shortlist", "decide", "--suggested", "--reason", SEATS)
        self.run("shortlist", "close")
        self.run("round", "new", "--kind", "final")
        self.run("shortlist", "freeze", "--order", "lot", "--seed", SEED)

    def form_cases(self) -> list[str]:
        """The cases that came by the form."""
        found = self.json("submissions", "--state", "accepted")["submissions"]
        return sorted(one["case"] for one in found if one["source_name"].startswith("filled"))

    def until_opened(self, package: Path, cards: list[BallotCard], stub: str) -> dict[str, str]:
        """From the cards to the opened box; whose each receipt and code is."""
        self.run("pack", "-o", package)
        whose = receipts_of(package, cards, package.parent)
        self.run("withdraw", stub)
        self.run("box", "add", package.parent / "sheets")
        self.run("box", "close", "-o", package.with_suffix(".jws"))
        self.run("box", "open", *(word for name in PRESENT for word in ("--present", name)))
        return whose
