"""Questions about claims: found by any filter, in the order of pages, counted, or as one actor's profile.

``filters`` is what may be asked, ``listing`` what of documents. ``matching`` makes a plan of it (``plans``;
for words ``searching``, for ids ``identifiers``, for ranges of days ``saying``), and ``walks`` lists claims
by it, by the indexes in ``questions`` or by full-text search in the order of ``ordinals``. ``unknown`` tells
of names that mean nothing stored. ``claims``, ``related``, ``facets`` and ``profiles`` answer, for
``answers``, which is what a store has of them; ``counts`` are those that triggers keep.
"""
