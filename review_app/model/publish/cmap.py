"""The way from the codes of a PDF's font back to text, for copying, searching, reading aloud."""

from __future__ import annotations

from collections.abc import Sequence


def to_unicode(name: str, last: str, pairs: Sequence[tuple[str, str]]) -> str:
    """The CMap of the font ``name``.

    ``pairs``: a code in hexadecimal digits, as many as the ``last`` one has, and its text; in blocks of at most
    100, and UTF-16 beyond the BMP (Adobe note 5411).
    """
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        f"/CMapName /{name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        f"<{'0' * len(last)}> <{last}>",
        "endcodespacerange",
    ]
    for start in range(0, len(pairs), 100):
        block = pairs[start : start + 100]
        lines.append(f"{len(block)} beginbfchar")
        lines += [f"<{code}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in block]
        lines.append("endbfchar")
    return "\n".join([*lines, "endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"])
