"""Why equal scores are in that order stands in every paper, as far as the level of publication lets it be told."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Callable
from fractions import Fraction

import openpyxl
import pytest

from review_app.model.publish.announcement import announcement_docx, announcement_markdown
from review_app.model.publish.disclosure import disclosure
from review_app.model.publish.report import report_pdf
from review_app.model.publish.tables import results_xlsx
from review_app.model.publish.wording import Wording
from review_app.model.result.ties import apart, beside, steps
from review_app.model.workspace.standing import CaseLine, Standing
from tests.model.publish.stood import at_level

AUDITOR = "age1auditor"


def tied(standing: Standing, *places: int) -> Standing:
    """The same standing in which the case at each of ``places`` has the score of the next one, and is ahead by the
    first tie criterion."""
    cases = list(standing.cases)
    for place in places:
        score = cases[place + 1].ranked.score
        for at, mean in ((place, Fraction(101, 12)), (place + 1, Fraction(49, 6))):
            means = (mean, *cases[at].ranked.tie_means[1:])
            ranked = dataclasses.replace(cases[at].ranked, score=score, tie_means=means)
            cases[at] = dataclasses.replace(cases[at], ranked=ranked)
    return settled(standing, cases)


def settled(standing: Standing, cases: list[CaseLine]) -> Standing:
    """What :func:`review_app.model.workspace.standing.look` makes of such scores."""
    ranking = [line.ranked for line in cases]
    above, below = beside(steps(ranking, standing.rule))
    points = apart([line.score for line in ranking])
    cases = [
        dataclasses.replace(line, points=text, above=above.get(line.case.id), below=below.get(line.case.id))
        for line, text in zip(cases, points, strict=True)
    ]
    return dataclasses.replace(standing, cases=cases)


def said(standing: Standing, place: int) -> str:
    rubric = standing.terms.rubric
    name = next(each.name for each in rubric.criteria if each.id == standing.rule.ties[0])
    return f"与第 {place} 名得分相同，按{name}平均分（8.42 高于 8.17）排在前面"


def test_report_announcement_and_workbook_say_what_decided(
    standing: Standing, tool: Callable[..., str]
) -> None:
    assert standing.rule.ties, "the sample's rule names criteria"
    found = tied(standing, 0)
    sentence = said(found, 2)
    text = "".join(tool("pdftotext", report_pdf(found, "zh", public=True), "-raw", "{}", "-").split())
    assert text.count("".join(sentence.split())) == 1
    markdown = announcement_markdown(found, "zh")
    assert markdown.count(sentence) == 1
    assert markdown.index(sentence) > markdown.index(found.cases[0].case.title)
    assert markdown.index(sentence) < markdown.index(found.cases[1].case.title)
    assert announcement_docx(found, "zh") != announcement_docx(standing, "zh")
    head, *rows = openpyxl.load_workbook(io.BytesIO(results_xlsx(found, "zh")))["排名"].values
    column = head.index("同分先后")
    assert [row[column] for row in rows[:2]] == [sentence, None]
    assert sum(row[column] is not None for row in rows) == sum(
        bool(disclosure(found, public=False).tie_words(line, Wording("tables", "zh"))) for line in found.cases
    )


def test_a_report_without_equal_scores_says_nothing_of_them(standing: Standing) -> None:
    lines = [
        dataclasses.replace(line, ranked=dataclasses.replace(line.ranked, score=Fraction(50 - place)))
        for place, line in enumerate(standing.cases)
    ]
    found = disclosure(settled(standing, lines), public=False)
    assert not any(found.tie_words(line, Wording("report", "zh")) for line in found.cases)


@pytest.mark.parametrize("level", ["full", "winners-scored"])
def test_where_sheets_go_to_auditors_no_mean_is_told(standing: Standing, level: str) -> None:
    found = at_level(tied(standing, 0), level, [AUDITOR])
    text = announcement_markdown(found, "zh")
    assert "与第 2 名得分相同，按条款的规则排在前面" in text
    assert "8.42" not in text
    internal = disclosure(found, public=False)
    assert internal.tie_words(found.cases[0], Wording("report", "zh")) == said(found, 2)


def test_nothing_is_told_of_a_case_that_may_not_be_named(standing: Standing) -> None:
    last = max(place for place, line in enumerate(standing.cases) if line.wins)
    found = at_level(tied(standing, last), "winners-scored")
    words = Wording("announcement", "zh")
    assert disclosure(found, public=False).tie_words(found.cases[last], words) == said(found, last + 2)
    assert disclosure(found, public=True).tie_words(found.cases[last], words) == ""
    unranked = at_level(tied(standing, 0), "winners", [AUDITOR])
    assert disclosure(unranked, public=True).tie_words(unranked.cases[0], words) == ""


def test_scores_that_look_equal_are_printed_with_more_decimals(
    standing: Standing, tool: Callable[..., str]
) -> None:
    lines = list(standing.cases)
    for place, score in ((0, Fraction(384001, 10000)), (1, Fraction(384, 10))):
        lines[place] = dataclasses.replace(
            lines[place], ranked=dataclasses.replace(lines[place].ranked, score=score)
        )
    found = settled(standing, lines)
    text = tool("pdftotext", report_pdf(found, "zh", public=True), "-raw", "{}", "-")
    assert "38.4001" in text
    assert "38.4000" in text
    sheet = openpyxl.load_workbook(io.BytesIO(results_xlsx(found, "zh")))["排名"]
    column = [cell.value for cell in sheet[1]].index("得分") + 1
    assert [sheet.cell(row, column).number_format for row in (2, 3)] == ["0.0000", "0.0000"]
    assert sheet.cell(4, column).number_format == "0.00"
