"""Takes in a backup: the work that another computer wrote for the same card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review_app.model.errors import ReviewError
from review_app.model.files import read_limited
from review_app.model.scoring.backup import BACKUP_FILE_LIMIT
from review_app.ui.expert.backup_words import outcome_words

if TYPE_CHECKING:
    from pathlib import Path

    from review_app.model.scoring.merge import BackupOutcome
    from review_app.ui.expert.round_page import RoundPage
    from review_app.ui.jobs import Jobs


def take_in(page: RoundPage, path: Path, jobs: Jobs) -> None:
    """Reads ``path`` beside the window; ``page.told`` says what came of it, ``page.trouble`` why nothing did."""
    desk = page.desk
    session = desk.session

    def done(outcome: BackupOutcome) -> None:
        for case_id in desk.order:
            desk.case_changed.emit(case_id)
        desk.steps_changed.emit()
        page.scores.show_case(page.case)
        page.told.emit(*outcome_words(outcome))

    def failed(failure: Exception) -> None:
        if not isinstance(failure, ReviewError):
            raise failure
        page.trouble.emit(failure)

    jobs.start(lambda _: session.restore_backup(read_limited(path, BACKUP_FILE_LIMIT)), done, failed)
