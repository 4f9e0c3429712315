"""Reading an archive: every part compared with the seal, and the signed scores judged one by one, on all cores.

Threads, as when a box is opened: what takes the time (Ed25519, SHA-256, reading) leaves Python's lock.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import NamedTuple

from review_app.model import canonical
from review_app.model.box.judge import Electorate, judge_scores
from review_app.model.box.parallel import WORKERS
from review_app.model.box.states import State
from review_app.model.container import Container
from review_app.model.crypto import jws
from review_app.model.crypto.jws import GeneralJws
from review_app.model.crypto.keys import checked_public
from review_app.model.errors import InputError
from review_app.model.package.amendment import SignedAmendment, check_chain, verify_amendment
from review_app.model.package.manifest import SEAL_TYP, Seal, SealedEntry
from review_app.model.result.archive import ARCHIVE_MIMETYPE, ArchiveHeader
from review_app.model.result.cube import cells_of
from review_app.model.terms import Terms

PART_LIMIT = 64 << 20
SEALED_SHEETS_LIMIT = 1 << 30
SCORES_LIMIT = 1 << 20
"""Bytes of one sheet's signed scores; 500 candidates with 20 criteria come to 120 kB."""
SCORES = "scores/"
_BATCH = 32
_NEEDED = ("terms.jws", "box.jws", "remarks.json", "results.jws")


class PublishedScores(NamedTuple):
    """Signed scores by themselves, as small as they can be kept.  ``revision`` is None when the signature didn't hold;
    ``cells`` (see :func:`cells_of`) is empty unless the scores answer the terms."""

    digest: str
    state: State
    ballot: tuple[str, ...]
    revision: int | None
    cells: bytes


class JudgedPart(NamedTuple):
    """A part under ``scores/``: the digest of its bytes, and what it shows; None for what can't be read."""

    name: str
    digest: str
    judged: PublishedScores | None


class OpenArchive:
    """An archive whose seal holds.  ``parts`` are all but the scores, which are read when they are judged."""

    def __init__(self, container: Container) -> None:
        """Raises InputError ``not-an-archive``, ``archive-damaged`` (with the part), and what the strict readers
        raise."""
        names = [entry.name for entry in container.entries]
        if names[0] != "mimetype" or container.read("mimetype", 100) != ARCHIVE_MIMETYPE:
            raise InputError("not-an-archive")
        self._container = container
        self.header = canonical.decode(container.read("header.json", 4096), ArchiveHeader, "header.json")
        self.organizer = checked_public(self.header.organizer.x, "header.json")
        seal = jws.verify(container.read("seal.jws", PART_LIMIT), SEAL_TYP, self.organizer, Seal, "seal.jws")
        if names != [*(entry.name for entry in seal.entries), "seal.jws"]:
            raise InputError("archive-damaged", part="seal.jws")
        if seal.round_id != self.header.round_id:
            raise InputError("archive-damaged", part="seal.jws")
        self._sealed = {entry.name: entry for entry in seal.entries}
        self.parts = {name: self._read(name) for name in self._sealed if not name.startswith(SCORES)}
        for name in _NEEDED:
            if name not in self.parts:
                raise InputError("archive-damaged", part=name)

    @property
    def scores(self) -> list[str]:
        """Names of the parts that hold signed scores."""
        return [name for name in self._sealed if name.startswith(SCORES)]

    def judged(self, electorate: Electorate) -> Iterator[JudgedPart]:
        """Every part under ``scores/``, in the order of the file."""
        return judge_parts(self._container, self.scores, electorate, self._sealed)

    def amendments(self, terms: Terms, digest: str) -> list[SignedAmendment]:
        """The amendments in their order, each of them the organizer's."""
        names = (name for name in self.parts if name.startswith("amendments/"))
        ordered = sorted(names, key=lambda name: (len(name), name))
        found = [verify_amendment(self.parts[name], self.organizer, terms, digest) for name in ordered]
        check_chain(found)
        return found

    def _read(self, name: str) -> bytes:
        content = self._container.read(name, SEALED_SHEETS_LIMIT if name == "sheets.age" else PART_LIMIT)
        _compare(name, content, hashlib.sha256(content).hexdigest(), self._sealed)
        return content


def judge_parts(
    container: Container,
    names: Sequence[str],
    electorate: Electorate,
    sealed: Mapping[str, SealedEntry] | None = None,
) -> Iterator[JudgedPart]:
    """The members called ``names``, judged in parallel and yielded in their order.

    Raises InputError ``archive-damaged`` for one that differs from ``sealed``.
    """
    _ = (
        electorate.admitted,
        electorate.known_keys,
        electorate.withdrawn_at,
    )  # computed once, before any thread
    reading = threading.Lock()

    def judge(batch: Sequence[str]) -> list[JudgedPart]:
        with reading:
            contents = container.read_run(batch, SCORES_LIMIT)
        return [
            _judge(name, content, electorate, sealed) for name, content in zip(batch, contents, strict=True)
        ]

    batches = [names[start : start + _BATCH] for start in range(0, len(names), _BATCH)]
    if len(batches) < 2 or WORKERS == 1:
        for batch in batches:
            yield from judge(batch)
        return
    with ThreadPoolExecutor(WORKERS, "judging") as pool:
        try:
            for done in pool.map(judge, batches):
                yield from done
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def checking_points(keys: Sequence[str]) -> Iterator[None]:
    """Checks beside what is done in the body that each of ``keys`` is a point worth verifying with.

    Raises InputError ``bad-key`` at the end: what the body has found by then must not be used before.
    """
    with ThreadPoolExecutor(1, "points") as pool:
        checked = pool.submit(lambda: [checked_public(key, "admission") for key in keys])
        yield
        checked.result()


def _judge(
    name: str, content: bytes, electorate: Electorate, sealed: Mapping[str, SealedEntry] | None
) -> JudgedPart:
    digest = hashlib.sha256(content).hexdigest()
    if sealed is not None:
        _compare(name, content, digest, sealed)
    try:
        signed = canonical.decode(content, GeneralJws, name)
    except InputError:
        return JudgedPart(name, digest, None)
    judged = judge_scores(signed, electorate, digest)
    cells = b""
    if judged.state is State.ACCEPTED and judged.scores is not None:
        cells = cells_of(judged.scores, len(electorate.terms.rubric.criteria))
    kept = PublishedScores(digest, judged.state, judged.ballot, judged.revision, cells)
    return JudgedPart(name, digest, kept)


def _compare(name: str, content: bytes, digest: str, sealed: Mapping[str, SealedEntry]) -> None:
    if len(content) != sealed[name].size or digest != sealed[name].digest:
        raise InputError("archive-damaged", part=name)
