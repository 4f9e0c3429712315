"""A sheet that was exported and no longer says what is stored: told once, marked until it is right again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from review_app.ui.window import MainWindow
from tests.rounds import SmallRound

Open = Callable[..., MainWindow]


def notes(window: MainWindow) -> list[str]:
    return [each.what.text() for each in window.notes.notes if "no longer says" in each.what.text()]


def test_a_change_after_an_export_is_told_and_marked_until_it_is_undone_or_exported(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound, tmp_path: Path
) -> None:
    window = open_window(package, a_round)
    page, desk = window.round, window.round.desk
    first = desk.order[0]
    for case_id in desk.order:
        for place in range(len(desk.rubric.criteria)):
            desk.change(case_id, lambda session, c=place, i=case_id: session.set_score(i, c, 7))
    step = window.top.step_buttons["sign"]
    page.show_step("sign")
    page.sign.export_to(tmp_path / "a.scoresheet")
    qtbot.waitUntil(lambda: page.sign.receipt_panel is not None and not window.jobs.busy)
    page.show_step("read")
    assert not notes(window) and "•" not in step.text()

    desk.change(first, lambda session: session.set_score(first, 0, 9))
    assert not notes(window)  # not between the key and what it shows
    qtbot.waitUntil(lambda: len(notes(window)) == 1)
    assert "•" in step.text() and step.accessibleDescription()
    desk.change(first, lambda session: session.set_score(first, 1, 9))
    window.notes.clear()
    qtbot.wait(1000)
    assert not notes(window)  # told once
    assert "•" in step.text()

    window.rebuild()
    qtbot.waitUntil(lambda: "•" in window.top.step_buttons["sign"].text())
    assert not notes(window)

    for _ in range(2):
        window.desk.undo()
    qtbot.waitUntil(lambda: "•" not in window.top.step_buttons["sign"].text())
    window.desk.redo()
    qtbot.waitUntil(lambda: len(notes(window)) == 1)
    note = next(each for each in window.notes.notes if "no longer says" in each.what.text())
    assert note.action is not None
    note.action.click()
    assert window.round.step == "sign"
    assert not notes(window)  # the page says it in its own words
    window.desk.undo()
    qtbot.waitUntil(lambda: "•" not in window.top.step_buttons["sign"].text())
    window.round.show_step("sign")
    window.desk.change(first, lambda session: session.set_score(first, 1, 9))
    qtbot.waitUntil(lambda: "•" in window.top.step_buttons["sign"].text())
    assert window.round.step == "sign" and not notes(window)
    window.round.sign.export_to(tmp_path / "b.scoresheet")
    qtbot.waitUntil(lambda: not notes(window))
    assert "•" not in window.top.step_buttons["sign"].text()


def test_after_an_export_the_way_on_is_to_the_receipt_until_something_changes(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound, tmp_path: Path
) -> None:
    window = open_window(package, a_round)
    page, desk = window.round, window.round.desk
    for case_id in desk.order:
        for place in range(len(desk.rubric.criteria)):
            desk.change(case_id, lambda session, c=place, i=case_id: session.set_score(i, c, 7))
    forward = page.scores.forward
    assert forward.text().startswith("All decided: check")
    page.show_step("sign")
    page.sign.export_to(tmp_path / "a.scoresheet")
    qtbot.waitUntil(lambda: page.sign.receipt_panel is not None and not window.jobs.busy)
    page.show_step("read")
    assert forward.text().startswith("Exported: see the receipt")
    assert "says what stands here" in forward.toolTip()
    forward.click()
    assert page.step == "sign"
    assert page.sign.receipt_panel is not None

    page.show_step("read")
    first = desk.order[0]
    page.show_case(first)
    desk.change(first, lambda session: session.set_score(first, 0, 9))
    qtbot.waitUntil(lambda: forward.text().startswith("Changed: export again"))
    assert "no longer says" in forward.toolTip()
    forward.click()
    assert page.step == "sign"
    page.show_step("read")
    desk.undo()
    qtbot.waitUntil(lambda: forward.text().startswith("Exported: see the receipt"))
    desk.change(first, lambda session: session.set_score(first, 0, None))
    qtbot.waitUntil(lambda: not forward.text().startswith("Exported"))
    assert page.case == first

    desk.undo()
    window.rebuild()
    qtbot.waitUntil(lambda: window.round.scores.forward.text().startswith("Exported: see the receipt"))
