"""Strict JSON at the border: one spelling of each value, everything else refused with one code."""

from __future__ import annotations

import importlib
import pkgutil
import time
from enum import StrEnum
from typing import Literal

import hypothesis.strategies as st
import msgspec
import pytest
import rfc8785
from hypothesis import given
from msgspec import inspect

from review_app import model
from review_app.model import canonical
from review_app.model.canonical import Record
from review_app.model.errors import InputError


class Part(Record, frozen=True):
    name: str
    number: int


class Whole(Record, frozen=True):
    format: Literal["whole/0"]
    on: bool
    parts: list[Part]
    note: str = ""


GOOD = b'{"format":"whole/0","note":"","on":true,"parts":[{"name":"x","number":7}]}'


def test_what_parses_encodes_to_the_same_bytes() -> None:
    value = canonical.decode(GOOD, Whole, "whole")
    assert value == Whole("whole/0", True, [Part("x", 7)])
    assert canonical.encode(value) == GOOD


@given(
    st.lists(
        st.builds(
            Part, st.text(st.characters(exclude_categories=["Cs"])), st.integers(-(2**53) + 1, 2**53 - 1)
        )
    )
)
def test_every_value_comes_back(parts: list[Part]) -> None:
    value = Whole("whole/0", False, parts, "备注")
    assert canonical.decode(canonical.encode(value), Whole, "whole") == value


class Everything(Record, frozen=True):
    zebra: str
    Zebra: int
    _under: bool
    a1: list[list[str]]
    a: str | None
    parts: list[Part]
    kind: Literal["x", "y"]
    many: dict[str, int]


class Plain(Everything, frozen=True):
    many: tuple[int, ...]  # type: ignore[assignment]


TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
NUMBERS = st.integers(-(2**53) + 1, 2**53 - 1) | st.sampled_from(
    [2**53 - 1, 1 - 2**53, 10**15, 10**16 - 1 - 10**15]
)
FIELDS = {
    "zebra": TEXTS,
    "Zebra": NUMBERS,
    "_under": st.booleans(),
    "a1": st.lists(st.lists(TEXTS)),
    "a": st.none() | TEXTS | st.sampled_from([":1234567890123456", "[-99999999999999999999"]),
    "parts": st.lists(st.builds(Part, TEXTS, NUMBERS)),
    "kind": st.sampled_from(["x", "y"]),
}


@given(st.builds(Plain, **FIELDS, many=st.lists(NUMBERS).map(tuple)))
def test_the_quick_way_writes_what_rfc8785_writes(value: Plain) -> None:
    assert canonical._is_plain(Plain)
    assert canonical.encode(value) == rfc8785.dumps(msgspec.to_builtins(value))


@given(st.builds(Everything, **FIELDS, many=st.dictionaries(TEXTS, NUMBERS)))
def test_keys_from_outside_go_the_slow_way(value: Everything) -> None:
    assert not canonical._is_plain(Everything)
    assert canonical.encode(value) == rfc8785.dumps(msgspec.to_builtins(value))


def inspected_plain(kind: type[Record]) -> bool:
    """What msgspec's own inspection says of a record and all that is in it."""
    scalars = (inspect.StrType, inspect.IntType, inspect.BoolType, inspect.NoneType, inspect.LiteralType)
    found = [inspect.type_info(kind)]
    for each in found:
        if isinstance(each, inspect.StructType):
            found += [field.type for field in each.fields]
        elif isinstance(each, inspect.ListType | inspect.VarTupleType):
            found.append(each.item_type)
        elif isinstance(each, inspect.UnionType):
            found += each.types
        elif isinstance(each, inspect.EnumType):
            if not issubclass(each.cls, StrEnum):
                return False
        elif not isinstance(each, scalars):
            return False
    return True


def all_records() -> list[type[Record]]:
    """Every record that the program declares."""
    for module in pkgutil.walk_packages(model.__path__, "review_app.model."):
        importlib.import_module(module.name)
    found = [Record]
    for kind in found:
        found += [each for each in kind.__subclasses__() if each.__module__.startswith("review_app.")]
    return found[1:]


def test_declarations_are_read_as_msgspec_reads_them() -> None:
    records = all_records()
    assert len(records) > 30
    assert [kind for kind in records if canonical._is_plain(kind) != inspected_plain(kind)] == []
    assert {True, False} == {canonical._is_plain(kind) for kind in records}


