"""What both ways of holding the sample campaign start from, and what is said and typed on either."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from review_app.model.crypto.ballot_card import BallotCard
from review_app.model.files import asset_path
from review_app.model.sample.campaign import sample_data
from review_app.model.sample.scoring import score_and_export
from review_app.model.strict_yaml import load_yaml
from tests.model.nomination.conftest import prose
from tests.model.nomination.test_forms import BODY, FILLED

EXPERTS, RESERVE = 6, 1
SCOPE, COVERAGE = "Scope and material", "Coverage"
BY_VOTES, OUT_OF_SCOPE, SEATS = "by the votes of the panel", "out of scope", "no seat is left"
SEED = "sample"
PRESENT = ("A witness", "Another witness")
"""What is typed; the keys of every keyboard have it."""
RETURNED, BACK = "x08-cloud-advert", "an advertisement"
"""The sample nomination that goes back, and why."""


def filled(name: str) -> tuple[dict[str, str], dict[str, list[str]]]:
    """What a nominator writes into the form: fields and sections."""
    fields = {**FILLED, "案例名称": f"{name}在线议事", "申报单位": f"{name}街道办事处"}
    fields["案例简介"] = prose(f"{name} summary", 50)
    bodies = {
        title: [prose(f"{name} {title} {n}", 50) for n in range(len(texts))] for title, texts in BODY.items()
    }
    return fields, bodies


class Papers:
    """Tables of the panel, as a secretary keeps them: members, and the votes of both rounds."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.rounds: list[dict[str, str]] = []
        """What the panel wants of each case, by round."""
        source = load_yaml(asset_path("sample/shortlist.yaml").read_bytes(), "shortlist.yaml")
        self.members = [(str(member["name"]), str(member["institution"])) for member in source["panel"]]
        self.panel = self._table(folder / "panel.csv", [("姓名", "单位"), *self.members])
        self.votes: list[Path] = []
        for number, entry in enumerate(source["rounds"], start=1):
            wanted = {str(item["case"]): str(item["decision"]) for item in entry["decisions"]}
            self.rounds.append(wanted)
            rows = [("案例", *(name for name, _ in self.members))]
            rows += [(case, *self._cast(case, decision)) for case, decision in wanted.items()]
            self.votes.append(self._table(folder / f"votes-{number}.csv", rows))

    def _cast(self, case: str, decision: str) -> Iterator[str]:
        """Ten votes that amount to ``decision``, with a few that say otherwise."""
        words = {"keep": "推荐", "hold": "待定", "drop": "淘汰"}
        against = sum(case.encode()) % 4
        for place in range(len(self.members)):
            yield words["hold" if place < against else decision]

    @staticmethod
    def _table(file: Path, rows: list[tuple[str, ...]]) -> Path:
        with file.open("w", encoding="utf-8-sig", newline="") as out:
            csv.writer(out).writerows(rows)
        return file


def receipts_of(package: Path, cards: list[BallotCard], folder: Path) -> dict[str, str]:
    """The experts score and hand in their sheets; one does so twice.  Whose each receipt and each code is."""
    data, whose = sample_data(), dict[str, str]()
    for number, (expert, card) in enumerate(zip(data.experts, cards, strict=False)):
        for turn in range(2 if number == 2 else 1):
            home, sheets = folder / expert.tag, folder / "sheets"
            found = score_and_export(package, card, expert, data.quality, home, sheets)
            whose[found.receipt] = whose[found.delivery_code] = f"{expert.tag}, {turn}"
    return whose


def told_by(whose: dict[str, str], box: dict[str, Any]) -> dict[str, Any]:
    """A box's document with experts in the place of receipts and codes, which no two packages share."""
    sheets = [
        {name: whose.get(text, text) if name != "state" else text for name, text in sheet.items()}
        for sheet in box["sheets"]
    ]
    codes = sorted(whose[code] for code in box["delivery_codes"])
    return {**box, "delivery_codes": codes, "sheets": sorted(sheets, key=lambda each: sorted(each.items()))}
