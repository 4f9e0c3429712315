"""What goes wrong in real life: each has its code, and nothing is half-written or lost."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import CASES, CRITERIA, Campaign, csv_bytes, scores_csv
from tests.cli.program import PROGRAM, REPOSITORY, Answer, call, environment, files_below, start

# ---------------------------------------------------------------- cards


def with_card(packed: Campaign, text: str, verb: str = "scores") -> Answer:
    return call(verb, packed.package, "--card-file", "-", "--json", typed=text)


def symbols_of(packed: Campaign, card: int = 0) -> str:
    lines = packed.cards[card].read_text("utf-8").splitlines()
    return next(line for line in lines if line.startswith("card:")).removeprefix("card:").strip()


def wide(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else "\u3000" if c == " " else c for c in text)


@pytest.mark.parametrize(
    "written",
    [
        str.lower,
        lambda card: card.replace("-", ""),
        lambda card: card.replace("-", " "),
        lambda card: f"  {card.replace('-', '  ')}\r\n",
        lambda card: card.replace("-", "\n"),
        lambda card: card.replace("-", "\u2013"),
        lambda card: card.replace("-", "\u2014").lower(),
        lambda card: card.replace("-", "\uff0d"),
        lambda card: card.replace("0", "O").replace("1", "l"),
        lambda card: card.replace("0", "o").replace("1", "I"),
        wide,
        lambda card: wide(card.lower().replace("-", " ")),
        lambda card: "\ufeff" + card,
        lambda card: "\u200b".join(card),
        lambda card: f"卡号：{card}",
        lambda card: f"# a note\r\nCard: {card.lower()}\r\n",
    ],
)
def test_a_card_is_read_however_it_is_written(written: Callable[[str], str], packed: Campaign) -> None:
    assert len(with_card(packed, written(symbols_of(packed))).done().json["cases"]) == len(CASES)


def test_a_card_file_in_another_encoding_than_expected_is_no_crash(packed: Campaign, tmp_path: Path) -> None:
    text = packed.cards[0].read_text("utf-8")
    file = tmp_path / "card.txt"
    file.write_bytes(text.encode("utf-8-sig").replace(b"\n", b"\r\n"))
    call("scores", packed.package, "--card-file", file).done()
    for encoding in ("utf-16", "gb18030"):
        file.write_bytes(("卡片\n" + text).encode(encoding))
        call("scores", packed.package, "--card-file", file).refused("text-not-utf8")
        start("scores", packed.package, "--card-file", "-", typed=file.read_bytes()).refused("text-not-utf8")


@pytest.mark.parametrize("place", range(24))
def test_a_mistyped_card_is_noticed_before_anything_is_tried(place: int, packed: Campaign) -> None:
    """One wrong symbol anywhere, the check symbols included; no store is made for it."""
    symbols = list(symbols_of(packed).replace("-", ""))
    symbols[place] = "7" if symbols[place] != "7" else "8"
    with_card(packed, "".join(symbols)).refused("card-check")
    assert not list(Path(os.environ["REVIEW_APP_HOME"]).rglob("*.scores"))


def test_what_is_wrong_with_a_card_is_said(packed: Campaign) -> None:
    card = symbols_of(packed)
    with_card(packed, card[:-1]).refused("card-length")
    with_card(packed, "").refused("card-length")
    with_card(packed, card.replace(card[3], "U", 1)).refused("card-symbol")
    with_card(packed, card[:5] + "$" + card[6:]).refused("card-symbol")
    with_card(packed, f"card: {card}\ncard: {symbols_of(packed, 1)}").refused("card-several")


def test_a_card_of_another_organizer_or_round(packed: Campaign, other_original: Campaign) -> None:
    theirs = other_original.cards[0]
    for verb in ("scores", "inspect", "export"):
        more = ["-o", packed.folder / "x.scoresheet"] if verb == "export" else []
        call(verb, packed.package, "--card-file", theirs, *more).refused("card-other-round")
    with_card(packed, symbols_of(other_original)).refused("card-unknown")
    packed.organizer("round", "new").done()
    packed.organizer(
        "cards", "--count", 3, "--pdf", packed.folder / "2.pdf", "--out", packed.folder / "2"
    ).done()
    next_card = next((packed.folder / "2").iterdir())
    call("scores", packed.package, "--card-file", next_card).refused("card-other-round")
    assert not (packed.folder / "x.scoresheet").exists()
    assert not list(Path(os.environ["REVIEW_APP_HOME"]).rglob("*.scores"))


# ---------------------------------------------------------------- files


def test_a_damaged_attachment_costs_itself_only(packed: Campaign) -> None:
    """verify refuses the file, inspect names the part, and the expert goes on with everything else."""
    content = bytearray(packed.package.read_bytes())
    content[content.index(b"m/2.age") + 400] ^= 1
    packed.package.write_bytes(content)
    call("verify", packed.package).refused("package-damaged")
    seen = call("inspect", packed.package, "--json").done().json
    assert (seen["sound"], seen["damaged"]) == (False, ["m/2.age"])
    packed.expert(0, "extract", "m/2.age", "-o", packed.folder / "two").refused("member-damaged")
    packed.expert(0, "extract", "m/1.age", "-o", packed.folder / "one").done()
    assert not (packed.folder / "two").exists()
    packed.score_and_export(0)


def test_a_truncated_package_is_refused_and_scores_stay(packed: Campaign) -> None:
    packed.expert(0, "score", "--from", written(packed, scores_csv(packed.scores(0)))).done()
    whole = packed.package.read_bytes()
    for size in (0, 1, 30, len(whole) // 2, len(whole) - 1):
        packed.package.write_bytes(whole[:size])
        for verb in ("verify", "inspect"):
            assert call(verb, packed.package).status == 3
        assert packed.expert(0, "scores").status == 3
    packed.package.write_bytes(whole)
    assert packed.expert(0, "scores", "--json").done().json["open"] == []


def test_a_file_that_is_something_else(packed: Campaign, tmp_path: Path) -> None:
    sheet = packed.score_and_export(0).json["file"]
    note = tmp_path / "note.txt"
    note.write_text("hello")
    foreign = tmp_path / "foreign.zip"
    shutil.make_archive(str(foreign.with_suffix("")), "zip", packed.folder / "cards")
    for file in (note, foreign):
        for verb in ("verify", "inspect"):
            assert call(verb, file).status == 3
        packed.organizer("box", "add", file).refused("not-a-sheet")
        assert call("scores", file, "--card-file", packed.cards[0]).status == 3
    call("scores", sheet, "--card-file", packed.cards[0]).refused("not-a-package")
    call("verify", packed.cards[0]).refused("unknown-file")
    call("verify", tmp_path).refused("is-a-folder")
    call("verify", tmp_path / "none").refused("file-missing")
    call("verify", note / "none").refused("file-missing")
    call("inspect", "").refused("is-a-folder")
    packed.organizer("box", "add", packed.package).refused("not-a-sheet")
    call("rank", tmp_path).refused("not-a-workspace")
    call("rank", tmp_path / "none").refused("not-a-workspace")


def test_a_truncated_sheet_is_refused_on_arrival(packed: Campaign, tmp_path: Path) -> None:
    packed.score_and_export(0)
    whole = packed.sheet(0).read_bytes()
    cut = tmp_path / "cut.scoresheet"
    for size in (0, 10, len(whole) // 3, len(whole) - 1):
        cut.write_bytes(whole[:size])
        assert packed.organizer("box", "add", cut).refused("sheet-truncated" if size > 4 else "not-a-sheet")
    answer = packed.organizer("box", "list", "--json").done().json
    assert (answer["inside"], answer["delivery_codes"]) == (0, [])
    packed.organizer("box", "add", packed.sheet(0)).done()


def test_one_bad_file_does_not_keep_the_others_out(packed: Campaign, tmp_path: Path) -> None:
    packed.score_and_export(0)
    cut = packed.sheet(0).with_name("z.scoresheet")
    cut.write_bytes(packed.sheet(0).read_bytes()[:-9])
    (tmp_path / "big.bin").write_bytes(bytes((8 << 20) + 1))
    folder = packed.sheet(0).parent
    strict = packed.organizer("box", "add", folder, tmp_path / "big.bin", "--strict", "--json")
    assert strict.status == 1
    assert [(file["status"], file["code"]) for file in strict.json["files"]] == [
        ("taken", ""),
        ("refused", "sheet-truncated"),
        ("refused", "not-a-sheet"),
    ]
    again = packed.organizer("box", "add", folder, "--json").done().json
    assert (again["inside"], again["taken"], again["refused"]) == (1, 0, 1)


def test_a_sheet_of_another_round(packed: Campaign, other_original: Campaign, tmp_path: Path) -> None:
    theirs = Campaign(shutil.copytree(other_original.folder, tmp_path / "theirs"))
    theirs.score_and_export(0)
    packed.organizer("box", "add", theirs.sheet(0)).refused("sheet-other-round")
    assert packed.organizer("box", "list", "--json").done().json["inside"] == 0


def test_an_archive_changed_by_one_byte_is_refused(opened: Campaign) -> None:
    archive = opened.folder / "round.results"
    opened.organizer("archive", "-o", archive).done()
    content = bytearray(archive.read_bytes())
    content[len(content) // 2] ^= 1
    archive.write_bytes(content)
    assert call("verify", archive).status == 3


# ---------------------------------------------------------------- scores


def written(packed: Campaign, content: bytes) -> Path:
    file = packed.folder / "in.csv"
    file.write_bytes(content)
    return file


def rows(
    *lines: tuple[object, ...], columns: tuple[str, ...] = ("case", "criterion", "value", "comment")
) -> bytes:
    return csv_bytes(columns, lines)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (rows(("alpha", "innovation", 11, "")), "score-out-of-range"),
        (rows(("alpha", "innovation", 0, "")), "score-out-of-range"),
        (rows(("alpha", "innovation", -3, "")), "score-out-of-range"),
        (rows(("alpha", "innovation", "--5", "")), "scores-file-invalid"),
        (rows(("alpha", "innovation", "7.5", "")), "scores-file-invalid"),
        (rows(("alpha", "innovation", "９", "")), "scores-file-invalid"),
        (rows(("alpha", "innovation", "9" * 5000, "")), "scores-file-invalid"),
        (rows(("alpha", "innovation", "=1+1", "")), "scores-file-invalid"),
        (rows(("alpha", "beauty", 5, "")), "unknown-criterion"),
        (rows(("omega", "innovation", 5, "")), "unknown-case"),
        (rows(("alpha", "innovation", 5, "x" * 100_000)), "comment-too-long"),
        (rows(("alpha", "", "abstained", "")), "abstention-not-allowed"),
        (rows(("alpha", "innovation", 5)), "scores-file-invalid"),
        (rows(("alpha", "innovation", 5, "", "more")), "scores-file-invalid"),
        (rows(("alpha", 5), columns=("case", "score")), "scores-file-invalid"),
        (b'case,criterion,value,comment\nalpha,innovation,5,"no end\n', "scores-file-invalid"),
        (b"", "scores-file-invalid"),
        (b"\xff\xfe\x00", "text-not-utf8"),
    ],
)
def test_a_scores_file_with_one_bad_line_changes_nothing(content: bytes, code: str, packed: Campaign) -> None:
    packed.expert(0, "score", "--from", written(packed, scores_csv(packed.scores(0)))).done()
    before = packed.expert(0, "scores", "--json").done().json
    good = rows(("beta", "importance", 3, "新的评语"))
    head, _, line = content.partition(b"\n")
    for file in (content, head + b"\n" + good.split(b"\n", 1)[1] + line):
        packed.expert(0, "score", "--from", written(packed, file)).refused(code)
    assert packed.expert(0, "scores", "--json").done().json == before


def test_missing_scores_are_listed_and_nothing_is_exported(packed: Campaign) -> None:
    scores: dict[str, list[object]] = dict(packed.scores(0))  # type: ignore[arg-type]
    scores["gamma"] = [5, 5, "", 5, 5]
    del scores["delta"]
    answer = packed.expert(0, "score", "--json", "--from", written(packed, scores_csv(scores))).done()
    assert answer.json["open"] == ["delta", "gamma"]
    sheet = packed.folder / "x.scoresheet"
    answer = packed.expert(0, "export", "-o", sheet).refused("scores-incomplete")
    assert "delta, gamma" in answer.err and not sheet.exists()
    assert packed.expert(0, "scores", "--json").done().json["exported"] == []
    rest = rows(("gamma", "participation", 4, ""), ("delta", "", "recused", ""))
    packed.expert(0, "score", "--from", written(packed, rest)).done()
    assert packed.expert(0, "export", "-o", sheet, "--json").done().json["revision"] == 1
    packed.expert(0, "export", "-o", sheet).refused("file-exists")
    packed.expert(0, "extract", "alpha", "-o", sheet).refused("file-exists")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_scores_and_nominations_come_as_spreadsheet_programs_write_them(
    encoding: str, packed: Campaign
) -> None:
    file = written(packed, scores_csv(packed.scores(1), encoding))
    packed.expert(1, "score", "--from", file).done()
    document = packed.expert(1, "scores", "--json").done().json
    assert document["open"] == []
    for case in document["cases"]:
        assert list(case["scores"][criterion] for criterion in CRITERIA) == packed.scores(1)[case["case"]]
        assert case["comment"] == f"评语 {case['case']}"


# ---------------------------------------------------------------- the box


def test_a_box_opened_with_too_few_is_closed_again(packed: Campaign) -> None:
    packed.score_and_export(0)
    packed.organizer("box", "add", packed.sheet(0)).done()
    packed.organizer("box", "open").refused("box-not-closed", 2)
    packed.organizer("box", "close").done()
    answer = packed.organizer("box", "open", "--json").refused("box-too-few")
    assert answer.json == {"states": {"accepted": 1}, "accepted": 1, "minimum": 2}
    for verb in (["rank"], ["archive", "-o", packed.folder / "x"], ["certify", "-o", packed.folder / "y"]):
        packed.organizer(*verb).refused("box-not-opened", 2)
    assert not (packed.folder / "x").exists() and not (packed.folder / "y").exists()
    packed.organizer("box", "close").refused("round-state", 2)


def test_steps_out_of_order_are_usage(packed: Campaign, opened: Campaign) -> None:
    for arguments in (
        ["box", "close"],
        ["amend", "--deadline", "2031-01-01", "-o", opened.folder / "a.amend"],
    ):
        opened.organizer(*arguments).refused("round-state", 2)
    opened.organizer("box", "open").refused("box-already-opened", 2)
    packed.organizer("amend", "-o", packed.folder / "a.amend").refused("nothing-to-amend", 2)
    packed.organizer("withdraw", "0" * 32).refused("unknown-card", 2)
    packed.organizer("round", "new", "--blind").refused("not-supported", 2)
    packed.organizer("box", "add").refused("file-needed", 2)
    packed.organizer("shortlist", "apply").refused("file-needed", 2)
    call("new", packed.workspace, "--title", "T", "--edition", "E").refused("folder-not-empty", 2)
    call("new", packed.folder / "fresh", "--title", "T").refused("title-missing", 2)
    call("demo", packed.workspace).refused("folder-not-empty", 2)
    assert not (packed.folder / "fresh").exists()


# ---------------------------------------------------------------- two at once

HOLD = """
import sys
from pathlib import Path
from review_app.model.crypto.ballot_card import parse_card
from review_app.model.scoring.session import ReviewSession
from review_app.model.workspace import Workspace
if sys.argv[1] == "store":
    held = ReviewSession.open(Path(sys.argv[2]), parse_card(Path(sys.argv[3]).read_text("utf-8")))
