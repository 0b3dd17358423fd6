"""A stretch of what is numbered in a text: words, units or chunks, as its user says."""

from __future__ import annotations

Range = tuple[int, int]
"""The number of the first, and that of the one behind the last."""
