"""The closed vocabularies of a claim: what a field may say, and what each word means."""

from __future__ import annotations

from enum import StrEnum


class Type(StrEnum):
    """What kind of attribution it is (Penn Discourse Treebank: Comm, PAtt, Ftv, Ctrl)."""

    ASSERTION = "assertion"
    BELIEF = "belief"
    KNOWLEDGE = "knowledge"
    EVENTUALITY = "eventuality"


class Act(StrEnum):
    """What the source does by speaking. Closed; docs/acts.md has examples.

    - `state`: says that it is so; the act where no other fits
    - `announce`: makes public what it has decided or found
    - `confirm`: says that what others said is so
    - `acknowledge`: grants what speaks against it or what it would rather not say; also what it does not deny
    - `deny`: says that it is not so
    - `decline`: says nothing on it: refuses, does not answer, leaves it open
    - `accuse`: says that somebody did wrong
    - `criticise`: finds fault with it, taking it for a fact
    - `praise`: finds it good, taking it for a fact
    - `support`: is for it
    - `oppose`: is against it, rejects it
    - `warn`: says that something bad is so or may come
    - `threaten`: says that it will do harm
    - `promise`: binds itself to do it
    - `intend`: plans, seeks, wants or hopes for it
    - `request`: wants somebody to do it: asks, urges, orders, calls for
    - `question`: asks whether or what it is
    - `suggest`: hints or proposes without saying outright
    - `estimate`: gives a number or a judgement that it knows to be rough
    - `predict`: says what will be
    - `agree`: says it too, or consents
    - `doubt`: holds it to be hardly so
    - `believe`: holds it true without claiming to know
    - `know`: knows, learns or remembers it
    """

    STATE = "state"
    ANNOUNCE = "announce"
    CONFIRM = "confirm"
    ACKNOWLEDGE = "acknowledge"
    DENY = "deny"
    DECLINE = "decline"
    ACCUSE = "accuse"
    CRITICISE = "criticise"
    PRAISE = "praise"
    SUPPORT = "support"
    OPPOSE = "oppose"
    WARN = "warn"
    THREATEN = "threaten"
    PROMISE = "promise"
    INTEND = "intend"
    REQUEST = "request"
    QUESTION = "question"
    SUGGEST = "suggest"
    ESTIMATE = "estimate"
    PREDICT = "predict"
    AGREE = "agree"
    DOUBT = "doubt"
    BELIEVE = "believe"
    KNOW = "know"


class Polarity(StrEnum):
    """Of the proposition, net of cue and content: "denied that X" is negative."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNSPECIFIED = "unspecified"


class Certainty(StrEnum):
    """How sure the source presents it to be (FactBank, Saurí and Pustejovsky 2009)."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNSPECIFIED = "unspecified"


class Quotation(StrEnum):
    """How much of the content stands in quotation marks: all, some or none of its words."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Anonymity(StrEnum):
    """Whether the source is named, left without a name, or a group spoken of as one."""

    NAMED = "named"
    UNNAMED = "unnamed"
    COLLECTIVE = "collective"


class AnonymousType(StrEnum):
    """What a source without a name is said to be. Closed; docs/actors.md defines each."""

    FAMILIAR = "familiar"
    OFFICIAL = "official"
    SPOKESPERSON = "spokesperson"
    AIDE = "aide"
    LAWMAKER = "lawmaker"
    DIPLOMAT = "diplomat"
    MILITARY = "military"
    LAW_ENFORCEMENT = "law_enforcement"
    LAWYER = "lawyer"
    EXECUTIVE = "executive"
    EMPLOYEE = "employee"
    ANALYST = "analyst"
    JOURNALIST = "journalist"
    HEALTH = "health"
    WITNESS = "witness"
    RESIDENT = "resident"
    RELATIVE = "relative"
    PARTISAN = "partisan"
    OTHER = "other"


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    COUNTRY = "country"
    MEDIUM = "medium"
    DOCUMENT = "document"
    GROUP = "group"
    UNKNOWN = "unknown"


class MarkerKind(StrEnum):
    """What a marker does to the proposition."""

    HEDGE = "hedge"
    NEGATION = "negation"
    BOOSTER = "booster"
    EVIDENTIAL = "evidential"


class MarkerPlace(StrEnum):
    """Where a marker stands."""

    CUE = "cue"
    CONTENT = "content"


class MarkKind(StrEnum):
    """What an editor does to a claim."""

    CONFIRM = "confirm"
    REJECT = "reject"
    ANNOTATE = "annotate"
    REASSIGN = "reassign"
