"""The files of a submission: attachments added and left out, and copies of what was handed in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from review_app.model.case import Attachment
from review_app.model.errors import UsageError
from review_app.model.files import write_atomically
from review_app.model.workspace.context import Context
from review_app.model.workspace.examination import Examination
from review_app.model.workspace.kept_files import kept_beside, mended_by
from review_app.model.workspace.submission import KeptFile, Submission

if TYPE_CHECKING:
    from review_app.model.workspace.submissions import Submissions


class SubmissionFiles:
    """Every change can be undone (``workspace.edits``); no bytes are ever thrown away."""

    def __init__(self, context: Context, submissions: Submissions, examination: Examination) -> None:
        self._context = context
        self._submissions = submissions
        self._examination = examination

    def add(self, submission_id: str, path: Path, title: str = "", instead_of: str = "") -> Submission:
        """Adds the file at ``path``.

        One that could not be taken in is thereby mended: ``instead_of``, or that of the same name, or the only one of
        that name with another ending.  Its title stays unless ``title`` is given; what was handed in is kept.

        Raises what taking in an attachment raises (``attachment-…``, ``format-unsupported``).
        """
        from review_app.model.nomination.receive import attachment_from, receive_all

        old = self._submissions.get(submission_id)
        mended = mended_by(path, old.broken, instead_of)
        title = title or next((item.title for item in mended), "")
        received = receive_all([attachment_from(path, title)], self._context.blobs, old.attachments)
        if received.failures:
            raise received.failures[0]
        self._context.blobs.sync()
        attachments = [*old.attachments, *received.attachments]
        there = {item.digest for item in received.attachments}
        kept = [*(item for item in old.kept if item.digest not in there), *received.kept]
        changed = msgspec.structs.replace(
            old,
            attachments=attachments,
            broken=[item for item in old.broken if item not in mended],
            kept=kept_beside(attachments, kept),
            edited=True,
            unread=None,
        )
        return self._examination.revise("submission-edited", old, changed)

    def remove(self, submission_id: str, file_name: str) -> Submission:
        """Leaves an attachment out, or one that could not be taken in; what was handed in is kept.  Raises UsageError
        ``unknown-attachment``."""
        old = self._submissions.get(submission_id)
        left = [
            KeptFile(item.file_name, item.title, item.size, item.digest)
            for item in old.attachments
            if item.file_name == file_name
        ]
        attachments = [item for item in old.attachments if item.file_name != file_name]
        changed = msgspec.structs.replace(
            old,
            kept=kept_beside(attachments, [*old.kept, *left]),
            attachments=attachments,
            broken=[item for item in old.broken if item.file_name != file_name],
            edited=True,
        )
        if (changed.attachments, changed.broken) == (old.attachments, old.broken):
            raise UsageError("unknown-attachment", name=file_name)
        return self._examination.revise("submission-edited", old, changed)

    def save(self, submission_id: str, file_name: str, path: Path) -> None:
        """Writes an attachment, or a file that is kept and not shown, to ``path`` as it was handed in.

        Raises UsageError ``unknown-submission``, ``unknown-attachment``; InputError ``blob-missing``, ``blob-damaged``.
        """
        found = self._submissions.get(submission_id)
        files: list[Attachment | KeptFile] = [*found.attachments, *found.kept]
        digest = next((item.digest for item in files if item.file_name == file_name), None)
        if digest is None:
            raise UsageError("unknown-attachment", name=file_name)
        write_atomically(path, self._context.blobs.read(digest))
