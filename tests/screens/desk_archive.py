"""Certificates as they are designed, the archive written and checked, and the page where anyone checks it.  The last of
the poses: writing the archive seals the round."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from review_app.model.crypto.base32 import short_form
from review_app.model.publish.certificate import render_certificates
from review_app.ui.organizer.archive.page import ArchivePage
from review_app.ui.organizer.certificates.page import CertificatesPage

if TYPE_CHECKING:
    from tests.screens.organizer import OrganizerWalk

RARE = "\u0f40"


def pose_archive(walk: OrganizerWalk) -> None:
    """Each template once, with a seal; a missing character; then the archive, and everything about checking it."""
    page = walk.station("certificates")
    assert isinstance(page, CertificatesPage)
    looks, folder = page.looks, walk.scratch
    seal = folder / "seal.png"
    _draw_seal(seal)
    looks.seals[0].take(seal)
    for template, language, orientation in (
        ("bronze", "zh", "landscape"),
        ("plain", "en", "portrait"),
        ("scroll", "zh-en", "landscape"),
    ):
        with walk.page(f"desk-certificates-{template}"):
            looks.templates.choose(template)
            for choice, value in ((looks.language, language), (looks.orientation, orientation)):
                choice.setCurrentIndex(choice.findData(value))
                choice.activated.emit(choice.currentIndex())
            walk.settle(0.5, lambda: page.at_rest)
    content = render_certificates(page.certificates[:1], looks.look.design)
    with walk.page("desk-certificates-missing"):
        looks.award.setText(f"网络理政{RARE}创新案例")
        looks.award.editingFinished.emit()
        walk.settle(0.4, lambda: page.troubled)
    looks.award.setText("")
    looks.award.editingFinished.emit()
    walk.settle(0.5, lambda: page.at_rest)
    _check(walk, content)


def _check(walk: OrganizerWalk, certificate: bytes) -> None:
    folder = walk.scratch
    archive, paper = folder / "walk.results", folder / "walk.pdf"
    paper.write_bytes(certificate)
    page = walk.station("archive")
    assert isinstance(page, ArchivePage)
    with walk.page("desk-archive-written", 0.5):
        page.write_to(archive)
        walk.settle(0.3, lambda: page.panel.archive is not None)
        walk.window.notes.clear()
    found = page.panel.archive
    assert found is not None and found.archive is not None
    receipt, key = short_form(found.archive.results.scores[0].scores), found.archive.signer
    walk.window.campaigns.leave()
    with walk.page("verify-empty"):
        walk.window.show_verify()
    verify = walk.window.verify_page
    assert verify is not None
    panel = verify.panel

    def take(*files: Path) -> Callable[[], bool]:
        walk.window.open_files(list(files))
        return lambda: not panel.busy and len(panel.files) + panel.refused >= len(files)

    with walk.page("verify-archive"):
        walk.settle(0.3, take(archive))
    with walk.page("verify-expected"):
        panel.expected.setText(key)
        panel.receipt.setText(receipt)
    with walk.page("verify-foot"):
        walk.settle(0.3, take(paper))
        verify.scroll_to_end()
    with walk.page("verify-other-key"):
        panel.expected.setText("A" * 43)
        verify.scroll_to_top()
    damaged = bytearray(archive.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    broken = folder / "broken.results"
    broken.write_bytes(damaged)
    with walk.page("verify-damaged"):
        panel.forget()
        walk.settle(0.3, take(broken))


def _draw_seal(file: Path) -> None:
    """A ring and a bar: something red with a clear ground, and no seal of anybody's."""
    image = Image.new("RGBA", (400, 400), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    pen.ellipse((12, 12, 388, 388), outline=(196, 32, 32, 220), width=16)
    pen.rectangle((110, 186, 290, 214), fill=(196, 32, 32, 200))
    image.save(file)
