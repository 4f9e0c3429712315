"""Pictures: what EXPECT.json says of each crafted file, and that sound ones are shown as they are."""

from __future__ import annotations

import io
import json
import sys
import threading
import time
from collections.abc import Iterator

import pytest
from PIL import Image
from PySide6.QtCore import QObject, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from review_app.ui.documents import render_process
from review_app.ui.documents.attached import AttachedPictures
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
        rest(0.4)  # long enough for the heart to beat where the head alone refuses

    assert longest_gap(scene) < LONGEST_GAP
    shown = entry["expect"] == "show" and media_type == "image/png"
    assert view.picture.isEmpty() is not shown
    assert bool(view.notice) is not shown
    if not shown:
        assert view.process_id == 0
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


def test_decoding_has_an_end(guard: Guard) -> None:
    start = time.monotonic()
    with pytest.raises(RefusedPicture) as refused:
        decode(many_scans(), "image/jpeg", time_limit=1.5)
    assert refused.value.reason is PictureRefusal.SLOW
    assert time.monotonic() - start < 20


def test_decoding_ends_when_nobody_wants_the_picture(guard: Guard) -> None:
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


def test_a_picture_that_takes_too_long_is_refused_in_its_place(guard: Guard, fonts: None) -> None:
    view = PictureView(time_limit=1.5)
    view.resize(600, 400)
    view.show()
    data = many_scans()

    def scene() -> None:
        show(view, data, "image/jpeg")

    assert longest_gap(scene) < LONGEST_GAP
    assert "too long" in view.notice
    assert view._notice.offers_retry
    assert view.process_id == 0
    view.close()


LIES = {
    "garbage": "import sys; sys.stdout.buffer.write(bytes(range(256)) * 40); sys.stdout.flush(); sys.stdin.read()",
    "huge": (
        "import sys, struct; w = sys.stdout.buffer; "
        "w.write(struct.pack('>IBII', 9, 71, 0xFFFFFFFF, 0xFFFFFFFF)); w.flush(); sys.stdin.read()"
    ),
    "too many pixels": (
        "import sys, struct; w = sys.stdout.buffer; w.write(struct.pack('>IBII', 9, 71, 20, 20)); w.flush(); "
        "sys.stdin.buffer.read(300); w.write(struct.pack('>IBIIIB', 14, 73, 0, 5000, 5000, 0)); w.flush(); "
        "sys.stdin.read()"
    ),
    "ends": "pass",
}


@pytest.mark.parametrize("lie", LIES)
def test_a_child_taken_over_is_not_believed(
    lie: str, guard: Guard, fonts: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = PictureView(time_limit=2)
    view.resize(600, 400)
    view.show()
    monkeypatch.setattr(render_process, "command", lambda: (sys.executable, ["-c", LIES[lie]]))
    show(view, encoded(Image.new("RGB", (20, 20)), "PNG"), "image/png")
    assert view.notice
    assert view.shown_part.isNull()
    view.close()


def test_only_what_is_seen_crosses_over(guard: Guard, view: PictureView) -> None:
    show(view, encoded(Image.linear_gradient("L").resize((6000, 6000)).convert("RGB"), "JPEG"), "image/jpeg")
    assert view.shown_part.width() < 700
    view.show_actual_size()
    rest(0.8)
    assert 600 <= view.shown_part.width() <= 1300
    assert view.shown_part.sizeInBytes() < 8 << 20
    view.close()


def test_dragging_moves_the_picture(view: PictureView) -> None:
    show(view, encoded(Image.new("RGB", (3000, 2000)), "PNG"), "image/png")
    view.show_actual_size()
    canvas = view.focusProxy()
    port = canvas.viewport()
    across, down = canvas.horizontalScrollBar().value(), canvas.verticalScrollBar().value()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    QTest.mouseMove(port, QPoint(250, 160))
    QTest.mouseMove(port, QPoint(200, 120))
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(200, 120))
    assert canvas.horizontalScrollBar().value() == across + 100
    assert canvas.verticalScrollBar().value() == down + 80


