"""The text of whole PDFs for the search, and how the lines of a page are read on."""

from __future__ import annotations

from array import array

import pytest

from review_app.ui.documents import pdf_text
from review_app.ui.documents.page_text import PageText, copied, joined
from review_app.ui.documents.pdf_text import PdfText
from tests.ui.documents import made_pdf
from tests.ui.documents.conftest import Guard
from tests.ui.documents.watch import LONGEST_GAP, children, longest_gap, spin


def texts_of(data: bytes, seconds: float = 20.0) -> list[str] | None:
    """What :class:`PdfText` says about ``data``; None when it fails."""
    answers: list[list[str] | None] = []
    reader = PdfText(data, seconds=seconds)
    reader.ready.connect(answers.append)
    reader.failed.connect(lambda: answers.append(None))
    reader.start()
    assert spin(lambda: bool(answers), 30)
    assert reader.process_id == 0
    return answers[0]


def test_the_text_of_every_page(guard: Guard) -> None:
    before = set(children())
    assert texts_of(made_pdf.sound(3)) == [f"{made_pdf.TITLE}第 {page} 页" for page in (1, 2, 3)]
    assert not set(children()) - before


def test_a_page_without_text_is_empty(guard: Guard) -> None:
    assert texts_of(made_pdf.endless_pages(5)) == [""] * 5


def test_what_can_not_be_opened_fails(guard: Guard) -> None:
    assert texts_of(b"%PDF-1.4 nothing") is None
    assert texts_of(made_pdf.hangs_when_opened(), 0.8) is None


def test_the_window_goes_on_while_a_page_of_a_million_characters_is_read(guard: Guard) -> None:
    texts: list[list[str] | None] = []
    gap = longest_gap(lambda: texts.append(texts_of(made_pdf.endless_text(1_000_000), 40)))
    assert gap < LONGEST_GAP
    assert texts[0] is not None
    assert len(texts[0]) == 1
    assert 90_000 < len(texts[0][0]) <= 100_000


def test_what_is_kept_of_a_document_is_limited(guard: Guard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_text, "CHARACTER_LIMIT", 20)
    texts = texts_of(made_pdf.sound(3))
    assert texts is not None
    assert len("".join(texts)) == 20
    assert texts[2] == ""


@pytest.mark.parametrize(
    ("page", "read"),
    [
        ("文化嘉\r\n定云", "文化嘉定云"),
        ("文化 嘉定", "文化嘉定"),
        ("public\r\nservice", "public service"),
        ("co\u00ad\r\noperate", "cooperate"),
        ("well\u00adknown", "wellknown"),
        ("2024\r\n年", "2024 年"),
        (" \r\n x \r\n", "x"),
        ("", ""),
    ],
)
def test_lines_are_read_on(page: str, read: str) -> None:
    text, places = joined(page)
    assert text == read
    assert len(places) == len(text)
    assert all(page[place] == letter for place, letter in zip(places, text, strict=True) if letter != " ")
    assert places == sorted(places)


def test_copied_lines_stay_lines() -> None:
    assert copied("one\r\ntwo\u00ad\r\nfold") == "one\ntwofold"


def test_words() -> None:
    page = PageText("See Jiading's 文化 web_site.", array("H", bytes(8 * 28)))
    assert [page.text[slice(*page.word_at(number))] for number in (0, 5, 14, 17, 25)] == [
        "See", "Jiading's", "文", "web_site", ".",
    ]  # fmt: skip
