"""Dates from the words of a text, reckoned from the day it was published.

A closed table of our own rather than dateparser (1.5, tried on the spans of the tests): that takes 0.3 to
1.4 ms a span and 0.2 s to begin with, gives a day for "last month" and "last week", the week before for
"Friday" in a report of that Friday, May for "on the 5th", nothing for "late Thursday".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import lru_cache

from grammar.lexicon import table

AHEAD_DAYS = 183  # a day with its weekday may lie so far ahead
RECENT_DAYS = 92  # a day without a year is last year's only if it is no longer ago
RECENT_MONTHS = 6  # and a month
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
        value = _relative(span, anchor)
    except OverflowError:  # before the year 1 or after 9999
        value = None
    return (value, anchor.isoformat()) if value else (None, None)


def _names(kind: str) -> dict[str, int]:
    return {
        word: int(number)
        for name, number, members in table("times/words.tsv")
        if name == kind
        for word in members.split()
    }


_WEEKDAYS, _MONTHS, _NUMBERS = _names("weekday"), _names("month"), _names("number")
_PATTERN = {
    "wd": rf"(?P<weekday>{'|'.join(_WEEKDAYS)})",
    "m": rf"(?P<month>{'|'.join(_MONTHS)})",
    "d": r"(?P<day>\d{1,2})(?:st|nd|rd|th)?",
    "y": r"(?P<year>\d{4})",
    "n": rf"(?P<number>{'|'.join(_NUMBERS)}|\d{{1,2}})",
}

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


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"<(wd|m|d|y|n)>", lambda name: _PATTERN[name.group(1)], pattern))


_WHOLE_DATES = [
    _compiled(pattern)
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
            month = _MONTHS.get(found.get("month") or "") or int(found.get("number") or 0)
            if not found.get("day"):
                return f"{year:04}-{month:02}" if month else f"{year:04}"
            day = _day(year, month, int(found["day"]))
            weekday = found.get("weekday")
            return day.isoformat() if day and weekday in (None, _weekday_name(day, weekday)) else None
    return None


def _weekday_name(day: date, name: str | None) -> str | None:
    """The name as written if the day is one of that name."""
    return name if name and _WEEKDAYS[name] == day.weekday() else ""


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _relative(span: str, anchor: date) -> str | None:
    for pattern, reckon in _RELATIVE:
        match = pattern.fullmatch(span)
        if match:
            return reckon(match, anchor)
    return None


def _shifted(days: int) -> Callable[[re.Match[str], date], str | None]:
    return lambda _, anchor: (anchor + timedelta(days)).isoformat()


def _months_away(anchor: date, months: int) -> str:
    count = anchor.year * 12 + anchor.month - 1 + months
    if count < 12:
        raise OverflowError
    return f"{count // 12:04}-{count % 12 + 1:02}"


def _years_away(anchor: date, years: int) -> str:
    if anchor.year + years < 1:
        raise OverflowError
    return f"{anchor.year + years:04}"


def _weekday(match: re.Match[str], anchor: date) -> str | None:
    """Of "Friday": the last one, this day included."""
    return (anchor - timedelta((anchor.weekday() - _WEEKDAYS[match["weekday"]]) % 7)).isoformat()


def _last_weekday(match: re.Match[str], anchor: date) -> str | None:
    """Of "last Friday": nothing on the days after Friday, when it may be this week's or last week's."""
    weekday = _WEEKDAYS[match["weekday"]]
    if weekday < anchor.weekday():
        return None
    return (anchor - timedelta((anchor.weekday() - weekday) % 7 or 7)).isoformat()


def _weekday_of_last_week(match: re.Match[str], anchor: date) -> str | None:
    """Of "Friday last week": not of Sundays, which end the week for some and begin it for others."""
    weekday = _WEEKDAYS[match["weekday"]]
    if 6 in (weekday, anchor.weekday()):
        return None
    return (anchor - timedelta(anchor.weekday() + 7 - weekday)).isoformat()


def _month_day(match: re.Match[str], anchor: date) -> str | None:
    """Of "Nov. 3": of this year if it has been, of last year if that is not long ago; a weekday decides."""
    month, day, weekday = _MONTHS[match["month"]], int(match["day"]), match["weekday"]
    candidates = [found for year in (0, -1, 1) if (found := _day(anchor.year + year, month, day))]
    if weekday:
        near = [found for found in candidates if (found - anchor).days <= AHEAD_DAYS]
        named = [found for found in near if found.weekday() == _WEEKDAYS[weekday]]
        return named[0].isoformat() if len(named) == 1 else None
    for found in candidates:
        if found <= anchor and (found.year == anchor.year or (anchor - found).days <= RECENT_DAYS):
            return found.isoformat()
    return None


def _month(match: re.Match[str], anchor: date) -> str | None:
    """Of "in October": the last one, if it is not long ago or in this year."""
    back = (anchor.month - _MONTHS[match["month"]]) % 12
    if back > RECENT_MONTHS and _MONTHS[match["month"]] > anchor.month:
        return None
    return _months_away(anchor, -back)


def _month_of_year(match: re.Match[str], anchor: date) -> str | None:
    """Of "October last year": a month."""
    year = int(_years_away(anchor, -1 if match["which"] == "last" else 0))
    return f"{year:04}-{_MONTHS[match['month']]:02}"


def _last_month_named(match: re.Match[str], anchor: date) -> str | None:
    """Of "last October": nothing where this year's has been, for it may be that or last year's."""
    if _MONTHS[match["month"]] < anchor.month:
        return None
    return f"{int(_years_away(anchor, -1)):04}-{_MONTHS[match['month']]:02}"


def _this_unit(match: re.Match[str], anchor: date) -> str | None:
    """Of "last month" or "this year": a month, a year."""
    steps = {"last": -1, "this": 0, "next": 1}[match["which"]]
    return _months_away(anchor, steps) if match["unit"] == "month" else _years_away(anchor, steps)


def _ago(match: re.Match[str], anchor: date) -> str | None:
    """Of "two days ago": months and years are as exact as they are said."""
    number = _NUMBERS.get(match["number"]) or int(match["number"])
    if match["unit"] == "day":
        return (anchor - timedelta(number)).isoformat()
    return _months_away(anchor, -number) if match["unit"] == "month" else _years_away(anchor, -number)


_RELATIVE: list[tuple[re.Pattern[str], Callable[[re.Match[str], date], str | None]]] = [
    (_compiled(pattern), reckon)
    for pattern, reckon in (
        (r"<wd>", _weekday),
        (r"(?:earlier )?today", _shifted(0)),
        (r"yesterday", _shifted(-1)),
        (r"tomorrow", _shifted(1)),
        (r"the day before yesterday", _shifted(-2)),
        (r"last <wd>", _last_weekday),
        (r"<wd> (?:of )?last week", _weekday_of_last_week),
        (r"last week (?:on )?<wd>", _weekday_of_last_week),
        (r"(?:<wd> )?(?:on |the )?<m> (?:the )?<d>", _month_day),
        (r"(?:<wd> )?(?:on |the )?<d> (?:of )?<m>", _month_day),
        (r"<m>", _month),
        (r"<m> (?:of )?(?P<which>last|this) year", _month_of_year),
        (r"(?P<which>last|this) year in <m>", _month_of_year),
        (r"last <m>", _last_month_named),
        (r"(?P<which>last|this|next) (?P<unit>month|year)", _this_unit),
        (r"<n> (?P<unit>day|month|year)s? ago", _ago),
    )
]
