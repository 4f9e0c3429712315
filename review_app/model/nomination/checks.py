"""From draft to case: is everything there, within its limits, and in the campaign's own words?"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from typing import Any, TypeVar

from review_app.model.case import DOSSIER_LIMIT, Attachment, BodyType, Case, Claim, ClaimStatus, Route
from review_app.model.errors import InputError
from review_app.model.nomination.attachments import check_content, media_type_for, safe_name
from review_app.model.nomination.draft import Draft
from review_app.model.nomination.duplicates import match_key
from review_app.model.nomination.text import check_readable
from review_app.model.terms import is_case_id
from review_app.model.text import storable
from review_app.model.workspace.campaign import Facet

MINIMUM_DOSSIER = 200
"""Letters and digits of a dossier; less is no text that five criteria could be scored on."""
MAX_ATTACHMENTS = 50
MAX_CLAIMS = 200

_LIMITS = {
    "title": 200,
    "organisation": 200,
    "recipient": 200,
    "region": 100,
    "facet": 100,
    "contact": 500,
    "summary": 2000,
}
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
_KNOWN = {"id", "body_type", "route", "claims", *_LIMITS}


def check_draft(draft: Draft, facets: Sequence[Facet]) -> tuple[Case, dict[str, bytes]]:
    """The case in ``draft``, and the bytes of its attachments by their SHA-256.

    Raises InputError: ``field-unknown``, ``field-too-long``, ``field-value``, ``field-form``, ``case-id-invalid``,
    ``nomination-incomplete`` (with all fields that are missing), ``dossier-too-long``, ``facet-unknown``,
    ``too-many-attachments``, ``attachment-twice``, and what :func:`check_content` and reading attachments raise.
    """
    given = {name: value for name, value in draft.fields.items() if name != "attachments"}
    if unknown := sorted(set(given) - _KNOWN):
        raise InputError("field-unknown", fields=unknown)
    texts = {name: _line_of(given[name], name) for name in given if name != "claims"}
    texts.setdefault("recipient", texts.get("organisation", ""))
    missing = [name for name in _LIMITS if not texts.get(name)]
    dossier = storable(draft.dossier).strip() + "\n"
    if sum(character.isalnum() for character in dossier) < MINIMUM_DOSSIER:
        missing.append("dossier")
    if missing:
        raise InputError("nomination-incomplete", fields=missing)
    for name, limit in _LIMITS.items():
        if len(texts[name]) > limit:
            raise InputError("field-too-long", field=name, limit=limit)
    if len(dossier.encode()) > DOSSIER_LIMIT:
        raise InputError("dossier-too-long", limit=DOSSIER_LIMIT >> 20)
    attachments, contents = _attachments(draft)
    case = Case(
        id=_case_id(texts),
        title=texts["title"],
        organisation=texts["organisation"],
        body_type=_choice(texts.get("body_type") or "other", _BODY_TYPES, "body_type"),
        recipient=texts["recipient"],
        region=texts["region"],
        facet=_facet(texts["facet"], facets),
        route=_choice(texts.get("route") or "self", _ROUTES, "route"),
        contact=texts["contact"],
        summary=texts["summary"],
        claims=_claims(given.get("claims") or []),
        attachments=attachments,
        dossier=dossier,
    )
    for field in (*_LIMITS, "dossier"):
        check_readable(getattr(case, field), field)
    return case, contents


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
    key = match_key(texts["title"], texts["organisation"])
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


def _claims(value: Any) -> list[Claim]:
    if not isinstance(value, list) or len(value) > MAX_CLAIMS:
        raise InputError("field-form", field="claims")
    claims: list[Claim] = []
    for number, item in enumerate(value, start=1):
        place = f"claims {number}"
        if not isinstance(item, dict) or not set(item) <= {"figure", "what", "source", "date", "status"}:
            raise InputError("field-form", field=place)
        texts = {name: _line_of(text, place) for name, text in item.items()}
        if missing := [f"{place}: {name}" for name in ("figure", "what", "source") if not texts.get(name)]:
            raise InputError("nomination-incomplete", fields=missing)
        if any(len(text) > 500 for text in texts.values()):
            raise InputError("field-too-long", field=place, limit=500)
        status = _choice(texts.get("status") or "self-reported", _STATUSES, place)
        claims.append(Claim(texts["figure"], texts["what"], texts["source"], texts.get("date", ""), status))
    return claims


def _attachments(draft: Draft) -> tuple[list[Attachment], dict[str, bytes]]:
    if len(draft.attachments) > MAX_ATTACHMENTS:
        raise InputError("too-many-attachments", limit=MAX_ATTACHMENTS)
    found: list[Attachment] = []
    contents: dict[str, bytes] = {}
    names: set[str] = set()
    for item in draft.attachments:
        name = safe_name(item.file_name)
        if name.casefold() in names:
            raise InputError("attachment-twice", name=name)
        names.add(name.casefold())
        media_type_for(name)
        content = item.read()
        media_type = check_content(name, content)
        digest = hashlib.sha256(content).hexdigest()
        title = _line_of(item.title, "attachments") or re.sub(r"\.[^.]*$", "", name)
        if len(title) > 200:
            raise InputError("field-too-long", field="attachments", limit=200)
        found.append(Attachment(name, title, media_type, len(content), digest))
        contents[digest] = content
    return found, contents
