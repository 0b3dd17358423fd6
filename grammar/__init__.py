"""The engine: news text in, attributed claims out. This module is its front door; nothing else is public.

``Engine`` loads on first use, so that who needs the structs alone does not pay for the grammar. Where the
package was compiled (`make compiled`) and nothing edited since, its modules come from there.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from grammar import compiled

if TYPE_CHECKING:
    from grammar.engine import Engine

__all__ = ["Engine"]

if (_copy := compiled.found()) is not None:
    __path__.insert(0, str(_copy / "grammar"))
    sys.path.append(str(_copy))  # the library that the extensions share stands beside the package


def __getattr__(name: str) -> object:
    """Load the engine when it is asked for (PEP 562)."""
    if name == "Engine":
        from grammar.engine import Engine

        return Engine
    raise AttributeError(name)
