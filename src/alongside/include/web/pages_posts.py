"""The pages on which one writes: a post, its change, a listening round."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.include.posts import days_to_choose
from alongside.include.rounds import ROUND_DAYS, Place
from alongside.include.web.pages_charter import back
from alongside.include.web.queries import Look
from alongside.include.web.queries_posts import ShownPost, ShownRound
from alongside.web.answering import error_links
from alongside.web.answers import Answers
from alongside.web.parts import Button, Choice, Field, Link, Notice, NoticeKind, PageHead


def post_parts(seen: Look, answers: Answers, *, once: UUID) -> dict[str, object]:
    """Writing a post."""
    days = answers.values().get("days", str(days_to_choose(seen.promise.retention_days)[0]))
    return {
        "head": PageHead(where=seen.circle.name, heading=_("Write a post")),
        "circle": seen.circle.pk,
        "once": once,
        "text": _text(answers.text("text"), answers),
        "note": _note(answers.text("note"), answers),
        "days": Field(
            name="days",
            label=_("How long does it stay?"),
            error=answers.errors.get("days", ""),
            choices=tuple(
                Choice(value=str(each), label=_("%(days)d days") % {"days": each}, chosen=str(each) == days)
                for each in days_to_choose(seen.promise.retention_days)
            ),
        ),
        "rule": _("The Chatham House Rule holds: name nobody who is not here.")
        if seen.promise.chatham_house
        else "",
        "button": Button(label=_("Post it"), id="post-it"),
        "back": back(seen),
        "errors": error_links(answers.errors),
    }


def change_parts(seen: Look, post: ShownPost, answers: Answers) -> dict[str, object]:
    """Changing one's own post, or deleting it."""
    typed = answers.values()
    return {
        "head": PageHead(
            where=seen.circle.name, heading=_("Your post of %(day)s") % {"day": post.day}, lead=""
        ),
        "circle": seen.circle.pk,
        "post": post.id,
        "goes": post.goes,
        "text": _text(typed.get("text", post.text), answers),
        "note": _note(typed.get("note", post.note), answers),
        "may_write": seen.may_write,
        "button": Button(label=_("Change it"), id="change-it"),
        "delete": Button(label=_("Delete it"), id="delete-it", kind="stop"),
        "back": back(seen),
        "errors": error_links(answers.errors),
    }


def _text(value: str, answers: Answers) -> Field:
    return Field(
        name="text",
        label=_("What would you like to say?"),
        hint=_("Up to 5,000 characters. Nobody sees who has read it."),
        value=value,
        error=answers.errors.get("text", ""),
        rows=8,
    )


def _note(value: str, answers: Answers) -> Field:
    return Field(
        name="note",
        label=_("Content note"),
        hint=_(
            "If it is about violence, insult, or loss, say so in a few words. Your text is folded under it."
        ),
        value=value,
        error=answers.errors.get("note", ""),
        optional=True,
    )


def new_round_parts(seen: Look, answers: Answers, *, once: UUID) -> dict[str, object]:
    """Opening a listening round."""
    days = answers.values().get("days", "7")
    return {
        "head": PageHead(
            where=seen.circle.name,
            heading=_("Open a listening round"),
            lead=_("One question. Each of you speaks once, or passes. No one replies."),
        ),
        "circle": seen.circle.pk,
        "once": once,
        "question": Field(
            name="question",
            label=_("What do you ask?"),
            hint=_("One thing that can be told from one's own life. “When did somebody make room for you?”"),
            value=answers.text("question"),
            error=answers.errors.get("question", ""),
            rows=2,
        ),
        "days": Field(
            name="days",
            label=_("How long is it open?"),
            error=answers.errors.get("days", ""),
            choices=tuple(
                Choice(value=str(each), label=_("%(days)d days") % {"days": each}, chosen=str(each) == days)
                for each in ROUND_DAYS
            ),
        ),
        "button": Button(label=_("Open the round"), id="open-round"),
        "back": back(seen),
        "errors": error_links(answers.errors),
    }


def round_parts(seen: Look, shown: ShownRound, answers: Answers) -> dict[str, object]:
    """A round: what was said so far, and one's own turn."""
    spoke = shown.place is Place.HAS_SPOKEN or any(said.mine for said in shown.said)
    may = shown.place in (Place.MAY_SPEAK, Place.PASSED)
    return {
        "head": PageHead(where=_("Listening round"), heading=shown.line.question, lead=_how(shown)),
        "circle": seen.circle.pk,
        "round": shown.line.id,
        "said": shown.said,
        "goes": shown.goes,
        "notice": _round_notice(shown),
        "text": Field(
            name="text",
            label=_("Your turn"),
            hint=_("You speak once. There is no answer to it, only people who have read it."),
            value=answers.text("text"),
            error=answers.errors.get("text", ""),
            rows=6,
        )
        if may
        else None,
        "speak": Button(label=_("Say it"), id="speak"),
        "pass": Button(label=_("I pass"), id="pass", kind="quiet")
        if shown.place is Place.MAY_SPEAK
        else None,
        "take_back": Button(label=_("Take my words back"), id="take-back", kind="quiet") if spoke else None,
        "close": Button(label=_("Close the round"), id="close", kind="plain")
        if shown.line.is_open and seen.may_lead
        else None,
        "back": back(seen),
        "errors": error_links(answers.errors),
    }


def _how(shown: ShownRound) -> str:
    if not shown.line.is_open:
        return _("This round is closed. What was said can be read until it goes.")
    day = {"day": shown.line.closes}
    return _("Open until %(day)s. Each of you speaks once, or passes. No one replies.") % day


def _round_notice(shown: ShownRound) -> Notice | None:
    if shown.place is Place.LISTENS:
        return Notice(kind=NoticeKind.INFO, text=_("In this round you listen."))
    if shown.place is Place.PASSED:
        text = _("You have passed. Nobody sees that. If you find words, you can still say them.")
        return Notice(kind=NoticeKind.INFO, text=text)
    return None


def link_to_change(seen: Look, post: ShownPost) -> Link:
    """Where one's own post is changed."""
    address = reverse("include:circle-post-change", args=(seen.circle.pk, post.id))
    return Link(label=_("Change or delete"), url=address, id=f"change-{post.id}", about=f"post-{post.id}")
