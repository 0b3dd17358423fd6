"""Claims within claims: in whose content a frame stands, and what moves where a content is found late."""

from __future__ import annotations

from grammar.cascade.alphabet import CHUNKS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.cascade.families import JUDGING, RELATIVE
from grammar.cascade.frames import Frame
from grammar.cascade.licensing.licence import UNLICENSED
from grammar.claim import Act, Type
from grammar.slots.attribution import Attribution
from grammar.slots.syntax.bounds import CONNECTIVES, NOMINAL, PREPOSITIONS
from grammar.slots.syntax.mood import Moods
from grammar.text.ranges import Range

_NOMINAL = "claim_that"
_NAME, _POSSESSIVE = TOKEN_CLASSES["Name"], TOKEN_CLASSES["Poss"]
_OBJECT = NOMINAL | PREPOSITIONS | {CHUNKS["Of"], CHUNKS["And"]}


class Nesting:
    """The claims made of a text so far, by their frames, each within another or in none."""

    def __init__(self) -> None:
        self.made: dict[int, Attribution] = {}
        self._raised: dict[int, int] = {}  # what was no claim after all: its frames stand where it stands

    def lift(self, at: int, parent: int) -> None:
        """Note that a frame is no claim: what stands in it stands where it does, in ``parent``."""
        self._raised[at] = parent

    def lifted(self, outer: int) -> int:
        """The frame that stands for this one: itself, but for one that is no claim."""
        return self._raised.get(outer, outer)

    def around(self, analysis: Analysis, frame: Frame, parent: int) -> int | None:
        """The frame whose content still holds this one, -1 for none; None where ``parent`` is no claim."""
        if parent >= 0 and parent not in self.made:
            return None
        slot, first, last = frame.slots[0]
        behind = slot in ("source", "subject")  # (it was) safe and | the clerk
        begin = analysis.begins[last - 1 if behind else first]
        while parent >= 0 and (
            self.made[parent].ends_before(begin)
            or _tells_of_object(analysis, frame, parent)
            or _tells_what_went_on(analysis, frame, parent)
            or _says_the_same(analysis, frame, self.made[parent])
        ):
            parent = self.lifted(analysis.frames[parent][2])  # he saw that it was late | but he said so
            if parent not in self.made:
                parent = -1
        return parent

    def enter(self, found: Attribution, parent: int) -> None:
        """Put a claim under the one in whose content it stands, and keep it within what is said there."""
        found.parent = self.made.get(parent)
        if found.parent:  # (while he said) he wanted to, he left: what is not said is none of its wishes
            said = max(end for _, end in found.parent.content)
            found.content = [(at, min(end, said)) for at, end in found.content if at < said] or found.content
            begin = found.parent.content[0][0]  # told the BBC | Lee hoped to go
            found.source = [(max(at, begin) if end > begin else at, end) for at, end in found.source]

    def adopt(self, found: Attribution, parent: int) -> None:
        """Put the claims that stand in what was found to be a content under its claim."""
        start = found.content[0][0]
        for other in reversed(self.made.values()):
            if other.parent is self.made.get(parent):
                if other.cue[0][0] < start:
                    break
                other.parent = found

    def hand_over(self, before: Attribution, piece: Range, found: Attribution) -> None:
        """Give the last piece of a claim's content to another, with the claims within."""
        before.content, found.content = before.content[:-1], [piece, *found.content]
        for other in reversed(self.made.values()):
            if other.parent is before and other.cue[0][0] >= piece[0]:
                other.parent = found


def _tells_of_object(analysis: Analysis, frame: Frame, parent: int) -> bool:
    """Lee praised Ann Holm | who said it was late: the writer tells it; not: those who say it is late."""
    outer = analysis.frames[parent][1]
    if frame.rule not in RELATIVE or outer.rule not in JUDGING:
        return False
    who, (_, first, _) = frame.slots[0][2] - 1, outer.slots[-1]
    named = analysis.letters(who - 1)[-1:] == _NAME
    return named and who > first and _OBJECT.issuperset(analysis.codes[first:who])


def _tells_what_went_on(analysis: Analysis, frame: Frame, parent: int) -> bool:
    """Made no comment on the sale despite | rumours that it was off, backed her amid | claims of fraud."""
    outer = analysis.frames[parent][1].rule
    if frame.rule != _NOMINAL or (outer not in JUDGING and outer != _NOMINAL):
        return False
    return analysis.tokens.lower[analysis.begins[frame.slots[0][1]] - 1] in CONNECTIVES["amid"]


def _says_the_same(analysis: Analysis, frame: Frame, outer: Attribution) -> bool:
    """Repeated | her call for a pause: one report in two words; not: denied | her claim that it was late."""
    if frame.rule != _NOMINAL or outer.rule not in JUDGING or outer.licence.sense.act is not Act.STATE:
        return False
    first = frame.slots[0][1]
    return analysis.begins[first] == outer.content[0][0] and analysis.letters(first)[:1] == _POSSESSIVE


def lend_mood(moods: Moods, analysis: Analysis, outer: Attribution, inner: Attribution) -> None:
    """Tell that "we hope", he said, is a hope, since its own words say so."""
    if outer.mood or outer.licence is UNLICENSED or not (inner.source and inner.cue):
        return
    denied = outer.licence.sense.act is Act.DENY  # denied that it was planning to leave
    if outer.licence.sense.type is Type.ASSERTION and not denied:
        outer.mood = moods.of_own_words(
            analysis.tokens.words, outer.content, inner.licence, inner.source[0], inner.cue[0]
        )
