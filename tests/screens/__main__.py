"""Pictures of every page, to be looked at: python -m tests.screens [--few] [--desk] [folder]

In light and dark, Chinese and English, at the sizes people have and at twice the size, with strings longer than any
language has, with empty, half-done and finished rounds; and a contact sheet of every combination.  The sample round is
opened with a card of its own in a folder that is thrown away; what is scored is made up here.  ``--desk`` leaves out
the reading room, ``--kinds`` all kinds but those named.  ``folder`` is
out/screens unless named.  The few pictures that the documentation shows, and its one contact sheet, go to docs/images/
with ``--few``, which makes nothing else.  Each combination is a process of its own, as a screen's scale is read once.
"""

from __future__ import annotations

import argparse
import io
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")

from PIL import Image
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from tests.screens.sheet import contact_sheet

REPOSITORY = Path(__file__).resolve().parents[2]
IMAGES = REPOSITORY / "docs" / "images"
USUAL = REPOSITORY / "out" / "screens"
SIZES = {"1093": (1093, 614), "1280": (1280, 720), "1920": (1920, 1080)}
AT_ONCE = 2
"""Processes."""
FEW = (
    *("start", "card", "read", "search", "check-done", "grid-done", "sign-done", "receipt"),
    *("desk-packed-overview", "desk-opened-nominations", "desk-packed-package", "desk-packed-box"),
    *("desk-results-ranking", "desk-results-case", "desk-certificates-bronze", "verify-archive"),
)
"""Pages of the documentation's contact sheet."""
LARGE = {"expert": "read", "organizer": "desk-shortlisted-shortlist"}
"""Pages that the documentation shows large, by the beginning of their pictures' names."""


@dataclass(frozen=True)
class Kind:
    """How a window is looked at: ``language`` with ``long`` strings or not, ``theme``, size, and the screen's scale."""

    language: str
    theme: str
    size: str
    scale: int = 1
    long: bool = False

    @property
    def name(self) -> str:
        """``zh-dark-1280``, ``en-long-1093``, ``zh-1093-x2``."""
        parts = [self.language]
        parts += ["long"] * self.long + ["dark"] * (self.theme == "dark") + [self.size]
        return "-".join(parts + [f"x{self.scale}"] * (self.scale != 1))

    @classmethod
    def of(cls, name: str) -> Kind:
        """The other way."""
        parts = name.split("-")
        return cls(
            language=parts[0],
            theme="dark" if "dark" in parts else "light",
            size=next(part for part in parts if part in SIZES),
            scale=2 if "x2" in parts else 1,
            long="long" in parts,
        )


EVERY = [
    *(Kind(code, theme, size) for code in ("zh", "en") for theme in ("light", "dark") for size in SIZES),
    *(Kind(code, theme, "1093", scale=2) for code in ("zh", "en") for theme in ("light", "dark")),
    *(Kind(code, "light", size, long=True) for code in ("zh", "en") for size in ("1093", "1280")),
]
SHOWN = [Kind("zh", "light", "1280"), Kind("en", "light", "1280"), Kind("zh", "dark", "1280")]
"""What the documentation shows."""


