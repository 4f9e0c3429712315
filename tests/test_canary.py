"""After whole sessions with marked words in every secret, no file in home, temp or log holds one of them readable."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import secrets
import subprocess
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from review_app.model import canonical
from review_app.model.crypto.keys import b64u_decode
from review_app.model.scoring.session import ReviewSession
from tests.cli.conftest import CRITERIA, csv_bytes, nominations_csv
from tests.cli.program import PROGRAM, REPOSITORY, Answer, call, environment, start
from tests.rounds import small_round

SESSION = """
import sys
from pathlib import Path
from review_app.model.crypto.ballot_card import parse_card
from review_app.model.scoring.session import ReviewSession
words = dict(line.split("=", 1) for line in sys.stdin.read().splitlines())
with ReviewSession.open(Path(sys.argv[1]), parse_card(words["card"])) as session:
    for case in session.reading_order:
        for criterion in range(5):
            session.set_score(case, criterion, 7)
        session.set_comment(case, "typing " + words["typed"])
        session.set_comment(case, words["comment"])
        session.set_note(case, words["note"])
        session.remember_case(case, {case: "0.5"})
    session.set_recused("alpha", True, words["reason"])
    session.set_affiliations([words["own"]])
    session.set_note("beta", words["undone"])
    session.undo()
    session.make_backup(Path(sys.argv[3]))
    assert words["dossier"] in session.package.read_member(session.package.manifest.cases[0].dossier).decode()
    session.export(Path(sys.argv[2]))
"""


@dataclass
class Computer:
    """Somebody's computer: home, temp folder and current folder of its own, and what programs printed on it."""

    folder: Path
    printed: list[str] = field(default_factory=list)

    def env(self, **more: str) -> dict[str, str]:
        """The environment of a process there."""
        places = {"HOME": "home", "TMPDIR": "tmp", "TEMP": "tmp", "TMP": "tmp", "XDG_RUNTIME_DIR": "run"}
        paths = {name: str(self.folder / place) for name, place in places.items()}
        for path in paths.values():
            Path(path).mkdir(exist_ok=True, mode=0o700)
        state = {"REVIEW_APP_HOME": str(self.folder / "state"), "PYTHONPATH": str(REPOSITORY)}
        bare: dict[str, str | None] = dict.fromkeys(("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"))
        return environment(**{**bare, **paths, **state, **more})

    def run(self, *arguments: object, typed: str = "", spoken: bool = False) -> Answer:
        """A verb there; unless ``spoken``, what it prints must hold no marked word either."""
        answer = start(*arguments, env=self.env(), typed=typed, cwd=self.cwd()).done()
        if not spoken:
            self.printed += [answer.out, answer.err]
        return answer

    def cwd(self) -> Path:
        """The current folder; the program is found in the source tree all the same."""
        folder = self.folder / "cwd"
        folder.mkdir(exist_ok=True)
        return folder


@pytest.fixture
def words() -> dict[str, str]:
    """A word nobody else writes for each kind of secret, Chinese and Latin."""
    return {
        name: f"金丝雀{name}{secrets.token_hex(8)}"
        for name in ("dossier", "title", "summary", "comment", "typed", "note", "reason", "own", "undone")
    }


