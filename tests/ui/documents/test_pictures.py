"""Pictures: what EXPECT.json says of each crafted file, and that sound ones are shown as they are."""

from __future__ import annotations

import io
import json
import threading
import time
from collections.abc import Iterator

import pytest
from PIL import Image
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from review_app.ui.documents.picture_decode import decode
from review_app.ui.documents.picture_view import PictureView
from review_app.ui.documents.pictures import PictureRefusal, RefusedPicture, media_type_of, picture_size
from review_app.ui.render_wire import PICTURE_PIXELS
from tests.ui.documents.conftest import Guard
from tests.ui.documents.watch import LONGEST_GAP, VECTORS, longest_gap, rest, spin

FOLDER = VECTORS / "images"
EXPECTED = json.loads((FOLDER / "EXPECT.json").read_text("utf-8"))
CLAIMS = {".png": "image/png", ".jpg": "image/jpeg", ".bmp": "image/bmp", ".svg": "image/svg+xml"}
REASONS = {
    "bomb_50000x50000_1bit.png": {PictureRefusal.SIZE},
    "dims_max.png": {PictureRefusal.SIZE, PictureRefusal.DAMAGED},
    "html_named.png": {PictureRefusal.CONTENT},
    "gif_as_jpg.jpg": {PictureRefusal.CONTENT},
    "truncated.jpg": {PictureRefusal.DAMAGED},
    "idat_short.png": {PictureRefusal.DAMAGED},
    "bmp_neg.bmp": {PictureRefusal.TYPE},
    "svg_xxe.svg": {PictureRefusal.TYPE},
    "svg_script.svg": {PictureRefusal.TYPE},
    "svg_href.svg": {PictureRefusal.TYPE},
}


@pytest.fixture
def view(fonts: None) -> Iterator[PictureView]:
    view = PictureView()
    view.resize(600, 400)
    view.show()
    yield view
    view.clear()
    view.close()
    view.deleteLater()


def show(view: PictureView, data: bytes, media_type: str) -> None:
    """Shows ``data`` and waits for the picture or the refusal."""
    settled: list[int] = []
    view.settled.connect(lambda: settled.append(1))
    view.show_picture(data, media_type)
    assert spin(lambda: bool(settled))


def encoded(image: Image.Image, form: str, **options: object) -> bytes:
    """The file of ``image``."""
    file = io.BytesIO()
    image.save(file, form, **options)
    return file.getvalue()


def test_every_file_has_an_expectation() -> None:
    files = {
        path.name for path in FOLDER.iterdir() if path.suffix != ".json" and path.name != ".gitattributes"
    }
    assert {entry["file"] for entry in EXPECTED} == files
    assert set(REASONS) == {
        entry["file"] for entry in EXPECTED if "refuse" in entry["expect"] or "SVG" in entry["expect"]
    }


@pytest.mark.parametrize("entry", EXPECTED, ids=lambda entry: entry["file"])
@pytest.mark.parametrize("claim", ["as named", "image/png", "image/jpeg"])
def test_crafted_pictures(entry: dict[str, object], claim: str, guard: Guard, view: PictureView) -> None:
    name = str(entry["file"])
    data = (FOLDER / name).read_bytes()
    data = data.replace(b"@PORT@", str(guard.listener.port).encode())
    data = data.replace(b"@TMP@", guard.folder.as_posix().encode())
    media_type = CLAIMS["." + name.rpartition(".")[2]] if claim == "as named" else claim

    def scene() -> None:
        show(view, data, media_type)
        rest(0.1)

    assert longest_gap(scene) < LONGEST_GAP
    shown = entry["expect"] == "show" and media_type == "image/png"
    assert view.picture.isEmpty() is not shown
    assert bool(view.notice) is not shown
    if claim == "as named" and not shown:
        with pytest.raises(RefusedPicture) as refused:
            decode(data, media_type)
        assert refused.value.reason in REASONS[name]
        if refused.value.reason is PictureRefusal.SIZE:
            assert str(refused.value.width) in view.notice


def test_svg_named_png_loads_nothing(guard: Guard, view: PictureView) -> None:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="{guard.folder}/bait.png"/>'
        f'<image href="http://127.0.0.1:{guard.listener.port}/x.png"/></svg>'
    )
    for media_type in ("image/png", "image/jpeg"):
        show(view, svg.encode(), media_type)
        assert view.picture.isEmpty()
        assert view.notice


