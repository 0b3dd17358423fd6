"""Moments as the store orders and compares them: microseconds in UTC, and days where they were written."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

UNDATED = (1 << 59) - 1
"""The rank of what has no date: behind everything that has one."""

WIDEST_OFFSET = 24 * 3600 * 1_000_000

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_BARE = 10


def moment(value: str) -> datetime:
    """An ISO date or date-time as a moment: a bare date begins at midnight, and no offset means UTC."""
    found = datetime.fromisoformat(value)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def microseconds(value: str) -> int:
    """The moment of an ISO date or date-time, in microseconds since 1970 in UTC."""
    return (moment(value) - _EPOCH) // timedelta(microseconds=1)


def rank(published_at: str | None) -> int:
    """Where a document stands in the order of newest first."""
    return UNDATED if published_at is None else -microseconds(published_at)


def is_day(value: str) -> bool:
    """Tell a bare date, which means the whole day wherever it was, from a date-time."""
    return len(value) == _BARE


def day(value: str) -> str:
    """The calendar day of an ISO date or date-time, at its own offset."""
    return value[:_BARE]


def first_day_from(value: str) -> str:
    """The first day that begins at or after this moment, at the moment's own offset."""
    if is_day(value) or not any(moment(value).timetuple()[3:6]):
        return day(value)
    following = date.fromisoformat(day(value)).toordinal() + 1
    return date.fromordinal(min(following, date.max.toordinal())).isoformat()


def said_day(value: str | None) -> str | None:
    """The first day of an ISO date, month or year; None for anything else."""
    if value is None:
        return None
    completed = value[:_BARE] + "-01-01"[len(value) - _BARE :] if len(value) < _BARE else value[:_BARE]
    try:
        return date.fromisoformat(completed).isoformat()
    except ValueError:
        return None
