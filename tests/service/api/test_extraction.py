"""The article in a web page, however the page is made."""

from __future__ import annotations

import subprocess
import sys
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.requests.extraction import LARGEST_PAGE, extract

SENTENCES = [
    "The harbour council voted on Tuesday to close the old bridge for two years of repairs.",
    "“It was never safe,” Mayor Ann Doe told reporters after the vote.",
    "She said the ferry would run twice as often, and that nobody would pay more for it.",
    "Shop owners on the far bank denied that they had been asked.",
]
BODY = "".join(f"<p>{sentence}</p>\n" for sentence in SENTENCES)
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Council shuts old bridge | Harbour Times</title>
<meta name="author" content="Jane Roe">
<meta property="article:published_time" content="2024-11-22T10:00:00+01:00">
<script>var secret = "<p>not said</p>";</script><style>p {{ color: red }}</style></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Council shuts old bridge</h1>{BODY}</article>
<footer>© 2024 Harbour Times</footer></body></html>"""


def test_each_paragraph_of_the_article_is_a_line() -> None:
    assert extract(PAGE).text.splitlines() == ["Council shuts old bridge", *SENTENCES]


def test_title_author_and_time_are_the_pages_own() -> None:
    found = extract(PAGE)
    assert (found.title, found.author) == ("Council shuts old bridge", "Jane Roe")
    assert found.published_at == "2024-11-22T10:00:00+01:00"


def test_the_same_page_gives_the_same_each_time() -> None:
    assert len({extract(PAGE) for _ in range(4)}) == 1


def test_paragraphs_that_come_again_are_not_dropped() -> None:
    """What was in one page must not decide what is taken from the next."""
    assert extract(f"<html><body><article>{BODY}{BODY}</article></body></html>").text.count("never safe") >= 1
    assert extract(PAGE).text.count("never safe") == 1


@pytest.mark.parametrize(
    ("head", "published_at"),
    [
        ('<meta property="article:published_time" content="2024-11-22T10:00:00Z">', "2024-11-22T10:00:00Z"),
        ('<meta content="2024-11-22" name="date">', "2024-11-22"),
        ("<meta itemprop='datePublished' content='2024-11-22T10:00:00+0900'>", "2024-11-22T10:00:00+09:00"),
        (
            '<script type="application/ld+json">{"datePublished": "2024-11-22T10:00:00.000Z"}</script>',
            "2024-11-22T10:00:00.000Z",
        ),
        ('<time class="date" datetime="2024-11-22">Friday</time>', "2024-11-22"),
        ('<time datetime="2024-11-22">Fri</time><time datetime="2024-11-21">Thu</time>', None),
        ('<meta property="article:published_time" content="last Friday">', None),
        ('<meta property="article:modified_time" content="2024-11-23">', None),
        ("<p>It was on 2024-11-22 that the council voted.</p>", None),
        ("", None),
    ],
)
def test_the_time_is_never_guessed_from_the_text(head: str, published_at: str | None) -> None:
    assert extract(f"<html><head>{head}</head><body>{BODY}</body></html>").published_at == published_at


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Mayor Doe said the bridge would close.</p>", "Mayor Doe said the bridge would close."),
        ("<p>Bridge shut</p><p>Doe said <b>so</b>.</p>", "Bridge shut\nDoe said so."),
        ("Mayor Doe said the bridge would close.", "Mayor Doe said the bridge would close."),
        ("<p>Doe &amp; Roe said &#8220;no&#8221;.</p>", "Doe & Roe said “no”."),
        ("<p>A<br>B<!-- <p>not said</p> -->C</p><script>if (a < b) {}</script>", "A\nBC"),
        (
            '<?xml version="1.0" encoding="utf-8"?><html><body><p>Doe said so.</p></body></html>',
            "Doe said so.",
        ),
    ],
)
def test_fragments_give_all_of_their_text(html: str, text: str) -> None:
    assert extract(html).text == text


def test_a_page_that_is_a_drawing_gives_its_text() -> None:
    """The extractor fails for a root that it would drop."""
    assert extract("<svg><text>Doe said so.</text></svg>").text == "Doe said so."


@pytest.mark.parametrize(
    "html", ["", " ", "<html></html>", "<script>1</script>", "<", "<!--", "\0", "\ud800"]
)
def test_a_page_without_text_gives_an_empty_text(html: str) -> None:
    assert not extract(html).text.strip("<")


def test_a_page_over_the_limit_is_refused() -> None:
    with pytest.raises(ValueError, match="10,000,000 characters"):
        extract("x" * (LARGEST_PAGE + 1))


MEGABYTE = 1_000_000
HOSTILE = {
    "nested_divs": "<div>" * 100_000 + BODY,
    "nested_spans": "<span>" * 100_000 + BODY,
    "nested_tables": "<table><tr><td>" * 100_000 + BODY,
    "nested_lists": "<ul><li>" * 100_000 + BODY,
    "open_links": "<a href=x>y" * 100_000 + BODY,
    "a_giant_attribute": f'<p class="{"a " * (4 * MEGABYTE // 2)}">{BODY}',
    "many_attributes": "<p " + "a=b " * 250_000 + f">{BODY}",
    "an_open_attribute": BODY + '<p a="' + "x" * MEGABYTE,
    "open_attributes": BODY + '<p a="' * 150_000,
    "angles": BODY + "<" * MEGABYTE,
    "open_comments": BODY + "<!--" * 250_000,
    "open_scripts": BODY + "<script>" * 120_000,
    "open_metas": BODY + "<meta name=" * 90_000,
    "open_times": BODY + "<time datetime=" * 60_000,
    "linked_data": BODY + '"datePublished"' * 60_000,
    "ampersands": BODY + "&" * MEGABYTE,
    "broken_entities": BODY + "&#x110000;&#xD800;&bogus;&#" * 30_000,
    "nuls": BODY.replace(" ", " \0") + "\0" * MEGABYTE,
    "lone_surrogates": BODY + "\ud800\udfff" * 100_000,
    "many_paragraphs": BODY + "<p>Doe said so.</p>" * 200_000,
    "one_long_line": BODY + "word " * 200_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_neither_breaks_nor_holds_up(name: str) -> None:
    begun = process_time()
    found = extract(HOSTILE[name])
    assert process_time() - begun < 10
    assert "never safe" in found.text
    assert "\0" not in found.text
    found.text.encode()  # fails for lone surrogates


@settings(deadline=None, max_examples=100)
@given(
    st.text()
    | st.lists(st.sampled_from([*PAGE.split("\n"), "<p>", "</p>", "<!--", "<svg>", "&#0;"])).map("".join)
)
def test_any_page_gives_text_that_can_be_stored(html: str) -> None:
    found = extract(html)
    found.text.encode()
    assert "\0" not in found.text


def test_trafilatura_is_loaded_only_when_a_page_comes() -> None:
    program = "import sys, service.requests.extraction; sys.exit('trafilatura' in sys.modules)"
    subprocess.run([sys.executable, "-c", program], check=True)
