"""Packages in parts by verbs: splitting, joining, looking, checking, scoring from any part."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from review_app.model.package.parts import read_part
from tests.campaigns import SampleCampaign, SampleCampaigns
from tests.cli.program import Answer, call
from tests.model.package.test_parts import forged


@pytest.fixture(scope="module")
def split_campaign(tmp_path_factory: pytest.TempPathFactory) -> SampleCampaign:
    """The sample campaign packed by the verb, with parts; look, don't touch."""
    import os

    scratch = tmp_path_factory.mktemp("split")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REVIEW_APP_HOME", str(scratch / "home"))
        campaign = SampleCampaigns(scratch / "made").at("carded", scratch / "carded")
        assert os.environ["REVIEW_APP_HOME"]
    env = {"REVIEW_APP_HOME": str(campaign.root / "home")}
    call("pack", campaign.folder, "-o", campaign.package, "--split", "1MB", "--json", env=env).done()
    return campaign


@pytest.fixture
def parts(split_campaign: SampleCampaign, tmp_path: Path) -> list[Path]:
    """Copies of the parts alone."""
    found = sorted(split_campaign.root.glob("sample.*of*.casepkg"))
    assert len(found) > 2
    for part in found:
        (tmp_path / part.name).write_bytes(part.read_bytes())
    return [tmp_path / part.name for part in found]


def refused(answer: Answer, code: str, *words: str) -> None:
    assert answer.status == 3 and f"error[{code}]" in answer.err, answer.err
    for word in words:
        assert word in answer.err


def test_any_part_does_what_the_package_does(
    parts: list[Path], split_campaign: SampleCampaign, tmp_path: Path
) -> None:
    whole = split_campaign.package
    card = split_campaign.root / "cards" / "0.txt"
    looked = json.loads(call("inspect", parts[1], "--card-file", card, "--json").done().out)
    plain = json.loads(call("inspect", whole, "--card-file", card, "--json").done().out)
    assert looked.pop("parts") == [part.name for part in parts] and looked.pop("damaged_parts") == []
    assert (looked.pop("kind"), plain.pop("kind")) == ("casepart", "casepkg")
    assert len(looked.pop("package_digest")) == 64 and looked == plain
    checked = json.loads(call("verify", parts[0], "--json").done().out)
    assert checked["parts"] == len(parts) and checked["verdict"] == "consistent"
    member = plain["cases"][2]["id"]
    call("extract", parts[2], member, "-o", tmp_path / "from parts", "--card-file", card).done()
    call("extract", whole, member, "-o", tmp_path / "from whole", "--card-file", card).done()
    assert (tmp_path / "from parts").read_bytes() == (tmp_path / "from whole").read_bytes()


def test_scores_of_a_part_and_of_the_package_are_one_store(
    parts: list[Path], split_campaign: SampleCampaign, tmp_path: Path
) -> None:
    card, env = split_campaign.root / "cards" / "1.txt", {"REVIEW_APP_HOME": str(tmp_path / "expert")}
    plain = json.loads(call("inspect", split_campaign.package, "--card-file", card, "--json").done().out)
    case, criterion = plain["cases"][0]["id"], plain["terms"]["rubric"]["criteria"][0]["id"]
    scores = tmp_path / "scores.csv"
    scores.write_text(f"case,criterion,value,comment\n{case},{criterion},7,\n", "utf-8")
    call("score", parts[0], "--card-file", card, "--from", scores, env=env).done()
    from_part = call("scores", parts[2], "--card-file", card, "--json", env=env).done()
    from_whole = call("scores", split_campaign.package, "--card-file", card, "--json", env=env).done()
    assert (from_part.out == from_whole.out and '"value": 7' in from_part.out) or "7" in from_part.out


