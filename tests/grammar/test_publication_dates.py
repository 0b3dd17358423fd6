"""What may stand as the moment at which an article was published."""

from __future__ import annotations

import pytest

from grammar.times import validate


@pytest.mark.parametrize(
    "published_at",
    [
        "2024-11-22",
        "2024-11-22T18:41",
        "2024-11-22T18:41:00",
        "2024-11-22T18:41:00.123456",
        "2024-11-22T18:41:00Z",
        "2024-11-22T18:41:00+09:00",
        "2024-02-29",
    ],
)
def test_iso_dates_and_date_times_are_valid(published_at: str) -> None:
    assert validate(published_at) == published_at


def test_a_blank_between_date_and_time_becomes_a_t() -> None:
    assert validate("2024-11-22 18:41:00+09:00") == "2024-11-22T18:41:00+09:00"


@pytest.mark.parametrize(
    "published_at",
    [
        "",
        "yesterday",
        "22.11.2024",
        "2024-11",
        "20241122",
        "2024-W47-5",
        "2024-11-31",
        "2023-02-29",
        "2024-11-22T25:00",
        "2024-11-22T18:41:00+25:00",
        "2024-11-22T18",
        "2024-11-22T18:41:00+0900x",
        "0000-01-01",
        " 2024-11-22",
        "2024-11-22\n",
        "２０２４-11-22",
        "9" * 5000,
    ],
)
def test_anything_else_is_refused_with_a_reason(published_at: str) -> None:
    with pytest.raises(ValueError, match="ISO 8601 date or date-time such as") as refusal:
        validate(published_at)
    assert len(str(refusal.value)) < 200
