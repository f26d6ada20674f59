"""The community as a whole, for those who run it: its name, how people join, who waits, who has a duty."""

from collections.abc import Callable
from http import HTTPStatus

from allauth.account.models import EmailAddress
from django.db.models import QuerySet
from django.http import HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from alongside.core.clock import today
from alongside.core.problems import Trouble
from alongside.web import duties as held
from alongside.web import joining as ways
from alongside.web.answering import answer, error_links, go_on
from alongside.web.answers import Answers
from alongside.web.community import community_name, rename
from alongside.web.models import CommunityRole, Invitation, Waiting
from alongside.web.parts import Button, Choice, ChoiceGroup, Field, Link, PageHead, Term
from alongside.web.policy import action, may_try
from alongside.web.requests import MemberRequest

LONGEST_NAME = 60
Role = CommunityRole.Role


@action("community.operate", community=True)
@require_safe
def community(request: MemberRequest) -> HttpResponse:
    """What there is to run, each with where to change it."""
    invited = Invitation.objects.filter(ends__gte=today()).count()
    waiting_now = _waiting().count()
    duties_now = CommunityRole.objects.count()
    context = {
        "head": PageHead(
            heading=_("The community as a whole"),
            lead=_("You keep it running. You do not get to read what members write for themselves."),
        ),
        "terms": (
            Term(term=_("Name"), text=community_name(), action=_to("community-name")),
            Term(
                term=_("Joining"), text=_joining_words()[ways.joining()][0], action=_to("community-joining")
            ),
            Term(
                term=_("Invitations"),
                text=ngettext("%(count)d that opens", "%(count)d that open", invited) % {"count": invited},
                action=_to("community-invitations"),
            ),
            Term(
                term=_("Waiting to be let in"),
                text=ngettext("%(count)d person", "%(count)d people", waiting_now) % {"count": waiting_now},
                action=_to("community-waiting"),
            ),
            Term(
                term=_("Admins and moderators"),
                text=ngettext("%(count)d duty", "%(count)d duties", duties_now) % {"count": duties_now},
                action=_to("community-duties"),
            ),
        ),
    }
    return answer(request, "you/community", context)


