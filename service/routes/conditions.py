"""What a caller makes a change depend on: `If-Match` (RFC 9110, section 13.1.1)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from service.problems import ProblemError
from service.responses import tags
from service.routes.parameters import Asking

T = TypeVar("T")


def if_match(request: Asking, represented: Callable[[T], bytes]) -> Callable[[T], bool] | None:
    """Tell of what is stored whether `If-Match` names it; None where the request does not ask for that.

    ``represented`` gives the body that GET answers this caller with. The tag of its compressed form will do.
    """
    given = b",".join(value for name, value in request.scope["headers"] if name == b"if-match")
    return (lambda found: tags.names(given, tags.tag(represented(found)))) if given else None


def failed() -> ProblemError:
    """It is something else by now."""
    return ProblemError(412, "It is not, or no longer, what `If-Match` names.")
