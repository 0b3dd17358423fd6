"""What a text is about, in IPTC Media Topics.

``terms`` finds the words of the lists in a text, in one pass; ``ranking`` weighs them for the document and
for each claim; ``places`` tells where each topic stands in ``taxonomy``, the tree of topics.
"""

from grammar.topics import taxonomy
from grammar.topics.ranking import Evidence, Topics
from grammar.topics.terms import Hits

__all__ = ["Evidence", "Hits", "Topics", "taxonomy"]
