"""Why equal scores are in that order: what the verbs rank, verify and demo say below a ranking."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence

from review_app.model.publish.tie_words import line_words
from review_app.model.publish.wording import Wording
from review_app.model.result.ranking import exact_text
from review_app.model.result.ties import Step, beside
from review_app.model.terms import Terms
from review_app.model.text import visible


def show_ties(
    args: argparse.Namespace, found: Sequence[Step], terms: Terms, titles: Mapping[str, str]
) -> None:
    """A line for each case that stands among others with the same score: why it stands there."""
    if args.json:
        return
    words, (above, below) = Wording("common", args.language), beside(found)
    for case_id in dict.fromkeys(each for step in found for each in (step.upper, step.lower)):
        text = line_words(above.get(case_id), below.get(case_id), terms.rubric, words)
        if text:
            print(words("ties.line", title=visible(titles.get(case_id, case_id), 60), text=text))


def tie_records(found: Sequence[Step]) -> list[dict[str, object]]:
    """The steps between equal scores as JSON-like data; means are exact."""
    return [
        {
            "above": step.upper,
            "below": step.lower,
            "by": step.how,
            "criterion": step.criterion or None,
            "means": [exact_text(mean) for mean in step.means] if step.means else None,
        }
        for step in found
    ]
