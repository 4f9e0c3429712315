"""A finding in words: what its parameters stand for is said in the reader's language too."""

from __future__ import annotations

from review_app.model.result.findings import Finding
from review_app.texts import Language, phrase

_STATES = ("state", "stated", "found")


def finding_text(finding: Finding, language: Language) -> str:
    """One sentence or two: what is wrong, and where."""
    said = dict(finding.params)
    if finding.code == "ranking-differs":
        said["field"] = phrase("cli", f"finding-field-{said['field']}", language)
    elif finding.code in ("sheet-not-in-box", "scores-state-impossible", "state-differs"):
        said |= {name: phrase("cli", f"state-{said[name]}", language) for name in _STATES if name in said}
    return phrase("cli", f"finding-{finding.code}", language, **said)
