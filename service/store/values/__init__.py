"""What stored things are made of: moments, names, JSON, pages.

``dates`` has moments as the store orders them, ``names`` the folded form by which they are found, and
``aliases`` those that everybody knows; ``full_text`` makes a query of any text. ``decoders`` gives back
structs, ``paging`` the tokens that lead from page to page, ``hints`` what a list says of names that
mean nothing, and ``spelling`` what may have been meant by them.
"""
