from __future__ import annotations

import pytest

from tests.cli.conftest import SAID, Call, line, lines

BAD = {
    "no JSON": (b"{nonsense\n", "malformed"),
    "cut short": (b'{"text": "a\n', ""),
    "a list": (b'["text"]\n', "Expected `object`"),
    "a number": (b"3\n", "Expected `object`"),
    "no text": (line(title="Ferry").encode(), "exactly one of text and html"),
    "text and html": (line(text=SAID, html=SAID).encode(), "exactly one of text and html"),
    "a text that is a number": (line(text=3).encode(), "$.text"),
    "an id that is a list": (line(id=[], text=SAID).encode(), "$.id"),
    "an impossible day": (line(text=SAID, published_at="2024-02-30").encode(), "published_at"),
    "a day in words": (line(text=SAID, published_at="last Monday").encode(), "published_at"),
    "a text of blanks": (line(text=" \n ").encode(), "no text"),
    "a NUL in the text": (line(text=f"{SAID}\0").encode(), "NUL character in text"),
    "a NUL in the title": (line(text=SAID, title="\0").encode(), "NUL character in title"),
    "broken UTF-8": (b'{"text": "\xff\xfe"}\n', ""),
    "half a surrogate pair": (b'{"text": "\\ud800 said"}\n', ""),
    "deeply nested": (b'{"text":' + b"[" * 100_000 + b"]" * 100_000 + b"}\n", ""),
}


@pytest.mark.parametrize(("bad", "reason"), BAD.values(), ids=BAD)
def test_a_bad_line_is_answered_in_its_place_and_the_rest_goes_on(
    claims: Call, bad: bytes, reason: str
) -> None:
    good = [line(id=id, text=SAID).encode() for id in ("before", "after")]
    result = claims("parse", "--from", "jsonl", input=good[0] + bad + good[1])
    first, second, third = lines(result.stdout)
    assert (first["id"], third["id"]) == ("before", "after")
    assert set(second) == {"id", "error"} and second["id"] == "-:2"
    assert reason in second["error"]
    assert first["claims"] and third["claims"]
    assert result.exit_code == 1


def test_a_bad_line_keeps_the_id_it_was_given(claims: Call) -> None:
    result = claims("parse", input=line(id="a-7", text=[]) + line(id=7))
    assert [each["id"] for each in lines(result.stdout)] == ["a-7", "7"]


def test_how_many_were_bad_is_told_on_standard_error(claims: Call) -> None:
    result = claims("parse", input=line(id="a") + line(text=SAID) + line(id="b"))
    assert result.stderr == "claims: 2 of 3 documents could not be read\n"


def test_fields_nobody_knows_and_blank_lines_are_passed_over(claims: Call) -> None:
    result = claims("parse", input="\n" + line(text=SAID, section="harbour") + "  \n" + line(text=SAID))
    assert [each["id"] for each in lines(result.stdout)] == ["-:2", "-:4"]
    assert result.exit_code == 0


def test_what_the_engine_trips_over_is_that_documents_error(
    claims: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Tripping:
        def read(self, text: str, **_: object) -> None:
            raise ZeroDivisionError("by chance")

    monkeypatch.setattr("service.cli.articles.engine", Tripping)
    result = claims("parse", input=line(id="a", text=SAID))
    assert lines(result.stdout) == [{"id": "a", "error": "the engine failed: ZeroDivisionError: by chance"}]
    assert result.exit_code == 1
