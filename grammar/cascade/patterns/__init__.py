"""How patterns over letters are written and run: fast, and in time linear in the text.

``rules`` reads the rule files and puts letters for names. ``beginnings`` and ``openings`` tell by a pattern
alone with which letter, or which two, a match may begin, so that it is tried nowhere else; ``places`` tells
where letters stand. ``scanners`` picks by these the terminals to try, and ``driver`` walks Lark's tables
with them.
"""
