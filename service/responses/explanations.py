"""A claim with what it stands on: its document, its place in the text, and the rule that read it."""

from __future__ import annotations

from functools import cache
from typing import Annotated

import msgspec
from msgspec import Meta

from grammar import catalogue
from grammar.claim import Certainty, Claim, EngineVersion, Span, Type
from service.documents import DocumentHead, StoredDocument
from service.responses.passages import passage

AROUND = 300


class Context(msgspec.Struct, frozen=True):
    """The sentence that a claim was read in, and what stands around it; null for who is not shown it."""

    before: Annotated[str | None, Meta(description=f"whole words before it, at most {AROUND} characters")]
    sentence: str | None
    after: Annotated[str | None, Meta(description=f"whole words after it, at most {AROUND} characters")]
    spans: Annotated[tuple[Span, ...], Meta(description="where the sentence stands")]


class RuleExplained(msgspec.Struct, frozen=True):
    """The rule that read a claim, with a sentence that it is made for, and the engine that used it."""

    rule: str
    family: str | None
    example: str | None
    engine: EngineVersion
    because: Annotated[
        str,
        Meta(
            description="why the polarity and the certainty are what they are: by which words, or by the act",
            examples=['negative, certain: "denied" is a negation on the cue'],
        ),
    ]


class ExplainedClaim(Claim, frozen=True, kw_only=True):
    """A claim, whole, with its document, its place in the text and the rule that read it."""

    document: DocumentHead
    context: Context
    explanation: RuleExplained


def explained(claim: Claim, document: StoredDocument) -> ExplainedClaim:
    """Put a claim back into its document."""
    text = document.text or ""
    found = passage(text, claim, AROUND)
    before, sentence, after = (text[slice(*span)] for span in found)
    rule = _rules().get(claim.rule)
    return ExplainedClaim(
        **{name: getattr(claim, name) for name in Claim.__struct_fields__},
        document=DocumentHead.of(document),
        context=Context(before, sentence, after, (found.sentence,)),
        explanation=RuleExplained(
            claim.rule, rule and rule.family, rule and rule.example, document.engine, because(claim)
        ),
    )


def because(claim: Claim) -> str:
    """Why a claim has its polarity and its certainty (docs/acts.md has the whole of it)."""
    marked = "; ".join(f'"{marker.text}" is a {marker.kind} on the {marker.on}' for marker in claim.markers)
    if claim.type is Type.EVENTUALITY and claim.certainty is Certainty.UNSPECIFIED:
        unsure = "an eventuality is not said to be so"
        marked = f"{marked}; {unsure}" if marked else unsure
    why = marked or f"no word marks it, and so it is as the cue's act, `{claim.act}`, has it"
    return f"{claim.polarity}, {claim.certainty}: {why}"


@cache
def _rules() -> dict[str, catalogue.Rule]:
    return {rule.name: rule for rule in catalogue.rules()}
