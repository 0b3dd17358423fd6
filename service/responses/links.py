"""Links between pages: RFC 8288's Link header, beside ``next`` in the body."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, urlencode

from litestar import Request


def following(request: Request[Any, Any, Any], cursor: str | None) -> dict[str, str]:
    """The header that leads to the next page with the same parameters; none where nothing follows."""
    if cursor is None:
        return {}
    given = parse_qsl(request.scope["query_string"].decode("ascii"), keep_blank_values=True)
    kept = [(name, value) for name, value in given if name != "cursor"]
    query = urlencode([*kept, ("cursor", cursor)])
    return {"Link": f'<{request.scope["path"]}?{query}>; rel="next"'}
