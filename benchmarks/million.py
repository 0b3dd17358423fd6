"""How quickly questions are answered out of a million claims, and which index answers which.

    python benchmarks/million.py [DATABASE] [--claims 1000000] [--write]

Builds the database where it is not there (some minutes and gigabytes), asks every filter by itself for its
first and its thousandth page of 50, and more besides; ``--write`` keeps the tables in
benchmarks/results/million.md. A figure is the median of five askings of a warm file, in milliseconds. The
status is 1 where a limit is not kept: 20 ms for single filters and for actors and topics with dates; for
all else 200 ms, or cut off in about that time.
"""

from __future__ import annotations

import argparse
import os
import platform
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import msgspec

from benchmarks.claims_store import fill, invented, name
from service.store import DocumentFilters, Facet, Filters, Order, Store, TooCostlyError, Unknown

RESULTS = Path(__file__).parent / "results" / "million.md"
QUICK, SLOW = 20.0, 200.0
DEEP = 50_000
TIMES = 5

Asked = dict[str, Any]
COMMON, MIDDLE, RARE = name(0), name(50), name(9_000)
DATES = {"published_since": "2022-03-01", "published_until": "2022-09-01"}

SINGLE: dict[str, Asked] = {
    "nothing": {},
    "actor, common": {"actor": (COMMON,)},
    "actor, rare": {"actor": (RARE,)},
    "actor, a surname": {"actor": (COMMON.split()[1],)},
    "about": {"about": (COMMON,)},
    "topic, common": {"topic": ("medtop:04000000",)},
    "topic, a word": {"topic": ("economy",)},
    "q, a word in every 12th": {"q": (invented(0),)},
    "q, a word in every 100th": {"q": (invented(10),)},
    "q, a word in every 1,000th": {"q": (invented(100),)},
    "q, a word in nearly all": {"q": ("the",)},
    "q, a phrase": {"q": ('"would be"',)},
    "q, a beginning of one letter": {"q": ("b*",)},
    "q, a beginning of four": {"q": ("gove*",)},
    "act, common": {"act": ("state",)},
    "act, rare": {"act": ("know",)},
    "type": {"type": ("eventuality",)},
    "certainty": {"certainty": ("unspecified",)},
    "polarity": {"polarity": ("unspecified",)},
    "quotation": {"quotation": ("mixed",)},
    "anonymity": {"anonymity": ("collective",)},
    "publisher, common": {"publisher": (f"The {invented(0)}",)},
    "publisher, rare": {"publisher": (f"The {invented(190)}",)},
    "published, half a year": DATES,
    "published, since a moment": {"published_since": "2023-05-05T12:30:00Z"},
    "published, before it": {"published_until": "2021-05-05"},
    "said, a day": {"said_since": "2022-03-01", "said_until": "2022-03-02"},
    "said, half a year and some days": {"said_since": "2021-11-12", "said_until": "2022-05-03"},
    "said, since": {"said_since": "2020-06-15"},
    "said, before": {"said_until": "2023-06-15"},
    "actor and dates": {"actor": (COMMON,), **DATES},
    "topic and dates": {"topic": ("medtop:04000000",), **DATES},
    "actor, rare, and dates": {"actor": (RARE,), **DATES},
}
OTHER: dict[str, Asked] = {
    "actor and act": {"actor": (COMMON,), "act": ("deny",)},
    "actor and topic": {"actor": (MIDDLE,), "topic": ("medtop:04000000",)},
    "topic and a rare act": {"topic": ("medtop:04000000",), "act": ("know",)},
    "actor and q": {"actor": (COMMON,), "q": (invented(10),)},
    "topic and q": {"topic": ("medtop:04000000",), "q": (invented(100),)},
    "q, two common words": {"q": (f"{invented(0)} {invented(1)}",)},
    "q, two rare words": {"q": (f"{invented(500)} {invented(900)}",)},
    "q, either word": {"q": (invented(3), invented(300))},
    "q and an act": {"q": (invented(0),), "act": ("know",)},
    "several acts": {"act": ("know", "doubt", "believe")},
    "several actors": {"actor": (COMMON, MIDDLE, RARE)},
    "not an actor": {"not_actor": (COMMON,)},
    "not a topic": {"not_topic": ("medtop:04000000",)},
    "not a word": {"not_q": (invented(0),)},
    "not words in all": {"not_q": ("the",)},
    "not an act": {"not_act": ("state",)},
    "not a polarity": {"not_polarity": ("positive",)},
    "not a publisher": {"not_publisher": (f"The {invented(0)}",)},
    "four rare things": {
        "type": ("eventuality",),
        "certainty": ("unspecified",),
        "polarity": ("unspecified",),
        "anonymity": ("collective",),
    },
    "said and act": {"said_since": "2022-03-01", "said_until": "2022-06-01", "act": ("warn",)},
    "published a day, q": {"published_since": "2022-03-01", "published_until": "2022-03-02", "q": ("said",)},
}


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("database", nargs="?", type=Path, default=Path("data/million.db"))
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--write", action="store_true", help="keep the tables in benchmarks/results")
    arguments = parser.parse_args()
    if not arguments.database.exists():
        arguments.database.parent.mkdir(parents=True, exist_ok=True)
        print(f"building {arguments.database} ...", flush=True)
        fill(arguments.database, arguments.claims)
    load = os.getloadavg()[0]
    with Store.open(arguments.database, SLOW / 1000) as store:
        lines, broken = _measured(store)
        stored = ", ".join(f"{count:,} {what}" for what, count in store.counts().items())
        size = arguments.database.stat().st_size / 1e9
    head = [
        "# A million claims",
        "",
        f"`python benchmarks/million.py`: {stored}, {size:.1f} GB, SQLite {sqlite3.sqlite_version},"
        f" Python {platform.python_version()}, {os.cpu_count()} processors (load before it {load:.1f});"
        f" milliseconds, the median of {TIMES}.",
        "",
    ]
    text = "\n".join(head + lines) + "\n"
    print(text)
    if arguments.write:
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text(text, encoding="utf-8")
    for line in broken:
        print(f"over its limit: {line}", file=sys.stderr)
    return 1 if broken else 0


