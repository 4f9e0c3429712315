"""What a reader does with a report in a real Chromium: opens lines, gives a fingerprint, looks receipts up."""

from __future__ import annotations

import json
import statistics
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from review_app.model.crypto.base32 import short_form
from review_app.model.crypto.keys import b64u_decode, thumbprint
from tests.archives_changed import changed_archives
from tests.forger import Forger, Published, parts_of, publish
from tests.page.chromium import Tab

pytestmark = pytest.mark.xdist_group("chromium")
Open = Callable[..., Tab]


def _report(open_tab: Open, page: Path, folder: Path, data: bytes, language: str = "zh-CN") -> Tab:
    file = folder / "round.results"
    file.write_bytes(data)
    tab = open_tab(language)
    tab.size(1280, 900)
    tab.show(page)
    tab.drop(file)
    tab.wait("!!document.getElementById('verdict')")
    return tab


def _put(tab: Tab, field: str, text: str) -> None:
    """Replaces what stands in a field, as by typing."""
    tab.ask(f"(document.getElementById('{field}').select(), document.getElementById('{field}').focus())")
    tab.type(text)


def _look_up(tab: Tab, receipt: str) -> str:
    _put(tab, "receipt", receipt)
    tab.press("Enter", 13, "\r")
    return tab.text("#receipt-answer")


def _slip(text: str, symbol: int) -> str:
    """A text with another symbol in one place, counted from 1 without the hyphens of a card."""
    places = [at for at, each in enumerate(text) if each != "-" or len(text) > 14]
    at = places[symbol - 1]
    return text[:at] + ("7" if text[at] != "7" else "8") + text[at + 1 :]


def _accepted(published: Published) -> dict[str, dict[str, list[int] | None]]:
    """By receipt, the scores of each case on the sheets that count, None for a recusal."""
    found = {}
    for card, salt, receipt in ((0, 1, 0), (1, 1, 1), (2, 1, 2), (3, 2, 5), (4, 1, 4)):
        states = published.round_.states(card, salt)
        states["case-5"] = states["case-4"]
        found[published.receipts[receipt].receipt] = {
            case: None if state.recused else [int(score or 0) for score in state.scores]
            for case, state in states.items()
        }
    return found


def test_a_line_opens_to_the_sheets_behind_its_score(
    browser: Open, page: Path, published: Published, tmp_path: Path
) -> None:
    tab = _report(browser, page, tmp_path, published.archive)
    sheets = _accepted(published)
    for line in published.results.ranking:
        row = f'tr[data-case="{line.case}"]'
        expanded = f"document.querySelector('{row} .opener').ariaExpanded"
        behind = f"document.getElementById('behind-{line.case}')"
        assert tab.ask(f"[{expanded}, {behind}.hidden]") == ["false", True]
        tab.ask(f"document.querySelector('{row} .opener').focus()")
        tab.press("Enter", 13, "\r")
        assert tab.ask(f"[{expanded}, {behind}.hidden]") == ["true", False]
        shown = tab.ask(
            f"[...{behind}.querySelectorAll('tr[data-receipt]')].map(row => [row.dataset.receipt, row.dataset.use,"
            " ...[...row.cells].slice(1).map(cell => Number(cell.textContent))])"
        )
        due = {receipt: cases[line.case] for receipt, cases in sheets.items()}
        scored = {receipt: scores for receipt, scores in due.items() if scores is not None}
        assert {receipt: scores for receipt, _, _, *scores in shown} == scored
        assert [total for _, _, total, *_ in shown] == sorted(map(sum, scored.values()), reverse=True)
        assert [use for _, use, *_ in shown] == ["high", *[""] * (len(scored) - 2), "low"]
        kept = [total for _, use, total, *_ in shown if not use]
        assert line.score == str(Fraction(sum(kept), len(kept)))
        hollow = tab.ask(f"document.querySelectorAll('{row} .left-out').length")
        assert (hollow, len(shown)) == (2, line.sheets)
        recused = len(due) - len(scored)
        assert (f"{recused} 份回避" in tab.text(f"#behind-{line.case}")) == (recused > 0)
        assert (f"回避 {recused}" in tab.text(row)) == (recused > 0)
        means = tab.ask(f"[...{behind}.querySelectorAll('tfoot td')].map(cell => cell.textContent)")
        assert abs(float(means[0]) - statistics.mean(map(sum, scored.values()))) < 0.0051
        for place, mean in enumerate(means[1:]):
            assert abs(float(mean) - statistics.mean(one[place] for one in scored.values())) < 0.0051
    tab.ask("document.getElementById('language').click()")  # what is open stays open
    assert tab.ask("document.querySelectorAll('.opener[aria-expanded=true]').length") == 5
    first = published.results.ranking[0].case
    place = tab.ask(
        f"""(() => {{ document.querySelector('tr[data-case="{first}"]').scrollIntoView();
        const box = document.querySelector('tr[data-case="{first}"] circle').getBoundingClientRect();
        return [box.x + 2, box.y + 2]; }})()"""
    )
    for kind in ("mousePressed", "mouseReleased"):
        tab.call("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left", clickCount=1)
    assert tab.ask(f"document.getElementById('behind-{first}').hidden") is True


