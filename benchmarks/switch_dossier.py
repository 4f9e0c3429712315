"""Going to another case with a dossier of 20,000 characters, against a bare QTextBrowser that is given the same text.

Ours is the window's own way: from choosing the case in the open round (read and decrypted beside the window's thread,
checked, set with headings, tables and notes, list, tabs and scores changed as well) until its page is painted.  The
bare one gets the Markdown by ``setMarkdown`` and has the same size and the same font; nothing else is around it.  The
two take turns, and the best of each is compared.
"""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path

from benchmarks.figure import Figure
from benchmarks.offscreen import round_window, seconds_to_paint, turn_for
from benchmarks.packages import CaseContent, build_cases

ROUNDS = 12
LENGTH = 20_000
LIMIT = 2.0
SENTENCES = (
    "群众通过网络平台提交事项，由属地部门在五个工作日内答复，答复全文公开。",
    "平台上线三年，累计受理诉求一百二十余万件，按期办结率由七成升至九成六。",
    "评估由第三方高校完成，抽样两千件，回访满意率与平台自报相差不到两个百分点。",
    "项目经费由市级财政安排，区县只承担人员，维护费用逐年下降。",
    "一项争议是，重复投诉如何计数；二〇二三年起按事项合并，旧数据未作追溯调整。",
)


def dossier(seed: int) -> str:
    """Markdown of :data:`LENGTH` characters: parts with headings, paragraphs, a list and a table each."""
    parts = [f"## 概况 {seed}"]
    number = 0
    while sum(map(len, parts)) < LENGTH:
        number += 1
        shift = SENTENCES[(seed + number) % 5 :] + SENTENCES[: (seed + number) % 5]
        parts += [
            f"### 第 {number} 部分",
            "".join(shift) * 2,
            "".join(reversed(shift)) + f"（{seed}-{number}）",
        ]
        parts.append("\n".join(f"- {sentence}" for sentence in shift[:3]))
        if number % 3 == 0:
            lines = "\n".join(
                f"| {2019 + year} | {seed * 1000 + number * 10 + year} | 自报 |" for year in range(4)
            )
            parts.append("| 年份 | 件数 | 来源 |\n| --- | ---: | --- |\n" + lines)
    return "\n\n".join(parts)[:LENGTH]


def run() -> list[Figure]:
    """One ratio."""
    texts = [dossier(seed) for seed in range(4)]
    with tempfile.TemporaryDirectory() as name:
        package = Path(name) / "long.casepkg"
        cases = [CaseContent(f"案例{number}", text.encode()) for number, text in enumerate(texts)]
        card = build_cases(package, cases, experts=1)
        with round_window(package, card, Path(name) / "home") as window:
            ours, bare = _measure(window, texts)
    base = min(bare)
    detail = (
        f"{min(ours) * 1e3:.0f} ms from choosing a case to its page, {LENGTH:,} characters; a bare QTextBrowser with "
        f"setMarkdown {base * 1e3:.0f} ms"
    )
    return [Figure("switch dossier", min(ours) / base, LIMIT, "at most", detail)]


def _measure(window: object, texts: list[str]) -> tuple[list[float], list[float]]:
    from PySide6.QtWidgets import QTextBrowser

    from review_app.ui.window import MainWindow

    assert isinstance(window, MainWindow) and window.round is not None
    page = window.round
    view = page.reader.views.dossier
    browser = QTextBrowser()
    browser.setFont(view.document().defaultFont())
    browser.resize(view.size())
    browser.show()
    turn_for(0.3)
    ours, bare = [], []
    for number in range(ROUNDS):
        case_id = f"case-{number % len(texts)}"
        if page.case == case_id:
            continue
        marked = f"案例{number % len(texts)}"
        ours.append(
            seconds_to_paint(
                view.viewport(),
                partial(page.show_case, case_id),
                lambda marked=marked: marked in _beginning(view) and view.isVisible(),
            )
        )
        turn_for(0.3)  # what is set behind the first page belongs to this case, not to the next
        text = texts[number % len(texts)]
        bare.append(seconds_to_paint(browser.viewport(), partial(browser.setMarkdown, text), lambda: True))
        turn_for(0.1)
    return ours, bare


def _beginning(view: object) -> str:
    from PySide6.QtWidgets import QTextBrowser

    assert isinstance(view, QTextBrowser)
    block, said = view.document().begin(), ""
    for _ in range(4):
        said += block.text()
        block = block.next()
    return said
