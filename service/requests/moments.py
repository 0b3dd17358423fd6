"""Dates and times as callers write them."""

from __future__ import annotations

import re
from datetime import datetime

_FORM = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}:\d{2})(?::(\d{2})(\.\d{1,9})?)?([Zz]|[+-]\d{2}:\d{2})?)?",
    re.ASCII,
)
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
    """The same out of a query string, in which "+" stands for a blank: an offset may begin with one."""
    return normalized(_OFFSET.sub(r"\1+", value))
