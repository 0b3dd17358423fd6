"""What a text is about, in IPTC Media Topics."""

from grammar.topics import taxonomy
from grammar.topics.ranking import Evidence, Hits, Topics

__all__ = ["Evidence", "Hits", "Topics", "taxonomy"]
