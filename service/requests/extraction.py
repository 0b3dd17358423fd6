"""The article in a web page: its text, a paragraph a line, and what the page says of itself.

trafilatura finds the article. Where it finds none (a fragment, tags nested by the ten thousand) or the page
has more tags than it can go through in seconds, all text outside of scripts is taken instead, so that a page
is never lost. Nothing is fetched, nothing kept between calls: the same page gives the same text.
"""

from __future__ import annotations

import html as entities
import logging
import re

import msgspec

from service.requests.moments import normalized

LARGEST_PAGE = 10_000_000  # characters
MOST_TAGS = 60_000  # trafilatura takes up to 0.1 ms for each; news pages have 1,000 to 10,000
LONGEST_ATTRIBUTE = 2_000  # characters; longer ones are pictures and scripts' data, and slow to search
LONGEST_LINE = 1_000  # of a title or author

# What trafilatura and htmldate may let through for odd trees (an svg as the root: AssertionError); errors of
# parsing they catch. It is not Exception, which would swallow a caller's time limit.
_FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
_UNFIT = re.compile(r"[\x00\ud800-\udfff]")
_LONG_ATTRIBUTE = re.compile(
    rf"""=\s?(?:"[^"<>]{{{LONGEST_ATTRIBUTE},}}"|'[^'<>]{{{LONGEST_ATTRIBUTE},}}')"""
)
_TAG = re.compile(r"<([^<>]*)>")
_TAG_NAME = re.compile(r"/?[a-zA-Z][a-zA-Z0-9]{0,20}")
_BLANKS = re.compile(r"[^\S\n]+")
_SILENT = frozenset(("script", "style", "noscript", "title", "textarea"))
_BLOCKS = re.compile(
    r"/?(?:address|article|aside|blockquote|body|br|dd|div|dl|dt|fig(?:caption|ure)|footer|form|h[1-6r]|head(?:er)?"
    r"|html|iframe|img|li|main|meta|nav|ol|option|p|pre|section|select|svg|t(?:able|body|d|foot|h|head|r)|ul|video)"
)
_META = re.compile(
    r"""<meta\s[^<>]{0,200}?(?:property|name|itemprop)\s?=\s?["']?(?:og:)?(?:article:published_time|datepublished|date
    |pubdate|pub_date|publish-date|publishdate|publication_date|article\.published|parsely-pub-date|sailthru\.date
    |dc\.date(?:\.issued)?|dcterms\.(?:created|date|issued))["'\s][^<>]{0,200}>""",
    re.I | re.X,
)
_CONTENT = re.compile(r"""\scontent\s?=\s?["']([^"'<>]{10,40})["']""", re.I)
_LINKED_DATA = re.compile(r'"datePublished"\s{0,5}:\s{0,5}"([^"<>]{10,40})"')
_TIME = re.compile(r"""<time\s[^<>]{0,200}?datetime\s?=\s?["']([^"'<>]{10,40})["']""", re.I)
_SHORT_OFFSET = re.compile(r"([+-]\d\d)(\d\d)$")


class Extracted(msgspec.Struct, frozen=True):
    """An article taken from a page; ``text`` is empty where the page has none.

    ``published_at`` is an ISO date or date-time as the page's own metadata give it, with their offset; it is
    never guessed from the text.
    """

    text: str
    title: str | None = None
    author: str | None = None
    published_at: str | None = None


def extract(html: str) -> Extracted:
    """Take the article out of a page; raises ValueError for one of more than 10 million characters.

    Whatever the page holds, time is linear in its length and the text has neither NUL nor lone surrogates.
    """
    if len(html) > LARGEST_PAGE:
        raise ValueError(f"a page may have {LARGEST_PAGE:,} characters; this one has {len(html):,}")
    page = _LONG_ATTRIBUTE.sub('=""', _UNFIT.sub("", html))
    found = _article(page) if page.count("<") <= MOST_TAGS else Extracted("")
    return msgspec.structs.replace(found, text=found.text or _all_text(page), published_at=_published(page))


def _article(page: str) -> Extracted:
    import trafilatura  # takes half a second, which those who send plain text need not wait

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it logs what is told by an empty text here
    try:
        found = trafilatura.bare_extraction(
            page,
            include_comments=False,
            deduplicate=False,  # it would remember other pages
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except _FAULTS:
        return Extracted("")
    if not isinstance(found, trafilatura.settings.Document):
        return Extracted("")
    return Extracted(_clean(found.text or ""), _line(found.title), _line(found.author))


def _clean(text: str) -> str:
    """Lines without blanks at their ends, and none that is empty."""
    lines = (_BLANKS.sub(" ", line).strip() for line in _UNFIT.sub("", text).splitlines())
    return "\n".join(line for line in lines if line)


def _line(value: str | None) -> str | None:
    return " ".join(_UNFIT.sub("", value).split())[:LONGEST_LINE] or None if value else None


def _all_text(page: str) -> str:
    """All text between tags but that of scripts and comments; tags inside of a line do not break it."""
    first, *others = page.split("<!--")
    pieces = _TAG.split(first + "".join(part.partition("-->")[2] for part in others))
    kept = [pieces[0]]
    silent = ""  # the element whose end is awaited
    for tag, text in zip(pieces[1::2], pieces[2::2], strict=True):
        match = _TAG_NAME.match(tag)
        name = match.group().lower() if match else ""
        if silent:
            if name != "/" + silent:
                continue
            silent = ""
        elif name in _SILENT and not tag.endswith("/"):
            silent = name
            continue
        kept += "\n" if _BLOCKS.fullmatch(name) else "", text
    return _clean(entities.unescape("".join(kept)))


def _published(page: str) -> str | None:
    """The time that the page's metadata give: meta elements, linked data, or the only time element."""
    named = (content.group(1) for tag in _META.findall(page) if (content := _CONTENT.search(tag)))
    for value in (*named, *_LINKED_DATA.findall(page)):
        if moment := _moment(value):
            return moment
    moments = {_moment(value) for value in _TIME.findall(page)}
    return moments.pop() if len(moments) == 1 else None


def _moment(value: str) -> str | None:
    return normalized(_SHORT_OFFSET.sub(r"\1:\2", value.strip()))