def forms(word: str) -> Iterator[bytes]:
    """How a word can lie in a file: UTF-8, UTF-16, GB18030, escaped as JSON does, base64 at each offset, hex."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "gb18030"):
        yield word.encode(encoding)
    yield json.dumps(word)[1:-1].encode()
    plain = word.encode("utf-8")
    yield plain.hex().encode()
    for offset in range(3):
        for encode in (base64.b64encode, base64.urlsafe_b64encode):
            # without the symbols at both ends that depend on the neighbours
            yield encode(bytes(offset) + plain).rstrip(b"=")[4:-2]


def readable(content: bytes, words: dict[str, str]) -> list[str]:
    """The names of the words that ``content`` holds in some form; deflated streams are looked into."""
    contents = [content, *inflated(content)]
    latin = {name: word.removeprefix("金丝雀") for name, word in words.items()}
    return sorted(
        name
        for name, word in [*words.items(), *latin.items()]
        if any(form in part for part in contents for form in forms(word))
    )


def inflated(content: bytes) -> Iterator[bytes]:
    """What zlib streams in ``content`` hold (PDF pages, pictures)."""
    for mark in (b"\x78\x9c", b"\x78\xda", b"\x78\x01", b"\x78\x5e"):
        place = content.find(mark)
        while place >= 0:
            with contextlib.suppress(zlib.error):
                yield zlib.decompressobj().decompress(content[place:], 1 << 22)
            place = content.find(mark, place + 1)


def search(folder: Path, words: dict[str, str], but: set[Path]) -> list[tuple[str, list[str]]]:
    """Files below ``folder`` that hold a word, in name or content."""
    found = []
    for path in sorted(folder.rglob("*")):
        inside = path.read_bytes() if path.is_file() and path not in but else b""
        if names := readable(os.fsencode(path.name) + b"\0" + inside, words):
            found.append((path.relative_to(folder).as_posix(), names))
    return found


def test_the_search_finds_what_it_looks_for(tmp_path: Path, words: dict[str, str]) -> None:
    word = words["note"]
    samples = {
        "plain": word.encode(),
        "wide": b"\0" + word.encode("utf-16-le"),
        "base64": base64.b64encode(b"xy" + word.encode() + b"z"),
        "url": base64.urlsafe_b64encode(b"x" + word.encode()),
        "zlib": b"junk" + zlib.compress(word.encode()),
        "json": word.encode("ascii", "backslashreplace"),
    }
    for name, content in samples.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / f"{word}.txt").write_bytes(b"")
    assert {name for name, _ in search(tmp_path, words, set())} >= {*samples, f"{word}.txt"}


def test_no_secret_is_left_behind(tmp_path: Path, words: dict[str, str]) -> None:
    organizer, expert = Computer(tmp_path / "organizer"), Computer(tmp_path / "expert")
    for computer in (organizer, expert):
        computer.folder.mkdir()
    workspace, package = organizer.folder / "workspace", expert.folder / "round.casepkg"
    cards = organizer.folder / "cards"
    table = organizer.folder / "nominations.csv"
    table.write_bytes(marked_nominations(words))
    organizer.run("new", workspace, "--title", "评审", "--edition", "一")
    organizer.run("nominate", workspace, table)
    organizer.run("round", workspace, "new")
    organizer.run("cards", workspace, "--count", 3, "--pdf", organizer.folder / "cards.pdf", "--out", cards)
    organizer.run("pack", workspace, "-o", package)
    card = next(cards.iterdir()).read_text("utf-8")
    symbols = (
        next(line for line in card.splitlines() if line.startswith("card:")).removeprefix("card:").strip()
    )
    words = {**words, "card": symbols, "card-bare": symbols.replace("-", ""), "card-low": symbols.lower()}

    # the expert: the command line first, then a session as the window has it, then everything there is to ask
    scores = expert.folder / "scores.csv"
    scores.write_bytes(
        csv_bytes(("case", "criterion", "value", "comment"), [("beta", CRITERIA[0], 7, words["typed"])])
    )
    use = [package, "--card-file", "-"]
    expert.run("score", *use, "--from", scores, typed=card)
    scores.unlink()
    sheet, extracted = expert.folder / "mine.scoresheet", expert.folder / "alpha.md"
    backup = expert.folder / "mine.scorebackup"
    done = subprocess.run(
        [sys.executable, "-c", SESSION, package, sheet, backup],
        input="\n".join(f"{name}={word}" for name, word in words.items()).encode(),
        env=expert.env(PYTHONUTF8="1"),
        cwd=expert.cwd(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    expert.printed += [done.stdout.decode(), done.stderr.decode()]
    shown = expert.run("scores", *use, "--json", typed=card, spoken=True)
    assert words["comment"] in shown.out, "asked for on purpose: the word is there to be found"
    expert.run("export", *use, "-o", expert.folder / "again.scoresheet", typed=card)
    expert.run("inspect", package)
    expert.run("inspect", backup)
    expert.run("restore", *use, "--from", backup, typed=card)
    expert.run("extract", *use, "alpha", "-o", extracted, typed=card)
    wrong = start("scores", *use, env=expert.env(), typed=card[:-3], cwd=expert.cwd())
    assert wrong.status == 3
    expert.printed += [wrong.out, wrong.err]
    assert words["dossier"] in extracted.read_text("utf-8")

    on_purpose = {extracted}
    assert list((expert.folder / "state").rglob("*.scores")), "the session did leave a store to look into"
    assert search(expert.folder, words, on_purpose) == []
    assert [text for text in expert.printed if readable(text.encode("utf-8", "replace"), words)] == []

    # the organizer may have the nominations readable, and the cards that are to be handed out; no score, no comment
    theirs = {name: word for name, word in words.items() if name not in ("dossier", "title", "summary")}
    handed_out = {organizer.folder / "cards.pdf", *cards.iterdir()}
    organizer.run("box", workspace, "add", sheet)
    organizer.run("box", workspace, "close")
    assert search(organizer.folder, theirs, handed_out) == []
    assert [text for text in organizer.printed if readable(text.encode("utf-8", "replace"), theirs)] == []


def test_an_opened_sheet_holds_comments_and_scores_and_nothing_else_of_the_expert(
    tmp_path: Path, words: dict[str, str]
) -> None:
    """What stays on the computer isn't in the sheet, not even for whoever has the key of the box."""
    a_round = small_round()
    package, sheet = tmp_path / "round.casepkg", tmp_path / "mine.scoresheet"
    package.write_bytes(a_round.package)
    with ReviewSession.open(package, a_round.cards[0], tmp_path) as session:
        session.set_affiliations([words["own"]])
        for case in session.reading_order:
            session.set_comment(case, words["undone"])
            session.undo()
            session.set_comment(case, words["comment"])
            session.set_note(case, words["note"])
            session.set_recused(case, True, words["reason"])
            session.set_doubtful(case, True)
            session.remember_case(case, {case: words["dossier"]})
        session.export(sheet)
    opened = a_round.body(sheet.read_bytes())
    payloads = [canonical.encode(opened.remarks), b64u_decode(opened.scores.payload, "payload")]
    assert set(readable(payloads[0], words)) == {"comment"}
    assert readable(payloads[1], words) == []
    assert b"doubtful" not in payloads[0] + payloads[1]


