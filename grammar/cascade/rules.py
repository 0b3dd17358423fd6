"""Rule files: a name and a pattern a line; "let NAME pattern" names a piece of the patterns below it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from grammar.cascade.alphabet import expand

_FOLDER = Path(__file__).parent.parent


def patterns(file: str, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The named patterns of a rule file in their order, blanks taken out and names expanded.

    Raises KeyError for a name that neither ``names`` nor a "let" above it explains.
    """
    known = dict(names)
    for line in (_FOLDER / file).read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        name, _, rest = line.partition(" ")
        if name == "let":
            name, _, rest = rest.partition(" ")
            known[name] = expand("".join(rest.split()), known)
        else:
            yield name, expand("".join(rest.split()), known)
