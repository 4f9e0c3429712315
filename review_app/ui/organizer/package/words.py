"""The plain file name of a package."""

from __future__ import annotations

import re

_AWKWARD = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def package_name(title: str, edition: str) -> str:
    """What to call the file: title and edition, without what a file name can't have."""
    words = " ".join(_AWKWARD.sub(" ", f"{title} {edition}").split()).strip(". ")
    return f"{words[:60].strip() or 'cases'}.casepkg"
