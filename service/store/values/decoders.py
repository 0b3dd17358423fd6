"""What is kept as JSON, back as structs: a decoder for each type, made when this is imported.

msgspec (0.22) works out what it knows of a struct when the struct is first decoded, and a thread that decodes
meanwhile may find it half done, which ends the process. An import is one thread's: no decoder is made later.
"""

from __future__ import annotations

from msgspec.json import Decoder

from grammar.claim import About, Actor, ActorName, Claim, EngineVersion, Topic, Unread
from service.access.keys import Scope
from service.requests.corrections import Decision

ABOUT = Decoder(tuple[About, ...])
ACTOR_NAME = Decoder(ActorName)
ACTOR_NAMES = Decoder(tuple[ActorName, ...])
ACTORS = Decoder(tuple[Actor, ...])
CLAIM = Decoder(Claim)
DECISION = Decoder(Decision)
ENGINE = Decoder(EngineVersion)
SCOPES = Decoder(tuple[Scope, ...])
TOPICS = Decoder(tuple[Topic, ...])
UNREAD = Decoder(tuple[Unread, ...])
VALUES = Decoder(list[str | int | None])