def test_how_sure_ranks_are_is_shown_as_published(
    browser: Open, page: Path, published: Published, tmp_path: Path
) -> None:
    tab = _report(browser, page, tmp_path, published.archive)
    stated = published.results.statistics
    assert stated is not None
    shown = tab.ask(
        "Object.fromEntries([...document.querySelectorAll('#ranking tr[data-case]')].map(row =>"
        " [row.dataset.case, [...row.querySelectorAll('.far')].map(cell => cell.firstChild.textContent)]))"
    )
    for line in stated.intervals:
        ranks = str(line.low) if line.low == line.high else f"{line.low}–{line.high}"
        chance = (200 * line.winning + stated.replicates) // (2 * stated.replicates)  # half up
        if 0 < line.winning < stated.replicates:
            chance = min(99, max(1, chance))
        assert shown[line.case][:2] == [ranks, f"{chance}%"]
    figures = tab.ask(
        "[...document.querySelectorAll('#agreement tbody tr')].map(row => [...row.cells].map(cell => cell.textContent))"
    )
    assert len(figures) == len(stated.agreement)
    for (_, w, *_), figure in zip(figures, stated.agreement, strict=True):
        assert (w == "没有定义") == (figure.kendall_w == "")
        assert not figure.kendall_w or abs(float(w) - float(figure.kendall_w)) <= 0.00501
    changed = next(each for each in changed_archives(published) if each.code == "interval-differs")
    other = _report(browser, page, tmp_path, changed.data)
    assert other.ask("document.querySelectorAll('#ranking .far').length") == 6  # what is wrong isn't shown
    assert other.ask("document.querySelectorAll('#findings li').length") >= 1


def test_another_key_turns_the_verdict(
    browser: Open, page: Path, published: Published, tmp_path: Path
) -> None:
    tab = _report(browser, page, tmp_path, published.archive)
    signer = thumbprint(published.round_.organizer)
    other = "A" * 20 + signer[20:]
    near = signer[:-1] + ("A" if signer[-1] != "A" else "E")
    card = short_form(b64u_decode(signer, "x").hex())
    for typed, verdict, look, said in (
        (other, "签名人不符", "differs", "不同"),
        (f"指纹：{signer}。", "前后一致", "holds", "相同"),
        (near, "签名人不符", "differs", "只差 1 个字符"),
        (signer[:30], "前后一致", "holds", "30"),
        (card.lower(), "前后一致", "holds", "十二位相同"),
        (f"组织方密钥：{card}", "前后一致", "holds", "十二位相同"),
        (f"公钥指纹：{signer}", "前后一致", "holds", "相同"),
        (card[:-1], "前后一致", "holds", "现有 11 位"),
        (_slip(card, 6), "签名人不符", "differs", "只有第 6 位不一样"),
        (_slip(signer, 9), "签名人不符", "differs", "（第 9 个）"),
        ("0000-0000-0000", "签名人不符", "differs", "不同"),
    ):
        _put(tab, "fingerprint", typed)
        assert tab.text("#verdict") == verdict, typed
        assert look in tab.ask("document.querySelector('.verdict').className").split()
        assert said in tab.text("#fingerprint-answer")
    _put(tab, "fingerprint", other)
    tab.ask("document.getElementById('language').click()")
    assert tab.text("#verdict") == "Signed by somebody else"
    bad = next(each for each in changed_archives(published) if not each.refused)
    tab = _report(browser, page, tmp_path, bad.data)
    _put(tab, "fingerprint", other)
    assert tab.text("#verdict") == "签名人不符" and tab.text("#findings")


def test_a_fingerprint_copied_from_the_page_is_no_comparison(
    browser: Open, page: Path, published: Published, tmp_path: Path
) -> None:
    tab = _report(browser, page, tmp_path, published.archive)
    tab.ask("getSelection().selectAllChildren(document.getElementById('signer'))")
    tab.ask("document.execCommand('copy')")
    signer = thumbprint(published.round_.organizer)
    tab.ask(
        f"""(() => {{ const field = document.getElementById('fingerprint');
        field.value = {json.dumps(signer)};
        field.dispatchEvent(new InputEvent('input', {{ inputType: 'insertFromPaste' }})); }})()"""
    )
    assert "从这一页复制" in tab.text("#fingerprint-answer")
    assert "还差一步" in tab.text("#step")
    _put(tab, "fingerprint", "")
    tab.press("Delete", 46)
    _put(tab, "fingerprint", signer)
    assert "相同" in tab.text("#fingerprint-answer")


