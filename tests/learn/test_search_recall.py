"""Do people find what they mean? Eighty searches, and what somebody would be glad to find.

Recall at ten of one search: of what is relevant to it, the share among the first ten found. Over many
searches: the mean of these shares. The searches were written after reading the entries and before any of
them was tried, by the writer of the books and films, who had written neither the other entries nor the
search. Half of them ("tune") then led to synonyms, topics and other weights; the other half ("held") was
only counted. As first tried: 0.82 and 0.90. People outside this project have written none yet.

A third lot ("trial") was written after a newcomer had found little: everyday questions, counted apart, since
they led to words that count less, and to synonyms. As first tried: 0.73 with the words that count less alone.
"""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import mean

import pytest

from alongside.learn.search import Index, search
from alongside.learn.shelf import Shelf, read_shelf

Query = Mapping[str, object]
ALL: Sequence[Query] = tomllib.loads(
    (Path(__file__).parent / "data" / "queries.toml").read_text(encoding="utf-8")
)["query"]
QUERIES = [query for query in ALL if query["split"] != "trial"]
TRIAL = [query for query in ALL if query["split"] == "trial"]
FIRST = 10
AT_LEAST = 0.9
TRIAL_AT_LEAST = 0.8
HELD_AT_LEAST = 0.85  # forty searches: one work missed by one of them moves the mean by up to 0.025
BOOKS_AND_FILMS = {"book", "film"}  # with three podcasts, what the searches' writer also wrote
PODCASTS = {"afroqueer", "seeing-white", "hold-the-moment"}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return read_shelf(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def held(shelf: Shelf) -> Index:
    return shelf.index()


def recall(held: Index, query: Query) -> float:
    found = {hit.id for hit in search(held, query["text"], limit=FIRST).hits}
    return len(found & set(query["relevant"])) / len(query["relevant"])


def by_somebody_else(shelf: Shelf, query: Query) -> bool:
    own = {each.id for each in shelf.library if each.type in BOOKS_AND_FILMS} | PODCASTS
    return not own & set(query["relevant"])


def test_recall_counts_what_is_relevant_and_found(held):
    # two relevant works, one of them found by its own name: 1 / 2
    assert recall(held, {"text": "crip camp", "relevant": ["crip-camp", "no-such-work"]}) == 0.5


def test_every_search_names_what_is_there_and_says_who_wrote_it(shelf):
    there = {each.id for each in shelf.library} | {each.id for each in shelf.cards}
    for query in ALL:
        assert query["split"] in {"tune", "held", "trial"}
        assert set(query) == {"text", "relevant", "split", "written_by"}
        assert query["relevant"]
        assert set(query["relevant"]) <= there
        assert len(query["relevant"]) <= FIRST
    assert len({query["text"] for query in ALL}) == len(ALL)
    assert len(QUERIES) >= 80
    assert len(TRIAL) >= 12


def test_most_searches_are_for_entries_that_somebody_else_wrote(shelf):
    assert sum(by_somebody_else(shelf, query) for query in QUERIES) >= 30


def test_people_find_what_they_mean(held):
    assert mean(recall(held, query) for query in QUERIES) >= AT_LEAST


def test_the_half_that_changed_nothing_is_not_left_behind(held):
    assert mean(recall(held, query) for query in QUERIES if query["split"] == "held") >= HELD_AT_LEAST


def test_everyday_questions_find_what_helps(held):
    assert mean(recall(held, query) for query in TRIAL) >= TRIAL_AT_LEAST


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("my driver has a strong accent", "accent-bias-in-britain"),
        ("shift planning and Ramadan", "counter-islamophobia-kit"),
    ],
)
def test_a_word_that_stands_in_any_question_does_not_lead(held, question, first):
    assert search(held, question).hits[0].id == first


def test_a_question_in_english_begins_with_works_in_english(held):
    hits = search(held, "I hurt a colleague with a remark").hits
    assert "apologizing-as-allyship" in [hit.id for hit in hits[:3]]
    assert {hit.thing.language for hit in hits[:3]} == {"en"}


def test_a_question_in_another_language_finds_the_work_in_it(held):
    assert search(held, "manual antirracista").hits[0].id == "pequeno-manual-antirracista"
