"""What a text is about, in IPTC Media Topics."""

from grammar.topics import taxonomy

__all__ = ["taxonomy"]