@action("community.operate", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def name(request: MemberRequest) -> HttpResponse:
    """What the community is called."""
    answers = Answers(request.POST)
    if request.method == "POST":
        given = answers.text("name")
        if 0 < len(given) <= LONGEST_NAME:
            rename(request.user, given, today=today())
            return go_on("community", done="changed")
        answers.errors["name"] = _("Give it a name of at most %(most)d characters.") % {"most": LONGEST_NAME}
    field = Field(
        name="name",
        label=_("What is your community called?"),
        value=answers.text("name") if answers.errors else community_name(),
        error=answers.errors.get("name", ""),
    )
    return _form(request, _("Name"), answers, fields=(field,))


@action("community.operate", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def joining(request: MemberRequest) -> HttpResponse:
    """Who may make an account."""
    answers = Answers(request.POST)
    if request.method == "POST":
        chosen = answers.choice("joining", ways.Joining)
        if chosen is not None:
            ways.choose_joining(request.user, chosen, today=today())
            return go_on("community", done="changed")
        answers.errors["joining"] = _("Choose one of the three.")
    group = ChoiceGroup(
        name="joining",
        legend=_("How do people join?"),
        choices=tuple(
            Choice(value=way.value, label=words[0], hint=words[1], chosen=ways.joining() is way)
            for way, words in _joining_words().items()
        ),
        error=answers.errors.get("joining", ""),
    )
    return _form(request, _("Joining"), answers, group=group)


@action("community.operate", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def invitations(request: MemberRequest) -> HttpResponse:
    """Make an invitation, shown once; take one back."""
    answers = Answers(request.POST)
    link = ""
    if request.method == "POST" and answers.text("take_back"):
        ways.take_back(request.user, answers.text("take_back"), today=today())
        return go_on("community-invitations", done="taken-back")
    if request.method == "POST":
        token = ways.invite(request.user, today=today())
        link = request.build_absolute_uri(reverse("join", args=(token,)))
    open_now = Invitation.objects.filter(ends__gte=today()).order_by("ends", "token_hash")
    context = {
        "head": PageHead(
            where=_("The community as a whole"),
            heading=_("Invitations"),
            lead=_("Each makes one account, within two weeks. Send it yourself, to one person."),
        ),
        "link": link,
        "button": Button(label=_("Make an invitation"), id="invite"),
        "rows": tuple(_invitation(each, number) for number, each in enumerate(open_now)),
    }
    return answer(request, "you/invitations", context)


@action("community.operate", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def waiting(request: MemberRequest) -> HttpResponse:
    """Who asked to join: their address and what they wrote, and nothing else about them."""
    if request.method == "POST":
        answers = Answers(request.POST)
        row = _waiting().filter(pk=answers.id("member")).first() if answers.text("member") else None
        deeds: dict[str, Callable[..., None]] = {"let-in": ways.let_in, "turn-down": ways.turn_down}
        deed = deeds.get(answers.text("deed"))
        if row is not None and deed is not None:
            deed(request.user, row.member, today=today())
            return go_on("community-waiting", done=answers.text("deed"))
        return go_on("community-waiting", done="")
    context = {
        "head": PageHead(
            where=_("The community as a whole"),
            heading=_("Waiting to be let in"),
            lead=_("You see an address and what they wrote. Decide by what they want, not by who they are."),
        ),
        "rows": tuple(
            {
                "id": f"waiting-{number}",
                "member": row.member_id,
                "email": row.member.email,
                "words": row.words,
                "since": _("Since %(day)s") % {"day": date_format(row.since, "DATE_FORMAT")},
                "let_in": _decide("let-in", _("Let in"), number),
                "turn_down": _decide("turn-down", _("Turn down, and delete"), number),
            }
            for number, row in enumerate(_waiting())
        ),
    }
    return answer(request, "you/waiting", context)


@action("community.operate", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def duties(request: MemberRequest) -> HttpResponse:
    """Who runs and who moderates; the owner names admins, admins name moderators."""
    answers = Answers(request.POST)
    if request.method == "POST":
        done = _give_or_take(request, answers)
        if done:
            return go_on("community-duties", done=done)
    names_admins = may_try(request.user, "community.appoint")
    words = {Role.MODERATOR: _("Moderator: answers reports"), Role.ADMIN: _("Admin: runs the community")}
    offered = [Role.MODERATOR, *([Role.ADMIN] if names_admins else [])]
    context = {
        "head": PageHead(
            where=_("The community as a whole"),
            heading=_("Admins and moderators"),
            lead=_("A duty opens no vault and no circle. It counts once they have a second factor."),
        ),
        "rows": tuple(_duty(each, words, names_admins=names_admins) for each in held.duties()),
        "email": Field(
            name="email",
            label=_("Their e-mail address"),
            kind="email",
            value=answers.text("email"),
            error=answers.errors.get("email", ""),
        ),
        "roles": ChoiceGroup(
            name="role",
            legend=_("Which duty?"),
            choices=tuple(
                Choice(value=role.value, label=words[role], chosen=answers.text("role") == role.value)
                for role in offered
            ),
            error=answers.errors.get("role", ""),
        ),
        "button": Button(label=_("Give the duty"), id="give"),
        "errors": error_links(answers.errors),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if answers.errors else HTTPStatus.OK
    return answer(request, "you/duties", context, status=status)


def _give_or_take(request: MemberRequest, answers: Answers) -> str:
    taken = answers.whole("take")
    if taken is not None:
        held.take(request.user, taken, today=today())
        return "duty-taken"
    role = answers.choice("role", Role)
    if role is None:
        answers.errors["role"] = _("Choose a duty.")
        return ""
    try:
        held.give(request.user, role, email=answers.text("email"), today=today())
    except Trouble as trouble:
        answers.refused(trouble, at="email")
        return ""
    return "duty-given"


def _waiting() -> QuerySet[Waiting]:
    """Who waits, with a confirmed address: an address nobody confirmed may be anybody's."""
    real = EmailAddress.objects.filter(verified=True).values("user")
    return Waiting.objects.filter(member__in=real).select_related("member").order_by("since", "pk")


def _joining_words() -> dict[ways.Joining, tuple[str, str]]:
    return {
        ways.Joining.INVITATION: (
            _("By invitation"),
            _("You or another admin make a link for each person."),
        ),
        ways.Joining.APPROVAL: (
            _("On request"),
            _("Anybody can ask. An admin lets them in, and sees their address and what they write."),
        ),
        ways.Joining.OPEN: (_("Open"), _("Whoever has an e-mail address can join at once.")),
    }


def _to(page: str) -> Link:
    return Link(
        label=_("Change") if page in {"community-name", "community-joining"} else _("Look"), url=reverse(page)
    )


def _form(
    request: MemberRequest,
    heading: str,
    answers: Answers,
    *,
    fields: tuple[Field, ...] = (),
    group: ChoiceGroup | None = None,
) -> HttpResponse:
    context = {
        "head": PageHead(where=_("The community as a whole"), heading=heading),
        "fields": fields,
        "group": group,
        "button": Button(label=_("Save"), id="save"),
        "back": Link(label=_("Back"), url=reverse("community"), id="back"),
        "errors": error_links(answers.errors),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if answers.errors else HTTPStatus.OK
    return answer(request, "you/form", context, status=status)


def _invitation(each: Invitation, number: int) -> dict[str, object]:
    days = {"made": date_format(each.made, "DATE_FORMAT"), "ends": date_format(each.ends, "DATE_FORMAT")}
    return {
        "id": f"invitation-{number}",
        "text": _("Made %(made)s, opens until %(ends)s") % days,
        "button": Button(
            label=_("Take it back"),
            id=f"take-back-{number}",
            kind="quiet",
            name="take_back",
            value=each.token_hash,
            about=f"invitation-{number}",
        ),
    }


def _decide(deed: str, label: str, number: int) -> Button:
    return Button(
        label=label,
        id=f"{deed}-{number}",
        kind="plain" if deed == "let-in" else "quiet",
        name="deed",
        value=deed,
        about=f"waiting-{number}",
    )


def _duty(each: held.Duty, words: dict[Role, str], *, names_admins: bool) -> dict[str, object]:
    may_take = names_admins or each.role == Role.MODERATOR
    button = Button(
        label=_("Take it back"),
        id=f"take-{each.id}",
        kind="quiet",
        name="take",
        value=str(each.id),
        about=f"duty-{each.id}",
    )
    return {
        "id": f"duty-{each.id}",
        "name": each.name,
        "email": each.email,
        "role": words[Role(each.role)],
        "since": _("Since %(day)s") % {"day": date_format(each.since, "DATE_FORMAT")},
        "counts": each.counts,
        "button": button if may_take else None,
    }
