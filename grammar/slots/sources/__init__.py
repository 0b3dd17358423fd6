"""Who says so: where a source begins and ends, and which of its words name it.

While a frame is filled, among the chunks: ``speakers`` cuts off what stands behind, ``foregoing`` what
another clause left in front; it asks ``relatives`` whom "who" tells of, and ``links`` where a preposition,
"as" or "and" begins anew. ``subjects`` gives the whole source where a part was taken; ``nouns`` finds whose
a reporting noun is. Once all attributions stand, among the words: ``mentions`` parts the name from what
describes it, by ``enumerations`` (sources that are several), ``names`` (where a name begins in a group) and
``descriptions`` (what stands behind it).
"""
