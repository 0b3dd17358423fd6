"""Where the prose begins: datelines, list marks and announcing words are not said."""

from __future__ import annotations

import pytest

from tests.grammar.text.page import MORE, PROSE, read


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("OSLO — Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("OSLO, Norway (AP) — Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("OSLO, Norway (AP) -- Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("OSLO (Reuters) - Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("NEW YORK, Nov. 3 (Reuters) - Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("SAN JOSE, Calif. — “Ferries stopped,” she said.", "“Ferries stopped,” she said."),
        ("ST. LOUIS (AP) — Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("KYIV/WARSAW (Reuters) - Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("Oslo (AFP) – Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("Oslo, Nov 3 (Xinhua) -- Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("New Delhi, Nov 3 (PTI) The ferries stopped on Monday.", "The ferries stopped on Monday."),
        ("Nov 3 (Reuters) - Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("(CNN) — Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("(CNN)Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("Oslo, Norway – Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("OSLO, November 3. /TASS/. Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("OSLO (Harbour Wire) -- Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("OSLO, Nov. 3, 2024 /PRNewswire/ -- Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("NEW DELHI: Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("LAHORE : Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("Accra, March 18, GNA - Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("BREAKING: Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("• Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("- Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("1. Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("WHY THE BRIDGE MATTERS - Ferries stopped on Monday.", "Ferries stopped on Monday."),
    ],
)
def test_what_stands_before_the_first_sentence_is_not_said(line: str, said: str) -> None:
    """Dateline, list mark and announcing word go; the sentence stays whole."""
    assert read(f"{line}\n{MORE}") == [("prose", said), ("prose", MORE)]


@pytest.mark.parametrize(
    "line",
    [
        "Norway said on Monday that the ferries had stopped.",
        "The National Ferry Board (NFB) said on Monday that the ferries had stopped.",
        "Press Trust of India (PTI) reported that the ferries had stopped.",
        "The minister — who had not slept — said the ferries had stopped.",
        "NATO — which has no ferries — said nothing.",
        "U.S. officials said the ferries had stopped.",
        "“Ferries — all of them — stopped,” she said.",
        "2024 was the year in which the ferries stopped.",
        "1.5 million passengers were left behind, the board said.",
    ],
)
def test_a_subject_is_no_dateline(line: str) -> None:
    """A name with a bracket or dash of its own begins what is said."""
    assert read(f"{line}\n{MORE}")[0] == ("prose", line)


def test_a_city_in_small_letters_is_a_dateline_at_the_top_only() -> None:
    """Later in the text it is an apposition."""
    line = "Oslo, Norway – Ferries stopped on Monday, the harbour board said in a short statement."
    before = f"{PROSE}\n{MORE}\nThe third paragraph of prose is as long as it must be to count as one."
    assert read(f"{before}\n{line}")[-1] == ("prose", line)
