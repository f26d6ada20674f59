"""The forms of circles: founding one, coming in, leaving, inviting, offering a part."""

from collections.abc import Sequence
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.include.charter_templates import CharterTemplate
from alongside.include.charter_templates import Opening as Way
from alongside.include.web.days import day_in_words
from alongside.include.web.pages_charter import back, clause_fields, own_clause_field, rule_fields
from alongside.include.web.queries import Line, Look, OpenInvitation
from alongside.web.answering import error_links
from alongside.web.answers import Answers
from alongside.web.models import Member, Opening
from alongside.web.parts import Button, Choice, ChoiceGroup, Confirm, Field, Link, PageHead

OWN_NAME, OTHER_NAME = "account", "other"


def found_parts(
    template: CharterTemplate,
    member: Member,
    answers: Answers,
    *,
    once: UUID,
    proposed: str,
    parent: Line | None,
) -> dict[str, object]:
    """Founding a circle from a charter: what it is called, how one comes in, and the clauses to change."""
    way = answers.values().get("opening", template.opening.value)
    return {
        "head": PageHead(
            where=parent.name if parent else _("Found a circle"),
            heading=template.title,
            lead=template.fits,
        ),
        "once": once,
        "questions": _beginning(template, answers),
        "opening": _opening(way, answers),
        "name_group": name_group(member, answers, other=way == Opening.HIDDEN),
        "name_field": name_field(answers, proposed),
        "clauses": (*clause_fields(template.promise, answers), own_clause_field(answers)),
        "rules": rule_fields(template.promise, answers),
        "standing": template.standing.sentence,
        "open_clauses": any(name.startswith(("clause", "own")) for name in answers.errors),
        "button": Button(label=_("Found this circle"), id="found"),
        "back": Link(
            label=_("Another charter"),
            url=reverse("include:circle-chapter", args=(parent.id,))
            if parent
            else reverse("include:circles-found"),
            id="back",
        ),
        "errors": error_links(answers.errors),
    }


def _beginning(template: CharterTemplate, answers: Answers) -> tuple[Field, Field]:
    typed = answers.values()
    return (
        Field(
            name="name",
            label=_("What is it called?"),
            value=typed.get("name", ""),
            error=answers.errors.get("name", ""),
        ),
        Field(
            name="purpose",
            label=_("What is it for?"),
            hint=_("A sentence that people read before they come in."),
            value=typed.get("purpose", template.purpose),
            error=answers.errors.get("purpose", ""),
            rows=2,
        ),
    )


def _opening(way: str, answers: Answers) -> ChoiceGroup:
    return ChoiceGroup(
        name="opening",
        legend=_("How do people come in?"),
        hint=_("This cannot be changed later, because people rely on it."),
        error=answers.errors.get("opening", ""),
        choices=tuple(
            Choice(value=each.value, label=each.label, hint=each.hint, chosen=each.value == way)
            for each in Way
        ),
    )


def name_group(member: Member, answers: Answers, *, other: bool) -> ChoiceGroup:
    """Under which name somebody is in a circle."""
    chosen = answers.values().get("as", OTHER_NAME if other else OWN_NAME)
    return ChoiceGroup(
        name="as",
        legend=_("Under which name are you here?"),
        hint=_("You cannot change it later. Who wants another name leaves and comes back."),
        error=answers.errors.get("as", ""),
        choices=(
            Choice(
                value=OWN_NAME,
                label=_("As everywhere: %(name)s") % {"name": member.shown_name},
                chosen=chosen == OWN_NAME,
            ),
            Choice(
                value=OTHER_NAME,
                label=_("Under a name for this circle alone"),
                hint=_("Nothing on any page leads from it to you. How you write still may."),
                chosen=chosen == OTHER_NAME,
            ),
        ),
    )


def name_field(answers: Answers, proposed: str) -> Field:
    """The name for one circle alone, proposed by chance."""
    return Field(
        name="pseudonym",
        label=_("The name for this circle"),
        hint=_("Only if you chose it above. This one was drawn by lot; write another if you like."),
        value=answers.values().get("pseudonym", proposed),
        error=answers.errors.get("pseudonym", ""),
        optional=True,
    )


def join_parts(
    seen: Look, member: Member, answers: Answers, *, proposed: str, asks: bool
) -> dict[str, object]:
    """Coming in: the name, and the yes to the charter."""
    return {
        "head": PageHead(
            where=seen.circle.name,
            heading=_("Ask to come in") if asks else _("Come in"),
            lead=_("You have read the charter. Nobody is told that you come, and you can leave at any time."),
        ),
        "circle": seen.circle.pk,
        "version": seen.charters[-1].version if seen.charters else 0,
        "name_group": name_group(member, answers, other=seen.circle.is_hidden),
        "name_field": name_field(answers, proposed),
        "request_field": Field(
            name="request",
            label=_("A few words to the stewards"),
            hint=_("They see them with the name you chose. They are deleted when you have an answer."),
            value=answers.text("request"),
            error=answers.errors.get("request", ""),
            optional=True,
            rows=2,
        )
        if asks
        else None,
        "button": Button(
            label=_("I accept the charter, and ask") if asks else _("I accept the charter"), id="come-in"
        ),
        "back": Link(
            label=_("Read the charter again"),
            url=reverse("include:circle", args=(seen.circle.pk,)),
            id="back",
        ),
        "errors": error_links(answers.errors),
    }


