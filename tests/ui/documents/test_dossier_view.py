"""The dossier page: hostile texts do no harm, sound ones look as they should, and the place is kept."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QHelpEvent, QTextCursor, QTextDocument, QTextTable, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from review_app.model.text import visible
from review_app.ui import theme
from review_app.ui.documents.blocks import decoded
from review_app.ui.documents.dossier_view import DossierView
from review_app.ui.documents.look import look_of
from review_app.ui.documents.typeset import TitleBlock
from tests.ui.documents.conftest import Guard
from tests.ui.documents.watch import LONGEST_GAP, VECTORS, longest_gap, rest, spin
from tests.ui.made import a_png

TITLE = TitleBlock("上海嘉定 · 网络服务 · 自荐", "文化嘉定云", "上海市嘉定区人民政府")
PARAGRAPH = "文化场馆自行发布场次，票务与线下取票打通；各街镇的活动按时间和地点汇总，居民可以按兴趣订阅。" * 3
HOSTILE = [
    *sorted((VECTORS / "dossier").glob("*.md")),
    *sorted((Path(__file__).parent / "hostile").glob("*.md")),
]
assert len(HOSTILE) >= 11


@pytest.fixture
def view(fonts: None) -> Iterator[DossierView]:
    view = DossierView()
    view.resize(900, 700)
    view.show()
    yield view
    view._forget()  # a picture that is being drawn has a process, which the next test would take for its own
    view.close()
    view.deleteLater()


def show(view: DossierView, text: str, title: TitleBlock | None = TITLE) -> None:
    """Shows ``text`` and waits until it is set."""
    done: list[int] = []
    view.rendered.connect(lambda: done.append(1))
    view.show_markdown(title, text)
    assert spin(lambda: bool(done))


def raw_text(view: DossierView) -> str:
    """Every character of the document, as it stands there."""
    cursor = QTextCursor(view.document())
    cursor.select(QTextCursor.SelectionType.Document)
    return cursor.selectedText()


@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path.name)
def test_hostile_dossiers(path: Path, guard: Guard, view: DossierView) -> None:
    """Shown without a freeze, a connection, a file, an opened link; scrolled, zoomed, resized and clicked as well."""
    asked: list[str] = []

    def picture_of(name: str) -> bytes | None:
        asked.append(name)
        return None

    view._pictures._picture_of = picture_of
    text = guard.filled(decoded(path.read_bytes()))

    def scene() -> None:
        show(view, text)
        rest(0.1)
        bar = view.verticalScrollBar()
        bar.setValue(bar.maximum())
        rest(0.05)
        view.resize(700, 600)
        rest(0.05)
        view.zoom_in()
        rest(0.1)
        view.zoom_reset()
        view.resize(900, 700)
        rest(0.1)

    assert longest_gap(scene) < LONGEST_GAP
    assert view.document().blockCount() > 1
    for address in links_of(view):
        view.anchorClicked.emit(QUrl(address))
    rest(0.05)
    assert not any(set(name) & set("/\\:") for name in asked)
    assert not set("\u202e\u202c\u2066\u2067\u2069\u200b\0") & set(raw_text(view))


def links_of(view: DossierView) -> list[str]:
    """The addresses of all links in the document."""
    found = []
    block = view.document().begin()
    while block.isValid():
        iterator = block.begin()
        while not iterator.atEnd():
            form = iterator.fragment().charFormat()
            if form.isAnchor():
                found.append(form.anchorHref())
            iterator += 1
        block = block.next()
    return found


def test_a_long_line_is_shown_in_portions(guard: Guard, view: DossierView) -> None:
    show(view, "a" * 95_000 + "b")
    shown = raw_text(view)
    assert 50_000 < shown.count("a") < 70_000
    assert "b" not in shown.replace("about", "")
    assert view.tr("Show more") in shown
    view.anchorClicked.emit(QUrl(links_of(view)[-1]))
    rest(0.3)
    shown = raw_text(view)
    assert shown.count("a") >= 95_000
    assert shown.rstrip("\u2029").endswith("b")
    assert view.tr("Show more") not in shown


def test_no_dossier_can_pose_as_the_link_for_more(view: DossierView) -> None:
    show(view, "[x](more:0000) " + "\n\n".join(["字" * 3000] * 31))
    written, ours = links_of(view)[0], links_of(view)[-1]
    assert written == "more:0000"
    before = view.document().characterCount()
    view.anchorClicked.emit(QUrl(written))
    rest(0.1)
    assert view.document().characterCount() == before
    view.anchorClicked.emit(QUrl(ours))
    rest(0.3)
    assert view.document().characterCount() > before + 25_000


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("https://example.invalid/x?a=%3Cb%3E&c", "https://example.invalid/x?a=%3Cb%3E&c"),
        ("@TMP@/bait.txt", "@TMP@/bait.txt"),
        ("../bait.txt", "../bait.txt"),
        ("mailto:a@example.invalid", "mailto:a@example.invalid"),
    ],
)
def test_links_show_their_address_and_do_nothing(
    written: str, seen: str, guard: Guard, view: DossierView
) -> None:
    show(view, f"[区政府公告]({guard.filled(written)})\n")
    shown: list[str] = []
    clicked: list[QUrl] = []
    view.link_shown.connect(shown.append)
    view.anchorClicked.connect(clicked.append)
    before = raw_text(view)
    place = link_place(view)
    QTest.mouseMove(view.viewport(), QPoint(1, 1))
    rest(0.02)
    QTest.mouseMove(view.viewport(), place)
    rest(0.05)
    assert shown == [guard.filled(seen)]
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    rest(0.05)
    assert len(clicked) == 1
    assert raw_text(view) == before
    assert view.source().isEmpty()


def link_place(view: DossierView) -> QPoint:
    """A point on the first link."""
    for y in range(0, view.viewport().height(), 4):
        for x in range(0, view.viewport().width(), 4):
            if view.anchorAt(QPoint(x, y)):
                return QPoint(x + 4, y + 2)
    raise AssertionError("no link")


def test_the_tool_tip_of_a_link_is_no_html(view: DossierView, monkeypatch: pytest.MonkeyPatch) -> None:
    show(view, "[x](<http://x/?a&amp;lt;img src='file:///x'&amp;gt;>)\n")
    tips: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda place, text, widget: tips.append(text))
    place = link_place(view)
    QApplication.sendEvent(view.viewport(), QHelpEvent(QHelpEvent.Type.ToolTip, place, place))
    plain = QTextDocument()
    plain.setHtml(tips[0])
    assert plain.toPlainText() == "http://x/?a&lt;img%20src='file:///x'&gt;"


def test_what_a_page_consists_of(view: DossierView) -> None:
    show(view, "## 做法\n\n甲**乙**\n\n| 项 | 值 |\n| --- | ---: |\n| a | 1 |\n\n- 一\n\n> 引\n")
    document = view.document()
    blocks = []
    block = document.begin()
    while block.isValid():
        blocks.append((block.text(), block.blockFormat().headingLevel()))
        block = block.next()
    assert ("文化嘉定云", 1) in blocks
    assert ("做法", 2) in blocks
    assert ("•\t一", 0) in blocks
    tables = [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]
    assert [(table.rows(), table.columns()) for table in tables] == [(2, 2)]
    assert view.toPlainText().index("上海嘉定") < view.toPlainText().index("文化嘉定云")


def test_the_column_is_forty_characters_wide_at_most(view: DossierView) -> None:
    view.resize(1600, 700)
    show(view, "字" * 400)
    rest(0.05)
    block = view.document().lastBlock()
    line = block.layout().lineAt(0)
    assert 38 <= line.textLength() <= 40
    left, right = view.viewport().x(), view.width() - view.viewport().geometry().right()
    assert abs(left - right) < 30


@pytest.mark.parametrize(
    ("within", "even"), [("一网通办", True), ("`review-app verify round.results`", False)]
)
def test_only_a_chinese_paragraph_without_code_has_two_even_edges(
    within: str, even: bool, view: DossierView
) -> None:
    show(view, f"文化场馆自行发布场次，{within}与线下取票打通。" * 3, None)
    block = view.document().find("文化场馆").block()
    assert bool(block.blockFormat().alignment() & Qt.AlignmentFlag.AlignJustify) is even
    assert block.blockFormat().textIndent() > 0


def test_title_can_hide_nothing(view: DossierView) -> None:
    show(view, "x", TitleBlock("a\u202eb", "已保存\u2028\u200b", "c\u2066"))
    text = raw_text(view)
    assert "a\\u{202e}b" in text
    assert "已保存\\u{2028}\\u{200b}" in text


def test_attached_pictures_are_shown_by_name(guard: Guard, fonts: None) -> None:
    file = io.BytesIO()
    Image.new("RGB", (60, 40), (200, 30, 30)).save(file, "PNG")
    asked: list[str] = []

    def picture_of(name: str) -> bytes | None:
        asked.append(name)
        return file.getvalue() if name == "图1.png" else None

    view = DossierView(picture_of=picture_of)
    view.resize(600, 500)
    view.show()
    show(view, "![图一](图1.png)\n\n![](bait.png)\n\n![](../图1.png)\n")
    red = QColor(200, 30, 30).rgb()
    assert spin(lambda: has_colour(view, red))
    assert set(asked) == {"图1.png", "bait.png"}
    text = raw_text(view)
    assert "图一" in text
    assert "bait.png" in text
    assert "../%E5%9B%BE1.png" in text
    view.close()


def has_colour(view: DossierView, rgb: int) -> bool:
    """Whether some pixel of the page has exactly this colour."""
    image = view.grab().toImage()
    steps = ((x, y) for y in range(0, image.height(), 3) for x in range(0, image.width(), 3))
    return any(image.pixel(x, y) == rgb for x, y in steps)


def test_a_picture_that_lies_is_named_and_not_shown(view: DossierView) -> None:
    view._pictures._picture_of = lambda name: (
        b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"
    )
    show(view, "![图](a.png)")
    assert "a.png" in raw_text(view)
    assert "\ufffc" not in raw_text(view)


@pytest.mark.parametrize("place", [0.0, 0.3, 0.77])
def test_the_place_survives_width_and_zoom(place: float, view: DossierView) -> None:
    show(view, "\n\n".join(f"{number} {PARAGRAPH}" for number in range(60)))
    view.restore_place(place)
    assert view.place() == pytest.approx(place, abs=0.01)
    top = first_line(view)
    view.set_zoom(150)
    rest(0.1)
    view.resize(640, 500)
    rest(0.1)
    view.restore_place(place)
    assert view.place() == pytest.approx(place, abs=0.01)
    assert first_line(view) == top


def test_the_place_is_not_carried_off_by_many_changes_of_size(view: DossierView) -> None:
    show(view, "\n\n".join(f"{number} {PARAGRAPH}" for number in range(60)))
    view.restore_place(0.305)
    top = first_line(view)
    for zoom in (130, 100) * 6:
        view.set_zoom(zoom)
        rest(0.05)
    assert view.place() == pytest.approx(0.305, abs=0.001)
    assert first_line(view) == top
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 2000)
    assert view.place() > 0.32  # what was read on counts


def first_line(view: DossierView) -> str:
    """The beginning of the block at the upper edge."""
    rest(0.05)
    return view.cursorForPosition(QPoint(0, 16)).block().text()[:4]


def test_a_place_can_be_restored_while_a_long_text_is_still_being_set(view: DossierView) -> None:
    view.show_markdown(TITLE, "\n\n".join(f"{number} {PARAGRAPH}" for number in range(600)))
    view.restore_place(0.9)
    assert spin(lambda: view._reading.wanted is None and not view.setting.busy)
    assert view.place() == pytest.approx(0.9, abs=0.01)
    assert first_line(view).startswith("540")


def test_the_next_dossier_replaces_one_still_being_read(view: DossierView) -> None:
    view.show_markdown(None, "旧" * 90_000)
    show(view, "新")
    rest(0.5)
    assert view.toPlainText().count("旧") == 0
    assert "新" in view.toPlainText()


def test_ctrl_and_wheel_zoom(view: DossierView) -> None:
    show(view, PARAGRAPH)
    for delta, expected in ((120, 115), (-120, 100), (-120, 85)):
        event = QWheelEvent(
            QPointF(50, 50), QPointF(50, 50), QPoint(), QPoint(0, delta), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view.viewport(), event)
        assert view.zoom == expected
    sizes = view.document().lastBlock().begin().fragment().charFormat().font().pixelSize()
    assert sizes == round(18 * 0.85)


def test_the_page_follows_the_theme(qapp: QApplication, fonts: None) -> None:
    theme.install(qapp, "light")
    view = DossierView()
    view.resize(700, 400)
    view.show()
    show(view, PARAGRAPH)
    try:
        for choice, colours in (("light", theme.LIGHT), ("dark", theme.DARK)):
            theme.choose(choice)  # type: ignore[arg-type]
            rest(0.1)
            image = view.grab().toImage()
            assert image.pixelColor(3, 200).name() == colours.paper
            assert image.pixelColor(300, 3).name() == colours.paper
            form = view.document().lastBlock().begin().fragment().charFormat()
            assert form.foreground().color().name() == colours.ink
    finally:
        theme.choose("light")
        view.close()


def test_marks_are_found_everywhere_in_the_page(view: DossierView) -> None:
    source = (
        "## 網絡理政\n\n文中的网络。ＡＢＣ abc\n\n| 网络 | 值 |\n| --- | --- |\n| a | 网络 |\n\n𠀀𠀁网络\n\n"
        "- 网络\n\n> 网络\n\n正文[^1]\n\n[^1]: 注里的网络\n"
    )
    show(view, source)
    assert view.mark(["网络"]) == 9
    for _ in range(10):
        assert view.find_next()
        assert view.marks.current >= 0
    assert {marked(view, number) for number in range(9)} == {"网络", "網絡"}
    assert view.mark(["abc"]) == 2
    assert [marked(view, number) for number in range(2)] == ["ＡＢＣ", "abc"]
    assert view.mark(["没有的词"]) == 0
    assert not view.find_next()
    assert view.mark([]) == 0


def marked(view: DossierView, number: int) -> str:
    """What stands under a mark, by Qt's own positions."""
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.marks._starts[number])
    cursor.setPosition(view.marks._ends[number], QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def test_a_footnote_is_gone_to_and_left_again(view: DossierView) -> None:
    show(view, "甲[^n]。\n\n" + "\n\n".join([PARAGRAPH] * 40) + "\n\n[^n]: 注文<b>\n")
    tips: list[str] = [view.tip_at(link_place(view))]
    assert tips == ["注文<b>"]
    there, back = links_of(view)
    shown: list[str] = []
    view.link_shown.connect(shown.append)
    view.anchorClicked.emit(QUrl(there))
    rest(0.05)
    bar = view.verticalScrollBar()
    assert bar.value() > bar.maximum() * 0.8
    view.anchorClicked.emit(QUrl(back))
    rest(0.05)
    assert bar.value() == 0
    view.anchorClicked.emit(QUrl(there))
    QTest.keyClick(view, Qt.Key.Key_Backspace)
    rest(0.05)
    assert bar.value() == 0
    assert shown == []


def test_a_link_is_refused_in_its_place_with_a_sentence(guard: Guard, view: DossierView) -> None:
    show(view, f"[甲](/{guard.folder.as_posix()}/bait.txt) [乙](https://example.invalid/a) [丙](bait.txt)\n")
    said = []
    for address in links_of(view):
        view.anchorClicked.emit(QUrl(address))
        assert view.link_line.isVisible()
        said.append(view.link_line.text())
        assert visible(address)[:40] in said[-1]
    assert "never goes online" in said[1]
    assert "no file or program" in said[0]
    assert "no file or program" in said[2]
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not view.link_line.isVisible()


def test_what_is_copied_has_its_form_and_nothing_else(view: DossierView) -> None:
    view._pictures._picture_of = lambda name: a_png()
    theme.choose("dark")
    source = (
        "## 做法\n\n甲**乙**[丙](/etc/passwd)丁[^n]\n\n![图](秘密名.png)\n\n"
        "| 项 | 值 |\n| --- | --- |\n| a<b | 1 |\n\n- 一\n\n[^n]: 注\n"
    )
    show(view, source)
    view.selectAll()
    view.copy()
    theme.choose("light")
    data = QApplication.clipboard().mimeData()
    assert set(data.formats()) <= {"text/plain", "text/html"}
    plain, rich = data.text(), data.html()
    assert plain.splitlines()[3:] == [
        "做法",
        "甲乙丙丁1",
        "Figure 1\u3000图",
        "项\t值",
        "a<b\t1",
        "• 一",
        "1 注",
    ]
    assert "<h2><b>做法</b></h2>" in rich
    assert "<b>乙</b>" in rich
    assert "<sup>1</sup>" in rich
    assert "a&lt;b" in rich
    for leak in ("秘密名", "attachment", "note:", "passwd", "<img", "<a ", "color", "\ufffc", "e9e7e2"):
        assert leak not in rich
        assert leak not in plain


@pytest.mark.parametrize("width", [501, 760])
def test_a_wide_table_stays_in_the_column(width: int, view: DossierView) -> None:
    view.resize(width, 600)
    heads = [f"指标{number}名称" for number in range(12)]
    source = f"| {' | '.join(heads)} |\n|{' --- |' * 12}\n| {' | '.join(['较长的内容说明'] * 12)} |\n\n甲\n"
    show(view, source)
    rest(0.05)
    assert view.horizontalScrollBar().maximum() == 0
    assert all(head in raw_text(view) for head in heads)
    tables = [frame for frame in view.document().rootFrame().childFrames() if isinstance(frame, QTextTable)]
    assert tables[0].columns() == 2


def test_a_small_table_is_no_wider_than_it_needs(view: DossierView) -> None:
    show(view, "| 服务端口 | 4 |\n| --- | --- |\n| 推广 | 市级 |\n")
    (table,) = (frame for frame in view.document().rootFrame().childFrames() if isinstance(frame, QTextTable))
    assert 30 < table.format().width().rawValue() < 60


def test_no_line_begins_with_a_closing_mark(view: DossierView) -> None:
    drawn = random.Random(5)
    marks = "治理网络的，。；：、！？）》”"
    text = "".join(drawn.choice(marks) if drawn.random() < 0.25 else "字" for _ in range(6000))
    show(view, text)
    rest(0.05)
    beginnings = set()
    block = view.document().begin()
    while block.isValid():
        layout = block.layout()
        for number in range(1, layout.lineCount()):
            beginnings.add(block.text()[layout.lineAt(number).textStart()])
        block = block.next()
    assert len(beginnings) > 1
    assert not beginnings & set("，。；：、！？）》")


def test_marks_are_seen_and_gone_to(view: DossierView) -> None:
    show(view, "\n\n".join(f"{number} {PARAGRAPH}" for number in range(80)) + "\n\n末尾处的嘉定二字")
    paper, marker = view._look.paper, view._look.marker_strong
    assert not has_colour(view, marker.rgb())
    counts: list[int] = []
    view.marked.connect(counts.append)
    assert view.mark(["文化嘉定云", "末尾处"]) == 2
    assert counts == [2]
    assert has_colour(view, view._look.marker.rgb())
    assert view.verticalScrollBar().value() == 0
    assert view.find_next()
    assert view.verticalScrollBar().value() == 0
    assert view.find_next()
    rest(0.05)
    assert view.verticalScrollBar().value() > view.verticalScrollBar().maximum() // 2
    assert has_colour(view, marker.rgb())
    assert view.find_next()
    assert view.verticalScrollBar().value() < 100
    assert paper != marker


def test_the_search_goes_on_where_a_long_text_was_cut(view: DossierView) -> None:
    filling = "a" * 70_000
    show(view, f"针头 {filling} 针尾 {filling} 针末")
    assert view.mark(["针"]) == 1
    seen = []
    for _ in range(3):
        assert view.find_next()
        assert spin(lambda: not view.setting.busy and not view._looking_on)
        seen.append(marked_line(view))
    assert seen == ["针头", "针尾", "针末"]
    assert not view.setting.more
    assert view.find_next()
    assert marked_line(view) == "针头"


def marked_line(view: DossierView) -> str:
    """Two characters from where the current hit begins."""
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.marks.start_of_current)
    cursor.setPosition(view.marks.start_of_current + 2, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def test_marks_follow_text_that_is_still_being_set(view: DossierView) -> None:
    view.show_markdown(TITLE, "\n\n".join(f"词{number}。{PARAGRAPH}" for number in range(150)))
    first = view.mark(["词"])
    assert spin(lambda: not view.setting.busy)
    assert first < len(view.marks) == 150


def test_a_page_full_of_marks_and_sourced_figures_does_not_stop_the_window(view: DossierView) -> None:
    """As many hits as a text can have, in the longest lines, with more figures than anybody names."""

    def scene() -> None:
        show(view, "ab12 " * 11_000)
        view.set_sourced([(f"{number}12", "x") for number in range(3000)] + [("ab12", "y"), ("12", "z")])
        assert view.mark(["a", "b", "1"]) > 20_000
        for _ in range(5):
            assert view.find_next()
            rest(0.03)
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
        rest(0.1)

    assert longest_gap(scene) < LONGEST_GAP


PICTURES = [path for path in sorted((VECTORS / "images").iterdir()) if path.suffix != ".json"]
assert len(PICTURES) >= 11


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.name)
def test_hostile_pictures_as_figures(path: Path, guard: Guard, view: DossierView) -> None:
    """Shown, or refused in place with a sentence that names it; the text around is there in any case."""
    content = path.read_bytes()
    guard.opened.by_python.clear()  # the vector itself
    view._pictures._picture_of = lambda name: content if name == path.name else None

    def scene() -> None:
        show(view, f"前文\n\n![图注]({path.name})\n\n![又一次]({path.name})\n\n后文\n")
        rest(0.1)
        assert spin(lambda: view._pictures._process is None and not view._stale.isActive())
        rest(0.05)

    assert longest_gap(scene) < LONGEST_GAP
    text = raw_text(view)
    assert text.index("前文") < text.index("后文")
    shown = path.name == "ok_8x8.png"
    assert ("\ufffc" in text) == shown
    assert (text.count("Nothing was loaded") == 2) != shown
    assert (path.name in text) != shown


