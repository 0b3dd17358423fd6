"""How much of the articles' text goes out: the one place that documents and claims pass on their way.

``full`` is all of it. ``sentence`` is the sentence that a claim was read in, and nothing around it. ``none``
is a claim's own words alone: its source, cue, content and the like, which are what the service is for. They
stay in any case, and so do places (spans) and titles. Full-text search looks at sources and contents of
claims only, so that no search finds out more than is shown.

A route that gives anything out of a document's text takes ``shown: Visible`` and passes what it found through
here. `tests/service/test_visibility.py` asks every route of the API for the words it must not say.
"""

from __future__ import annotations

import msgspec

from service.documents import StoredDocument
from service.settings import Shown


def document(stored: StoredDocument, shown: Shown) -> StoredDocument:
    """A document as it is shown: without its text and that of its unread sentences, unless ``full``.

    An unread sentence keeps its place, its cue and the reason.
    """
    if shown is Shown.FULL:
        return stored
    unread = tuple(msgspec.structs.replace(sentence, text="") for sentence in stored.unread)
    return msgspec.structs.replace(stored, text=None, unread=unread)
