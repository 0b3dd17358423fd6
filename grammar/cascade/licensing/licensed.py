"""Which chunk a cue becomes as its complement licenses it: said that, told them, praised the plan."""

from __future__ import annotations

from grammar.cascade.alphabet import CHUNKS
from grammar.cascade.licensing.complements import Sense
from grammar.claim import Act

_FINITE = {
    "that": "SayThat", "that-clause": "SayThat", "to-that": "SayThat", "wh": "SayThat", "wh-to": "SayThat",
    "to-quote": "SayThat",
    "bare": "SayThat", "plain": "SayThat", "subjunctive": "SayThat", "set-bare": "SayThat",
    "any": "SayThat", "gap": "SayThat", "clear": "SayThat", "out-that": "SayThat",
    "out-bare": "SayThat", "out-quote": "SayQuote", "out-none": "Post", "put-it": "Post", "as-it": "Post",
    "quote": "SayQuote", "whom": "Tell", "whom-quote": "Tell", "whom-clause": "Tell",
    "none": "Post", "alone": "Post", "gap-object": "Post",
    "reduced": "SaidTo", "reduced-apart": "SaidTo",
    "inverted": "Inverted", "inverted-plain": "Inverted", "whom-to": "Judge", "whom-about": "Tell",
    "whom-of": "Tell",
}  # fmt: skip
_GERUND = dict.fromkeys(
    ("that", "that-clause", "to-that", "wh", "wh-to", "bare", "plain", "quote", "out-that", "out-bare",
     "out-quote", "any", "clear"), "SayingThat",
) | {"whom": "Telling", "whom-clause": "Telling"}  # fmt: skip
_PASSIVE = {
    "that": "SaidThat",
    "wh": "SaidThat",
    "wh-to": "SaidThat",
    "bare": "SaidThat",
    "it-bare": "SaidThat",
    "it-that": "SaidThat",
    "it-none": "Post",
    "heard-none": "Post",
    "quote": "SaidThat",
    "by": "SaidBy",
    "by-as": "SaidBy",
    "by-to": "SaidThat",
}
_TO = frozenset(("to", "to-doing"))
_SAYING, _TO_SAY, _SAID, _AWARE, _REPORT = (
    CHUNKS[name] for name in ("Saying", "ToSay", "Said", "Aware", "Report")
)


def chunk_of(code: str, complement: str, sense: Sense) -> str:
    """The name of the chunk that a cue of this letter becomes with its complement and sense."""
    if code == _SAYING:
        return _GERUND.get(complement, "SayingTo")
    if code == _SAID:
        asked = complement == "infinitive" and sense.complements & {"whom", "whom-to"}
        # would not be drawn on it, is opposed to it: its subject is who does not speak, or is against it
        if sense.act is Act.DECLINE or (complement in _TO and sense.act is Act.OPPOSE):
            return "Believes"
        return "SaidThat" if asked else _PASSIVE.get(complement, "SaidTo")
    if code == _TO_SAY:
        return "SayingThat" if complement == "quote" else "ToSay"
    if code == _AWARE:
        return "Believes"
    if code == _REPORT:
        return "Report"
    return _FINITE.get(complement, "Judge")