def test_an_answer_to_a_receipt_goes_when_another_is_typed(
    browser: Open, page: Path, published: Published, tmp_path: Path
) -> None:
    tab = _report(browser, page, tmp_path, published.archive)
    assert "找到了" in _look_up(tab, published.receipts[0].receipt)
    tab.ask("document.getElementById('open-sheet').click()")
    assert "分" in tab.text("#sheet")
    tab.ask("(document.getElementById('receipt').focus(), document.getElementById('receipt').select())")
    tab.type("0")
    assert (tab.text("#receipt-answer"), tab.text("#sheet")) == ("", "")
    assert tab.ask("document.getElementById('receipt-answer').className") == "answer"
    assert "现有 1 位" in _look_up(tab, "0")


def test_a_receipt_with_a_slip_of_the_pen_gets_a_helpful_answer(
    browser: Open, page: Path, published: Published, tmp_path: Path
) -> None:
    tab = _report(browser, page, tmp_path, published.archive)
    receipt = published.receipts[0].receipt
    code = receipt.partition("/")[0]
    assert f"第 1 版（{receipt}），您输入的版次是“2”" in _look_up(tab, f"{code}/2")
    assert tab.ask("document.getElementById('receipt-answer').className") == "answer bad"
    wrong = ("0" if code[0] != "0" else "1") + code[1:]
    swapped = code[1] + code[0] + code[2:]
    for typed in (f"{wrong}/1", swapped) if swapped != code else (f"{wrong}/1",):
        said = _look_up(tab, typed)
        assert "只差一处" in said and receipt in said
        tab.ask("document.getElementById('near').click()")
        assert "找到了，已计入" in tab.text("#receipt-answer")
    assert "这是收件码" in _look_up(tab, short_form(published.receipts[0].file_digest))
    assert "现有 11 位" in _look_up(tab, code[:-1])
    assert "没有计入结果：已被更高的一版取代" in _look_up(tab, published.receipts[3].receipt)
    missing = _look_up(tab, "0000-0000-0000/1")
    assert missing.index("逐位") < missing.index("组织方")


def test_a_receipt_in_the_table_opens_its_sheet(
    browser: Open, page: Path, published: Published, tmp_path: Path
) -> None:
    tab = _report(browser, page, tmp_path, published.archive)
    tab.ask("document.querySelector('.opener').click()")
    receipts = tab.ask("[...document.querySelectorAll('button.receipt')].map(one => one.textContent)")
    assert set(receipts) == set(_accepted(published))
    tab.ask("document.querySelectorAll('button.receipt')[1].focus()")
    tab.press("Enter", 13, "\r")
    assert receipts[1] in tab.text("#sheet h2")
    assert tab.ask("document.getElementById('receipt').value") == receipts[1]
    assert "找到了" in tab.text("#receipt-answer")
    top = tab.ask("document.getElementById('sheet').getBoundingClientRect().top")
    assert 0 <= top < tab.ask("innerHeight") / 2
    hides = "[...document.querySelectorAll('button')].filter(one => one.innerText === '收起').length"
    assert tab.ask(hides) == 1
    tab.ask("document.getElementById('close-sheet').click()")
    assert tab.ask("[document.getElementById('sheet').hidden, document.activeElement.id]") == [
        True,
        "open-sheet",
    ]


def test_another_file_starts_with_empty_fields(
    browser: Open, page: Path, published: Published, tmp_path: Path
) -> None:
    tab = _report(browser, page, tmp_path, published.archive)
    _put(tab, "fingerprint", "HB7V-E3")
    _put(tab, "receipt", "ABCD")
    tab.ask("document.getElementById('again').click()")
    tab.drop(tmp_path / "round.results")
    tab.wait("!!document.getElementById('verdict')")
    assert tab.ask("['fingerprint', 'receipt'].map(id => document.getElementById(id).value)") == ["", ""]


def test_a_result_that_is_final_too_soon_says_so_beside_the_verdict(
    browser: Open, page: Path, published: Published, tmp_path: Path
) -> None:
    days = {"since": "2026-11-15", "until": "2026-11-29"}
    for given, said in (
        ({**days, "final": "2026-11-22", "early": "没有异议"}, ["2026-11-29", "2026-11-22", "没有异议"]),
        ({"since": "", "until": "", "final": "2026-11-22", "early": "内部评选"}, ["没有公示", "内部评选"]),
        ({**days, "final": "2026-11-30", "early": ""}, []),
    ):
        forger = Forger(published)
        forger.change(status="final", **given)
        tab = _report(browser, page, tmp_path, forger.archive())
        assert tab.text("#verdict") == "前后一致"
        line = tab.text(".verdict #early")
        assert bool(line) == bool(said)
        for each in said:
            assert each in line


