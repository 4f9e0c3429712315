"""The sample campaign from forty nominations to certificates by one command; its result worked out a second time."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from review_app.model.container import Container
from tests.cli.program import Answer, call, start

TIES = ["effectiveness", "innovation", "importance", "participation", "replicability"]
EXPERTS, CANDIDATES, WINNERS = 12, 24, 10


@dataclass(frozen=True)
class Demo:
    """The folder that a run of the verb left, and what it said."""

    folder: Path
    said: Answer

    @property
    def archive(self) -> Path:
        """The results archive."""
        return self.folder / "sample.results"

    def on_workspace(self, verb: str, *arguments: object) -> Answer:
        """A verb of the organizer."""
        home = {"REVIEW_APP_HOME": str(self.folder / "home")}
        return call(verb, self.folder / "workspace", *arguments, env=home)

    def stored_scores(self) -> list[dict[str, Any]]:
        """What lies in each expert's own store, as the verb shows it."""
        homes = sorted((self.folder / "experts").iterdir())
        cards = sorted((self.folder / "cards").iterdir())
        assert len(homes) == EXPERTS
        return [
            call(
                "scores",
                self.folder / "sample.casepkg",
                "--card-file",
                card,
                "--json",
                env={"REVIEW_APP_HOME": str(home)},
            )
            .done()
            .json
            for home, card in zip(homes, cards, strict=False)
        ]


def files_of(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}


def outside_home(files: set[Path]) -> set[Path]:
    """Without the local state that a window leaves."""
    return {path for path in files if "home" not in path.parts}


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    folder = tmp_path_factory.mktemp("demo") / "out"
    no_display = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}
    first = start("demo", folder, "--json", env=no_display).done()
    assert first.json["verified"] is True
    left = files_of(folder)
    second = start("demo", folder, "--json", "--window", env=no_display).done()  # again, into the same folder
    now = {path for path in files_of(folder) if path.relative_to(folder).parts[0] != "screenshots"}
    fixed = {
        "sample.results",
        "sample.casepkg",
        "cards.pdf",
        "box.jws",
        "organizer-key.jwk",
        "window-card.txt",
        "sample-proposed.results",
        "report.pdf",
        "report-internal.pdf",
        "results.xlsx",
        "results.csv",
        "announcement.md",
        "announcement.docx",
    }
    assert {path.name for path in left & now} >= fixed
    assert len(outside_home(now)) == len(outside_home(left)), "what the first run left, and nothing beside it"
    return Demo(folder, second)


pytestmark = pytest.mark.xdist_group("demo")


def test_the_summary(demo: Demo) -> None:
    said = demo.said.json
    assert {
        name: said[name] for name in ("nominations", "accepted_nominations", "candidates", "cards", "sheets")
    } == {
        "nominations": 40,
        "accepted_nominations": 30,
        "candidates": CANDIDATES,
        "cards": EXPERTS + 2,
        "sheets": EXPERTS,
    }
    assert said["receipts_found"] == EXPERTS and said["certificates"] == len(said["winners"]) >= WINNERS
    assert "sample" in demo.said.err.lower(), "synthetic scores are called that"


def test_a_foreign_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    call("demo", tmp_path).refused("folder-not-empty", 2)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def oracle(stores: list[dict[str, Any]]) -> list[tuple[int | None, str, Fraction | None, int, int]]:
    """The default rule in a few lines: (rank, case, score, sheets, used), highest first."""
    lines = []
    for place in range(len(stores[0]["cases"])):
        sheets = [store["cases"][place] for store in stores]
        case = sheets[0]["case"]
        scored = [sheet["scores"] for sheet in sheets if not sheet["recused"]]
        totals = sorted(sum(scores.values()) for scores in scored)
        kept = totals[1:-1] if len(totals) > 2 else totals
        score = Fraction(sum(kept), len(kept))
        means = [Fraction(sum(scores[name] for scores in scored), len(scored)) for name in TIES]
        lines.append(((score, *means), case, len(scored), len(kept)))
    lines.sort(key=lambda line: (*(-part for part in line[0]), stores[0]["cases"][0]["case"] != line[1]))
    keys = [line[0] for line in lines]
    return [(1 + keys.index(key), case, key[0], sheets, used) for key, case, sheets, used in lines]


