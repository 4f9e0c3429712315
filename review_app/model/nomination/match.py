"""What two texts have in common whatever their spelling."""

from __future__ import annotations

import re
import unicodedata


def plain(text: str) -> str:
    """``text`` reduced to what it says: compatibility forms folded, lower case, letters and digits only."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).casefold())


def match_key(title: str, organisation: str) -> str:
    """What two nominations of one case share."""
    return f"{plain(title)}|{plain(organisation)}"
