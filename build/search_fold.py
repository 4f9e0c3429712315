"""Makes the table of Chinese characters that the search takes for one another, assets/search/variants.txt:

python build/search_fold.py TSCharacters.txt EquivalentUnifiedIdeograph.txt

The first is OpenCC's (data/dictionary/ of its sources), the second Unicode's (Debian's package unicode-data has it).
The same two files give the same bytes.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path

OUTPUT = Path(__file__).resolve().parent.parent / "assets" / "search" / "variants.txt"
HEAD = """\
# Characters that the search takes for one another: one group a line, the one that stands for all of them first.
# Made by build/search_fold.py; sources and licences are in NOTICE.txt beside this file.
"""


def pairs_of_opencc(text: str) -> list[tuple[str, str]]:
    """Traditional and simplified characters; of several simplified ones, the usual one comes first."""
    lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return [(one, other) for one, others in lines for other in others.split(" ")]


def pairs_of_unicode(text: str) -> list[tuple[str, str]]:
    """Radicals, which many PDF files give in place of characters, and the characters they look like."""
    found: list[tuple[str, str]] = []
    for line in text.splitlines():
        line = line.partition("#")[0].strip()
        if not line:
            continue
        radicals, ideograph = (part.strip() for part in line.split(";"))
        first, _, last = radicals.partition("..")
        for code in range(int(first, 16), int(last or first, 16) + 1):
            found.append((chr(code), chr(int(ideograph, 16))))
    return found


def groups_of(simplified: list[tuple[str, str]], alike: list[tuple[str, str]]) -> list[list[str]]:
    """The characters that the pairs tie together, each group with its representative first.

    A representative is the character that the others are simplified to most often, and one of the basic plane where
    there is one: a single character beyond it doubles the memory of a whole text.
    """
    above: dict[str, str] = {}

    def root(character: str) -> str:
        while above.get(character, character) != character:
            character = above[character]
        return character

    for one, other in simplified + alike:
        above.setdefault(one, one)
        above.setdefault(other, other)
        above[root(one)] = root(other)
    aims = Counter(other for one, other in simplified if one != other)
    looks = Counter(other for _, other in alike)
    tied: dict[str, list[str]] = defaultdict(list)
    for character in sorted(above):
        tied[root(character)].append(character)
    groups = []
    for members in tied.values():
        first = min(members, key=lambda one: (ord(one) > 0xFFFF, -aims[one], -looks[one], one))
        groups.append([first, *(member for member in members if member != first)])
    return sorted(group for group in groups if len(group) > 1)


def main() -> None:
    """Reads both files and writes the table."""
    opencc, ideographs = (Path(name).read_text(encoding="utf-8") for name in sys.argv[1:3])
    groups = groups_of(pairs_of_opencc(opencc), pairs_of_unicode(ideographs))
    OUTPUT.parent.mkdir(exist_ok=True)
    OUTPUT.write_bytes((HEAD + "".join("".join(group) + "\n" for group in groups)).encode())


if __name__ == "__main__":
    main()
