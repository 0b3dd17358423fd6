"""What the description of the API says before its operations: a first hour's worth, as Markdown."""

from __future__ import annotations

INTRODUCTION = """\
Submit news articles and query who said what, to whom, how surely and about what. Every claim names the \
rule that read it and the exact places in the text; spans are `[start, end)` in Unicode code points. The \
same text and the same engine version give the same claims.

## First steps

1. `POST /v1/parse` with `{"text": "Ann Lee denied that the bridge would close."}` reads a text and stores \
nothing.
2. `POST /v1/documents` reads an article and keeps it: 201 with its claims, 200 with the same answer where \
it was there before. Many go in one request, a line of JSON each (`application/x-ndjson`), and each line \
is answered once it is on disk.
3. `GET /v1/claims?actor=Ann%20Lee&act=deny` finds claims; `GET /v1/claims/{id}` shows one in its \
sentence, with the rule that read it.
4. `GET /v1/claims/facets` counts them, `GET /v1/actors?q=ann` and `GET /v1/topics?q=cri` find names as \
one types, `GET /v1/claims/export` takes all of it away.

## Filters

The same ones list, count and export claims. A filter given twice means either value; different filters \
all hold; `not_` before a filter's name leaves out what it would find. Names and labels will do for ids. \
Ranges of dates hold their start and not their end. `q` takes words in any inflection, `"phrases"` and \
`begin*`.

## Pages

`next` in the answer is the `cursor` of the next page, for the same filters; the `Link` header has the \
whole address. Pages neither repeat nor leave out what was there all the time, whatever arrives meanwhile.

## Errors

Every error is a problem of RFC 9457 (`application/problem+json`). `type` is stable and leads to [its \
explanation](/docs/errors), `errors` names each parameter, or place in the body by a JSON Pointer, that is \
wrong, and `request_id` stands in the service's log, too.

## Keys

Who needs one sends `Authorization: Bearer claims_...`; whoever runs the service makes it (`claims keys \
add`). Reading may be open to all, writing is open to nobody but the service's own machine, and only while \
no key has been made. How much of the articles' text is shown may depend on the key.

## Limits and caching

A text has 1 MB at most, a body 10 MB. `RateLimit` and `RateLimit-Policy` tell how many requests are left; \
after 429 and 503, `Retry-After` says when to go on. Answers have an `ETag`: sent back in `If-None-Match`, \
304 says that nothing has changed. gzip is offered, and taken in bodies.

## What stays as it is

Within `/v1` nothing is taken away or given another meaning; fields, parameters and values of open lists \
may be added, so pass over what you do not know. What is to go is marked `deprecated` here and answered \
with a `Deprecation` header (RFC 9745) and a `Sunset` date (RFC 8594) at least twelve months before it \
goes.
"""