def test_sound_pictures_are_shown(view: PictureView) -> None:
    for form, media_type in (("PNG", "image/png"), ("JPEG", "image/jpeg")):
        show(view, encoded(Image.new("RGB", (300, 200), (36, 89, 143)), form), media_type)
        assert view.notice == ""
        assert view.picture == QSize(300, 200)
        rest(0.1)
        pixel = view.grab().toImage().pixelColor(300, 180)
        assert abs(pixel.red() - 36) < 4
        assert abs(pixel.blue() - 143) < 4


def test_every_pixel_of_a_png_of_many_parts() -> None:
    noise = Image.effect_noise((900, 700), 60).convert("RGB")
    image = decode(encoded(noise, "PNG"), "image/png").convertToFormat(QImage.Format.Format_RGB888)
    lines = [bytes(image.constScanLine(y))[: 3 * 900] for y in range(700)]
    assert b"".join(lines) == noise.tobytes()


def test_a_picture_is_turned_upright(view: PictureView) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    data = encoded(Image.new("RGB", (300, 200)), "JPEG", exif=exif)
    assert picture_size(data, "image/jpeg") == QSize(200, 300)
    assert decode(data, "image/jpeg").size() == QSize(200, 300)


def test_clear_parts_are_white(view: PictureView) -> None:
    show(view, encoded(Image.new("RGBA", (300, 200), (0, 0, 0, 0)), "PNG"), "image/png")
    rest(0.1)
    assert view.grab().toImage().pixelColor(300, 180) == QColor("white")


def test_large_pictures_do_not_hold_up_the_window(view: PictureView) -> None:
    data = encoded(Image.linear_gradient("L").resize((6000, 6000)).convert("RGB"), "JPEG")

    def scene() -> None:
        show(view, data, "image/jpeg")
        rest(0.5)
        view.show_actual_size()
        rest(0.1)
        view.zoom_in()
        rest(0.1)
        view.zoom_reset()
        rest(0.5)

    assert longest_gap(scene) < LONGEST_GAP
    assert view.picture == QSize(6000, 6000)


def test_just_too_large() -> None:
    side = int(PICTURE_PIXELS**0.5) + 1
    with pytest.raises(RefusedPicture) as refused:
        decode(encoded(Image.new("1", (side, side)), "PNG"), "image/png")
    assert (refused.value.reason, refused.value.width) == (PictureRefusal.SIZE, side)


def many_scans() -> bytes:
    """A progressive JPEG of 36 million pixels whose last scan comes three thousand times."""
    data = encoded(Image.new("RGB", (6000, 6000)), "JPEG", progressive=True)
    last = data.rfind(b"\xff\xda")
    return data[:-2] + data[last:-2] * 3000 + data[-2:]


def test_decoding_has_an_end() -> None:
    start = time.monotonic()
    with pytest.raises(RefusedPicture) as refused:
        decode(many_scans(), "image/jpeg", time_limit=0.5)
    assert refused.value.reason is PictureRefusal.SLOW
    assert time.monotonic() - start < 20


def test_decoding_ends_when_nobody_wants_the_picture() -> None:
    cancelled = threading.Event()
    ended: list[PictureRefusal] = []
    data = many_scans()

    def work() -> None:
        try:
            decode(data, "image/jpeg", cancelled, time_limit=300)
        except RefusedPicture as refusal:
            ended.append(refusal.reason)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    time.sleep(0.5)
    cancelled.set()
    thread.join(20)
    assert ended == [PictureRefusal.SLOW]


def test_zoom(view: PictureView) -> None:
    show(view, encoded(Image.new("RGB", (3000, 2000)), "PNG"), "image/png")
    fitted = view.scale
    assert 3000 * fitted <= 600
    view.show_actual_size()
    assert view.scale == 1.0
    view.zoom_out()
    assert view.scale == pytest.approx(0.8)
    view.zoom_reset()
    view.resize(900, 400)
    rest(0.1)
    assert view.scale > fitted


def test_small_pictures_are_not_blown_up(view: PictureView) -> None:
    show(view, (FOLDER / "ok_8x8.png").read_bytes(), "image/png")
    assert view.scale == 1.0


@pytest.mark.parametrize("name", ["a.PNG", "b.jpeg", "c.jpg"])
def test_media_types_by_name(name: str) -> None:
    assert media_type_of(name) in {"image/png", "image/jpeg"}
    assert media_type_of("x.svg") == media_type_of("png") == media_type_of("") == ""


def test_keys(view: PictureView) -> None:
    show(view, encoded(Image.new("RGB", (1200, 800)), "PNG"), "image/png")
    before = view.scale
    canvas = view.focusProxy()
    QTest.keyClick(canvas, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.scale > before
    QTest.keyClick(canvas, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.scale == before
