"""Rubric and counting rule as people write them: what is taken as it stands, and what is refused by its name."""

from __future__ import annotations

import json
import re
from pathlib import Path

import msgspec
import pytest

from review_app.model import canonical
from review_app.model.errors import InputError
from review_app.model.rubric import CountingRule, load_rubric, load_rule

RUBRIC = """lowest: 1
highest: 10
criteria:
  - {id: fit, name: 契合, weight: %s}
  - {id: use, name: 效用}
"""
AUDITOR = "age10xsz8mlnlg22ns6wm45nl2w05hezcf7956amhx930fjmf3vkh4ts5u3xe2"


def written(folder: Path, text: str) -> Path:
    file = folder / "written.yaml"
    file.write_text(text, "utf-8")
    return file


@pytest.mark.parametrize(
    ("weight", "taken"),
    [
        ("1", "1"), ("0.1", "0.1"), ("1.10", "1.10"), ("'2.5'", "2.5"), ("0.000001", "0.000001"),
        ("999999.999999", "999999.999999"),
    ],
)  # fmt: skip
def test_a_weight_counts_as_it_is_written(weight: str, taken: str, tmp_path: Path) -> None:
    rubric = load_rubric(written(tmp_path, RUBRIC % weight))
    assert [criterion.weight for criterion in rubric.criteria] == [taken, "1"]


@pytest.mark.parametrize(
    "weight",
    [
        ".nan", ".inf", "-.inf", "1e999", "1.0e+999", "1e5", "-1", "-0.5", "0", "0.0", "1000000", "9" * 400,
        "0.0000001", "0.30000000000000004", "010", "0x10", "1_0", "1:30", "yes", "~", "''", "'1,5'", "１",
        "0x" + "f" * 5000,
    ],
)  # fmt: skip
def test_a_weight_that_is_none_is_named(weight: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        load_rubric(written(tmp_path, RUBRIC % weight))
    assert (caught.value.code, caught.value.params) == ("rubric-invalid", {"field": "fit.weight"})


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        (RUBRIC % "[1]", "malformed-field", "$.criteria[0].weight"),
        (RUBRIC % ("9" * 5000), "yaml-invalid", "written.yaml"),
        ("lowest: 1\nhighest: 10\ncriteria: 5", "malformed-field", "$.criteria"),
        ("lowest: 1\nhighest: 10\ncriteria: [1]", "malformed-field", "$.criteria[0]"),
        ("lowest: 1\nhighest: 10\ncriteria: []", "rubric-invalid", "criteria"),
        ("lowest: .nan\nhighest: 10\ncriteria: [{id: a, name: A}]", "malformed-field", "$.lowest"),
        ("lowest: 10\nhighest: 1\ncriteria: [{id: a, name: A}]", "rubric-invalid", "scale"),
        ("- 1", "malformed-field", "written.yaml"),
    ],
)
def test_a_rubric_that_is_none(text: str, code: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        load_rubric(written(tmp_path, text))
    assert caught.value.code == code
    assert said in str(list(caught.value.params.values()))


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("method: mean", {"method": "mean", "drop": 0}),
        ("method: median", {"method": "median", "drop": 0}),
        ("method: severity-corrected", {"method": "severity-corrected", "drop": 0}),
        ("method: trimmed-mean", {"drop": 1, "drop_share": ""}),
        ("drop: 2", {"method": "trimmed-mean", "drop": 2}),
        ("drop_share: 0.10", {"method": "trimmed-mean", "drop": 0, "drop_share": "0.10"}),
        ("method: trimmed-mean\ndrop: 0\ndrop_share: '0.25'", {"drop_share": "0.25"}),
        ("last_tie: lot\nseed_draw: 双色球 2026073", {"last_tie": "lot", "seed_draw": "双色球 2026073"}),
        (f"publication: winners\nauditors: [{AUDITOR}]", {"publication": "winners", "auditors": [AUDITOR]}),
    ],
)
def test_rules_that_can_be_written(text: str, fields: dict[str, object], tmp_path: Path) -> None:
    rule = load_rule(written(tmp_path, text), load_rubric())
    assert {name: getattr(rule, name) for name in fields} == fields
    assert canonical.decode(canonical.encode(rule), CountingRule, "rule") == rule


@pytest.mark.parametrize(
    ("text", "code", "field"),
    [
        ("drop: 0", "rule-invalid", "drop"),
        ("drop: -1", "rule-invalid", "drop"),
        ("drop: 1001", "rule-invalid", "drop"),
        ("drop: 1\ndrop_share: 0.1", "rule-invalid", "drop"),
        ("method: median\ndrop: 1", "rule-invalid", "drop"),
        ("method: mean\ndrop_share: 0.1", "rule-invalid", "drop_share"),
        *((f"drop_share: {share}", "rule-invalid", "drop_share") for share in ("0", "0.5", "-0.1")),
        *((f"drop_share: {share}", "rule-invalid", "drop_share") for share in (".nan", "1e-1", ".1", "0.0000001")),
        ("drop: .nan", "malformed-field", "$.drop"),
        ("minimum_scores: .inf", "malformed-field", "$.minimum_scores"),
        ("minimum_scores: 0", "rule-invalid", "minimum_scores"),
        ("winners: 0", "rule-invalid", "winners"),
        ("ties: [nothing]", "rule-invalid", "ties"),
        ("method: borda", "malformed-field", "$.method"),
        ("last_tie: list", "malformed-field", "$.last_tie"),
        ("publication: winners", "rule-invalid", "auditors"),
        (f"auditors: [{AUDITOR}, {AUDITOR}]", "rule-invalid", "auditors"),
        ("auditors: [age1nobody]", "bad-key", "auditors"),
        ("weights: 1", "malformed-field", "weights"),
    ],
)  # fmt: skip
def test_rules_that_are_none_are_named(text: str, code: str, field: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        load_rule(written(tmp_path, text), load_rubric())
    assert caught.value.code == code
    said = str(list(caught.value.params.values()))
    assert field in re.findall(r"[\w$.]+", said), said


def test_a_rule_without_the_new_fields_keeps_its_bytes() -> None:
    """Terms signed before there were these fields are the same bytes still, and written otherwise they are refused."""
    rule = load_rule(None, load_rubric())
    written_out = canonical.encode(rule)
    assert sorted(json.loads(written_out)) == [
        "abstention", "drop", "method", "minimum_accepted", "minimum_scores", "publication", "seed_draw", "ties",
        "winners",
    ]  # fmt: skip
    assert canonical.decode(written_out, CountingRule, "rule") == rule
    with pytest.raises(InputError, match="malformed"):
        canonical.decode(written_out.replace(b'"drop":1', b'"drop":1,"drop_share":""'), CountingRule, "rule")


@pytest.mark.parametrize(
    "extra",
    [b'"last_tie":"shared"', b'"drop_share":""', b'"auditors":[]'],
    ids=["last_tie", "drop_share", "auditors"],
)
def test_a_default_has_one_way_of_being_written(extra: bytes) -> None:
    """An equal text that is another object is the same default."""
    rule = load_rule(None, load_rubric())
    same = msgspec.structs.replace(rule, last_tie="".join(["sha", "red"]), drop_share="x"[:0], auditors=[])
    assert canonical.encode(same) == canonical.encode(rule)
    fields = json.loads(canonical.encode(rule)) | json.loads(b"{" + extra + b"}")
    with pytest.raises(InputError, match="malformed"):
        canonical.decode(canonical.encode(fields), CountingRule, "rule")
