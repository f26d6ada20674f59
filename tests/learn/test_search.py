"""A search finds what fits, says why, and stays standing whatever is typed; both rankings find the same."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.learn.builders import a_card, a_work

from alongside.core.practices import Practice
from alongside.learn.library import Filters, Type
from alongside.learn.search import Found, index, search
from alongside.learn.shelf import of_card, of_resource

WORKS = [
    a_work(
        "equal-pay", title="Equal pay at work", topics=("equal pay", "salary"), practices=(Practice.ADVOCATE,)
    ),
    a_work("captions", title="Captions for everybody", topics=("captions", "deaf"), minutes=5),
    a_work("istanbul", title="İstanbul'da yürüyüş", topics=("pride",), language="tr", regions=("TR",)),
    a_work("arabic", title="العمل معًا", topics=("عمل",), language="ar"),
    a_work("emigre", title="The émigré's café", authors=("Zoë Müller",), type=Type.BOOK, regions=("global",)),
    a_work("meeting", title="Who speaks", topics=("meetings",), why="On being cut off. On speaking again."),
    a_work("notes", title="Taking notes", topics=("chores",), why="Who writes in a meeting, and who speaks."),
]
CARDS = [a_card("march", title="A march for equal wages", what_happened="They walked out. Wages rose.")]
DOCUMENTS = [*map(of_resource, WORKS), *map(of_card, CARDS)]
SYNONYMS = [("pay gap", "equal pay", "wage gap"), ("deaf", "hard of hearing")]
STOP = ("the", "a", "of", "for", "in", "on", "who")
BOTH = [index(DOCUMENTS, synonyms=SYNONYMS, stop_words=STOP, fts5=fts5) for fts5 in (True, False)]
FULL = BOTH[0]
each_ranking = pytest.mark.parametrize("held", BOTH, ids=["fts5", "count"])


def ids(found: Found) -> list[str]:
    return [hit.id for hit in found.hits]


@each_ranking
@pytest.mark.parametrize("words", ["", "   ", "🏳️‍🌈", '"', "'", "()*:^-+", "\x00", "…"])
def test_what_is_no_word_finds_nothing(held, words):
    assert search(held, words) == Found()


@each_ranking
@pytest.mark.parametrize(
    "words",
    [
        '"captions',
        "NEAR(captions deaf)",
        "captions AND",
        "title:captions",
        "captions*",
        "{captions} ^",
        "captions'; --",
    ],
)
def test_query_syntax_is_words(held, words):
    assert ids(search(held, words))[0] == "captions"


@each_ranking
def test_ten_thousand_characters_are_read_to_a_point(held):
    assert ids(search(held, "captions " + "x" * 10_000)) == ["captions"]
    assert ids(search(held, "captions " * 1200)) == ["captions"]


@each_ranking
@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("istanbul", "istanbul"),
        ("İSTANBUL", "istanbul"),
        ("\N{LATIN SMALL LETTER DOTLESS I}stanbul", "istanbul"),
        ("yuruyus", "istanbul"),
        ("معا", "arabic"),
        ("عمل", "arabic"),
        ("emigre cafe", "emigre"),
        ("EMIGRE", "emigre"),
        ("muller", "emigre"),
    ],
)
def test_case_accents_and_scripts_do_not_matter(held, words, wanted):
    assert wanted in ids(search(held, words))


@each_ranking
def test_the_last_word_finds_what_begins_with_it_and_only_the_last(held):
    assert ids(search(held, "capt")) == ["captions"]
    assert ids(search(held, "capt zzz")) == []


@each_ranking
def test_singular_and_plural_find_each_other(held):
    assert "captions" in ids(search(held, "caption zzz"))
    assert {"meeting", "notes"} <= set(ids(search(held, "meetings zzz")))


@each_ranking
def test_other_forms_of_a_word_find_it(held):
    assert "meeting" in ids(search(held, "speaking zzz"))  # “Who speaks”
    assert ids(search(held, "marching zzz")) == ["march"]


@each_ranking
def test_words_written_apart_find_the_word_written_as_one(held):
    assert ids(search(held, "cap-tions")) == ["captions"]


@each_ranking
def test_a_form_of_a_synonym_finds_as_well(held):
    assert "equal-pay" in ids(search(held, "wage gaps"))


@each_ranking
def test_a_synonym_finds_and_is_named(held):
    found = search(held, "wage gap")
    assert "equal-pay" in ids(found)
    assert set(found.also) == {"pay gap", "equal pay"}
    assert search(held, "wage").also == ()
    assert search(held, "meetings bias cats zzz").also == ()  # another number is no other word


def test_the_title_weighs_more_than_our_words():
    # "speaks" is in the title of one and in the why of the other
    assert ids(search(FULL, "speaks")) == ["meeting", "notes"]


@pytest.mark.parametrize("fts5", [True, False])
def test_five_words_for_one_thing_weigh_less_than_two_things(fts5):
    # both things asked for stand in the second; the first says one of them in every way there is
    works = [
        a_work("one-thing", title="Queer, gay, lesbian and bisexual lives"),
        a_work("both", title="Queer lives in Africa"),
        *(a_work(f"other-{n}", title="Something else") for n in range(8)),
    ]
    held = index(
        [*map(of_resource, works)], synonyms=[("lgbt", "queer", "gay", "lesbian", "bisexual")], fts5=fts5
    )
    assert ids(search(held, "lgbt africa zzz")) == ["both", "one-thing"]


def test_a_hit_says_where_the_word_stands():
    (hit,) = search(FULL, "captions").hits
    assert hit.reasons == ("“captions” is in the title.",)
    assert hit.snippet == "A plain way in."


def test_words_that_say_nothing_are_left_out_where_others_say_something():
    assert ids(search(FULL, "the captions of a")) == ["captions"]


def test_only_words_that_say_nothing_are_searched_all_the_same():
    assert "meeting" in ids(search(FULL, "who"))


@each_ranking
def test_filters_hold_for_works_and_cards(held):
    assert ids(search(held, "equal", filters=Filters(type="card"))) == ["march"]
    assert ids(search(held, "equal", filters=Filters(type="article"))) == ["equal-pay"]
    assert ids(search(held, "captions", filters=Filters(minutes=4))) == []
    assert ids(search(held, "captions", filters=Filters(practice=Practice.REPAIR))) == []


def test_a_work_for_everywhere_suits_every_region():
    assert ids(search(FULL, "cafe istanbul", filters=Filters(region="ke"))) == ["emigre"]


def test_of_many_hits_the_best_come_and_all_are_counted():
    found = search(FULL, "who speaks equal", limit=1)
    assert (len(found.hits), found.total) == (1, 4)


def test_where_nothing_fits_near_words_are_offered():
    assert search(FULL, "captoins").nearest == ("captions",)
    assert search(FULL, "captions").nearest == ()


@settings(max_examples=200)
@given(st.text(max_size=60))
def test_whatever_is_typed_both_rankings_find_the_same(words):
    one, two = (search(held, words, limit=100) for held in BOTH)
    assert sorted(ids(one)) == sorted(ids(two))


def test_one_index_answers_several_threads():
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda n: ids(search(FULL, ("captions", "equal pay")[n % 2])), range(100)))
    assert {tuple(each) for each in found} == {("captions",), ("equal-pay", "march")}


def found_for(words: str, *works: object, fts5: bool = True, **other: object) -> list[str]:
    return ids(search(index([of_resource(each) for each in works], fts5=fts5, **other), words))


@pytest.mark.parametrize("fts5", [True, False])
def test_a_word_of_any_question_counts_less_but_still_finds(fts5):
    strong = a_work("strong", title="Strong women, strong words", topics=("poems",))
    accent = a_work("accent", title="How we hear people", topics=("accents",))
    more = [a_work(f"more-{n}", title="Something else") for n in range(6)]
    told = {"everyday": ["strong"], "fts5": fts5}
    assert found_for("strong accent", strong, accent, *more, **told) == ["accent", "strong"]
    assert found_for("strong accent", strong, accent, *more, fts5=fts5) == ["strong", "accent"]
    assert found_for("strong", strong, accent, *more, **told) == ["strong"]


@pytest.mark.parametrize("fts5", [True, False])
def test_works_in_the_readers_language_come_first_unless_the_words_are_of_another(fts5):
    # The same words about both: only the language differs, and the one in French stands first in the library.
    french = a_work("french", title="Bonnes alliées", topics=("pronouns",), language="fr")
    english = a_work("english", title="Good allies", topics=("pronouns",))
    both = (french, english)
    assert found_for("pronouns", *both, fts5=fts5) == ["french", "english"]
    assert found_for("pronouns", *both, language="en", fts5=fts5) == ["english", "french"]
    assert found_for("alliées pronouns", *both, language="en", fts5=fts5)[0] == "french"


def test_a_word_in_a_publishers_name_weighs_less_than_one_about_the_work():
    name = a_work("name", title="Ally skills", authors=("Frame Shift Consulting",))
    about = a_work("about", title="Ally skills", why="What a shift at night asks of people.")
    assert found_for("shift", name, about) == ["about", "name"]
