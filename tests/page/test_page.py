"""The page in a real Chromium: what somebody sees who drops an archive on it, and that nothing ever leaves it."""

from __future__ import annotations

import hashlib
import io
import json
import re
import time
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from review_app.finding_words import finding_text
from review_app.model.container import Container, ContainerWriter
from review_app.model.crypto.base32 import short_form
from review_app.model.crypto.keys import thumbprint
from review_app.model.result.page import verify_page
from review_app.model.result.verify import verify_archive
from review_app.texts import phrase
from tests.archives_changed import changed_archives
from tests.conftest import REPOSITORY
from tests.forger import Published, parts_of
from tests.page.chromium import Tab
from tests.page.modules import SOURCES, ask

pytestmark = pytest.mark.xdist_group("chromium")
Open = Callable[..., Tab]
VERDICT = "!!document.getElementById('verdict')"


def _archive(folder: Path, data: bytes, name: str = "round.results") -> Path:
    file = folder / name
    file.write_bytes(data)
    return file


def _checked(open_tab: Open, page: Path, file: Path, language: str = "zh-CN") -> Tab:
    """A tab in which a file was dropped on the page, with its verdict."""
    tab = open_tab(language)
    tab.show(page)
    tab.drop(file)
    tab.wait(VERDICT)
    return tab


def _asked_for_nothing(tab: Tab, page: Path) -> None:
    """Nothing was asked for but the page itself, and nothing was complained about."""
    assert (tab.requests, tab.messages) == ([page.as_uri()], [])


def test_a_dropped_archive_is_called_consistent(
    browser: Open, page: Path, published: Published, tmp_path: Path
) -> None:
    tab = _checked(browser, page, _archive(tmp_path, published.archive))
    signer = thumbprint(published.round_.organizer)
    assert tab.text("#verdict") == "前后一致"
    assert tab.text("#signer") == signer
    assert tab.ask("document.querySelectorAll('#findings').length") == 0
    assert tab.ask("document.activeElement.id") == "verdict"  # where a screen reader goes on
    ranks = tab.ask(
        "[...document.querySelectorAll('#ranking tr[data-case]')].map(row =>"
        " [row.dataset.case, row.querySelector('.rank').innerText, row.className])"
    )
    lines = published.results.ranking
    assert [[case, rank] for case, rank, _ in ranks] == [
        [line.case, str(line.rank) if line.rank else "不排名"] for line in lines
    ]
    won = [case for case, _, look in ranks if "won" in look]
    assert won == published.results.winners
    below = "document.querySelector('#ranking tr.cut').nextElementSibling.dataset.case"
    assert tab.ask(below) == lines[len(won)].case
    assert tab.text("#ranking tr.cut") == f"以上 {len(won)} 项入选"
    assert tab.text("#file") == "round.results"
    states = tab.ask("[...document.querySelectorAll('[data-check]')].map(item => item.dataset.state)")
    assert len(states) >= 9 and set(states) == {"ok"}
    record, results = tab.text("#record"), published.results
    assert results.draw in record and results.seed in record and "请与当时公开抽取的结果核对" in record
    statement = parts_of(published.archive)["results.jws"]
    assert short_form(hashlib.sha256(statement).hexdigest()) in record
    assert "发出 7 张" in record and "1 张已作废" in record
    assert "genuine" not in tab.text("body") and "真实无误" not in tab.text("body")
    assert tab.text("#limits").count("。") <= 3
    _asked_for_nothing(tab, page)


def test_the_fingerprint_is_compared_as_it_is_pasted(
    browser: Open, page: Path, published: Published, tmp_path: Path
) -> None:
    tab = _checked(browser, page, _archive(tmp_path, published.archive), "en")
    signer = thumbprint(published.round_.organizer)
    other = signer[:-1] + ("A" if signer[-1] != "A" else "E")
    for typed, said in ((f" {signer}\n", "The same"), (other, "Not the same"), (signer[:20], "20")):
        tab.ask(
            "(document.getElementById('fingerprint').value = '', document.getElementById('fingerprint').focus())"
        )
        tab.type(typed)
        tab.wait(f"document.getElementById('fingerprint-answer').innerText.includes({json.dumps(said)})")


