"""Dates from words: what each span means to a reader of the day's paper."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grammar.times import resolve

FRIDAY = "2024-11-22"
SHAPE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Friday", "2024-11-22"),
        ("on Friday", "2024-11-22"),
        ("On Friday,", "2024-11-22"),
        ("Friday morning", "2024-11-22"),
        ("on Friday afternoon", "2024-11-22"),
        ("early Friday", "2024-11-22"),
        ("early on Friday", "2024-11-22"),
        ("earlier Friday", "2024-11-22"),
        ("later on Friday", "2024-11-22"),
        ("Friday’s", "2024-11-22"),
        ("late Thursday", "2024-11-21"),
        ("Thursday night", "2024-11-21"),
        ("late Thursday night", "2024-11-21"),
        ("on the evening of Thursday", "2024-11-21"),
        ("on Wednesday", "2024-11-20"),
        ("Tues.", "2024-11-19"),
        ("Monday", "2024-11-18"),
        ("Sunday", "2024-11-17"),
        ("on Saturday", "2024-11-16"),
        ("at 10 a.m. on Friday", "2024-11-22"),
        ("9:30 p.m. Thursday", "2024-11-21"),
        ("around noon Thursday", "2024-11-21"),
        ("Thursday at 10:30 GMT", "2024-11-21"),
        ("today", "2024-11-22"),
        ("earlier today", "2024-11-22"),
        ("this morning", "2024-11-22"),
        ("early this morning", "2024-11-22"),
        ("this afternoon", "2024-11-22"),
        ("tonight", "2024-11-22"),
        ("yesterday", "2024-11-21"),
        ("yesterday evening", "2024-11-21"),
        ("last night", "2024-11-21"),
        ("late last night", "2024-11-21"),
        ("the day before yesterday", "2024-11-20"),
        ("tomorrow", "2024-11-23"),
        ("two days ago", "2024-11-20"),
        ("a day ago", "2024-11-21"),
        ("10 days ago", "2024-11-12"),
        ("last Friday", "2024-11-15"),
        ("last Saturday", "2024-11-16"),
        ("on Tuesday last week", "2024-11-12"),
        ("last week on Tuesday", "2024-11-12"),
        ("on Nov. 3", "2024-11-03"),
        ("Nov 3", "2024-11-03"),
        ("on November 3rd", "2024-11-03"),
        ("on 3 November", "2024-11-03"),
        ("the 3rd of November", "2024-11-03"),
        ("on the morning of Nov. 3", "2024-11-03"),
        ("Wednesday, Oct. 30", "2024-10-30"),
        ("Wednesday 30 October", "2024-10-30"),
        ("on March 1", "2024-03-01"),
        ("Feb. 29", "2024-02-29"),
        ("last month", "2024-10"),
        ("late last month", "2024-10"),
        ("earlier this month", "2024-11"),
        ("next month", "2024-12"),
        ("a month ago", "2024-10"),
        ("three months ago", "2024-08"),
        ("twelve months ago", "2023-11"),
        ("in October", "2024-10"),
        ("in early October", "2024-10"),
        ("in mid-October", "2024-10"),
        ("at the end of October", "2024-10"),
        ("in November", "2024-11"),
        ("in January", "2024-01"),
        ("in November last year", "2023-11"),
        ("in March of last year", "2023-03"),
        ("in March this year", "2024-03"),
        ("last year in March", "2023-03"),
        ("last December", "2023-12"),
        ("last year", "2023"),
        ("late last year", "2023"),
        ("at the end of last year", "2023"),
        ("earlier this year", "2024"),
        ("next year", "2025"),
        ("two years ago", "2022"),
        ("a year ago", "2023"),
    ],
)
def test_relative_spans_are_reckoned_from_the_publication_day(words: str, value: str) -> None:
    assert resolve(words, FRIDAY) == (value, FRIDAY)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Oct. 30, 2024", "2024-10-30"),
        ("on October 30, 2024", "2024-10-30"),
        ("Wednesday, Oct. 30, 2024", "2024-10-30"),
        ("on Wednesday, October 30th, 2024", "2024-10-30"),
        ("30 October 2024", "2024-10-30"),
        ("on the 30th of October 2024", "2024-10-30"),
        ("early on Oct. 30, 2024", "2024-10-30"),
        ("2024-10-30", "2024-10-30"),
        ("in May 2023", "2023-05"),
        ("in late May of 2023", "2023-05"),
        ("Sept. 2023", "2023-09"),
        ("in 2019", "2019"),
        ("mid-2019", "2019"),
        ("at the end of 2019", "2019"),
        ("in the spring of 2019", "2019"),
        ("in the year 1998", "1998"),
    ],
)
@pytest.mark.parametrize("published_at", [FRIDAY, None])
def test_a_date_with_its_year_needs_no_anchor(words: str, value: str, published_at: str | None) -> None:
    assert resolve(words, published_at) == (value, None)


@pytest.mark.parametrize(
    "words",
    [
        "earlier this week",
        "last week",
        "this week",
        "next week",
        "a week ago",
        "two weeks ago",
        "over the weekend",
        "last weekend",
        "recently",
        "in recent days",
        "a few days ago",
        "about two years ago",
        "more than two years ago",
        "two decades ago",
        "an hour ago",
        "three days earlier",
        "the day before",
        "the previous day",
        "the following month",
        "later that day",
        "the same day",
        "that Friday",
        "every Friday",
        "Fridays",
        "Super Tuesday",
        "Good Friday",
        "next Monday",
        "this Monday",
        "last Monday",
        "by Friday",
        "before Friday",
        "until Friday",
        "since October",
        "since August 2023",
        "between Monday and Friday",
        "Thursday and Friday",
        "Friday into Saturday",
        "Nov. 3-5",
        "in October and November",
        "in December",
        "Dec. 5",
        "last October",
        "next October",
        "Thursday, Oct. 30",
        "Thursday, Oct. 30, 2024",
        "Feb. 30",
        "Feb. 29, 2023",
        "2024-13-01",
        "on the 5th",
        "11/22/2024",
        "the 1990s",
        "in the past year",
        "in the last month",
        "in the spring",
        "in 9000",
        "over the years",
        "",
        "Friday " * 20,
    ],
)
def test_what_is_vague_or_in_doubt_has_no_date(words: str) -> None:
    assert resolve(words, FRIDAY) == (None, None)


@pytest.mark.parametrize(
    ("words", "published_at", "value"),
    [
        ("Friday", "2024-11-24", "2024-11-22"),
        ("Dec. 20", "2025-01-10", "2024-12-20"),
        ("in October", "2025-01-10", "2024-10"),
        ("in July", "2025-03-10", None),
        ("last October", "2025-03-10", "2024-10"),
        ("last month", "2025-01-31", "2024-12"),
        ("two months ago", "2025-01-31", "2024-11"),
        ("Tuesday, Dec. 31", "2025-01-02", "2024-12-31"),
        ("last Friday", "2024-11-23", None),
        ("last Friday", "2024-11-25", "2024-11-22"),
        ("on Sunday last week", "2024-11-22", None),
        ("on Feb. 29", "2025-03-03", None),
        ("yesterday", "2024-03-01", "2024-02-29"),
        ("yesterday", "0001-01-01", None),
        ("tomorrow", "9999-12-31", None),
        ("last month", "0001-01-05", None),
        ("last year", "0001-01-05", None),
    ],
)
def test_years_and_weeks_turn(words: str, published_at: str, value: str | None) -> None:
    assert resolve(words, published_at)[0] == value


@pytest.mark.parametrize("words", ["Friday", "on Nov. 3", "in October", "last year", "today", "two days ago"])
def test_without_a_publication_day_nothing_relative_has_a_date(words: str) -> None:
    assert resolve(words, None) == (None, None)


@pytest.mark.parametrize(
    "published_at",
    ["2024-11-22T00:30:00+09:00", "2024-11-22T23:30:00-08:00", "2024-11-22T12:00:00Z", "2024-11-22T12:00"],
)
def test_the_day_is_the_one_of_the_publications_own_offset(published_at: str) -> None:
    assert resolve("yesterday", published_at) == ("2024-11-21", "2024-11-22")


VOCABULARY = """on in at last this next Friday Monday October Nov. 3 31 30th 2024 0 9999 year month week day
ago a two of the early mid- morning night , 's today yesterday 10:30 p.m."""
WORDS = st.sampled_from(VOCABULARY.split())


@given(st.lists(WORDS, max_size=7).map(" ".join) | st.text(max_size=100), st.dates().map(str) | st.none())
def test_any_words_give_a_date_or_nothing(words: str, published_at: str | None) -> None:
    value, anchor = resolve(words, published_at)
    assert value is None or SHAPE.fullmatch(value)
    assert anchor in (None, published_at)
    assert value or anchor is None