def _measured(store: Store) -> tuple[list[str], list[str]]:
    lines: list[str] = []
    broken: list[str] = []
    for title, asked, limit in (
        ("Single filters, and actors and topics with dates", SINGLE, QUICK),
        ("More at once, and negations", OTHER, SLOW),
    ):
        for order in (Order.NEWEST, Order.OLDEST):
            lines += ["", f"## {title}, {order} first: at most {limit:.0f} ms", ""]
            lines += ["| question | first page | 1,000th page | found by |", "| --- | --- | --- | --- |"]
            for what, filters in asked.items():
                lines.append(_row(store, what, msgspec.convert(filters, Filters), order, limit, broken))
    lines += ["", "## Counts", "", "| facets | ms |", "| --- | --- |"]
    for what, filters in {
        "of everything": {},
        "of an actor": SINGLE["actor, common"],
        "of a rare actor": SINGLE["actor, rare"],
        "of a topic": SINGLE["topic, common"],
        "of a month": {"published_since": "2022-03-01", "published_until": "2022-04-01"},
    }.items():
        wanted = msgspec.convert(filters, Filters)
        took, _ = _timed(lambda wanted=wanted: store.facets(wanted, list(Facet)))  # type: ignore[misc] # bound at once
        lines.append(f"| {what} | {took} |")
        _check(took, QUICK if not filters else SLOW, f"counts {what}", broken)
    lines += [
        "",
        f"## Actors, topics and documents: at most {SLOW:.0f} ms",
        "",
        "| question | ms |",
        "| --- | --- |",
    ]
    for what, ask in _others(store).items():
        took, _ = _timed(ask)
        lines.append(f"| {what} | {took} |")
        _check(took, SLOW, what, broken)
    claim = store.claims(msgspec.convert(SINGLE["actor, common"], Filters)).items[0]
    took, _ = _timed(lambda: store.related(claim.id))
    lines += ["", f"Claims related to one of a common actor's: {took}."]
    took, _ = _timed(lambda: store.claim_in_document(claim.id))
    lines += [f"One claim with its document: {took}."]
    start, rows = time.perf_counter(), 0
    for piece in store.export(Filters(act=("deny",))):
        rows += len(piece)
    seconds = time.perf_counter() - start
    lines += [f"Export: {rows:,} claims of one act in {seconds:.1f} s, {rows / seconds:,.0f} a second."]
    return lines, broken


