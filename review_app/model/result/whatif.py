"""What other ways of counting there are beside the rule of the terms."""

from __future__ import annotations

from typing import Literal

import msgspec

from review_app.model.result.borda import borda as borda
from review_app.model.rubric import CountingRule


def other_rules(rule: CountingRule) -> list[tuple[str, CountingRule | Literal["borda"]]]:
    """Every method but the rule's own by its name, with nothing else changed; at the end the Borda count.

    A mean is trimmed by the highest and the lowest total of each case.
    """
    others: list[tuple[str, CountingRule | Literal["borda"]]] = []
    for method in ("mean", "trimmed-mean", "median", "severity-corrected"):
        if method != rule.method:
            drop = 1 if method == "trimmed-mean" else 0
            others.append((method, msgspec.structs.replace(rule, method=method, drop=drop, drop_share="")))
    return [*others, ("borda", "borda")]