def test_the_wheel_zooms_about_the_pointer(view: PictureView) -> None:
    show(view, encoded(Image.new("RGB", (3000, 2000)), "PNG"), "image/png")
    view.show_actual_size()
    canvas, spot = view.focusProxy(), QPointF(100, 80)

    def under() -> tuple[float, float]:
        origin = canvas._origin()
        return (spot.x() - origin.x()) / canvas._size().width(), (
            spot.y() - origin.y()
        ) / canvas._size().height()

    before = under()
    event = QWheelEvent(
        spot, QPointF(canvas.viewport().mapToGlobal(spot.toPoint())), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas.viewport(), event)
    assert view.scale == pytest.approx(1.25)
    assert under() == pytest.approx(before, abs=0.002)


def test_fits_and_place(view: PictureView) -> None:
    data = encoded(Image.new("RGB", (3000, 4000)), "PNG")
    show(view, data, "image/png")
    view.set_fit("page")
    assert 4000 * view.scale <= 400
    view.set_fit("50")
    assert view.zoom == 50
    view._canvas.show_middle(0.25, 0.75)
    text = view.place_text()
    assert len(text) < 24
    view.clear()
    view.restore_text(text)
    show(view, data, "image/png")
    assert view.zoom == 50
    assert view._canvas.middle() == pytest.approx((0.25, 0.75), abs=0.01)
    for strange in ("", "nan nan nan", "99999 1 1", "page x y", "50 inf 0"):
        view.restore_text(strange)
    view.restore_text("page 0.5 0.5")
    assert view._canvas.fit == "page"


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("order", ["II", "MM"])
def test_sizes_by_the_head_agree_with_the_decoder(orientation: int, order: str) -> None:
    exif = Image.Exif()
    exif.endian = "<" if order == "II" else ">"
    exif[0x0112] = orientation
    data = encoded(Image.new("RGB", (300, 200)), "JPEG", exif=exif)
    assert picture_size(data, "image/jpeg") == decode(data, "image/jpeg").size()


def test_heads_cut_anywhere_are_refused_or_sized() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    for form, media_type in (("JPEG", "image/jpeg"), ("PNG", "image/png")):
        options = {"exif": exif} if form == "JPEG" else {}
        data = encoded(Image.new("RGB", (30, 20)), form, **options)
        for end in range(min(len(data), 700)):
            try:
                size = picture_size(data[:end], media_type)
            except RefusedPicture as refusal:
                assert refusal.reason in (PictureRefusal.DAMAGED, PictureRefusal.CONTENT)
            else:
                assert size in (QSize(30, 20), QSize(20, 30))


def test_figures_of_a_dossier_come_one_after_the_other(guard: Guard) -> None:
    """A bomb, a damaged one and one that is not there are passed over."""
    files = {
        "a.png": encoded(Image.new("RGB", (900, 600), (36, 89, 143)), "PNG"),
        "bomb.png": (FOLDER / "bomb_50000x50000_1bit.png").read_bytes(),
        "cut.jpg": (FOLDER / "truncated.jpg").read_bytes(),
        "b.jpg": encoded(Image.new("RGB", (300, 200)), "JPEG"),
    }
    owner = QObject()
    pictures = AttachedPictures(owner, files.get)
    came: list[tuple[str, QSize]] = []
    pictures.ready.connect(lambda name, image: came.append((name, image.size())))
    assert pictures.size_of("a.png") == QSize(900, 600)
    assert pictures.size_of("bomb.png") is None
    for name in (*files, "none.png"):
        assert pictures.image(name, 450).size() == QSize(1, 1)
    assert spin(lambda: len(came) == 2)
    assert came == [("a.png", QSize(450, 300)), ("b.jpg", QSize(300, 200))]
    assert pictures.image("a.png", 450).pixelColor(9, 9) == QColor(36, 89, 143)
    pictures.forget()
    pictures.image("a.png", 450)
    pictures.forget()


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
