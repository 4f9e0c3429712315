"""The verbs of the command line, a file a group.  Each is a thin call of the functions the pages call."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from types import ModuleType

GROUP_OF = {
    "new": "organizer",
    "overview": "overview",
    "log": "overview",
    "nominate": "nominations",
    "submissions": "nominations",
    "nomination": "nominations",
    "form": "nominations",
    "earlier": "nominations",
    "shortlist": "shortlist",
    "people": "people",
    "letters": "people",
    "fees": "people",
    "round": "rounds",
    "cards": "rounds",
    "withdraw": "rounds",
    "pack": "package",
    "amend": "package",
    "amendments": "package",
    "split": "package",
    "join": "package",
    "kit": "care",
    "recover": "care",
    "keep": "care",
    "bring-back": "care",
    "undo": "care",
    "extract": "expert",
    "score": "expert",
    "scores": "expert",
    "export": "expert",
    "backup": "expert",
    "restore": "expert",
    "box": "box",
    "rank": "results",
    "certify": "results",
    "archive": "results",
    "publish": "publication",
    "commend": "publication",
    "report": "papers",
    "announce": "papers",
    "inspect": "inspect",
    "verify": "verify",
    "demo": "demo",
}
"""Which file of this folder has a verb."""


def groups_for(arguments: Sequence[str]) -> list[ModuleType]:
    """The files that a command line needs: that of its verb alone, so that reading a sheet doesn't load what draws
    certificates; all of them where no verb is named first (help, a typing error)."""
    named = GROUP_OF.get(arguments[0]) if arguments else None
    names = [named] if named else list(dict.fromkeys(GROUP_OF.values()))
    return [importlib.import_module(f"review_app.verbs.{name}") for name in names]
