"""From the count to the final result by verbs: notice, objections, a case set aside, words of commendation."""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
import zipfile
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from review_app.model.container import Container
from review_app.model.publish.design import Design
from review_app.model.workspace import Workspace
from review_app.model.workspace.certificate_look import Look, keep_look
from tests.cli.conftest import CASES, Campaign
from tests.cli.program import call
from tests.model.publish.fonts_made import made_font


def test_a_result_is_proposed_objected_to_and_final(opened: Campaign, tmp_path: Path) -> None:
    on = opened.organizer
    assert on("publish", "--json").done().json["status"] == "counted"
    on("publish", "object", "--text", "早了").refused("result-not-proposed", 2)
    on("publish", "confirm", "--since", "2098-12-10", "--until", "2098-12-01").refused("notice-days", 2)
    on("publish", "confirm", "--since", "2020-01-01", "--until", "2020-01-02").refused("notice-too-early", 2)
    shown = on("publish", "confirm", "--since", "2098-12-01", "--until", "2099-12-10", "--json").done().json
    assert (shown["status"], shown["since"], shown["until"]) == ("proposed", "2098-12-01", "2099-12-10")
    first, *others = on("rank", "--json").done().json["winners"]
    files = [tmp_path / f"{number}.results" for number in range(3)]
    said = on("archive", "-o", files[0], "--json").done().json
    assert (said["status"], said["before"]) == ("proposed", "")

    words = tmp_path / "objection.txt"
    words.write_text("\ufeff数字与公报不符。", "utf-8")
    on("publish", "object", "--by", "某单位", "--about", first, "--text-file", words).done()
    on("publish", "final", "--early", "无人有异议").refused("objections-open", 2)
    on("publish", "answer", "2", "--upheld", "--text", "属实。").refused("unknown-objection", 2)
    on("publish", "answer", "one", "--upheld", "--text", "属实。").refused("unknown-objection", 2)
    on("publish", "answer", "1", "--text", "属实。").refused("objection-invalid", 2)
    on("publish", "answer").refused("argument-needed", 2)
    (objection,) = (
        on("publish", "answer", "1", "--upheld", "--text", "属实。", "--json").done().json["objections"]
    )
    assert (objection["text"], objection["outcome"]) == ("数字与公报不符。", "upheld")
    on("publish", "set-aside", first).refused("reason-invalid", 2)
    shown = on("publish", "set-aside", first, "--reason", "数字不实", "--json").done().json
    assert shown["set_aside"] == [{"case": first, "reason": "数字不实"}]
    assert first not in shown["winners"] and shown["winners"][0] == others[0]
    on("publish", "take-back", first).done()
    assert first in on("publish", "--json").done().json["winners"]
    on("publish", "set-aside", first, "--reason", "数字不实").done()
    on("archive", "-o", files[1]).done()

    on("publish", "final").refused("notice-running", 2)
    assert on("publish", "final", "--early", "各方同意", "--json").done().json["status"] == "final"
    on("publish", "take-back", first).refused("result-final", 2)
    assert on("archive", "-o", files[2], "--json").done().json["status"] == "final"
    assert on("certify", "-o", tmp_path / "c.pdf", "--json").done().json["final"] is True

    stated = [call("verify", file, "--json").done().json for file in files]
    assert [each["status"] for each in stated] == ["proposed", "proposed", "final"]
    assert [each["before"] for each in stated[1:]] == [results_digest(file) for file in files[:2]]
    assert [line["case"] for line in stated[2]["set_aside"]] == [first]
    assert len(stated[2]["ranking"]) == len(CASES) - 1
    told = call("verify", files[2]).done().out
    assert "数字不实" in told
    shown_to_people = on("publish").done().out
    for said_there in ("某单位", "数字与公报不符。", "属实。", "数字不实"):
        assert said_there in shown_to_people