def _others(store: Store) -> dict[str, Callable[[], object]]:
    """What is asked beside claims: lists by words, profiles, and what is like names that mean nothing."""
    actor, topic = store.actors(COMMON).items[0].id, store.topics().items[0].id
    slip = COMMON[:-2] + COMMON[-1]
    hints = {"actor": slip, "topic": "econmy", "publisher": f"The {invented(0)[:-1]}", "q": "goverment"}
    return {
        "one actor, whole": lambda: store.actor(actor),
        "one topic, whole": lambda: store.topic(topic),
        "actors by a beginning": lambda: store.actors("b"),
        "actors by a role": lambda: store.actors(role="minister"),
        "actors by a role that none has": lambda: store.actors(role="astronomer"),
        "actors by a misspelt name, with those like it": lambda: store.actors(slip),
        **{
            f"what is like a misspelt `{parameter}`": partial(store.unknown, [Unknown(parameter, value)])
            for parameter, value in hints.items()
        },
        "documents by a rare word of the title": lambda: store.documents(filters=_titled("77")),
        "documents by a word that every title has": lambda: store.documents(filters=_titled("article")),
    }


def _titled(title: str) -> DocumentFilters:
    return DocumentFilters(title=(title,))


def _row(store: Store, what: str, filters: Filters, order: Order, limit: float, broken: list[str]) -> str:
    first, _ = _timed(lambda: store.claims_raw(filters, order=order))
    _check(first, limit, f"{what}, {order}, first page", broken)
    deep: str = "–"
    if (token := _deep(store, filters, order)) is not None:
        deep, _ = _timed(lambda: store.claims_raw(filters, token, order=order))
        _check(deep, limit, f"{what}, {order}, 1,000th page", broken)
    steps = [step for step in store.steps(filters, order) if "claims_narrow" not in step]
    return f"| {what} | {first} | {deep} | {_told(steps)} |"


def _deep(store: Store, filters: Filters, order: Order) -> str | None:
    """The token of the thousandth page, or of the last one where there are fewer."""
    token, seen, last = None, 0, None
    while seen < DEEP - 50:
        try:
            page = store.claims_raw(filters, token, 450, order)
        except TooCostlyError:
            return last
        if page.next is None:
            return last
        token = last = page.next
        seen += 450
    return token


def _timed(ask: Callable[[], object]) -> tuple[str, object]:
    took, found = [], None
    for _ in range(TIMES):
        start = time.perf_counter()
        try:
            found = ask()
        except TooCostlyError:
            return f"cut off after {(time.perf_counter() - start) * 1000:.0f}", None
        took.append((time.perf_counter() - start) * 1000)
    return f"{median(took):.1f}", found


def _check(took: str, limit: float, what: str, broken: list[str]) -> None:
    # To be cut off in time is to keep the slow limit, not the quick one.
    if took.startswith("cut off"):
        if limit < SLOW or float(took.rsplit(maxsplit=1)[-1]) > SLOW * 1.5:
            broken.append(f"{what}: {took} ms")
    elif float(took) > limit:
        broken.append(f"{what}: {took} ms")


def _told(steps: Iterable[str]) -> str:
    kept = [
        step.removeprefix("SEARCH ").removeprefix("SCAN ").replace("USING ", "")
        for step in steps
        if not step.startswith(("MERGE", "LEFT", "RIGHT", "COMPOUND", "LEFT-MOST", "UNION"))
    ]
    return "; ".join(f"`{step}`" for step in dict.fromkeys(kept))


if __name__ == "__main__":
    sys.exit(main())
