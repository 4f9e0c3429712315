"""The same scores on other computers, under other users, in other zones and years: nothing in a file tells."""

from __future__ import annotations

import io
import json
import os
import shutil
import zipfile
from pathlib import Path

import pyrage
import pytest

from review_app.model.crypto.vault import Unlocker
from review_app.model.workspace.workspace import Workspace
from tests.cli.conftest import Campaign, csv_bytes, scores_csv
from tests.cli.program import REPOSITORY, environment, start

PLACES = [
    {"TZ": "Asia/Shanghai", "LANG": "zh_CN.UTF-8", "USER": "zhang-quill-7f3", "HOSTNAME": "zhang-laptop-7f3"},
    {"TZ": "America/Caracas", "LANG": "en_US.UTF-8", "USER": "li-feather-9d1", "HOSTNAME": "li-desktop-9d1"},
    {"TZ": "Pacific/Kiritimati", "LANG": "C", "USER": "wang-ink-2c8", "HOSTNAME": "wang-tower-2c8"},
]
CLOCKS = ["2036-06-01 23:59:59", "2016-02-29 00:00:01", "2039-01-01 12:00:00"]
needs_faketime = pytest.mark.skipif(shutil.which("faketime") is None, reason="faketime is not installed")


def export_elsewhere(packed: Campaign, place: dict[str, str], clock: str, number: int) -> Path:
    """The same card and the same scores on another computer."""
    home = packed.folder / place["USER"]
    home.mkdir()
    env = environment(LC_ALL=None, **{name: place[name] for name in ("TZ", "LANG", "USER", "HOSTNAME")})
    env |= {"LOGNAME": place["USER"], "USERNAME": place["USER"], "COMPUTERNAME": place["HOSTNAME"]}
    env |= {"HOME": str(home), "REVIEW_APP_HOME": str(home / "state"), "PYTHONPATH": str(REPOSITORY)}
    table, sheet = home / "scores.csv", home / f"{number}.scoresheet"
    table.write_bytes(scores_csv(packed.scores(0)))
    use = [packed.package, "--card-file", packed.cards[0]]
    prefix = ["faketime", "-m", clock]
    start("score", *use, "--from", table, env=env, prefix=prefix, cwd=home).done()
    start("export", *use, "-o", sheet, env=env, prefix=prefix, cwd=home).done()
    return sheet


def plaintext(packed: Campaign, sheet: Path) -> bytes:
    """The decrypted sheet, by the organizer's key and a plain age library."""
    with Workspace.open(packed.workspace, Unlocker(home=packed.home)) as workspace:
        (identity,) = workspace.rounds.current().sealing_identities()
    with zipfile.ZipFile(sheet) as archive:
        return pyrage.decrypt(archive.read("sheet.age"), [pyrage.x25519.Identity.from_str(identity)])


@needs_faketime
def test_a_sheet_does_not_tell_where_or_when_it_was_made(packed: Campaign) -> None:
    """The same bytes inside, to the last; outside everything but the ciphertext is the same, and so is its size."""
    sheets = [
        export_elsewhere(packed, place, clock, number)
        for number, (place, clock) in enumerate(zip(PLACES, CLOCKS, strict=True))
    ]
    bodies = {plaintext(packed, sheet) for sheet in sheets}
    assert len(bodies) == 1, "signing is deterministic and padding exact"
    assert len({len(body) for body in bodies}) == 1
    outsides = []
    for sheet in sheets:
        with zipfile.ZipFile(sheet) as archive:
            infos = archive.infolist()
            header = json.loads(archive.read("header.json"))
        outsides.append(
            [
                [
                    (i.filename, i.date_time, i.create_system, i.external_attr, i.extra, i.comment)
                    for i in infos
                ],
                {name: value for name, value in header.items() if name not in ("digest", "size")},
            ]
        )
    assert outsides[0] == outsides[1] == outsides[2]
    for sheet in sheets:
        content = sheet.read_bytes() + plaintext(packed, sheet)
        for place in (
            *PLACES,
            {"here": os.uname().nodename, "user": os.environ.get("USER") or "nobody-at-all"},
        ):
            for told in place.values():
                assert len(told) < 5 or told.encode() not in content, told
    packed.organizer("box", "add", *sheets).done()
    packed.organizer("box", "close").done()
    opened = packed.organizer("box", "open", "--json")
    assert opened.json["states"] == {"accepted": 1, "same-again": 2}, (
        "anybody can see that they are one sheet"
    )


@needs_faketime
def test_a_package_does_not_tell_where_it_was_made(packed: Campaign) -> None:
    """Packed again elsewhere: the same terms, the same outside; no user, host or clock in what is readable."""
    outs = []
    for number, (place, clock) in enumerate(zip(PLACES[:2], CLOCKS, strict=False)):
        env = environment(LC_ALL=None, **place) | {"REVIEW_APP_HOME": str(packed.home)}
        out = packed.folder / f"{number}.casepkg"
        start("pack", packed.workspace, "-o", out, env=env, prefix=["faketime", "-m", clock]).done()
        outs.append(out)
    readable = []
    for out in (*outs, packed.package):
        with zipfile.ZipFile(io.BytesIO(out.read_bytes())) as archive:
            infos = archive.infolist()
            readable.append(
                (
                    [
                        (i.filename, i.date_time, i.create_system, i.external_attr, i.extra, i.comment)
                        for i in infos
                    ],
                    archive.read("header.json"),
                )
            )
        content = out.read_bytes()
        for place in PLACES:
            assert place["USER"].encode() not in content and place["HOSTNAME"].encode() not in content
    assert readable[0] == readable[1] == readable[2]


@needs_faketime
def test_the_clock_decides_nothing(opened: Campaign) -> None:
    """Checked twenty years later or before the round: the answer is the same."""
    archive = opened.folder / "round.results"
    opened.organizer("archive", "-o", archive).done()
    answers = {
        start("verify", archive, "--json", prefix=["faketime", "-m", clock]).done().out for clock in CLOCKS
    }
    assert len(answers) == 1


def test_sheets_of_all_experts_have_one_size_inside(packed: Campaign) -> None:
    """Long comments, none, recusals: the plaintext has the size of the terms (age adds a random spread of its own)."""
    sizes = set()
    for card, comment in enumerate(("", "长评语。" * 200, "x")):
        lines = [("alpha", "", "recused", comment), *((c, "", "", comment) for c in ("beta", "gamma"))]
        table = packed.folder / "comments.csv"
        packed.score_and_export(card)
        table.write_bytes(csv_bytes(("case", "criterion", "value", "comment"), lines))
        packed.expert(card, "score", "--from", table).done()
        packed.expert(card, "export", "-o", packed.folder / f"{card}.2").done()
        sizes |= {
            len(plaintext(packed, packed.folder / f"{card}.2")),
            len(plaintext(packed, packed.sheet(card))),
        }
    assert len(sizes) == 1
