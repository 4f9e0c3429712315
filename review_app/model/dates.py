"""Days in words, as letters, certificates and papers have them; no locale of the system comes into it."""

from __future__ import annotations

import datetime

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def chinese_date(date: datetime.date) -> str:
    """二〇二六年十二月十六日: the year digit by digit with 〇, month and day as numbers (GB/T 15835)."""
    digits = "〇一二三四五六七八九"
    year = "".join(digits[int(digit)] for digit in f"{date.year}")

    def number(value: int) -> str:
        tens, ones = divmod(value, 10)
        leading = "" if tens < 2 else digits[tens]
        return leading + ("十" if tens else "") + (digits[ones] if ones else "")

    return f"{year}年{number(date.month)}月{number(date.day)}日"


def chinese_date_in_figures(date: datetime.date) -> str:
    """2026年12月16日."""
    return f"{date.year}年{date.month}月{date.day}日"


def english_date(date: datetime.date) -> str:
    """16 December 2026."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"
