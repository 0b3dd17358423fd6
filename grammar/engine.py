"""The engine's front door: text to claims, every stage in its order."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from msgspec.structs import replace

from grammar.actors import Actors
from grammar.actors.anonymity import with_reasons
from grammar.actors.anonymous import Anonymous
from grammar.cascade.analysis import Analysis
from grammar.cascade.passes import Cascade
from grammar.claim import EngineVersion, Reading
from grammar.claims import Maker
from grammar.discourse import Attributions
from grammar.explanation import Explanation, explain
from grammar.silence import unread
from grammar.slots.sources.mentions import Sources
from grammar.stance import Stance
from grammar.text.languages import ENGLISH, foreign, language_of
from grammar.topics import Topics

VERSION = "0.1.0"
_FOLDER = Path(__file__).parent
_RULES = (".lark", ".rules", ".py")
_CODE = (".py", ".so", ".pyd")


class Engine:
    """Reads texts. Loading takes some tenths of a second; one engine serves one thread.

    The same text and the same engine version give the same reading, byte for byte.
    """

    def __init__(self) -> None:
        with _uncollected():
            self._actors = Actors()
            self._topics = Topics()
            self._cascade = Cascade(self._actors.gazetteer.roles.of, self._topics.terms.beginning)
            self._attributions = Attributions(self._cascade.classes)
            self._sources = Sources()
            self._stance = Stance()
            self._anonymous = Anonymous(self._actors.gazetteer)

    @cached_property
    def version(self) -> EngineVersion:
        """The engine's version, and digests of its rules and of its word lists."""
        files = sorted(path for path in _FOLDER.rglob("*") if path.is_file() and path.suffix != ".pyc")
        rules = [path for path in files if path.suffix in _RULES]
        lists = [path for path in files if path.is_relative_to(_FOLDER / "lexicon")]
        words = [path for path in lists if path.suffix not in _CODE]
        return EngineVersion(VERSION, _digest(rules), _digest(words))

    def read(
        self, text: str, *, id: str = "", title: str | None = None, published_at: str | None = None
    ) -> Reading:
        """The claims of a text. ``published_at`` is an ISO date or date-time that times are reckoned from.

        The title is not read unless it stands in the text. Gives a reading for any text whatever; that of a
        text which is clearly not English is empty, with a note.
        """
        language = language_of(text)
        if language not in {None, ENGLISH}:
            return Reading(id, self.version, (), (), (), language, foreign(language))
        with _uncollected():
            reading = self._annotated(self._cascade.analyse(text), id, published_at)
        return replace(reading, language=language)

    def explain(self, text: str, *, published_at: str | None = None) -> Explanation:
        """How a text is read, stage by stage; meant for a sentence or two."""
        analysis = self._cascade.analyse(text)
        reading = self._annotated(analysis, "", published_at)
        return explain(analysis, reading.claims, reading.unread)

    def _annotated(self, analysis: Analysis, id: str, published_at: str | None) -> Reading:
        """From frames to claims: who, how surely, when, about what."""
        tokens = analysis.tokens
        found = sorted(self._attributions.of(analysis), key=lambda each: (each.cue[0], each.content[0]))
        hits = self._topics.match(tokens)
        topics = self._topics.of_document(tokens, hits)
        cast = self._actors.cast(tokens, analysis.paragraphs, scope=_scope(tokens.text))
        maker = Maker(
            analysis, cast, topics, hits, document_id=id, published_at=published_at,
            sources=self._sources, anonymous=self._anonymous, stance=self._stance, topics=self._topics,
        )  # fmt: skip
        told = with_reasons(tokens, maker.claims(found))
        return Reading(id, self.version, topics, told, unread(analysis, found))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the cycle collector out of a reading, which makes no cycles to be found, and of loading."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _scope(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def _digest(files: Iterable[Path]) -> str:
    digest = hashlib.blake2b(digest_size=8)
    for path in files:
        digest.update(path.relative_to(_FOLDER).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
