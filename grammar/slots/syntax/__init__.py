"""How a sentence is put together, whoever speaks in it; all the other packages ask this one.

``bounds`` knows which chunks bound a clause or a source, ``counts`` the numbers in front of a group,
``agreement`` which subject a verb agrees with. Then who stands where a construction leaves a place empty:
``antecedents`` for the gap of a relative clause, ``passives`` for the agent, ``documents`` for a participle
behind a letter or report. ``negation`` and ``mood`` tell by the form what is not said, and what is asked,
ordered or wished.
"""
