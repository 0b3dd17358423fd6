"""What comes in: files, folders and standard input, cut into documents one at a time."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import BinaryIO

import msgspec

STDIN = "-"
_UTF8_MARK = b"\xef\xbb\xbf"
_GZIP_MARK = b"\x1f\x8b"


class Form(StrEnum):
    """How the bytes of an input are to be understood."""

    TEXT = "text"
    HTML = "html"
    JSONL = "jsonl"


SUFFIXES = {
    ".txt": Form.TEXT,
    ".html": Form.HTML,
    ".htm": Form.HTML,
    ".jsonl": Form.JSONL,
    ".ndjson": Form.JSONL,
}


class Line(msgspec.Struct, frozen=True):
    """A line of JSON. Fields that are not named here are passed over."""

    id: str | int | None = None
    text: str | None = None
    html: str | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    published_at: str | None = None
    external_id: str | None = None
    language: str | None = None


class Entry(msgspec.Struct, frozen=True):
    """One document as it came in; ``id`` names it in the output, ``size`` is the bytes it took."""

    id: str
    line: Line
    size: int


class Failure(msgspec.Struct, frozen=True):
    """An input that is no document, and why: the output line {"id", "error"}."""

    id: str
    error: str
    size: int = 0

    def encoded(self) -> bytes:
        """The output line."""
        return msgspec.json.encode({"id": self.id, "error": self.error})


def entries(
    paths: Iterable[str], form: Form | None, encoding: str | None = None
) -> Iterator[Entry | Failure]:
    """The documents of all inputs in the order given; a folder's files come in the order of their names.

    ``form`` overrides suffixes and guesses, ``encoding`` says what the bytes are where they are not UTF-8.
    Lines are read as they arrive, so that a pipe streams.
    """
    for path in paths:
        if path == STDIN:
            yield from _read(sys.stdin.buffer, STDIN, form, encoding)
            continue
        for file in files(Path(path)):
            try:
                with file.open("rb") as stream:
                    yield from _read(stream, str(file), form or SUFFIXES.get(file.suffix.lower()), encoding)
            except OSError as error:
                yield Failure(str(file), error.strerror or str(error))


def files(path: Path) -> list[Path]:
    """The file itself, or a folder's articles, deep, told by their suffix; nothing hidden (".venv")."""
    if not path.is_dir():
        return [path]
    found = (file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES and file.is_file())
    return sorted(
        file for file in found if not any(part.startswith(".") for part in file.relative_to(path).parts)
    )


def size(paths: Iterable[str]) -> int | None:
    """How many bytes there are to read, or None where standard input is among them."""
    total = 0
    for path in paths:
        if path == STDIN:
            return None
        total += sum(file.stat().st_size for file in files(Path(path)))
    return total


def _read(stream: BinaryIO, name: str, form: Form | None, encoding: str | None) -> Iterator[Entry | Failure]:
    try:
        yield from _cut(iter(stream) if encoding is None else _recoded(stream, encoding), name, form)
    except UnicodeError as error:
        yield Failure(name, f"not {encoding}: {error}")


def _recoded(stream: BinaryIO, encoding: str) -> Iterator[bytes]:
    """The lines in UTF-8. Raises UnicodeError, behind those that could be read."""
    lines = io.TextIOWrapper(stream, encoding, newline="\n")
    try:
        for line in lines:
            yield line.encode()
    finally:
        lines.detach()


def _cut(lines: Iterator[bytes], name: str, form: Form | None) -> Iterator[Entry | Failure]:
    if form is None:
        form, lines = _guess(lines)
        if form is None:
            return
    if form is Form.JSONL:
        for number, content in enumerate(lines, start=1):
            if content.strip():
                yield _decoded(content.removeprefix(_UTF8_MARK), f"{name}:{number}")
        return
    yield _whole(b"".join(lines), name, form)


def _whole(content: bytes, id: str, form: Form) -> Entry | Failure:
    if content.startswith(_GZIP_MARK):
        return Failure(id, f"compressed by gzip: pipe it in, as by zcat {id}", len(content))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Failure(id, f"not UTF-8 at byte {error.start} (--encoding says what else)", len(content))
    return Entry(id, Line(html=text) if form is Form.HTML else Line(text=text), len(content))


def _guess(lines: Iterator[bytes]) -> tuple[Form | None, Iterator[bytes]]:
    """JSON lines if the first character that is no blank is "{", else a text; None if all is blank."""
    seen = []
    for line in lines:
        seen.append(line)
        if start := line.removeprefix(_UTF8_MARK).strip():
            return (Form.JSONL if start.startswith(b"{") else Form.TEXT), chain(seen, lines)
    return None, iter(())


_LINE = msgspec.json.Decoder(Line)
_ID = msgspec.json.Decoder(dict[str, object])


def _decoded(content: bytes, place: str) -> Entry | Failure:
    try:
        line = _LINE.decode(content)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        return Failure(_id(content, place), f"not a document: {error}", len(content))
    return Entry(place if line.id is None else str(line.id), line, len(content))


def _id(content: bytes, place: str) -> str:
    """The id of a line that is JSON but no document, else its place."""
    try:
        id = _ID.decode(content).get("id")
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return place
    return str(id) if isinstance(id, str | int) else place
