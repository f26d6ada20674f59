"""The parts of the pages on which somebody asks people: what is here first, then one person who offered."""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from alongside.learn.search import Hit
from alongside.learn.web import words
from alongside.learn.web.pages_library import shown_hit
from alongside.learn.web.queries_questions import MyQuestion, Shared
from alongside.web.parts import (
    Button,
    Choice,
    ChoiceGroup,
    Empty,
    Field,
    Item,
    Link,
    PageHead,
    ShownWork,
    Term,
)

NAMED, CAN_PAY, SHARES = "named", "can-pay", "shares"


def people_parts(
    mine: Sequence[MyQuestion], *, value: str = "", error: str = "", shared: int = 0
) -> dict[str, object]:
    """Ask, and what one asked so far."""
    return {
        "head": PageHead(
            where=_("Learn"),
            heading=_("Ask somebody who offered"),
            lead=_("First you see what is here. If that does not help, one person gets your question."),
        ),
        "field": Field(
            name="text",
            label=_("What would you like to ask?"),
            hint=_("Write it so that it needs no names: neither yours nor another's."),
            value=value,
            error=error,
            rows=3,
        ),
        "button": Button(label=_("See what is here"), id="ask-here"),
        "mine": [_line(each) for each in mine],
        "empty": Empty(
            title=_("You have asked nothing yet"),
            text=_("What you send stands here, with where it is and what came back."),
            example=_("What should I know before I invite a Deaf speaker?"),
        ),
        "answers": Link(
            label=_("Answers that were shared"), url=words.url("questions-answers"), id="to-shared"
        )
        if shared
        else None,
        "offer": Link(label=_("Offer to answer"), url=words.url("questions-answering"), id="to-answering"),
    }


def _line(question: MyQuestion) -> Item:
    link = Link(label=_("Open it"), url=words.url("questions-sent", question.id), id=f"sent-{question.id}")
    return Item(title=question.text, text=question.standing, actions=(link,))


def near_parts(  # what a page before sending has to say
    text: str,
    hits: Sequence[Hit],
    shared: Sequence[Shared],
    twin: Shared | None,
    *,
    once: UUID,
    error: str = "",
) -> dict[str, object]:
    """What comes nearest, and on what terms the question could be sent."""
    return {
        "head": PageHead(where=_("Ask somebody who offered"), heading=_("What is here already")),
        "text": text,
        "once": once,
        "twin": twin,
        "works": [_near(hit, shared) for hit in hits],
        "nothing": _("Nothing here comes near."),
        "solved": Button(label=_("This answers it"), id="answers-it", name="deed", value="answered"),
        "terms": _terms(error),
        "send": Button(
            label=_("Send it to one person"), id="send-question", kind="plain", name="deed", value="send"
        ),
        "again": Link(label=_("Ask something else"), url=words.url("questions-people"), id="ask-again"),
    }


def _near(hit: Hit, shared: Sequence[Shared]) -> ShownWork:
    answer = next((each for each in shared if each.id.hex == hit.id), None)
    if answer is None:
        return shown_hit(hit)
    url = f"{words.url('questions-answers')}#answer-{answer.id}"
    link = Link(label=answer.text, url=url, id=f"near-{answer.id}")
    return ShownWork(
        link=link, facts=_("Answered here before"), text=hit.snippet, about=" ".join(hit.reasons)
    )


def _terms(error: str = "") -> ChoiceGroup:
    return ChoiceGroup(
        name="wish",
        legend=_("If you send it"),
        hint=_("Leave all of them open, and nobody learns that it was you."),
        error=error,
        many=True,
        optional=True,
        choices=(
            Choice(value=NAMED, label=_("Show my name to the person who answers")),
            Choice(
                value=SHARES,
                label=_("Others may read question and answer"),
                hint=_("Without your name, and only if the person who answers agrees too."),
            ),
            Choice(
                value=CAN_PAY,
                label=_("I, or my organisation, can pay for an answer"),
                hint=_("Then it can also reach people who ask for a fee. You settle it with each other."),
            ),
        ),
    )


def sent_parts(question: MyQuestion) -> dict[str, object]:
    """One question that was sent: where it is, and what came back."""
    return {
        "head": PageHead(where=_("Your question"), heading=question.text),
        "question": question,
        "terms": _facts(question),
        "answer_head": _("%(name)s wrote") % {"name": question.answered_by}
        if question.answered_by
        else _("The answer"),
        "withdraw": Button(label=_("Take it back"), id="withdraw", kind="plain")
        if question.is_open
        else None,
        "share": _share_button(shares=question.shares),
        "shared": _shared_words(question),
        "library": Link(label=_("Look in the library"), url=words.url("learn-search"), id="to-library"),
        "back": Link(label=_("Back to your questions"), url=words.url("questions-people"), id="back"),
    }


def _facts(question: MyQuestion) -> tuple[Term, ...]:
    day = Term(term=_("Asked on"), text=words.day_in_words(question.asked_on))
    where = Term(term=_("Where it is"), text=question.standing)
    fee = Term(term=_("Fee"), text=_("They ask for: %(fee)s") % {"fee": question.fee})
    return (day, where, fee) if question.fee else (day, where)


def _share_button(*, shares: bool) -> Button:
    label = _("Do not share it any more") if shares else _("Let others read it")
    return Button(label=label, id="share", kind="quiet", name="shares", value="" if shares else "yes")


def _shared_words(question: MyQuestion) -> str:
    if question.is_shared:
        return _("You both agreed that others may read this, without your name.")
    if question.shares:
        return _("You agreed that others may read this. It stays between you until both agree.")
    return _("Only you and the person who answers can read this.")


def shared_parts(shared: Sequence[Shared]) -> dict[str, object]:
    """The answers that two people agreed to share."""
    return {
        "head": PageHead(
            where=_("Learn"),
            heading=_("Answers that were shared"),
            lead=_("Whoever asked and whoever answered agreed that you may read them."),
        ),
        "answers": [
            {"id": f"answer-{each.id}", "text": each.text, "answer": each.answer, "under": _under(each)}
            for each in shared
        ],
        "empty": Empty(
            title=_("No shared answers yet"),
            text=_("When the two people agree, an answer stands here, so that nobody has to give it twice."),
            example=_("What is a good way to ask for somebody's pronouns?"),
        ),
        "back": Link(label=_("Ask something yourself"), url=words.url("questions-people"), id="back"),
    }


def _under(answer: Shared) -> str:
    day = words.day_in_words(answer.day)
    told = {"name": answer.by, "day": day}
    return _("%(name)s, %(day)s") % told if answer.by else day
