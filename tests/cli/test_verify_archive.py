"""The verb on archives: what it says of one for auditors, of a forged one, and of the page in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from review_app.model.crypto import age
from review_app.model.result.archive import PAGE
from tests.cli.program import call
from tests.forger import Forger, Published, publish
from tests.rounds import small_round


def written(folder: Path, data: bytes) -> Path:
    file = folder / "round.results"
    file.write_bytes(data)
    return file


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_is_called_counted_that_was_not(language: str, tmp_path: Path) -> None:
    identity, recipient = age.new_identity()
    published = publish(tmp_path, publication="winners", auditors=[recipient])
    file = written(tmp_path, published.archive)
    key = tmp_path / "auditor.key"
    key.write_text(f"# created: 2026-11-22T10:00:00Z\n# public key: {recipient}\n{identity}\n", "ascii")
    use = {"LC_ALL": "zh_CN.UTF-8" if language == "zh" else "C.UTF-8"}

    outside = call("verify", file, "--json", env=use).done().json
    assert (outside["verdict"], outside["counted"], outside["page"]) == ("consistent", False, "same")
    assert outside["ranking"] == []
    said = call("verify", file, env=use).done().out
    consistent = "结论：一致" if language == "zh" else "Verdict: consistent"
    assert consistent not in said
    assert ("没有计分" if language == "zh" else "nothing was counted") in said
    receipt = published.receipts[0].receipt
    told = call("verify", file, "--receipt", receipt, env=use).done().out
    assert ("组织方称" if language == "zh" else "the organizer gives its state") in told

    inside = call("verify", file, "--auditor-key", key, "--json", env=use).done().json
    assert (inside["verdict"], inside["counted"], len(inside["ranking"])) == ("consistent", True, 5)
    assert consistent in call("verify", file, "--auditor-key", key, env=use).done().out
    key.write_text(age.new_identity()[0], "ascii")
    call("verify", file, "--auditor-key", key, env=use).refused("not-an-auditor")
    key.write_text("no key", "ascii")
    call("verify", file, "--auditor-key", key, env=use).refused("malformed")


def test_draw_and_seed_are_shown_to_be_compared(published: Published, tmp_path: Path) -> None:
    file, results = written(tmp_path, published.archive), published.results
    document = call("verify", file, "--json").done().json
    assert (document["draw"], document["seed"]) == (results.draw, results.seed)
    assert document["draw_source"] == published.round_.terms.rule.seed_draw
    said = call("verify", file).done().out
    assert all(text in said for text in (results.draw, results.seed, published.round_.terms.rule.seed_draw))
    forger = Forger(published)
    forger.change(draw=results.draw + "\u200b")
    forger.seed()
    answer = call("verify", written(tmp_path, forger.archive()))
    assert answer.status == 1 and f"{results.draw}\\u{{200b}}" in answer.out


def test_winners_are_shown_where_only_they_are_public(tmp_path: Path) -> None:
    published = publish(tmp_path, publication="winners", auditors=[age.new_identity()[1]])
    said = call("verify", written(tmp_path, published.archive), env={"LC_ALL": "C.UTF-8"}).done().out
    titles = [f"winner  {candidate.title}" for candidate in published.results.candidates]
    assert len(titles) == 2 and all(title in said for title in titles)


def test_a_key_is_not_called_compared_with_a_sheet_that_nobody_signed_outside(tmp_path: Path) -> None:
    round_ = small_round(cards=3, cases=2)
    file, key = tmp_path / "a.scoresheet", tmp_path / "key"
    file.write_bytes(round_.sheet(0))
    key.write_text("A" * 43, "ascii")
    assert call("verify", file, "--organizer-key", key, "--json").done().json["pinned"] is False
    said = call("verify", file, "--organizer-key", key, env={"LC_ALL": "C.UTF-8"}).done().out
    assert "the key was not compared" in said


def test_a_finding_is_said_in_words_with_what_to_do(published: Published, tmp_path: Path) -> None:
    forger = Forger(published)
    first, second, *rest = published.results.ranking
    forger.change(ranking=[second, first, *rest])
    file = written(tmp_path, forger.archive())
    for language, sentences in (
        ("zh_CN.UTF-8", (f"第 1 行是 {second.case}，应为 {first.case}。", "请保存这一文件", "结论：否")),
        (
            "C.UTF-8",
            (f"line 1 is {second.case} and should be {first.case}.", "Keep this file", "Verdict: no"),
        ),
    ):
        answer = call("verify", file, env={"LC_ALL": language})
        assert answer.status == 1
        assert all(sentence in answer.out for sentence in sentences), answer.out


@pytest.mark.parametrize(("content", "state"), [(b"<p>all is well</p>", "other"), (None, "missing")])
def test_another_page_is_a_notice_and_no_finding(
    published: Published, content: bytes | None, state: str, tmp_path: Path
) -> None:
    forger = Forger(published)
    del forger.parts[PAGE]
    if content is not None:
        forger.parts[PAGE] = content
    file = written(tmp_path, forger.archive())
    document = call("verify", file, "--json").done().json
    assert (document["verdict"], document["findings"], document["page"]) == ("consistent", [], state)
    assert PAGE in call("verify", file).done().out
