"""The page's strict readers refuse what the program's refuse: containers, JSON, base64url."""

from __future__ import annotations

import base64
import io
import json
import random

import numpy as np
import pytest
import rfc8785

from review_app.model.container import Container, ContainerWriter
from review_app.model.crypto.base32 import canonical as meant_symbols
from review_app.model.crypto.base32 import short_form
from review_app.model.crypto.keys import b64u, b64u_decode
from review_app.model.errors import InputError
from tests.conftest import REPOSITORY
from tests.page.modules import ask

ZIPS = sorted((REPOSITORY / "tests/vectors/zip").glob("*.zip"))


def _container(data: bytes) -> dict[str, object]:
    try:
        container = Container(io.BytesIO(data))
        names = [entry.name for entry in container.entries]
        return {"answer": [[name, base64.b64encode(container.read(name)).decode()] for name in names]}
    except InputError as refusal:
        return {"refused": refusal.code, "params": refusal.params}


def _same_containers(files: list[bytes]) -> list[dict[str, object]]:
    expected = [_container(data) for data in files]
    answers = ask([["container", base64.b64encode(data).decode()] for data in files])
    for answer in answers:
        answer.pop("why", None)
    assert answers == expected
    return expected


def _good() -> bytes:
    file = io.BytesIO()
    writer = ContainerWriter(file)
    for name, content in (("mimetype", b"text/x"), ("a/b.json", b"{}"), ("z", bytes(300))):
        writer.add(name, content)
    writer.close()
    return file.getvalue()


def test_vectors_of_malicious_archives() -> None:
    assert len(ZIPS) > 20
    found = _same_containers([file.read_bytes() for file in ZIPS])
    assert all("refused" in one for one in found)  # none of them is canonical


def test_every_changed_byte_and_every_cut_of_a_container() -> None:
    good = _good()
    files = [good]
    for place in range(len(good)):
        files.append(good[:place] + bytes([good[place] ^ 0x41]) + good[place + 1 :])
        files.append(good[:place])
    found = _same_containers(files)
    assert "answer" in found[0] and all("refused" in one for one in found[1:])


@pytest.mark.parametrize(
    "spoilt", [b"\xa7", b"\xe4\xb8", b"\xe4\xb8\xad", b"\xf0\x9f\xa6", b"\xef\xbb\xbf", b"\xff\xfe\x01"]
)
def test_a_name_that_is_no_text_is_written_alike(spoilt: bytes) -> None:
    good = _good()
    with Container(io.BytesIO(good)) as container:
        name = container.entries[-1].name.encode("ascii")
    place = good.rindex(name)
    data = good[:place] + (spoilt + name)[: len(name)] + good[place + len(name) :]
    (page,) = ask([["container", base64.b64encode(data).decode()]])
    with pytest.raises(InputError) as program:
        Container(io.BytesIO(data))
    assert (page["refused"], page["params"]) == (program.value.code, program.value.params)


@pytest.mark.parametrize(
    "names", [["a", "a/b"], ["con.txt"], ["A"], ["a."], ["a//b"], ["a/b/c/d/e"], ["x" * 101]]
)
def test_names_that_no_reader_takes(names: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("review_app.model.container.is_safe_name", lambda name: True)
    file = io.BytesIO()
    writer = ContainerWriter(file)
    for name in names:
        writer.add(name, b"x")
    writer.close()
    monkeypatch.undo()
    assert "refused" in _same_containers([file.getvalue()])[0]


def _strict(data: bytes) -> bool:
    """Whether the program's rule takes ``data``: its canonical form, integers only."""
    try:
        value = json.loads(data.decode("utf-8"), parse_float=lambda text: [][0])
        return bool(rfc8785.dumps(value) == data)
    except (ValueError, IndexError, RecursionError, rfc8785.CanonicalizationError):
        return False


JSON_TEXTS = [
    '{"a":1,"b":[true,false,null]}', '{"b":1,"a":2}', '{"a":1,"a":1}', '{"a": 1}', '{"a":1}\n', '\ufeff{"a":1}',
    '[1.0]',
    '[1e3]', '[-0]', '[0]', '[9007199254740991]', '[9007199254740992]', '[-9007199254740992]', '[01]', '["\\u0041"]',
    '["\\u000a"]', '["\\n"]', '["\\/"]', '["/"]', '["é"]', '["e\u0301"]', '["\\ud800"]', '["\\ud83d\\ude00"]', '["😀"]',
    '{"😀":1,"\ufb33":2}', '{"\ufb33":2,"😀":1}', '["\u2028"]', '["\x7f"]', '["\\u007f"]', '["\\u001F"]', '["\\u001f"]',
    '[NaN]', '[Infinity]', '[]', '{}', '""', 'null', '', '[1,]', '{"__proto__":{"a":1}}', '{"constructor":1}', "['a']",
]  # fmt: skip


def test_json_has_one_spelling() -> None:
    cases = [text.encode("utf-8") for text in JSON_TEXTS]
    cases += [b'["\xff"]', b'["\xed\xa0\x80"]', b"[" * 100_000 + b"]" * 100_000]
    answers = ask([["decodes", base64.b64encode(data).decode()] for data in cases])
    found = {data[:40]: answer.get("answer", False) for data, answer in zip(cases, answers, strict=True)}
    assert found == {data[:40]: _strict(data) for data in cases}
    assert {answer["refused"] for answer in answers if "refused" in answer} == {"malformed"}


def test_base64url_has_one_spelling() -> None:
    drawn = random.Random("base64url")
    contents = [drawn.randbytes(length) for length in range(40)]
    assert [a["answer"] for a in ask([["base64url", base64.b64encode(c).decode()] for c in contents])] == [
        b64u(content) for content in contents
    ]
    texts = [b64u(content) for content in contents]
    texts += ["A", "AB", "AC", "AAB", "AAE", "AA==", "A+", "A/", "A A", "é", "AAAAA", "-_-_", "AA\n"]
    expected = []
    for text in texts:
        try:
            expected.append(b64u_decode(text, "x").hex())
        except InputError as refusal:
            expected.append(refusal.code)
    answers = ask([["unbase64url", text] for text in texts])
    assert [answer.get("answer", answer.get("refused")) for answer in answers] == expected


def test_short_forms_and_typed_symbols_are_the_same() -> None:
    drawn = random.Random("symbols")
    digests = [drawn.randbytes(32).hex() for _ in range(50)] + ["0" * 64, "f" * 64]
    assert [answer["answer"] for answer in ask([["short-form", digest] for digest in digests])] == [
        short_form(digest) for digest in digests
    ]
    typed = ["abcd-efgh", "ＡＢ１２", "o0iIlL", " a\u200bb\u00ad ", "a–b—c−d_e", "\u3000x\x1cy\x85z", "ﬁ"]
    assert [answer["answer"] for answer in ask([["meant", text] for text in typed])] == [
        meant_symbols(text) for text in typed
    ]


def test_the_drawn_numbers_are_of_the_published_generator() -> None:
    """numpy's Philox is checked against the authors' vectors; the page's is checked against it."""
    keys = [bytes(16), bytes(range(16)), b"\xff" * 16]
    answers = ask([["philox", key.hex(), 5000] for key in keys])
    for key, answer in zip(keys, answers, strict=True):
        raw = np.random.Philox(key=int.from_bytes(key, "little")).random_raw(5000)
        assert answer["answer"] == [int(word) >> 32 for word in raw]
