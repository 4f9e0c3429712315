"""QR codes computed on whole arrays, as a reader of others and another writer see them."""

from __future__ import annotations

import io
import random
import string
from collections.abc import Callable

import numpy as np
import pytest
import segno
from PIL import Image

from review_app.model.errors import InputError
from review_app.model.publish import qr_fast
from review_app.model.publish.qr_fast import byte_code

LETTERS = string.ascii_letters + string.digits + "-_."


def picture(text: str) -> bytes:
    modules = np.pad(byte_code(text), 4)
    file = io.BytesIO()
    Image.fromarray(np.where(np.kron(modules, np.ones((4, 4), bool)), 0, 255).astype("u1")).save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize("version", range(1, 28))
def test_every_version_is_read_by_zbar(version: int, tool: Callable[..., str]) -> None:
    drawn = random.Random(version)
    least = qr_fast._capacity(version - 1, "L") + 1 if version > 1 else 1
    for room in (least, qr_fast._capacity(version, "L")):
        text = "".join(drawn.choices(LETTERS, k=room))
        assert byte_code(text).shape == (17 + 4 * version, 17 + 4 * version)
        read = tool("zbarimg", picture(text), "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", "{}")
        assert read.removesuffix("\n") == text


@pytest.mark.parametrize("version", [1, 6, 7, 9, 10, 14, 20, 26, 27])
def test_a_full_code_is_module_for_module_segnos(version: int) -> None:
    text = "".join(random.Random(version).choices(LETTERS, k=qr_fast._capacity(version, "L")))
    own = byte_code(text)
    others = [segno.make_qr(text, error="l", mask=mask, mode="byte", boost_error=False) for mask in range(8)]
    assert any(np.array_equal(own, np.array([list(row) for row in each.matrix], bool)) for each in others)


def test_the_mask_has_the_least_penalty_by_the_rules_written_out() -> None:
    symbols = np.random.default_rng(5).random((8, 25, 25)) < 0.5
    assert qr_fast._penalties(symbols).tolist() == [penalty(each) for each in symbols]


def penalty(symbol: qr_fast.Modules) -> int:
    side, total = len(symbol), 0
    for rows in (symbol.tolist(), symbol.T.tolist()):
        for row in rows:
            run = 1
            for at in range(1, side + 1):
                if at < side and row[at] == row[at - 1]:
                    run += 1
                    continue
                total += run - 2 if run >= 5 else 0
                run = 1
            wide = [False] * 4 + row + [False] * 4
            for at in range(4, side - 2):
                if wide[at : at + 7] == [True, False, True, True, True, False, True]:
                    total += 40 if not any(wide[at - 4 : at]) or not any(wide[at + 7 : at + 11]) else 0
    for i in range(side - 1):
        for j in range(side - 1):
            total += 3 if symbol[i, j] == symbol[i + 1, j] == symbol[i, j + 1] == symbol[i + 1, j + 1] else 0
    dark = int(symbol.sum()) * 20 // (side * side)
    return total + 10 * min(abs(dark - 10), abs(dark - 9))


def test_lines_of_chinese_are_read_as_written(tool: Callable[..., str]) -> None:
    text = "网络理政十大创新案例\n示例市数据统筹局 བོད\n2026-01\neyJhbGci.eyJ.x"
    read = tool("zbarimg", picture(text), "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", "{}")
    assert read.removesuffix("\n") == text


def test_what_no_page_has_room_for_is_refused() -> None:
    assert byte_code("x" * 1465).shape == (125, 125)
    with pytest.raises(InputError) as failure:
        byte_code("x" * 1466)
    assert (failure.value.code, failure.value.params) == ("qr-too-large", {"length": 1466, "limit": 1465})
