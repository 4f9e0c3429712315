"""Whatever the organizer signs, checking it ends in an answer: findings with words, or a named refusal."""

from __future__ import annotations

import copy
import hashlib
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from review_app.finding_words import finding_text
from review_app.model.box.record import BOX_TYP
from review_app.model.crypto import jws
from review_app.model.errors import InputError
from review_app.model.result.count import SetAside
from review_app.model.result.verify import ArchiveReport
from tests.forger import Forger, Published
from tests.model.result.test_verify import checked

VALUES: list[object] = [
    "",
    "x",
    "é" * 300,
    "0" * 64,
    "1/0",
    "{}",
    "\u202e",
    -1,
    0,
    10**15,
    True,
    None,
    [],
    ["x"],
]


def places(value: object, before: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every place in JSON-like data, of lists the first two items."""
    if before:
        yield before
    if isinstance(value, dict):
        for name in value:
            yield from places(value[name], (*before, name))
    if isinstance(value, list):
        for number, each in enumerate(value[:2]):
            yield from places(each, (*before, number))


def put(value: Any, place: tuple[str | int, ...], other: object) -> Any:
    changed = copy.deepcopy(value)
    inner = changed
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = other
    return changed


def answered(folder: Path, data: bytes) -> ArchiveReport | InputError:
    try:
        report = checked(folder, data)
    except InputError as refusal:
        return refusal
    for finding in report.findings:
        for language in ("zh", "en"):
            assert "…" not in finding_text(finding, language).replace("card…", "")  # type: ignore[arg-type]
    assert report.find_receipt("0000-0000-0000").state is None
    return report


def test_any_value_in_any_field_of_the_results(published: Published, tmp_path: Path) -> None:
    payload, drawn = msgspec.to_builtins(published.results), random.Random(5)
    found = list(places(payload))
    assert len(found) > 60
    for place in found:
        for value in drawn.sample(VALUES, 4):
            forger = Forger(published)
            forger.fields = put(payload, place, value)
            answered(tmp_path, forger.archive())


def test_any_value_in_any_field_of_the_box_record(published: Published, tmp_path: Path) -> None:
    payload, drawn = msgspec.to_builtins(Forger(published).record), random.Random(6)
    for place in places(payload):
        for value in drawn.sample(VALUES, 4):
            forger = Forger(published)
            signed = jws.sign(put(payload, place, value), BOX_TYP, forger.round_.organizer_seed)
            forger.parts["box.jws"] = signed
            forger.change(box=hashlib.sha256(signed).hexdigest())
            answered(tmp_path, forger.archive())


def test_nothing_left_to_count(published: Published, tmp_path: Path) -> None:
    cases = published.round_.terms.candidate_ids
    everything_aside = Forger(published)
    everything_aside.change(set_aside=[SetAside(case, "x") for case in cases], ranking=[], winners=[])
    no_sheet = Forger(published)
    for line in published.results.scores:
        del no_sheet.parts[f"scores/{line.scores}.json"]
    all_withdrawn = Forger(published)
    all_withdrawn.box(withdrawn=sorted(published.round_.terms.admission.lists[0]))
    for forger in (everything_aside, no_sheet, all_withdrawn):
        report = answered(tmp_path, forger.archive())
        assert isinstance(report, ArchiveReport)
        assert report.counted and report.findings