def test_words_of_commendation_are_asked_for_and_entered(opened: Campaign, tmp_path: Path) -> None:
    on = opened.organizer
    first, second = on("rank", "--json").done().json["winners"]
    assert on("commend", "--json").done().json == {"commendations": [], "missing": [first, second]}
    on("commend", "set", first, "--author", "王教授", "--institution", "示例大学", "--post", "教授").done()
    words = tmp_path / "words.txt"
    words.write_text("以数据说话。\n可推广。", "utf-8")
    found = on("commend", "set", first, "--text-file", words, "--date", "2026-12-03", "--json").done().json
    assert found["missing"] == [second]
    (entered,) = found["commendations"]
    assert entered | {"day": ""} == {
        "author": "王教授",
        "case": first,
        "day": "",
        "institution": "示例大学",
        "post": "教授",
        "text": "以数据说话。\n可推广。",
    }
    on("commend", "set", second, "--text", "好。").refused("commendation-invalid", 2)
    on("commend", "set", "none", "--author", "甲").refused("unknown-case", 2)
    on("commend", "set").refused("argument-needed", 2)
    words.write_bytes("长".encode("gb18030"))
    on("commend", "set", first, "--text-file", words).refused("text-not-utf8")
    assert on("commend", "remove", first, "--json").done().json["commendations"] == []


def test_papers_of_a_result(opened: Campaign, tmp_path: Path) -> None:
    on = opened.organizer
    for name, beginning in (("r.pdf", b"%PDF"), ("r.xlsx", b"PK"), ("r.csv", b"\xef\xbb\xbf")):
        said = on("report", "-o", tmp_path / name, "--json").done().json
        assert (said["public"], said["status"]) == (True, "counted")
        assert (tmp_path / name).read_bytes().startswith(beginning)
    inside = tmp_path / "inside.pdf"
    assert on("report", "-o", inside, "--internal", "--in", "en", "--json").done().json["public"] is False
    assert inside.read_bytes() != (tmp_path / "r.pdf").read_bytes()
    on("report", "-o", tmp_path / "r.csv", "--table", "states").done()
    assert (tmp_path / "r.csv").read_bytes().decode("utf-8-sig").count("\r\n") >= 2
    on("report", "-o", tmp_path / "r.doc").refused("report-format", 2)
    on("announce", "-o", tmp_path / "a.pdf").refused("announcement-format", 2)

    archive = tmp_path / "a.results"
    on("archive", "-o", archive).done()
    wanted = ["--archive", archive, "--contact", "office@example.invalid", "--date", "2026-12-01"]
    on("announce", "-o", tmp_path / "a.md", "--in", "zh", *wanted).done()
    text = (tmp_path / "a.md").read_text("utf-8").replace("\\", "")
    assert hashlib.sha256(archive.read_bytes()).hexdigest() in text and "office@example.invalid" in text
    on("announce", "-o", tmp_path / "a.docx", *wanted).done()
    assert (tmp_path / "a.docx").read_bytes().startswith(b"PK")
    on("announce", "-o", tmp_path / "a.md", "--archive", tmp_path / "none").refused("file-missing")

    with Workspace.open(opened.workspace) as workspace:
        settings = msgspec.structs.replace(workspace.settings, objections_to="complaints@example.invalid")
        workspace.campaign.update(settings)
    on(
        "announce", "-o", tmp_path / "a.md", "--in", "zh"
    ).done()  # the campaign's own address, unless one is given
    assert "complaints@example.invalid" in (tmp_path / "a.md").read_text("utf-8").replace("\\", "")


def test_letters_go_out_and_a_filled_form_comes_back(opened: Campaign, tmp_path: Path) -> None:
    on = opened.organizer
    first, _ = on("rank", "--json").done().json["winners"]
    on("commend", "letters", "-o", tmp_path / "letters.pdf").refused("day-needed", 2)
    on("commend", "letters", "--until", "2026-12-20").refused("file-needed", 2)
    on("commend", "letters", "--until", "2026-12-20", "-o", tmp_path / "l.txt").refused("letter-format", 2)
    for name in ("letters.pdf", "letters.docx"):
        on("commend", "letters", "--until", "2026-12-20", "-o", tmp_path / name).done()
        assert (tmp_path / name).stat().st_size > 2000
    form = tmp_path / "form.docx"
    on("commend", "set", first, "--author", "王教授", "--post", "教授").done()
    on("commend", "form", first, "--in", "zh", "-o", form).done()
    on("commend", "form", "none", "-o", form).refused("unknown-case", 2)
    on("commend", "read", form).refused("commendation-form-unfinished")
    form.write_bytes(typed_into(form.read_bytes(), "以数据说话，可推广。"))
    (entered,) = on("commend", "read", form, "--json").done().json["commendations"]
    assert (entered["case"], entered["author"], entered["text"]) == (first, "王教授", "以数据说话，可推广。")


@pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="needs pdftotext (Debian package poppler-utils)"
)
def test_the_report_has_the_campaigns_own_fonts(opened: Campaign, tmp_path: Path) -> None:
    on, rare = opened.organizer, "\U00020547"
    on("publish", "confirm", "--since", "2098-12-01", "--until", "2099-12-10").done()
    on("publish", "object", "--text", f"{rare}市来信").done()

    def report() -> str:
        on("report", "-o", tmp_path / "r.pdf", "--internal", "--in", "zh").done()
        command = ["pdftotext", "-raw", str(tmp_path / "r.pdf"), "-"]
        return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout

    assert "U+20547" in report()
    keep_look(opened.workspace, Look(Design(fonts=(made_font("Rare", {rare: "永"}),))))
    said = report()
    assert f"{rare}市来信" in said
    assert "U+20547" not in said


@pytest.mark.parametrize("method", ["mean", "median", "severity-corrected", "borda", "trimmed-mean"])
def test_other_methods_are_looked_at_by_name(opened: Campaign, method: str) -> None:
    found = opened.organizer("rank", "--rule", method, "--json").done().json
    assert found["what_if"] is True
    assert {line["case"] for line in found["ranking"]} == set(CASES)
    assert len(found["winners"]) >= 2
    if method == "trimmed-mean":
        assert found["ranking"] == opened.organizer("rank", "--json").done().json["ranking"]


def test_what_decided_between_equal_scores_is_told(opened: Campaign, tmp_path: Path) -> None:
    archive = tmp_path / "a.results"
    opened.organizer("archive", "-o", archive).done()
    for on, verb in ((opened.organizer, ["rank"]), (call, ["verify", archive])):
        found = on(*verb, "--json").done().json
        ranked = [line for line in found["ranking"] if line["rank"]]
        equal = [(a["case"], b["case"]) for a, b in pairwise(ranked) if a["score"] == b["score"]]
        assert equal, "the sample of the tests has equal scores"
        assert [(tie["above"], tie["below"]) for tie in found["ties"]] == equal
        for tie in found["ties"]:
            assert tie["by"] in ("criterion", "shared")
            assert tie["by"] == "shared" or Fraction(tie["means"][0]) > Fraction(tie["means"][1])
        assert "same score" in on(*verb).done().out


def test_statistics_stand_beside_the_ranking(opened: Campaign, tmp_path: Path) -> None:
    found = opened.organizer("rank", "--statistics", "--json").done().json
    figures = found["statistics"]
    assert figures["replicates"] == 2000
    ranks = {line["case"]: line["rank"] for line in found["ranking"]}
    for line in figures["intervals"]:
        assert line["low"] <= ranks[line["case"]] <= line["high"]
        assert Fraction(line["winning"], 2000) <= 1
    assert figures["agreement"][0]["what"] == "total"
    archive = tmp_path / "a.results"
    opened.organizer("archive", "-o", archive).done()
    assert call("verify", archive).done().status == 0
    plain = opened.organizer("rank").done().out.splitlines()
    told = opened.organizer("rank", "--statistics").done().out.splitlines()
    assert len(told) == len(plain) + 2 + 5


def typed_into(form: bytes, words: str) -> bytes:
    """A return form with ``words`` typed into the cell for them, the first empty one after its label."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(form)) as read, zipfile.ZipFile(out, "w") as written:
        for name in read.namelist():
            content = read.read(name)
            if name == "word/document.xml":
                text = content.decode("utf-8")
                at = text.index("</w:pPr></w:p>", text.index(">推荐语<")) + len("</w:pPr>")
                content = f"{text[:at]}<w:r><w:t>{words}</w:t></w:r>{text[at:]}".encode()
            written.writestr(name, content)
    return out.getvalue()


def results_digest(archive: Path) -> str:
    """Of the results that an archive states."""
    with Container.open(archive) as container:
        return hashlib.sha256(container.read("results.jws")).hexdigest()
