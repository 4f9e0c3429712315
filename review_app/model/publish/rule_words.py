"""The rule of the terms in sentences that need no mathematics, and how the result stands."""

from __future__ import annotations

from fractions import Fraction

from review_app.model.publish.wording import Wording
from review_app.model.result.ranking import rounded_text
from review_app.model.rubric import CountingRule, Rubric
from review_app.model.workspace.publication import Notice


def rule_sentences(rule: CountingRule, rubric: Rubric, words: Wording) -> list[str]:
    """What is scored, how it becomes a ranking, what decides ties, who wins, what is published; a sentence or two
    each."""
    names = {criterion.id: words.named(criterion.name, criterion.name_en) for criterion in rubric.criteria}
    weights = [words("rule.weight", name=names[each.id], weight=each.weight) for each in rubric.criteria]
    found = [
        words(
            "rule.criteria",
            count=len(weights),
            lowest=rubric.lowest,
            highest=rubric.highest,
            weights=words.joined(weights),
            best=short_number(rubric.best_total),
        ),
        _method(rule, words),
        words("rule.recusal"),
    ]
    if rule.abstention:
        found.append(words("rule.abstention"))
    found.append(words("rule.minimum", count=rule.minimum_scores))
    found.append(words("rule.accepted", count=rule.minimum_accepted))
    last = words(f"rule.{rule.last_tie}")
    if rule.ties:
        criteria = words.joined([names[each] for each in rule.ties])
        found.append(words("rule.ties", criteria=criteria, last=last))
    else:
        found.append(words("rule.no-ties", last=last))
    if rule.seed_draw:
        found.append(words("rule.draw", source=rule.seed_draw))
    lots = "rule.winners-lot" if rule.last_tie == "lot" else "rule.winners"
    found += [words(lots, count=rule.winners), words("rule.exact")]
    level = "winners-only" if rule.publication == "winners" else rule.publication
    found.append(words(f"rule.{level}"))
    if rule.auditors:
        found.append(words("rule.auditors", count=len(rule.auditors)))
    else:
        found.append(words("rule.open-sheets"))
    return found


def _method(rule: CountingRule, words: Wording) -> str:
    if rule.method != "trimmed-mean":
        return words(f"rule.{rule.method}")
    if rule.drop_share:
        return words("rule.trimmed-share", percent=short_number(rule.share * 100))
    return words("rule.trimmed-count", drop=rule.drop)


def short_number(value: Fraction) -> str:
    """A number with as many decimals as it needs, six at most: 50, 12.5."""
    text = rounded_text(value, 6)
    return text.rstrip("0").rstrip(".")


def notice_words(notice: Notice, words: Wording) -> str:
    """How the result stands."""
    if notice.status == "final" and notice.final is not None:
        return words("status.final", day=words.day(notice.final))
    if notice.status == "counted":
        return words("status.counted")
    if notice.since is not None and notice.until is not None:
        return words("status.proposed-notice", since=words.day(notice.since), until=words.day(notice.until))
    return words("status.proposed")
