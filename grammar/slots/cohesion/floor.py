"""Who has the floor (Sacks, Schegloff and Jefferson 1974): whose words go on where no cue tells it."""

from __future__ import annotations

from collections.abc import Iterable

from grammar.cascade.analysis import Analysis
from grammar.slots.attribution import Attribution
from grammar.slots.cohesion import continuation
from grammar.slots.cohesion.nesting import Nesting
from grammar.text.ranges import Range


class Floor:
    """Who has the floor in one text, from paragraph to paragraph."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._speaker: Attribution | None = None
        self._heard = -1  # the paragraph in which the speaker's words last stood
        self._turns: dict[int, int] = {}  # by a paragraph that is all one's words, the frame of who it is
        self._unclosed = continuation.Unclosed()

    def enter(self, number: int) -> None:
        """Go on to a paragraph: who was last heard before the one in front of it has the floor no more."""
        if self._heard < number - 1:
            self._speaker = None

    def holder(self, number: int, *, opens: bool) -> Attribution | None:
        """Who goes on in a quotation without a cue: heard in its paragraph, or before if it ``opens`` one."""
        return self._speaker if opens or self._heard == number else None

    def take(self, speaker: Attribution, number: int) -> None:
        """Give the floor to who is heard in this paragraph."""
        self._speaker, self._heard = speaker, number

    def turn(self, numbers: Iterable[int], frame: int) -> None:
        """Let these paragraphs be all the words of the claim that a frame makes."""
        self._turns |= dict.fromkeys(numbers, frame)

    def around(self, number: int, parent: int) -> int:
        """The frame in whose content a paragraph's frames stand, if none of its own (``parent``) is."""
        return self._turns.get(number, parent) if parent < 0 else parent

    def leave(self, number: int, content: list[Range]) -> None:
        """Keep a quotation that nobody has said so far: its end may tell who."""
        self._unclosed.add(self._analysis, number, content)

    def settle(self, found: Attribution, number: int, nesting: Nesting) -> None:
        """Close what a new claim closes, and give it the floor if a quotation that follows is likely its."""
        self._unclosed.join(self._analysis, found)
        before = self._speaker  # of a quotation that only now ends, with who is named behind it
        piece = continuation.taken_back(self._analysis, found, before)
        if before is not None and piece is not None:
            nesting.hand_over(before, piece, found)
        if continuation.is_speaker(found, before):
            self.take(found, number)
