"""What is scored and how it is counted; both are fixed in the terms before anyone scores.

A rubric is campaign data: five criteria on a scale from 1 to 10 by default, any integer scale and decimal weights by
YAML.  Numbers that could decide a tie are exact: weights are decimal strings, totals are fractions.
"""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal

import msgspec

from review_app.model import canonical
from review_app.model.canonical import Record
from review_app.model.crypto import age
from review_app.model.errors import InputError
from review_app.model.files import asset_path, read_limited

MAX_CRITERIA = 20
MAX_SCALE_STEPS = 1000
MAX_AUDITORS = 20
_ID = re.compile(r"[a-z][a-z0-9-]{0,31}")
_WEIGHT = re.compile(r"(0|[1-9][0-9]{0,5})(\.[0-9]{1,6})?")
_SHARED: Literal["shared"] = "shared"
_NO_SHARE = ""
_SHARE = re.compile(r"0\.[0-9]{1,6}")


class Level(Record, frozen=True):
    """What the scores from ``lowest`` to ``highest`` of one criterion mean."""

    lowest: int
    highest: int
    text: str
    text_en: str = ""


class Criterion(Record, frozen=True):
    """One criterion; ``id`` is used in files, the names are shown."""

    id: str
    name: str
    name_en: str
    question: str
    question_en: str
    weight: str
    levels: list[Level]


class Rubric(Record, frozen=True):
    """The criteria in their order and the one integer scale they share (both ends included)."""

    lowest: int
    highest: int
    criteria: list[Criterion]

    @property
    def weights(self) -> list[Fraction]:
        """Exact weights, one a criterion."""
        return [Fraction(criterion.weight) for criterion in self.criteria]

    @property
    def best_total(self) -> Fraction:
        """The largest weighted total a case can have on one sheet."""
        return self.highest * sum(self.weights, Fraction(0))

    def criterion_index(self, name: str) -> int | None:
        """The place of the criterion with this id or name (either language), or None."""
        for index, criterion in enumerate(self.criteria):
            if name in (criterion.id, criterion.name, criterion.name_en):
                return index
        return None


class CountingRule(Record, frozen=True, omit_defaults=True):
    """How sheets become a ranking (docs/protocol.md, "The counting rule").

    ``method`` says what becomes of the weighted totals that a case was given: their ``mean``; their ``trimmed-mean``,
    after the ``drop`` highest and the ``drop`` lowest are left out, or, with ``drop`` 0, ``drop_share`` of them at each
    end (a decimal in text, rounded down to whole totals); their ``median``; or, ``severity-corrected``, the mean freed
    from how strict those happened to be who scored the case.

    Ties are broken by the means over all sheets of the criteria in ``ties``, in order; what is still equal shares a
    rank, or is decided by ``lot``, which hangs on the draw that ``seed_draw`` names (if any).  A case with fewer than
    ``minimum_scores`` scored sheets (or too few to trim) is listed without a rank.  All ranks up to ``winners`` win,
    so a shared last rank makes more winners.

    With ``auditors`` (age recipients) the signed scores go to them only, and anybody else has to take the ranking from
    the organizer; the level ``winners``, the winners without order or score, is possible only so.  Fields with a
    default are not written when they have it.
    """

    method: Literal["mean", "trimmed-mean", "median", "severity-corrected"]
    drop: int
    ties: list[str]
    winners: int
    minimum_scores: int
    minimum_accepted: int
    abstention: bool
    publication: Literal["full", "winners-scored", "winners"]
    seed_draw: str
    drop_share: str = _NO_SHARE
    last_tie: Literal["shared", "lot"] = _SHARED
    auditors: list[str] = msgspec.field(default_factory=list)

    def __post_init__(self) -> None:
        # Defaults are left out by identity: an equal text from elsewhere would be written, as other bytes.
        if self.last_tie == _SHARED:
            msgspec.structs.force_setattr(self, "last_tie", _SHARED)
        if self.drop_share == _NO_SHARE:
            msgspec.structs.force_setattr(self, "drop_share", _NO_SHARE)

    @property
    def share(self) -> Fraction:
        """The share of a case's totals that is left out at each end, exact; 0 where none is."""
        return Fraction(self.drop_share or 0)


