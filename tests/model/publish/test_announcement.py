"""The draft of the announcement: who is named, in which order, what is left blank; Markdown stays text."""

from __future__ import annotations

import dataclasses
import datetime
import json
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest
from markdown_it import MarkdownIt

from review_app.model.publish.announcement import announcement, announcement_docx, announcement_markdown
from review_app.model.publish.pinyin import pinyin_key
from review_app.model.publish.wording import LANGUAGES, Language
from review_app.model.workspace.standing import Standing
from tests.model.nomination.office import needs_office, save_as
from tests.model.publish.stood import OBJECTOR, WORDS, at_level, losers, renamed, winners

AUDITOR = "age1auditor"
ARCHIVE = "0123456789abcdef" * 4
NAUGHTY: list[str] = json.loads(
    (Path(__file__).parents[2] / "vectors" / "naughty-strings" / "blns.json").read_text("utf-8")
)


def headings(standing: Standing, language: Language = "zh") -> list[str]:
    found = announcement(standing, language)
    return [part.text for part in found if part.style == "heading"]


def test_pinyin_is_read_by_words() -> None:
    titles = ["银川", "上海发布", "重庆政务", "110随手拍", "长沙", "一网通办"]
    assert sorted(titles, key=pinyin_key) == ["110随手拍", "长沙", "重庆政务", "上海发布", "一网通办", "银川"]


def test_every_text_has_a_place_in_the_order() -> None:
    assert len(sorted(NAUGHTY, key=pinyin_key)) == len(NAUGHTY)


def test_winners_without_ranks_stand_by_pinyin(standing: Standing) -> None:
    level = at_level(standing, "winners", [AUDITOR])
    found = [title for title in headings(level) if title in winners(level)]
    assert found == sorted(winners(level), key=pinyin_key)
    assert found != winners(level)
    text = announcement_markdown(level, "zh")
    assert "第 1 名" not in text
    assert "得分" not in text


def test_ranked_winners_stand_by_rank(standing: Standing) -> None:
    found = headings(standing)[: len(standing.winners)]
    assert found == [f"第 {place} 名　{title}" for place, title in enumerate(winners(standing), start=1)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("publication", ["winners-scored", "winners"])
def test_no_loser_is_named(standing: Standing, language: Language, publication: str) -> None:
    text = announcement_markdown(at_level(standing, publication, [AUDITOR]), language)
    assert [title for title in losers(standing) if title in text] == []


def test_what_is_missing_is_a_blank(standing: Standing) -> None:
    blanks = [part.text for part in announcement(standing, "zh") if part.style == "blank"]
    assert sum("尚未约请撰写人" in blank for blank in blanks) == len(standing.winners) - 2
    assert "【推荐语待补：已约请钱芳，尚未收到】" in blanks
    assert "【待填：受理单位、电话、电子邮箱、地址】" in blanks
    assert "【待填：结果档案的 SHA-256 摘要】" in blanks
    filled = announcement_markdown(
        standing, "zh", archive=ARCHIVE, contact="示例大学 010-1234", day=datetime.date(2026, 12, 1)
    )
    assert ARCHIVE in filled
    assert "010-1234" in filled
    assert "2026年12月1日" in filled
    assert "待填" not in filled
    assert WORDS in filled
    assert "赵明 示例大学教授" in filled


def test_the_notice_and_its_end(standing: Standing) -> None:
    assert "公示期为 2026年12月1日 至 2026年12月7日" in announcement_markdown(standing, "zh")
    final = dataclasses.replace(
        standing,
        notice=msgspec.structs.replace(standing.notice, status="final", final=datetime.date(2026, 12, 8)),
    )
    text = announcement_markdown(final, "zh")
    assert "评选结果公告" in text
    assert "2026年12月8日" in text
    assert "受理方式" not in text
    assert "受理单位" not in text


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("start", range(0, len(NAUGHTY), 20))
def test_what_cases_are_called_never_becomes_markup(standing: Standing, start: int) -> None:
    named = renamed(standing, lambda place, old: f"甲{NAUGHTY[(start + place) % len(NAUGHTY)]}乙")
    read = _Text()
    read.feed(MarkdownIt("commonmark", {"html": True}).render(announcement_markdown(named, "zh")))
    assert read.tags <= {"h1", "h2", "h3", "p", "blockquote", "strong"}
    shown = "".join(read.text.split())
    for line in named.cases:
        if line.wins:
            assert "".join(line.case.title.replace("\0", "\ufffd").split()) in shown


def test_the_same_input_gives_the_same_document(standing: Standing) -> None:
    assert announcement_docx(standing, "zh") == announcement_docx(standing, "zh")


@needs_office
@pytest.mark.parametrize("language", LANGUAGES)
def test_libreoffice_opens_the_document(standing: Standing, tmp_path: Path, language: Language) -> None:
    names = ["a<b>&amp;\x01", "短", "长" * 200]
    named = renamed(standing, lambda place, old: f"{old}{names[place % 3]}")
    file = tmp_path / "announcement.docx"
    file.write_bytes(announcement_docx(named, language, archive=ARCHIVE))
    with zipfile.ZipFile(save_as(file, "odt", tmp_path)) as saved:
        read = _Text()
        read.feed(saved.read("content.xml").decode("utf-8"))
    for line in named.cases:
        if line.wins:
            assert line.case.title.replace("\x01", "") in read.text
    assert ARCHIVE in read.text
    assert standing.organizer in read.text


def test_a_reason_that_names_who_objected_is_left_out(standing: Standing) -> None:
    for reason, kept in (("经查，材料不实。", True), (f"{OBJECTOR}反映属实。", False)):
        aside = [msgspec.structs.replace(each, reason=reason) for each in standing.set_aside]
        text = announcement_markdown(dataclasses.replace(standing, set_aside=aside), "zh")
        assert standing.titles[aside[0].case] in text
        assert (reason in text) is kept and "王五" not in text
