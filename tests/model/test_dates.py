"""Days in words."""

from __future__ import annotations

import datetime

import pytest

from review_app.model.dates import chinese_date, chinese_date_in_figures, english_date


@pytest.mark.parametrize(
    ("date", "chinese", "figures", "english"),
    [
        (datetime.date(2026, 12, 16), "二〇二六年十二月十六日", "2026年12月16日", "16 December 2026"),
        (datetime.date(2030, 10, 10), "二〇三〇年十月十日", "2030年10月10日", "10 October 2030"),
        (datetime.date(2027, 1, 31), "二〇二七年一月三十一日", "2027年1月31日", "31 January 2027"),
        (datetime.date(2028, 2, 20), "二〇二八年二月二十日", "2028年2月20日", "20 February 2028"),
        (datetime.date(2009, 11, 1), "二〇〇九年十一月一日", "2009年11月1日", "1 November 2009"),
    ],
)
def test_dates_in_words(date: datetime.date, chinese: str, figures: str, english: str) -> None:
    assert chinese_date(date) == chinese
    assert chinese_date_in_figures(date) == figures
    assert english_date(date) == english
