"""The log and the overview in sentences, for the organizer's pages and for the verbs (``assets/texts/desk_*.toml``)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from review_app.model.crypto.base32 import short_form
from review_app.model.text import visible
from review_app.model.workspace.log import LogLine
from review_app.model.workspace.overview import DateLine, Fact
from review_app.texts import Language, phrase

_TABLE = "desk"
_CODED = ("kind", "order", "choice", "decision", "kinds", "source", "letter", "outcome", "paper", "status")
"""Details whose values are words of the program where it has them, and otherwise what somebody typed."""
_DIGESTS = ("terms", "record", "digest", "organizer", "cases")
"""Details that are compared by eye, in the short form that pages and papers show."""
_HEX = re.compile("[0-9a-f]{64}")
_LEFT_OUT = {
    **dict.fromkeys(("title", "reason", "reasons", "seed", "what", "why"), ""),
    **dict.fromkeys(("keep", "hold", "drop"), "–"),
}
"""What stands for details that an act may do without."""


def act_sentence(
    line: LogLine, language: Language, titles: Mapping[str, str] | None = None, lines: Sequence[LogLine] = ()
) -> str:
    """What a line of the log says.  ``titles`` gives the cases' titles by their ids; ``lines`` is the whole log, so
    that an undoing can say what it undid.  An act of a newer program is shown by its code and details."""
    key = f"act-{line.act}"
    if phrase(_TABLE, key, language) == key:
        details = "; ".join(f"{name}: {visible(str(value), 60)}" for name, value in line.details.items())
        return f"{line.act}. {details}" if details else line.act
    shown: dict[str, object] = dict(_LEFT_OUT)
    shown |= {name: _value(name, value, language) for name, value in line.details.items()}
    if isinstance(case := line.details.get("case"), str):
        shown["case"] = (titles or {}).get(case, case)
    if "seed" in line.details:
        shown["seed"] = phrase(
            _TABLE, "value-seed", language, seed=shown["seed"], source=shown.get("source", "")
        )
    if "early" in line.details:
        key_of_why = "value-why-early" if "until" in line.details else "value-why-unnoticed"
        shown["why"] = phrase(_TABLE, key_of_why, language, **shown)
    if line.act in ("edit-undone", "edit-redone"):
        number = line.details.get("line")
        undone = next((each for each in lines if each.seq == number), None)
        shown["what"] = act_sentence(undone, language, titles) if undone is not None else ""
    for name, value in line.details.items():
        if name in ("keep", "hold", "drop") and isinstance(value, list):
            shown[name] = [(titles or {}).get(case, case) for case in value]
    return phrase(_TABLE, key, language, **shown).strip()


def _value(name: str, value: object, language: Language) -> object:
    if isinstance(value, list):
        return [_value(name, each, language) for each in value]
    text = str(value)
    if name in _CODED:
        word = phrase(_TABLE, f"value-{name}-{text}", language)
        return text if word == f"value-{name}-{text}" else word
    if name in _DIGESTS and _HEX.fullmatch(text):
        return short_form(text)
    return value


def fact_sentence(fact: Fact, language: Language) -> str:
    """A fact of the overview."""
    return phrase(_TABLE, f"fact-{fact.code}", language, **fact.params)


def next_sentence(fact: Fact, language: Language) -> str:
    """What comes next."""
    return phrase(_TABLE, fact.code, language, **fact.params)


def station_name(name: str, language: Language) -> str:
    """What a station, or the part of the log that is about it, is called."""
    return phrase(_TABLE, f"station-{name}", language)


def standing_word(standing: str, language: Language) -> str:
    """Done, now or later."""
    return phrase(_TABLE, f"standing-{standing}", language)


def step_name(step: str, language: Language) -> str:
    """What a day is planned for."""
    return phrase(_TABLE, f"date-{step}", language)


def days_words(date: DateLine, language: Language) -> str:
    """How far a planned day is away."""
    if date.done:
        return phrase(_TABLE, "days-done", language)
    if date.days == 0:
        return phrase(_TABLE, "days-today", language)
    return phrase(_TABLE, "days-left" if date.days > 0 else "days-past", language, days=abs(date.days))