def test_headings_stay_in_sight_while_the_ranking_moves(
    browser: Open, page: Path, published: Published, tmp_path: Path
) -> None:
    tab = _report(browser, page, tmp_path, published.archive)
    assert "换一批专家" in tab.text("#ranking .columns")
    tab.ask("document.querySelectorAll('.opener').forEach(one => one.click())")
    tab.ask("document.querySelector('#ranking tr.cut').scrollIntoView({ block: 'center' })")
    top = tab.ask("document.querySelector('.ranking > thead th').getBoundingClientRect().top")
    assert 0 <= top < 2


def test_remarks_are_folded_below_the_case_they_are_on(
    browser: Open, page: Path, published: Published, tmp_path: Path
) -> None:
    remarks = json.loads(parts_of(published.archive)["remarks.json"])
    assert remarks
    tab = _report(browser, page, tmp_path, published.archive)
    tab.ask("document.querySelectorAll('.opener').forEach(one => one.click())")
    shown = tab.ask(
        "[...document.querySelectorAll('.remarks li')].map(item =>"
        " [item.closest('tr').id.replace('behind-', ''), item.textContent])"
    )
    assert sorted(shown) == sorted([remark["case"], remark["text"]] for remark in remarks)
    assert tab.ask("document.querySelectorAll('.remarks[open]').length") == 0
    bad = next(each for each in changed_archives(published) if each.code == "remarks-not-sorted")
    tab = _report(browser, page, tmp_path, bad.data)
    tab.ask("document.querySelectorAll('.opener').forEach(one => one.click())")
    assert tab.ask("document.querySelectorAll('.remarks').length") == 0


def test_of_the_figures_of_agreement_the_totals_are_in_sight(
    browser: Open, page: Path, published: Published, tmp_path: Path
) -> None:
    tab = _report(browser, page, tmp_path, published.archive)
    lines = "[...document.querySelectorAll('#agreement tbody tr')].filter(row => row.offsetHeight)"
    assert tab.ask(f"{lines}.map(row => row.cells[0].textContent)") == ["总分"]
    tab.ask("document.getElementById('figures').focus()")
    tab.press("Enter", 13, "\r")
    stated = published.results.statistics
    assert stated is not None and tab.ask(f"{lines}.length") == len(stated.agreement)
    assert tab.ask("document.getElementById('figures').ariaExpanded") == "true"


@pytest.mark.parametrize("last_tie", ["lot", "shared"])
def test_lots_are_spoken_of_only_where_they_decide(
    browser: Open, page: Path, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, last_tie: str
) -> None:
    made = publish(tmp_path_factory.mktemp(last_tie), last_tie=last_tie)
    tab = _report(browser, page, tmp_path, made.archive)
    assert tab.text("#verdict") == "前后一致"
    assert ("抽签" in tab.text("body")) == (last_tie == "lot")


def test_what_only_auditors_see_is_not_opened(
    browser: Open, page: Path, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    recipient = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"
    sealed = publish(tmp_path_factory.mktemp("sealed"), auditors=[recipient], publication="winners-scored")
    tab = _report(browser, page, tmp_path, sealed.archive)
    assert tab.text("#verdict") == "没有重新计分"
    counts = "[...document.querySelectorAll('.opener, #agreement, #ranking circle')].length"
    assert tab.ask(counts) == 0
    assert "清单里" in _look_up(tab, sealed.receipts[0].receipt)
    assert tab.ask("document.getElementById('open-sheet')") is None


@pytest.mark.parametrize("width", [360, 390, 768, 1280])
def test_open_lines_and_sheets_are_no_wider_than_the_window(
    browser: Open, page: Path, published: Published, tmp_path: Path, width: int
) -> None:
    tab = browser("en")
    tab.size(width, 800)
    file = tmp_path / "round.results"
    file.write_bytes(published.archive)
    tab.show(page)
    tab.drop(file)
    tab.wait("!!document.getElementById('verdict')")
    assert tab.ask("scrollY") == 0
    _look_up(tab, published.receipts[0].receipt)
    tab.ask("document.getElementById('open-sheet').click()")
    tab.ask("document.querySelectorAll('.opener').forEach(one => one.click())")
    assert tab.ask("document.documentElement.scrollWidth") <= width
