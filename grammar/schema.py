"""The JSON Schema of a reading: the contract of the command line's output lines, made from the structs.

``python -m grammar.schema`` prints it; ``reading.schema.json`` beside this module is that output, committed.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import msgspec

from grammar.claim import Reading

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def reading_schema() -> dict[str, Any]:
    """The schema of one reading, in JSON Schema 2020-12.

    It pins the shape: names, types and closed word lists. It cannot say that spans lie inside the text and
    hold the words of their slot, that a ``parent_id`` is another claim's ``id``, or that ids are unique:
    these the engine promises all the same. Unknown properties are allowed, since fields may be added later.
    """
    (root,), components = msgspec.json.schema_components([Reading], ref_template="#/$defs/{name}")
    definitions = {name: components[name] for name in sorted(components)}
    reading = definitions.pop(str(root["$ref"]).rpartition("/")[2])
    return {"$schema": DIALECT, **reading, "$defs": definitions}


def schema_text() -> str:
    """The schema as it stands in the file: indented by two blanks, one line break at the end."""
    return json.dumps(reading_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema_text())
