"""The forty folders of the sample campaign end as their EXPECT.yaml says, and a second time nothing changes."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from review_app.model.files import asset_path
from review_app.model.nomination.intake import take_in
from review_app.model.workspace import Workspace
from review_app.model.workspace.campaign import load_settings
from review_app.model.workspace.nominations import IntakeResult

FOLDER = asset_path("sample/nominations")
EXPECTED = yaml.safe_load((FOLDER / "EXPECT.yaml").read_text(encoding="utf-8"))
REASONS = {
    "nomination-incomplete": "incomplete",
    "text-encoding": "encoding",
    "text-mojibake": "encoding",
    "text-zero-bytes": "encoding",
    "text-truncated": "encoding",
    "front-matter-missing": "front-matter",
    "front-matter-invalid": "front-matter",
    "facet-unknown": "facet",
    "attachment-missing": "missing-attachment",
    "case-file-missing": "no-case-file",
}


def as_expected(result: IntakeResult) -> dict[str, object]:
    """A result in the words of EXPECT.yaml."""
    if result.status == "accepted":
        repaired = result.code.removeprefix("repaired-") if result.code else ""
        return {"result": "repairable", "repair": repaired} if repaired else {"result": "accepted"}
    if result.status == "duplicate":
        return {
            "result": "duplicate",
            "of": result.case_id,
            "how": "exact" if result.params["similarity"] == 100 else "near",
        }
    said: dict[str, object] = {"result": "refused", "reason": REASONS[result.code]}
    if result.code == "nomination-incomplete":
        said["fields"] = result.params["fields"]
    if result.code == "attachment-missing":
        said["fields"] = [result.params["name"]]
    return said


@pytest.fixture
def sample(tmp_path: Path) -> Workspace:
    settings = load_settings(asset_path("sample/campaign.yaml"), others=("experts", "quality"))
    return Workspace.create(tmp_path / "ws", "", "", [], sample=True, settings=settings)


def test_forty_folders_end_as_expected(sample: Workspace) -> None:
    with sample:
        results = take_in(sample, [FOLDER])
        found = {result.source_name: as_expected(result) for result in results}
        expected = {
            name: {key: value for key, value in entry.items() if key != "note"}
            for name, entry in EXPECTED["folders"].items()
        }
        assert found == expected
        assert len(results) == 40
        assert list(found) == sorted(found)
        assert len(sample.nominations.all()) == 30
        assert sample.damaged_files() == []
        with_files = [case for case in sample.nominations.all() if case.attachments]
        assert len(with_files) >= 10
        assert len(sample.nominations.intake()) == 40


def test_a_second_time_is_harmless(sample: Workspace) -> None:
    with sample:
        first = take_in(sample, [FOLDER])
        before = (sample.nominations.all(), sample.nominations.intake(), sample.log.head())
        again = take_in(sample, [FOLDER])
        assert (sample.nominations.all(), sample.nominations.intake(), sample.log.head()) == before
        for one, two in zip(first, again, strict=True):
            if one.status == "accepted":
                assert (two.status, two.code, two.case_id) == ("duplicate", "nomination-known", one.case_id)
            else:
                assert two == one
