"""What a large package and a long list of experts cost the reader: time to the first dossier, and memory.

Each opening is a process of its own, from its start to the dossier's text, as an expert opens a package; they take
turns, and the best of each is taken, as noise only ever adds time.  Memory is the kernel's own account (Linux).
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figure import Figure
from benchmarks.packages import Attached, build

ROUNDS = 12
ATTACHMENT = 1 << 20
MEMORY_LIMIT = 64 << 20


@dataclass(frozen=True)
class Opening:
    """Seconds of one process until all is imported, seconds from there to the dossier, and by how many bytes the
    process's largest size grew meanwhile."""

    start: float
    opening: float
    growth: int


def run() -> list[Figure]:
    """Ratios of 1,000 attachments to 10, of 300 experts to 10, and of memory to its limit."""
    attached = Attached(os.urandom(ATTACHMENT))
    # Not in the system's folder for temporary files: on many machines that is memory.
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        folder = Path(name)
        packages = {
            "large": _Package(folder, "large", [attached] * 1000),
            "small": _Package(folder, "small", [attached] * 10),
            "crowded": _Package(folder, "crowded", [attached] * 10, experts=300),
        }
        openings: dict[str, list[Opening]] = {key: [] for key in packages}
        for _ in range(ROUNDS):
            for key, package in packages.items():
                openings[key].append(package.open())
        size = packages["large"].path.stat().st_size
    # Until the package's name is read all processes do the same.
    start = min(each.start for key in packages for each in openings[key])
    best = {key: min(each.opening for each in openings[key]) for key in packages}
    growth = max(opening.growth for opening in openings["large"])
    base = f"{best['small'] * 1e3:.1f} ms for 10 MiB and 10 experts, after {start * 1e3:.0f} ms of starting"

    def against_small(name: str, key: str, limit: float, what: str) -> Figure:
        ratio = (start + best[key]) / (start + best["small"])
        return Figure(name, ratio, limit, "at most", f"{best[key] * 1e3:.1f} ms for {what}, {base}")

    return [
        against_small("large package", "large", 1.3, f"{size / 2**30:.2f} GiB in 1,000 attachments"),
        against_small("many experts", "crowded", 1.2, "300 experts"),
        Figure(
            "memory for a large package",
            growth / MEMORY_LIMIT,
            1.0,
            "at most",
            f"{growth / 2**20:.1f} MiB more to the first dossier of {size / 2**30:.2f} GiB, by 64 MiB",
        ),
    ]


class _Package:
    """A package with the card that opens it."""

    def __init__(self, folder: Path, name: str, attachments: list[Attached], *, experts: int = 10) -> None:
        self.path = folder / f"{name}.casepkg"
        self._card = build(self.path, attachments, experts=experts).printed()

    def open(self) -> Opening:
        started = time.time()
        child = [sys.executable, "-m", "benchmarks.open_package", str(self.path)]
        done = subprocess.run(child, input=self._card, capture_output=True, encoding="utf-8", check=True)
        found = json.loads(done.stdout)
        return Opening(found["imported"] - started, found["read"] - found["imported"], found["growth"])


def _child(path: Path) -> None:
    """Opens the package with the card on standard input and says when the first dossier was there."""
    from review_app.model.crypto.ballot_card import parse_card
    from review_app.model.package.open import SealedPackage

    before, imported = _largest_size(), time.time()
    with SealedPackage.open(path) as sealed:
        package = sealed.unlock(parse_card(sys.stdin.read()))
        dossier = package.dossier(package.terms.candidate_ids[0])
        read = time.time()
    if not dossier:
        raise RuntimeError("an empty dossier")
    print(json.dumps({"imported": imported, "read": read, "growth": _largest_size() - before}))


def _largest_size() -> int:
    found = re.search(r"^VmHWM:\s+([0-9]+) kB$", Path("/proc/self/status").read_text(), re.MULTILINE)
    if found is None:
        raise RuntimeError("the kernel does not say")
    return int(found[1]) << 10


if __name__ == "__main__":
    _child(Path(sys.argv[1]))
