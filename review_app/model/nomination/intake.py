"""Stage 1: everything that was handed in, each accepted, named a duplicate, or refused with a reason; and kept."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from review_app.model.case import Case
from review_app.model.errors import InputError, ReviewError
from review_app.model.nomination.checks import examine
from review_app.model.nomination.draft import Draft, Source
from review_app.model.nomination.handed_in import keep_files
from review_app.model.nomination.match import match_key
from review_app.model.nomination.receive import Received, receive_all
from review_app.model.nomination.sources import find_sources
from review_app.model.progress import SILENT, Cancelled, Progress
from review_app.model.text import storable
from review_app.model.workspace import Workspace
from review_app.model.workspace.nominations import IntakeResult
from review_app.model.workspace.submission import FieldValue, Problem, Submission, problem_of

BATCH = 16
"""Nominations a transaction: as many as may have to be taken in again after a power cut."""


def take_in(
    workspace: Workspace,
    paths: Iterable[Path],
    *,
    allow_similar: bool = False,
    accept: bool = True,
    mapping: Mapping[str, str] | None = None,
    progress: Progress = SILENT,
) -> list[IntakeResult]:
    """Takes in folders with ``case.md``, folders of such folders, ZIP files of them, ``.docx``, ``.xlsx`` and ``.csv``.

    Whatever it is, is kept as a submission, complete or not; of what can't be read, the files (see ``not-kept``), but
    for files of the review itself.  Each nomination is in as a whole or not at all
    after a crash, and taking the same paths in again is harmless.  With ``allow_similar`` a text close to another one
    is accepted (somebody has looked); with ``accept`` false complete ones wait for the organizer.  ``mapping`` names
    the fields of tables' columns (see :func:`review_app.model.nomination.table.table_preview`).  ``progress`` counts
    nominations.  What can't be read is a result, not an exception; EnvironmentFailure (disk full and the like) is
    raised.
    """
    with contextlib.ExitStack() as opened:
        found = {path: list(find_sources(path, opened, mapping)) for path in paths}
        sources = [source for of_path in found.values() for source in of_path]
        door = Door(workspace, allow_similar, accept)
        progress.start(len(sources))
        for start in range(0, len(sources), BATCH):
            door.let_in(sources[start : start + BATCH], progress)
        if workspace.submissions.unread.all():
            _settle(workspace, found)
        return door.results


def _settle(workspace: Workspace, found: Mapping[Path, Sequence[Source]]) -> None:
    """What was kept of a file that could not be read is no longer needed where it has been read now."""
    for path, sources in found.items():
        came = [workspace.submissions.known(source.content) for source in sources]
        if path.is_file() and came and all(one is not None and one.unread is None for one in came):
            workspace.submissions.unread.settle(path)


class Door:
    """Lets sources in, some to a transaction."""

    def __init__(self, workspace: Workspace, allow_similar: bool, accept: bool) -> None:
        self.results: list[IntakeResult] = []
        self._workspace = workspace
        self._submissions = workspace.submissions
        self._allow_similar, self._accept = allow_similar, accept
        self._settings = workspace.settings
        self._finder = workspace.submissions.examination.finder()

    def let_in(self, sources: Sequence[Source], progress: Progress) -> None:
        """All of ``sources``, or, when something stops it, those before: none of them in part."""
        stopped: BaseException | None = None
        with self._workspace.transaction():
            for source in sources:
                try:
                    arrived = self._read(source)
                except ReviewError as failure:  # a full disk: what is in stays in
                    stopped = failure
                    break
                self.results.append(self._keep(source, *arrived))
                try:
                    progress.step()
                except Cancelled as cancelled:
                    stopped = cancelled
                    break
            self._workspace.blobs.sync()
        if stopped is not None:
            raise stopped

    def _read(self, source: Source) -> tuple[Submission | None, Case | None, InputError | None]:
        """The source as a submission (None when there is nothing of it to keep), the case in it, and the first thing
        that is wrong."""
        try:
            draft = source.read()
        except InputError as failure:
            return self._unread(source, failure), None, failure
        received = receive_all(draft.attachments, self._workspace.blobs, others=draft.others)
        case, failures = examine(
            draft.fields,
            draft.dossier,
            received.attachments,
            self._settings.facets,
            self._settings.checklist,
            received.failures,
        )
        if draft.damage is not None:
            case, failures = None, [draft.damage, *failures]
        submission = Submission(
            self._submissions.id_for(source.content),
            storable(source.name),
            source.arrival,
            source.content,
            "received" if failures else "complete",
            _plain_fields(draft.fields),
            storable(draft.dossier),
            received.attachments,
            received.broken,
            [problem_of(failure) for failure in failures],
            _notes(draft, received),
            kept=received.kept,
        )
        return submission, case, failures[0] if failures else None

    def _unread(self, source: Source, failure: InputError) -> Submission | None:
        """What was handed in and can't be read, with its files as they are; None where there is nothing to keep."""
        files = source.files()
        if not files:
            return None
        kept, notes = keep_files(files, self._workspace.blobs)
        why = problem_of(failure)
        return Submission(
            self._submissions.id_for(source.content),
            storable(source.name),
            source.arrival,
            source.content,
            "received",
            {},
            "",
            [],
            [],
            [why],
            notes,
            kept=kept,
            unread=why,
        )

    def _keep(
        self, source: Source, submission: Submission | None, case: Case | None, failure: InputError | None
    ) -> IntakeResult:
        name = storable(source.name)
        if submission is None or case is None:
            wrong = problem_of(failure or InputError("case-file-missing", name=name))
            result = IntakeResult(name, "refused", "", wrong.code, wrong.params)
            if submission is not None and self._is_open(source):
                self._submissions.put(submission)
            if submission is not None or wrong.code != "nomination-own-file":
                self._workspace.nominations.note(result, source.content)
            return result
        duplicate = self._finder.find(case, near=not self._allow_similar)
        if duplicate is not None:
            wrong = problem_of(duplicate.error)
            if duplicate.code != "nomination-known" and self._is_open(source):
                self._submissions.put(msgspec.structs.replace(submission, state="received", problems=[wrong]))
            result = IntakeResult(name, "duplicate", duplicate.other, wrong.code, wrong.params)
            self._workspace.nominations.note(result, source.content)
            return result
        notes = submission.notes
        code, params = (notes[0].code, notes[0].params) if notes else ("", {})
        if not self._accept:
            if self._is_open(source):
                self._submissions.put(submission)
            return IntakeResult(name, "complete", "", code, params)
        result = IntakeResult(name, "accepted", case.id, code, params)
        self._submissions.put(msgspec.structs.replace(submission, state="accepted", case_id=case.id))
        key = match_key(case.title, case.organisation)
        self._workspace.nominations.add(case, key, result, source.content)
        self._finder.add(case)
        return result

    def _is_open(self, source: Source) -> bool:
        """Whether what comes in may take the place of what is there: nothing the organizer has worked on."""
        known = self._submissions.known(source.content)
        return known is None or (known.state in ("received", "complete") and not known.edited)


def _plain_fields(fields: Mapping[str, Any]) -> dict[str, FieldValue]:
    """Fields as a submission keeps them; what is no text and no list of figures stays legible as JSON."""

    def line(value: Any) -> str:
        return storable(
            value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
        )

    found: dict[str, FieldValue] = {}
    for name, value in fields.items():
        if name == "claims" and isinstance(value, list) and all(isinstance(item, dict) for item in value):
            found[name] = [{storable(str(key)): line(text) for key, text in item.items()} for item in value]
        elif name != "attachments":
            found[storable(str(name))] = line(value)
    return found


def _notes(draft: Draft, received: Received) -> list[Problem]:
    """What was noticed: how the text was read, what was left out, what was converted."""
    left_out = [storable(item) for item in draft.left_out]
    notes = [Problem("repaired-gb18030", {"left_out": list(left_out)})] if draft.repair else []
    if left_out and not draft.repair:
        notes.append(Problem("left-out", {"left_out": list(left_out)}))
    if received.converted:
        notes.append(Problem("converted", {"names": list(received.converted)}))
    return notes