def test_parts_join_to_the_same_file_and_split_again(
    parts: list[Path], split_campaign: SampleCampaign, tmp_path: Path
) -> None:
    joined = tmp_path / "apart" / "joined.casepkg"
    joined.parent.mkdir()
    call("join", parts[2], "-o", joined).done()
    assert joined.read_bytes() == split_campaign.package.read_bytes()
    answer = json.loads(call("split", joined, "--size", "1MB", "--json").done().out)
    assert [Path(name).read_bytes() for name in answer["parts"]] == [part.read_bytes() for part in parts]
    assert json.loads(call("split", joined, "--size", "1GB", "--json").done().out) == {"parts": []}


def test_what_is_wrong_with_parts_is_named(parts: list[Path], tmp_path: Path) -> None:
    last = parts[-1].read_bytes()
    parts[-1].unlink()
    refused(call("inspect", parts[0]), "parts-missing", str(len(parts)))
    parts[-1].write_bytes(last[:-100])
    for verb in ("inspect", "verify"):
        refused(call(verb, parts[0]), "part-damaged", parts[-1].name)
    refused(call("join", parts[0], "-o", tmp_path / "whole"), "part-damaged", parts[-1].name)
    parts[-1].write_bytes(last)
    content = bytearray(parts[1].read_bytes())
    content[len(content) // 2] ^= 4
    parts[1].write_bytes(bytes(content))
    refused(call("verify", parts[0]), "part-damaged", parts[1].name)
    looked = json.loads(call("inspect", parts[0], "--json").done().out)
    assert looked["damaged_parts"] == [parts[1].name] and looked["sound"] is False
    assert not (tmp_path / "whole").exists()


def test_a_size_that_can_not_be_is_refused_before_anything_is_done(
    split_campaign: SampleCampaign, tmp_path: Path
) -> None:
    env = {"REVIEW_APP_HOME": str(split_campaign.root / "home")}
    for size in ("5kB", "many", "0"):
        answer = call("pack", split_campaign.folder, "-o", tmp_path / "new.casepkg", "--split", size, env=env)
        assert answer.status == 2 and "error[part-size]" in answer.err
    assert list(tmp_path.iterdir()) == []


def test_amendments_are_listed_and_written_again(split_campaign: SampleCampaign, tmp_path: Path) -> None:
    env = {"REVIEW_APP_HOME": str(split_campaign.root / "home")}
    ws = split_campaign.folder
    assert call("amendments", ws, "--json", env=env).done().json == {"amendments": []}
    first, again = tmp_path / "1.amend", tmp_path / "again.amend"
    call("amend", ws, "--deadline", "2026-12-20", "-o", first, env=env).done()
    saved = call("amendments", ws, "--number", 1, "-o", again, "--json", env=env).done()
    (listed,) = saved.json["amendments"]
    assert listed["number"] == 1 and listed["previous"] == "" and listed["changes"][0]["kind"] == "deadline"
    card = split_campaign.root / "cards" / "0.txt"
    for file in (first, again):
        looked = call(
            "inspect", file, "--package", split_campaign.package, "--card-file", card, "--json"
        ).done()
        assert json.loads(looked.out)["changes"] == listed["changes"]
    assert call("amendments", ws, "--number", 1, env=env).status == 2
    assert call("amendments", ws, "--number", 2, "-o", tmp_path / "2.amend", env=env).status == 2
    assert not (tmp_path / "2.amend").exists()


def test_a_file_that_pretends_to_be_a_part_is_named_and_left_out(parts: list[Path], tmp_path: Path) -> None:
    evil = tmp_path / "0.casepkg"
    evil.write_bytes(forged(parts[1], bytes(read_part(parts[1]).header.size)))
    looked = call("inspect", parts[0], "--json").done()
    assert json.loads(looked.out)["parts"] == [part.name for part in parts] and "0.casepkg says" in looked.err
    checked = call("verify", evil).done()
    assert "0.casepkg says it is part 2" in checked.err
    joined = call("join", parts[2], "-o", tmp_path / "whole").done()
    assert "0.casepkg says it is part 2" in joined.err
