"""Whom and what claims are linked with, each with its own table and questions.

``actors``, ``topics``, ``publishers`` and editors' ``marks`` are found and listed here; ``vocabulary`` keeps
the words of full-text search. Of an actor, ``naming`` and ``roles`` keep what he is called, ``namesakes``
tells who may be the same, ``decisions`` keep what editors said of who is who, and ``identities`` puts that on
what the engine read. ``links`` enters all of them for a claim, ``tallies`` counts, and
``breakdowns`` counts the claims under each topic by what else they have.
"""