def test_a_receipt_is_found_by_keyboard(
    browser: Open, page: Path, published: Published, tmp_path: Path
) -> None:
    tab = _checked(browser, page, _archive(tmp_path, published.archive))
    receipts = published.receipts
    cases = [
        (receipts[0].receipt, "计入"),
        (receipts[3].receipt.lower().replace("-", " "), "已被更高的一版取代"),
        (receipts[8].receipt, "评分卡已作废"),
        ("0000-0000-0000", "没有找到"),
        ("什么", "这还不是一张回执"),
    ]
    for typed, said in cases:
        tab.ask("(document.getElementById('receipt').value = '', document.getElementById('receipt').focus())")
        tab.type(typed)
        tab.press("Enter", 13, "\r")
        tab.wait(f"document.getElementById('receipt-answer').innerText.includes({json.dumps(said)})")
    tab.ask("(document.getElementById('receipt').value = '', document.getElementById('receipt').focus())")
    tab.type(receipts[0].receipt)
    tab.press("Enter", 13, "\r")
    tab.wait("document.activeElement.id === 'receipt' && !!document.getElementById('open-sheet')")
    tab.press("Tab", 9)
    tab.press("Tab", 9)
    tab.press("Enter", 13, "\r")
    tab.wait("!document.getElementById('sheet').hidden")
    rows = tab.ask(
        "[...document.querySelectorAll('#sheet tbody tr')].map(row =>"
        " [row.dataset.case, ...[...row.cells].slice(2).map(cell => cell.textContent)])"
    )
    given = published.round_.states(0, 1)
    given["case-5"] = given["case-4"]
    assert rows == [
        [line.case, "回避"]
        if given[line.case].recused
        else [
            line.case,
            str(sum(score or 0 for score in given[line.case].scores)),
            *map(str, given[line.case].scores),
        ]
        for line in published.results.ranking
    ]
    _asked_for_nothing(tab, page)


def test_a_tampered_archive_is_named_in_the_programs_own_words(
    browser: Open, page: Path, published: Published, tmp_path: Path
) -> None:
    changes = [changed for changed in changed_archives(published) if not changed.refused]
    by_code = {changed.code: changed for changed in changes}
    assert len(by_code) > 30
    tab = browser("zh-CN")
    tab.show(page)
    for _, changed in sorted(by_code.items()):
        file = _archive(tmp_path, changed.data)
        expected = [finding_text(finding, "zh") for finding in verify_archive(file).findings]
        tab.drop(file)
        tab.wait("!!document.getElementById('findings')")
        assert tab.text("#verdict") == "对不上"
        said = tab.ask("[...document.querySelectorAll('#findings li')].map(item => item.textContent)")
        assert said == expected, changed.name
        assert tab.ask("document.querySelectorAll('[data-state=bad]').length") > 0, changed.name
        tab.ask("document.getElementById('again').click()")
    _asked_for_nothing(tab, page)


def test_what_is_no_archive_or_is_damaged_is_refused(
    browser: Open, page: Path, published: Published, tmp_path: Path
) -> None:
    data = published.archive
    spoilt = data.replace(b"remarks", b"remarkz", 1)
    cases = [
        (b"PDF", "这不是结果档案", ".results"),
        (b"", "这不是结果档案", "空的"),
        (b"%PDF-1.7 and so on", "这不是结果档案", "证书"),
        (_word_document(), "这不是结果档案", "Word"),
        (published.round_.package, "这不是结果档案", "另一种文件"),
        (parts_of(data)["terms.jws"], "这不是结果档案", "单独签名"),
        (verify_page(), "这不是结果档案", "网页"),
        (data[:-9], "被改动过或不完整", "文件不完整"),
        (spoilt, "被改动过或不完整", "评语"),
        (_edited(published), "被改动过", f"回执 {published.receipts[0].receipt.partition('/')[0]}"),
    ]
    tab = browser("zh-CN")
    tab.show(page)
    for place, (content, verdict, said) in enumerate(cases):
        tab.drop(_archive(tmp_path, content, f"{place}.results"))
        tab.wait(f"document.getElementById('file')?.textContent === '{place}.results'")
        assert tab.text("#verdict") == verdict, said
        assert said in tab.text("#refusal") + tab.text("#next")
        _asked_for_nothing(tab, page)


def _word_document() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
    return held.getvalue()


def _edited(published: Published) -> bytes:
    """The archive with another score on the first sheet, and every checksum of the file right again."""
    with Container(io.BytesIO(published.archive)) as container:
        parts = {entry.name: container.read(entry.name) for entry in container.entries}
    name = f"scores/{published.receipts[0].scores_digest}.json"
    parts[name] = parts[name].replace(b'"payload":"e', b'"payload":"f')
    held = io.BytesIO()
    writer = ContainerWriter(held)
    for each, content in parts.items():
        writer.add(each, content)
    writer.close()
    return held.getvalue()


