"""Query strings as structs: every parameter declared once, checked, and described from the same place.

``values`` is what parameters may hold, ``paging`` what all lists take, ``decoding`` reads a query string; the
other modules have the queries by what is asked for.
"""
