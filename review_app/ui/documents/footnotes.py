"""Footnotes for the Markdown parser: ``[^name]`` in the text, ``[^name]: the note`` on a line of its own."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

NAMES = "footnotes"
"""In the parser's environment: the names that notes are written for."""
REFERENCE, OPEN, CLOSE = "note_reference", "note_open", "note_close"

_NAME = r"\[\^([^\]\[\s^]{1,64})\]"
_DEFINITION = re.compile(rf"^ {{0,3}}{_NAME}:[ \t]*", re.MULTILINE)
_REFERENCE = re.compile(_NAME)


def names_in(text: str) -> frozenset[str]:
    """The names of all notes that ``text`` seems to define."""
    return frozenset(_DEFINITION.findall(text)) if "[^" in text else frozenset()


def teach(parser: MarkdownIt) -> None:
    """Lets ``parser`` read footnotes: tokens :data:`REFERENCE` in text, and :data:`OPEN`, inline, :data:`CLOSE`."""
    parser.block.ruler.before("reference", "note", _note, {"alt": ["paragraph", "reference"]})
    parser.inline.ruler.before("link", REFERENCE, _reference)


def _note(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """A note is one paragraph; lines that go on are part of it, as far as no other block begins."""
    if state.level or state.sCount[first] - state.blkIndent >= 4:
        return False
    line = state.src[state.bMarks[first] : state.eMarks[first]]
    found = _DEFINITION.match(line)
    if found is None:
        return False
    if silent:
        return True
    lines = [line[found.end() :]]
    last = first + 1
    while last < end and not state.isEmpty(last):
        following = state.src[state.bMarks[last] : state.eMarks[last]]
        if _DEFINITION.match(following):
            break
        lines.append(following.strip())
        last += 1
    state.line = last
    token = state.push(OPEN, "", 1)
    token.info = found[1]
    token = state.push("inline", "", 0)
    token.content = "\n".join(lines).strip()
    token.map = [first, last]
    token.children = []
    state.push(CLOSE, "", -1)
    return True


def _reference(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("[^", state.pos):
        return False
    found = _REFERENCE.match(state.src, state.pos)
    if found is None or found[1] not in state.env.get(NAMES, ()):
        return False
    if not silent:
        token = state.push(REFERENCE, "", 0)
        token.info = found[1]
        token.content = found[0]
    state.pos = found.end()
    return True
