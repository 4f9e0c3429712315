"""Whether an institution that an expert named as the own one is behind a case: only ever a suggestion to look.

The rule is meant to be a bit generous, as a suggestion overlooked costs more than one waved away:

- names are compared without case, width, accents, blanks, punctuation and the two ways of writing Chinese;
- two names match when they are the same, or when one stands whole inside the other: 复旦大学 in 复旦大学附属中学, and
  清华 in 清华大学.  Latin words count as a whole: MIT is not in Smith;
- the name inside has to say something: what is left without words that any institution may have (大学, 人民政府, 局,
  University, Department...) are at least two Chinese characters or a Latin word of three letters, and it is not the
  mere name of a place: 上海市 is in every name of Shanghai.  上海市人民政府 and 上海市嘉定区人民政府 don't match, as
  neither stands inside the other;
- names that are the same match whatever they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from review_app.model.search.fold import fold

AFFILIATIONS = 20
"""Names an expert may give."""
NAME_LIMIT = 200
"""Characters of a name."""

_TOKEN = re.compile(r"[^\W_]")
_PLACE = re.compile(r"[^省市区县州盟旗镇乡村]{1,8}[省市区县州盟旗镇乡村]")
_PLACES = re.compile(rf"(?:{_PLACE.pattern})+|中国|中华人民共和国|全国|国家|china|prc|prchina")
_SAID_OF_MANY = (
    "人民政府|政府|人民法院|法院|人民检察院|检察院|人民代表大会|常务委员会|委员会|办公室|办公厅|管理局|监督局|总局"
    "|大学|学院|学校|中学|小学|幼儿园|医院|研究院|研究所|研究中心|研究|中心|实验室|协会|学会|联合会|商会|基金会"
    "|有限责任公司|股份有限公司|有限公司|集团公司|集团|公司|银行|出版社|杂志社|党委|支部|街道|社区|服务|管理"
    "|第[一二三四五六七八九十0-9]+|附属|直属|局|厅|部|处|科|室|院|所|站|队|组|团队|课题|项目"
)
_GENERAL = re.compile("|".join(sorted(_SAID_OF_MANY.split("|"), key=len, reverse=True)))
_WORDS_OF_MANY = (
    "university college institute school academy faculty department ministry bureau office government council "
    "committee commission center centre laboratory lab hospital bank press group company corporation corp inc ltd llc "
    "gmbh limited foundation association society national state city municipal people peoples republic the of and for "
    "in at de la der die und team project no"
)
_GENERAL_WORDS = frozenset(_WORDS_OF_MANY.split())


def matching_affiliation(affiliations: Iterable[str], names: Iterable[str]) -> str | None:
    """The first of ``affiliations`` that matches one of ``names`` (a nominating organisation, a carrying body, a
    recipient), or None."""
    theirs = [words for name in names if (words := _words(name))]
    for affiliation in affiliations:
        own = _words(affiliation)
        if own and any(own == other or _within(own, other) or _within(other, own) for other in theirs):
            return affiliation
    return None


def _words(name: str) -> tuple[str, ...]:
    """Latin words and numbers as a whole, every other letter by itself."""
    words: list[str] = []
    joined = False
    for letter in fold(unicodedata.normalize("NFKC", name)):
        if not _TOKEN.match(letter):
            joined = joined and letter in "'’"
        elif _stands_alone(letter):
            words.append(letter)
            joined = False
        else:
            if joined:
                words[-1] += letter
            else:
                words.append(letter)
            joined = True
    return tuple(words)


def _stands_alone(letter: str) -> bool:
    """Whether a letter is a word in a script that writes none apart (Chinese, kana)."""
    return ord(letter) >= 0x2E80 and unicodedata.category(letter) == "Lo"


def _within(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    size = len(part)
    inside = any(whole[start : start + size] == part for start in range(len(whole) - size + 1))
    return inside and _says_something(part)


def _says_something(words: tuple[str, ...]) -> bool:
    latin = [word for word in words if not _stands_alone(word[0]) and word not in _GENERAL_WORDS]
    if any(len(word) >= 3 and not word.isdecimal() for word in latin):
        return True
    alone = "".join(word if _stands_alone(word[0]) else " " for word in words)
    if _PLACES.fullmatch(alone.strip()):
        return False
    return any(len(rest) >= 2 for rest in _GENERAL.sub(" ", alone).split())
