"""How much of the articles' text goes out: the one place that documents and claims pass on their way.

``full`` is all of it. ``sentence`` is the sentence that a claim was read in, and nothing around it. ``none``
is a claim's own words alone: its source, cue, content and the like, which are what the service is for. They
stay in any case, and so do places (spans) and titles. Full-text search looks at sources and contents of
claims only, so that no search finds out more than is shown.

A route that gives anything out of a document's text takes ``shown: Visible`` and passes what it found through
here. `tests/service/api/test_visibility.py` asks every route of the API for the words it must not say.
"""

from __future__ import annotations

import msgspec

from service.documents import StoredDocument
from service.responses.explanations import ExplainedClaim
from service.responses.linked_data import Annotation, AnnotationCollection, Selector, Target
from service.settings import Shown


def document(stored: StoredDocument, shown: Shown) -> StoredDocument:
    """A document as it is shown: without its text and that of its unread sentences, unless ``full``.

    An unread sentence keeps its place, its cue and the reason.
    """
    if shown is Shown.FULL:
        return stored
    unread = tuple(msgspec.structs.replace(sentence, text="") for sentence in stored.unread)
    return msgspec.structs.replace(stored, text=None, unread=unread)


def encoded(stored: StoredDocument, shown: Shown) -> bytes:
    """The same as JSON: what GET answers, and so what its tag is of."""
    return msgspec.json.encode(document(stored, shown))


def explained(claim: ExplainedClaim, shown: Shown) -> ExplainedClaim:
    """A claim in its place as it is shown: its sentence unless ``none``, what is around that if ``full``."""
    if shown is Shown.FULL:
        return claim
    sentence = claim.context.sentence if shown is Shown.SENTENCE else None
    context = msgspec.structs.replace(claim.context, before=None, sentence=sentence, after=None)
    return msgspec.structs.replace(claim, context=context)


def annotated(collection: AnnotationCollection, shown: Shown) -> AnnotationCollection:
    """Annotations as they are shown: what is around a quotation if ``full``, the quotation unless ``none``.

    Without quotations, only the text as the service keeps it is a target, by positions.
    """
    if shown is Shown.FULL:
        return collection
    items = [_annotation(annotation, shown) for annotation in collection.first.items]
    first = msgspec.structs.replace(collection.first, items=items)
    return msgspec.structs.replace(collection, first=first)


def _annotation(annotation: Annotation, shown: Shown) -> Annotation:
    targets = []
    for target in annotation.target:
        selectors = [_selector(selector) for selector in target.selector]
        if shown is Shown.NONE:
            selectors = [selector for selector in selectors if selector.exact is None]
        if selectors:
            targets.append(Target(target.source, selectors))
    return msgspec.structs.replace(annotation, target=targets)


def _selector(selector: Selector) -> Selector:
    return msgspec.structs.replace(selector, prefix=None, suffix=None)
