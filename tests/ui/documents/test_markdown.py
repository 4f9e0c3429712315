"""Dossier text becomes blocks that nothing can hide in and that stay small."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review_app.ui.documents.blocks import (
    CELL,
    COLUMNS,
    MARKS,
    PIECE,
    RUNS,
    TABLE_WEIGHT,
    Block,
    Kind,
    Style,
    decoded,
    picture_name,
    shown,
)
from review_app.ui.documents.markdown import PARSED, PARSED_LINES, blocks_of, parsed, parsed_head
from tests.ui.documents.watch import VECTORS


def text_of(blocks: list[Block]) -> str:
    """All characters of the blocks, cells included."""
    parts = []
    for block in blocks:
        parts.append("".join(run.text for run in block.runs))
        parts += ["".join(run.text for run in cell) for row in block.rows for cell in row]
    return "\n".join(parts)


def test_blocks_of_a_dossier() -> None:
    source = (
        "## 做法\n\n甲*乙***丙**`丁`[戊](http://x/)\n\n> 引文\n\n3. 三\n4. 四\n   - 五\n\n"
        "| 甲 | 乙 |\n| --- | ---: |\n| 1 | 2 |\n\n![图一](a.png)\n\n---\n\n    code\n"
    )
    blocks = blocks_of(source)
    assert [block.kind.value for block in blocks] == [
        "heading", "paragraph", "paragraph", "paragraph", "paragraph", "paragraph", "table", "figure", "rule", "code",
    ]  # fmt: skip
    heading, paragraph, quote, third, fourth, bullet, table, figure, _, code = blocks
    assert heading.level == 2
    assert [(run.text, run.styles, run.link) for run in paragraph.runs] == [
        ("甲", frozenset(), ""),
        ("乙", frozenset({Style.EMPHASIS}), ""),
        ("丙", frozenset({Style.STRONG}), ""),
        ("丁", frozenset({Style.CODE}), ""),
        ("戊", frozenset(), "http://x/"),
    ]
    assert (quote.quote, quote.depth) == (1, 0)
    assert [(item.marker, item.depth) for item in (third, fourth, bullet)] == [("3.", 1), ("4.", 1), ("◦", 2)]
    assert [["".join(run.text for run in cell) for cell in row] for row in table.rows] == [
        ["甲", "乙"],
        ["1", "2"],
    ]
    assert table.aligned == ("left", "right")
    assert (figure.picture, figure.runs[0].text) == ("a.png", "图一")
    assert code.runs[0].text == "code"


def test_line_breaks_between_chinese_characters_are_no_spaces() -> None:
    assert text_of(blocks_of("中文\n中文\nlatin\nwords")) == "中文中文 latin words"
    assert text_of(blocks_of("一行  \n二行")) == "一行\n二行"


def test_html_is_text() -> None:
    source = '<script>alert(1)</script> <img src="x.png">'
    blocks = blocks_of(source)
    assert text_of(blocks) == source
    assert {block.kind for block in blocks} == {Kind.PARAGRAPH}


@pytest.mark.parametrize(
    "address",
    ["../a.png", "/a.png", "\\a.png", "a/b.png", "C:a.png", "file:a.png", "http://x/a.png", "..", "", "a%2fb.png",
     "a%5Cb.png", "a.png?x", "a.png#x", "a\u202e.png", "a%00.png", "x" * 300],
)  # fmt: skip
def test_only_plain_names_are_attachments(address: str) -> None:
    assert picture_name(address) == ""


def test_names_of_attachments() -> None:
    assert picture_name("图1.png") == "图1.png"
    assert picture_name("%E5%9B%BE%201.png") == "图 1.png"


def test_format_characters_are_visible() -> None:
    blocks = blocks_of((VECTORS / "dossier" / "bidi.md").read_text("utf-8"))
    assert (
        text_of(blocks) == "Score \\u{202e}001\\u{202c} of 100, name \\u{2066}x\\u{2069}, zero\\u{200b}width"
    )
    assert "\\u{202e}" in text_of(blocks_of("&#x202e;x"))


def test_combining_marks_are_cut() -> None:
    assert shown("a" + "\u0301" * 500 + "b") == "a" + "\u0301" * MARKS + "…b"
    assert shown("a" + "\u0301" * MARKS + "b") == "a" + "\u0301" * MARKS + "b"


def test_too_deep_is_shown_as_written() -> None:
    source = (VECTORS / "dossier" / "deep_list.md").read_text("utf-8")[:100_000]
    blocks = blocks_of(source)
    assert blocks[0].kind is Kind.TOO_DEEP
    assert text_of(blocks[1:]).count("- x") == source.count("- x")


def test_too_long_is_shown_as_written() -> None:
    blocks = blocks_of("*a* " * (PARSED // 4 + 1))
    assert blocks[0].kind is Kind.TOO_LONG
    assert text_of(blocks[1:]).count("*a*") == PARSED // 4 + 1


def test_too_many_lines_are_shown_as_written() -> None:
    blocks = blocks_of("- a\n" * (PARSED_LINES + 1))
    assert blocks[0].kind is Kind.TOO_LONG
    assert text_of(blocks[1:]).count("- a") == PARSED_LINES + 1


def test_too_wide_is_shown_as_written() -> None:
    source = (VECTORS / "dossier" / "table_wide.md").read_text("utf-8")
    blocks = blocks_of(source)
    assert blocks[0].kind is Kind.TOO_WIDE
    assert blocks[0].level > COLUMNS
    assert text_of(blocks[1:]).replace("\n", "") == source.replace("\n", "")
    wordy = blocks_of("|a|b|\n|-|-|\n|" + "x" * (CELL + 1) + "|y|\n")
    assert wordy[0].kind is Kind.TOO_WIDE


def test_long_tables_lose_no_row() -> None:
    source = "|甲|乙|\n|-|-|\n" + "".join(f"|{number}|{number}|\n" for number in range(2000))
    blocks = blocks_of(source)
    assert len(blocks) > 1
    assert all(block.rows[0] == blocks[0].rows[0] for block in blocks)
    assert [block.continues for block in blocks] == [False] + [True] * (len(blocks) - 1)
    numbers = [row[0][0].text for block in blocks for row in block.rows[1:]]
    assert numbers == [str(number) for number in range(2000)]


def test_bytes_that_are_no_text() -> None:
    assert "\ufffd" in decoded((VECTORS / "dossier" / "invalid_utf8.md").read_bytes())
    assert text_of(blocks_of("a\0b")) == "a\ufffdb"


def check_small(blocks: list[Block]) -> None:
    for block in blocks:
        assert sum(len(run.text) for run in block.runs) <= PIECE + 64
        assert len(block.runs) <= RUNS
        assert len(block.rows) <= 1 + TABLE_WEIGHT // 60
        for character in "".join(run.text for run in block.runs):
            assert character == "\n" or unicodedata.category(character) not in {"Cc", "Cf", "Zl", "Zp"}


@pytest.mark.parametrize("path", sorted((VECTORS / "dossier").glob("*.md")), ids=lambda path: path.name)
def test_vectors_become_small_blocks(path: object) -> None:
    check_small(blocks_of(decoded(path.read_bytes())))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "source",
    ["[" * 16_000, "![" * 8_000, "**a** *b* " * 1_600, "- " * 8_000, ">" * 16_000, "`" * 16_000, "[a](x) " * 2_000,
     "|a" * 20 + "|\n" + "|-" * 20 + "|\n" + ("|" + "b" * 300) * 20 + "|\n", "a\n" * 8_000, "\\\n" * 8_000],
)  # fmt: skip
def test_made_to_explode(source: str) -> None:
    check_small(blocks_of(source))


@given(
    st.text(st.characters(codec="utf-8"), max_size=300)
    | st.text("ab *_`>-#|![]()\\\n\t1.&;:\u202e字", max_size=300)
)
def test_any_text_becomes_small_blocks(source: str) -> None:
    check_small(blocks_of(source))


@given(st.lists(st.text("abc字文", min_size=1, max_size=30), min_size=1, max_size=20))
def test_plain_words_all_arrive(words: list[str]) -> None:
    assert text_of(blocks_of("\n\n".join(words))).split("\n") == words


def test_the_head_is_read_as_the_whole_reads_it() -> None:
    paragraph = "文化场馆自行发布场次，票务与线下取票打通。" * 6
    parts = [f"## 第{number}节\n\n{paragraph}[^n]\n\n- 甲\n- 乙" for number in range(60)]
    text = "\n\n".join(parts) + "\n\n[^n]: 注"
    head, whole = parsed_head(text), parsed(text)
    assert 4 < len(head.blocks) < 80
    assert whole.blocks[: len(head.blocks)] == head.blocks
    assert whole.weights[: len(head.weights)] == head.weights


@pytest.mark.parametrize("text", ["字" * 9000, "x\n\n" + "字" * 200_000, "- a\n\n" * 2000])
def test_where_the_head_tells_nothing_it_says_nothing(text: str) -> None:
    assert parsed_head(text).blocks == []


def test_footnotes_are_numbered_as_they_are_referred_to() -> None:
    source = (
        "甲[^b]乙[^a]丙[^none]`[^a]`\n\n[^a]: 注*一*[^b]\n续行\n[^b]: 注二\n[^b]: 又一个\n\n"
        "[^c]: 无人提及\n\n后文\n"
    )
    blocks = blocks_of(source)
    assert [(run.text, run.note) for run in blocks[0].runs] == [
        ("甲", 0), ("1", 1), ("乙", 0), ("2", 2), ("丙[^none]", 0), ("[^a]", 0),
    ]  # fmt: skip
    assert text_of(blocks[1:2]) == "后文"
    notes = blocks[2:]
    assert [(note.kind, note.number, text_of([note])) for note in notes] == [
        (Kind.NOTE, 1, "注二"),
        (Kind.NOTE, 2, "注一1续行"),
        (Kind.NOTE, 3, "又一个"),
        (Kind.NOTE, 4, "无人提及"),
    ]


def test_figures_are_numbered_and_refused_ones_are_not() -> None:
    blocks = blocks_of("![甲](a.png)\n\n![乙](../b.png)\n\n![丙](c.jpg)\n")
    assert [(block.picture, block.number) for block in blocks] == [("a.png", 1), ("", 0), ("c.jpg", 2)]
