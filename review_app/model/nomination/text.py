"""Bytes to text at the border of intake: strict UTF-8, GB18030 where it is certain, and text nobody could read refused.

A damaged text is refused with what is wrong and in which line, never "repaired" by leaving something out.
"""

from __future__ import annotations

import codecs
import contextlib
import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from review_app.model.errors import InputError

Repair = Literal["", "gb18030"]

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_TRACES = re.compile(r"\ufffd|[\x80-\x84\x86-\x9f]|锟斤拷|烫烫烫|屯屯屯")
"""U+FFFD, C1 controls (no text has them but U+0085), and what lost bytes look like once read as GBK."""
_WESTERN = "\xa0-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_WESTERN_ROWS = re.compile(f"[{_WESTERN}]{{3,}}")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_WESTERN_ONES = re.compile(f"[{_WESTERN}]")
_HANZI = re.compile("[\u4e00-\u9fff]")
_COMMON_SHARE = 0.6
_ENOUGH = 8


@dataclass(frozen=True)
class DecodedText:
    """Text with LF line ends and no byte order mark; ``repair`` says how it was read if not as UTF-8, ``damage`` what
    is wrong with it for a reader."""

    text: str
    repair: Repair
    damage: InputError | None = None


def decode_text(data: bytes, name: str, *, keep_damaged: bool = False) -> DecodedText:
    """The text in ``data``.  With ``keep_damaged`` a text that no person can read is returned with what is wrong about
    it, for somebody to repair.

    Raises InputError ``text-zero-bytes``, ``text-truncated``, ``text-encoding``, ``text-mojibake`` or
    ``text-control``, each with the name of the file and the line.
    """
    if data.startswith(_UTF16):
        raise InputError("text-encoding", name=name, line=1)
    if (place := data.find(b"\0")) >= 0:
        raise InputError("text-zero-bytes", name=name, line=_line(data, place))
    repair: Repair = ""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        found = _as_gb18030(data)
        if found is None:
            cut = failure.reason == "unexpected end of data" and failure.end == len(data)
            code = "text-truncated" if cut else "text-encoding"
            raise InputError(code, name=name, line=_line(data, failure.start)) from failure
        text, repair = found, "gb18030"
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        check_readable(text, name)
    except InputError as failure:
        if not keep_damaged:
            raise
        return DecodedText(text, repair, failure)
    return DecodedText(text, repair)


def check_readable(text: str, name: str) -> None:
    """Raises InputError ``text-mojibake`` or ``text-control`` with the first line that no person can read."""
    for number, line in enumerate(text.split("\n"), start=1):
        if _CONTROL.search(line):
            raise InputError("text-control", name=name, line=number)
        if _is_mojibake(line):
            raise InputError("text-mojibake", name=name, line=number)


def _is_mojibake(line: str) -> bool:
    """Whether ``line`` is text that was once read in another encoding than it was written in, and saved again."""
    if _TRACES.search(line):
        return True
    foreign = len(_FOREIGN.findall(line))
    if foreign < _ENOUGH:
        return False
    if len(_WESTERN_ONES.findall(line)) > foreign * 0.8:
        # Letters and signs of Western Europe only: UTF-8 or GBK read as Latin-1 or Windows-1252, or real French.
        # In a language such letters stand alone between others; in mojibake they stand in rows.
        rows = "".join(_WESTERN_ROWS.findall(line))
        return len(rows) > foreign * 0.7 and _hides_chinese(_western_bytes(rows))
    # Chinese that is UTF-8 read as GBK goes back to valid UTF-8 nearly everywhere; real Chinese nearly nowhere.
    back = line.encode("gb18030", "ignore").decode("utf-8", "replace")
    return _hanzi(back) >= _ENOUGH // 2 and back.count("\ufffd") * 4 < _hanzi(back)


def _western_bytes(text: str) -> bytes:
    """The bytes that Windows-1252, or Latin-1 where that has none, showed as ``text``."""
    return b"".join(c.encode("cp1252") if ord(c) > 0xFF else c.encode("latin-1") for c in text)


def _hides_chinese(raw: bytes) -> bool:
    if _hanzi(raw.decode("utf-8", "ignore")) >= _ENOUGH // 2:
        return True
    as_gbk = raw.decode("gb18030", "ignore")  # rows of dashes come out as Chinese too, but as rare characters
    return sum(map(_is_common, as_gbk)) >= max(_ENOUGH // 2, _COMMON_SHARE * _hanzi(as_gbk))


def _as_gb18030(data: bytes) -> str | None:
    """``data`` as GB18030, or None unless it decodes and most of its characters are common Chinese ones."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    foreign = [character for character in text if ord(character) > 0x7F]
    if any(unicodedata.category(character) in {"Cn", "Co", "Cc"} for character in foreign):
        return None
    common = sum(map(_is_common, foreign))
    return text if common and common >= _COMMON_SHARE * _hanzi(text) else None


def _hanzi(text: str) -> int:
    return len(_HANZI.findall(text))


def _is_common(character: str) -> bool:
    """Whether a character is among the 3755 of level 1 of GB 2312 (rows 16 to 55)."""
    try:
        first, *_ = character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return 0xB0 <= first <= 0xD7


def _line(data: bytes, place: int) -> int:
    return data.count(b"\n", 0, place) + 1


def turned_back(line: str) -> str | None:
    """What ``line`` was before it was read in the wrong encoding, where every byte of it is still there; else None."""
    if not _is_mojibake(line):
        return None
    ways = []
    with contextlib.suppress(UnicodeEncodeError):
        raw = _western_bytes(line)
        ways += [(raw, "utf-8"), (raw, "gb18030")]
    with contextlib.suppress(UnicodeEncodeError):
        ways += [(line.encode("gb18030"), "utf-8")]
    for raw, encoding in ways:
        try:
            back = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        common = sum(map(_is_common, back))
        if (
            not _is_mojibake(back)
            and not _CONTROL.search(back)
            and common >= _COMMON_SHARE * max(1, _hanzi(back)) > 1
        ):
            return back
    return None