def test_the_page_before_the_remembered_place_is_never_seen(view: DossierView) -> None:
    """Going back to a case half read shows that place, not its beginning first."""
    text = "\n\n".join(f"{number} {PARAGRAPH}" for number in range(120))
    show(view, text)
    view.show_markdown(TITLE, text)
    view.restore_place(0.6)
    assert view.setting.busy
    image = view.grab().toImage()
    seen = {image.pixel(x, y) for x in range(60, 700, 3) for y in range(10, 600, 3)}
    assert seen == {view._look.paper.rgb()}
    assert spin(lambda: not view.setting.busy)
    rest(0.05)
    assert first_line(view).startswith("72")


def test_tables_are_set_anew_for_another_width(view: DossierView) -> None:
    heads = " | ".join(f"指标名{number}" for number in range(7))
    view.resize(1100, 600)
    show(view, f"| {heads} |\n|{' --- |' * 7}\n| {' | '.join(['甲乙丙丁戊己'] * 7)} |\n")
    columns = lambda: [  # noqa: E731
        frame.columns()
        for frame in view.document().rootFrame().childFrames()
        if isinstance(frame, QTextTable)
    ]
    assert columns() == [7]
    view.resize(420, 600)
    assert spin(lambda: columns() == [2])
    view.resize(1100, 600)
    assert spin(lambda: columns() == [7])


@pytest.mark.parametrize("dress", [theme.LIGHT, theme.DARK], ids=lambda dress: dress.name)
def test_text_on_a_mark_can_be_read(dress: theme.Theme) -> None:
    look = look_of(dress)
    for ground in (look.marker, look.marker_strong):
        for colour in (look.ink, look.secondary, look.accent, look.attention):
            assert theme.contrast(ground.name(), colour.name()) >= 4.5
    assert theme.contrast(look.marker.name(), look.paper.name()) > 1.15
    assert theme.contrast(look.marker.name(), look.marker_strong.name()) > 1.1
