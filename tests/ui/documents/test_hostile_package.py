"""A package made by somebody who means harm, read in the real window: every hostile sample as dossier or attachment.

Every dossier is opened and scrolled, every attachment opened from its tab; figures show the pictures inside a dossier
as well.  Each is shown or refused in its place by a sentence, while the window's heart beats, nobody is called and
nothing outside the package is opened.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from benchmarks.packages import Attached, CaseContent, build_cases
from review_app.model.crypto.ballot_card import BallotCard
from review_app.model.files import home_folder
from review_app.ui.expert.round_page import RoundPage
from review_app.ui.window import MainWindow
from tests.ui.documents.conftest import Guard
from tests.ui.documents.watch import LONGEST_GAP, VECTORS, Heartbeat, Listener, Opened, children, rest, spin

DOSSIERS = [
    *sorted((VECTORS / "dossier").glob("*.md")),
    *sorted((Path(__file__).parent / "hostile").glob("*.md")),
]
PICTURES = [path for path in sorted((VECTORS / "images").iterdir()) if path.suffix not in (".json", "")]
PDFS = sorted((VECTORS / "pdf" / "qpdf").glob("*.pdf"))
NAMED = {".png": ".png", ".jpg": ".jpg", ".svg": ".png", ".bmp": ".jpg", ".gif": ".jpg"}
"""What a picture of each kind claims to be: a package takes no other names."""
SETTLED = 30.0
"""Seconds after which an attachment that says nothing counts as lost; a slow PDF is given up by itself before."""
assert len(DOSSIERS) >= 11 and len(PICTURES) >= 11 and len(PDFS) >= 50


@dataclass
class Round:
    """The package and its card."""

    package: Path
    card: BallotCard


@pytest.fixture
def guard(fonts: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Guard]:
    """As for single views; but a window with a round may open that round's files and its own."""
    bait, temporary = tmp_path / "bait", tmp_path / "temporary"
    bait.mkdir()
    temporary.mkdir()
    for name in ("bait.png", "bait.jpg", "bait.txt"):
        (bait / name).write_bytes(b"secret")
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    before = set(children())
    listener, opened = Listener(), Opened(bait)
    yield Guard(bait, listener, opened)
    home = home_folder()
    allowed = [tmp_path / "round", home]
    strange = [
        name for name in opened.strange if not any(Path(name).is_relative_to(place) for place in allowed)
    ]
    bitten, calls = opened.in_folder, listener.calls
    opened.close()
    listener.close()
    assert not strange
    assert not bitten
    assert not calls
    assert not set(children()) - before
    assert not list(temporary.iterdir())


def picture_names(paths: Sequence[Path]) -> list[tuple[str, Attached]]:
    """Pictures under names that a package takes."""
    return [
        (f"{path.stem}-{path.suffix[1:]}{NAMED[path.suffix]}", Attached(path.read_bytes())) for path in paths
    ]


def make_round(
    guard: Guard, dossiers: Sequence[Path], pictures: Sequence[Path], pdfs: Sequence[Path]
) -> Round:
    """A case a dossier, the attachments dealt out among them, and one case whose text shows all pictures."""
    figures = picture_names(pictures)
    text = "# 图\n\n" + "\n\n".join(f"![图 {name}]({name})" for name, _ in figures)
    cases = [CaseContent("图", text.encode(), figures)]
    for place, path in enumerate(dossiers):
        content = path.read_bytes()
        if b"@" in content:
            content = guard.filled(content.decode("utf-8")).encode()
        own = [(pdf.name, Attached(pdf.read_bytes())) for pdf in pdfs[place :: len(dossiers)]]
        cases.append(CaseContent(path.stem, content, own))
    folder = guard.folder.parent / "round"
    folder.mkdir()
    package = folder / "hostile.casepkg"
    return Round(package, build_cases(package, cases, experts=1))


class Visitor:
    """Opens one thing after the other and says what became of it."""

    def __init__(self, page: RoundPage, window: MainWindow) -> None:
        self._page, self._window = page, window

    def dossier(self, case_id: str) -> str:
        """Shows a case, waits for its text, scrolls through; the sentence said instead, or empty."""
        self._page.show_case(case_id)
        reader = self._page.reader
        assert spin(lambda: self._quiet() and self._stands(case_id), SETTLED), case_id
        view = reader.views.dossier
        bar = view.verticalScrollBar()
        for share in (0.5, 1.0, 0.0):
            bar.setValue(round(bar.maximum() * share))
            rest(0.05)
        return self.refusal

    def attachment(self, member: str, media_type: str) -> str:
        """Opens a tab, waits until it is shown or refused; the sentence said instead, or empty."""
        reader = self._page.reader
        pdf = media_type == "application/pdf"
        view = reader.views.pdf if pdf else reader.views.picture
        told: list[int] = []
        note = view.settled.connect(lambda: told.append(1))
        reader.open_tab(member)
        assert spin(lambda: bool(told) or bool(self.refusal), SETTLED), member
        view.settled.disconnect(note)
        if not pdf:
            return self.refusal or view.notice
        pages = reader.views.pdf.pages
        if reader.views.pdf.page_count:
            assert spin(lambda: bool(pages.images or pages.sentences), SETTLED), member
            return "" if pages.images else next(iter(pages.sentences.values()))
        return reader.views.pdf.notice

    @property
    def refusal(self) -> str:
        """What the reader says in place of something that can't be read."""
        reader = self._page.reader
        if reader.stack.currentWidget() is not reader.trouble:
            return ""
        return " ".join(label.text() for label in (reader._what, reader._next))

    def _quiet(self) -> bool:
        return not self._window.jobs.busy

    def _stands(self, case_id: str) -> bool:
        shown = self._page.reader.views.dossier.document()
        return bool(self.refusal) or (
            self._page.case == case_id and shown.firstBlock().isValid() and shown.characterCount() > 1
        )


