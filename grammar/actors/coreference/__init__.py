"""To whom a source's words go back that are not just a name: pronouns, role nouns, several at once.

``coordination`` parts a source into those that it names. For each, ``naming`` finds the name within or
before it, ``descriptions`` whom a role noun means, and ``speech`` whom a pronoun, by who has spoken so far
and by the sentences' ``subjects``. ``affiliations`` adds to whom somebody belongs.
"""
