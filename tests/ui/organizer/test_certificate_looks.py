"""Looks of certificates apart from their page: back and forth, kept in order, words in brackets."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from review_app.model.publish.certificate_words import own_words
from review_app.model.publish.design import Design
from review_app.model.workspace.certificate_look import Look, kept_look
from review_app.ui.organizer.certificates import fill_ins
from review_app.ui.organizer.certificates.steps import MOST, LookKeeper, LookSteps

LOOKS = [Look(Design(), award) for award in ("", "一", "二", "三")]


def test_back_and_forth_among_looks() -> None:
    steps = LookSteps()
    with pytest.raises(IndexError):
        steps.back()
    steps.begin(LOOKS[0])
    for look in LOOKS[1:3]:
        steps.add(look)
        steps.add(look)  # nothing changed: no step
    assert (steps.back(), steps.back(), steps.undoable) == (LOOKS[1], LOOKS[0], False)
    assert (steps.forth(), steps.redoable) == (LOOKS[1], True)
    steps.add(LOOKS[3])
    assert (steps.redoable, steps.back()) == (False, LOOKS[1])
    for number in range(2 * MOST):
        steps.add(Look(Design(), str(number)))
    count = 0
    while steps.undoable:
        steps.back()
        count += 1
    assert count == MOST - 1


def test_an_older_look_never_takes_the_place_of_a_newer_one(tmp_path: Path) -> None:
    keeper = LookKeeper()
    older, newer = keeper.next(), keeper.next()
    keeper.keep(tmp_path, LOOKS[2], newer)
    keeper.keep(tmp_path, LOOKS[1], older)
    assert kept_look(tmp_path) == LOOKS[2]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("part", ["salutation", "body", "closing"])
def test_the_templates_words_come_back_as_they_were_shown(language: str, part: str, qtbot: QtBot) -> None:
    pattern = getattr(own_words(Design(), language), part)  # type: ignore[arg-type]
    shown = fill_ins.shown(pattern)
    assert "{" not in shown and fill_ins.pattern_of(shown) == pattern
    assert fill_ins.pattern_of(f"  {shown}\n") == pattern
