"""Faults in words: msgspec quotes patterns, names no value that would do, and calls types as Python does."""

from __future__ import annotations

import re
from enum import Enum
from typing import Any, Literal, get_args, get_origin

_PATTERN = re.compile(r"^Expected `str` matching regex (.+)$", re.DOTALL)
_TYPES = {"str": "string", "int": "integer", "float": "number", "bool": "boolean"}
_TYPE = re.compile(rf"(?<=`)[a-z| ]*\b(?:{'|'.join(_TYPES)})\b[a-z| ]*(?=`)")
_meant: dict[str, str] = {}


def meaning(pattern: str, words: str) -> str:
    """The pattern, of which is kept what to say where a text does not match it."""
    _meant[repr(pattern)] = words
    return pattern


def worded(message: str, wanted: Any = None) -> str:
    """A message of msgspec's as a caller can act on it; ``wanted`` is the type that the value should have."""
    message, at, place = message.partition(" - at ")
    if found := _PATTERN.match(message):
        message = _meant.get(found[1], message)
    elif message.startswith("Invalid enum value") and (known := values(wanted)):
        message = f"{message}; expected one of {', '.join(known)}"
    else:
        message = _TYPE.sub(_in_json, message)
    return message + at + place


def _in_json(types: re.Match[str]) -> str:
    """Python's names of types as JSON has them."""
    return " ".join(_TYPES.get(word, word) for word in types[0].split(" "))


def values(wanted: Any) -> list[str]:
    """The values of the closed list within a type; empty where there is none."""
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return [str(each.value) for each in wanted]
    if get_origin(wanted) is Literal:
        return [str(value) for value in get_args(wanted)]
    return next((found for inner in get_args(wanted) if (found := values(inner))), [])
