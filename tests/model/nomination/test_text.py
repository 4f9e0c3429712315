"""Bytes to text: what is read, what is repaired, and what is refused by name."""

from __future__ import annotations

import hypothesis
import pytest
from hypothesis import strategies as st

from review_app.model.errors import InputError
from review_app.model.files import asset_path
from review_app.model.nomination.text import DecodedText, decode_text

TEXT = "# 汛情告知\n\n网格员电话或上门，把没有收到消息的人找出来。\n第三行：半小时内确认收到的住户约八成。\n"
PLAIN = TEXT.encode()


@pytest.mark.parametrize(
    ("data", "repair"),
    [
        (PLAIN, ""),
        (b"\xef\xbb\xbf" + PLAIN, ""),
        (PLAIN.replace(b"\n", b"\r\n"), ""),
        (PLAIN.replace(b"\n", b"\r"), ""),
        (TEXT.encode("gb18030"), "gb18030"),
        (TEXT.replace("\n", "\r\n").encode("gbk"), "gb18030"),
    ],
)
def test_all_of_these_are_the_same_text(data: bytes, repair: str) -> None:
    assert decode_text(data, "case.md") == DecodedText(TEXT, repair)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain ASCII\n",
        "Le café français est à côté de l'hôtel, où l'été dure; déjà vu, élève, forêt, âme, île.\n",
        "Größere Übungen für Mädchen: äußerst schöne Grüße aus Österreich, ÄÖÜ äöü ß ÄÖÜ.\n",
        "繁體中文的說明文字，也是完整而健全的內容。\n",
        "日本語の文章も読めます。これは文字化けではありません。\n",
        "Русский текст тоже не повреждён, хотя его здесь никто не ждёт.\n",
        "𠮷野家与㐂，生僻字：龘、㵘、𪚥。\n",
        "————————————————\n……………………\n“”‘’“”‘’——……\n",
        "¡™£¢∞§¶•ªº–≠ · © ® ™ • ° ± × ÷\n",
        "表情😀与𝒳，全角ＡＢＣ，①②③，—…“”‘’《》。\n",
    ],
)
def test_sound_text_of_any_script_passes(text: str) -> None:
    assert decode_text(text.encode(), "case.md") == DecodedText(text, "")


@hypothesis.given(
    st.binary(max_size=200) | st.text(max_size=80).map(lambda text: text.encode("gb18030", "replace"))
)
def test_any_bytes_are_text_or_an_error_of_ours(data: bytes) -> None:
    try:
        found = decode_text(data, "case.md")
    except InputError as failure:
        assert failure.code.startswith("text-")
    else:
        encoding = found.repair or "utf-8-sig"
        assert data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n") == found.text


def test_all_sample_dossiers_pass_in_both_encodings() -> None:
    files = sorted(asset_path("sample/nominations").glob("[a-w]*/case.md"))
    assert len(files) >= 20
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert decode_text(text.encode(), "case.md").text == text
        assert decode_text(text.encode("gb18030"), "case.md") == DecodedText(text, "gb18030"), file


REFUSED: dict[str, tuple[bytes, str, int]] = {
    "utf-16": (TEXT.encode("utf-16"), "text-encoding", 1),
    "zero bytes": (PLAIN[:60] + bytes(512), "text-zero-bytes", 3),
    "cut in a character": (PLAIN[:-6], "text-truncated", 4),
    "a lost byte": (PLAIN[:40] + PLAIN[41:], "text-encoding", 3),
    "a changed byte": (PLAIN.replace("电".encode(), b"\xe7\xff\xb5"), "text-encoding", 3),
    "utf-8 read as latin-1": (PLAIN.decode("latin-1").encode(), "text-mojibake", 1),
    "utf-8 read as cp1252": (PLAIN.decode("cp1252", "ignore").encode(), "text-mojibake", 1),
    "utf-8 read as gbk": (PLAIN.decode("gbk", "replace").encode(), "text-mojibake", 3),
    "utf-8 read as gb18030": (PLAIN.decode("gb18030", "ignore").encode(), "text-mojibake", 3),
    "gbk read as latin-1": (TEXT.encode("gbk").decode("latin-1").encode(), "text-mojibake", 1),
    "gbk read as utf-8": (TEXT.encode("gbk").decode("utf-8", "replace").encode(), "text-mojibake", 1),
    "a replacement character": ("好\n坏\ufffd\n".encode(), "text-mojibake", 2),
    "a bell": ("好\n坏\x07\n".encode(), "text-control", 2),
    "random bytes": (bytes(range(1, 256)) * 3, "text-encoding", 2),
}


@pytest.mark.parametrize("what", REFUSED)
def test_damaged_text_is_refused_with_the_line(what: str) -> None:
    data, code, line = REFUSED[what]
    with pytest.raises(InputError) as caught:
        decode_text(data, "case.md")
    assert (caught.value.code, caught.value.params) == (code, {"name": "case.md", "line": line})
