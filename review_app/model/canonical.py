"""Strict JSON at every border: what parses re-encodes to the same bytes (RFC 8785, JSON Canonicalization Scheme).

The comparison with the canonical form is what refuses duplicate keys, white space, NaN, other spellings of numbers and
escapes, in one place; msgspec refuses unknown fields, wrong types and numbers outside int64.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from typing import Any, TypeVar

import msgspec
import rfc8785
from msgspec import inspect

from review_app.model.errors import InputError

T = TypeVar("T")

_LONG_NUMBER = re.compile(rb"[:,\[]-?[0-9]{16}")
"""An integer that may be out of RFC 8785's domain, or a text that looks like one: for rfc8785 to decide."""


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of everything that is written to or read from a file of ours."""


def encode(value: object) -> bytes:
    """RFC 8785 bytes of ``value`` (records, and lists, dicts, strings, integers and booleans).

    Raises ValueError for a lone surrogate and for integers beyond 2^53 - 1.
    """
    if isinstance(value, Record) and _is_plain(type(value)):
        # A hundred times as fast: packages of a thousand attachments open at once.
        data = msgspec.json.encode(value, order="sorted")
        if not _LONG_NUMBER.search(data):
            return data
    return rfc8785.dumps(msgspec.to_builtins(value))


@cache
def _is_plain(kind: type[Record]) -> bool:
    """Whether ``kind`` is declared to hold nothing that msgspec writes otherwise than RFC 8785: no float, and no
    object but records, whose field names are ASCII and so have one order."""
    found = [inspect.type_info(kind)]
    for each in found:
        if isinstance(each, inspect.StructType):
            found += [field.type for field in each.fields]
        elif isinstance(each, inspect.ListType | inspect.VarTupleType):
            found.append(each.item_type)
        elif isinstance(each, inspect.UnionType):
            found += each.types
        elif not isinstance(each, _SCALARS):
            return False
    return True


_SCALARS = (inspect.StrType, inspect.IntType, inspect.BoolType, inspect.NoneType, inspect.LiteralType)


def digest(value: object) -> str:
    """SHA-256 of the canonical form, 64 lower-case hex digits."""
    return hashlib.sha256(encode(value)).hexdigest()


def decode(data: bytes, kind: type[T], what: str) -> T:
    """Parses canonical JSON into ``kind``; ``what`` names the part in the error.

    Raises InputError ``malformed`` for anything that is not exactly the canonical form of a ``kind``.
    """
    try:
        value = msgspec.json.decode(data, type=kind)
        same = encode(value) == data
    except (msgspec.DecodeError, RecursionError, UnicodeError, rfc8785.CanonicalizationError) as failure:
        raise InputError("malformed", what=what) from failure
    if not same:
        raise InputError("malformed", what=what)
    return value


def convert(value: Any, kind: type[T], what: str) -> T:
    """Typed form of JSON-like builtins (from YAML, or an inner object).

    Raises InputError ``malformed-field`` with the field.
    """
    try:
        return msgspec.convert(value, type=kind)
    except (msgspec.ValidationError, RecursionError) as failure:
        raise InputError("malformed-field", what=what, reason=str(failure)) from failure
