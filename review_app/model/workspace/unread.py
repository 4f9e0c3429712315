"""What was handed in and could not be read: it waits, with its files, for a corrected one or for somebody's word."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from review_app.model.errors import UsageError
from review_app.model.files import os_errors
from review_app.model.workspace.context import Context
from review_app.model.workspace.edits import RowChange
from review_app.model.workspace.log import Detail
from review_app.model.workspace.submission import Submission

if TYPE_CHECKING:
    from review_app.model.workspace.submissions import Submissions


class Unread:
    """Those of the submissions of which nothing could be read (``Submission.unread``)."""

    def __init__(self, context: Context, submissions: Submissions) -> None:
        self._context = context
        self._submissions = submissions

    def all(self) -> list[Submission]:
        """Those that wait, by id."""
        return [
            one
            for one in self._submissions.all()
            if one.unread is not None and one.state in ("received", "returned")
        ]

    def get(self, submission_id: str) -> Submission:
        """One of them, whatever has become of it; raises UsageError ``unknown-submission``, ``submission-read``."""
        found = self._submissions.get(submission_id)
        if found.unread is None:
            raise UsageError("submission-read", submission=submission_id)
        return found

    def remove(self, submission_id: str) -> Submission:
        """Takes one out of the list, as what was no nomination at all, and returns it.

        It is a line of the log with the files' names, and can be undone; the bytes stay in the workspace.  Raises what
        :meth:`get` raises.
        """
        found = self.get(submission_id)
        details: dict[str, Detail] = {
            "submission": found.id,
            "source": found.source_name,
            "files": [item.file_name for item in found.kept],
        }
        row = RowChange("submission", (found.id,), None)
        self._context.edits.change("submission-removed", details, [row])
        return found

    def settle(self, path: Path) -> None:
        """Drops those that were kept because the very file at ``path`` could not be read: by now it has been, once its
        columns were named, say."""
        waiting = [one for one in self.all() if one.source_name == path.name and one.state == "received"]
        if not waiting:
            return
        with os_errors(path), path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        with self._context.db.transaction():
            for one in waiting:
                if [item.digest for item in one.kept] == [digest]:
                    self._context.db.run("DELETE FROM submission WHERE id = ?", (one.id,))
