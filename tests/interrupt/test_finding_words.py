"""What is found where: silence first, then words, their places, and the engines' agreement."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.interrupt.wording import by_sieve, by_word, found, hits, rule, rule_set

from alongside.interrupt.check import check_passage
from alongside.interrupt.hits import Level, Passage, Profile
from alongside.interrupt.positions import Positions, end_of, utf16_units

WHEELCHAIR = rule("wheelchair-bound", "confined to (a|his|her) wheelchair")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "wheelchair",
        "wheelchairs bound for Leeds",
        "a wheelchair. Bound books stand there.",
        "the wheelchair\n\nbound by rules",
        "a wheelchair_bound field",
        "my_wheelchair bound",
        "éwheelchair bound",
        "wheelchair bound\N{COMBINING ACUTE ACCENT}",
        "wheelchair boundé",
        "the wheelchairbound column",
        "wheelchair 中 bound",
    ],
)
def test_what_only_looks_alike_is_left_alone(text):
    assert found(text, WHEELCHAIR) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He is wheelchair bound.", "wheelchair bound"),
        ("WHEELCHAIR-BOUND GUESTS", "WHEELCHAIR-BOUND"),
        ("a wheelchair\N{NON-BREAKING HYPHEN}bound guest", "wheelchair\N{NON-BREAKING HYPHEN}bound"),
        ("a wheelchair\N{NO-BREAK SPACE}bound guest", "wheelchair\N{NO-BREAK SPACE}bound"),
        ("a wheelchair&nbsp;bound guest", "wheelchair&nbsp;bound"),
        ("is wheelchair-\nbound now", "wheelchair-\nbound"),
        ("# she is confined to\n# her wheelchair", "confined to\n# her wheelchair"),
        ("> she is confined to\n> her wheelchair", "confined to\n> her wheelchair"),
        ("is confined to a **wheelchair**", "confined to a **wheelchair"),
        ("die wheelchair bound—people", "wheelchair bound"),
    ],
)
def test_words_are_found_however_they_are_set(text, words):
    assert found(text, WHEELCHAIR) == [words]


def test_a_possessive_ending_is_not_part_of_the_words():
    assert found("the chairman's and the chairman\u2019s seat", rule("chairman")) == ["chairman", "chairman"]


def test_an_apostrophe_may_be_written_in_any_way():
    text = "you don't, you don\u2019t, you don&rsquo;t, you don&#39;t"

    assert len(found(text, rule("you don't"))) == 4


def test_a_form_may_end_in_a_mark_and_hold_one():
    assert found("Young, dynamic team? Really?", rule("young, dynamic team?")) == ["Young, dynamic team?"]


def test_letters_beyond_ascii_are_words_like_others():
    assert found("un élève, ÉLÈVE, naïf", rule("élève", "naïf")) == ["élève", "ÉLÈVE", "naïf"]


def test_an_acronym_is_found_as_it_is_written():
    assert found("ADD them. Add them. He has ADD.", rule("ADD", case="exact")) == ["ADD", "ADD"]


def test_the_longest_words_win():
    longer, shorter = rule("hey guys", id="longer"), rule("guys", id="shorter")

    assert [hit.rule for hit in hits("hey guys", rule_set(longer, shorter))] == ["longer"]


def test_a_shorter_form_has_its_turn_where_a_guard_drops_the_longer():
    longer = rule("master branch", id="longer", guard={"not_next": ["office"]})
    shorter = rule("master", id="shorter")
    within = rule("branch office", id="within")

    assert found("the master branch office", longer, shorter) == ["master"]
    assert found("the master branch office", longer, within) == ["branch office"]


def test_rules_that_are_off_do_not_hide_others():
    rules = rule_set(rule("hey guys", id="longer"), rule("guys", id="shorter"))

    assert [hit.words for hit in hits("hey guys", rules.but(["longer"]))] == ["guys"]
    assert not list(rules.but(["longer", "shorter"]).places(b"hey guys"))


def test_masked_words_are_left_alone_and_marks_between_words_may_be_masked():
    assert hits("the guys", rule_set(rule("guys")), masked=[(4, 8)]) == ()
    assert hits("the guys", rule_set(rule("guys")), masked=[(0, 5)]) == ()
    assert len(hits("the // wheelchair\n// bound", rule_set(WHEELCHAIR), masked=[(4, 7), (17, 21)])) == 1


def test_a_hit_says_line_and_column_in_characters():
    text = "é 😀 two\nä 😀 the guys\n> and you\n> guys"
    first, second = hits(text, rule_set(rule("guys"), rule("you guys", id="longer")))

    assert (first.line, first.column, first.end_line, first.end_column) == (2, 9, 2, 13)
    assert (second.line, second.column, second.end_line, second.end_column) == (3, 7, 4, 7)
    assert text.encode()[first.start : first.end] == b"guys"


def test_lines_count_from_where_the_passage_begins_and_a_mark_of_byte_order_counts_nothing():
    (hit,) = check_passage(
        Passage(data="\ufeffguys".encode(), first_line=7, place="cell 2"), rule_set(rule("guys"))
    )

    assert (hit.line, hit.column, hit.place) == (7, 1, "cell 2")


def test_bytes_that_are_no_text_count_one_character_each():
    (hit,) = hits(b"\xff\xfe caf\xe9 guys", rule_set(rule("guys")))

    assert (hit.line, hit.column, hit.words) == (1, 9, "guys")


def test_positions_may_be_asked_in_any_order():
    places = Positions("a\nbä c\n".encode())

    assert [places.at(6), places.at(0), places.at(2)] == [(2, 4), (1, 1), (2, 1)]
    assert end_of(2, 4, "c\nxy") == (3, 3)
    assert utf16_units("a😀") == 3


def test_equal_sentences_have_fingerprints_of_their_own_that_survive_moved_lines():
    rules = rule_set(rule("guys"))
    one, two = hits("Hi guys.\n\nHi guys.", rules)
    moved = hits("More.\n\nLines.\n\nHi  guys.", rules)[0]

    assert one.fingerprint != two.fingerprint
    assert one.fingerprint == moved.fingerprint


def test_the_sentence_stands_on_one_line():
    (hit,) = hits("No. Hey you\n> guys, come in! Yes.", rule_set(rule("guys")))

    assert hit.sentence == "Hey you > guys, come in!"


def test_a_hint_is_a_hint():
    (hit,) = hits("guys", rule_set(rule("guys", level="consider")))

    assert hit.level is Level.CONSIDER


def test_rules_are_on_in_their_profiles_alone():
    rules = [rule("guys", profiles=["strict"])]

    assert hits("guys", rule_set(*rules)) == ()
    assert len(hits("guys", rule_set(*rules, profile=Profile.STRICT))) == 1


PATTERN = rule(id="a-pattern", forms=[], patterns=["gr[ae]y ?beards?"])


def test_a_pattern_is_found_where_forms_are_and_where_they_are_not():
    rules = rule_set({**PATTERN, "forms": []}, rule("guys"))

    assert [hit.words for hit in hits("The greybeard guys. Gray beards!", rules)] == [
        "greybeard",
        "guys",
        "Gray beards",
    ]
    assert list(rules.places(b"a greybeard"))
    assert not list(rules.places(b"a grey bear"))


# Both engines ----------------------------------------------------------------------------------------------

SEVERAL = [
    rule("guys", "you guys", id="guys"),
    rule("wheelchair-bound", id="wheelchair"),
    rule("don't", "naïve", "é a", id="marks"),
    rule("ADD", case="exact", id="exact"),
    rule("every {role}", id="reach", guard={"after": ["he", "his"], "reach": True}),
]
WORDS = [
    "guys",
    "you",
    "You",
    "wheelchair",
    "bound",
    "don",
    "don't",
    "don\u2019t",
    "t",
    "naïve",
    "NAÏVE",
    "é",
    "a",
    "ADD",
]
WORDS += ["add", "every", "nurse", "he", "his", "x"]
GAPS = [
    " ",
    "-",
    "\n",
    "\n# ",
    "\n\n",
    ". ",
    "'",
    "\u2019",
    "—",
    "_",
    "",
    "  ",
    "&nbsp;",
    "&#39;",
    "*",
    "\xff",
]
GAPS += [' "', '" ', " \u201c", "\u201d ", "\n> ", "\u00a0> ", " `", '_"', "/", "@", ".x"]


def _texts():
    pieces = st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS))
    return st.lists(pieces, max_size=30).map(lambda some: "".join(word + gap for word, gap in some))


BY_WORD, BY_SIEVE = by_word(rule_set(*SEVERAL)), by_sieve(rule_set(*SEVERAL))


@settings(max_examples=300)
@given(text=_texts())
def test_both_engines_find_the_same(text):
    one, data = hits(text, BY_WORD), text.encode()

    assert one == hits(text, BY_SIEVE)
    places = list(BY_WORD.places(data))
    assert places == list(BY_SIEVE.places(data))
    assert places or not one


@settings(max_examples=300)
@given(data=st.one_of(st.binary(max_size=300), _texts().map(str.encode)), cut=st.integers(0, 40))
def test_whatever_the_bytes_are_hits_lie_inside_and_in_order(data, cut):
    data = data[cut:]  # a text may begin in the middle of a character
    for rules in (BY_WORD, BY_SIEVE):
        some = hits(data, rules)

        assert all(0 <= hit.start < hit.end <= len(data) for hit in some)
        assert [hit.start for hit in some] == sorted({hit.start for hit in some})
        assert all(hit.line >= 1 and hit.column >= 1 for hit in some)
