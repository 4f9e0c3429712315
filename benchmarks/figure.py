"""One figure of the table: a ratio and the limit it has to keep."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Figure:
    """``ratio`` is measured; ``limit`` is what it may be, at most or at least; ``detail`` says what was
    compared."""

    name: str
    ratio: float
    limit: float
    kind: Literal["at most", "at least"]
    detail: str

    @property
    def kept(self) -> bool:
        """Whether the limit holds (a ratio that is no number holds nothing)."""
        return self.ratio <= self.limit if self.kind == "at most" else self.ratio >= self.limit
