"""What is known of names before any text is read.

``names`` has the one normal form of a word by which all lists are asked, ``vocabulary`` the words that are
no names, ``agencies`` the bodies of states by country and kind, ``romanization`` the syllables of East Asian
names. ``roles`` tells what a single word may be in a text; ``gazetteer`` loads all of it, once.
"""
