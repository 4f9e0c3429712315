"""The report: a sound PDF whose text says what the standing says, and no more than the level of the terms allows."""

from __future__ import annotations

import dataclasses
import hashlib
import pickle
import re
from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import get_args

import msgspec
import pylopdf_fonts_ar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from review_app.model.box.states import State
from review_app.model.publish.disclosure import disclosure
from review_app.model.publish.face_source import FontFile
from review_app.model.publish.report import report_pdf
from review_app.model.publish.report.strips import nice_ticks, percent
from review_app.model.publish.wording import DOCUMENTS, LANGUAGES, Language, Wording, _load
from review_app.model.result.ranking import rounded_text
from review_app.model.workspace.standing import CaseLine, Method, Standing
from tests.model.publish.fonts_made import made_font
from tests.model.publish.stood import OBJECTOR, OTHER_OBJECTOR, SHEETS, at_level, losers, renamed, winners

Tool = Callable[..., str]
AUDITOR = "age1auditor"
LEVELS = [
    ("full", ()),
    ("full", (AUDITOR,)),
    ("winners-scored", ()),
    ("winners-scored", (AUDITOR,)),
    ("winners", (AUDITOR,)),
]
LONG = "关于运用互联网大数据人工智能等现代信息技术手段推进城市治理体系和治理能力现代化的探索与实践" * 5


def text_of(tool: Tool, content: bytes) -> str:
    """The text of all pages without any blank."""
    return "".join(tool("pdftotext", content, "-raw", "{}", "-").split())


