"""What the page about telling a circle's news elsewhere is made of."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.include.posters import Kind, News, Service
from alongside.include.web.models import Poster
from alongside.web.answers import Answers
from alongside.web.home import whole
from alongside.web.models import Circle
from alongside.web.parts import Button, Choice, Empty, Field, Link, PageHead, error_links


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPlace:
    """One place: what and where, and what one can do about it."""

    id: str
    title: str
    text: str
    url: str
    buttons: tuple[Button, ...]


def names() -> dict[Service, str]:
    """The services as people call them."""
    return {
        Service.SLACK: "Slack",
        Service.TEAMS: "Microsoft Teams",
        Service.MATTERMOST: "Mattermost",
        Service.ZULIP: "Zulip",
        Service.MASTODON: "Mastodon",
        Service.WEBHOOK: _("Another program (signed)"),
    }


def places_page(circle: Circle, posters: Sequence[Poster], answers: Answers) -> dict[str, object]:
    """Where news is told, and the form for a new place."""
    fields = _fields(answers)
    return {
        "head": PageHead(
            where=circle.name,
            heading=_("Tell news elsewhere"),
            lead=_("Events that are published, and that a letter is out. Never who is in the circle."),
        ),
        "hidden": circle.is_hidden,
        "places": tuple(_place(circle, poster) for poster in posters),
        "empty": Empty(
            title=_("News is told nowhere else yet."),
            text=_("Name a channel below, and people read there that an event is on."),
        ),
        "service": fields[0],
        "url_field": fields[1],
        "token": fields[2],
        "button": Button(label=_("Tell it there"), id="add"),
        "back": Link(label=_("Back"), url=reverse("include:letters-archive", args=[circle.pk]), id="back"),
        "errors": error_links(fields),
    }


def key_page(circle: Circle, key: str) -> dict[str, object]:
    """The key, once."""
    return {
        "head": PageHead(
            where=circle.name,
            heading=_("Your key, shown once"),
            lead=_("The other program checks with it that a message comes from here."),
        ),
        "key": key,
        "onward": Link(label=_("I have it"), url=reverse("include:telling", args=[circle.pk]), id="onward"),
    }


def trial_news(circle: Circle) -> News:
    """What is told when a place is tried out."""
    return News(
        kind=Kind.TRIAL,
        title=circle.name,
        text=_("This is a trial. News of this circle will be told here."),
        url=whole(reverse("include:letters-archive", args=[circle.pk])),
    )


def _fields(answers: Answers) -> tuple[Field, Field, Field]:
    chosen = answers.text("service")
    return (
        Field(
            name="service",
            label=_("Where"),
            error=answers.errors.get("service", ""),
            choices=tuple(
                Choice(value=service.value, label=name, chosen=service.value == chosen)
                for service, name in names().items()
            ),
        ),
        Field(
            name="url",
            label=_("The address it gave you"),
            hint=_("It begins with https:// and is a secret: whoever has it can post there."),
            kind="url",
            value=answers.text("url"),
            error=answers.errors.get("url", ""),
        ),
        Field(
            name="token",
            label=_("Access token"),
            hint=_("For Mastodon only. The address there ends in /api/v1/statuses."),
            optional=True,
            error=answers.errors.get("token", ""),
        ),
    )


def _place(circle: Circle, poster: Poster) -> ShownPlace:
    about = f"place-{poster.pk}"
    deeds = [("try", _("Try it"), "plain"), ("take-away", _("Take it away"), "quiet")]
    if poster.service == Service.WEBHOOK:
        deeds.insert(1, ("renew", _("New key"), "quiet"))
    if circle.is_hidden:  # nothing is told there any more, so there is nothing to try
        deeds = deeds[-1:]
    return ShownPlace(
        id=about,
        title=names()[Service(poster.service)],
        text=poster.host,
        url=reverse("include:telling-place", args=[circle.pk, poster.pk]),
        buttons=tuple(
            Button(label=label, id=f"{deed}-{poster.pk}", kind=kind, name="deed", value=deed, about=about)
            for deed, label, kind in deeds
        ),
    )
