"""The cascade: words, classes, quotations, chunks, licensed cues, frames. One direction, no way back.

``passes`` runs them in their order, ``analysis`` is what they give to all later stages. ``words`` makes a
letter of each word, ``chunks`` groups these, ``licensing`` tells which verbs are cues, and ``frames`` reads
patterns of chunks, of which ``families`` names those that are treated alike. ``alphabet`` has the letters of
words and of chunks; ``patterns`` runs what the rule files say in names.
"""
