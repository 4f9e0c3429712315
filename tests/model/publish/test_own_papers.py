"""What an expert prints for the own files: the receipt names nobody, the own scores say on every page what they are."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from review_app.model.publish.own_scores import OwnCase, OwnScores, render_own_scores
from review_app.model.publish.receipt_page import ReceiptSheet, render_receipt

SHEET = ReceiptSheet(
    title="网络理政十大创新案例专家评审（样例）",
    edition="2026年度",
    receipt="7K3M-9PQ2-XW4T/3",
    delivery_code="B2C4-88QX-0ZTR",
    revision=3,
    file_name="评分表-7K3M9Q.scoresheet",
    instructions="发送至 review@example.org\n或拷入U盘交监督人",
)
CASES = tuple(
    OwnCase(
        str(number) if number <= 20 else "",
        f"案例 {number}，名称长到要换行才放得下，换行以后不与右边的分数相撞",
        (number % 10 + 1, 2, 3, 4, 5),
        str(40 - number) if number <= 20 else "",
        "scored" if number <= 20 else "recused",
        f"评语第{number}条" if number % 2 else "",
    )
    for number in range(1, 25)
)
OWN = OwnScores(
    "网络理政创新案例（样例）",
    "2026年度",
    ("创新性", "重要性", "参与度", "治理效果", "可推广度"),
    1,
    10,
    "50",
    CASES,
    ((1, "7K3M-9PQ2-XW4T/1"),),
)

Tool = Callable[..., str]


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def pages(tool: Tool, document: bytes) -> list[str]:
    return [squeezed(page) for page in tool("pdftotext", document, "-raw", "{}", "-").split("\f")[:-1]]


def test_the_receipt_says_both_codes_and_how_to_use_them(
    tool: Tool, qr_codes: Callable[[bytes, int], list[str]]
) -> None:
    document = render_receipt(SHEET)
    (page,) = pages(tool, document)
    for text in (SHEET.title, SHEET.receipt, SHEET.delivery_code, SHEET.file_name, "第3版", "revision3"):
        assert squeezed(text) in page
    assert page.index("寄出评分表文件") < page.index("review@example.org") < page.index("核对是否寄到")
    assert "本页不含姓名、时间和电脑信息" in page
    assert qr_codes(document, 150) == [f"{SHEET.receipt}\n{SHEET.delivery_code}"]


def test_long_instructions_get_pages_of_their_own(tool: Tool) -> None:
    lines = [f"第 {number} 条寄回说明" for number in range(1, 71)]
    found = pages(tool, render_receipt(replace(SHEET, instructions="\n".join(lines))))
    assert len(found) == 3
    assert "寄回说明" not in found[0].replace("组织方的寄回说明", "").replace("按组织方的说明", "")
    assert all(squeezed(line) in found[1] + found[2] for line in lines)


@pytest.mark.parametrize("document", [render_receipt(SHEET), render_own_scores(OWN)], ids=["receipt", "own"])
def test_the_file_says_nothing_of_who_and_when(document: bytes, tool: Tool) -> None:
    information = dict(re.findall(r"^(\S+): +(.+)$", tool("pdfinfo", document, "{}"), re.MULTILINE))
    assert not {"Author", "Subject", "Keywords", "CreationDate", "ModDate"} & set(information)
    assert "No syntax or stream encoding errors found" in tool("qpdf", document, "--check", "{}")
    for line in tool("pdffonts", document, "{}").splitlines()[2:]:
        assert re.match(r"[A-Z]{6}\+\S+ +TrueType +WinAnsi +yes yes yes", line)


def test_the_same_receipt_gives_the_same_bytes_anywhere(elsewhere: Callable[[str], str]) -> None:
    code = (
        "import hashlib\n"
        "from review_app.model.publish.receipt_page import ReceiptSheet, render_receipt\n"
        f"print(hashlib.sha256(render_receipt({SHEET!a})).hexdigest())"
    )
    assert elsewhere(code) == hashlib.sha256(render_receipt(SHEET)).hexdigest()


def test_own_scores_are_marked_private_on_every_page_and_complete(tool: Tool) -> None:
    found = pages(tool, render_own_scores(OWN))
    assert len(found) > 1
    for number, page in enumerate(found, start=1):
        assert page.startswith("私人文件·不交回，不转发")
        assert f"第{number}页，共{len(found)}页" in page
    whole = "".join(found)
    assert "谁拿到这份文件，谁就能认出哪一行是您的" in whole
    for case in CASES:
        assert squeezed(case.comment) in whole
    assert whole.count("已回避") == 4


def test_rows_do_not_run_into_each_other(tool: Tool) -> None:
    """Every score of a row lies right of its title, at the row's height."""
    boxes = re.findall(
        r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]+)<',
        tool("pdftotext", render_own_scores(OWN), "-l", "1", "-bbox", "{}", "-"),
    )
    titles = [(float(right), float(top)) for _, top, right, _, word in boxes if word.startswith("案例")]
    totals = {word: (float(left), float(top)) for left, top, _, _, word in boxes if word in ("39", "38")}
    assert titles and len(totals) == 2
    assert all(right < totals["39"][0] for right, _ in titles)


def test_signs_that_the_faces_lack_stand_as_their_code(tool: Tool) -> None:
    (page,) = pages(tool, render_receipt(replace(SHEET, title="评审😀")))
    assert "评审<U+1F600>" in page
    one = replace(CASES[0], comment="很好 😀", title="案例😀")
    whole = "".join(pages(tool, render_own_scores(replace(OWN, cases=(one,)))))
    assert "很好<U+1F600>" in whole and "案例<U+1F600>" in whole


def test_many_criteria_are_numbered_and_explained(tool: Tool) -> None:
    names = tuple(f"准则之{number}" for number in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉")
    case = OwnCase("1", "案例", tuple(range(1, 21)), "210", "scored")
    (page,) = pages(tool, render_own_scores(replace(OWN, criteria=names, cases=(case,), receipts=())))
    assert all(name in page for name in names)
    assert "案例1234567891011121314151617181920总分" in page
    assert "11234567891011121314151617181920210案例" in page
