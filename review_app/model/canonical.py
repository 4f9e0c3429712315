"""Strict JSON at every border: what parses re-encodes to the same bytes (RFC 8785, JSON Canonicalization Scheme).

The comparison with the canonical form is what refuses duplicate keys, white space, NaN, other spellings of numbers and
escapes, in one place; msgspec refuses unknown fields, wrong types and numbers outside int64.
"""

from __future__ import annotations

import hashlib
import re
import sys
from enum import StrEnum
from functools import cache
from inspect import get_annotations
from typing import Any, Literal, TypeVar, get_origin

import msgspec
import rfc8785

from review_app.model.errors import InputError

T = TypeVar("T")

_LONG_NUMBER = re.compile(rb"[:,\[]-?[0-9]{16}")
"""An integer that may be out of RFC 8785's domain, or a text that looks like one: for rfc8785 to decide."""
_DIGITS, _LONG = bytes.maketrans(b"123456789", b"0" * 9), b"0" * 16
"""Sixteen digits in a row are found in a fifth of the time when all digits are made one."""


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of everything that is written to or read from a file of ours."""


def encode(value: object) -> bytes:
    """RFC 8785 bytes of ``value`` (records, and lists, dicts, strings, integers and booleans).

    Raises ValueError for a lone surrogate and for integers beyond 2^53 - 1.
    """
    if isinstance(value, Record) and _is_plain(type(value)):
        # A hundred times as fast: packages of a thousand attachments open at once.
        data = msgspec.json.encode(value, order="sorted")
        if not _holds_numbers(type(value)) or not _holds_long_number(data):
            return data
    if isinstance(value, list) and value and {type(each) for each in value} == {type(value[0])}:
        kind = type(value[0])
        if issubclass(kind, Record) and _is_plain(kind) and not _holds_numbers(kind):
            return msgspec.json.encode(value, order="sorted")
    return rfc8785.dumps(msgspec.to_builtins(value))


def _holds_long_number(data: bytes) -> bool:
    return _LONG in data.translate(_DIGITS) and _LONG_NUMBER.search(data) is not None


@cache
def _is_plain(kind: type[Record]) -> bool:
    """Whether ``kind`` is declared to hold nothing that msgspec writes otherwise than RFC 8785: no float, and no
    object but records, whose field names are ASCII and so have one order.

    Read from the words of the declarations, as msgspec's own inspection resolves every type once more, at each start;
    what has another word in it is not plain.
    """
    fields: dict[str, tuple[object, dict[str, object]]] = {}
    for base in reversed(kind.__mro__[: kind.__mro__.index(Record)]):
        names = vars(sys.modules[base.__module__])
        fields |= {name: (text, names) for name, text in get_annotations(base).items()}
    return all(
        isinstance(text, str)
        and all(
            word in _PLAIN_WORDS or _means_plain(names.get(word))
            for word in _WORD.findall(_QUOTED.sub("", text))
        )
        for text, names in fields.values()
    )


@cache
def _holds_numbers(kind: type[Record]) -> bool:
    """Whether a number can stand in a plain ``kind``; where none can, none has to be looked for."""
    for base in kind.__mro__[: kind.__mro__.index(Record)]:
        names = vars(sys.modules[base.__module__])
        for text in get_annotations(base).values():
            for word in _WORD.findall(_QUOTED.sub("", str(text))):
                if word in ("int", "Literal") or _means_numbers(names.get(word)):
                    return True
    return False


def _means_numbers(meant: object) -> bool:
    if isinstance(meant, type):
        return issubclass(meant, Record) and _holds_numbers(meant)
    return get_origin(meant) is Literal


def _means_plain(meant: object) -> bool:
    if isinstance(meant, type):
        return issubclass(meant, StrEnum) or (issubclass(meant, Record) and _is_plain(meant))
    return get_origin(meant) is Literal


_WORD, _QUOTED = re.compile(r"[^\W\d]\w*"), re.compile(r"'[^']*'|\"[^\"]*\"")
_PLAIN_WORDS = frozenset({"str", "int", "bool", "None", "list", "tuple", "Literal", "UnsetType"})


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


def decode_stored(data: bytes, kind: type[T], what: str) -> T:
    """Parses canonical JSON out of a file of our own that an earlier version may have written: what it has no field for
    yet gets its default.  Raises InputError ``malformed``, ``malformed-field``."""
    try:
        value = msgspec.json.decode(data)
        same = rfc8785.dumps(value) == data
    except (msgspec.DecodeError, RecursionError, UnicodeError, rfc8785.CanonicalizationError) as failure:
        raise InputError("malformed", what=what) from failure
    if not same:
        raise InputError("malformed", what=what)
    return convert(value, kind, what)


def convert(value: Any, kind: type[T], what: str) -> T:
    """Typed form of JSON-like builtins (from YAML, or an inner object).

    Raises InputError ``malformed-field`` with the field.
    """
    try:
        return msgspec.convert(value, type=kind)
    except (msgspec.ValidationError, RecursionError) as failure:
        raise InputError("malformed-field", what=what, reason=str(failure)) from failure
