"""Full-text search lists claims in the order of pages, as Python and SQL reckon it alike."""

from __future__ import annotations

import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from service.store.asking import ordinals
from service.store.values import dates

MOMENTS = st.one_of(
    st.datetimes(),
    st.dates().map(lambda date: date),
)
RANKS = st.one_of(
    st.just(dates.UNDATED),
    MOMENTS.map(lambda moment: dates.rank(moment.isoformat())),
    st.sampled_from(["0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59.999999-23:59"]).map(dates.rank),
)
PLACES = st.tuples(RANKS, st.integers(0, 5000), st.integers(1, 1 << 28))


def in_sql(rank: int, position: int, row: int) -> int:
    connection = sqlite3.connect(":memory:")
    query = f"SELECT {ordinals.EXPRESSION} FROM (SELECT ? AS rank, ? AS position, ? AS id)"
    found: int = connection.execute(query, (rank, position, row)).fetchone()[0]
    connection.close()
    return found


@given(place=PLACES)
def test_an_ordinal_lies_between_its_rank_s_bounds(place: tuple[int, int, int]) -> None:
    ordinal = in_sql(*place)
    assert 0 < ordinal < 1 << 63
    assert ordinals.first(place[0]) <= ordinals.first(*place) <= ordinal <= ordinals.last(place[0])
    assert ordinal & ((1 << ordinals.ROW_BITS) - 1) == place[2]


@given(one=PLACES, two=PLACES)
def test_ordinals_are_in_the_order_of_places_but_within_a_group(
    one: tuple[int, int, int], two: tuple[int, int, int]
) -> None:
    if one > two:
        one, two = two, one
    first, second = in_sql(*one), in_sql(*two)
    assert first <= second or first >> ordinals.ROW_BITS == second >> ordinals.ROW_BITS


@given(one=PLACES, row=st.integers(1, 1 << 28))
def test_what_is_dated_to_the_day_is_in_the_very_order(one: tuple[int, int, int], row: int) -> None:
    rank, position, _ = one
    ordinal = in_sql(*one)
    if ordinal & ordinals.DATED_TO_THE_DAY and position < ordinals.SATURATED:
        assert (in_sql(rank, position, row) < ordinal) == (row < one[2])
        assert ordinals.first(*one) == ordinal
