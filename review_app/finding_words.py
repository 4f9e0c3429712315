"""A finding in words: what its parameters stand for is said in the reader's language too."""

from __future__ import annotations

import re

from review_app.model.result.findings import Finding
from review_app.texts import Language, phrase

_STATES = ("state", "stated", "found")
_DIGEST = re.compile("[0-9a-f]{64}")


def finding_text(finding: Finding, language: Language) -> str:
    """One sentence or two: what is wrong, and where."""
    said = dict(finding.params)
    if "part" in said:
        said["part"] = _DIGEST.sub(_shortened, str(said["part"]))
    if finding.code == "ranking-differs":
        said["field"] = phrase("cli", f"finding-field-{said['field']}", language)
    elif finding.code in ("sheet-not-in-box", "scores-state-impossible", "state-differs"):
        said |= {name: phrase("cli", f"state-{said[name]}", language) for name in _STATES if name in said}
    return phrase("cli", f"finding-{finding.code}", language, **said)


def _shortened(digest: re.Match[str]) -> str:
    """As much of a digest in the name of a part as tells it from the others."""
    return f"{digest[0][:12]}…"
