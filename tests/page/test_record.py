"""A box record that somebody was handed before the opening, in a real Chromium: held against the archive shown."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from review_app.model import canonical
from review_app.model.box.record import BoxRecord, record_digest, sign_record
from review_app.model.checking import is_box_record
from review_app.model.crypto.base32 import short_form
from review_app.model.crypto.keys import b64u_decode
from review_app.model.result.verify import verify_archive
from review_app.model.terms import new_round_id
from tests.forger import Published, parts_of
from tests.page.chromium import Tab

pytestmark = pytest.mark.xdist_group("chromium")
Open = Callable[..., Tab]


def _written(folder: Path, name: str, data: bytes) -> Path:
    file = folder / name
    file.write_bytes(data)
    return file


def _report(open_tab: Open, page: Path, archive: Path, language: str = "zh-CN") -> Tab:
    tab = open_tab(language)
    tab.size(1280, 900)
    tab.show(page)
    tab.drop(archive)
    tab.wait("!!document.getElementById('verdict')")
    return tab


def _records(published: Published) -> dict[str, bytes]:
    """Records by what the page has to make of them."""
    own = parts_of(published.archive)["box.jws"]
    box = canonical.decode(b64u_decode(own.split(b".")[1].decode("ascii"), "x"), BoxRecord, "x")
    fewer = msgspec.structs.replace(box, sheets=box.sheets[:-1])
    elsewhere = msgspec.structs.replace(box, round_id=new_round_id())
    seed = published.round_.organizer_seed
    return {
        "same": own,
        "other": sign_record(fewer, seed),
        "other-round": sign_record(elsewhere, seed),
        "other-unsigned": sign_record(fewer, hashlib.sha256(b"somebody else").digest()),
    }


def test_a_record_is_held_against_the_archive_that_is_shown(
    browser: Open, page: Path, published: Published, tmp_path: Path
) -> None:
    archive = _written(tmp_path, "round.results", published.archive)
    stated = verify_archive(archive).results.box
    tab = _report(browser, page, archive)
    lines = tab.ask("document.querySelectorAll('#ranking tr[data-case]').length")
    for state, record in _records(published).items():
        file = _written(tmp_path, f"{state}.jws", record)
        assert is_box_record(file)
        tab.drop(file)
        tab.wait(f"document.getElementById('box-record')?.dataset.record === '{state}'")
        same = record_digest(record) == stated  # as the program compares them
        assert (state == "same") == same
        assert tab.text("#verdict") == ("前后一致" if same else "票箱记录不同")
        assert ("holds" in tab.ask("document.querySelector('.verdict').className").split()) == same
        said = tab.text("#box-record")
        assert short_form(record_digest(record)) in said and file.name in said
        assert tab.text("#file") == "round.results"  # the result is still there
        assert tab.ask("document.querySelectorAll('#ranking tr[data-case]').length") == lines
        assert tab.ask("document.activeElement.id") == "box-record"
    tab.ask("document.getElementById('language').click()")
    assert tab.text("#verdict") == "Another box record"
    tab.ask("document.getElementById('forget-record').click()")
    assert tab.text("#verdict") == "Consistent in itself"
    assert tab.ask("document.getElementById('box-record')") is None
    assert (tab.requests, tab.messages) == ([page.as_uri()], [])


def test_a_record_may_come_first_under_any_name(
    browser: Open, page: Path, published: Published, tmp_path: Path
) -> None:
    records = _records(published)
    archive = _written(tmp_path, "round.results", published.archive)
    tab = browser("zh-CN")
    tab.show(page)
    tab.drop(_written(tmp_path, "record.results", records["same"]))
    tab.wait("document.getElementById('box-record')?.dataset.record === 'alone'")
    said = tab.text("#box-record")
    assert short_form(record_digest(records["same"])) in said and "结果档案" in said
    assert tab.ask("document.getElementById('verdict')") is None
    tab.drop(archive)
    tab.wait("document.getElementById('box-record')?.dataset.record === 'same'")
    assert tab.text("#verdict") == "前后一致"
    tab.drop(_written(tmp_path, "again.results", records["other"]))
    tab.wait("document.getElementById('box-record')?.dataset.record === 'other'")
    assert tab.text("#file") == "round.results"
    tab.ask("document.getElementById('again').click()")
    assert tab.ask("document.getElementById('box-record')") is None


def test_a_record_that_cannot_be_read_takes_nothing_away(
    browser: Open, page: Path, published: Published, tmp_path: Path
) -> None:
    archive = _written(tmp_path, "round.results", published.archive)
    tab = _report(browser, page, archive)
    head, _, _ = _records(published)["same"].split(b".")
    tab.drop(_written(tmp_path, "box.jws", head + b".e30.AA"))
    tab.wait("document.getElementById('box-record')?.dataset.record === 'malformed'")
    assert tab.text("#verdict") == "前后一致"
    assert tab.text("#file") == "round.results"


def test_a_record_is_chosen_beside_its_short_code(
    browser: Open, page: Path, published: Published, tmp_path: Path
) -> None:
    archive = _written(tmp_path, "round.results", published.archive)
    tab = _report(browser, page, archive)
    tab.ask("document.getElementById('compare-record').focus()")
    record = _written(tmp_path, "box.jws", _records(published)["same"])
    tab.choose(record, lambda: tab.press("Enter", 13, "\r"))
    tab.wait("document.getElementById('box-record')?.dataset.record === 'same'")
