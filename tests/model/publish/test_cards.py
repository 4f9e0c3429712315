"""Ballot cards on paper: what stands on them, what doesn't, and that they give nothing away."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from review_app.model.crypto.ballot_card import BallotCard, new_card
from review_app.model.errors import InputError, UsageError
from review_app.model.publish.cards import CardSheet, PrintedCard, render_cards

SHEET = CardSheet(
    title="网络理政十大创新案例专家评审（样例）",
    edition="2026年度",
    round_id_short="7K3M-9PQ2-XW4T",
    organizers=("示例大学发展研究院", "示例省网络理政研究会"),
    organizer_key_short="B2C4-88QX-0ZTR",
    return_note="把评分表文件作为附件发送至 review@example.org，或拷入U盘交监督人。",
)
CARDS = [
    PrintedCard(BallotCard(symbols).printed(), lookup)
    for symbols, lookup in (
        ("0123456789ABCDEFGHJKMN", "0f15370500112233445566778899aabb"),
        ("PQRSTVWXYZ0123456789AB", "72e283fb00112233445566778899aabb"),
    )
]


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.fixture(scope="module")
def document() -> bytes:
    return render_cards(CARDS, SHEET)


def test_each_page_holds_its_own_card_in_the_order_given(document: bytes, tool: Callable[..., str]) -> None:
    pages = [squeezed(page) for page in tool("pdftotext", document, "-raw", "{}", "-").split("\f")[:-1]]
    assert len(pages) == 2
    for page, card, other in zip(pages, CARDS, CARDS[::-1], strict=True):
        rows = card.secret[:14], card.secret[15:]
        assert all(row in page for row in rows)
        assert not any(row in page for row in (other.secret[:14], other.secret[15:]))
        assert f"{card.lookup[:4]}-{card.lookup[4:8]}" in page
        assert card.lookup[:9] not in page.replace("-", "")
        assert "评分卡—仅限本人拆封" in page
        for text in (SHEET.title, SHEET.edition, *SHEET.organizers, SHEET.return_note):
            assert squeezed(text) in page
        assert SHEET.round_id_short in page and SHEET.organizer_key_short in page
        assert "大小写、连字符和空格都不影响" in page and "没有字母I、L、O、U" in page
        assert "印制卡片的人知道卡号" in page and "结果确定后请销毁本卡" in page


def panels(tool: Callable[..., str], document: bytes) -> dict[str, list[float]]:
    """Words of the first page with the heights (points from the top) at which they begin and end."""
    boxes = re.findall(
        r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]+)<',
        tool("pdftotext", document, "-l", "1", "-bbox", "{}", "-"),
    )
    return {word: [float(top), float(bottom)] for top, bottom, word in boxes}


def test_the_secret_lies_wholly_in_the_panel_that_is_folded_in(
    document: bytes, tool: Callable[..., str]
) -> None:
    third = 99 * 72 / 25.4
    heights = panels(tool, document)
    outside = [word for word, (top, _) in heights.items() if top < third]
    assert any("仅限本人拆封" in word for word in outside)
    assert not any(re.search(r"[0-9A-Z]{4}-|7K3M|B2C4|0f15", word) for word in outside)
    symbols = [(top, bottom) for word, (top, bottom) in heights.items() if bottom - top > 28]
    assert symbols
    assert all(third < top and bottom < 2 * third for top, bottom in symbols)


def test_there_is_no_code_to_scan(
    document: bytes, tool: Callable[..., str], qr_codes: Callable[[bytes, int], list[str]]
) -> None:
    assert len(tool("pdfimages", document, "-list", "{}").splitlines()) == 2  # nothing below the heading
    assert qr_codes(document, 150) == ["", ""]


def test_fonts_and_structure(document: bytes, tool: Callable[..., str]) -> None:
    lines = tool("pdffonts", document, "{}").splitlines()[2:]
    assert {line.split()[0].split("-")[0][7:] for line in lines} == {"NotoSansSC", "NotoSerifSC"}
    for line in lines:
        assert re.match(r"[A-Z]{6}\+\S+ +TrueType +WinAnsi +yes yes yes", line)
    assert "No syntax or stream encoding errors found" in tool("qpdf", document, "--check", "{}")


def test_the_file_names_nobody_and_no_time(document: bytes, tool: Callable[..., str]) -> None:
    information = dict(re.findall(r"^(\S+): +(.+)$", tool("pdfinfo", document, "{}"), re.MULTILINE))
    assert information["Title"] == "评分卡 / Ballot cards"
    assert not {"Author", "Subject", "Keywords", "CreationDate", "ModDate"} & set(information)


def test_the_same_cards_give_the_same_bytes_anywhere(
    document: bytes, elsewhere: Callable[[str], str]
) -> None:
    assert render_cards(CARDS, SHEET) == document
    assert render_cards(CARDS[::-1], SHEET) != document
    pairs = [(card.secret, card.lookup) for card in CARDS]
    there = elsewhere(
        "import hashlib; from review_app.model.publish.cards import *;"
        f"cards = [PrintedCard(*pair) for pair in {pairs!a}];"
        f"print(hashlib.sha256(render_cards(cards, {SHEET!a})).hexdigest())"
    )
    assert there == hashlib.sha256(document).hexdigest()


def test_fonts_say_nothing_about_which_cards_were_printed() -> None:
    def names(secret: str) -> list[bytes]:
        return re.findall(rb"/BaseFont (\S+)", render_cards([replace(CARDS[0], secret=secret)], SHEET))

    assert names(CARDS[0].secret) == names("-".join(["0000"] * 6)) != []


def test_a_fresh_card_can_be_read_off_the_page(tool: Callable[..., str]) -> None:
    card = new_card()
    page = render_cards([PrintedCard(card.printed(), "ab" * 16)], SHEET)
    text = squeezed(tool("pdftotext", page, "-raw", "{}", "-"))
    row = r"((?:[0-9A-Z]{4}-){2}[0-9A-Z]{4})"
    rows = re.search(row + row, text)
    assert rows is not None
    assert "-".join(rows.groups()) == card.printed()


def test_a_card_does_not_show_its_secret_by_accident() -> None:
    assert CARDS[0].secret not in repr(CARDS[0])
    with pytest.raises(ValueError, match="six groups") as failure:
        PrintedCard("IL0O-0000-0000-0000-0000-0000", "ab" * 16)
    assert "IL0O" not in str(failure.value)
    with pytest.raises(ValueError, match="32 lower-case"):
        PrintedCard(CARDS[0].secret, "AB" * 16)


def test_long_titles_and_notes_fit_or_are_named(tool: Callable[..., str]) -> None:
    note = "请将导出的评分表文件作为附件发送，邮件主题写“评分表”即可，不必署名；" * 4
    title = (
        "示例省第三届网络理政与数字政府建设十大创新案例暨基层治理共同体建设优秀实践评审（Governance Review）"
    )
    document = render_cards(CARDS, replace(SHEET, return_note=note, title=title))
    page = squeezed(tool("pdftotext", document, "-raw", "{}", "-"))
    assert note in page and squeezed(title) in page
    parts = {"return_note": note * 6, "title": title * 4, "edition": title * 2, "organizers": title * 3}
    for part, text in parts.items():
        change = {part: (text,) if part == "organizers" else text}
        with pytest.raises(InputError) as failure:
            render_cards(CARDS, replace(SHEET, **change))
        assert (failure.value.code, failure.value.params) == ("card-text-too-long", {"part": part})


def test_no_cards_and_unknown_characters_are_refused() -> None:
    with pytest.raises(UsageError) as failure:
        render_cards([], SHEET)
    assert failure.value.code == "nothing-to-print"
    with pytest.raises(InputError) as missing:
        render_cards(CARDS, replace(SHEET, title="示例😀"))
    assert missing.value.code == "glyph-missing"
