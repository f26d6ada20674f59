"""The history cards, one card, and the quiz made of them."""

from collections.abc import Sequence

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from alongside.core.clock import today
from alongside.learn.cards import Card, on_topic
from alongside.learn.keeping import read_kept
from alongside.learn.quiz import QuizItem, quiz, quiz_on
from alongside.learn.web.held import held
from alongside.learn.web.pages_cards import Asked, card_parts, cards_parts, quiz_parts
from alongside.web.answering import answer
from alongside.web.requests import MemberRequest

QUESTIONS = 5
"""Questions a day and topic (taste): enough for a few minutes."""


@require_safe
def cards_page(request: MemberRequest) -> HttpResponse:
    """All cards, or those of a topic."""
    return answer(request, "learn/cards", cards_parts(held().shelf, request.GET.get("topic", "")))


@require_safe
def card(request: MemberRequest, card: str) -> HttpResponse:
    """One card."""
    shelf = held().shelf
    found = shelf.find_card(card)
    if found is None:
        raise Http404
    return answer(request, "learn/card", card_parts(found, read_kept(request.keeper), shelf))


@require_safe
def quiz_page(request: MemberRequest) -> HttpResponse:
    """One question of the day's; nothing about it is kept."""
    cards, topic = held().shelf.cards, request.GET.get("topic", "")
    topic = topic if topic in {each.topic for each in cards} else ""
    one = held().shelf.find_card(request.GET.get("card", ""))
    place, chosen = _whole(request.GET.get("place", "")) or 0, _whole(request.GET.get("answer", ""))
    seed = today().toordinal()
    items = _on(one, cards, seed) if one else quiz(on_topic(cards, topic), count=QUESTIONS, seed=seed)
    asked = items[place : place + 1]
    known = chosen if asked and chosen in range(len(asked[0].options)) else None
    shown = Asked(topic=topic, card=one.id if one else "", place=place, chosen=known)
    return answer(request, "learn/quiz", quiz_parts(items, shown, cards=cards))


def _on(card: Card, cards: Sequence[Card], seed: int) -> tuple[QuizItem, ...]:
    found = quiz_on(card, cards, seed=seed)
    return (found,) if found else ()


def _whole(given: str) -> int | None:
    return int(given) if given.isascii() and given.isdigit() and len(given) < 3 else None  # noqa: PLR2004
