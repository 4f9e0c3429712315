"""Packing and reading attachments against the ``age`` command on the same files, one call an attachment.

Ours also hashes every attachment, signs, and frames it in the package.  Rounds alternate; the best of each side is
compared, as noise only ever adds time.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.figure import Figure
from benchmarks.packages import Attached, build
from review_app.model.crypto import age
from review_app.model.crypto.ballot_card import BallotCard
from review_app.model.package.open import SealedPackage

ATTACHMENTS, SIZE, ROUNDS = 64, 4 << 20, 5


def run() -> list[Figure]:
    """Two ratios of throughput, ours by the command's."""
    contents = [os.urandom(SIZE) for _ in range(ATTACHMENTS)]
    with tempfile.TemporaryDirectory() as name:
        command, ours = _Command(Path(name), contents), _Ours(Path(name), contents)
        sides: list[tuple[Callable[[], None], list[float]]] = [
            (command.pack, []),
            (ours.pack, []),
            (command.read, []),
            (ours.read, []),
        ]
        for _ in range(ROUNDS):
            for action, times in sides:
                started = time.perf_counter()
                action()
                times.append(time.perf_counter() - started)
        ours.close()
    age_pack, our_pack, age_read, our_read = (min(times) for _, times in sides)
    total = f"{ATTACHMENTS * SIZE >> 20} MiB in {ATTACHMENTS} attachments"
    return [
        Figure("packing", age_pack / our_pack, 0.8, "at least", f"{total}, throughput by that of age -r"),
        Figure("reading", age_read / our_read, 0.8, "at least", f"{total}, throughput by that of age -d"),
    ]


class _Command:
    """Debian's ``age``, a call an attachment."""

    def __init__(self, folder: Path, contents: list[bytes]) -> None:
        self._folder = folder
        self._identity, self._recipient = age.new_identity()
        (folder / "key.txt").write_text(self._identity + "\n")
        for number, content in enumerate(contents):
            (folder / f"{number}.plain").write_bytes(content)

    def pack(self) -> None:
        for number in range(ATTACHMENTS):
            self._age("-r", self._recipient, "-o", self._name(number, "age"), self._name(number, "plain"))

    def read(self) -> None:
        key = str(self._folder / "key.txt")
        for number in range(ATTACHMENTS):
            self._age("-d", "-i", key, "-o", self._name(number, "opened"), self._name(number, "age"))

    def _name(self, number: int, ending: str) -> str:
        return str(self._folder / f"{number}.{ending}")

    def _age(self, *arguments: str) -> None:
        subprocess.run(["age", *arguments], check=True)


class _Ours:
    """The real builder and reader."""

    def __init__(self, folder: Path, contents: list[bytes]) -> None:
        self._file = folder / "bench.casepkg"
        self._attached = [Attached(content) for content in contents]
        self._card: BallotCard = build(self._file, self._attached)
        self._package = SealedPackage.open(self._file).unlock(self._card)

    def pack(self) -> None:
        build(self._file.with_name("again.casepkg"), self._attached)

    def read(self) -> None:
        for case in self._package.manifest.cases:
            for attachment in case.attachments:
                self._package.read_member(attachment.member)

    def close(self) -> None:
        self._package.close()
