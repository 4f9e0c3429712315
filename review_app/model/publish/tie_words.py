"""Why equal scores are in that order, in words: the same sentences in window, command line, papers and page."""

from __future__ import annotations

from review_app.model.publish.wording import Wording
from review_app.model.result.ties import Step, apart, telling
from review_app.model.rubric import Rubric


def step_words(step: Step, rubric: Rubric, words: Wording, *, down: bool = True, means: bool = True) -> str:
    """What decided at ``step``, as it is said of the upper case, or with ``down`` false of the lower one.

    Without ``means`` nothing is told that follows from the single sheets.
    """
    rank = step.lower_rank if down else step.upper_rank
    side = "ahead" if down else "behind"
    if step.how == "near":
        return words(f"ties.near-{side}", rank=rank)
    if not means and step.how in ("criterion", "rule"):
        return words(f"ties.rule-{side}", rank=rank)
    if step.how == "rule":
        return words(f"ties.rule-{side}", rank=rank)
    names = {each.id: words.named(each.name, each.name_en) for each in rubric.criteria}
    equal = words.joined([names[each] for each in step.equal]) if means else ""
    after = "-after" if equal else ""
    if step.means is None:
        return words(f"ties.{step.how}{after}", rank=rank, equal=equal)
    upper, lower = apart(step.means)
    mine, other = (upper, lower) if down else (lower, upper)
    gaps = {"rank": rank, "equal": equal, "criterion": names[step.criterion], "mine": mine, "other": other}
    return words(f"ties.criterion-{side}{after}", **gaps)


def line_words(
    above: Step | None, below: Step | None, rubric: Rubric, words: Wording, *, means: bool = True
) -> str:
    """What a line of a ranking says of its place among equal scores; "" where there is nothing to say."""
    step = telling(above, below)
    return "" if step is None else step_words(step, rubric, words, down=step is below, means=means)


def both_words(above: Step | None, below: Step | None, rubric: Rubric, words: Wording) -> list[str]:
    """What is to be said where a case is looked at alone: of the case above it, and of the one below."""
    found = [
        step_words(step, rubric, words, down=step is below) for step in (above, below) if step is not None
    ]
    return list(dict.fromkeys(found))
