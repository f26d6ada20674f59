"""What the bytes around words tell before markup is read: only what can be no hit whatever the markup is."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.interrupt.wording import LISTS, hits, rule, rule_set

from alongside.interrupt.check import check_passage
from alongside.interrupt.hits import Passage, Span
from alongside.interrupt.matcher import next_word
from alongside.interrupt.neighbours import Items, pieces_of

GUARDED = rule_set(
    rule("zz after", id="after", guard={"after": ["he", "he'll", "his own", "hims~"]}),
    rule("zz before", id="before", guard={"before": ["older people", "myth~", "she"]}),
    rule("zz next", id="next", guard={"next": ["{person}", "self-care"]}),
    rule("zz previous", id="previous", guard={"previous": ["the", "no longer"]}),
    rule("zz near", id="near", guard={"needs": "person"}),
    rule("zz both", id="both", guard={"before": ["she"], "after": ["{role}"], "reach": True}),
)
WORDS = [
    "zz",
    "after",
    "before",
    "next",
    "previous",
    "near",
    "both",
    "he",
    "he'll",
    "he\u2019ll",
    "his",
    "own",
]
WORDS += ["himself", "Older", "people", "myths", "she", "colleague", "self", "care", "the", "no", "longer"]
WORDS += ["nurse", "nurse's", "x", "é", "naïve", "child", "İ"]
GAPS = [
    " ",
    " ",
    " ",
    "-",
    "\n",
    "\n\n",
    ". ",
    ", ",
    "<b>",
    "</b> ",
    "&nbsp;",
    "&rsquo;",
    "_",
    '"',
    "(",
    "\xa0",
]


def _texts():
    pieces = st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS))
    return st.lists(pieces, max_size=40).map(lambda some: "".join(word + gap for word, gap in some))


def _unsifted(data, rules):
    """Every place where a spelling stands, whatever its guard says."""
    find, at = rules.spellings.places(data), 0
    while (place := find(at)) is not None:
        yield place
        at = next_word(data, place[0])


def _spans(cuts):
    """Stretches in order and apart, from any numbers."""
    edges = sorted(set(cuts))
    return tuple(Span(start=start, end=end) for start, end in zip(edges[::2], edges[1::2], strict=False))


@settings(max_examples=500)
@given(text=_texts(), cuts=st.lists(st.integers(0, 300), max_size=12))
def test_nothing_is_let_go_that_a_guard_would_let_through_whatever_the_markup_is(text, cuts):
    data = text.encode()
    passage = Passage(data=data, masked=_spans(cuts))

    assert check_passage(passage, GUARDED) == check_passage(passage, GUARDED, places=_unsifted(data, GUARDED))


def test_words_are_let_go_where_what_the_guard_asks_for_stands_nowhere_near():
    # “history” begins like “his”, and “own” alone is half of it.
    assert not list(GUARDED.places(b"zz after the history of her own"))
    assert not list(GUARDED.places(b"he likes it. zz after"))
    assert not list(GUARDED.places(b"zz before the older people"))
    assert not list(GUARDED.places(b"zz next self"))
    assert not list(GUARDED.places(b"zz near a stone"))
    assert not list(GUARDED.places(b"she said: zz both"))


def test_what_the_guard_asks_for_lets_words_through_to_be_looked_at():
    assert [hit.rule for hit in hits("zz after his own", GUARDED)] == ["after"]
    assert [hit.rule for hit in hits("It is a myth: zz before", GUARDED)] == ["before"]
    assert [hit.rule for hit in hits("zz next self-care", GUARDED)] == ["next"]
    assert [hit.rule for hit in hits("no longer zz previous", GUARDED)] == ["previous"]


def test_a_text_is_taken_apart_at_every_mark():
    assert pieces_of("He\u2019ll go — self-care, naïve_x!") == {
        "he",
        "ll",
        "go",
        "self",
        "care",
        "naïve",
        "x",
    }


def test_a_phrase_needs_all_its_pieces_and_a_stem_its_beginning():
    sieve = Items(["his own", "disab~", "old dis~"], LISTS).sieve()

    assert sieve.may_hold({"own", "his"})
    assert sieve.may_hold({"disabled"})
    assert sieve.may_hold({"old", "dispatch"})
    assert not sieve.may_hold({"old"})
    assert not sieve.may_hold({"his", "dis", "owner"})
    assert not sieve.may_hold(frozenset())