@pytest.mark.parametrize("number", [2**53, -(2**53), 2**63, -(10**16)])
def test_integers_out_of_reach_are_not_written(number: int) -> None:
    with pytest.raises(ValueError):
        canonical.encode(Part("x", number))


def test_a_lone_surrogate_is_not_written() -> None:
    with pytest.raises(ValueError):
        canonical.encode(Part("\ud800", 1))


REFUSED = {
    "empty": b"",
    "BOM": b"\xef\xbb\xbf" + GOOD,
    "space before": b" " + GOOD,
    "line end after": GOOD + b"\n",
    "space inside": GOOD.replace(b":7", b": 7"),
    "two values": GOOD + GOOD,
    "comma at the end": GOOD.replace(b"7}", b"7,}"),
    "duplicate key": GOOD.replace(b'"on":true', b'"on":true,"on":true'),
    "duplicate key, other value": GOOD.replace(b'"number":7', b'"number":7,"number":8'),
    "duplicate key by escape": GOOD.replace(b'"number":7', b'"number":7,"numbe\\u0072":8'),
    "keys in another order": b'{"on":true,"format":"whole/0","note":"","parts":[]}',
    "unknown field": GOOD.replace(b'"on":true', b'"on":true,"p":1'),
    "missing field": b'{"format":"whole/0","note":"","on":true}',
    "default left out": GOOD.replace(b'"note":"",', b""),
    "other format": GOOD.replace(b"whole/0", b"whole/1"),
    "null": GOOD.replace(b":7", b":null"),
    "text for a number": GOOD.replace(b":7", b':"7"'),
    "number for truth": GOOD.replace(b":true", b":1"),
    "float": GOOD.replace(b":7", b":7.5"),
    "integral float": GOOD.replace(b":7", b":7.0"),
    "exponent": GOOD.replace(b":7", b":7e0"),
    "minus zero": GOOD.replace(b":7", b":-0"),
    "leading zero": GOOD.replace(b":7", b":07"),
    "plus": GOOD.replace(b":7", b":+7"),
    "NaN": GOOD.replace(b":7", b":NaN"),
    "infinity": GOOD.replace(b":7", b":Infinity"),
    "1e999": GOOD.replace(b":7", b":1e999"),
    "beyond 2^53": GOOD.replace(b":7", b":9007199254740993"),
    "beyond int64": GOOD.replace(b":7", b":9223372036854775808"),
    "ten million digits": GOOD.replace(b":7", b":" + b"7" * 10_000_000),
    "100,000 brackets": b"[" * 100_000,
    "100,000 brackets closed": b"[" * 100_000 + b"]" * 100_000,
    "100,000 braces in a field": GOOD.replace(b":7", b":" + b'{"a":' * 100_000),
    "lone surrogate by escape": GOOD.replace(b'"x"', b'"\\ud800"'),
    "lone surrogate in bytes": GOOD.replace(b'"x"', b'"\xed\xa0\x80"'),
    "not UTF-8": GOOD.replace(b'"x"', b'"\xff"'),
    "overlong UTF-8": GOOD.replace(b'"x"', b'"\xc1\xb8"'),
    "needless escape": GOOD.replace(b'"x"', b'"\\u0078"'),
    "escaped slash": GOOD.replace(b'"x"', b'"\\/"'),
    "upper-case escape": GOOD.replace(b'"x"', b'"\\u001F"'),
    "bare control character": GOOD.replace(b'"x"', b'"\x1f"'),
    "UTF-16": GOOD.decode().encode("utf-16"),
    "a list": b"[" + GOOD + b"]",
}


@pytest.mark.parametrize("case", REFUSED)
def test_everything_else_is_refused_with_one_code(case: str) -> None:
    started = time.monotonic()
    with pytest.raises(InputError) as refusal:
        canonical.decode(REFUSED[case], Whole, "whole")
    assert (refusal.value.code, refusal.value.params) == ("malformed", {"what": "whole"})
    assert time.monotonic() - started < 2


def test_rfc_8785_orders_keys_by_utf_16_units() -> None:
    """RFC 8785 section 3.2.3: the published example of the key order."""
    keys = ["\u20ac", "\r", "\ufb33", "1", "\U0001f600", "\u0080", "\u00f6"]
    ordered = ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\U0001f600", "\ufb33"]
    encoded = canonical.encode({key: place for place, key in enumerate(keys)}).decode()
    assert [encoded.index(f":{keys.index(key)}") for key in ordered] == sorted(
        encoded.index(f":{keys.index(key)}") for key in ordered
    )
