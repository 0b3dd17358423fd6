"""When, where and before whom something was said: what stands beside the slots and is part of none.

``occasions`` tells of one preposition and its group whether it names a time or a place. ``circumstances``
takes such groups between and behind the slots, ``settings`` those within a source and in front of it.
``seasons`` leaves a month to what was said; ``subordinates`` finds the clause that opens a sentence.
"""
