"""The sections of numbers: procedure, rule, result, agreement, sensitivity."""

from __future__ import annotations

from review_app.model.publish.disclosure import Disclosure
from review_app.model.publish.report.flow import MEASURE, Cell, Column, Flow
from review_app.model.publish.report.profiles import draw_profiles
from review_app.model.publish.report.strips import draw_strips
from review_app.model.publish.rule_words import notice_words, rule_sentences
from review_app.model.publish.wording import Wording
from review_app.model.result.ranking import rounded_text
from review_app.model.result.ties import apart
from review_app.model.workspace.standing import CaseLine, Standing, WhatIf

WITHOUT_AT_MOST = 30
"""Sheets that the report lists because the winners hang on them; the workbook has all."""
_VERDICTS = ((0.5, "poor"), (0.75, "moderate"), (0.9, "good"))


def procedure(flow: Flow, words: Wording, shown: Disclosure) -> None:
    """From nominations to the opened box, in numbers."""
    standing = shown.standing
    found, cards = standing.procedure, standing.procedure.cards
    flow.paragraph(words("procedure.lead"))
    facts = [
        ("submissions", words("procedure.count", count=found.submissions)),
        ("accepted", words("procedure.count", count=found.accepted)),
        ("stages", words.joined(found.stages) or words("none")),
        ("candidates", words("procedure.cases", count=found.candidates)),
        ("issued", words("procedure.cards", count=cards.issued)),
        ("reserve", words("procedure.cards", count=cards.reserve)),
        ("withdrawn", words("procedure.cards", count=cards.withdrawn)),
        ("unnamed", words("procedure.cards", count=cards.unnamed)),
        ("sheets", words("procedure.files", count=sum(standing.states.values()))),
        ("opened", words.day(found.opened) if found.opened else words("not_defined")),
    ]
    if found.present:
        names = words.joined(found.present)
        everyone = words("procedure.present-count", count=len(found.present))
        facts.append(("present", everyone if shown.public else names))
    if standing.rule.seed_draw:
        facts.append(("draw", standing.draw or words("procedure.draw-missing")))
    notice = standing.notice
    if notice.status != "counted":
        period = words("procedure.notice-none")
        if notice.since is not None and notice.until is not None:
            period = f"{words.day(notice.since)} – {words.day(notice.until)}"
        facts.append(("notice", period))
    if notice.final is not None:
        facts.append(("final", words.day(notice.final)))
    withdrawn = [case.title for case in standing.withdrawn if shown.names(case.id)]
    if withdrawn:
        facts.append(("withdrawn-cases", words.joined(withdrawn)))
    label = 62.0
    flow.table(
        [Column("", label), Column("", MEASURE - label)],
        [[Cell(words(f"procedure.{key}"), muted=True), value] for key, value in facts],
        head=False,
    )
    flow.subheading(words("procedure.table"))
    flow.table(
        [Column(words("procedure.state"), label), Column(words("procedure.number"), 22, right=True)],
        [[words(f"states.{state.value}"), str(count)] for state, count in standing.states.items()],
    )
    flow.subheading(words("procedure.terms"), below=8)
    flow.small(standing.terms_digest)
    flow.subheading(words("procedure.box"), below=18)
    flow.small(standing.box, after=3.0)
    flow.paragraph(words("procedure.box-why"))


def rule(flow: Flow, words: Wording, shown: Disclosure) -> None:
    """The rule of the terms, sentence by sentence."""
    flow.paragraph(words("rule.lead"))
    for sentence in rule_sentences(shown.standing.rule, shown.standing.terms.rubric, words):
        flow.paragraph(sentence)


def summary(words: Wording, shown: Disclosure) -> list[str]:
    """The result in few words, for whoever reads one page only."""
    standing = shown.standing
    winners = [words.quoted(line.case.title) for line in shown.cases if line.wins]
    found = [words("results.status", status=notice_words(standing.notice, words))]
    if winners:
        kind = "winners" if shown.scored else "winners-unranked"
        found.append(words(f"results.{kind}", count=len(winners), titles=words.joined(winners)))
    else:
        found.append(words("results.none"))
    found.append(words("results.accepted", count=len(standing.sheets), cases=standing.procedure.candidates))
    if shown.sheets:
        found += [*cut_line_sentences(standing, words, shown), _verdict(words, standing)]
    return found


