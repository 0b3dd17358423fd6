"""What clauses look like in chunks, as the ends of contents are sought by."""

from __future__ import annotations

import re

from grammar.cascade.alphabet import CHUNK_NAMES, CHUNKS, expand

WORDING = "<Group|Objective|Of|To|In|For|With|About|Against|Prep|By|Adverb|When|Where|ToDo|ToSay|Done|Doing>"
SAID = f"<Group|Pronoun>(?:<Of|To|In|For|With|About|Against|Prep><Group>)*<Verb>{WORDING}"
# (people who say) they want a ban | have left
SAID_OR_MEANT = SAID.replace("<Verb>", "<Verb|Judge>")
GAPLESS = "(?<!<Question|Relative|That>)"
# (that) the fund will help growers | buy seed
_HELPED = "(?<=<Verb><Group|Objective>)<Bare>"
# (that) it was unlikely | the port would close: a clause without a mark, whose verb ends nothing
_UNMARKED = "(?!<Pronoun><Verb><Adjective|Group><Group>(?:<And|Of|In|For><Group>){0,2}<Verb>)"
THAT_CLAUSE = re.compile(
    expand(
        f"<That>{_UNMARKED}{SAID}(?:{WORDING}|{_HELPED})*{GAPLESS}"
        "(?=<Verb|Said|SayThat|Judge|SayQuote>|<Done><Group|Objective>)",
        CHUNKS,
    )
)
# complaints that boats on the lake | and the river are too loud
VERBLESS = re.compile(expand("<That><Group>(?:<Of|In|For|Prep|About><Group>)?", CHUNK_NAMES))
COMPOUND = re.compile(
    expand("<That><Group>(?:<Of|In|For|Prep|About><Group>)?<And><Group|Pronoun><Verb>", CHUNK_NAMES)
)
# (laws that demand) all get access | will change
CLAUSE = re.compile(
    expand(
        # (who said) he was ill when he left | was fired
        f"<That>?{SAID_OR_MEANT}*(?:(?:<And>|<But|Question|As|Prep><Group|Pronoun><Verb|Done>){WORDING}+)?{GAPLESS}(?=<Verb|Said>|(?<!<Verb>)<QuoteOpen>)",
        CHUNK_NAMES,
    )
)
# his promise to rebuild the school | came too late; (those who opposed) the canal | were paid
PHRASE = "<Group|Objective>(?:<Of|For|In|With|To|Against|About><Group>){0,4}"
_FREED = "<Verb>(?=<Against|In|By|Prep|With><Group>(?:<Of|In><Group>)?<Verb|Said|SaidTo|SaidBy>)"
_INFINITE = (
    "<Group|Objective|Of|To|In|For|With|About|Against|Prep|By|Adverb|When|Where|ToDo|ToSay|Doing|Done>"
    # while | on a trip; people | who live there; and | mend the roof; two sailors | held at the fort
    f"|<Contrast>(?=<About|In|Prep>)|<Relative|That><Verb|Judge|Done>|<And>(?=<Bare>)|(?<=<And|Prep>)<Bare>|(?<=<Group>){_FREED}"
)
TO_CLAUSE = re.compile(
    expand(
        f"<ToDo|ToSay>(?:{_INFINITE}){{0,16}}?(?<=<Group|Objective|When|Where|Adverb|ToDo>)"
        f"(?=<Verb|Said|SaidTo|SaidBy>)(?!{_FREED})",
        CHUNK_NAMES,
    )
)
# (her decision) to sell the farm | angered the heirs: the sentence has no verb but that
ANGERED = re.compile(
    expand(
        "<ToDo>(?:<Group|Objective|Of|To|In|For|With|About|Against|Prep|By|When|Where|Adverb>){1,8}?"
        "(?<=<Group|Objective|When|Where>)(?=<Done><Group|Objective|Pronoun>"
        "<!Verb|Said|SaidTo|SaidBy|SaidThat|SayThat|SayQuote|Tell|Judge|Post|Believes|Stop|Break>{0,30}+<Stop|Break>)",
        CHUNK_NAMES,
    )
)
OBJECT = re.compile(expand(f"(?:<ToDo>)?{PHRASE}(?=<Verb|Said|SaidTo|SayThat|Judge>)", CHUNKS))
_OUTER = (
    "<Comma>?<And|But><Question|But>|<Comma>?<But><That><Verb>|<Comma><That><Verb>(?=<Group>)"
    "|<Comma>?<And|But>(?=<Group>(?:<Of><Group>)?<SayThat|SayQuote|Tell>)"
    "|(?<=<Verb>)<Comma><Pronoun><Verb>"
    "|(?<=<Verb><!Question|But|As|Relative>)<Comma><Pronoun><Verb>"
    "|(?<=<Verb><!Question|But|As|Relative><!Question|But|As|Relative>)<Comma><Pronoun><Verb>"
)
# but behind a dash the thought goes on: (he said) the papers suggest it is late - and that it was sold
OUTER = re.compile(expand(f"(?<!<Dash>)<And><That>|{_OUTER}", CHUNKS))
# a second "that" within a quotation tells of the thought: "They say it is late and that we left," (he said)
OUTER_QUOTED = re.compile(expand(_OUTER, CHUNKS))
# (they say) it was late | , there was a fire; not: (they say) if it was late, they would go
SPLICED = re.compile(
    expand(
        "<That>?<Group|Pronoun>(?:<Of|In|For><Group>){0,2}<Adverb>*<Verb|Said>"
        "<!Verb|Said|SayThat|SayQuote|Tell|Judge|But|Question|As|Relative|That|Comma|Stop|Break>{0,12}+"
        "(?=<Comma><Pronoun><Adverb>*<Verb|Said>)",
        CHUNK_NAMES,
    )
)
# (he said) she regrets it | - it was late
REMARK = re.compile(
    expand(
        "<Dash>(?:<Pronoun><Adverb>*<Verb|Said|Judge|SayThat>|<Group><Adverb>*(?:<Verb>|<Done><Group>))",
        CHUNK_NAMES,
    )
)
CONDITION = re.compile(
    expand("<Question><!Comma|Question>{2,14}+<Comma><Group|Pronoun><!Comma>{0,10}<Verb|Said>", CHUNK_NAMES)
)
ANSWERED = re.compile(expand("<Comma><QuoteStop|QuoteComma>", CHUNK_NAMES))
AND_THAT = re.compile(
    expand("(?<=<Group|Bare|ToDo|ToSay>)<Comma>?<And|But><That>(?=<Group|Pronoun|QuoteOpen|Doing>)", CHUNKS)
)
ALSO_THAT = re.compile(expand("<Comma>?<And><That>(?=<Group|Pronoun|QuoteOpen|Doing>)", CHUNKS))
FINITE = "<Verb|Said|SayThat|SayQuote|Tell|Judge|Post|Believes|SaidThat|SaidTo|SaidBy>"
# were ordered to leave | and the governor declared; to wait | , as the boats were late
AND_CLAUSE = re.compile(
    expand(
        "(?<=<Group|Bare|ToDo|ToSay|When|Where>)(?:<Comma>?<And|But>|<Comma><As>)"
        f"<Group|Pronoun>(?:<Of|In|For|Prep><Group>)?<Adverb>?{FINITE}",
        CHUNK_NAMES,
    )
)
MAIN_VERB = re.compile(expand(f"<!Comma|Stop|Break|Semicolon>++<Comma><Adverb>*{FINITE}", CHUNK_NAMES))
# (Lund, who came and said) she was ill | , left
PENDING = re.compile(
    expand(
        f"<!Comma|Stop|Break|Semicolon>++(?=<Comma><Adverb|When>*(?:{FINITE}|<Done>(?!<By|Comma>)))",
        CHUNK_NAMES,
    )
)
# (with Lund saying) she was glad | and Berg calling it a gift
ABSOLUTE = re.compile(
    expand(
        "<Comma>?<And>(<Group>)(?:<Of><Group>)?<Adverb>?(?:(?P<said><SayingTo|SayingThat|Telling>)|<Doing>)"
        "(?=<Group|Pronoun|Objective|That|QuoteOpen|QuoteStop|QuoteComma|To|For|Against|About>)",
        CHUNK_NAMES,
    )
)
ANOTHER = re.compile(
    expand(f"(?<=<Verb|ToDo|ToSay|Done|Bare>)<Comma>?<And><Group|Pronoun><Adverb>*{FINITE}", CHUNK_NAMES)
)
# announced the sale | and how people took it was their matter
AND_HOW = re.compile(
    expand(
        "<And><Question><Group|Pronoun><Verb|Done><Group|Pronoun|Objective|ToDo|In|To|Of>{0,4}+<Verb>",
        CHUNK_NAMES,
    )
)
BUT_THAT = re.compile(expand("<Comma>?<And|But><That><Group|Pronoun>", CHUNK_NAMES))
TURN = re.compile(expand("(?<!<Comma>)<Contrast><Pronoun><Adverb>*<Verb>", CHUNK_NAMES))
MAIN_CLAUSE = (
    "(?:<Comma>|(?<=<QuoteComma>))"
    f"(?:<Adverb>?(?:<Group>(?:<Of|In|For|Prep><Group>){{0,2}}+|<Pronoun>)<Adverb>*{FINITE}|<Pronoun><Done>"
    "|<Group><Done>(?=<In|When|To|Prep|Adverb>|\\Z))"
)
OPENED = re.compile(
    expand(
        "(?!<That>?<But|As|Prep|In|By|For|With|When>|<That><Question>)"
        "((?:<!Comma|Stop|Break|Semicolon|QuoteComma>)*?"
        "<Verb|Said|Done|QuoteOpen|Judge|SayThat|SaidTo|SaidThat|Believes|ToDo|ToSay>"
        f"(?:<!Comma|Stop|Break|Semicolon|QuoteComma>)*+<QuoteComma>?){MAIN_CLAUSE}",
        CHUNK_NAMES,
    )
)
# since it has been thought a safe site | , there was no risk
OPENED_THING = re.compile(expand(f"((?:<!Comma|Stop|Break|Semicolon>)++){MAIN_CLAUSE}", CHUNK_NAMES))
MAIN_PRONOUN = re.compile(expand("(?<=<Group>)<Pronoun>(?=<Verb|Done|SayThat|Judge|Tell|Post>)", CHUNK_NAMES))
CONTRAST = re.compile(expand(f"<Comma><But><Adverb>*(?:{FINITE}|<Done>)", CHUNK_NAMES))
# (is expected) to fall | and rents in Aune are expected to rise
ALSO_SAID = re.compile(
    expand("<And><Group>(?:<Of|In|For|Prep><Group>){0,2}<SaidTo>|<And><Pronoun><SaidTo>", CHUNK_NAMES)
)
# described Lee, a clerk, | as tired; accused Lee, a clerk, | of theft
AS_PHRASE, OF_PHRASE = (
    re.compile(
        expand(
            f"<When>?(?:<Comma>(?:(?!<Comma><{link}>)<!Stop|Break|Semicolon|QuoteStop|QuoteAsk|But>){{1,14}})?<Comma>"
            f"<{link}>(?!<Group|Pronoun><Verb|Done>)<!Stop|Break|Semicolon|Comma|But|And>{{1,20}}+",
            CHUNK_NAMES,
        )
    )
    for link in ("As", "Of")
)
# those who oppose the canal | marched to the town hall
MARCHED = re.compile(
    expand(
        f"{PHRASE}(?=<Done><To|In|Prep|About|Against>"
        "<!Verb|Said|SaidTo|SayThat|Judge|Tell|Post|Stop|Comma>*+<Stop|Comma>)",
        CHUNK_NAMES,
    )
)
REDUCED = re.compile(
    expand(
        "<Done><By|In|For|With|To><Group|Doing|SayingTo|SayingThat>"
        "(?:<Group|Of|In|For|To|With|Against|About|By|When|Where>){0,8}(?=<Verb>)",
        CHUNK_NAMES,
    )
)
# (films that are expected) to earn millions | are shown
PREDICATED = re.compile(
    expand(
        "(?:<To><Verb>|<As|ToDo|ToSay|Group|Done|Adverb>)"
        "<Group|Of|In|For|To|With|Against|About|By|Prep|As|And|Doing|Done|ToDo|Adverb|When|Where>{0,14}?"
        "(?<!<And>)(?<!<And><Adverb>)(?=<Verb|Said|SaidTo|SaidBy|SaidThat>)",
        CHUNK_NAMES,
    )
)
# (a purse from a clerk) | killed in the fire; not: (a letter from the clerk) | arrived in May
PICKED = re.compile(
    expand(
        "<Done><In|By|With><Group>(?:<Of|In><Group>){0,4}+(?=<Comma|Stop|Break|Semicolon|When>|\\Z)",
        CHUNK_NAMES,
    )
)
# two men believed to be armed | were seen; the man, thought to be in his thirties | , was found
AT_NOUN = re.compile(expand(f"<ToDo>(?:(?!{FINITE})<!Comma|Dash|Semicolon|Stop|Break|But>)*+", CHUNK_NAMES))
# was expected to win the cup | and had a day off
JOINED = re.compile(
    expand(
        "<ToDo|ToSay|To><!Verb|Said|SayThat|SayQuote|Tell|Judge|Post|Believes|That|Relative|Question|Stop|Break>*?"
        "(?=<Comma>?<And><Adverb>*(<Verb>))",
        CHUNKS,
    )
)
# (feared it would hurt trade) | and lead to losses; (a poll had it popular) | and not much liked in May
AND_VERB = re.compile(
    expand(
        "(?<=<Group|Objective|When|Where|Adverb|Bare|Verb>)<And><Adverb>?(<Bare|Verb|Done>)"
        f"(?:{WORDING}|<As><Done|Group>|<Verb>(?<=<Prep|As><Group|Pronoun><Verb>))*+",
        CHUNK_NAMES,
    )
)
# (offered to help the town) | and the board agree
AND_THEY = re.compile(expand(f"(?<=<Group|Objective>)<And><Group><Bare|Verb>(?:{WORDING})*+", CHUNK_NAMES))
LIST = re.compile(expand("<Group>(?:<Comma><Group>){1,6}+<And><Group>", CHUNK_NAMES))
# concerns over his views on fishing, | his support for tolls and a lack of advisers
WIDE_LIST = re.compile(
    expand(
        "<Group>(?:<Comma><Group>(?:<Of|In|For|To|With|About><Group>){0,3}+){1,6}+<Comma>?<And><Group>",
        CHUNK_NAMES,
    )
)
# (expects a cut in May) | or June; (a fall in May) | and a rise in June; but: and a rise followed
MORE_DATED = re.compile(
    expand(
        "(?:<And>(?:<When>|<Group>(?:<Of|In|For|To|Prep|With|About><Group>){0,4}<When>?)"
        # to nine in May | , and ten in June
        "|<Comma><And><Group>(?:<Of><Group>)?<When>)(?=<Stop|Comma|Break|Semicolon>|<Prep><Doing>|\\Z)",
        CHUNK_NAMES,
    )
)
