"""Damaged text: each kind found and undone, and real Chinese text left exactly as it is."""

from __future__ import annotations

import hypothesis
import pytest
from hypothesis import strategies as st

from review_app.model.files import asset_path
from review_app.model.nomination.repair import FINDERS, RepairCode, apply_repair, repairs_of

TEXT = """## 从“能上网”到“一张网”

网上办事发展到一定阶段，矛盾便由有没有转为统不统一。每个部门都有自己的系统、账号和流程，申请人仍要记住许多入口。

| 指标 | 数值 |
| --- | --- |
| 累计办件 | 1.73亿 |

- 举措回答改了什么；
- 事项回答覆盖了什么。
"""
READINGS = {
    "网": "wǎng",
    "络": "luò",
    "理": "lǐ",
    "政": "zhèng",
    "服": "fú",
    "务": "wù",
    "群": "qún",
    "众": "zhòng",
}
"""As a dictionary gives them."""


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("latin-1", "utf-8"), ("cp1252", "utf-8"), ("latin-1", "gb18030"), ("gb18030", "utf-8")],
)
def test_mojibake_is_turned_back_line_by_line(wrong: str, right: str) -> None:
    lines = ["网络理政以数据公开为基础，回应群众关切。", "办理结果逐月向社会公布，接受监督。"]
    for line in lines:
        try:
            damaged = line.encode(right).decode(wrong)
        except (
            UnicodeDecodeError
        ):  # not every byte has a character there: then it can't be turned back either
            continue
        text = f"完好的一行。\n{damaged}\n又一行，也完好。"
        assert apply_repair(text, "mojibake") == f"完好的一行。\n{line}\n又一行，也完好。"


def test_what_lost_bytes_is_not_guessed() -> None:
    lost = "网络理政以数据公开为基础".encode()[:-1].decode("gb18030", "replace")
    for text in (lost, "锟斤拷锟斤拷锟斤拷锟斤拷", "烫烫烫烫烫烫烫烫"):
        assert apply_repair(text, "mojibake") == text


@pytest.mark.parametrize("brackets", ["（）", "()"])
def test_readings_in_brackets(brackets: str) -> None:
    before, after = brackets
    plain = "网络理政服务群众，"
    damaged = "".join(c + (f"{before}{READINGS[c]}{after}" if c in READINGS else "") for c in plain)
    assert apply_repair(f"# {damaged}继续。", "pinyin") == f"# {plain}继续。"
    toneless = damaged.translate(str.maketrans("ǎòǐèúùóā", "aoieuuoa"))
    assert apply_repair(toneless, "pinyin") == plain
    words = f"网络{before}wǎng luò{after}理政{before}lǐ zhèng{after}好。"
    assert apply_repair(words, "pinyin") == "网络理政好。"


def test_doubled_characters() -> None:
    damaged = "\n".join("".join(c * 2 for c in line) for line in TEXT.split("\n"))
    assert apply_repair(damaged, "doubled") == TEXT
    title = "一一网网通通办办服服务务平平台台"
    assert apply_repair(title, "doubled") == "一网通办服务平台"


def test_full_width_digits_and_letters() -> None:
    assert apply_repair("２０１６年，Ａ类３．５万件，第１２条", "width") == "2016年，A类3.5万件，第12条"


def test_lines_broken_where_they_were_full() -> None:
    whole = "网上办事发展到一定阶段，矛盾便由有没有转为统不统一，每个部门都有自己的系统、账号和流程，单独看都算便利。"
    wrapped = "\n".join(whole[start : start + 20] for start in range(0, len(whole), 20))
    text = f"## 标题\n\n{wrapped}\n\n- 第一条\n- 第二条\n"
    assert apply_repair(text, "broken-lines") == f"## 标题\n\n{whole}\n\n- 第一条\n- 第二条\n"
    spaced = "\n\n".join(whole[start : start + 13] for start in range(0, len(whole) - 1, 13))
    assert apply_repair(spaced, "broken-lines") == whole


UNTOUCHED = [
    TEXT,
    "人工智能（ai）与政务服务（app）、浙里办（zhe）、一网通办(e)；汉（hàn）字（zì）的读音。",
    "甪（lù）直镇与尉（yù）迟村的议事厅，番禺（pān yú）区的热线。",
    "干干净净、明明白白、高高兴兴、方方面面、红红火火。",
    "干干净净明明白白",
    "2016年，A类3.5万件，占 60%；“12345”热线。",
    "  春眠不觉晓，\n处处闻啼鸟。\n夜来风雨声，\n花落知多少。",
    "一、工作背景\n二、主要做法\n三、取得成效",
    "一、这一部分说明为什么要把各部门的系统合在一起\n二、这一部分说明合在一起之后的日常运营由谁承担",
    "申报单位：示例市大数据中心\n联系人：张某，电话 010-00000000\n",
    "Ils préfèrent être là où l'été s'achève, où la forêt se fête – à Noël déjà, ça va.",
    "————————\n======\n哈哈哈哈\n…………",
    "他说：“请看附件（图1）。”随后（3月）公布（详见表2）。",
    "公积金中心主任办公会议通过了关于进一步优化网上服务流程的通知\n\n各区县管理部：",
    "",
]


@pytest.mark.parametrize("text", UNTOUCHED)
def test_real_text_is_not_touched(text: str) -> None:
    assert repairs_of({"dossier": text}) == []


def test_the_sample_campaign_is_not_touched() -> None:
    found = {}
    for file in sorted(asset_path("sample/nominations").glob("*/case.md")):
        if not file.parent.name.startswith("x"):
            text = file.read_text("utf-8").split("\n---\n", 1)[1]
            found |= {(file.parent.name, r.code): r.places for r in repairs_of({"dossier": text})}
    assert found == {}


def test_where_it_was_changed_is_shown() -> None:
    (repair,) = repairs_of({"summary": "２０１６年至２０１８年"})
    assert (repair.code, repair.field, repair.after) == ("width", "summary", "2016年至2018年")
    assert [repair.before[p.start : p.end] for p in repair.places] == ["２０１６", "２０１８"]
    assert [repair.after[p.after_start : p.after_end] for p in repair.places] == ["2016", "2018"]


@hypothesis.given(
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200), st.sampled_from(list(FINDERS))
)
def test_any_text_comes_out_as_announced(text: str, code: RepairCode) -> None:
    for repair in repairs_of({"dossier": text}):
        kept, position = [], 0
        for place in repair.places:
            kept += [text[position : place.start], repair.after[place.after_start : place.after_end]]
            position = place.end
        assert "".join([*kept, text[position:]]) == repair.after
    assert isinstance(apply_repair(text, code), str)
