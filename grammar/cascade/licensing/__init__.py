"""Which verbs and nouns are cues here: a cue needs a complement that its lemma takes.

``licence`` goes through the chunks that may be cues and marks those that are, ``licensed`` names the chunk
that each becomes. ``valency`` is the lexicon at work, whose rows ``entries`` checks: ``complements`` has what
may stand behind a cue, ``selection`` which words that asks for, ``predicatives`` the group that calls
something a name, and ``inversion`` who speaks behind the verb. ``chaining`` finds where the cue of a "to say"
begins, ``winning`` who stands behind a noun that reports, and ``viewpoints`` whose view a phrase gives.
"""
