"""Dates reckoned from a day, that of publication: "Friday", "last month", "two days ago".

What is vague or may be either of two days has none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from grammar.lexicon import table

AHEAD_DAYS = 183  # a day with its weekday may lie so far ahead
RECENT_DAYS = 92  # a day without a year is last year's only if it is no longer ago
RECENT_MONTHS = 6  # and a month


def _numbered(kind: str) -> dict[str, int]:
    return {
        word: int(number)
        for name, number, members in table("times/words.tsv")
        if name == kind
        for word in members.split()
    }


WEEKDAYS, MONTHS, _NUMBERS = _numbered("weekday"), _numbered("month"), _numbered("number")
_PATTERN = {
    "wd": rf"(?P<weekday>{'|'.join(WEEKDAYS)})",
    "m": rf"(?P<month>{'|'.join(MONTHS)})",
    "d": r"(?P<day>\d{1,2})(?:st|nd|rd|th)?",
    "y": r"(?P<year>\d{4})",
    "n": rf"(?P<number>{'|'.join(_NUMBERS)}|\d{{1,2}})",
}


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern in which <wd>, <m>, <d>, <y> and <n> stand for weekdays, months, days, years and numbers."""
    return re.compile(re.sub(r"<(wd|m|d|y|n)>", lambda name: _PATTERN[name.group(1)], pattern))


def day_of(year: int, month: int, day: int) -> date | None:
    """The day of these numbers, if there is one."""
    try:
        return date(year, month, day)
    except ValueError:
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
    return (anchor - timedelta((anchor.weekday() - WEEKDAYS[match["weekday"]]) % 7)).isoformat()


def _last_weekday(match: re.Match[str], anchor: date) -> str | None:
    """Of "last Friday": nothing on the days after Friday, when it may be this week's or last week's."""
    weekday = WEEKDAYS[match["weekday"]]
    if weekday < anchor.weekday():
        return None
    return (anchor - timedelta((anchor.weekday() - weekday) % 7 or 7)).isoformat()


def _weekday_of_last_week(match: re.Match[str], anchor: date) -> str | None:
    """Of "Friday last week": not of Sundays, which end the week for some and begin it for others."""
    weekday = WEEKDAYS[match["weekday"]]
    if 6 in (weekday, anchor.weekday()):
        return None
    return (anchor - timedelta(anchor.weekday() + 7 - weekday)).isoformat()


def _month_day(match: re.Match[str], anchor: date) -> str | None:
    """Of "Nov. 3": of this year if it has been, of last year if that is not long ago; a weekday decides."""
    month, day, weekday = MONTHS[match["month"]], int(match["day"]), match["weekday"]
    candidates = [found for year in (0, -1, 1) if (found := day_of(anchor.year + year, month, day))]
    if weekday:
        near = [found for found in candidates if (found - anchor).days <= AHEAD_DAYS]
        named = [found for found in near if found.weekday() == WEEKDAYS[weekday]]
        return named[0].isoformat() if len(named) == 1 else None
    for found in candidates:
        if found <= anchor and (found.year == anchor.year or (anchor - found).days <= RECENT_DAYS):
            return found.isoformat()
    return None


def _month(match: re.Match[str], anchor: date) -> str | None:
    """Of "in October": the last one, if it is not long ago or in this year."""
    back = (anchor.month - MONTHS[match["month"]]) % 12
    if back > RECENT_MONTHS and MONTHS[match["month"]] > anchor.month:
        return None
    return _months_away(anchor, -back)


def _month_of_year(match: re.Match[str], anchor: date) -> str | None:
    """Of "October last year": a month."""
    year = int(_years_away(anchor, -1 if match["which"] == "last" else 0))
    return f"{year:04}-{MONTHS[match['month']]:02}"


def _last_month_named(match: re.Match[str], anchor: date) -> str | None:
    """Of "last October": nothing where this year's has been, for it may be that or last year's."""
    if MONTHS[match["month"]] < anchor.month:
        return None
    return f"{int(_years_away(anchor, -1)):04}-{MONTHS[match['month']]:02}"


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
    (compiled(pattern), reckon)
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


def relative(span: str, anchor: date) -> str | None:
    """The date, month or year that a span means on this day; OverflowError outside the years 1 to 9999."""
    for pattern, reckon in _RELATIVE:
        match = pattern.fullmatch(span)
        if match:
            return reckon(match, anchor)
    return None
