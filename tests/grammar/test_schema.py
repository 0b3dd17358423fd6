from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest

import grammar.schema
from grammar.schema import reading_schema, schema_text

FILE = Path(grammar.schema.__file__).with_name("reading.schema.json")
VALID = {
    "id": "a",
    "engine": {"version": "1", "grammar": "g", "lexicon": "l"},
    "topics": [{"id": "medtop:16000000", "label": "conflict, war and peace", "score": 0.5}],
    "claims": [],
    "unread": [{"text": "He said.", "spans": [[0, 8]], "cue": "said", "reason": "no content"}],
}


def validate(line: object) -> None:
    jsonschema.Draft202012Validator(reading_schema()).validate(line)


def test_the_committed_schema_is_the_one_made_from_the_structs() -> None:
    assert FILE.read_text("utf-8") == schema_text(), (
        "run `python -m grammar.schema > grammar/reading.schema.json`"
    )


def test_the_schema_is_valid_json_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(reading_schema())


def test_the_schema_accepts_a_reading_and_fields_added_later() -> None:
    validate(VALID)
    validate(VALID | {"mood": "new"})


@pytest.mark.parametrize(
    "change",
    [
        {"id": 3},
        {"engine": {"version": "1"}},
        {"topics": None},
        {"claims": [{"id": "x"}]},
        {"unread": [{"text": "He said.", "spans": [[0]], "cue": "said", "reason": "no content"}]},
        {"unread": [{"text": "He said.", "spans": [[0, 8, 9]], "cue": "said", "reason": "no content"}]},
    ],
)
def test_the_schema_refuses_another_shape(change: dict[str, object]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        validate(VALID | change)


def test_the_schema_names_every_closed_list() -> None:
    definitions = reading_schema()["$defs"]
    for name in ("Act", "Type", "Polarity", "Certainty", "Quotation", "Anonymity", "ActorKind", "MarkerKind"):
        assert definitions[name]["enum"]
        assert definitions[name]["title"] == name
