"""The program as a person meets it: a real window under a real window manager, a keyboard and nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from review_app.model.sample.campaign import sample_package
from review_app.model.scoring.session import ReviewSession
from review_app.model.scoring.sheet import check_arrival
from tests.conftest import REPOSITORY
from tests.ui.desktop.screen import MISSING, PATIENCE, Screen, wait_for

pytestmark = [
    pytest.mark.window,
    pytest.mark.xdist_group("screen"),
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]


def test_one_case_scored_by_keyboard_and_the_sheet_exported(
    screen: Screen, tmp_path: Path, review_app_home: Path
) -> None:
    package, card = sample_package(tmp_path / "sample")
    with ReviewSession.open(package, card) as session:
        order = session.reading_order
        last = order[-1]
        for case_id in order[:-1]:
            for criterion in range(5):
                session.set_score(case_id, criterion, 1 + (len(case_id) + criterion) % 10)
    sheet = tmp_path / "mine.scoresheet"
    program = subprocess.Popen(
        [sys.executable, "-m", "review_app", str(package)],
        cwd=REPOSITORY,
        env=screen.environment,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        screen.window("Ballot card - Case review")
        screen.type(card.printed().lower())
        screen.keys("Return")
        screen.window("^Case review$")
        screen.keys("Return")
        screen.window("Read and score - Case review")
        screen.keys("9", "8", "0", "6", "7")
        screen.keys("ctrl+3")
        screen.window("Sign and export - Case review")
        screen.keys("Return")
        screen.window("Save the score sheet")
        screen.keys("ctrl+a")
        screen.type(str(sheet))
        screen.keys("Return")
        wait_for(sheet.exists, f"no sheet; windows: {screen.titles()}")
        screen.window("Sign and export - Case review")
        screen.keys("ctrl+q")
        assert program.wait(PATIENCE) == 0
    finally:
        if program.poll() is None:
            program.kill()
        _, complaints = program.communicate()
    assert "Traceback" not in complaints
    assert check_arrival(sheet.read_bytes()).round_id
    with ReviewSession.open(package, card) as session:
        assert session.state(last).scores == (9, 8, 10, 6, 7)
        assert session.open_cases() == []
        assert [each.revision for each in session.meta.exported] == [1]
        assert session.meta.last_case == last
