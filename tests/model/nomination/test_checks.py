"""Whatever the fields hold, a draft becomes a sound case or an error of ours."""

from __future__ import annotations

import hypothesis
from hypothesis import strategies as st

from review_app.model import canonical
from review_app.model.case import Case
from review_app.model.errors import InputError
from review_app.model.nomination.checks import examine
from review_app.model.terms import is_case_id
from tests.model.nomination.conftest import FACETS, FIELDS, prose

words = st.text(st.characters(), max_size=30) | st.sampled_from(list(FIELDS.values()))
anything = st.recursive(
    words, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3)
)
names = st.sampled_from([*FIELDS, "claims", "body_type", "route", "recipient"])
claim = st.dictionaries(st.sampled_from(["figure", "what", "source", "date", "status"]), words)


@hypothesis.given(
    st.dictionaries(names, anything | st.lists(claim, max_size=3), max_size=4), st.none() | words
)
def test_any_fields(changes: dict[str, object], dossier: str | None) -> None:
    text = prose("x") if dossier is None else dossier * 20
    case, problems = examine({**FIELDS, **changes}, text, [], FACETS)
    assert (case is None) == bool(problems)
    assert all(isinstance(problem, InputError) for problem in problems)
    if case is None:
        return
    assert is_case_id(case.id)
    assert case.facet in {facet.name for facet in FACETS}
    assert "\n" not in case.title + case.summary + case.contact
    # what was accepted can be written, signed and read again
    assert canonical.decode(canonical.encode(case), Case, "case") == case


@hypothesis.given(st.text(st.characters(), min_size=1, max_size=60))
def test_any_title_survives_as_it_is_shown(title: str) -> None:
    case, problems = examine({**FIELDS, "title": title}, prose("x"), [], FACETS)
    if case is None:
        assert {p.code for p in problems} <= {"nomination-incomplete", "text-control", "text-mojibake"}
        return
    assert case.title == " ".join(case.title.split())
    assert "\0" not in case.title
