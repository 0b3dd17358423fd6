"""From words to letters: a class each by its form, quotations as one, then what stands around it.

``classes`` tells by the form alone, with all forms of the cue verbs; ``marks`` pairs quotation marks and
``quotations`` makes each full quotation one unit. ``capitals`` tells what a capital means where all or the
first have one, ``compounds`` which words are one name, and ``neighbours`` corrects by the words beside.
``persons`` lists the nouns for people, for whoever asks later who can act.
"""
