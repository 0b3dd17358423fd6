"""A text before any grammar: its language, its words, and which of its lines are prose.

``languages`` tells whether it is English, ``tokens`` cuts it, once, and ``forms`` keeps what all tables tell
of a word. ``layout`` then tells prose from the rest of a page, by its ``lines`` and the tables of
``furniture``. For all stages, ``ranges`` says what a stretch is, and ``ordered`` finds numbers among others.
"""
