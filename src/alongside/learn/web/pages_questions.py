"""The parts of the page Questions: the library and one's own answers first, then one's own box."""

from collections.abc import Sequence

from django.conf import settings
from django.utils.translation import gettext as _

from alongside.learn.keeping import OwnQuestion
from alongside.learn.search import Hit
from alongside.learn.web import words
from alongside.learn.web.pages_library import shown_hit
from alongside.web.parts import Button, Empty, Field, Link, PageHead


def question_field(value: str = "", error: str = "") -> Field:
    """What somebody wants to know."""
    return Field(
        name="text",
        label=_("What would you like to ask?"),
        hint=_("As you would ask a person. “What is a good way to ask for somebody's pronouns?”"),
        value=value,
        error=error,
        rows=2,
    )


def questions_parts(
    questions: Sequence[OwnQuestion], *, value: str = "", error: str = ""
) -> dict[str, object]:
    """Ask, and one's own box."""
    return {
        "head": PageHead(
            where=_("Learn"),
            heading=_("Ask the library first"),
            lead=_("Those who live it are asked the same things all the time. Much is answered already."),
        ),
        "field": question_field(value, error),
        "button": Button(label=_("See what is here"), id="ask-library"),
        "people": Link(label=_("Ask somebody who offered"), url=words.url("questions-people"), id="to-people")
        if settings.COMMUNITY
        else None,
        "own": [_own_line(each) for each in reversed(questions)],
        "empty": Empty(
            title=_("Your box is empty"),
            text=_("A question that the library does not answer can wait here, sealed, until you find out."),
            example=_("Which words do Deaf colleagues here want for themselves?"),
        ),
    }


def _own_line(question: OwnQuestion) -> dict[str, object]:
    day = words.day_in_words(question.answered or question.asked)
    under = _("Found out on %(day)s") if question.answer else _("Asked on %(day)s")
    note = _("Change it") if question.answer else _("I found something out")
    return {
        "id": question.id,
        "text": question.text,
        "answer": question.answer,
        "under": under % {"day": day},
        "open": Link(
            label=note,
            url=words.url("learn-question", question.id),
            id=f"note-{question.id}",
            about=f"about-{question.id}",
        ),
        "forget": Button(
            label=_("Take out"), id=f"forget-{question.id}", about=f"about-{question.id}", kind="quiet"
        ),
    }


def asked_parts(text: str, hits: Sequence[Hit], twin: OwnQuestion | None) -> dict[str, object]:
    """What comes nearest to a question, and what one can do with it."""
    return {
        "head": PageHead(where=_("Ask the library first"), heading=_("What comes nearest")),
        "text": text,
        "twin": {"answer": twin.answer, "text": twin.text} if twin else None,
        "works": [shown_hit(hit) for hit in hits],
        "answers": Button(label=_("This answers it"), id="answers-it", name="deed", value="answered"),
        "keep": Button(
            label=_("Keep the question in my box"),
            id="keep-question",
            kind="plain",
            name="deed",
            value="keep",
        ),
        "again": Link(label=_("Ask something else"), url=words.url("learn-questions"), id="ask-again"),
        "nothing": _("Nothing here comes near. Keep it in your box, and look again when the library grows."),
    }


def question_parts(question: OwnQuestion, *, value: str, error: str = "") -> dict[str, object]:
    """One question of one's own, and what one found out."""
    return {
        "head": PageHead(where=_("Your box"), heading=question.text),
        "question": question.id,
        "field": Field(
            name="answer",
            label=_("What did you find out?"),
            hint=_("For yourself. The next time you ask, it comes first."),
            value=value,
            error=error,
            rows=4,
        ),
        "button": Button(label=_("Keep it"), id="keep-answer"),
        "back": Link(label=_("Back to your box"), url=words.url("learn-questions"), id="back"),
    }
