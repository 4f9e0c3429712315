"""The list of nominations on paper."""

from __future__ import annotations

import re
from collections.abc import Callable

from review_app.model.publish.nomination_list import ListedNomination, render_nomination_list

STATES = ("received", "complete", "accepted", "returned")
SAID = ("材料不全", "材料齐全", "已受理", "已退回")
NOMINATIONS = [
    ListedNomination(
        f"第{number}项案例，名称长到要换行才放得下，换行以后不与右边的地区相撞",
        f"申报单位{number}",
        "湖北省武汉市",
        "政务公开",
        "expert" if number % 3 else "",
        STATES[number % 4],  # type: ignore[arg-type]
    )
    for number in range(1, 41)
]


def texts(tool: Callable[..., str], document: bytes) -> list[str]:
    pages = tool("pdftotext", document, "-raw", "{}", "-").split("\f")[:-1]
    return [re.sub(r"\s", "", page) for page in pages]


def test_every_nomination_stands_on_it_once_and_in_order(tool: Callable[..., str]) -> None:
    pages = texts(tool, render_nomination_list("网络理政案例", "第一届", NOMINATIONS, "湖北省"))
    assert len(pages) > 1
    whole = "".join(pages)
    places = [whole.index(f"第{number}项案例") for number in range(1, 41)]
    assert places == sorted(places)
    assert [whole.count(words) for words in SAID] == [10, 10, 10, 10]
    assert whole.count("专家推荐") == sum(one.route == "expert" for one in NOMINATIONS)
    assert "只列出：湖北省" in pages[0] and "共40件" in pages[0]
    for number, page in enumerate(pages, start=1):
        assert f"第{number}页，共{len(pages)}页" in page and "序号" in page


def test_the_same_list_gives_the_same_bytes_and_odd_characters_are_named(tool: Callable[..., str]) -> None:
    odd = [ListedNomination("案例\U0001f600名", "", "", "", "", "received")]
    once, again = (render_nomination_list("评选", "2026", odd) for _ in range(2))
    assert once == again
    assert "<U+1F600>" in texts(tool, once)[0]
    assert "只列出" not in texts(tool, once)[0]
