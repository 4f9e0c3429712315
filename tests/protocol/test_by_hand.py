"""docs/protocol.md, followed word for word with tools that are not ours: unzip, age, openssl, and jose from npm.

The scripts and command lines that run here are cut out of the document itself.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from review_app.model.crypto import ballot_card
from review_app.model.crypto.ballot_card import BallotCard, parse_card
from tests.conftest import REPOSITORY
from tests.rounds import SmallRound, small_round

DOCUMENT = (REPOSITORY / "docs/protocol.md").read_text("utf-8")
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 900
JS = Path(__file__).parent / "js"


def blocks(heading: str, language: str) -> list[str]:
    """The fenced blocks of one language below a heading of the document."""
    section = re.split(r"^## ", DOCUMENT, flags=re.MULTILINE)
    (text,) = [part for part in section if part.split("\n", 1)[0].endswith(heading)]
    return re.findall(rf"^```{language}\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)


TOOLS = ("bash", "unzip", "age", "openssl")
"""What the document's shell blocks call beyond what every system has."""


def shell(script: str, folder: Path) -> str:
    """Runs a block of the document in ``folder``; fails with what it said."""
    if missing := [tool for tool in TOOLS if shutil.which(tool) is None]:
        pytest.skip(f"not installed: {', '.join(missing)}")
    clean = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ}
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script], cwd=folder, env=clean, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def jose() -> Path:
    """A ``node_modules`` with jose as locked, outside the tree: in the environment's folder or a temporary one."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        pytest.skip("node and npm are not installed: no second implementation of JWS")
    lock = (JS / "package-lock.json").read_bytes()
    base = Path(sys.prefix) if os.access(sys.prefix, os.W_OK) and sys.prefix != sys.base_prefix else None
    home = (base or Path(tempfile.gettempdir())) / f"review-app-node-{hashlib.sha256(lock).hexdigest()[:16]}"
    if not (home / "node_modules/jose/package.json").is_file():
        home.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=home.parent) as made:
            work = Path(made) / "js"
            shutil.copytree(JS, work)
            command = [
                "npm",
                "ci",
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
                "--omit-lockfile-registry-resolved=true",
            ]
            done = subprocess.run(command, cwd=work, capture_output=True, text=True, shell=os.name == "nt")
            assert done.returncode == 0, done.stderr
            try:
                work.rename(home)
            except OSError:  # another worker was faster
                assert (home / "node_modules/jose/package.json").is_file()
    return home / "node_modules"


@pytest.fixture(scope="module")
def round_() -> SmallRound:
    return small_round(cards=4, cases=3, attachments={"证据.pdf": PDF})


@pytest.fixture(scope="module")
def opened(round_: SmallRound, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the recipe of section 4 has been followed with the first card."""
    folder = tmp_path_factory.mktemp("by-hand")
    (folder / "round.casepkg").write_bytes(round_.package)
    (folder / "card.txt").write_text(round_.cards[0].printed() + "\n", "ascii")
    (folder / "derive.py").write_text(blocks("Opening a member by hand", "python")[0], "utf-8")
    (folder / "verify.mjs").write_text(blocks("Opening a member by hand", "js")[0], "utf-8")
    recipe = blocks("Opening a member by hand", "sh")[0]
    assert {word for word in ("unzip", "age -d", "sha256sum") if word in recipe} == {
        "unzip",
        "age -d",
        "sha256sum",
    }
    (folder / "said.txt").write_text(shell(recipe, folder), "utf-8")
    return folder


def payload(folder: Path, name: str) -> dict[str, Any]:
    """The payload of a JWS, read without any library of ours."""
    middle = (folder / name).read_text("ascii").split(".")[1]
    parsed = json.loads(base64.urlsafe_b64decode(middle + "=" * (-len(middle) % 4)))
    assert isinstance(parsed, dict)
    return parsed


def test_a_member_opened_by_hand_has_the_original_bytes(round_: SmallRound, opened: Path) -> None:
    assert (opened / "member").read_bytes() == round_.contents["m/1.age"]
    stated = {m["name"]: m["digest"] for m in payload(opened, "manifest.jws")["members"]}
    assert (opened / "said.txt").read_text("utf-8").split()[0] == stated["m/1.age"]
    shell("age -d -i package.key package/m/2.age > pdf", opened)
    assert (opened / "pdf").read_bytes() == PDF
    assert hashlib.sha256(PDF).hexdigest() == stated["m/2.age"]