else:
    held = Workspace.open(Path(sys.argv[2]))
with held:
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.mark.parametrize(("what", "code"), [("store", "store-in-use"), ("workspace", "workspace-in-use")])
def test_a_second_instance_is_refused_and_disturbs_nothing(what: str, code: str, packed: Campaign) -> None:
    home = packed.expert_home(0) if what == "store" else packed.home
    target = [packed.package, packed.cards[0]] if what == "store" else [packed.workspace]
    env = environment(REVIEW_APP_HOME=str(home))

    def once_more() -> Answer:
        if what == "store":
            return packed.expert(0, "scores")
        return packed.organizer("round", "show")

    with subprocess.Popen(
        [sys.executable, "-c", HOLD, what, *map(str, target)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=env,
        cwd=REPOSITORY,
    ) as holder:
        assert holder.stdout is not None and holder.stdin is not None
        assert holder.stdout.readline() == b"held\n"
        once_more().refused(code, 4)
        verb = ["scores", target[0], "--card-file", target[1]] if what == "store" else ["rank", target[0]]
        start(*verb, env=env).refused(code, 4)
        holder.stdin.close()
    assert holder.returncode == 0
    once_more().done()


# ---------------------------------------------------------------- the computer can't

posix = pytest.mark.skipif(os.name != "posix", reason="limits and owners as POSIX has them")


@posix
def test_an_unwritable_folder(packed: Campaign, tmp_path: Path) -> None:
    """Every writing verb says so; what is there stays.  (The folder that refuses even root is the kernel's.)"""
    packed.score_and_export(0)
    if os.geteuid() == 0:
        folder = Path("/sys/kernel")
    else:
        folder = tmp_path / "closed"
        folder.mkdir(mode=0o555)
    packed.expert(0, "export", "-o", folder / "x.scoresheet").refused("no-permission", 4)
    packed.expert(0, "extract", "alpha", "-o", folder / "x.md").refused("no-permission", 4)
    packed.organizer("pack", "-o", folder / "x.casepkg").refused("no-permission", 4)
    call("new", folder / "w", "--title", "T", "--edition", "E").refused("no-permission", 4)
    call("demo", folder / "w").refused("no-permission", 4)
    env = {"REVIEW_APP_HOME": str(folder / "home")}
    call("scores", packed.package, "--card-file", packed.cards[0], env=env).refused("no-permission", 4)
    amendment = ["amend", "--deadline", "2031-01-01", "-o", folder / "x.amend"]
    packed.organizer(*amendment).refused("no-permission", 4)
    again = [*amendment[:-1], packed.folder / "x.amend", "--json"]
    assert packed.organizer(*again).done().json["number"] == 1, "the refused one must not have taken a number"
    assert not list(folder.glob("x.*")) and not (folder / "w").exists()


def limited(size: int) -> Callable[[], None]:
    """Before the program starts: no file may grow beyond ``size`` bytes, as on a disk that is full there."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@posix
def test_a_full_disk_leaves_what_was_there(packed: Campaign) -> None:
    packed.score_and_export(0)
    before = packed.expert(0, "scores", "--json").done().json
    out = packed.folder / "out"
    out.mkdir()
    full = {"preexec_fn": limited(4096)}  # less than any of the files that are written below
    organizer = environment(REVIEW_APP_HOME=str(packed.home))
    expert = environment(REVIEW_APP_HOME=str(packed.expert_home(0)))
    card = ["--card-file", packed.cards[0]]
    changed = written(packed, rows(("alpha", "innovation", 9, "改过")))
    start("pack", packed.workspace, "-o", out / "x.casepkg", env=organizer, **full).refused("disk-full", 4)
    start("export", packed.package, *card, "-o", out / "x.scoresheet", env=expert, **full).refused(
        "disk-full", 4
    )
    start("score", packed.package, *card, "--from", changed, env=expert, **full).refused("disk-full", 4)
    start("new", out / "w", "--title", "T", "--edition", "E", env=organizer, **full).refused("disk-full", 4)
    start("box", packed.workspace, "add", packed.sheet(0), env=organizer, **full).refused("disk-full", 4)
    assert list(out.iterdir()) == []
    after = packed.expert(0, "scores", "--json").done().json
    assert after["cases"] == before["cases"] and after["exported"] == before["exported"]
    packed.expert(0, "score", "--from", changed).done()
    packed.expert(0, "export", "-o", out / "x.scoresheet").done()
    packed.organizer("pack", "-o", out / "x.casepkg").done()
    packed.organizer("box", "add", packed.sheet(0)).done()


@posix
def test_a_full_disk_at_the_end_of_a_round(opened: Campaign) -> None:
    out = opened.folder / "out"
    out.mkdir()
    env = environment(REVIEW_APP_HOME=str(opened.home))
    full = {"preexec_fn": limited(2048)}
    for verb, file in (("archive", "x.results"), ("certify", "x.pdf")):
        start(verb, opened.workspace, "-o", out / file, env=env, **full).refused("disk-full", 4)
    assert list(out.iterdir()) == []
    opened.organizer("archive", "-o", out / "x.results").done()
    assert call("verify", out / "x.results", "--json").done().json["verdict"] == "consistent"


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="a display is always there")
@pytest.mark.parametrize("arguments", [(), ("package",)])
def test_without_a_display_the_window_says_so(arguments: tuple[str, ...], packed: Campaign) -> None:
    env = environment(DISPLAY=None, WAYLAND_DISPLAY=None, QT_QPA_PLATFORM=None)
    start(*(packed.package for _ in arguments), env=env).refused("no-display", 4)


def test_an_interrupt_is_an_answer_of_its_own(packed: Campaign, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("review_app.verbs.verify.file_kind", interrupted)
    call("verify", packed.package).refused("cancelled", 4)


def test_a_bug_is_no_traceback(packed: Campaign, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("alpha secret")

    monkeypatch.setattr("review_app.verbs.verify.file_kind", broken)
    with pytest.raises(AssertionError) as seen:
        call("verify", packed.package)
    assert "error[internal]" in str(seen.value) and "alpha secret" not in str(seen.value)


def test_every_expected_failure_above_left_the_workspace_whole(packed: Campaign) -> None:
    before = files_below(packed.workspace)
    packed.organizer("pack", "-o", packed.folder / "none" / "x.casepkg").refused("folder-missing")
    packed.organizer("box", "add", packed.folder / "none").refused("file-missing")
    assert files_below(packed.workspace).keys() - {"box-1.sqlite"} == before.keys() - {"box-1.sqlite"}
    assert PROGRAM and packed.organizer("round", "show", "--json").done().json["state"] == "packed"
