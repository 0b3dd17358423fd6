"""Why a source has no name, where the text says so: "because she was not authorized to speak publicly"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from grammar.claim import Anonymity, Claim, Slot
from grammar.text.tokens import Tokens

# Plain words are looked for first, which takes next to no time: most texts have none of them.
_HINTS: dict[bytes, tuple[bytes, ...]] = {
    b"anonym": (b"",),
    b"on background": (b"",),
    b"to be ": (b"named", b"identified", b"quoted"),
    b"ed to ": (
        b"speak", b"comment", b"discuss", b"talk", b"brief", b"disclose", b"release", b"give", b"share",
    ),
}  # fmt: skip
"""Words, and what may stand behind them."""
_CONDITION = re.compile(
    r"""(?: (?:on|under)\ (?:the\ )?(?:strict\ )?condition\ of\ anonymity
    | (?:request(?:ed|ing) | (?:ask|insist)(?:ed|ing)\ (?:for|on) | grant(?:ed|ing))\ anonymity
    | anonymously
    | (?:speaking|spoke)\ on\ background
    | (?: (?:ask|request|prefer)(?:ed|red|ing|ring)? | declin(?:ed|ing) | refus(?:ed|ing)
        | (?:did|does|do)(?:\ not|n[’']t)\ (?:want|wish) | (?:want|wish)(?:ed|ing)? )
      \ (?:not\ )?to\ be\ (?:named|identified|quoted)(?:\ by\ name|\ publicly)?)""",
    re.IGNORECASE | re.VERBOSE,
)
_REASON = re.compile(
    r"""[,;]?\ ?\b(
    (?: because|since|as|for\ fear|out\ of|due\ to|owing\ to|given|citing|so\ as|in\ order|so\ that
      | to\ (?:avoid|protect|speak|discuss|describe|talk|share|be) )
    \b [^.;!?\n“”"]{5,240})""",
    re.IGNORECASE | re.VERBOSE,
)
_BARRED = re.compile(
    r"""\b(
    (?:was|were|is|are|had|has|have)(?:\ not|n[’']t)\ (?:been\ )?
    (?:authori[sz]ed|permitted|allowed|cleared)\ to
    \ (?:speak|discuss|comment|talk|be\ (?:named|identified|quoted)|disclose|release|give|brief|share)\b
    [^,.;!?\n“”"]{0,160})""",
    re.IGNORECASE | re.VERBOSE,
)
_CLAUSE = re.compile(r"because(?! of)|since|as\b", re.IGNORECASE)
_END = re.compile(r"[.!?](?=[\s”\"’)])|\n")
# Where the sentence's own clause goes on behind the reason.
_SAID = r"(?:said|told|added|says|tells|wrote|confirmed|described|acknowledged)\b"
_CLOSES = re.compile(rf",(?: [\w’'-]+){{0,6}} {_SAID}")
_CLOSES_SHORT = re.compile(rf",?(?: |$)(?={_SAID})|{_CLOSES.pattern}")
_NEAR = 320


def with_reasons(tokens: Tokens, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims with the reason for anonymity at the sources that have one, linear in the text.

    A reason goes to the nearest source without a name before it, in its sentence or the one before, else to
    the first behind it in its sentence, and with it to every claim of the same actor.
    """
    if not any(map(_nameless, claims)):
        return claims
    text = tokens.text
    # Hints are plain letters: a byte for each character is all that they are sought in, in small letters.
    hints = [at for at in _hints(text.encode("ascii", "replace").lower()) if _told_near(text, at)]
    if not hints:
        return claims
    ends = [match.end() for match in _END.finditer(text)]
    nameless = sorted(filter(_nameless, claims), key=_place)
    places = [_place(claim) for claim in nameless]
    reasons: dict[str, Slot] = {}
    for at in sorted({bisect_right(ends, hint) for hint in hints}):
        first = ends[at - 1] if at else 0
        last = ends[at] if at < len(ends) else len(text)
        reason = _reason(text, first, last)
        before = ends[at - 2] if at > 1 else 0
        holder = _holder(nameless, places, before, last, reason[0]) if reason else None
        if reason is not None and holder is not None:
            told = holder.content.spans[0][0]  # because she feared for her job | that the ward was full
            if reason[0] < told < reason[1] and text.startswith("that ", told):
                reason = _trimmed(text, reason[0], told, _CLOSES_SHORT)
            slot = Slot(text[slice(*reason)], (reason,))
            for key in _keys(holder):
                reasons.setdefault(key, slot)
    if not reasons:
        return claims
    return tuple(_told(claim, reasons) for claim in claims)


def _hints(text: bytes) -> Iterator[int]:
    for hint, behind in _HINTS.items():
        at = text.find(hint)
        while at >= 0:
            end = at + len(hint)
            if text.startswith(behind, end):
                yield at
            at = text.find(hint, end)


def _told_near(text: str, at: int) -> bool:
    """Tell whether a condition or what bars from speaking stands around a hint."""
    window = text[max(0, at - 60) : at + 60]
    return _CONDITION.search(window) is not None or _BARRED.search(window) is not None


def _reason(text: str, first: int, last: int) -> tuple[int, int] | None:
    """The span of the reason in a sentence; None where it gives none."""
    condition = _CONDITION.search(text, first, last)
    if condition is not None:
        given = _REASON.match(text, condition.end(), last)
        if given is not None:
            clause = _CLAUSE.match(given[1]) is not None
            return _trimmed(text, *given.span(1), _CLOSES if clause else _CLOSES_SHORT)
    barred = _BARRED.search(text, first, last)
    return _trimmed(text, *barred.span(1), _CLOSES_SHORT) if barred is not None else None


def _trimmed(text: str, first: int, last: int, closes: re.Pattern[str]) -> tuple[int, int]:
    """Without the main clause that goes on behind it: ", said that"."""
    closing = closes.search(text, first, last)
    last = closing.start() if closing is not None else last
    while last > first and not text[last - 1].isalnum():
        last -= 1
    return first, last


def _holder(
    nameless: Sequence[Claim], places: Sequence[int], before: int, last: int, reason: int
) -> Claim | None:
    """The source of a reason in a sentence that ends at ``last``; the one before it begins at ``before``."""
    index = bisect_left(places, reason)
    if index and places[index - 1] >= max(before, reason - _NEAR):
        return nameless[index - 1]
    return nameless[index] if index < len(places) and places[index] < last else None


def _nameless(claim: Claim) -> bool:
    if claim.source is None or claim.source.anonymity is Anonymity.NAMED:
        return False
    return claim.source.anonymous_type is not None or any(
        actor.resolved_by == "pronoun" for actor in claim.actors
    )


def _place(claim: Claim) -> int:
    return claim.source.spans[0][0] if claim.source else -1


def _keys(claim: Claim) -> list[str]:
    return [actor.id for actor in claim.actors] or [claim.id]


def _told(claim: Claim, reasons: dict[str, Slot]) -> Claim:
    if claim.source is None or claim.source.anonymity is Anonymity.NAMED:
        return claim
    slot = next((reasons[key] for key in _keys(claim) if key in reasons), None)
    return claim if slot is None else replace(claim, source=replace(claim.source, anonymity_reason=slot))
