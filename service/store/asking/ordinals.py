"""Ordinals: claims' rowids in full-text search, which lists by rowid and by nothing else.

63 bits: days from the newest, the undated behind them (22); then, for what has a time, 0, minutes from the
day's last one (11) and the claim's row (29), and for what is dated to the day (midnight in UTC) or not at
all, 1, the position (11) and the row (29). What is dated to the day is thus in the order of pages, but for
positions of 2,047 and more; claims of one minute are next to each other, and whoever reads them sorts them.
A file therefore holds 2^29 claims at most, some half a billion.
"""

from __future__ import annotations

from service.store.values import dates

ROW_BITS = 29
ROW = (1 << ROW_BITS) - 1
"""The bits of an ordinal that are the claim's row."""
DATED_TO_THE_DAY = 1 << 40
SATURATED = 2047

_DAY = 24 * 3600 * 1_000_000
_MINUTE = 60 * 1_000_000
# Ranks are negated microseconds since 1970; counted from two days before the year 1, none is negative.
_SINCE_YEAR_1 = 62_135_596_800_000_000 + 2 * _DAY
_NEVER = (1 << 22) - 1

_TIME = f"({_SINCE_YEAR_1} - rank)"
_IN_MOMENT = f"({DATED_TO_THE_DAY} | (min(position, {SATURATED}) << {ROW_BITS}) | id)"
EXPRESSION = f"""
    CASE
        WHEN rank >= {dates.UNDATED} THEN ({_NEVER} << 41) | {_IN_MOMENT}
        WHEN {_TIME} % {_DAY} = 0 THEN (({_NEVER - 1} - {_TIME} / {_DAY}) << 41) | {_IN_MOMENT}
        ELSE (({_NEVER - 1} - {_TIME} / {_DAY}) << 41)
            | ((1439 - {_TIME} % {_DAY} / {_MINUTE}) << {ROW_BITS}) | id
    END
"""
"""The ordinal in SQL, of the columns rank, position and id."""


def first(rank: int, position: int = 0, row: int = 0) -> int:
    """The lowest ordinal that a claim can have which stands at this place or behind it."""
    day, minute = _moment(rank)
    if minute is not None:
        return (day << 41) | (1439 - minute) << ROW_BITS
    within = min(max(position, 0), SATURATED)
    return (
        (day << 41) | DATED_TO_THE_DAY | within << ROW_BITS | (row if within < SATURATED and row > 0 else 0)
    )


def last(rank: int) -> int:
    """The highest ordinal of claims of this rank."""
    day, minute = _moment(rank)
    if minute is not None:
        return (day << 41) | (1439 - minute) << ROW_BITS | (1 << ROW_BITS) - 1
    return (day << 41) | (1 << 41) - 1


def _moment(rank: int) -> tuple[int, int | None]:
    """Days from the newest and the minute of the day, or None for the whole of it."""
    if rank >= dates.UNDATED:
        return _NEVER, None
    day, time = divmod(_SINCE_YEAR_1 - rank, _DAY)
    if not 0 <= day < _NEVER:
        return (0, 1439) if day > 0 else (_NEVER - 1, None)
    return _NEVER - 1 - day, None if time == 0 else time // _MINUTE