def test_it_works_without_ed25519_in_the_browser(
    browser: Open, page: Path, published: Published, tmp_path: Path
) -> None:
    """The browser of some years ago: WebCrypto refuses the name."""
    tab = browser("en")
    tab.call(
        "Page.addScriptToEvaluateOnNewDocument",
        source="""{
            const own = SubtleCrypto.prototype.importKey;
            SubtleCrypto.prototype.importKey = function (format, key, algorithm, ...rest) {
                window.asked = (window.asked ?? 0) + 1;
                if ((algorithm.name ?? algorithm) === 'Ed25519') {
                    return Promise.reject(new DOMException('Unrecognized name.', 'NotSupportedError'));
                }
                return own.call(this, format, key, algorithm, ...rest);
            };
        }""",
    )
    tab.show(page)
    tab.drop(_archive(tmp_path, published.archive))
    tab.wait(VERDICT)
    assert tab.ask("window.asked") == 1
    assert tab.text("#verdict") == "Consistent in itself"
    assert "own arithmetic" in tab.text("[data-check=signatures]")
    bad = next(changed for changed in changed_archives(published) if changed.code == "scores-bad-signature")
    tab.ask("document.getElementById('again').click()")
    tab.drop(_archive(tmp_path, bad.data))
    tab.wait("!!document.getElementById('findings')")
    finding = next(f for f in verify_archive(tmp_path / "round.results").findings if f.code == bad.code)
    assert finding_text(finding, "en") in tab.text("#findings")
    _asked_for_nothing(tab, page)


def test_the_policy_lets_nothing_out(browser: Open, page: Path) -> None:
    """Whatever the script tried, the browser would refuse it: the policy allows no request at all."""
    tab = browser("en")
    tab.show(page)
    tried = tab.ask(
        """(async () => {
            const broken = [];
            addEventListener('securitypolicyviolation', (event) => broken.push(event.effectiveDirective));
            await fetch('https://example.org/').catch(() => {});
            try { new WebSocket('wss://example.org/'); } catch {}
            navigator.sendBeacon('https://example.org/', 'x');
            for (const [tag, name] of [['img', 'src'], ['script', 'src'], ['iframe', 'src'], ['video', 'src']]) {
                const made = document.createElement(tag);
                made[name] = 'https://example.org/x';
                document.body.append(made);
            }
            const link = Object.assign(document.createElement('link'), {rel: 'stylesheet', href: 'https://example.org/'});
            document.head.append(link);
            const inline = Object.assign(document.createElement('script'), {textContent: 'window.ran = true'});
            document.body.append(inline);
            const form = Object.assign(document.createElement('form'), {action: 'https://example.org/'});
            document.body.append(form);
            form.submit();
            await new Promise((resolve) => setTimeout(resolve, 300));
            return [...new Set(broken)].sort();
        })()"""
    )
    directives = {
        "connect-src",
        "img-src",
        "script-src-elem",
        "frame-src",
        "media-src",
        "style-src-elem",
        "form-action",
    }
    assert set(tried) >= directives
    assert tab.ask("window.ran ?? null") is None
    assert [address for address in tab.requests if address != page.as_uri() and not _refused(tab)] == []


def _refused(tab: Tab) -> bool:
    """Chromium reports what its policy stopped as asked for and blocked at once."""
    return any("Content Security Policy" in message for message in tab.messages)


def test_both_languages_are_a_switch_away(
    browser: Open, page: Path, published: Published, tmp_path: Path
) -> None:
    for language, first, second in (
        ("zh-CN", "前后一致", "Consistent in itself"),
        ("de-DE", "Consistent in itself", "前后一致"),
    ):
        tab = _checked(browser, page, _archive(tmp_path, published.archive), language)
        assert tab.text("#verdict") == first
        tab.ask("document.getElementById('language').click()")
        assert tab.text("#verdict") == second
        assert tab.ask("document.documentElement.lang") == (
            "en" if second == "Consistent in itself" else "zh-CN"
        )


@pytest.mark.parametrize("width", [360, 768, 1280, 1920])
def test_nothing_is_wider_than_the_window(
    browser: Open, page: Path, published: Published, tmp_path: Path, width: int
) -> None:
    tab = browser("en")
    tab.size(width, 800)
    tab.show(page)
    assert tab.ask("document.documentElement.scrollWidth") <= width
    tab.drop(_archive(tmp_path, published.archive))
    tab.wait(VERDICT)
    assert tab.ask("document.documentElement.scrollWidth") <= width