def test_the_ranking_is_what_the_stored_scores_give(demo: Demo) -> None:
    expected = oracle(demo.stored_scores())
    assert len(expected) == CANDIDATES and all(sheets >= 3 for _, _, _, sheets, _ in expected)
    ranking = demo.on_workspace("rank", "--json").done().json
    found = [(e["rank"], e["case"], Fraction(e["score"]), e["sheets"], e["used"]) for e in ranking["ranking"]]
    assert sorted(found, key=lambda line: (line[0], line[1])) == sorted(expected, key=lambda e: (e[0], e[1]))  # type: ignore[arg-type, return-value]
    assert [line[0] for line in found] == sorted(line[0] for line in found)
    winners = [case for rank, case, *_ in expected if rank is not None and rank <= WINNERS]
    assert sorted(ranking["winners"]) == sorted(winners) == sorted(demo.said.json["winners"])
    assert ranking["what_if"] is False
    public = call("verify", demo.archive, "--json").done().json
    assert [(e["rank"], e["case"], e["score"]) for e in public["ranking"]] == [
        (e["rank"], e["case"], e["score"]) for e in ranking["ranking"]
    ]


def test_every_expert_finds_the_receipt(demo: Demo) -> None:
    receipts = [exported["receipt"] for store in demo.stored_scores() for exported in store["exported"]]
    assert len(set(receipts)) == EXPERTS
    for receipt in receipts:
        found = (
            call("verify", demo.archive, "--receipt", receipt.lower().replace("-", " "), "--json").done().json
        )
        assert found["receipt"]["state"] == "accepted"
    assert call("verify", demo.archive, "--receipt", "0000-0000-0000").status == 1


def test_the_box_lists_each_receipt_with_its_state(demo: Demo) -> None:
    listed = demo.on_workspace("box", "list", "--json").done().json
    assert (listed["inside"], listed["late"], listed["state"]) == (EXPERTS, 0, "sealed")
    assert {sheet["state"] for sheet in listed["sheets"]} == {"accepted"}
    stored = [exported for store in demo.stored_scores() for exported in store["exported"]]
    assert [sheet["receipt"] for sheet in listed["sheets"]] == sorted(each["receipt"] for each in stored)
    # Arrived files and receipts stand apart: together they would say whose row is whose to anyone who saw the mail.
    assert not any(sheet["delivery_code"] for sheet in listed["sheets"])
    assert listed["delivery_codes"] == sorted(each["delivery_code"] for each in stored)


