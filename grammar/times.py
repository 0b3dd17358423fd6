"""Dates from the words of a text, reckoned from the day it was published.

A closed table of our own rather than dateparser (1.5, tried on the spans of the tests): that takes 0.3 to
1.4 ms a span and 0.2 s to begin with, gives a day for "last month" and "last week", the week before for
"Friday" in a report of that Friday, May for "on the 5th", nothing for "late Thursday".
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache

from grammar.reckoning import MONTHS, WEEKDAYS, compiled, day_of, relative

LONGEST_SPAN = 80  # characters; nothing that is longer is a date
YEARS = range(1500, 2100)  # four figures outside are rather a number

_ISO = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?)?", re.ASCII
)

Resolution = tuple[str | None, str | None]


def validate(published_at: str) -> str:
    """Check an ISO 8601 date, or date-time with or without an offset, and give it back with a "T".

    Raises ValueError, with a message for people, for anything else and for days that never were.
    """
    try:
        if not _ISO.fullmatch(published_at):
            raise ValueError
        datetime.fromisoformat(published_at)
    except ValueError:
        raise ValueError(
            "published_at must be an ISO 8601 date or date-time such as 2024-11-22 or "
            f"2024-11-22T18:41:00+09:00, not {published_at[:40]!r}"
        ) from None
    return published_at.replace(" ", "T")


@lru_cache(maxsize=4096)
def resolve(words: str, published_at: str | None) -> Resolution:
    """The date, month or year that a span such as "on Friday" means, and the day it was reckoned from.

    The value is "2024-11-22", "2024-10" or "2023"; the anchor is the publication day, in its own offset,
    where it was needed. A weekday is the last one on or before that day, since reports speak of what was.
    What is vague, a week, several days or in doubt has no value: no date is better than a wrong one.
    ``published_at`` must have passed ``validate``; without it only dates with a year have a value.
    """
    if len(words) > LONGEST_SPAN:
        return None, None
    span = _plain(words)
    absolute = _absolute(span)
    if absolute or not published_at:
        return absolute, None
    anchor = date.fromisoformat(published_at[:10])
    try:
        value = relative(span, anchor)
    except OverflowError:  # before the year 1 or after 9999
        value = None
    return (value, anchor.isoformat()) if value else (None, None)


_MARKS = re.compile(r"[.,]|['’]s\b")
_CLOCK = re.compile(
    r"\b(?:at )?(?:(?:about|around|shortly|just) )?"
    r"(?:\d{1,2}(?::\d\d)? ?(?:am|pm)|\d{1,2}:\d\d|noon|midnight)\b"
    r"(?: (?:gmt|utc|est|edt|et|bst|ist|local time|eastern(?: time)?))?"
)
_NEAR_NAMES = {
    "today": re.compile(r"\bthis (?:morning|afternoon|evening)\b|\btonight\b"),
    "yesterday": re.compile(r"\blast (?:night|evening)\b"),
}
_PARTS = re.compile(r"\b(?:early |mid-|late )?(?:morning|afternoon|evening|night)\b")
_LEAD = re.compile(
    r"(?:(?:on|in|at|early|late|earlier|later|back|mid|mid-|the (?:morning|afternoon|evening|night) of"
    r"|the (?:end|start|beginning|middle) of|(?:morning|afternoon|evening|night) of)(?: |(?<=-)))"
)


def _plain(words: str) -> str:
    """Lower case; without marks, times of day and the words that lead to a date."""
    span = " ".join(_MARKS.sub(lambda mark: " " if mark.group() == "," else "", words.lower()).split())
    for name, pattern in _NEAR_NAMES.items():
        span = pattern.sub(name, span)
    span = " ".join(_CLOCK.sub(" ", span).split())
    previous = ""
    while span != previous:
        previous = span
        span = _LEAD.sub("", span, count=1) if _LEAD.match(span) else span
    return " ".join(_PARTS.sub(" ", span).split())


_WHOLE_DATES = [
    compiled(pattern)
    for pattern in (
        r"(?P<year>\d{4})-(?P<number>\d\d)-<d>",
        r"(?:<wd> )?(?:on |the )?<m> <d> <y>",
        r"(?:<wd> )?(?:on |the )?<d> (?:of )?<m> (?:of )?<y>",
        r"<m> (?:of )?<y>",
        r"(?:the )?(?:spring|summer|autumn|fall) (?:of )?<y>",
        r"(?:the year )?<y>",
    )
]


def _absolute(span: str) -> str | None:
    """A date that holds its year."""
    for pattern in _WHOLE_DATES:
        match = pattern.fullmatch(span)
        if match:
            found = match.groupdict()
            year = int(found["year"])
            if year not in YEARS:
                return None
            month = MONTHS.get(found.get("month") or "") or int(found.get("number") or 0)
            if not found.get("day"):
                return f"{year:04}-{month:02}" if month else f"{year:04}"
            day = day_of(year, month, int(found["day"]))
            weekday = found.get("weekday")
            return day.isoformat() if day and weekday in (None, _weekday_name(day, weekday)) else None
    return None


def _weekday_name(day: date, name: str | None) -> str | None:
    """The name as written if the day is one of that name."""
    return name if name and WEEKDAYS[name] == day.weekday() else ""
