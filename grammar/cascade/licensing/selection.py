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
        # by lemma, slot and complement: most lemmas have none
        self._rows: dict[str, dict[str, dict[str, _Asked]]] = {}
        for lemmas, complements, slot, mode, words in table("selection.tsv"):
            for lemma in lemmas.split():
                for complement in complements.split():
                    rows = self._rows.setdefault(lemma, {}).setdefault(slot, {})
                    asked = rows.setdefault(complement, _Asked())
                    if mode == "only":
                        asked.only |= frozenset(words.split())
                    else:
                        asked.never |= frozenset(words.split())

    def _of(self, lemma: str, slot: str) -> dict[str, _Asked] | None:
        """What a lemma asks of a slot's words, by complement."""
        slots = self._rows.get(lemma)
        return slots.get(slot) if slots is not None else None

    def restricts(self, lemma: str, complement: str, slot: str) -> bool:
        """Whether a cue of this lemma and complement asks anything of the slot's words; most ask nothing."""
        rows = self._of(lemma, slot)
        return rows is not None and (complement in rows or _ANY in rows)

    def nouns(self, lemma: str, complement: str, slot: str) -> frozenset[str]:
        """The nouns of which one must stand in the slot of just this complement; none where any may."""
        rows = self._of(lemma, slot)
        asked = rows.get(complement) if rows is not None else None
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
        rows = self._of(lemma, slot)
        if rows is None:
            return True
        for taken in (complement, _ANY):
            asked = rows.get(taken)
            if asked is None:
                continue
            if asked.only and asked.only.isdisjoint(words):
                return False
            if asked.never and any(word in asked.never for word in words if word not in proper):
                return False
        return True
