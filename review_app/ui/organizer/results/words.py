"""Figures and sentences of the results page."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from fractions import Fraction

from PySide6.QtCore import QCoreApplication, QObject

from review_app.model.publish.tie_words import both_words, line_words
from review_app.model.publish.wording import Wording
from review_app.model.result.agreement import AgreementLine
from review_app.model.result.comparison import Changes
from review_app.model.result.cutline import CutLine
from review_app.model.result.ranking import rounded_text
from review_app.model.result.stability import CaseInterval
from review_app.model.result.ties import apart
from review_app.model.rubric import CountingRule
from review_app.model.text import REASON_LIMIT, visible
from review_app.model.workspace.publication import Notice
from review_app.model.workspace.standing import CaseLine, Method, Standing, WhatIf
from review_app.ui import language
from review_app.ui.days import day_text

translate = QCoreApplication.translate
NONE = "–"
"""Stands where there is no figure."""
NAMED = 4
"""Cases named in one sentence."""


class _Counted(QObject):
    """Words with a number in them: only a class's own ``tr`` has its plurals collected."""

    def moved(self, count: int) -> str:
        return self.tr("The same winners, with %n change(s) of rank", "", count)

    def short(self, count: int) -> str:
        return self.tr(
            "With %n more point(s) over all its sheets, {first} would have drawn level.", "", count
        )

    def scored(self, count: int) -> str:
        return self.tr("Scored on %n sheet(s)", "", count)

    def sheets(self, count: int) -> str:
        return self.tr("%n sheet(s)", "", count)

    def complete(self, count: int) -> str:
        return self.tr(
            "W and ICC rest on the %n sheet(s) that scored every case, of {all}; α rests on all of them.",
            "",
            count,
        )

    def means(self, count: int, *, trimmed: bool) -> str:
        if trimmed:
            return self.tr(
                "Means of all %n sheet(s), those included that the score leaves out: they needn't add up to it.",
                "",
                count,
            )
        return self.tr(
            "Means of all %n sheet(s); the score is counted otherwise, so they needn't add up to it.",
            "",
            count,
        )

    def days(self, count: int) -> str:
        return self.tr("%n day(s), the first and the last included", "", count)


def sheets_count(count: int) -> str:
    """So many sheets."""
    return _Counted().sheets(count)


def means_words(line: CaseLine, rule: CountingRule) -> str:
    """Why the means by criterion don't add up to a case's score, "" where that is the mean of the same sheets."""
    trimming = rule.method == "trimmed-mean"
    if rule.method == "mean" or not line.means or (trimming and not line.left_out):
        return ""
    return _Counted().means(len(line.totals), trimmed=trimming)


def title_of(line: CaseLine) -> str:
    """The case's title as it is shown."""
    return visible(line.case.title, 200)


def titles_of(standing: Standing) -> dict[str, str]:
    """The titles of all cases that are or were in the contest, by id."""
    return {case_id: visible(title, 200) for case_id, title in standing.titles.items()}


def rank_text(rank: int | None) -> str:
    """A rank, or a stroke."""
    return NONE if rank is None else str(rank)


def points_text(value: Fraction | None, *, signed: bool = False) -> str:
    """Points with two decimals; ``signed`` writes the plus, too."""
    if value is None:
        return NONE
    text = rounded_text(value)
    if signed and value == 0:
        return "0"
    if signed:
        text = text.replace("-", "−") if value < 0 else f"+{text}"
    return text


def total_text(value: Fraction) -> str:
    """A total as short as it can be said: whole where it is whole."""
    return str(value.numerator) if value.denominator == 1 else rounded_text(value)


def interval_text(interval: CaseInterval | None) -> str:
    """Ranks from and to."""
    if interval is None:
        return NONE
    if interval.low == interval.high:
        return str(interval.low)
    return f"{interval.low} – {interval.high}"


def share_text(share: float | None) -> str:
    """A share in per cent that never says all or none where it isn't."""
    if share is None:
        return NONE
    if 0 < share < 0.005:
        return "<1%"
    if 0.995 < share < 1:
        return ">99%"
    return f"{round(100 * share)}%"


def method_name(method: Method) -> str:
    """A way of counting in a few words."""
    return {
        "mean": translate("results", "Mean"),
        "trimmed-mean": translate("results", "Trimmed mean"),
        "median": translate("results", "Median"),
        "severity-corrected": translate("results", "Severity corrected"),
        "borda": translate("results", "Borda count"),
    }[method]


def method_meaning(method: Method) -> str:
    """What a way of counting does, for somebody who has never heard of it."""
    return {
        "mean": translate("results", "all totals of a case, added up and divided by their number"),
        "trimmed-mean": translate("results", "the highest and the lowest totals of a case are left out"),
        "median": translate("results", "the total in the middle, half of the sheets above it and half below"),
        "severity-corrected": translate(
            "results",
            "what a strict or a generous expert takes from or gives to all cases alike is evened out",
        ),
        "borda": translate(
            "results", "only the order counts in which a sheet puts the cases, not its points"
        ),
    }[method]


def complete_words(line: AgreementLine, sheets: int) -> str:
    """On how many of all sheets the figures of agreement rest."""
    if not line.sheets:
        return translate(
            "results", "No sheet scored every case, so W and ICC are not defined; α rests on all sheets."
        )
    return _Counted().complete(line.sheets).format(all=sheets)


def first_words(found: WhatIf, standing: Standing) -> str:
    """Who would come first by another way of counting, "" where it is the same."""
    own = [line.case.id for line in standing.cases if line.ranked.rank == 1]
    other = [line.case_id for line in found.ranking if line.rank == 1]
    if set(own) == set(other) or not other:
        return ""
    titles = titles_of(standing)
    words = translate("results", "First place: {new} instead of {old}.")
    return words.format(new=names_text(other, titles), old=names_text(own, titles))


