"""From what was handed in to a case: is everything there, within its limits, and in the campaign's own words?"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from review_app.model.case import DOSSIER_LIMIT, Attachment, BodyType, Case, Claim, ClaimStatus, Route
from review_app.model.errors import InputError
from review_app.model.nomination.match import match_key
from review_app.model.nomination.text import check_readable
from review_app.model.terms import is_case_id
from review_app.model.text import storable

if TYPE_CHECKING:
    from review_app.model.workspace.campaign import Facet

MINIMUM_DOSSIER = 200
"""Letters and digits of a dossier; less is no text that five criteria could be scored on."""
MAX_CLAIMS = 200
CLAIM_LIMIT = 500

LIMITS = {
    "title": 200,
    "organisation": 200,
    "recipient": 200,
    "region": 100,
    "facet": 100,
    "contact": 500,
    "summary": 2000,
    "carrying_body": 200,
    "level": 100,
    "earlier_awards": 2000,
}
"""Characters of each field that is a text of its own."""
CLAIM_SOURCES = "claim_sources"
"""In the list of what is required: every figure says where it comes from."""
REQUIRED = (
    "title",
    "organisation",
    "recipient",
    "region",
    "facet",
    "contact",
    "summary",
    "dossier",
    CLAIM_SOURCES,
)
"""What a nomination must have, unless the campaign has a list of its own."""
CHECKLIST = (*LIMITS, "body_type", "route", "dossier", "claims", CLAIM_SOURCES, "attachments")
"""What a campaign's own list may ask for."""
_BODY_TYPES: dict[str, BodyType] = {
    "ministry": "ministry",
    "部委": "ministry",
    "local-government": "local-government",
    "地方政府": "local-government",
    "media": "media",
    "媒体": "media",
    "company": "company",
    "企业": "company",
    "association": "association",
    "社会组织": "association",
    "协会": "association",
    "university": "university",
    "高校": "university",
    "other": "other",
    "其他": "other",
}
_ROUTES: dict[str, Route] = {"self": "self", "自荐": "self", "expert": "expert", "专家推荐": "expert"}
_STATUSES: dict[str, ClaimStatus] = {
    "self-reported": "self-reported",
    "自报": "self-reported",
    "verified": "verified",
    "已核实": "verified",
}
T = TypeVar("T")
KNOWN = {"id", "body_type", "route", "claims", *LIMITS}
"""The fields there are; the dossier and the attachments are none."""


class _Findings:
    """Problems in the order they are told in."""

    def __init__(self) -> None:
        self.problems: list[InputError] = []

    def attempt(self, work: Callable[..., T], *arguments: Any) -> T | None:
        """What ``work`` gives, or None when it found something wrong."""
        try:
            return work(*arguments)
        except InputError as failure:
            self.problems.append(failure)
            return None


def examine(
    fields: Mapping[str, Any],
    dossier: str,
    attachments: Sequence[Attachment],
    facets: Sequence[Facet],
    required: Collection[str] = REQUIRED,
    broken: Sequence[InputError] = (),
) -> tuple[Case | None, list[InputError]]:
    """The case that was handed in, or None and everything that is wrong with it, the first thing first.

    ``fields`` are as they were found (texts; ``claims`` a list of mappings), ``broken`` what is wrong with attachments
    that could not be taken in, ``required`` a part of :data:`CHECKLIST`.  Problems: ``field-unknown``, ``field-form``,
    ``nomination-incomplete`` (with all fields that are missing), ``field-too-long``, ``dossier-too-long``,
    ``case-id-invalid``, ``field-value``, ``facet-unknown``, ``text-mojibake``, ``text-control``.
    """
    found = _Findings()
    problems = found.problems
    given = {name: value for name, value in fields.items() if name not in ("attachments", "dossier")}
    if unknown := sorted(str(name) for name in set(given) - KNOWN):
        problems.append(InputError("field-unknown", fields=unknown))
    texts = {
        name: found.attempt(_line_of, value, name) or ""
        for name, value in given.items()
        if name != "claims" and name in KNOWN
    }
    if not texts.get("recipient"):  # the form says so: empty where it is the nominating body
        texts["recipient"] = texts.get("organisation", "")
    dossier = storable(dossier).strip() + "\n"
    if missing := _missing(texts, dossier, given.get("claims"), attachments, required):
        problems.append(InputError("nomination-incomplete", fields=missing))
    for name, limit in LIMITS.items():
        if len(texts.get(name, "")) > limit:
            problems.append(InputError("field-too-long", field=name, limit=limit))
    if len(dossier.encode()) > DOSSIER_LIMIT:
        problems.append(InputError("dossier-too-long", limit=DOSSIER_LIMIT >> 20))
    problems += broken
    case_id = found.attempt(_case_id, texts)
    body_type = found.attempt(_choice, texts.get("body_type") or "other", _BODY_TYPES, "body_type")
    facet = found.attempt(_facet, texts["facet"], facets) if texts.get("facet") else ""
    route = found.attempt(_choice, texts.get("route") or "self", _ROUTES, "route")
    claims = found.attempt(_claims, given.get("claims") or [], CLAIM_SOURCES in required)
    for name in (*LIMITS, "dossier"):
        found.attempt(check_readable, dossier if name == "dossier" else texts.get(name, ""), name)
    if problems or case_id is None or body_type is None or route is None:
        return None, problems
    return (
        Case(
            id=case_id,
            title=texts.get("title", ""),
            organisation=texts.get("organisation", ""),
            body_type=body_type,
            recipient=texts.get("recipient", ""),
            region=texts.get("region", ""),
            facet=facet or "",
            route=route,
            contact=texts.get("contact", ""),
            summary=texts.get("summary", ""),
            claims=claims or [],
            attachments=list(attachments),
            dossier=dossier,
            carrying_body=texts.get("carrying_body", ""),
            level=texts.get("level", ""),
            earlier_awards=texts.get("earlier_awards", ""),
        ),
        [],
    )


