"""The names of certificates' files: for every system, and known by number and recipient."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review_app.model.publish.certificate_name import certificate_name
from tests.model.publish.test_certificate import LONG, PLAIN


def test_number_and_recipient_stand_in_the_name() -> None:
    assert certificate_name(PLAIN) == "2026-01 示例市数据统筹局.pdf"
    assert certificate_name(replace(LONG, serial="2026-02")).startswith("2026-02 示例自治区示例市")


@pytest.mark.parametrize(
    ("recipient", "name"),
    [
        ('示例市/政务: "数据"局?', "2026-01 示例市 政务 数据 局.pdf"),
        ("Bureau Ltd. ", "2026-01 Bureau Ltd.pdf"),
        ("..\\..\\x", "2026-01 .. .. x.pdf"),
        ("?" * 9, "2026-01.pdf"),
        ("局\u202egnp.exe", "2026-01 局gnp.exe.pdf"),
    ],
)
def test_what_windows_refuses_is_left_out(recipient: str, name: str) -> None:
    assert certificate_name(replace(PLAIN, recipient=recipient)) == name


@given(st.text(min_size=1, max_size=300).filter(lambda text: text.split()))
def test_any_recipient_has_a_file_name(recipient: str) -> None:
    name = certificate_name(replace(PLAIN, recipient=recipient))
    assert name.startswith("2026-01") and name.endswith(".pdf") and len(name) <= 80
    assert len(name.encode("utf-8", "surrogatepass")) <= 240
    assert not re.search(r'[\\/:*?"<>|\x00-\x1f]', name)
    assert not name.removesuffix(".pdf").endswith((".", " "))
