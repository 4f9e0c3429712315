"""A corrected file in the place of one that could not be read."""

from __future__ import annotations

import contextlib
from pathlib import Path

from review_app.model.errors import InputError
from review_app.model.nomination.intake import Door
from review_app.model.nomination.sources import find_sources
from review_app.model.progress import SILENT, Progress
from review_app.model.workspace import Workspace
from review_app.model.workspace.submission import Submission


def replace_unread(
    workspace: Workspace, submission_id: str, path: Path, progress: Progress = SILENT
) -> list[Submission]:
    """Takes in what is at ``path``, and lets the first of it replace the submission that could not be read, which
    stays as it was handed in.  Returns what has come in, complete or not; nothing is accepted by it.

    Raises UsageError ``unknown-submission``, ``submission-read`` (it could be read), ``submission-state`` (it has been
    replaced); InputError that says why nothing at ``path`` can be read either, with nothing changed.
    """
    old = workspace.submissions.unread.get(submission_id)
    with contextlib.ExitStack() as opened:
        readable, failures = [], []
        for source in find_sources(path, opened):
            try:
                source.read()
            except InputError as failure:
                failures.append(failure)
            else:
                readable.append(source)
        if not readable:
            raise failures[0]
        progress.start(len(readable))
        with workspace.transaction():
            Door(workspace, allow_similar=False, accept=False).let_in(readable, progress)
            found = [one for each in readable if (one := workspace.submissions.known(each.content))]
            workspace.submissions.supersede(found[0].id, old.id)
    return [workspace.submissions.get(one.id) for one in found]
