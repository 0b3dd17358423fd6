"""Who a source's words stand for: the named actors of an article and the mentions that go to them."""

from grammar.actors.cast import Actors, Cast

__all__ = ["Actors", "Cast"]
