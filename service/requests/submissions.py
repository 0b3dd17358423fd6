"""What a caller submits, and the document that it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import msgspec
from msgspec import Meta

from service.conventions.wording import meaning
from service.documents import Document
from service.problems import ProblemError, bad_request
from service.requests.moments import normalized

if TYPE_CHECKING:
    from service.requests.extraction import Extracted

# NUL is text to Unicode but the end of a string to much else.
PLAIN = meaning("^[^\\x00]*$", "May hold no NUL character")
# Something that is no blank. Python and ECMAScript differ on what `\s` is, so what only one of them counts in
# is named.
_SAYING = meaning(
    r"^[\s\x1c-\x1f\x85\ufeff]*[^\s\x00\x1c-\x1f\x85\ufeff][^\x00]*$",
    "May not be blank, nor hold a NUL character",
)
# To Python alone, "$" stands before a last line break, too.
_LANGUAGE = meaning(
    r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$(?!\n)", "Expected a BCP 47 tag, such as en or en-GB"
)

Line = Annotated[str, Meta(min_length=1, max_length=1000, pattern=PLAIN)]
Moment = Annotated[
    str,
    Meta(
        max_length=50,
        description="An ISO date, which means that day, or date-time, whose offset is kept.",
        extra_json_schema={
            "anyOf": [{"type": "string", "format": "date"}, {"type": "string", "format": "date-time"}]
        },
        examples=["2024-11-22", "2024-11-22T08:30:00+09:00"],
    ),
]
# What a page may link to: no script and no file. Whoever follows a document's link trusts that.
Address = Annotated[
    str,
    Meta(
        min_length=1,
        max_length=1000,
        pattern=meaning(
            r"^[Hh][Tt][Tt][Pp][Ss]?://[^\x00-\x20\x7f/?#][^\x00-\x1f\x7f]*$(?!\n)",
            "Expected an address that begins with http:// or https://",
        ),
    ),
]
Language = Annotated[str, Meta(max_length=35, pattern=_LANGUAGE)]
# Exactly one of the two.
FORMS: dict[str, dict[str, Any]] = {
    "TextSubmission": {"text": {"type": "string"}, "html": {"type": "null"}},
    "HtmlSubmission": {"html": {"type": "string"}, "text": {"type": "null"}},
}


class Submission(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A document: exactly one of `text` and `html`, and what is known of it."""

    text: Annotated[
        Annotated[str, Meta(pattern=_SAYING)] | None,
        Meta(
            description="The article as plain text, at most 1 MB of UTF-8.",
            examples=["Mary Lee said that it was over."],
        ),
    ] = None
    html: Annotated[
        Annotated[str, Meta(pattern=_SAYING)] | None,
        Meta(
            description="The article as a web page, at most 10 MB: its text, and what it says of itself, is "
            "taken out."
        ),
    ] = None
    title: Annotated[
        Line | None, Meta(description="The headline. It is not read unless it stands in the text.")
    ] = None
    published_at: Moment | None = None
    url: Annotated[
        Address | None, Meta(description="Where it was published.", examples=["https://news.example/1"])
    ] = None
    publisher: Annotated[Line | None, Meta(description="Who published it.", examples=["The Example"])] = None
    author: Annotated[Line | None, Meta(description="Who wrote it.")] = None
    external_id: Annotated[
        Line | None, Meta(description="The caller's own id; a new text with it is a new revision.")
    ] = None
    language: Annotated[
        Language | None,
        Meta(
            description="A BCP 47 tag. Only English is read: a text in another language is stored "
            "without claims, with a `note`. Texts of a dozen words and more tell it themselves.",
            examples=["en"],
        ),
    ] = None


def check(submission: Submission, text_bytes: int) -> str | None:
    """Check what no schema can say; gives ``published_at`` in its usual form. Raises 400 and 413."""
    if (submission.text is None) == (submission.html is None):
        raise bad_request("body", "", "Exactly one of `text` and `html` must be given.")
    if submission.text is not None:
        check_size(submission.text, text_bytes)
    if submission.published_at is None:
        return None
    published_at = normalized(submission.published_at)
    if published_at is None:
        raise bad_request("body", "/published_at", "Expected an ISO date or date-time")
    return published_at


def check_size(text: str, text_bytes: int) -> None:
    """Refuse a text that is too long with 413."""
    if len(text) > text_bytes or len(text.encode()) > text_bytes:
        raise ProblemError(413, f"The text is over {text_bytes:,} bytes.")


def document(
    submission: Submission, published_at: str | None, page: Extracted | None, text_bytes: int
) -> Document:
    """Make the document; what the caller says goes before what the page says. Raises 400 and 413."""
    known: dict[str, Any] = {name: getattr(submission, name, None) for name in Document.__struct_fields__}
    known["published_at"] = published_at
    if page is None:
        return Document(**known)
    if not page.text.strip():
        raise bad_request("body", "/html", "No text was found in the page.")
    check_size(page.text, text_bytes)
    known["text"] = page.text
    known["title"] = known["title"] or page.title
    known["author"] = known["author"] or page.author
    known["published_at"] = published_at or page.published_at
    return Document(**known)