def choice_of(field: str, value: str) -> str:
    """The program's word for a ``body_type`` or ``route`` as forms give it; what isn't known stays as it is."""
    tables: dict[str, Mapping[str, str]] = {"body_type": _BODY_TYPES, "route": _ROUTES}
    return tables.get(field, {}).get(value, value)


def _missing(
    texts: Mapping[str, str],
    dossier: str,
    claims: Any,
    attachments: Sequence[Attachment],
    required: Collection[str],
) -> list[str]:
    missing = [name for name in (*LIMITS, "body_type", "route") if name in required and not texts.get(name)]
    # A case has no name without these two, whatever the campaign asks for.
    missing += [name for name in ("title", "organisation") if name not in required and not texts.get(name)]
    letters = sum(character.isalnum() for character in dossier)
    if letters < (MINIMUM_DOSSIER if "dossier" in required else 1):
        missing.append("dossier")
    missing += [
        name
        for name, there in (("claims", claims), ("attachments", attachments))
        if name in required and not there
    ]
    return missing


def _line_of(value: Any, field: str) -> str:
    """A text on one line, composed (NFC), without space at its ends."""
    if not isinstance(value, str):
        raise InputError("field-form", field=field)
    return " ".join(unicodedata.normalize("NFC", storable(value)).split())


def _case_id(texts: dict[str, str]) -> str:
    if given := texts.get("id"):
        if not is_case_id(given):
            raise InputError("case-id-invalid", case=given)
        return given
    key = match_key(texts.get("title", ""), texts.get("organisation", ""))
    return f"n-{hashlib.sha256(key.encode()).hexdigest()[:10]}"


def _choice(value: str, known: dict[str, T], field: str) -> T:
    if value not in known:
        raise InputError("field-value", field=field, value=value, known=list(known))
    return known[value]


def _facet(value: str, facets: Sequence[Facet]) -> str:
    if not facets:
        return value
    for facet in facets:
        if value == facet.name or (facet.name_en and value.casefold() == facet.name_en.casefold()):
            return facet.name
    raise InputError("facet-unknown", facet=value, known=[facet.name for facet in facets])


def _claims(value: Any, sources: bool) -> list[Claim]:
    if not isinstance(value, list) or len(value) > MAX_CLAIMS:
        raise InputError("field-form", field="claims")
    claims: list[Claim] = []
    for number, item in enumerate(value, start=1):
        place = f"claims {number}"
        if not isinstance(item, dict) or not set(item) <= {"figure", "what", "source", "date", "status"}:
            raise InputError("field-form", field=place)
        texts = {name: _line_of(text, place) for name, text in item.items()}
        needed = ("figure", "what", "source") if sources else ("figure", "what")
        if missing := [f"{place}: {name}" for name in needed if not texts.get(name)]:
            raise InputError("nomination-incomplete", fields=missing)
        if any(len(text) > CLAIM_LIMIT for text in texts.values()):
            raise InputError("field-too-long", field=place, limit=CLAIM_LIMIT)
        status = _choice(texts.get("status") or "self-reported", _STATUSES, place)
        claims.append(
            Claim(texts["figure"], texts["what"], texts.get("source", ""), texts.get("date", ""), status)
        )
    return claims
