"""What is signed in an archive and isn't so, collected one by one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from review_app.model.crypto.base32 import short_form

_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Finding:
    """Something signed that isn't so.  ``code`` is stable and the same in ``verify.html``; ``params`` say where."""

    code: str
    params: dict[str, object] = field(default_factory=dict)


class Findings:
    """A growing list of findings."""

    def __init__(self) -> None:
        self.all: list[Finding] = []

    def find(self, code: str, **params: object) -> None:
        """Adds a finding."""
        finding = Finding(code, params)
        if finding not in self.all[-50:]:
            self.all.append(finding)

    def require(self, holds: bool, code: str, **params: object) -> None:
        """Adds a finding unless ``holds``."""
        if not holds:
            self.find(code, **params)


def is_digest(text: str) -> bool:
    """Whether ``text`` is a SHA-256 digest as files of ours write it."""
    return _DIGEST.fullmatch(text) is not None


def short(digest: str) -> str:
    """The short form of a digest, or what stands in its place, cut."""
    return short_form(digest) if is_digest(digest) else digest[:16]
