"""The engine: news text in, attributed claims out. This module is its front door; nothing else is public.

``Engine`` loads on first use, so that who needs the structs alone does not pay for the grammar.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grammar.engine import Engine

__all__ = ["Engine"]


def __getattr__(name: str) -> object:
    """Load the engine when it is asked for (PEP 562)."""
    if name == "Engine":
        from grammar.engine import Engine

        return Engine
    raise AttributeError(name)
