"""How sure a claim is, whether it is so, and what the source does by saying it."""

from __future__ import annotations

from grammar.stance.judgement import Judgement, Stance

__all__ = ["Judgement", "Stance"]