def test_terms_and_manifest_are_those_that_were_signed(round_: SmallRound, opened: Path) -> None:
    terms = (opened / "terms.jws").read_bytes()
    assert terms == round_.terms_jws
    assert (
        payload(opened, "terms.jws")["manifest"]
        == hashlib.sha256((opened / "manifest.jws").read_bytes()).hexdigest()
    )


def test_the_seal_is_that_of_the_files_as_they_lie(opened: Path) -> None:
    sealed = {e["name"]: (e["size"], e["digest"]) for e in payload(opened, "package/seal.jws")["entries"]}
    found = {}
    for path in sorted((opened / "package").rglob("*")):
        if path.is_file() and path.name != "seal.jws":
            content = path.read_bytes()
            name = path.relative_to(opened / "package").as_posix()
            found[name] = (len(content), hashlib.sha256(content).hexdigest())
    assert found == sealed


def test_the_keys_are_those_of_the_program(round_: SmallRound, opened: Path) -> None:
    """Derived by the document's script, which uses nothing but hmac and hashlib."""
    keys = round_.keys[0]
    assert dict(line.split() for line in (opened / "keys.txt").read_text("ascii").splitlines()) == {
        "lookup": keys.lookup,
        "age": keys.age_identity,
        "sign": keys.sign_seed.hex(),
    }
    assert shell("age-keygen -y card.key", opened).strip() == keys.recipient


def test_the_worked_example(opened: Path) -> None:
    fields = dict(
        re.findall(
            r"^    (card|round id|thumbprint|lookup|age|recipient|sign|slip name) +(\S+)", DOCUMENT, re.M
        )
    )
    assert len(fields) == 8
    (opened / "example.txt").write_text(fields["card"], "ascii")
    script = f'python3 derive.py "{fields["round id"]}" "{fields["thumbprint"]}" < example.txt'
    said = dict(line.split() for line in shell(script, opened).splitlines())
    assert said == {name: fields[name] for name in ("lookup", "age", "sign")}
    (opened / "example.key").write_text(fields["age"], "ascii")
    assert shell("age-keygen -y example.key", opened).strip() == fields["recipient"]
    ours = ballot_card.derive(parse_card(fields["card"]), fields["round id"], fields["thumbprint"])
    assert (ours.lookup, ours.age_identity, ours.sign_seed.hex()) == (
        fields["lookup"],
        fields["age"],
        fields["sign"],
    )
    assert BallotCard(parse_card(fields["card"]).secret).printed() == fields["card"]
    seed = "302E020100300506032B657004220420" + fields["sign"].upper()  # RFC 8410: a seed as PKCS #8
    point = "basenc --base16 -d | openssl pkey -inform DER -pubout -outform DER | tail -c 32"
    public = shell(f"printf {seed} | {point} | basenc --base64url | tr -d =", opened)
    assert public.strip() == fields["slip name"]


def test_a_wrong_card_is_refused_by_the_script(opened: Path) -> None:
    wrong = subprocess.run(
        [sys.executable, "derive.py", "r", "t"],
        cwd=opened,
        input="0" * 23 + "1",
        capture_output=True,
        text=True,
    )
    assert wrong.returncode == 1
    assert wrong.stderr.strip().endswith("mistyped")


def linked(folder: Path, jose: Path) -> None:
    if not (folder / "node_modules").exists():
        (folder / "node_modules").symlink_to(jose, target_is_directory=True)


def test_what_the_organizer_signed_verifies_with_jose(round_: SmallRound, opened: Path, jose: Path) -> None:
    linked(opened, jose)
    shell(blocks("Opening a member by hand", "sh")[1], opened)
    for name, source in (("seal", "package/seal.jws"), ("terms", "terms.jws"), ("manifest", "manifest.jws")):
        kind, text = (opened / f"{name}.txt").read_text("utf-8").split(" ", 1)
        assert kind == f"review-{name}+jws"
        assert json.loads(text) == payload(opened, source)
    forged = (opened / "terms.jws").read_bytes().replace(b".", b".e", 1)
    (opened / "forged.jws").write_bytes(forged)
    with pytest.raises(AssertionError):
        shell("node verify.mjs organizer package/header.json forged.jws", opened)


