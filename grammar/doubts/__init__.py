"""What fits a frame and is no claim, by its form or by its sense.

``verdict`` asks all doubts about an attribution, in turn. Who speaks: ``first_person`` (the writer's own
words), ``subjects`` (nobody), ``agency`` (who could not have said it). What the cue tells: ``predication``
(no verb of the source's), ``voice`` (another's doing), ``verbals`` (no event). What stands behind it:
``objects`` and ``titles``. How it stands in the sentence: ``openings`` (only in front of who speaks),
``clauses`` (a part of another clause). What is none by its sense: ``senses``, ``inference``, and
``suppositions``, which asks ``conditions`` and ``embedding``. ``labels`` judges who stands before a colon,
before anything is attributed; ``vocabulary`` is shared.
"""