def _how_many(words: Wording, shown: Disclosure) -> str:
    winners = len(shown.standing.winners)
    if not winners:
        return words("results.none")
    if not shown.scored:
        return words("results.unranked", winners=winners)
    kind = "winners-ranked" if all(line.wins for line in shown.cases) else "ranked"
    return words(f"results.{kind}", winners=winners)


def results(flow: Flow, words: Wording, shown: Disclosure) -> None:
    """The ranking, or the winners, as the level has it."""
    cases = shown.cases
    flow.paragraph(_how_many(words, shown))
    if not cases:
        return
    if not shown.scored:
        flow.table(
            [Column(words("results.case"), MEASURE)],
            [[Cell(line.case.title, line.case.organisation, strong=True)] for line in cases],
            size=11,
        )
        return
    points = shown.points
    columns = [
        Column(words("results.rank"), 14, right=True),
        Column(words("results.title"), MEASURE - 14 - 48 - 18 - 26),
        Column(words("results.organisation"), 48),
        Column(words("results.score"), 18, right=True),
        Column(words("results.sheets"), 26, right=True),
    ]
    last = max((place for place, line in enumerate(cases) if line.wins), default=-1)
    flow.table(
        columns,
        [_result_row(line, words, shown, points[line.case.id]) for line in cases],
        line_after=last if last + 1 < len(cases) else -1,
        size=9.4,
    )
    if any(line.ranked.rank is None for line in cases):
        flow.small(words("results.no-rank-note"))
    if any(line.ranked.drawn for line in cases):
        flow.small(words("results.drawn"))
    ranks = [line.ranked.rank for line in cases if line.ranked.rank is not None]
    if len(set(ranks)) < len(ranks):
        flow.small(words("results.shared-note"))


def _result_row(line: CaseLine, words: Wording, shown: Disclosure, points: str) -> list[Cell | str]:
    ranked = line.ranked
    rank = words("results.no-rank") if ranked.rank is None else f"{ranked.rank}{'*' if ranked.drawn else ''}"
    count = str(ranked.sheets)
    if ranked.used != ranked.sheets:
        count = words("results.used", used=ranked.used, sheets=ranked.sheets)
    muted = not line.wins and shown.everybody
    return [
        Cell(rank, strong=line.wins, muted=muted),
        Cell(line.case.title, shown.tie_words(line, words), strong=line.wins, muted=muted),
        Cell(line.case.organisation, muted=True),
        Cell(points or words("not_defined"), strong=line.wins, muted=muted),
        Cell(count, muted=True),
    ]


def strips(flow: Flow, words: Wording, shown: Disclosure) -> None:
    """Every sheet's total, and how sure the ranks are."""
    standing = shown.standing
    flow.paragraph(words("strips.lead"))
    if standing.replicates:
        count = f"{standing.replicates:,}"
        flow.paragraph(words("strips.interval", replicates=count, winners=standing.rule.winners))
    elif standing.draw is None:
        flow.paragraph(words("strips.no-interval"))
    draw_strips(flow, words, shown)


def profiles(flow: Flow, words: Wording, shown: Disclosure) -> None:
    """What each case owes to which criterion."""
    rubric = shown.standing.terms.rubric
    flow.paragraph(words("profiles.lead", lowest=rubric.lowest, highest=rubric.highest))
    flow.top += 2
    draw_profiles(flow, words, shown)


def agreement(flow: Flow, words: Wording, shown: Disclosure) -> None:
    """The figures, what they mean, and what this result's figure says."""
    standing = shown.standing
    names = {each.id: words.named(each.name, each.name_en) for each in standing.terms.rubric.criteria}
    what = words("agreement.what")
    heads = [words(f"agreement.{key}") for key in ("w", "ordinal", "interval", "single", "mean")]
    first = 45.0
    each = (MEASURE - first) / len(heads)
    total = standing.agreement[0]
    rows: list[list[Cell | str]] = []
    for line in standing.agreement:
        values = (line.kendall_w, line.alpha_ordinal, line.alpha_interval, line.icc_2_1, line.icc_2_k)
        strong = line is total
        name = words("agreement.total") if strong else names[line.what]
        rows.append(
            [Cell(name, strong=strong), *(Cell(_figure(value, words), strong=strong) for value in values)]
        )
    flow.paragraph(_verdict(words, standing))
    flow.top += 2
    flow.table([Column(what, first), *(Column(head, each, right=True) for head in heads)], rows)
    for key in ("about-w", "about-alpha", "about-single", "about-mean"):
        flow.paragraph(words(f"agreement.{key}"))
    flow.small(words("agreement.basis", sheets=total.sheets))
    if any(cell.text == words("not_defined") for row in rows for cell in row if isinstance(cell, Cell)):
        flow.small(words("agreement.missing"))