@dataclass
class Account:
    """What was said instead of each file or dossier, by name, and the longest silence while it was opened."""

    said: dict[str, str]
    silences: dict[str, float]

    @property
    def frozen(self) -> dict[str, float]:
        """What kept the window silent for too long."""
        return {name: gap for name, gap in self.silences.items() if gap >= LONGEST_GAP}


def visit(guard: Guard, round_: Round, open_window: Callable[..., MainWindow]) -> Account:
    """Opens everything there is; what was slow is opened a second time, as the machine may have been busy."""
    window = open_window()
    window.open_with_card(round_.package, round_.card)
    window.enter_round()
    page = window.round
    assert page is not None
    visitor, account = Visitor(page, window), Account({}, {})

    def timed(name: str, act: Callable[[], str]) -> None:
        with Heartbeat() as heart:
            account.said[name] = act()
            rest(0.05)
        account.silences[name] = min(heart.longest, account.silences.get(name, heart.longest))

    for _ in range(2):
        for case_id in page.desk.order:
            title = page.desk.title(case_id)
            pieces = page.desk.pieces(case_id)
            wanted = {title, *(piece.file_name for piece in pieces)}
            if title not in account.said or wanted & account.frozen.keys():
                timed(title, partial(visitor.dossier, case_id))
            for piece in pieces:
                if piece.file_name not in account.said or piece.file_name in account.frozen:
                    timed(piece.file_name, partial(visitor.attachment, piece.member, piece.media_type))
        if not account.frozen:
            break
        page.show_case(page.desk.order[-1])
    forward = page.scores.findChild(QPushButton)
    assert forward is not None and forward.isEnabled(), "the rest of the window works"
    window.leave_round()
    return account


SOUND = {"ok_8x8-png.png"}
"""Pictures that are what they say."""
MAY_SHOW = {"idat_short-png.png"}


def check_pictures(said: dict[str, str], names: Sequence[str]) -> None:
    """Every picture is shown or refused as EXPECT.json has it."""
    for name in names:
        if name not in MAY_SHOW:
            assert bool(said[name]) == (name not in SOUND), (name, said[name])


def test_every_sample(guard: Guard, open_window: Callable[..., MainWindow]) -> None:
    """All of them in an order of chance: what one leaves behind must not trouble the next."""
    pdfs = list(PDFS)
    random.Random(3).shuffle(pdfs)
    round_ = make_round(guard, DOSSIERS, PICTURES, pdfs)
    account = visit(guard, round_, open_window)
    said = account.said
    assert set(said) >= {path.name for path in PDFS}
    shown = [path.name for path in PDFS if not said[path.name]]
    assert "V4-aes.pdf" in shown and len(shown) > len(PDFS) / 2
    assert "password" in said["20-pages.pdf"]
    assert "damaged" in said["empty.pdf"]
    check_pictures(said, [name for name, _ in picture_names(PICTURES)])
    assert [path.stem for path in DOSSIERS if said[path.stem]] == ["invalid_utf8"], (
        "no text: refused in words"
    )
    assert not account.frozen


def test_going_on_while_a_pdf_hangs(guard: Guard, open_window: Callable[..., MainWindow]) -> None:
    """``deep-pages.pdf`` held PDFium up for minutes; nobody has to wait for it."""
    round_ = make_round(guard, DOSSIERS[:2], [], [VECTORS / "pdf" / "qpdf" / "deep-pages.pdf"])
    window = open_window()
    window.open_with_card(round_.package, round_.card)
    window.enter_round()
    page = window.round
    assert page is not None
    (case_id,) = (each for each in page.desk.order if page.desk.pieces(each))
    other = next(each for each in page.desk.order if each != case_id)
    with Heartbeat() as heart:
        page.show_case(case_id)
        rest(0.3)
        page.reader.open_tab(page.desk.pieces(case_id)[0].member)
        rest(0.5)
        Visitor(page, window).dossier(other)
        page.scores.focus_first_open()
    assert heart.longest < LONGEST_GAP
    window.leave_round()
