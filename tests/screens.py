"""Pictures of every page, to be looked at: python -m tests.screens [folder]

In light and dark, Chinese and English, at the sizes people have.  The sample round is opened with a card of its own
in a folder that is thrown away; what is scored is made up here.  Without ``folder`` the few pictures that the
documentation shows go to docs/images/.
"""

from __future__ import annotations

import io
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")

from PIL import Image
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QPixmap

REPOSITORY = Path(__file__).resolve().parent.parent
IMAGES = REPOSITORY / "docs" / "images"
SIZES = [(1093, 614), (1280, 720), (1920, 1080)]
SHOWN = {"start", "card", "read", "check", "sign", "receipt"}
"""Pages whose pictures the documentation keeps: light ones at every size, dark ones at 1280."""


def save(picture: QPixmap, file: Path) -> None:
    """Writes a picture in 256 colours: a third of the size, and the eye sees no difference in an interface."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.ReadWrite)
    picture.save(buffer, "PNG")
    image = Image.open(io.BytesIO(buffer.data().data())).convert("RGB")
    image.quantize(256, dither=Image.Dither.NONE).save(file, optimize=True)


class Photographer:
    """Walks one window through all pages and keeps a picture of each."""

    def __init__(
        self, folder: Path, language: str, theme: str, size: tuple[int, int], keep: set[str]
    ) -> None:
        from review_app.ui import language as languages
        from review_app.ui import theme as themes
        from review_app.ui.settings import Settings
        from review_app.ui.window import MainWindow

        self.folder, self.keep = folder, keep
        self.suffix = f"{language}{'-dark' if theme == 'dark' else ''}-{size[0]}"
        languages.install(languages.resolved(language))
        themes.choose("dark" if theme == "dark" else "light")
        self.window = MainWindow(Settings())
        self.window.resize(*size)
        self.window.show()
        self.count = 0

    def settle(self, seconds: float = 0.3, until: Callable[[], bool] = lambda: True) -> None:
        """Lets the window come to rest, and waits for ``until``."""
        from PySide6.QtWidgets import QApplication

        start = time.monotonic()
        while time.monotonic() < start + seconds or self.window.jobs.busy or not until():
            QApplication.processEvents()
            if time.monotonic() > start + 30:
                raise TimeoutError(self.suffix)

    def take(self, page: str, until: Callable[[], bool] = lambda: True) -> None:
        """A picture of what is shown."""
        if page in self.keep:
            self.settle(until=until)
            name = "expert" if page == "read" else f"expert-{page}"
            save(self.window.grab(), self.folder / f"{name}-{self.suffix}.png")
            self.count += 1

    def walk(self, package: Path, card: object, sheet: Path) -> None:
        """From the first page to the receipt."""
        window = self.window
        self.take("start")
        start = window.pages.currentWidget()
        start.doors.buttons()[1].click()
        self.take("organizer")
        window.open_file(package)
        page = window.pages.currentWidget()
        page.field.setText("7K3M-9QPX-2")
        page.field.textEdited.emit(page.field.text())
        self.take("card-half")
        page.field.set_card(card)
        self.take("card")
        page.open.click()
        self.take("welcome")
        window.enter_round()
        self.take("empty")
        self._half_done()
        self._pieces()
        desk = window.round.desk
        window.round.show_step("check")
        self.take("check-half")
        window.round.show_step("sign")
        self.take("sign-half")
        drawn = random.Random(7)
        for case_id in desk.open_cases():
            self._score(case_id, [drawn.randint(3, 10) for _ in desk.rubric.criteria])
        window.round.show_step("check")
        self.take("check")
        window.round.show_step("sign")
        self.take("sign")
        sheet.unlink(missing_ok=True)
        window.round.sign.export_to(sheet)
        self.take("receipt")
        window.round.sign.export_to(sheet)
        self.take("refused")
        window.close()

    def _score(self, case_id: str, values: list[int]) -> None:
        for criterion, value in enumerate(values):
            self.window.round.desk.change(
                case_id, lambda session, c=criterion, v=value: session.set_score(case_id, c, v)
            )

    def _half_done(self) -> None:
        """Some scored, one recused, one doubtful, one half-way: the one that is on the table."""
        page, desk = self.window.round, self.window.round.desk
        drawn = random.Random(3)
        for case_id in desk.order[:9]:
            self._score(case_id, [drawn.randint(4, 9) for _ in desk.rubric.criteria])
        recused, doubtful = desk.order[8], desk.order[3]
        desk.change(recused, lambda session: session.set_recused(recused, True))
        desk.change(doubtful, lambda session: session.set_doubtful(doubtful, True))
        half = self._with_attachments()
        self._score(half, [8, 7, 7])
        page.show_case(half)
        page.scores.focus_first_open()
        self.take("read")
        page.show_case(recused)
        self.take("recused")
        page.show_case(half)

    def _with_attachments(self) -> str:
        """The open case with most attachments, so that the pictures show tabs."""
        desk = self.window.round.desk
        return max(desk.order[9:], key=lambda case_id: min(3, len(desk.pieces(case_id))))

    def _pieces(self) -> None:
        """An attachment of either kind, and the notes."""
        page, desk = self.window.round, self.window.round.desk
        seen = set()
        for case_id in desk.order:
            for piece in desk.pieces(case_id):
                kind = "pdf" if piece.media_type == "application/pdf" else "picture"
                if kind in seen or kind not in self.keep:
                    continue
                seen.add(kind)
                page.show_case(case_id)
                self.settle(0.1)
                page.reader.open_tab(piece.member)
                self.settle(0.2)
                self.settle(0.8, lambda: page.reader.views.pdf.page_count > 0 if kind == "pdf" else True)  # noqa: B023
                self.take(kind)
        page.reader.open_tab("notes")
        page.reader.notes.field.setPlainText("两处数字口径不同，核对附件第 3 页。")
        self.take("notes")
        page.reader.open_tab("dossier")


EVERY = {
    "start", "organizer", "card-half", "card", "welcome", "empty", "read", "recused", "pdf", "picture", "notes",
    "check-half", "sign-half", "check", "sign", "receipt", "refused",
}  # fmt: skip


def main(arguments: list[str]) -> int:
    """Writes the pictures; returns 0."""
    folder = Path(arguments[0]) if arguments else IMAGES
    everything = bool(arguments)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["REVIEW_APP_HOME"] = scratch
        from PySide6.QtWidgets import QApplication

        from review_app.model.sample.campaign import sample_package
        from review_app.ui import theme as themes

        application = QApplication.instance() or QApplication([])
        themes.install(application, "light")  # type: ignore[arg-type]
        package, card = sample_package(Path(scratch) / "sample")
        documents = Path(scratch) / "Documents"
        documents.mkdir()
        count = 0
        for language in ("zh", "en"):
            for theme in ("light", "dark"):
                for size in SIZES:
                    shown = (
                        EVERY
                        if everything
                        else SHOWN
                        if theme == "light"
                        else {"read"}
                        if size[0] == 1280
                        else set()
                    )
                    if not shown:
                        continue
                    os.environ["REVIEW_APP_HOME"] = str(Path(scratch) / f"{language}-{theme}-{size[0]}")
                    photographer = Photographer(folder, language, theme, size, shown)
                    photographer.walk(
                        package,
                        card,
                        documents / f"{'评分表' if language == 'zh' else 'scores'}-7K3M9Q.scoresheet",
                    )
                    count += photographer.count
    print(f"{count} pictures in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