def leave_parts(seen: Look, *, is_last: bool) -> dict[str, object]:
    """Before somebody leaves: what goes with them, and what does not."""
    goes = [
        _("Your name in the list of people."),
        _("Your posts, and what you said in rounds, unless you let them stay."),
    ]
    if is_last:
        goes = [_("The circle and everything in it: you are the last one here.")]
    stays = [
        _("What others have read, and may remember or have copied."),
        _("Backups of the server, until they are replaced."),
    ]
    return {
        "head": PageHead(
            where=seen.circle.name,
            heading=_("Leave this circle?"),
            lead=_("You need no reason, and nobody is told."),
        ),
        "circle": seen.circle.pk,
        "stay": None
        if is_last
        else ChoiceGroup(
            name="words",
            legend=_("Your words"),
            many=True,
            choices=(Choice(value="stay", label=_("Let my posts stay, without any name")),),
        ),
        "confirm": Confirm(
            heading="",
            goes=tuple(goes),
            stays=tuple(stays),
            button=Button(label=_("Leave"), id="leave", kind="stop"),
            back=back(seen),
        ),
    }


def archive_parts(seen: Look) -> dict[str, object]:
    """Before a circle is archived, or opened again."""
    if seen.circle.archived_on is not None:
        return {
            "head": PageHead(where=seen.circle.name, heading=_("Open this circle again?")),
            "circle": seen.circle.pk,
            "confirm": Confirm(
                heading="",
                goes=(),
                stays=(_("What has gone does not come back."), _("People are in it as before.")),
                button=Button(label=_("Open it again"), id="reopen", name="deed", value="reopen"),
                back=back(seen),
            ),
        }
    return {
        "head": PageHead(
            where=seen.circle.name,
            heading=_("Archive this circle?"),
            lead=_("For a circle that has done what it was for."),
        ),
        "circle": seen.circle.pk,
        "confirm": Confirm(
            heading="",
            goes=(_("Nobody can write any more."), _("Nobody new comes in.")),
            stays=(
                _("Its people can read until the last post has gone, each on its day."),
                _("You can open it again."),
            ),
            button=Button(label=_("Archive it"), id="archive", name="deed", value="archive", kind="stop"),
            back=back(seen),
        ),
    }


def invite_parts(seen: Look, answers: Answers, waiting: Sequence[OpenInvitation]) -> dict[str, object]:
    """Inviting somebody, and the invitations that are open."""
    as_guest = answers.values().get("as_guest") == "yes"
    return {
        "head": PageHead(
            where=seen.circle.name,
            heading=_("Invite somebody"),
            lead=_("They read the charter first, and come in only with their own yes."),
        ),
        "circle": seen.circle.pk,
        "field": Field(
            name="email",
            label=_("Their e-mail address here"),
            hint=_(
                "No mail is sent. Whoever here has this address finds it under Circles. You are not told."
            ),
            kind="email",
            value=answers.text("email"),
            error=answers.errors.get("email", ""),
        ),
        "group": ChoiceGroup(
            name="as_guest",
            legend=_("As what?"),
            choices=(
                Choice(value="no", label=_("As a member"), chosen=not as_guest),
                Choice(
                    value="yes",
                    label=_("As a guest"),
                    hint=_("An ally who reads and listens, for a month. Ask the circle first."),
                    chosen=as_guest,
                ),
            ),
        ),
        "button": Button(label=_("Invite"), id="invite"),
        "open": [_open_invitation(each) for each in waiting],
        "back": back(seen),
        "errors": error_links(answers.errors),
    }


def _open_invitation(invitation: OpenInvitation) -> dict[str, object]:
    days = {"made": day_in_words(invitation.made), "ends": day_in_words(invitation.ends)}
    return {
        "id": invitation.id,
        "text": _("Invited on %(made)s, open until %(ends)s") % days,
        "as_guest": invitation.as_guest,
        "button": Button(
            label=_("Take back"),
            id=f"back-{invitation.id}",
            kind="quiet",
            about=f"invitation-{invitation.id}",
        ),
    }


def charter_change_parts(seen: Look, answers: Answers) -> dict[str, object]:
    """Changing the charter: every clause, the rules, and what to tell people."""
    typed = answers.values()
    return {
        "head": PageHead(
            where=seen.circle.name,
            heading=_("Change the charter"),
            lead=_("Talk about it first. Everybody is asked again, and has two weeks to answer."),
        ),
        "circle": seen.circle.pk,
        "version": typed.get("version", seen.charters[-1].version if seen.charters else 0),
        "clauses": (*clause_fields(seen.promise, answers), own_clause_field(answers)),
        "rules": rule_fields(seen.promise, answers),
        "notice": Field(
            name="notice",
            label=_("What do you want to tell them about it?"),
            hint=_("It stands above the changes."),
            value=answers.text("notice"),
            optional=True,
            rows=2,
        ),
        "button": Button(label=_("Put it to everybody"), id="put"),
        "back": back(seen),
        "errors": error_links(answers.errors),
    }
