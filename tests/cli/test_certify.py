"""The verb certify with its looks, and verify on what a certificate's code said."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from review_app.model.publish.certificate import TEMPLATES, render_certificates
from review_app.model.publish.design import example
from review_app.model.publish.pades import pades_signer, sign_pades
from tests.cli.program import call
from tests.model.publish.test_award import certificate, statement
from tests.model.publish.test_certificate_design import disc
from tests.model.publish.test_pades import PASSPHRASE, made_identity


def test_certificates_in_every_look(opened, tmp_path: Path) -> None:
    sizes = set()
    for look in ("zh", "en", "zh-en", *TEMPLATES):
        file = tmp_path / f"{look}.pdf"
        opened.organizer("certify", "-o", file, "--template", look, "--date", "2026-12-16").done()
        said = call("verify", file, "--json").done().json
        assert said["awards"] and all(page == {"read": True, "lacking": []} for page in said["pages"])
        assert {award["date"] for award in said["awards"]} == {"2026-12-16"}
        sizes.add(file.stat().st_size)
    assert len(sizes) >= 5  # zh alone is bronze


def test_a_design_file_with_a_seal_and_a_wish_beside_it(opened, tmp_path: Path) -> None:
    (tmp_path / "seal.png").write_bytes(disc())
    text = (
        example().decode().replace("#seals:", "seals:").replace("#  - file: seal.png", "  - file: seal.png")
    )
    (tmp_path / "design.yaml").write_text(text, "utf-8")
    file = tmp_path / "c.pdf"
    design = ("--design", tmp_path / "design.yaml")
    opened.organizer(
        "certify", "-o", file, *design, "--template", "scroll", "--orientation", "portrait", "--bleed"
    ).done()
    content = file.read_bytes()
    assert b"/SMask" in content and b"/TrimBox" in content
    (tmp_path / "seal.png").write_bytes(disc()[:300])
    opened.organizer("certify", "-o", tmp_path / "d.pdf", *design).refused("picture-broken")
    opened.organizer("certify", "-o", tmp_path / "d.pdf", "--font", tmp_path / "seal.png").refused(
        "font-broken"
    )
    assert not (tmp_path / "d.pdf").exists()
    opened.organizer("certify", "-o", tmp_path / "e", "--award", "𠮷奖", "--split").refused(
        "certificate-glyph-missing"
    )


def test_what_a_code_said_is_verified_and_a_forged_line_named(opened, tmp_path: Path) -> None:
    for tool in ("pdftoppm", "zbarimg"):
        if shutil.which(tool) is None:
            pytest.skip(f"needs {tool}")
    file = tmp_path / "c.pdf"
    opened.organizer("certify", "-o", file).done()
    subprocess.run(["pdftoppm", "-r", "200", "-png", "-singlefile", file, tmp_path / "page"], check=True)
    scanned = subprocess.run(
        ["zbarimg", "-q", "--raw", tmp_path / "page.png"], check=True, capture_output=True
    )
    (tmp_path / "code.txt").write_bytes(scanned.stdout)
    said = call("verify", tmp_path / "code.txt", "--json").done().json
    assert said["kind"] == "statement" and len(said["awards"]) == 1
    award = said["awards"][0]
    assert scanned.stdout.decode().split("\n")[:3] == [award["award"], award["recipient"], award["serial"]]
    shown = call("verify", tmp_path / "code.txt").done().out
    assert (
        award["recipient"] in shown and award["title"] in shown and not re.search("certificate-field", shown)
    )
    call("inspect", tmp_path / "code.txt", "--json").done()
    forged = scanned.stdout.replace(award["serial"].encode(), b"2026-99", 1)
    (tmp_path / "code.txt").write_bytes(forged)
    call("verify", tmp_path / "code.txt").refused("certificate-lines-differ")


def test_a_certificate_is_held_against_an_archive(opened, tmp_path: Path) -> None:
    on, (proposed, final) = opened.organizer, (tmp_path / "a.results", tmp_path / "b.results")
    on("archive", "-o", proposed).done()
    on("certify", "-o", tmp_path / "draft.pdf").done()
    on("publish", "final", "--early", "样例").done()
    on("certify", "-o", tmp_path / "c.pdf").done()
    on("archive", "-o", final).done()
    said = call("verify", tmp_path / "c.pdf", "--archive", final, "--json").done().json["archive"]
    assert (said["status"], said["findings"], said["counted"]) == ("final", [], True)
    assert said["certificates"]
    assert all(each["agrees"] and each["named"] for each in said["certificates"])
    assert "names the result" in call("verify", tmp_path / "c.pdf", "--archive", final).done().out
    draft = call("verify", tmp_path / "draft.pdf", "--archive", final, "--json").done().json["archive"]
    assert all(each["agrees"] and not each["named"] for each in draft["certificates"])
    answer = call("verify", tmp_path / "c.pdf", "--archive", proposed, "--json")
    assert answer.status == 1
    assert all(each["differs"] == ["result"] for each in answer.json["archive"]["certificates"])
    assert "the proposed one" in call("verify", tmp_path / "c.pdf", "--archive", proposed).out
    call("verify", final, "--archive", final).refused("archive-beside-certificate", 2)
    call("verify", tmp_path / "c.pdf", "--archive", tmp_path / "c.pdf").refused("not-an-archive")


def test_a_signature_over_the_page_by_a_file_and_its_passphrase(
    opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "own.p12").write_bytes(made_identity()[0])
    (tmp_path / "words").write_text(PASSPHRASE + "\n", "utf-8")
    (tmp_path / "wrong").write_text("wrong", "utf-8")
    certify = ("certify", "-o", tmp_path / "c.pdf", "--p12", tmp_path / "own.p12")
    opened.organizer(*certify).refused("passphrase-needed", 4)
    opened.organizer(*certify, "--passphrase-file", tmp_path / "wrong").refused("p12-unreadable")
    assert not (tmp_path / "c.pdf").exists()
    opened.organizer(*certify, "--passphrase-file", tmp_path / "words").done()
    assert b"/ETSI.CAdES.detached" in (tmp_path / "c.pdf").read_bytes()
    call("verify", tmp_path / "c.pdf").done()
    monkeypatch.setenv("REVIEW_APP_P12_PASSPHRASE_FILE", str(tmp_path / "words"))
    opened.organizer(*certify, "--split", "-o", tmp_path / "each").done()
    assert all(b"/ETSI.CAdES.detached" in file.read_bytes() for file in (tmp_path / "each").iterdir())


def test_a_certificate_changed_as_a_file_is_not_called_consistent(tmp_path: Path) -> None:
    page = render_certificates([certificate(statement())])
    signed = sign_pades(page, pades_signer(made_identity()[0], PASSPHRASE))
    place = signed.index(b"/MediaBox [ 0 0 841") + 16
    files = {
        "whole": page,
        "added": page + b"\nstartxref\n" + page.rpartition(b"startxref\n")[2],
        "signed": signed,
        "broken": signed[:place] + b"299" + signed[place + 3 :],
        "unread": page.replace(b"\nxref\n", b"\nXref\n"),
    }
    said = {}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
        found = call("verify", tmp_path / name, "--json")
        said[name] = (found.status, found.json["verdict"], found.json["page_checked"])
    assert said == {
        "whole": (0, "consistent", True),
        "added": (1, "differs", True),
        "signed": (0, "consistent", True),
        "broken": (1, "differs", True),
        "unread": (0, "page-not-checked", False),
    }
    spoken = [call("verify", tmp_path / name).out for name in ("added", "broken", "unread")]
    for text, words in zip(spoken, ("Something was added", "doesn't hold", "was not checked"), strict=True):
        assert words in text
