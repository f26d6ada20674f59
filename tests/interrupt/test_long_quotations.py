"""Quotations that run on, signposts of manuals, names that hyphens join: nobody chose these words here."""

import pytest
from tests.interrupt.wording import found, rule

from alongside.interrupt.documents import read_passages
from alongside.interrupt.hits import Kind

WHITELIST = rule("whitelist[n]")
REACH = rule("every {role}", guard={"after": ["he", "his", "himself"], "reach": True})
LONG = " and so on it went for many words more," * 20  # 780 bytes: further than guards look


@pytest.mark.parametrize(
    "text",
    [
        f'He wrote: "It has{LONG} a whitelist,{LONG} and no more." So it was.',
        f"He wrote: “It has{LONG} a whitelist,{LONG} and no more.” So it was.",
        f'He wrote: _"It has "one" and{LONG} a whitelist,{LONG} and no more."_ So it was.',
        f'> "It has.\n>\n> It has{LONG} a whitelist,{LONG}\n> and no more."',
        '> _"It has a whitelist and\n> no end._\n\n> _"It goes on."_',
    ],
)
def test_a_long_quotation_is_a_quotation(text):
    assert found(text, WHITELIST) == []


@pytest.mark.parametrize(
    "text",
    [
        "> Note: a whitelist is old.",
        '> Note: he said "no". Then a whitelist came. Then "yes".',
        f'"So be it," he said.{LONG} A whitelist was kept.{LONG} "Well," she said.',
        f"It was '90s style.{LONG} A whitelist was kept.{LONG} The users' wish.",
    ],
)
def test_words_beside_quotations_are_found(text):
    assert found(text, WHITELIST) == ["whitelist"]


def test_one_of_three_words_that_hyphens_join_is_a_name():
    assert found("The mail-whitelist-file and my-old-whitelist are gone.", WHITELIST) == []
    assert found("A mail-whitelist is old.", WHITELIST) == ["whitelist"]


def test_a_pronoun_in_a_bracket_or_quotation_of_its_own_is_somebody_elses():
    assert found("Every developer wants (Bo calls himself rich) more.", REACH) == []
    assert found('Every developer "who keeps his own counsel" may go.', REACH) == []
    assert found("Every developer (and nurse) keeps his key.", REACH) != []


def test_signposts_of_an_info_manual_are_hidden_and_its_text_is_read():
    page = b"\n\x1f\nFile: a.info,  Node: whitelist,  Next: b\n\nA whitelist.\n\n* whitelist:: one.\n"

    (passage,) = read_passages(page, Kind.TEXT, name="a.info").passages

    hidden = [page[span.start : span.end] for span in passage.masked]
    assert hidden == [b"File: a.info,  Node: whitelist,  Next: b", b"* whitelist::"]


def test_plain_lists_with_colons_stay_readable():
    (passage,) = read_passages(b"* whitelist:: one.\n", Kind.TEXT, name="a.txt").passages

    assert passage.masked == ()