def _verdict(words: Wording, standing: Standing) -> str:
    """What the most important figure of all says."""
    value = standing.agreement[0].icc_2_k
    if value is None:
        return words("agreement.undefined")
    verdict = next((name for limit, name in _VERDICTS if value < limit), "excellent")
    return words(f"agreement.{verdict}", value=_figure(value, words))


def _figure(value: float | None, words: Wording) -> str:
    if value is None:
        return words("not_defined")
    if 0.995 <= value < 1:
        return ">0.99"
    text = f"{value:.2f}"
    return "0.00" if text == "-0.00" else text.replace("-", "−")


def sensitivity(flow: Flow, words: Wording, shown: Disclosure) -> None:
    """What other rules and single sheets would change, and how close it is at the cut line."""
    standing = shown.standing
    flow.paragraph(words("sensitivity.lead"))
    columns = [
        Column(words("sensitivity.method"), 44),
        Column(words("sensitivity.winners"), MEASURE - 44 - 26),
        Column(words("sensitivity.moved"), 26, right=True),
    ]
    flow.table(columns, [_what_if(each, words, shown) for each in standing.what_ifs])
    if not standing.without:
        if standing.sheets:
            flow.paragraph(words("sensitivity.without-none"))
    else:
        counts = {"sheets": len(standing.sheets), "count": len(standing.without)}
        flow.paragraph(words("sensitivity.without-some", **counts))
        flow.table(
            [Column(words("sensitivity.receipt"), 44), Column(words("sensitivity.winners"), MEASURE - 44)],
            [
                [each.receipt, _swap(each.gained, each.lost, words, shown)]
                for each in standing.without[:WITHOUT_AT_MOST]
            ],
        )
        if len(standing.without) > WITHOUT_AT_MOST:
            flow.small(words("sensitivity.more", count=len(standing.without) - WITHOUT_AT_MOST))
    flow.subheading(words("sensitivity.heading-line"))
    for sentence in cut_line_sentences(standing, words, shown):
        flow.paragraph(sentence, after=0.6)
    flow.top += 2


def _what_if(what_if: WhatIf, words: Wording, shown: Disclosure) -> list[Cell | str]:
    changes = what_if.changes
    return [
        words(f"methods.{what_if.method}"),
        _swap(changes.gained, changes.lost, words, shown),
        words("sensitivity.moved-count", count=len(changes.moved)),
    ]


def _swap(gained: list[str], lost: list[str], words: Wording, shown: Disclosure) -> Cell:
    if not gained and not lost:
        return Cell(words("sensitivity.same"), muted=True)
    if not shown.everybody:
        return Cell(words("sensitivity.changed", count=max(len(gained), len(lost))))
    titles = shown.standing.titles
    parts = [
        words(f"sensitivity.{key}", titles=words.joined([titles[case] for case in cases]))
        for key, cases in (("gained", gained), ("lost", lost))
        if cases
    ]
    return Cell(parts[0], parts[1] if len(parts) > 1 else "")


def cut_line_sentences(standing: Standing, words: Wording, shown: Disclosure) -> list[str]:
    """The gap between the last winner and the first case that isn't one, in words."""
    line = standing.line
    if line is None:
        return [words("sensitivity.line-none")]
    assert line.last.score is not None and line.first.score is not None
    last, first = apart([line.last.score, line.first.score])
    gaps = {
        "last_rank": line.last.rank,
        "first_rank": line.first.rank,
        "last_title": words.quoted(standing.titles[line.last.case_id]),
        "first_title": words.quoted(standing.titles[line.first.case_id]),
        "last": last,
        "first": first,
        "difference": rounded_text(line.difference, 2 if line.difference * 100 >= 1 else 6),
    }
    kind = "line" if line.difference else "line-equal"
    found = [words(f"sensitivity.{kind}{'' if shown.everybody else '-unnamed'}", **gaps)]
    if line.points:
        found.append(words("sensitivity.line-points", points=line.points))
    return found