def check_rubric(rubric: Rubric) -> Rubric:
    """Returns ``rubric`` when its parts fit together; raises InputError ``rubric-invalid`` naming the field."""

    def require(holds: bool, field: str) -> None:
        if not holds:
            raise InputError("rubric-invalid", field=field)

    require(0 <= rubric.lowest < rubric.highest <= 10_000, "scale")
    require(rubric.highest - rubric.lowest < MAX_SCALE_STEPS, "scale")
    require(1 <= len(rubric.criteria) <= MAX_CRITERIA, "criteria")
    ids = [criterion.id for criterion in rubric.criteria]
    require(len(set(ids)) == len(ids), "criteria")
    for criterion in rubric.criteria:
        require(_ID.fullmatch(criterion.id) is not None, f"{criterion.id}.id")
        require(0 < len(criterion.name) <= 40 and len(criterion.name_en) <= 60, f"{criterion.id}.name")
        require(_WEIGHT.fullmatch(criterion.weight) is not None, f"{criterion.id}.weight")
        require(Fraction(criterion.weight) > 0, f"{criterion.id}.weight")
        for level in criterion.levels:
            require(
                rubric.lowest <= level.lowest <= level.highest <= rubric.highest, f"{criterion.id}.levels"
            )
    return rubric


def check_rule(rule: CountingRule, rubric: Rubric) -> CountingRule:
    """Returns ``rule`` when it fits ``rubric``; raises InputError ``rule-invalid`` naming the field, or
    ``bad-key`` for an auditor that is no age recipient."""

    def require(holds: bool, field: str) -> None:
        if not holds:
            raise InputError("rule-invalid", field=field)

    trims, shares = rule.method == "trimmed-mean", rule.drop_share != ""
    require(0 <= rule.drop <= 1000 and (rule.drop > 0) == (trims and not shares), "drop")
    if shares:
        require(trims and _SHARE.fullmatch(rule.drop_share) is not None, "drop_share")
        require(0 < rule.share < Fraction(1, 2), "drop_share")
    known = {criterion.id for criterion in rubric.criteria}
    require(len(set(rule.ties)) == len(rule.ties) and set(rule.ties) <= known, "ties")
    require(1 <= rule.winners <= 1000, "winners")
    require(1 <= rule.minimum_scores <= 100_000, "minimum_scores")
    require(1 <= rule.minimum_accepted <= 100_000, "minimum_accepted")
    require(len(rule.seed_draw) <= 500, "seed_draw")
    require(len(rule.auditors) <= MAX_AUDITORS and len(set(rule.auditors)) == len(rule.auditors), "auditors")
    require(rule.publication != "winners" or rule.auditors != [], "auditors")
    for recipient in rule.auditors:
        age.check_recipient(recipient, "auditors")
    return rule


def is_recipient(text: str) -> bool:
    """Whether sheets can be sealed to ``text``: an age recipient (``age1...``)."""
    try:
        age.check_recipient(text, "auditors")
    except InputError:
        return False
    return True


def load_rubric(path: Path | None = None) -> Rubric:
    """The rubric of a YAML file, or the default one.

    Raises InputError ``yaml-invalid``, ``malformed-field`` or ``rubric-invalid``.
    """
    path = path or asset_path("rubric/default.yaml")
    source, as_written = _read_yaml(path), _read_yaml(path, scalars_as_text=True)
    criteria = source.get("criteria")
    for place, criterion in enumerate(criteria if isinstance(criteria, list) else []):
        if isinstance(criterion, dict):
            criterion.setdefault("name_en", str(criterion.get("name", "")))
            criterion.setdefault("question", "")
            criterion.setdefault("question_en", "")
            criterion.setdefault("levels", [])
            # A weight counts as it is written: 0.1 is no binary fraction, 010 no octal number, .nan no number.
            criterion["weight"] = as_written["criteria"][place].get("weight", "1")
    return check_rubric(canonical.convert(source, Rubric, "rubric"))


def load_rule(path: Path | None, rubric: Rubric) -> CountingRule:
    """The counting rule of a YAML file, fields left out taken from the default rule; checked against ``rubric``.

    Raises InputError ``yaml-invalid``, ``malformed-field``, ``rule-invalid`` or ``bad-key``.
    """
    source = _read_yaml(asset_path("rubric/rule.yaml"))
    own = _read_yaml(path) if path else {}
    if path and "drop_share" in own:
        own["drop_share"] = _read_yaml(path, scalars_as_text=True)["drop_share"]
    if "drop" not in own and ("method" in own or "drop_share" in own):
        by_count = own.get("method", source["method"]) == "trimmed-mean" and own.get("drop_share", "") == ""
        source["drop"] = 1 if by_count else 0
    source |= own
    if "ties" not in own:
        known = {criterion.id for criterion in rubric.criteria}
        source["ties"] = [criterion for criterion in source["ties"] if criterion in known]
    return check_rule(canonical.convert(source, CountingRule, "rule"), rubric)


def _read_yaml(path: Path, *, scalars_as_text: bool = False) -> dict[str, Any]:
    from review_app.model.strict_yaml import (
        load_yaml,
    )  # here: who opens a package has the rubric in its terms

    content = load_yaml(read_limited(path, 1 << 20), path.name, scalars_as_text=scalars_as_text)
    if not isinstance(content, dict):
        raise InputError("malformed-field", what=path.name, reason="not a mapping")
    return msgspec.convert(content, dict[str, Any])