def test_the_archive_is_the_organizers_and_one_byte_makes_it_none(demo: Demo, tmp_path: Path) -> None:
    key = demo.folder / "organizer-key.jwk"
    pinned = call("verify", demo.archive, "--organizer-key", key, "--json").done().json
    assert (pinned["pinned"], pinned["signer_expected"], pinned["findings"]) == (True, True, [])
    content = demo.archive.read_bytes()
    changed = tmp_path / "changed.results"
    for part in (b"terms.jws", b"box.jws", b"results.jws", b"scores/", b"remarks.json", b"seal.jws"):
        touched = bytearray(content)
        touched[content.index(part) + len(part) + 120] ^= 4
        changed.write_bytes(touched)
        assert call("verify", changed).status == 3, part
    for size in (100, len(content) // 2, len(content) - 1):
        changed.write_bytes(content[:size])
        assert call("verify", changed).status == 3


def test_the_final_result_names_the_one_that_was_proposed(demo: Demo) -> None:
    proposed = demo.folder / "sample-proposed.results"
    first = call("verify", proposed, "--json").done().json
    final = call("verify", demo.archive, "--json").done().json
    assert (first["status"], first["before"], final["status"]) == ("proposed", "", "final")
    with Container.open(proposed) as container:
        assert final["before"] == hashlib.sha256(container.read("results.jws")).hexdigest()
    assert demo.on_workspace("overview", "--json").done().json["next"]["code"] == "next-nothing"


def test_papers_say_what_the_archive_says(demo: Demo) -> None:
    final = call("verify", demo.archive, "--json").done().json
    titles = {
        line["case"]: line["title"] for line in demo.on_workspace("rank", "--json").done().json["ranking"]
    }
    rows = list(csv.reader(io.StringIO((demo.folder / "results.csv").read_text("utf-8-sig"), newline="")))
    listed = [row for row in rows if any(title in row for title in titles.values())]
    assert [next(cell for cell in row if cell in titles.values()) for row in listed] == [
        titles[line["case"]] for line in final["ranking"]
    ]
    announced = (demo.folder / "announcement.md").read_text("utf-8").replace("\\", "")
    digest = hashlib.sha256((demo.folder / "sample-proposed.results").read_bytes()).hexdigest()
    assert digest in announced and final["signer"] in announced
    for case in final["winners"]:
        assert titles[case] in announced
    commended = demo.on_workspace("commend", "--json").done().json
    assert commended["missing"] == [] and len(commended["commendations"]) == WINNERS
    for each in commended["commendations"]:
        assert each["text"].splitlines()[0] in announced and each["author"] in announced


def test_a_what_if_is_marked_and_seals_nothing(demo: Demo, tmp_path: Path) -> None:
    rule = tmp_path / "rule.yaml"
    rule.write_text(
        "method: mean\ndrop: 0\nties: []\nwinners: 3\nminimum_scores: 1\nminimum_accepted: 1\n", "utf-8"
    )
    what_if = demo.on_workspace("rank", "--rule", rule, "--json").done()
    plain = [
        (
            case["case"],
            Fraction(
                sum(sum(sheet["scores"].values()) for sheet in sheets if not sheet["recused"]),
                sum(not sheet["recused"] for sheet in sheets),
            ),
        )
        for sheets in zip(*(store["cases"] for store in demo.stored_scores()), strict=True)
        for case in sheets[:1]
    ]
    assert what_if.json["what_if"] is True and what_if.err
    assert {(e["case"], Fraction(e["score"])) for e in what_if.json["ranking"]} == set(plain)
    assert len(call("verify", demo.archive, "--json").done().json["winners"]) == len(
        demo.said.json["winners"]
    )


def test_certificates_can_be_scanned_and_their_statement_holds(demo: Demo, tmp_path: Path) -> None:
    files = sorted((demo.folder / "certificates").iterdir())
    assert len(files) == len(demo.said.json["winners"])
    key = json.loads((demo.folder / "organizer-key.jwk").read_text())
    serials = set()
    for file in files:
        checked = (
            call("verify", file, "--organizer-key", demo.folder / "organizer-key.jwk", "--json").done().json
        )
        (award,) = checked["awards"]
        assert award["case"] in demo.said.json["winners"]
        serials.add(award["serial"])
    assert len(serials) == len(files)
    if shutil.which("pdftoppm") is None or shutil.which("zbarimg") is None:
        pytest.skip("pdftoppm or zbarimg is not installed")
    subprocess.run(
        ["pdftoppm", "-r", "200", "-png", "-singlefile", files[0], tmp_path / "page"],
        check=True,
        capture_output=True,
    )
    scanned = subprocess.run(
        ["zbarimg", "-q", "--raw", tmp_path / "page.png"], check=True, capture_output=True, text=True
    ).stdout.strip()
    statement = scanned[scanned.index("eyJ") :]
    signed, _, signature = statement.rpartition(".")
    Ed25519PublicKey.from_public_bytes(unpadded(key["x"])).verify(unpadded(signature), signed.encode())
    payload = json.loads(unpadded(signed.split(".")[1]))
    assert payload["serial"] == files[0].stem and payload["case"] in demo.said.json["winners"]


def unpadded(text: str) -> bytes:
    """base64url as JOSE writes it (RFC 7515, section 2)."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="a display is always there")
def test_without_a_display_the_demo_says_what_became_of_the_window(demo: Demo) -> None:
    said = demo.said.err.splitlines()[-1]
    assert "display" in said
    assert any((demo.folder / "screenshots").iterdir()) == ("screenshots are in" in said)


def test_the_box_record_that_was_handed_out_is_the_archives(demo: Demo, tmp_path: Path) -> None:
    handed_out = demo.folder / "box.jws"
    same = call("verify", demo.archive, "--box-record", handed_out, "--json").done().json
    assert (same["box_record"], same["verdict"]) == ({"same": True}, "consistent")
    other = tmp_path / "box.jws"
    other.write_bytes(handed_out.read_bytes() + b"A")
    differs = call("verify", demo.archive, "--box-record", other, "--json")
    assert (differs.status, differs.json["box_record"]) == (1, {"same": False})
