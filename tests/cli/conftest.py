"""A small campaign brought to its package, and to its end, by verbs alone; every test gets a copy of its own."""

from __future__ import annotations

import csv
import io
import random
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.cli.program import Answer, call

CASES = ("alpha", "beta", "gamma", "delta")
CARDS, RESERVE = 4, 1
CRITERIA = ("innovation", "importance", "participation", "effectiveness", "replicability")
SYLLABLES = "政务公开数据平台群众意见回应社区网络治理服务街道试行推广逐月来源说明协商参与监督办理效果评估"
RULE = """method: trimmed-mean
drop: 1
ties: [effectiveness, innovation, importance, participation, replicability]
winners: 2
minimum_scores: 1
minimum_accepted: 2
abstention: false
publication: full
"""


@dataclass(frozen=True)
class Campaign:
    """Where everything of one small campaign lies."""

    folder: Path

    @property
    def workspace(self) -> Path:
        """The organizer's folder."""
        return self.folder / "workspace"

    @property
    def home(self) -> Path:
        """The organizer's local state: the vault's key."""
        return self.folder / "home"

    @property
    def package(self) -> Path:
        """The case package."""
        return self.folder / "round.casepkg"

    @property
    def cards(self) -> list[Path]:
        """The card files."""
        return sorted((self.folder / "cards").iterdir())

    def organizer(self, verb: str, *arguments: object, **more: object) -> Answer:
        """Runs a verb on the workspace."""
        return call(verb, self.workspace, *arguments, env={"REVIEW_APP_HOME": str(self.home)}, **more)  # type: ignore[arg-type]

    def expert_home(self, card: int) -> Path:
        """The local state of the holder of a card."""
        return self.folder / f"expert-{card}"

    def expert(self, card: int, verb: str, *arguments: object, **more: object) -> Answer:
        """Runs a verb on the package as the holder of a card, on a computer of their own."""
        env = {"REVIEW_APP_HOME": str(self.expert_home(card))}
        return call(verb, self.package, "--card-file", self.cards[card], *arguments, env=env, **more)  # type: ignore[arg-type]

    def scores(self, card: int) -> dict[str, list[int]]:
        """What the holder of a card thinks: made up, all different."""
        return {
            case: [1 + (7 * card + 3 * place + 5 * number) % 10 for place in range(5)]
            for number, case in enumerate(CASES)
        }

    def sheet(self, card: int) -> Path:
        """The sheet that a card's holder exported."""
        return self.folder / "sheets" / f"{card}.scoresheet"

    def score_and_export(self, card: int) -> Answer:
        """Scores every case and exports."""
        source = self.folder / f"scores-{card}.csv"
        source.write_bytes(scores_csv(self.scores(card)))
        self.expert(card, "score", "--from", source).done()
        self.sheet(card).parent.mkdir(exist_ok=True)
        return self.expert(card, "export", "-o", self.sheet(card), "--json").done()


def scores_csv(scores: Mapping[str, Sequence[object]], encoding: str = "utf-8") -> bytes:
    """A scores file; the first line of each case carries a comment."""
    rows = [
        (case, criterion, value, f"评语 {case}" if place == 0 else "")
        for case, values in scores.items()
        for place, (criterion, value) in enumerate(zip(CRITERIA, values, strict=True))
    ]
    return csv_bytes(("case", "criterion", "value", "comment"), rows, encoding)


def csv_bytes(columns: Sequence[str], rows: Iterable[Sequence[object]], encoding: str = "utf-8") -> bytes:
    """A CSV file."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue().encode(encoding)


def prose(case: str, sentences: int) -> str:
    """Text of a case that resembles no other's."""
    drawn = random.Random(case)
    return "".join("".join(drawn.choices(SYLLABLES, k=30)) + "。" for _ in range(sentences))


def nominations_csv(encoding: str = "utf-8") -> bytes:
    """Four complete nominations in one table."""
    return csv_bytes(
        (
            "id",
            "title",
            "organisation",
            "body_type",
            "recipient",
            "region",
            "facet",
            "route",
            "contact",
            "summary",
            "dossier",
        ),
        [
            (
                case,
                f"{case} 便民服务平台",
                f"{case} 市大数据局",
                "地方政府",
                f"{case} 市大数据局",
                "浙江",
                "网络服务",
                "自荐",
                "office@example.cn",
                f"{case}：{prose(case, 1)}",
                f"# {case}\n\n{prose(case, 12)}",
            )
            for case in CASES
        ],
        encoding,
    )


def make_drawn(folder: Path) -> Campaign:
    """A small campaign whose cards are drawn; its candidates aren't frozen."""
    made = Campaign(folder)
    table, rule = folder / "nominations.csv", folder / "rule.yaml"
    table.write_bytes(nominations_csv())
    rule.write_text(RULE, "utf-8")
    made.organizer(
        "new", "--title", "网络治理案例评审", "--edition", "第一届", "--organizer", "样例研究所"
    ).done()
    answer = made.organizer("nominate", table, "--json").done()
    assert answer.json["totals"] == {"accepted": len(CASES), "duplicate": 0, "refused": 0}, answer.out
    made.organizer("round", "new", "--kind", "final", "--rule", rule).done()
    made.organizer(
        "cards",
        "--count",
        CARDS,
        "--reserve",
        RESERVE,
        "--pdf",
        folder / "cards.pdf",
        "--out",
        folder / "cards",
    ).done()
    return made


def make_packed(folder: Path) -> Campaign:
    """A small campaign up to its package."""
    made = make_drawn(folder)
    made.organizer("pack", "-o", made.package).done()
    return made


def make_opened(campaign: Campaign) -> Campaign:
    """Goes on to an open box: three experts' sheets are in."""
    for card in range(3):
        campaign.score_and_export(card)
    campaign.organizer("box", "add", campaign.folder / "sheets").done()
    campaign.organizer("box", "close").done()
    campaign.organizer("box", "open", "--strict").done()
    return campaign


@pytest.fixture(scope="session")
def packed_original(tmp_path_factory: pytest.TempPathFactory) -> Campaign:
    """The campaign up to its package; look, don't touch."""
    return make_packed(tmp_path_factory.mktemp("packed"))


@pytest.fixture(scope="session")
def opened_original(packed_original: Campaign, tmp_path_factory: pytest.TempPathFactory) -> Campaign:
    """The campaign with its box open; look, don't touch."""
    return make_opened(_copied(packed_original, tmp_path_factory.mktemp("opened") / "campaign"))


@pytest.fixture
def packed(packed_original: Campaign, tmp_path: Path) -> Campaign:
    """A campaign whose package is out and whose box is empty."""
    return _copied(packed_original, tmp_path / "campaign")


@pytest.fixture
def opened(opened_original: Campaign, tmp_path: Path) -> Campaign:
    """A campaign whose box is open, with three accepted sheets."""
    return _copied(opened_original, tmp_path / "opened")


@pytest.fixture(scope="session")
def other_original(tmp_path_factory: pytest.TempPathFactory) -> Campaign:
    """Another organizer's campaign of the same shape."""
    return make_packed(tmp_path_factory.mktemp("other"))


def _copied(campaign: Campaign, folder: Path) -> Campaign:
    shutil.copytree(campaign.folder, folder)
    return replace(campaign, folder=folder)


Maker = Callable[[Path], Campaign]
