"""Dates and times as callers write them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

_FORM = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}:\d{2})(?::(\d{2})(\.\d{1,9})?)?([Zz]|[+-]\d{2}:\d{2})?)?",
    re.ASCII,
)
# The schema has this one as a pattern, too, which must mean the same in ECMAScript.
MONTH_OR_YEAR = "^[12][0-9]{3}(-(0[1-9]|1[0-2]))?$"
EXPECTED = "Expected a date as 2024-11-22, a month, a year, or a date-time as 2024-11-22T08:30:00+09:00"
_DAY = len("2024-11-22")
_OFFSETS = timedelta(days=1)
_MONTH_OR_YEAR = re.compile(MONTH_OR_YEAR, re.ASCII)
_LEAP_SECOND = "60"
_OFFSET = re.compile(r"(?<=[Tt ]\d\d:\d\d)(:[\d.]+)? (?=\d\d:\d\d$)")


def normalized(value: str) -> str | None:
    """Write an ISO date or date-time (offset and seconds optional) in its usual form; None if it is none.

    The offset stays. A leap second becomes the one before it, since no calendar library counts them.
    """
    found = _FORM.fullmatch(value)
    if not found:
        return None
    day, minutes, seconds, fraction, offset = found.groups()
    if minutes:
        second = "59" if seconds == _LEAP_SECOND else seconds or "00"
        day = f"{day}T{minutes}:{second}{fraction or ''}{(offset or '').upper()}"
    try:
        datetime.fromisoformat(day)
    except ValueError:
        return None
    return day


def queried(value: str) -> str | None:
    """The same for a bound of a range; a month or a year stands for its first day.

    In a query string "+" stands for a blank: an offset may begin with one.
    """
    if _MONTH_OR_YEAR.fullmatch(value):
        return f"{value}-01-01"[:10]
    return normalized(_OFFSET.sub(r"\1+", value))


def hollow(since: str, until: str) -> bool:
    """Tell a range that ends where it begins, or before, and so holds nothing.

    A day beside a moment may be that of any offset: such a range may hold something up to a day longer.
    """
    length = _moment(until) - _moment(since)
    mixed = (len(since) == _DAY) != (len(until) == _DAY)
    return length < -_OFFSETS if mixed else length <= timedelta()


def following(value: str) -> str | None:
    """What a range must end with to hold all of this day, month or year; None for a moment, and past 9999."""
    try:
        year, *rest = map(int, value.split("-"))
        match rest:
            case []:
                found = date(year + 1, 1, 1)
            case [month]:
                found = date(year + month // 12, month % 12 + 1, 1)
            case _:
                found = date(year, *rest) + timedelta(days=1)
    except (ValueError, TypeError, OverflowError):
        return None
    return found.isoformat()[: len(value)]


def _moment(value: str) -> datetime:
    found = datetime.fromisoformat(value)
    return found if found.tzinfo else found.replace(tzinfo=UTC)
