from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import SAID, Call, line, lines

ARTICLE = f"<article><h1>Harbour</h1><p>{SAID}</p><p>{SAID} It rained.</p></article>"
PAGE = f"<!doctype html><html><body>{ARTICLE}</body></html>"

PIPED = {
    "one plain text": (SAID, ["-"]),
    "a text of several lines": (f"{SAID}\n\n{SAID}\n", ["-"]),
    "JSON lines": (line(text=SAID) * 2, ["-:1", "-:2"]),
    "JSON lines behind blanks": ("\n \t\n" + line(text=SAID), ["-:3"]),
    "JSON lines behind a byte order mark": ("\N{ZERO WIDTH NO-BREAK SPACE}" + line(text=SAID), ["-:1"]),
    "a text that begins with a bracket": ("[Ferry] " + SAID, ["-"]),
    "nothing": ("", []),
    "nothing but blanks": (" \n\n", []),
}


@pytest.mark.parametrize(("piped", "ids"), PIPED.values(), ids=PIPED)
def test_what_is_piped_in_is_told_by_its_first_character(claims: Call, piped: str, ids: list[str]) -> None:
    result = claims("parse", input=piped)
    assert [each["id"] for each in lines(result.stdout)] == ids
    assert result.exit_code == 0


NAMED = {
    "a text": ("a.txt", SAID, ["{}"]),
    "a text that looks like JSON": ("a.txt", line(text=SAID), ["{}"]),
    "JSON lines": ("a.jsonl", line(id="x", text=SAID) + line(text=SAID), ["x", "{}:2"]),
    "a page": ("a.html", PAGE, ["{}"]),
    "a suffix in capitals": ("A.HTML", PAGE, ["{}"]),
    "an unknown suffix with text": ("a.story", SAID, ["{}"]),
    "an unknown suffix with JSON lines": ("a.json", line(text=SAID), ["{}:1"]),
}


@pytest.mark.parametrize(("name", "content", "ids"), NAMED.values(), ids=NAMED)
def test_a_files_suffix_tells_what_is_in_it(
    claims: Call, tmp_path: Path, name: str, content: str, ids: list[str]
) -> None:
    file = tmp_path / name
    file.write_text(content, encoding="utf-8")
    found = lines(claims("parse", file).stdout)
    assert [each["id"] for each in found] == [id.format(file) for id in ids]


def test_the_option_goes_before_suffix_and_guess(claims: Call, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(line(id="x", text=SAID))
    assert [each["id"] for each in lines(claims("parse", "--from", "jsonl", file).stdout)] == ["x"]
    assert [each["id"] for each in lines(claims("parse", "--from", "text", input='{"a": 1}').stdout)] == ["-"]
    page = lines(claims("parse", "--from", "html", "--with-text", input=PAGE).stdout)
    assert SAID in page[0]["text"] and "<p>" not in page[0]["text"]


def test_a_hyphen_is_standard_input_among_files(claims: Call, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(SAID)
    assert [each["id"] for each in lines(claims("parse", file, "-", input=SAID).stdout)] == [str(file), "-"]


def test_offsets_count_the_characters_of_the_file_as_it_is(claims: Call, tmp_path: Path) -> None:
    text = f"Ö 😀\r\n\r\n{SAID}\r\n"
    file = tmp_path / "a.txt"
    file.write_bytes(text.encode())
    (claim,) = lines(claims("parse", file).stdout)[0]["claims"]
    assert [text[start:end] for start, end in claim["cue"]["spans"]] == ["said"]


def test_offsets_in_a_page_count_the_text_that_is_added(claims: Call) -> None:
    (page,) = lines(claims("parse", "--with-text", input=line(html=PAGE)).stdout)
    for claim in page["claims"]:
        assert [page["text"][start:end] for start, end in claim["cue"]["spans"]] == ["said"]
    assert len(page["claims"]) == 2


def test_bytes_that_are_no_utf8_are_that_files_error(claims: Call, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Café said".encode("latin-1"))
    (tmp_path / "b.txt").write_text(SAID)
    result = claims("parse", tmp_path)
    first, second = lines(result.stdout)
    assert first == {
        "id": str(tmp_path / "a.txt"),
        "error": "not UTF-8 at byte 3 (--encoding says what else)",
    }
    assert second["claims"]
    assert result.exit_code == 1


def test_what_is_hidden_in_a_folder_is_not_read(claims: Call, tmp_path: Path) -> None:
    for name in ("seen/a.txt", ".venv/b.txt", "seen/.c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(SAID)
    assert [each["id"] for each in lines(claims("parse", tmp_path).stdout)] == [str(tmp_path / "seen/a.txt")]