def plain(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("public", [False, True])
def test_the_pdf_is_sound_and_its_fonts_are_embedded_subsets(
    standing: Standing, tool: Tool, language: Language, public: bool
) -> None:
    content = report_pdf(standing, language, public=public)
    tool("qpdf", content, "--check", "{}")
    fonts = tool("pdffonts", content, "{}").splitlines()[2:]
    assert fonts
    for line in fonts:
        assert re.search(r"\byes yes yes\b", line), line
        assert "Noto" in line
    assert "CreationDate" not in tool("pdfinfo", content, "{}")


def test_the_text_is_what_the_standing_says(standing: Standing, tool: Tool) -> None:
    text = text_of(tool, report_pdf(standing, "zh", public=False))
    for line in standing.cases:
        assert plain(line.case.title) in text
        assert line.ranked.score is not None
        assert rounded_text(line.ranked.score) in text
    for outcome in standing.receipts:
        assert outcome.name in text
    for digest in (standing.terms_digest, standing.box, standing.organizer):
        assert digest in text
    for comment in standing.remarks:
        assert plain(comment.text) in text
    assert f"计入（{SHEETS}份）" in text
    assert "张三、李四（监督）" in text
    assert "内部资料" in text
    assert "样例·合成分数" in text
    assert "数据查无出处" in text
    assert "经核实，与申报材料一致。" in text


@pytest.mark.parametrize("public", [False, True])
def test_who_objected_is_printed_nowhere(standing: Standing, tool: Tool, public: bool) -> None:
    text = text_of(tool, report_pdf(standing, "zh", public=public))
    assert "异议3件" in text
    assert OBJECTOR not in text
    assert OTHER_OBJECTOR not in text
    assert ("专家名单应当公布" in text) is not public


@pytest.mark.parametrize(("publication", "auditors"), LEVELS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_public_report_keeps_to_the_level(
    standing: Standing, tool: Tool, publication: str, auditors: tuple[str, ...], language: Language
) -> None:
    level = at_level(standing, publication, auditors)
    text = text_of(tool, report_pdf(level, language, public=True))
    for title in winners(level):
        assert plain(title) in text
    named = [title for title in losers(level) if plain(title) in text]
    if publication == "full":
        assert named == losers(level)
    else:
        assert named == []
    scores = [
        rounded_text(line.ranked.score) for line in level.cases if line.wins and line.ranked.score is not None
    ]
    assert all(score in text for score in scores) is (publication != "winners")
    if publication == "winners":
        assert not any(score in text for score in scores)
        order = [text.index(plain(line.case.title)) for line in disclosure(level, public=True).cases]
        assert order == sorted(order)
    assert ("ICC(2,k)" in text) is (not auditors)
    assert "内部资料" not in text
    comments = [comment for comment in standing.remarks if comment.case in standing.winners]
    assert any(plain(comment.text) in text for comment in comments) is (not auditors)


@pytest.mark.parametrize(("publication", "auditors"), LEVELS)
def test_the_internal_report_is_whole_at_every_level(
    standing: Standing, tool: Tool, publication: str, auditors: tuple[str, ...]
) -> None:
    text = text_of(tool, report_pdf(at_level(standing, publication, auditors), "zh", public=False))
    assert all(plain(title) in text for title in standing.titles.values())
    assert "ICC(2,k)" in text


def test_a_comment_on_a_winner_that_names_a_loser_stays_out(standing: Standing, tool: Tool) -> None:
    level = at_level(standing, "winners-scored")
    comment = next(each for each in standing.remarks if each.case in standing.winners)
    telling = dataclasses.replace(
        level, remarks=[msgspec.structs.replace(comment, text=f"胜过{losers(level)[3]}甚多")]
    )
    text = text_of(tool, report_pdf(telling, "zh", public=True))
    assert "甚多" not in text
    assert "另有1条意见" in text


PUBLIC_LEVELS = [level for level in LEVELS if level[0] != "full"]


def with_texts(standing: Standing, text: str) -> Standing:
    """The same standing with ``text`` as reason, answer and comment on a winner."""
    comment = next(each for each in standing.remarks if each.case in standing.winners)
    answered = [msgspec.structs.replace(each, about="") for each in standing.objections]
    answered[0] = msgspec.structs.replace(answered[0], answer=text)
    return dataclasses.replace(
        standing,
        remarks=[msgspec.structs.replace(comment, text=text)],
        objections=answered,
        set_aside=[msgspec.structs.replace(each, reason=text) for each in standing.set_aside],
    )


@pytest.mark.parametrize("what", ["organisation", "recipient", "title", "aside"])
@pytest.mark.parametrize(("publication", "auditors"), PUBLIC_LEVELS)
def test_no_free_text_names_whom_the_terms_leave_unnamed(
    standing: Standing, tool: Tool, publication: str, auditors: tuple[str, ...], what: str
) -> None:
    level = at_level(standing, publication, auditors)
    other = [line for line in level.cases if not line.wins][3]
    case = level.aside[0] if what == "aside" else other.case
    unnamed = msgspec.structs.replace(case, organisation="某落选县数据局", recipient="某落选县李编外")
    if what == "aside":
        level = dataclasses.replace(level, aside=[unnamed])
    else:
        cases = [dataclasses.replace(line, case=unnamed) if line is other else line for line in level.cases]
        level = dataclasses.replace(level, cases=cases)
    named = unnamed.organisation if what == "aside" else getattr(unnamed, what)
    spaced = f"{named[:2]} {named[2:]}"
    text = text_of(tool, report_pdf(with_texts(level, f"明显不如{spaced}的材料"), "zh", public=True))
    assert plain(named) not in text and "明显不如" not in text
    assert "结果档案中有记载" in text and "答复涉及未公布的案例" in text
    full = text_of(tool, report_pdf(with_texts(level, f"明显不如{spaced}的材料"), "zh", public=False))
    assert full.count("明显不如") == 3
    harmless = text_of(tool, report_pdf(with_texts(level, "材料不实之处已核"), "zh", public=True))
    assert harmless.count("材料不实之处已核") == (2 if auditors else 3)


@pytest.mark.parametrize(("publication", "auditors"), LEVELS)
@pytest.mark.parametrize("by", [OBJECTOR, "王五甲、Li Ming (某大学)", "王五甲"])
def test_no_level_names_who_objected(
    standing: Standing, tool: Tool, publication: str, auditors: tuple[str, ...], by: str
) -> None:
    level = at_level(standing, publication, auditors)
    first, *others = level.objections
    level = dataclasses.replace(level, objections=[msgspec.structs.replace(first, by=by), *others])
    for name in by.replace(" (某大学)", "").split("、"):
        text = text_of(tool, report_pdf(with_texts(level, f"{name}反映的问题不实"), "zh", public=True))
        assert text.count("反映的问题不实") == (
            0 if auditors else 1
        )  # a comment, written before anybody objected
        assert "答复中有提出人的名称" in text and "异议提出人" in text


def test_the_name_of_a_winner_gives_nobody_away(standing: Standing) -> None:
    level = at_level(standing, "winners-scored")
    win, lose = next(c for c in level.cases if c.wins), next(c for c in level.cases if not c.wins)
    twin = msgspec.structs.replace(lose.case, organisation=win.case.organisation, recipient="某")
    cases = [dataclasses.replace(line, case=twin) if line is lose else line for line in level.cases]
    shown = disclosure(dataclasses.replace(level, cases=cases), public=True)
    assert not shown.betrays(f"{win.case.organisation}某年所报《{win.case.title}》材料翔实")
    assert shown.betrays(f"另一案《{twin.title}》")
    assert shown.betrays_objector(f"{OBJECTOR}来信") and not shown.betrays_objector("某单位来信")
    assert not disclosure(level, public=False).betrays_objector(OBJECTOR)


def test_the_same_input_gives_the_same_bytes_everywhere(
    standing: Standing, tmp_path: Path, elsewhere: Callable[[str], str]
) -> None:
    file = tmp_path / "standing"
    file.write_bytes(pickle.dumps(standing))
    code = (
        "import hashlib, pickle, pathlib; from review_app.model.publish.report import report_pdf;"
        f"standing = pickle.loads(pathlib.Path({str(file)!r}).read_bytes());"
        "print(hashlib.sha256(report_pdf(standing, 'zh', public=False)).hexdigest())"
    )
    assert elsewhere(code) == hashlib.sha256(report_pdf(standing, "zh", public=False)).hexdigest()


def test_every_total_is_a_dot(standing: Standing, tool: Tool, tmp_path: Path) -> None:
    content = report_pdf(standing, "zh", public=False)
    found = {
        number: text
        for number, text in enumerate(tool("pdftotext", content, "-raw", "{}", "-").split("\f"), start=1)
    }
    (page,) = (number for number, text in found.items() if "四、每份评分表的总分" in text and number > 2)
    tool("qpdf", content, "--qdf", "{}", "--pages", ".", str(page), "--", "out.pdf")
    curves = (tmp_path / "out.pdf").read_bytes().count(b" c\n")
    expected = 2  # in the legend
    for line in standing.cases:
        kept = {total for receipt, total in line.totals.items() if receipt not in line.left_out}
        trimmed = {line.totals[receipt] for receipt in line.left_out}
        expected += len(kept) + len(trimmed)
    assert curves / 4 == expected


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("names", ["usual", "long", "rare", "short"])
def test_nothing_leaves_the_page_and_no_words_collide(
    standing: Standing, tool: Tool, language: Language, names: str
) -> None:
    made = {
        "usual": lambda place, old: old,
        "long": lambda place, old: LONG[: 200 - place],
        "rare": lambda place, old: ("བོད་ལྗོངས་ཆབ་སྲིད།", "ئۇيغۇر تورى", "emoji 😀𠀀𪚥 case")[place % 3],
        "short": lambda place, old: "短",
    }[names]
    content = report_pdf(renamed(standing, made), language, public=False)
    # Quotation marks are an em wide in these faces, and set narrower among Latin letters: their boxes reach over.
    boxes = tool("pdftotext", content, "-bbox", "{}", "-")
    for page in boxes.split("<page ")[1:]:
        found = re.findall(
            r'Min="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)', page
        )
        words = [tuple(map(float, box)) for *box, text in found if not re.search("[’‘“”]", text)]
        for left, top, right, bottom in words:
            assert 60 < left < right < 536, (left, right)
            assert 20 < top < bottom < 830, (top, bottom)
        rows: dict[int, list[tuple[float, float, float]]] = {}
        for left, top, right, bottom in words:
            rows.setdefault(round(bottom), []).append((left, right, bottom - top))
        for row in rows.values():
            for (_, end, height), (start, _, _) in pairwise(sorted(row)):
                assert start > end - 0.4 * height, (end, start)  # marks share their blank halves


def test_what_no_font_has_stands_as_its_code_and_is_said(standing: Standing, tool: Tool) -> None:
    text = text_of(tool, report_pdf(renamed(standing, lambda place, old: f"{old}😀"), "zh", public=False))
    assert "<U+1F600>" in text
    assert "以下字符不在随附字体中" in text


def test_a_font_that_is_added_sets_what_was_missing(standing: Standing, tool: Tool) -> None:
    arabic = FontFile("NotoNaskhArabic.ttf", pylopdf_fonts_ar.serif_path().read_bytes())
    named = renamed(standing, lambda place, old: f"{old} ئۇيغۇر")
    assert "<U+0626>" in text_of(tool, report_pdf(named, "zh", public=False))
    content = report_pdf(named, "zh", public=False, fonts=[arabic])
    assert "U+06" not in text_of(tool, content)
    fonts = tool("pdffonts", content, "{}").splitlines()[2:]
    assert any("NaskhArabic" in line for line in fonts)
    assert all("yes yes yes" in line for line in fonts)
    tool("qpdf", content, "--check", "{}")


def test_rare_characters_of_a_title_and_of_a_body_come_from_the_added_font(
    standing: Standing, tool: Tool
) -> None:
    rare = "\U00020547\U0002a6b2"
    named = renamed(standing, lambda place, old: f"{rare[place % 2]}{old}")
    font = made_font("Campaign", {rare[0]: "永", rare[1]: "国"})
    assert "<U+20547>" in text_of(tool, report_pdf(named, "zh", public=True))
    content = report_pdf(named, "zh", public=True, fonts=[font])
    text = text_of(tool, content)
    assert "U+2" not in text
    for line in named.cases:
        assert plain(line.case.title) in text
        assert plain(line.case.organisation) in text
    assert any("Campaign" in line for line in tool("pdffonts", content, "{}").splitlines()[2:])
    tool("qpdf", content, "--check", "{}")


def test_a_result_without_a_draw_sheets_or_ranks_is_reported(standing: Standing, tool: Tool) -> None:
    undrawn = dataclasses.replace(
        standing,
        draw=None,
        seed=None,
        replicates=0,
        cases=[dataclasses.replace(line, interval=None, share=None) for line in standing.cases],
    )
    assert "公开抽签尚未进行" in text_of(tool, report_pdf(undrawn, "zh", public=True))
    empty = dataclasses.replace(
        standing,
        cases=[_unranked(line) for line in standing.cases],
        winners=[],
        line=None,
        sheets=[],
        without=[],
        remarks=[],
        receipts=[],
        states={},
        objections=[],
    )
    text = text_of(tool, report_pdf(empty, "zh", public=False))
    assert "没有案例得到名次" in text
    assert "没有收到异议" in text
    assert "没有书面意见" in text


def _unranked(line: CaseLine) -> CaseLine:
    return dataclasses.replace(
        line,
        ranked=dataclasses.replace(line.ranked, rank=None, score=None, sheets=0, used=0),
        wins=False,
        interval=None,
        share=None,
        totals={},
        left_out=frozenset(),
        means=[],
    )


@given(st.fractions(0, 10_000), st.fractions(Fraction(1, 100), 10_000))
def test_ticks_are_few_round_and_within(low: Fraction, spread: Fraction) -> None:
    ticks = nice_ticks(float(low), float(low + spread))
    assert 2 <= len(ticks) <= 7
    slack = float(spread) * 1e-6
    assert float(low) - slack <= ticks[0] < ticks[-1] <= float(low + spread) + slack
    steps = [right - left for left, right in pairwise(ticks)]
    assert max(steps) - min(steps) <= slack


def test_a_share_is_nought_or_a_hundred_only_where_it_is_so() -> None:
    assert [percent(share) for share in (0, 0.0005, 0.124, 0.5, 0.9999, 1)] == [
        "0%",
        "<1%",
        "12%",
        "50%",
        ">99%",
        "100%",
    ]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_both_languages_say_the_same_things(document: str) -> None:
    def leaves(table: object, path: str = "") -> dict[str, object]:
        if not isinstance(table, dict):
            return {path: table}
        return {
            key: value
            for name, each in table.items()
            for key, value in leaves(each, f"{path}.{name}").items()
        }

    chinese, english = (leaves(_load(document, language)) for language in ("zh", "en"))  # type: ignore[arg-type]
    assert chinese.keys() == english.keys()
    for key, value in chinese.items():
        other = english[key]
        if isinstance(value, str) and isinstance(other, str):
            gaps, others = (set(re.findall(r"\{([a-z-]+)\}", text)) for text in (value, other))
            assert others <= gaps or key == ".date", key
        else:
            assert isinstance(value, list)
            assert isinstance(other, list)
            assert len(value) == len(other)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_and_method_has_its_words(language: Language) -> None:
    words = Wording("report", language)
    for state in State:
        assert words(f"states.{state.value}")
    for method in get_args(Method):
        assert words(f"methods.{method}")
