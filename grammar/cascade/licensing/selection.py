"""What a cue asks of its source and object: "defend the plan" takes a stand, "defend the title" does not."""

from __future__ import annotations

from collections.abc import Collection

from grammar.lexicon import table

_ANY = "*"
NAMED = "<name>"  # stands among the words of a group that ends in a name
NAME_ALONE = "<alone>"  # such a group will do, with none of the other words near the verb


_NONE = frozenset[str]()


class _Asked:
    """The words of which a slot must have one, if any, and those of which it may have none."""

    __slots__ = ("never", "only")

    def __init__(self) -> None:
        self.only = self.never = _NONE


class Selection:
    """The selectional restrictions of selection.tsv."""

    def __init__(self) -> None:
        self._rows: dict[str, dict[tuple[str, str], _Asked]] = {}  # by lemma: most have none
        for lemmas, complements, slot, mode, words in table("selection.tsv"):
            for lemma in lemmas.split():
                for complement in complements.split():
                    asked = self._rows.setdefault(lemma, {}).setdefault((complement, slot), _Asked())
                    if mode == "only":
                        asked.only |= frozenset(words.split())
                    else:
                        asked.never |= frozenset(words.split())

    def restricts(self, lemma: str, complement: str, slot: str) -> bool:
        """Whether a cue of this lemma and complement asks anything of the slot's words; most ask nothing."""
        rows = self._rows.get(lemma)
        return rows is not None and ((complement, slot) in rows or (_ANY, slot) in rows)

    def nouns(self, lemma: str, complement: str, slot: str) -> frozenset[str]:
        """The nouns of which one must stand in the slot of just this complement; none where any may."""
        rows = self._rows.get(lemma)
        asked = rows.get((complement, slot)) if rows is not None else None
        return asked.only if asked is not None else _NONE

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
        rows = self._rows.get(lemma)
        if rows is None:
            return True
        for taken in (complement, _ANY):
            asked = rows.get((taken, slot))
            if asked is None:
                continue
            if asked.only and asked.only.isdisjoint(words):
                return False
            if asked.never and any(word in asked.never for word in words if word not in proper):
                return False
        return True
