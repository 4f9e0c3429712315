"""The longest silence of the window's thread in a whole session: the sample round, and a package of hostile files.

A timer beats every 20 ms while an evening is spent (:mod:`benchmarks.session_child`); the figure is the longest gap
between two beats by the half second that is allowed.  The hostile package has every file of ``tests/vectors`` as
dossier or attachment.  Up to three evenings are spent until one keeps the limit, as other
work on the machine only ever adds to a silence; the window's own part of the longest is told beside.
"""

from __future__ import annotations

import tempfile
from pathlib import Path, PurePath

from benchmarks.evenings import Evening, spend
from benchmarks.figure import Figure
from benchmarks.packages import Attached, CaseContent, build_cases
from review_app.model.crypto.ballot_card import BallotCard
from review_app.model.sample.campaign import sample_package

ALLOWED = 0.5
EVENINGS = 3
VECTORS = Path(__file__).resolve().parents[1] / "tests" / "vectors"
ENDINGS = {".pdf": ".pdf", ".png": ".png", ".jpg": ".jpg", ".svg": ".png", ".bmp": ".jpg"}
"""What a file of each kind is called in a package, which takes no other names."""


def run() -> list[Figure]:
    """Two ratios to the half second."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        folder = Path(name)
        sample = sample_package(folder / "sample")
        hostile = folder / "hostile.casepkg"
        card = hostile_package(hostile)
        return [
            _figure("heartbeat", "the sample round", *sample, folder / "plain"),
            _figure("heartbeat, hostile files", "every hostile sample", hostile, card, folder / "hostile"),
        ]


def hostile_package(package: Path) -> BallotCard:
    """Writes a package of every sample: a case a dossier, the rest dealt out among them; returns a card."""
    dossiers = [path for path in sorted((VECTORS / "dossier").glob("*.md")) if path.stem != "invalid_utf8"]
    files = [
        (f"{path.stem}-{path.suffix[1:]}{ENDINGS[path.suffix]}", Attached(path.read_bytes()))
        for path in sorted([*(VECTORS / "images").iterdir(), *(VECTORS / "pdf" / "qpdf").iterdir()])
        if path.suffix in ENDINGS
    ]
    if len(dossiers) < 7 or len(files) < 60:
        raise RuntimeError("samples are missing")
    cases = []
    for place, path in enumerate(dossiers):
        own = files[place :: len(dossiers)]
        figures = "\n\n".join(f"![]({name})" for name, _ in own if PurePath(name).suffix != ".pdf")
        text = path.read_bytes() + f"\n\n{figures}\n".encode()
        cases.append(CaseContent(path.stem, text, own))
    return build_cases(package, cases, experts=1)


def _figure(name: str, what: str, package: Path, card: BallotCard, folder: Path) -> Figure:
    spent: list[Evening] = []
    while len(spent) < EVENINGS and not any(each.longest < ALLOWED for each in spent):
        spent.append(spend(package, card, folder.with_name(f"{folder.name}-{len(spent)}")))
    best = min(spent, key=lambda evening: evening.longest)
    detail = (
        f"{best.longest * 1e3:.0f} ms the longest silence by {ALLOWED * 1e3:.0f} ms, over {best.beats:,} beats with "
        f"{what}: {best.during}, {best.busy * 1e3:.0f} ms of it at work"
    )
    return Figure(name, best.longest / ALLOWED, 1.0, "at most", detail)
