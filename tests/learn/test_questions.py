"""Nobody is asked over their quota, a question goes to two at most, and no answered one is asked again."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.learn.fields import Refused
from alongside.learn.questions import (
    Answerer,
    Delivery,
    Move,
    Question,
    State,
    advance,
    documents,
    duplicate,
    is_overdue,
    normalise,
    route,
)
from alongside.learn.search import index, search

STOP = (
    "how",
    "do",
    "i",
    "to",
    "a",
    "the",
    "is",
    "what",
    "my",
    "when",
    "of",
    "can",
    "for",
    "should",
    "it",
    "in",
)
DAY = date(2026, 3, 12)
FIRST = date(2026, 4, 1)
ASKED = Question(id="q", text="How do I ask for pronouns?", asked=DAY, state=State.QUEUED)
KNOWN = {
    "pronouns": (
        "How do I ask for someone's pronouns at work?",
        "Say yours first, and let people choose whether to say theirs.",
    ),
    "captions": (
        "Which captions suit a video call?",
        "Live captions by a person where it matters; else the built-in ones.",
    ),
    "fasting": (
        "May a lunch meeting be held in Ramadan?",
        "Another hour is kinder; ask the team what suits them.",
    ),
    "jokes": (
        "What do I say to a joke about an accent?",
        "Ask what was meant, and turn back to what the person was saying.",
    ),
    "chairs": (
        "Does every room need a seat for larger bodies?",
        "Yes: some chairs without arms, and nobody has to ask for one.",
    ),
}
ANSWERED = [
    Question(id=name, text=text, asked=DAY, state=State.ANSWERED, answer=answer)
    for name, (text, answer) in KNOWN.items()
]
PARAPHRASES = [
    "asking a colleague for their pronouns",
    "What are good ways to ask pronouns?",
    "pronouns at my workplace",
    "someone's pronouns, how to ask them",
    "should I ask people about pronouns",
    "When can I ask for a pronoun?",
    "is it fine to ask pronouns in a meeting",
    "pronoun question",
    "asking about pronouns politely",
    "how may I find out which pronouns someone uses",
]
ORDERS = [
    "At work, how do I ask for someone's pronouns?", "someone's pronouns: how do I ask at work",
    "Pronouns at work: how to ask for someone's?", "HOW DO I ASK at work for someone's PRONOUNS",
    "work, someone's pronouns, ask at, how do I?",
]  # fmt: skip


def test_another_question_is_no_duplicate():
    assert duplicate("How do I ask for captions at work?", ANSWERED, stop_words=STOP) is None
    assert duplicate("", ANSWERED, stop_words=STOP) is None


def test_an_unanswered_question_answers_nobody():
    asked = [Question(id="x", text="pronouns", asked=DAY)]
    assert duplicate("pronouns", asked) is None
    assert documents(asked) == ()


@pytest.mark.parametrize("words", ORDERS)
def test_the_same_words_in_any_order_are_answered_at_once(words):
    found = duplicate(words, ANSWERED, stop_words=STOP)
    assert found is not None
    assert found.id == "pronouns"


def test_of_ten_paraphrases_nine_find_the_earlier_answer_among_the_first_three():
    held = index(documents(ANSWERED), stop_words=STOP)
    found = [[hit.id for hit in search(held, words, limit=3).hits] for words in PARAPHRASES]
    assert sum("pronouns" in ids for ids in found) >= 9


@given(st.lists(st.sampled_from(["Ask", "work", "pronouns", "THE", "İş"]), min_size=1))
def test_order_case_and_repeats_do_not_matter(words):
    assert normalise(" ".join(words), stop_words=STOP) == normalise(
        " ".join(reversed([*words, *words])).upper(), stop_words=STOP
    )


def handed(question: str, answerer: str, day: date) -> Delivery:
    return Delivery(question=question, answerer=answerer, day=day)


def test_where_nobody_opted_in_nobody_is_asked():
    routing = route(ASKED, [], [], today=DAY)
    assert (routing.answerer, routing.not_before) == ("", None)
    assert "library" in routing.sentence


def test_a_pause_is_a_quota_of_none():
    assert route(ASKED, [Answerer(id="a", quota=0)], [], today=DAY).not_before is None


def test_the_third_question_of_a_month_waits_and_is_delivered_once_on_the_first():
    log = [handed("one", "a", DAY), handed("two", "a", DAY)]
    waiting = route(ASKED, [Answerer(id="a")], log, today=DAY)
    assert (waiting.answerer, waiting.not_before) == ("", FIRST)
    assert waiting.sentence == "It waits: nobody has room for it before 2026-04-01."
    last_day = FIRST - timedelta(days=1)
    assert route(ASKED, [Answerer(id="a")], log, today=last_day).answerer == ""
    on_the_first = route(ASKED, [Answerer(id="a")], log, today=FIRST)
    assert on_the_first.answerer == "a"
    delivered = advance(ASKED, Move.DELIVER, today=FIRST, to="a")
    again = route(delivered, [Answerer(id="a")], [*log, handed("q", "a", FIRST)], today=FIRST)
    assert (again.answerer, again.not_before) == ("", None)


def test_december_leads_into_january():
    log = [handed(q, "a", date(2026, 12, 31)) for q in ("one", "two")]
    waiting = route(ASKED, [Answerer(id="a")], log, today=date(2026, 12, 31))
    assert waiting.not_before == date(2027, 1, 1)


def test_fewest_answers_first_then_longest_waiting_then_id():
    log = [handed("one", "b", DAY - timedelta(days=40)), handed("two", "c", DAY - timedelta(days=50))]
    three = [Answerer(id="a", answered=3), Answerer(id="b", answered=1), Answerer(id="c", answered=1)]
    assert route(ASKED, three, log, today=DAY).answerer == "c"
    assert route(ASKED, [Answerer(id="e"), Answerer(id="d")], [], today=DAY).answerer == "d"


def test_a_question_that_two_declined_goes_to_nobody_else():
    everybody = [Answerer(id=each) for each in "abcd"]
    question, log = ASKED, []
    for _turn in range(2):
        to = route(question, everybody, log, today=DAY).answerer
        question = advance(question, Move.DELIVER, today=DAY, to=to)
        log.append(handed("q", to, DAY))
        question = advance(question, Move.DECLINE, today=DAY)
    assert question.given_to == ("a", "b")
    assert question.state is State.DECLINED
    assert route(ASKED, everybody, log, today=DAY).answerer == ""


def test_after_fourteen_days_it_goes_back():
    delivered = advance(ASKED, Move.DELIVER, today=DAY, to="a")
    assert not is_overdue(ASKED, today=DAY + timedelta(days=99))
    assert not is_overdue(delivered, today=DAY + timedelta(days=13))
    assert is_overdue(delivered, today=DAY + timedelta(days=14))
    assert advance(delivered, Move.EXPIRE, today=DAY).state is State.EXPIRED


@pytest.mark.parametrize("state", [State.ANSWERED, State.DECLINED, State.EXPIRED, State.WITHDRAWN])
@pytest.mark.parametrize("move", list(Move))
def test_what_is_over_stays_over(state, move):
    with pytest.raises(Refused, match=state.value):
        advance(Question(id="q", text="?", asked=DAY, state=state), move, today=DAY)


def test_the_answerer_is_not_told_who_asks_unless_the_asker_wants_it():
    assert ASKED.named is False


def test_an_answer_stays_with_its_question():
    delivered = advance(ASKED, Move.DELIVER, today=DAY, to="a")
    assert advance(delivered, Move.ANSWER, today=DAY, answer="Say yours first.").answer == "Say yours first."
