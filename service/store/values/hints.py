"""What a list says beside its items: names in the question that mean nothing, and those like them."""

from __future__ import annotations

from typing import Generic, TypeVar

import msgspec

from service.store.values.paging import Page

T = TypeVar("T")


class Count(msgspec.Struct, frozen=True):
    """How many claims have a value: an id or a word for a filter, and how it reads."""

    value: str
    label: str
    claims: int


class Unknown(msgspec.Struct, frozen=True):
    """A name in the question that nothing is stored of, so that it finds nothing and leaves out nothing.

    ``near`` are those like it of which something is stored: their ``value`` goes into the parameter.
    """

    parameter: str
    value: str
    near: tuple[Count, ...] = ()


class Found(Page[T], Generic[T], frozen=True, omit_defaults=True):
    """Some items in order, and the token that leads on, or None where nothing follows.

    ``unknown`` stands on a first page alone, and only where the question has names that mean nothing stored.
    """

    unknown: tuple[Unknown, ...] = ()
