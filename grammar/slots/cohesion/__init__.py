"""What ties an attribution to others and to what stands outside its frame.

Before it is filled, ``understood`` finds the subject that a cue lacks, with ``agents`` for participles, and
``introductions`` who speaks in a quotation without a cue. Then ``coordination`` tells whether "and" goes on
with a content, and ``displacement`` fetches contents: from around the frame (``asides``), from a quotation
that goes on (``continuation``), from another claim. ``nesting`` keeps in whose content each claim stands,
``floor`` who goes on where no cue tells, and ``paragraphs`` tells which are all somebody's words.
"""