def test_everything_is_reached_and_named_without_a_mouse(
    browser: Open, page: Path, published: Published, tmp_path: Path
) -> None:
    tab = _checked(browser, page, _archive(tmp_path, published.archive), "en")
    reached = []
    for _ in range(9):
        tab.press("Tab", 9)
        reached.append(tab.ask("document.activeElement.id || document.activeElement.tagName"))
    order = ["fingerprint", "receipt", "find"]
    assert [name for name in dict.fromkeys(reached) if name in order] == order and "BUTTON" in reached
    unnamed = tab.ask(
        "[...document.querySelectorAll('button, input')].filter(one =>"
        " !(one.innerText || one.labels?.length || one.ariaLabel)).length"
    )
    assert unnamed == 0
    assert tab.ask("document.querySelectorAll('[role=status]').length") >= 2


def test_a_file_is_chosen_by_keyboard(
    browser: Open, page: Path, published: Published, tmp_path: Path
) -> None:
    tab = browser("zh-CN")
    tab.show(page)
    tab.ask("document.getElementById('choose').focus()")
    tab.choose(_archive(tmp_path, published.archive), lambda: tab.press("Enter", 13, "\r"))
    tab.wait(VERDICT)
    assert tab.text("#verdict") == "前后一致"
    _asked_for_nothing(tab, page)


def test_the_file_that_was_dropped_last_is_the_one_shown(
    browser: Open, page: Path, published: Published, tmp_path: Path
) -> None:
    """While one is being checked another is dropped: what is said is said of that."""
    tab = browser("zh-CN")
    tab.show(page)
    tab.ask(
        """(() => { // a slow disk, for the first file
            const read = Blob.prototype.arrayBuffer;
            Blob.prototype.arrayBuffer = function () {
                Blob.prototype.arrayBuffer = read;
                return new Promise((resolve) => setTimeout(() => resolve(read.call(this)), 700))
                    .finally(() => { window.first = 'read'; });
            };
        })()"""
    )
    tab.drop(_archive(tmp_path, published.archive, "first.results"))
    tab.wait("!!document.getElementById('bar')")
    tab.drop(_archive(tmp_path, b"nothing", "second.results"))
    tab.wait("document.getElementById('verdict')?.innerText === '这不是结果档案'")
    tab.wait("window.first === 'read'")
    time.sleep(0.5)
    assert tab.text("#verdict") == "这不是结果档案"
    tab.drop(tmp_path / "first.results")  # on the page as it stands then
    tab.wait("document.getElementById('verdict')?.innerText === '前后一致'")
    _asked_for_nothing(tab, page)


def test_the_page_is_the_same_each_time_and_whole() -> None:
    data = verify_page()
    verify_page.cache_clear()
    assert verify_page() == data
    text = data.decode("utf-8")
    assert re.search(r"https?://(?!www\.w3\.org/2000/svg)", text) is None
    assert (
        re.search(r"\{\{(policy|style|texts|script)\}\}", text) is None
        and re.search(r"<(link|img|iframe|base)\b", text) is None
    )
    assert "default-src 'none'" in text and "unsafe" not in text.split("</head>")[0].split("<style>")[0]
    for source in sorted(SOURCES.glob("*.js")):
        assert f"/* ---- {source.name} ---- */" in text


def test_every_sentence_exists_in_both_languages() -> None:
    (answer,) = ask([["words"]])
    chinese, english = answer["answer"]["zh"], answer["answer"]["en"]
    assert chinese.keys() == english.keys()
    for key, sentence in chinese.items():
        assert sentence, key
        assert set(re.findall(r"\{\w+\}", sentence)) == set(re.findall(r"\{\w+\}", english[key])), key
    sources = "".join(file.read_text("utf-8") for file in SOURCES.glob("*.js"))
    for code in re.findall(r"(?:Refusal|requirer)\('([a-z-]+)'", sources):
        assert {f"refused-{code}", code} & chinese.keys(), code
    texts = tomllib.loads((REPOSITORY / "assets/texts/cli_zh.toml").read_text("utf-8"))
    for code in re.findall(r"(?:find|require)\([^;]*?'([a-z]+(?:-[a-z]+)+)'", sources):
        assert f"finding-{code}" in texts, code
    assert phrase("cli", "findings-next", "zh") != "findings-next"
