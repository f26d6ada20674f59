"""The parts of the pages for people who offered to answer: terms, what lies with them, what they said."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from alongside.learn.educators import MOST_QUOTA, Pay
from alongside.learn.questions import QUOTA
from alongside.learn.web import words
from alongside.learn.web.queries_questions import ForMe, MyAnswer, Offering
from alongside.web.parts import Button, Choice, ChoiceGroup, Empty, Field, Item, Link, PageHead, error_links

NAMED, SHARES = "named", "shares"


def answering_parts(
    offered: Offering | None,
    lies: Sequence[ForMe],
    mine: Sequence[MyAnswer],
    *,
    values: Mapping[str, str] | None = None,
    errors: Mapping[str, str] | None = None,
) -> dict[str, object]:
    """What lies with one now, one's terms, and what one answered."""
    given, wrong = values or _as_typed(offered), errors or {}
    questions = (_quota(given, wrong), _pay(given, wrong), _fee(given, wrong))
    return {
        "head": PageHead(
            where=_("Learn"),
            heading=_("Answer questions, on your terms"),
            lead=_("You choose how many reach you in a month. You can decline each, without a reason."),
        ),
        "offers": offered is not None,
        "lies": [_line(each) for each in lies],
        "empty": Empty(
            title=_("Nothing lies with you"),
            text=_("When a question reaches you, it stands here. Nobody reminds you."),
        ),
        "quota": questions[0],
        "pay": questions[1],
        "fee": questions[2],
        "errors": error_links(questions),
        "save": Button(
            label=_("Change my terms") if offered else _("Offer to answer"),
            id="save-terms",
            kind="plain" if lies else "primary",
        ),
        "stop": Button(label=_("Offer no more"), id="stop-offering", kind="plain") if offered else None,
        "mine": [_answered(each) for each in mine],
    }


def _as_typed(offered: Offering | None) -> dict[str, str]:
    if offered is None:
        return {"quota": str(QUOTA)}
    return {"quota": str(offered.quota), "pay": offered.pay.value, "fee": offered.fee}


def _quota(given: Mapping[str, str], wrong: Mapping[str, str]) -> Field:
    hint = _("From 0 to %(most)d. 0 is a pause. What is over waits, and you do not hear of it.")
    return Field(
        name="quota",
        label=_("How many questions a month?"),
        hint=hint % {"most": MOST_QUOTA},
        kind="number",
        value=given.get("quota", ""),
        error=wrong.get("quota", ""),
    )


def _pay(given: Mapping[str, str], wrong: Mapping[str, str]) -> ChoiceGroup:
    return ChoiceGroup(
        name="pay",
        legend=_("Are you paid for it?"),
        hint=_("Alongside moves no money. It only says so, and sends you what fits."),
        error=wrong.get("pay", ""),
        choices=tuple(
            Choice(value=each.value, label=each.label, chosen=given.get("pay") == each.value) for each in Pay
        ),
    )


def _fee(given: Mapping[str, str], wrong: Mapping[str, str]) -> Field:
    return Field(
        name="fee",
        label=_("Your fee, if you have one"),
        hint=_("Such as: 40 euros an answer. The asker sees it."),
        value=given.get("fee", ""),
        error=wrong.get("fee", ""),
        optional=True,
    )


def _line(question: ForMe) -> Item:
    link = Link(label=_("Read it"), url=words.url("questions-for-me", question.id), id=f"lies-{question.id}")
    return Item(title=question.text, text=_from(question), actions=(link,))


def _from(question: ForMe) -> str:
    told = {"name": question.asked_by, "day": words.day_in_words(question.handed_on)}
    if question.asked_by:
        return _("From %(name)s, with you since %(day)s") % told
    return _("From a member, with you since %(day)s") % told


def _answered(given: MyAnswer) -> dict[str, object]:
    label = _("Do not share it any more") if given.shares else _("Let others read it")
    said = _("Others can read it.") if given.is_shared else _("Only the person who asked can read it.")
    return {
        "id": given.id,
        "text": given.text,
        "answer": given.answer,
        "under": said,
        "button": Button(
            label=label,
            id=f"share-{given.id}",
            kind="quiet",
            name="shares",
            value="" if given.shares else "yes",
            about=f"about-{given.id}",
        ),
    }


def for_me_parts(question: ForMe, *, value: str = "", error: str = "") -> dict[str, object]:
    """One question that lies with one: answer, or decline."""
    field = Field(
        name="answer",
        label=_("Your answer"),
        hint=_("A few sentences, or a link to something good. What you leave out is up to you."),
        value=value,
        error=error,
        rows=8,
    )
    return {
        "head": PageHead(where=_from(question), heading=question.text),
        "question": question.id,
        "field": field,
        "errors": error_links([field]),
        "wishes": ChoiceGroup(
            name="wish",
            legend=_("With your answer"),
            many=True,
            optional=True,
            choices=(
                Choice(value=NAMED, label=_("Show my name with it")),
                Choice(
                    value=SHARES,
                    label=_("Others may read question and answer"),
                    hint=_("Only if the person who asked agrees too. You can end it at any time."),
                ),
            ),
        ),
        "send": Button(label=_("Send the answer"), id="send-answer"),
        "decline": Button(label=_("Decline"), id="decline", kind="plain"),
        "back": Link(label=_("Leave it for now"), url=words.url("questions-answering"), id="back"),
    }
