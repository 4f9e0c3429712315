"""Taking nominations in against copying the same files, each copy forced to the disk.

Folders with a text and attachments of random bytes in a real workspace, through the one door (``take_in``): read,
checked, hashed, compared with all others, stored, logged.  The copy reads every file and writes it beside, with one
``fsync`` a file, as a durable copy has to.  Both write on the disk the benchmark was started on and go forward in
parts, in turns; the sums are compared.

``python -m benchmarks intake`` takes a part of the full size; ``REVIEW_BENCH_INTAKE=full`` all of it: 1,000
nominations with 3 GB.
"""

from __future__ import annotations

import os
import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.figure import Figure
from review_app.model.crypto.vault import Unlocker
from review_app.model.nomination.intake import take_in
from review_app.model.workspace import Workspace

FULL = os.environ.get("REVIEW_BENCH_INTAKE") == "full"
NOMINATIONS = 1000 if FULL else 200
ATTACHMENTS, SIZE = 3, 1 << 20
"""A nomination's attachments, and the bytes of each."""
GROUPS = 10
"""Parts in which both sides go forward in turns: a disk is not as fast in one minute as in another."""
LIMIT = 0.5
LETTERS = 3000
_BLOCK = 1 << 20


def run() -> list[Figure]:
    """One ratio of throughput: taking in by copying."""
    copied = taken = 0.0
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        folder = Path(name)
        sources = [folder / f"source-{number}" for number in range(GROUPS)]
        for number, source in enumerate(sources):
            make_nominations(source, NOMINATIONS // GROUPS, number * NOMINATIONS)
        os.sync()  # what was made for the benchmark is not to be written while it runs
        unlocker = Unlocker(home=folder / "home")
        with Workspace.create(folder / "workspace", "测速", "2026", ["测速"], unlocker=unlocker) as workspace:
            for number, source in enumerate(sources):
                if number % 2:
                    taken += _take_in(source, workspace)
                copied += _copy(source, folder / f"copy-{number}")
                if not number % 2:
                    taken += _take_in(source, workspace)
        total = sum(file.stat().st_size for source in sources for file in _files(source))
    detail = (
        f"{NOMINATIONS:,} nominations, {total / 1e6:,.0f} MB in {taken:.1f} s, "
        f"copying the same files with fsync {copied:.1f} s"
    )
    return [Figure("taking nominations in", copied / taken, LIMIT, "at least", detail)]


def make_nominations(folder: Path, count: int, first: int = 0) -> None:
    """``count`` folders, each with a text of its own and PDFs (a PDF's head and end around random bytes), numbered
    from ``first``."""
    drawn = random.Random(first)
    for number in range(first, first + count):
        place = folder / f"{number:04}"
        place.mkdir(parents=True)
        names = [f"附件{each}.pdf" for each in range(1, ATTACHMENTS + 1)]
        for each in names:
            filling = drawn.randbytes(SIZE - 16)
            (place / each).write_bytes(b"%PDF-1.7\n" + filling + b"\n%%EOF\n")
        text = "".join(chr(0x4E00 + drawn.randrange(4000)) for _ in range(LETTERS))
        listed = "".join(f"  - file: {each}\n" for each in names)
        (place / "case.md").write_text(
            f"---\ntitle: 案例{number}{text[:8]}\norganisation: 单位{number}\nregion: 某省\nfacet: 网络服务\n"
            f"contact: 联系人{number}\nsummary: {text[8:60]}\nattachments:\n{listed}---\n\n{text}\n",
            "utf-8",
        )


def _copy(source: Path, target: Path) -> float:
    started = time.perf_counter()
    for file in _files(source):
        to = target / file.relative_to(source)
        to.parent.mkdir(parents=True, exist_ok=True)
        with file.open("rb") as read, to.open("xb") as written:
            while block := read.read(_BLOCK):
                written.write(block)
            written.flush()
            os.fsync(written.fileno())
    return time.perf_counter() - started


def _take_in(source: Path, workspace: Workspace) -> float:
    started = time.perf_counter()
    results = take_in(workspace, [source])
    taken = time.perf_counter() - started
    if len(results) != NOMINATIONS // GROUPS or any(result.status != "accepted" for result in results):
        raise RuntimeError(f"not everything was accepted: {results[0]}")
    return taken


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())
