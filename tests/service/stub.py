"""A stand-in for the engine: one claim for each line "NAME said that CONTENT.", read in no time.

Some texts make it misbehave as a real one might: it can take its time, hang, fail, or take its process down.
"""

from __future__ import annotations

import hashlib
import os
import re
import signal
import time

from grammar.claim import (
    About,
    Act,
    Actor,
    ActorKind,
    Anonymity,
    Certainty,
    Claim,
    Cue,
    EngineVersion,
    Polarity,
    Quotation,
    Reading,
    Slot,
    Source,
    Time,
    Topic,
    Type,
    Unread,
)

COUNTRIES = {"Russia", "North Korea", "Ukraine", "United States"}
STAND_INS = {"Kremlin": "country:russia", "Seoul": "country:south-korea"}
TOPICS = {
    "war": Topic("medtop:20000056", "armed conflict", 0.9),
    "match": Topic("medtop:20001065", "football", 0.8),
}
_LINE = re.compile(r"^(?P<source>[^\n]+?) (?P<cue>said|denied) that (?P<content>[^\n]+)\.$", re.M)
_NAME = re.compile(r"[A-ZŁŻ][\w-]+(?: [A-ZŁŻ][\w-]+)*")
_SLEEP = re.compile(r"^SLEEP (\d+)$", re.M)


class StubEngine:
    """Reads as the engine does, by one regular expression."""

    version = EngineVersion("0", "stub", "stub")

    def read(
        self, text: str, *, id: str = "", title: str | None = None, published_at: str | None = None
    ) -> Reading:
        """Read a text; "CRASH", "FAIL", "HANG" and "SLEEP <seconds>" in it do what they say."""
        if "CRASH" in text:
            os._exit(3)
        if "FAIL" in text:
            raise RuntimeError("the engine has a fault")
        if "HANG" in text:
            signal.signal(signal.SIGALRM, signal.SIG_IGN)
            time.sleep(60)
        if sleep := _SLEEP.search(text):
            time.sleep(int(sleep[1]))
        claims = [_claim(text, id, position, match) for position, match in enumerate(_LINE.finditer(text))]
        topics = tuple(topic for word, topic in TOPICS.items() if word in text)
        unread = (Unread("Unread said.", ((0, 12),), "said", "no frame"),) if "Unread said." in text else ()
        return Reading(id, self.version, topics, tuple(claims), unread)


def actor(name: str) -> Actor:
    """An actor as the engine names one."""
    kind = ActorKind.COUNTRY if name in COUNTRIES else ActorKind.PERSON
    prefix = "country:" if kind is ActorKind.COUNTRY else ""
    return Actor(prefix + name.lower().replace(" ", "-"), name, kind, "name", STAND_INS.get(name))


def _claim(text: str, document: str, position: int, match: re.Match[str]) -> Claim:
    spans = {group: (match.span(group),) for group in ("source", "cue", "content")}
    source, content = match["source"], match["content"]
    names = source.split(" and ")
    year = re.search(r"\b(20\d\d(?:-\d\d(?:-\d\d)?)?)\b", content)
    return Claim(
        id=hashlib.sha256(f"{text}{spans}".encode()).hexdigest()[:16],
        document_id=document,
        position=position,
        rule="said_that",
        type=Type.ASSERTION,
        act=Act.DENY if match["cue"] == "denied" else Act.STATE,
        polarity=Polarity.NEGATIVE if match["cue"] == "denied" else Polarity.POSITIVE,
        certainty=Certainty.POSSIBLE if "may" in content else Certainty.CERTAIN,
        markers=(),
        quotation=Quotation.DIRECT if "“" in content else Quotation.INDIRECT,
        source=Source(source, spans["source"], Slot(source, spans["source"]), None, Anonymity.NAMED),
        actors=tuple(actor(name) for name in names),
        cue=Cue(match["cue"], spans["cue"], "say"),
        content=Slot(content, spans["content"]),
        addressee=None,
        venue=None,
        time=Time(year[0], ((0, 1),), year[0], None) if year else None,
        parent_id=None,
        topics=tuple(topic for word, topic in TOPICS.items() if word in content),
        about=tuple(About(actor(name).id, name, ((0, 1),)) for name in _NAME.findall(content)),
    )
