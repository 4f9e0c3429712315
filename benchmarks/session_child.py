"""A whole evening in the window, in a process of its own: python -m benchmarks.session_child package card sheet

Every case is opened and scored by keys, every attachment opened and leafed through; words are searched, notes and a
comment written, changes undone and redone, pages zoomed, the page read alone, appearance and language changed; then
checking, signing, exporting.  Prints one line of JSON: the longest silence of the window's thread and during what, the
largest memory of the process, and of the processes it started.  ``--bare`` prints the memory of a window with a label.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import sys
import threading
import time
from pathlib import Path
from typing import Any

WORDS = ("平", "平台", "平台 公開", "nowhere")
LOOK = 0.05
"""Seconds between two looks at the children's memory."""


class Heart:
    """Beats every 20 ms in the window's thread, and knows what was being done during the longest silence."""

    def __init__(self) -> None:
        from PySide6.QtCore import QTimer

        self.longest, self.busy, self.during, self.doing, self.beats = 0.0, 0.0, "", "", 0
        self._last, self._worked = time.monotonic(), time.thread_time()
        self._timer = QTimer(interval=20)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now, worked = time.monotonic(), time.thread_time()
        if now - self._last > self.longest:
            self.longest, self.busy, self.during = now - self._last, worked - self._worked, self.doing
        self._last, self._worked = now, worked
        self.beats += 1


def largest_size(process: str = "self") -> int:
    """Bytes of a process's largest resident size so far (Linux)."""
    found = re.search(r"^VmHWM:\s+([0-9]+) kB$", Path(f"/proc/{process}/status").read_text(), re.MULTILINE)
    if found is None:
        raise RuntimeError("the kernel does not say")
    return int(found[1]) << 10


class ChildrenWatch(threading.Thread):
    """The largest size that all children together had."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.largest = 0
        self.most = 0

    def run(self) -> None:
        while True:
            sizes = list(_sizes_of_children())
            self.largest = max(self.largest, sum(sizes))
            self.most = max(self.most, len(sizes))
            time.sleep(LOOK)


def _sizes_of_children() -> list[int]:
    page, sizes = os.sysconf("SC_PAGE_SIZE"), []
    for task in Path("/proc/self/task").iterdir():
        with contextlib.suppress(OSError):
            for child in (task / "children").read_text().split():
                with contextlib.suppress(OSError, IndexError):
                    sizes.append(int(Path(f"/proc/{child}/statm").read_text().split()[1]) * page)
    return sizes


def evening(window: Any, sheet: Path, heart: Heart) -> None:
    """From the first case to the written sheet."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from benchmarks.offscreen import turn_for, wait

    page = window.round

    def press(key: Any, modifiers: Any = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)
        turn_for(0.01)

    def stands() -> bool:
        return not window.jobs.busy

    for number, case_id in enumerate(page.desk.order):
        heart.doing = f"going to {case_id}"
        page.show_case(case_id)
        wait(stands)
        turn_for(0.05)
        bar = page.reader.views.dossier.verticalScrollBar()
        for share in (0.3, 0.7, 1.0):
            bar.setValue(round(bar.maximum() * share))
            turn_for(0.02)
        for piece in page.desk.pieces(case_id):
            heart.doing = f"opening {piece.file_name} of {case_id}"
            _read_through(page, piece)
        page.reader.open_tab("dossier")
        heart.doing = f"scoring {case_id}"
        page.focus_scores()
        for place in range(len(page.desk.rubric.criteria)):
            press(str((number + place) % 9 + 1))
        if number % 6 == 0:
            heart.doing = f"writing about {case_id}"
            page.scores.comment.field.setFocus()
            QTest.keyClicks(page.scores.comment.field, "checked twice ")
            page.reader.open_tab("notes")
            QTest.keyClicks(page.reader.notes.field, "see page 3 ")
            page.reader.open_tab("dossier")
            turn_for(0.1)
    heart.doing = "searching"
    for words in WORDS:
        page.list.search.setFocus()
        for end in range(1, len(words) + 1):
            page.list.search.setText(words[:end])
            turn_for(0.05)
        turn_for(0.3)
        wait(stands)
    page.list.search.clear()
    heart.doing = "undoing"
    for _ in range(6):
        press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    for _ in range(6):
        press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    heart.doing = "zooming"
    for zoom in (130, 200, 100):
        page.reader.views.dossier.set_zoom(zoom)
        turn_for(0.1)
    page.set_focus_mode(True)
    turn_for(0.1)
    page.set_focus_mode(False)
    turn_for(0.1)
    _change_looks(window, heart)
    page = window.round
    for step in ("check", "sign"):
        heart.doing = f"step {step}"
        page.show_step(step)
        turn_for(0.5)
        wait(stands)
    heart.doing = "exporting"
    page.sign.export_to(sheet)
    wait(lambda: sheet.exists() and stands())
    turn_for(0.3)
    heart.doing = "leaving"


def _read_through(page: Any, piece: Any) -> None:
    """Opens an attachment and leafs to its end and back; one that is refused is told in its place."""
    from benchmarks.offscreen import turn_for, wait

    pdf = piece.media_type == "application/pdf"
    view = page.reader.views.pdf if pdf else page.reader.views.picture
    settled: list[int] = []
    note = view.settled.connect(lambda: settled.append(1))
    page.reader.open_tab(piece.member)
    wait(lambda: settled or page.reader.stack.currentWidget() is page.reader.trouble)
    view.settled.disconnect(note)
    if pdf and view.page_count:
        wait(lambda: view.pages.images or view.pages.sentences)
        bar = view.pages.verticalScrollBar()
        for share in (0.5, 1.0, 0.0):
            bar.setValue(round(bar.maximum() * share))
            turn_for(0.12)
    else:
        turn_for(0.1)


def _change_looks(window: Any, heart: Heart) -> None:
    """Dark and back, Chinese and back."""
    from benchmarks.offscreen import turn_for, wait
    from review_app.ui import language, theme

    for choice in ("dark", "light"):
        heart.doing = f"turning {choice}"
        theme.choose(choice)
        turn_for(0.2)
    for code in ("zh", "en"):
        heart.doing = f"speaking {code}"
        language.install(code)
        window.rebuild()
        wait(lambda: not window.jobs.busy)
        turn_for(0.2)


def main(arguments: list[str]) -> None:
    """Prints the account."""
    if arguments == ["--bare"]:
        print(json.dumps({"size": _bare()}))
        return
    from benchmarks.offscreen import round_window
    from review_app.model.crypto.ballot_card import parse_card

    package, card, sheet = (Path(each) for each in arguments)
    children = ChildrenWatch()
    children.start()
    with round_window(
        package, parse_card(card.read_text("utf-8")), Path(os.environ["REVIEW_APP_HOME"])
    ) as window:
        heart = Heart()
        evening(window, sheet, heart)
        account = {
            "longest": heart.longest,
            "busy": heart.busy,
            "during": heart.during,
            "beats": heart.beats,
            "size": largest_size(),
            "children": children.largest,
            "most_children": children.most,
        }
    print(json.dumps(account))


def _bare() -> int:
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    application = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QLabel("label"))
    window.resize(1280, 800)
    window.show()
    for _ in range(10):
        application.processEvents()
    return largest_size()


if __name__ == "__main__":
    main(sys.argv[1:])
