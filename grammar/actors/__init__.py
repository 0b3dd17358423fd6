"""Who a source's words stand for: the named actors of an article and the mentions that go to them.

``cast`` asks ``coreference`` who is meant, that ``recognition`` who there is, and that ``lists`` what is
known. ``anonymous`` tells what somebody without a name is, ``anonymity`` why there is none.
"""

from grammar.actors.cast import Actors, Cast

__all__ = ["Actors", "Cast"]