@pytest.mark.parametrize("layers", [1, 2])
def test_a_sheet_verifies_with_jose(layers: int, opened: Path, jose: Path, tmp_path: Path) -> None:
    round_ = small_round(cards=2, cases=3, layers=layers)
    content, receipt = round_.sheet_and_receipt(1, 3)
    linked(tmp_path, jose)
    shutil.copy(opened / "verify.mjs", tmp_path)
    (tmp_path / "sheet.scoresheet").write_bytes(content)
    (tmp_path / "box.key").write_text(round_.opening[0] + "\n", "ascii")
    (tmp_path / "outer.key").write_text(round_.opening[-1] + "\n", "ascii")
    recipe = blocks("Verifying a sheet by hand", "sh")[0]
    if layers == 2:
        recipe = recipe.replace(
            "age -d -i box.key", "age -d -i outer.key sheet/sheet.age > inner.age; age -d -i box.key"
        )
        recipe = recipe.replace("box.key sheet/sheet.age", "box.key inner.age")
    said = shell(recipe, tmp_path)
    assert said.split() == [receipt.scores_digest, "scores.json", receipt.file_digest, "sheet.scoresheet"]
    assert len((tmp_path / "sheet.json").read_bytes()) == round_.terms.sheet_size
    slip, text = (tmp_path / "scores.txt").read_text("utf-8").split(" ", 1)
    assert slip == round_.slip(1)
    scores = json.loads(text)
    assert (scores["round_id"], scores["terms"], scores["revision"]) == (
        round_.terms.round_id,
        round_.digest,
        3,
    )
    said_of = round_.states(1, 3)
    assert {row["case"]: row["scores"] for row in scores["rows"]} == {
        case: [] if state.recused else list(state.scores) for case, state in said_of.items()
    }
    signed = json.loads((tmp_path / "scores.json").read_bytes())
    last = signed["payload"][-1]
    signed["payload"] = signed["payload"][:-1] + ("A" if last != "A" else "Q")
    (tmp_path / "forged.json").write_text(json.dumps(signed), "utf-8")
    with pytest.raises(AssertionError):
        shell("node verify.mjs ballot forged.json", tmp_path)


def test_short_forms_by_hand(tmp_path: Path) -> None:
    """Section 1: the first 60 bits as 12 Crockford symbols."""
    round_ = small_round(cards=1, cases=1)
    _, receipt = round_.sheet_and_receipt(0, 2)
    number = int(receipt.scores_digest, 16) >> 196
    symbols = "".join("0123456789ABCDEFGHJKMNPQRSTVWXYZ"[number >> shift & 31] for shift in range(55, -1, -5))
    assert receipt.receipt == f"{symbols[:4]}-{symbols[4:8]}-{symbols[8:]}/2"


def test_an_archive_by_hand(opened: Path, jose: Path, tmp_path: Path) -> None:
    """Every published sheet verifies with jose under a slip of the terms, and their plain means are the ranking."""
    round_ = small_round(cards=4, cases=3, method="mean", drop=0, ties=[])
    record, judged = round_.judged(tmp_path, [round_.sheet(card) for card in range(4)])
    data, _ = round_.archive(record, judged)
    (tmp_path / "round.results").write_bytes(data)
    linked(tmp_path, jose)
    shutil.copy(opened / "verify.mjs", tmp_path)
    shell("unzip -q round.results -d archive", tmp_path)
    for name in ("terms", "box", "results", "seal"):
        shell(f"node verify.mjs organizer archive/header.json archive/{name}.jws > {name}.txt", tmp_path)
    terms, box, results = (payload(tmp_path, f"archive/{name}.jws") for name in ("terms", "box", "results"))
    admitted = terms["admission"]["lists"][0]
    totals: dict[str, list[int]] = {}
    voted = set()
    for path in sorted((tmp_path / "archive/scores").iterdir()):
        assert path.stem == hashlib.sha256(path.read_bytes()).hexdigest()
        slip, text = shell(f"node verify.mjs ballot archive/scores/{path.name}", tmp_path).split(" ", 1)
        assert slip in admitted
        voted.add(slip)
        for row in json.loads(text)["rows"]:
            if row["state"] == "scored":
                totals.setdefault(row["case"], []).append(sum(row["scores"]))
    assert len(voted) == 4 == len(box["sheets"])
    means = {case: Fraction(sum(found), len(found)) for case, found in totals.items() if len(found) >= 3}
    stated = {line["case"]: line["score"] for line in results["ranking"] if line["rank"]}
    assert stated == {case: str(mean) for case, mean in means.items()}
    best = max(means.values())
    assert {line["case"] for line in results["ranking"] if line["rank"] == 1} == {
        case for case, mean in means.items() if mean == best
    }
    assert results["box"] == hashlib.sha256((tmp_path / "archive/box.jws").read_bytes()).hexdigest()