def what_if_words(found: WhatIf, standing: Standing, between: str = "\n") -> str:
    """What another way of counting changes: among the winners, and at the top."""
    said = (change_words(found.changes, titles_of(standing)), first_words(found, standing))
    return between.join(part for part in said if part)


def own_method(rule: CountingRule) -> Method:
    """The way of counting that the terms name."""
    return rule.method


def names_text(cases: Iterable[str], titles: Mapping[str, str]) -> str:
    """Titles in one line, a few of them by name."""
    named = [titles.get(case_id, case_id) for case_id in cases]
    shown = translate("results", ", ").join(visible(name, 60) for name in named[:NAMED])
    if len(named) > NAMED:
        shown = translate("results", "{names} and {more} more").format(names=shown, more=len(named) - NAMED)
    return shown


def change_words(found: Changes, titles: Mapping[str, str]) -> str:
    """What another way of counting changes, in a sentence."""
    if found.gained or found.lost:
        return exchange_words(found.gained, found.lost, titles)
    if not found.moved:
        return translate("results", "Nothing changes")
    return _Counted().moved(len(found.moved))


def exchange_words(gained: Iterable[str], lost: Iterable[str], titles: Mapping[str, str]) -> str:
    """Who comes in among the winners, and who goes out."""
    coming, going = list(gained), list(lost)
    if not going:
        return translate("results", "Also a winner: {names}").format(names=names_text(coming, titles))
    if not coming:
        return translate("results", "No longer a winner: {names}").format(names=names_text(going, titles))
    words = translate("results", "In: {gained}. Out: {lost}.")
    return words.format(gained=names_text(coming, titles), lost=names_text(going, titles))


def cut_words(line: CutLine | None, titles: Mapping[str, str]) -> list[str]:
    """The gap between the last winner and the first case that isn't one."""
    if line is None:
        return [translate("results", "There is no cut line: either nobody wins, or nobody stays out.")]
    last, first = titles[line.last.case_id], titles[line.first.case_id]
    if line.difference == 0:
        if line.last.drawn or line.first.drawn:
            words = translate(
                "results", "{last} and {first} are equal in every figure; a lot decided between them."
            )
        else:
            words = translate("results", "{last} and {first} have the same score; the tie order decided.")
        return [words.format(last=last, first=first)]
    words = translate("results", "{gap} points lie between {last} ({high}) and {first} ({low}).")
    high, low = apart([line.last.score, line.first.score])
    said = [
        words.format(
            gap=apart([line.difference, Fraction(0)])[0],
            last=last,
            first=first,
            high=high,
            low=low,
        )
    ]
    if line.points is not None:
        said.append(_Counted().short(line.points).format(first=first))
    return said


def standing_words(line: CaseLine, standing: Standing) -> str:
    """Where a case stands, in a sentence."""
    ranked = line.ranked
    if ranked.rank is None:
        fewest = standing.rule.minimum_scores
        said = _Counted().scored(ranked.sheets)
        need = translate("results", "at least %n are needed for a rank", "", fewest)
        return f"{said} · {need}"
    parts = [
        translate("results", "Rank {rank}").format(rank=ranked.rank),
        translate("results", "score {score}").format(score=line.points),
        sheets_count(ranked.sheets),
    ]
    if line.interval is not None:
        words = translate("results", "95 % rank interval {interval}")
        parts.append(words.format(interval=interval_text(line.interval)))
    if line.share is not None:
        words = translate("results", "among the winners in {share} of the draws")
        parts.append(words.format(share=share_text(line.share)))
    if ranked.drawn:
        parts.append(translate("results", "placed by lot"))
    return " · ".join(parts)


def tie_words(line: CaseLine, standing: Standing) -> str:
    """Why a case, which is named, stands where it stands among those with the same score, in the words of the papers;
    "" where there is nothing to say."""
    words = Wording("common", language.current())
    found = line_words(line.above, line.below, standing.terms.rubric, words)
    return words("ties.line", title=visible(title_of(line), 60), text=visible(found, 400)) if found else ""


def both_tie_words(line: CaseLine, standing: Standing) -> str:
    """As :func:`tie_words`, of both neighbours."""
    words = Wording("common", language.current())
    return " · ".join(both_words(line.above, line.below, standing.terms.rubric, words))


def state_of_cell(state: str) -> str:
    """Why a sheet has no scores for a case."""
    return {
        "recused": translate("results", "recused"),
        "abstained": translate("results", "abstained"),
    }.get(state, state)


def notice_words(notice: Notice) -> str:
    """How the result stands, in a few words."""
    if notice.status == "final":
        return translate("results", "Final since {day}").format(day=day_text(notice.final))
    if notice.status == "counted":
        return translate("results", "Counted, not confirmed")
    if notice.until is None:
        return translate("results", "Confirmed, without a notice")
    words = translate("results", "On notice from {since} to {until}: {days}")
    days = days_words(notice.since, notice.until)
    return words.format(since=day_text(notice.since), until=day_text(notice.until), days=days)


def days_words(since: datetime.date | None, until: datetime.date | None) -> str:
    """How many days a notice has, "" where one of its ends is missing or it would end before it begins."""
    if since is None or until is None or until < since:
        return ""
    return _Counted().days((until - since).days + 1)


def early_words(notice: Notice) -> str:
    """Why the result became final before the last day of its notice or without one; "" where it didn't."""
    if not notice.early:
        return ""
    if notice.until is None:
        words = translate("results", "There was no notice. Reason: {reason}")
    else:
        words = translate("results", "The notice ended before its last day, {until}. Reason: {reason}")
    return words.format(until=day_text(notice.until), reason=visible(notice.early, REASON_LIMIT))
