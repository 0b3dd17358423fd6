"""Hooks of schemathesis: what no schema can say of parameters is seen to before each call.

A range that can hold nothing, and a tag of something else, are refused, which to schemathesis would be valid
data that is not accepted.
"""

from __future__ import annotations

from typing import Any

import schemathesis

from service.requests.moments import hollow, queried


@schemathesis.hook
def before_call(context: Any, case: Any, kwargs: dict[str, Any]) -> None:
    """Let ranges begin before they end, and be open where they would end where they begin."""
    if "If-Match" in (case.headers or {}):
        case.headers["If-Match"] = "*"
    query = case.query or {}
    for name in ("published", "said"):
        since, until = (query.get(f"{name}_{bound}") for bound in ("since", "until"))
        if not (isinstance(since, str) and isinstance(until, str)):
            continue
        first, last = queried(since), queried(until)
        if first and last and hollow(first, last):
            query[f"{name}_since"], query[f"{name}_until"] = until, since
            if hollow(last, first):
                del query[f"{name}_until"]
