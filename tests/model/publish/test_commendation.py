"""Words of commendation: what the letter says and doesn't, and the form there and back."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from review_app.model.errors import InputError
from review_app.model.nomination.forms import form_docx
from review_app.model.publish.commendation import (
    read_commendation,
    read_return,
    request_letter,
    requests_docx,
    requests_pdf,
    return_form,
)
from review_app.model.publish.ooxml import packed
from review_app.model.publish.wording import LANGUAGES, Language
from review_app.model.result.ranking import rounded_text
from review_app.model.workspace.campaign import Settings
from review_app.model.workspace.commendations import Words
from review_app.model.workspace.standing import Standing
from tests.model.nomination.office import needs_office, save_as

UNTIL = datetime.date(2026, 12, 20)
TEXT = "第一段：<把诉求>归到一处 & 办到哪一步都看得见。\n第二段：*别处*也能学。"
ROW = re.compile(r"(<w:tr>.*?</w:tr>)", re.DOTALL)


def filled(form: bytes, **texts: str) -> bytes:
    """The form with words typed into cells, named by the place of their row from 0."""
    with zipfile.ZipFile(io.BytesIO(form)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    parts = ROW.split(members["word/document.xml"].decode("utf-8"))
    for name, text in texts.items():
        place = 1 + 2 * int(name.removeprefix("row"))
        lines = [
            line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for line in text.split("\n")
        ]
        typed = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
        head, cell = parts[place].rsplit("<w:p>", 1)
        parts[place] = f"{head}{typed}{cell[cell.index('</w:p>') + len('</w:p>') :]}"
    members["word/document.xml"] = "".join(parts).encode("utf-8")
    return packed(members)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_is_read_back(standing: Standing, language: Language) -> None:
    case = standing.winners[2]
    form = filled(
        return_form(standing, case, language), row4=TEXT, row5="孙 丽", row6="示例大学", row7="院长"
    )
    assert read_return(form, "回复.docx") == (case, Words("孙 丽", "院长", "示例大学", TEXT))
    assert read_commendation(form).text == TEXT


def test_what_is_known_of_the_author_stands_in_the_form(standing: Standing) -> None:
    form = filled(return_form(standing, standing.winners[1], "zh"), row4="好。")
    assert read_commendation(form) == Words("钱芳", "研究员", "示例研究院", "好。")


@needs_office
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_survives_another_program(standing: Standing, tmp_path: Path, language: Language) -> None:
    case = standing.winners[2]
    file = tmp_path / "form.docx"
    file.write_bytes(filled(return_form(standing, case, language), row4=TEXT, row5="孙丽", row7="院长"))
    (tmp_path / "out").mkdir()
    saved = save_as(file, "docx", tmp_path / "out").read_bytes()
    assert read_return(saved) == (case, Words("孙丽", "院长", "", TEXT))


def test_an_unfinished_form_names_the_field(standing: Standing) -> None:
    case = standing.winners[2]
    with pytest.raises(InputError) as failure:
        read_return(return_form(standing, case, "zh"), "a.docx")
    assert (failure.value.code, failure.value.params["field"]) == ("commendation-form-unfinished", "text")
    with pytest.raises(InputError) as failure:
        read_return(filled(return_form(standing, case, "zh"), row4=TEXT), "a.docx")
    assert failure.value.params["field"] == "author"


def test_other_documents_are_refused(standing: Standing) -> None:
    with pytest.raises(InputError, match="commendation-form-invalid"):
        read_return(form_docx(Settings(title="甲")), "a.docx")
    letter = request_letter(standing, standing.winners[0], "zh", until=UNTIL)
    with pytest.raises(InputError, match="commendation-form-invalid"):
        read_return(requests_docx([letter], "zh"))
    for broken in (b"", b"PK", return_form(standing, standing.winners[0], "zh")[:-400]):
        with pytest.raises(InputError, match="document-invalid"):
            read_return(broken, "a.docx")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letter_asks_and_tells_no_score(
    standing: Standing, tool: Callable[..., str], language: Language
) -> None:
    letters = [
        request_letter(standing, case, language, until=UNTIL, contact="award@example.org")
        for case in standing.winners
    ]
    content = requests_pdf(letters, language)
    tool("qpdf", content, "--check", "{}")
    pages = tool("pdftotext", content, "-raw", "{}", "-").split("\f")
    assert len(pages) == len(letters) + 1
    for page, case_id in zip(pages, standing.winners, strict=False):
        line, text = standing.case(case_id), "".join(page.split())
        assert "".join(line.case.title.split()) in text
        assert "".join(line.case.summary.split()) in text
        assert "award@example.org" in text
        assert ("2026年12月20日" if language == "zh" else "20December2026") in text
        assert line.ranked.score is not None
        assert rounded_text(line.ranked.score) not in text
        assert ("第 " not in page) or language == "en"
    assert "赵明教授" in pages[0] or language == "en"
    assert all(line.wins for line in map(standing.case, standing.winners))
    assert requests_pdf(letters, language) == content
    assert requests_docx(letters, language) == requests_docx(letters, language)
