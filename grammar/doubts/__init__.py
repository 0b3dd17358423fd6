"""What fits a frame and is no claim, by its form or by its sense.

``verdict`` asks all doubts about an attribution, in turn. Who could not have said it: ``agency`` (things,
anybody), ``first_person`` (the writer). What is no report by its construction: ``constructions``, ``forms``,
``openings`` (what only stands in front) and ``predication`` (what only looks like the source's verb). What
is none by its sense: ``senses``, ``inference``, and ``suppositions``, which asks ``conditions`` and
``embedding``. ``labels`` judges who stands before a colon, before anything is attributed; ``vocabulary`` is
shared.
"""
