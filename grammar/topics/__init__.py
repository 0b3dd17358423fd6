"""What a text is about, in IPTC Media Topics."""

from grammar.topics import taxonomy
from grammar.topics.ranking import Evidence, Topics
from grammar.topics.terms import Hits

__all__ = ["Evidence", "Hits", "Topics", "taxonomy"]
