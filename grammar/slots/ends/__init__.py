"""Where what was said begins and ends, where a frame took too much or too little.

``extents`` takes the steps in their order and says which claims take which: ``excess`` cuts before the verb
of the clause around, by the patterns in ``clauses``; ``contrasts``, ``tails`` and ``events`` what turns from
the content or is the writer's, ``glosses`` what sums it up; ``remainders``, ``sequels`` and ``figures`` give
back what belongs to it behind its end, ``dates`` its time; all share ``stops``. ``turns`` comes last: the
source's own story, which goes on, with ``things``, which ends what is no clause.
"""
