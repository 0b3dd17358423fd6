"""What the parameters of several queries may hold."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from service.problems import Fault, ProblemError, bad_request
from service.requests.moments import EXPECTED, MONTH_OR_YEAR, following, hollow, queried
from service.requests.submissions import PLAIN, Line

Name = Annotated[str, Meta(min_length=1, max_length=200, pattern=PLAIN)]
Names = Annotated[tuple[Name, ...], Meta(max_length=50)]
Labels = Annotated[tuple[Line, ...], Meta(max_length=50)]
Moment = Annotated[
    str,
    Meta(
        max_length=50,
        extra_json_schema={
            "anyOf": [
                {"type": "string", "format": "date"},
                {"type": "string", "format": "date-time"},
                {"type": "string", "pattern": MONTH_OR_YEAR},
            ]
        },
        examples=["2024-11-22", "2024-11", "2024-11-22T08:30:00+09:00"],
    ),
]
PublishedSince = Annotated[
    Moment | None,
    Meta(
        description="published then or later; a bare date is the day at the document's own offset, a month "
        "or a year its first day"
    ),
]
PublishedUntil = Annotated[
    Moment | None,
    Meta(
        description="published before then, so later than `published_since`; all of November is "
        "`published_since=2024-11&published_until=2024-12`"
    ),
]

Choice = Literal["include", "exclude", "only"]
_RANGES = ("published", "said")


def only(choice: Choice) -> bool | None:
    """Only those (True), none of those (False), or either (None)."""
    return None if choice == "include" else choice == "only"


def asked(query: msgspec.Struct, wanted: type[msgspec.Struct]) -> dict[str, Any]:
    """The fields of a query that the store knows, moments in their usual form.

    Raises 400 for what is no date, and for a range that ends where it begins, or before.
    """
    found = {name: getattr(query, name) for name in wanted.__struct_fields__}
    for name, value in found.items():
        if name.endswith(("_since", "_until")) and value is not None:
            found[name] = queried(value)
            if found[name] is None:
                raise bad_request("query", name, EXPECTED)
    for name in _RANGES:
        since, until = (found.get(f"{name}_{bound}") for bound in ("since", "until"))
        if since is not None and until is not None and hollow(since, until):
            last = following(getattr(query, f"{name}_until"))
            inclusive = f" To take in all of that, say `{name}_until={last}`." if last else ""
            raise ProblemError(
                400,
                f"No claim or document can be in that range: it holds nothing from `{name}_until` on."
                f"{inclusive}",
                (
                    Fault("query", f"{name}_since", f"Expected earlier than `{name}_until`"),
                    Fault("query", f"{name}_until", f"Expected later than `{name}_since`"),
                ),
            )
    return found
