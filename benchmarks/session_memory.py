"""Memory of an evening with a package of 1 GB, above that of a bare window; by the 250 MB allowed.

24 cases with dossiers of 20,000 characters and six attachments each (PDFs of scanned pages, photographs of 12 million
pixels): all are opened and leafed through, words are searched in all texts, PDFs included.  The figure is the largest
resident size of the window's process (the kernel's own account) less that of a window with a label.  The processes that
draw pages are told beside: each holds one document and ends with it.
"""

from __future__ import annotations

import io
import random
import tempfile
from pathlib import Path

from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from benchmarks.evenings import bare_size, spend
from benchmarks.figure import Figure
from benchmarks.packages import Attached, CaseContent, build_cases
from benchmarks.switch_dossier import dossier

ALLOWED = 250 << 20
CASES, SIZE = 24, 1 << 30


def run() -> list[Figure]:
    """One ratio."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        folder = Path(name)
        package = folder / "large.casepkg"
        kinds = [
            *(("pdf", Attached(_scans(seed))) for seed in range(4)),
            *(("jpg", Attached(_photograph(seed))) for seed in range(2)),
        ]
        cases = [
            CaseContent(
                f"案例{number}",
                dossier(number).encode(),
                [(f"{place}.{kind}", attached) for place, (kind, attached) in enumerate(kinds)],
            )
            for number in range(CASES)
        ]
        card = build_cases(package, cases, experts=1)
        size = package.stat().st_size
        if size < SIZE:
            raise RuntimeError(f"a package of {size:,} bytes is none of a gigabyte")
        bare = bare_size(folder / "bare")
        evening = spend(package, card, folder / "evening")
    above = evening.size - bare
    detail = (
        f"{above / 2**20:.0f} MiB above a bare window's {bare / 2**20:.0f} after {CASES * len(kinds)} attachments of a "
        f"package of {size / 2**30:.2f} GiB; its children took {evening.children / 2**20:.0f} MiB at most "
        f"({evening.most_children} at once); the longest silence {evening.longest * 1e3:.0f} ms, {evening.during}"
    )
    return [Figure("session memory", above / ALLOWED, 1.0, "at most", detail)]


def _noise(width: int, height: int, seed: int, quality: int) -> bytes:
    """A JPEG that does not compress well, as photographs and scans don't."""
    grain = Image.frombytes("L", (width, height), random.Random(seed).randbytes(width * height))
    picture = Image.merge(
        "RGB", (grain, grain.rotate(180), Image.linear_gradient("L").resize((width, height)))
    )
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=quality)
    return file.getvalue()


def _photograph(seed: int) -> bytes:
    return _noise(4000, 3000, seed, 75)


def _scans(seed: int) -> bytes:
    """A PDF of six scanned pages with a line of text on each."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for page in range(6):
        scan = ImageReader(io.BytesIO(_noise(1240, 1754, 100 * seed + page, 75)))
        canvas.drawImage(scan, 0, 0, *A4)
        canvas.drawString(72, 760, f"Scan {seed}, page {page + 1}")
        canvas.showPage()
    canvas.save()
    return file.getvalue()