def save(picture: QPixmap, file: Path) -> None:
    """Writes a picture in 256 colours: a third of the size, and the eye sees no difference in an interface."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.ReadWrite)
    picture.save(buffer, "PNG")
    image = Image.open(io.BytesIO(buffer.data().data())).convert("RGB")
    image.quantize(256, dither=Image.Dither.NONE).save(file, optimize=True)


def take(kind: Kind, folder: Path, only_desk: bool = False) -> int:
    """All pictures of one kind, in this process, or ``only_desk`` those of the organizer; how many pages could not be
    reached."""
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["REVIEW_APP_HOME"] = str(Path(scratch) / "home")
        from PySide6.QtWidgets import QApplication

        from review_app.ui import language, theme
        from tests.campaigns import SampleCampaigns
        from tests.screens import stretched
        from tests.screens.campaign import make_sample
        from tests.screens.clipped import clipped, nameless
        from tests.screens.organizer import OrganizerWalk
        from tests.screens.walk import Walk

        application = QApplication([])
        theme.install(application, "dark" if kind.theme == "dark" else "light")
        code = language.resolved(kind.language)
        if kind.long:
            stretched.install(code)
        else:
            language.install(code)
        count = 0

        def visit(page: str, window: QWidget) -> None:
            nonlocal count
            save(window.grab(), folder / f"{page}-{kind.name}.png")
            for trouble in clipped(window) + nameless(window):
                print(f"{page} {kind.name}: {trouble}")
            count += 1

        work = Path(scratch) / "Documents"
        work.mkdir()
        failures: dict[str, Exception] = {}
        if not only_desk:
            walk = Walk(SIZES[kind.size], visit)
            sheet = work / (
                "评分表-7K3M9Q.scoresheet" if kind.language == "zh" else "scores-7K3M9Q.scoresheet"
            )
            walk.all(make_sample(work), sheet)
            failures |= walk.failures
        rooms = Path(scratch) / "campaigns"
        rooms.mkdir()
        desk = OrganizerWalk(SIZES[kind.size], visit, SampleCampaigns(rooms), work)
        desk.stations()
        failures |= desk.failures
        for page, failure in failures.items():
            print(f"{page} {kind.name}: NOT REACHED, {type(failure).__name__}: {failure}")
        print(f"{count} pictures of {kind.name}")
    sys.stdout.flush()
    return len(failures)


def take_apart(kinds: Sequence[Kind], folder: Path, only_desk: bool = False) -> int:
    """Each kind in a process of its own, some at a time; how many went wrong."""

    def one(kind: Kind) -> int:
        done = subprocess.run(
            [sys.executable, "-m", "tests.screens", *["--desk"] * only_desk, "--one", kind.name, str(folder)],
            cwd=REPOSITORY,
            env=os.environ | {"QT_SCALE_FACTOR": str(kind.scale)},
            stdout=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
        print(done.stdout, end="", flush=True)
        return int(done.returncode != 0)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return sum(pool.map(one, kinds))


def few() -> int:
    """What the documentation shows: some pages large, others on one sheet."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        bad = take_apart(SHOWN, folder)
        for name, page in LARGE.items():
            for file in IMAGES.glob(f"{name}-*.png"):
                file.unlink()
            for kind in SHOWN:
                shutil.copyfile(folder / f"{page}-{kind.name}.png", IMAGES / f"{name}-{kind.name}.png")
        chosen = [folder / f"{page}-{SHOWN[place % 3].name}.png" for place, page in enumerate(FEW)]
        contact_sheet(
            [path for path in chosen if path.exists()],
            IMAGES / "contact-sheet.png",
            columns=2,
            width=640,
            colours=128,
        )
    return int(bad > 0)


def main(arguments: list[str]) -> int:
    """Writes the pictures; 1 when a page could not be reached."""
    parser = argparse.ArgumentParser(prog="python -m tests.screens")
    parser.add_argument("--one", metavar="KIND")
    parser.add_argument("--few", action="store_true")
    parser.add_argument("--desk", action="store_true")
    parser.add_argument("--kinds", nargs="*", default=[kind.name for kind in EVERY])
    parser.add_argument("folder", nargs="?", type=Path, default=USUAL)
    asked = parser.parse_args(arguments)
    if asked.few:
        return few()
    folder: Path = asked.folder
    folder.mkdir(parents=True, exist_ok=True)
    if asked.one:
        return int(take(Kind.of(asked.one), folder, asked.desk) > 0)
    kinds = [Kind.of(name) for name in asked.kinds]
    bad = take_apart(kinds, folder, asked.desk)
    for kind in kinds:
        pictures = sorted(folder.glob(f"*-{kind.name}.png"), key=lambda file: file.stat().st_mtime)
        own = [file for file in pictures if not file.name.startswith("sheet-")]
        contact_sheet(own, folder / f"sheet-{kind.name}.png", columns=4, width=480)
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
