"""What several routes take."""

from __future__ import annotations

from typing import Annotated, Any

from litestar import Request
from litestar.di import NamedDependency
from litestar.params import PathParameter

from service.backend import Backend
from service.requests.submissions import PLAIN
from service.settings import Shown

Id = Annotated[str, PathParameter(min_length=1, max_length=200, pattern=PLAIN, description="its id")]
Served = NamedDependency[Backend]
Visible = NamedDependency[Shown]
Asking = Request[Any, Any, Any]
