"""What changes the store: documents come and go, are read anew, and are corrected.

``collection`` is the documents of a store. ``filing`` stores many ``documents`` in one commit; a new text of
a known one is one of its ``revisions``, which ``history`` tells. ``readings`` asks for what another engine
has read, and ``renewal`` puts the new reading in place of the old, by their ``comparison``. ``editing`` takes
editors' marks and decisions, and ``corrections`` puts them on claims.
"""
