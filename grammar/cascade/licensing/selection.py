"""What a cue asks of its source and object: "defend the plan" takes a stand, "defend the title" does not."""

from __future__ import annotations

from collections.abc import Collection

from grammar.lexicon import table

_ANY = "*"
NAMED = "<name>"  # stands among the words of a group that ends in a name
NAME_ALONE = "<alone>"  # such a group will do, with none of the other words near the verb


class Selection:
    """The selectional restrictions of selection.tsv."""

    def __init__(self) -> None:
        self._only: dict[tuple[str, str, str], frozenset[str]] = {}
        self._never: dict[tuple[str, str, str], frozenset[str]] = {}
        for lemmas, complements, slot, mode, words in table("selection.tsv"):
            rows = self._only if mode == "only" else self._never
            for lemma in lemmas.split():
                for complement in complements.split():
                    key = (lemma, complement, slot)
                    rows[key] = rows.get(key, frozenset()) | frozenset(words.split())

        self._rows = self._only.keys() | self._never.keys()
        self._lemmas = frozenset(lemma for lemma, *_ in self._rows)

    def restricts(self, lemma: str, complement: str, slot: str) -> bool:
        """Whether a cue of this lemma and complement asks anything of the slot's words; most ask nothing."""
        if lemma not in self._lemmas:
            return False
        return (lemma, complement, slot) in self._rows or (lemma, _ANY, slot) in self._rows

    def nouns(self, lemma: str, complement: str, slot: str) -> frozenset[str]:
        """The nouns of which one must stand in the slot of just this complement; none where any may."""
        return self._only.get((lemma, complement, slot), frozenset())

    def admits(
        self,
        lemma: str,
        complement: str,
        slot: str,
        words: Collection[str],
        proper: Collection[str] = frozenset(),
    ) -> bool:
        """Whether a cue of this lemma and complement reports with these words, in lower case, in the slot.

        Those in ``proper`` are parts of names, which speak for the slot and never against it.
        """
        for key in ((lemma, complement, slot), (lemma, _ANY, slot)):
            if key in self._only and self._only[key].isdisjoint(words):
                return False
            if key in self._never and any(word in self._never[key] for word in words if word not in proper):
                return False
        return True