def marked_nominations(words: dict[str, str]) -> bytes:
    """The small campaign's nominations with the marked words in title, summary and dossier of each."""
    text = nominations_csv().decode("utf-8")
    text = text.replace(" 便民服务平台", f" 平台{words['title']}").replace("：", f"：{words['summary']}")
    return text.replace("\n\n", f"\n\n{words['dossier']}").encode("utf-8")


@pytest.mark.usefixtures("window_libraries")
def test_a_window_leaves_nothing_readable(tmp_path: Path, words: dict[str, str]) -> None:
    """The real window, drawn off screen, opens the package with the card and shows its pages."""
    desk = Computer(tmp_path / "desk")
    desk.folder.mkdir()
    campaign = tmp_path / "organizer"
    campaign.mkdir()
    workspace, cards, package = campaign / "w", campaign / "cards", desk.folder / "round.casepkg"
    table = campaign / "nominations.csv"
    table.write_bytes(marked_nominations(words))
    env = {"REVIEW_APP_HOME": str(campaign / "home")}
    for arguments in (
        ["new", workspace, "--title", "评审", "--edition", "一"],
        ["nominate", workspace, table],
        ["round", workspace, "new"],
        ["cards", workspace, "--count", "3", "--pdf", campaign / "cards.pdf", "--out", cards],
        ["pack", workspace, "-o", package],
    ):
        call(*arguments, env=env).done()
    card = next(cards.iterdir())
    symbols = next(line for line in card.read_text("utf-8").splitlines() if line.startswith("card:"))[
        5:
    ].strip()
    words = {**words, "card": symbols, "card-bare": symbols.replace("-", ""), "card-low": symbols.lower()}
    shots = tmp_path / "shots"
    shots.mkdir()
    done = subprocess.run(
        [*PROGRAM, "--screenshots", shots, package, card],
        env=desk.env(QT_QPA_PLATFORM="offscreen"),
        cwd=desk.cwd(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0 and any(shots.iterdir()), done.stderr
    assert list((desk.folder / "state").rglob("*.scores")), "the window did open the store"
    assert search(desk.folder, words, set()) == []
    assert readable(done.stdout + done.stderr, words) == []
