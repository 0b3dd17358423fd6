"""What a caller accepts (RFC 9110, section 12.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from litestar.utils.helpers import get_enum_string_value

from service.conventions import operations
from service.problems import ProblemError

JSON = "application/json"
NDJSON = "application/x-ndjson"
LINES = frozenset((NDJSON, "application/ndjson", "application/jsonl", "application/x-jsonlines"))
"""What senders call JSON lines; NDJSON is what answers call them."""
_WEIGHTED = re.compile(r"\s*([^;,\s]+)\s*(?:;\s*([^,]*))?(?:,|$)")
_WEIGHT = re.compile(r"(?:^|;)\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*(?:;|$)", re.I)


def offered(handler: Any, traits: operations.Traits) -> Sequence[str]:
    """The media types that an operation can give; JSON of any kind passes for JSON."""
    if traits.produces is not None:
        return traits.produces
    own = str(get_enum_string_value(handler.media_type)).partition(";")[0]
    if not own:  # Litestar knows none where a Response is returned
        return (JSON,)
    return (own, JSON) if own.endswith("+json") else (own,)


def check(accepted: Sequence[str], offered: Sequence[str]) -> None:
    """Raise 406 where nothing that is offered is accepted. Nothing said, or nothing sensible, is anything."""
    if not accepted or accepted == ["*/*"]:
        return
    ranges = {name: weight for name, weight in weighted(",".join(accepted)) if "/" in name}
    if not ranges or not offered or any(_weight(ranges, media_type) > 0 for media_type in offered):
        return
    raise ProblemError(406, f"This is given as {' or '.join(offered)} only.")


def preferred(accepted: Sequence[str], offered: Sequence[str]) -> str:
    """Which of the media types offered is accepted most; of several, and where nothing is said, the first."""
    ranges = {name: weight for name, weight in weighted(",".join(accepted)) if "/" in name}
    return max(offered, key=lambda media_type: _weight(ranges, media_type))


def accepts_coding(accepted: str, coding: str) -> bool:
    """Tell whether a Content-Encoding may be used, by an Accept-Encoding header that names it or `*`."""
    codings = dict(weighted(accepted))
    return codings.get(coding, codings.get("*", 0.0)) > 0


def weighted(header: str) -> Iterator[tuple[str, float]]:
    """Read "a, b;q=0.5" as names in lower case with their weights."""
    for name, parameters in _WEIGHTED.findall(header):
        weight = _WEIGHT.search(parameters)
        yield name.lower(), float(weight[1]) if weight else 1.0


def _weight(ranges: dict[str, float], media_type: str) -> float:
    kind = media_type.partition("/")[0]
    for name in (media_type, f"{kind}/*", "*/*"):
        if name in ranges:
            return ranges[name]
    return 0.0
