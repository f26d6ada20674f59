"""What the pages about letters are made of."""

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.include.web.models import Subscription
from alongside.web.answers import Answers
from alongside.web.models import Circle
from alongside.web.parts import Button, Choice, ChoiceGroup, Field, Link, PageHead, error_links

TEMPLATE_OF_A_LINK = "include/letter-link"


def own_page(kept: Subscription | None, address: str, *, error: str = "") -> dict[str, object]:
    """One's own letter: what it is, how it stands, how often it is to come."""
    how_often = ChoiceGroup(
        name="every",
        legend=_("How often?"),
        error=error,
        choices=tuple(
            Choice(value=every.value, label=str(every.label).capitalize(), chosen=_chosen(kept, every))
            for every in Subscription.Every
        ),
    )
    confirmed = kept is not None and kept.confirmed_on is not None
    label = _("Change how often") if confirmed else _("Get the letter")
    return {
        "head": PageHead(
            heading=_("Your letter"),
            lead=_(
                "What your circles ask for, what is coming up, and thanks, by mail. Off until you ask for it."
            ),
        ),
        "standing": _standing(kept, address),
        "group": how_often,
        "button": Button(label=label, id="ask", name="deed", value="ask"),
        "end": Button(label=_("End the letter"), id="end", kind="plain", name="deed", value="end")
        if kept
        else None,
        "preview": Link(
            label=_("See what would come today"), url=reverse("include:letters-preview"), id="preview"
        ),
        "errors": error_links([how_often]),
    }


def ask_page(circle: Circle, answers: Answers) -> dict[str, object]:
    """The one field for somebody without an account."""
    field = Field(
        name="address",
        label=_("Your e-mail address"),
        hint=_("We write to it once and ask for your yes. Without it the address is gone after seven days."),
        kind="email",
        autocomplete="email",
        value=answers.text("address"),
        error=answers.errors.get("address", ""),
    )
    head = PageHead(where=circle.name, heading=_("Get this circle's letters"), lead=circle.purpose)
    button = Button(label=_("Ask for them"), id="ask")
    return {"head": head, "field": field, "button": button, "errors": error_links([field])}


def confirm_page(kept: Subscription) -> dict[str, object]:
    """The one question behind the link of the first mail."""
    return {
        "head": PageHead(
            heading=_("Get these letters?"),
            lead=_("They go to %(address)s, and only there.") % {"address": kept.to},
        ),
        "words": _("Each one ends with a link that stops them. Nobody can see whether you open one."),
        "button": Button(label=_("Yes, send them"), id="confirm"),
    }


def confirmed_page() -> dict[str, object]:
    """It is settled."""
    head = PageHead(heading=_("It is settled"), lead=_("The letters come from now on."))
    return {"head": head, "words": _("You can close this page.")}


def end_page(kept: Subscription) -> dict[str, object]:
    """One button that ends them: following the link alone does nothing, for mail programs follow links."""
    return {
        "head": PageHead(
            heading=_("End these letters?"),
            lead=_("No more of them go to %(address)s.") % {"address": kept.to},
        ),
        "words": _("Your address is then gone from here."),
        "button": Button(label=_("End them"), id="end"),
    }


def ended_page() -> dict[str, object]:
    """They have ended, or there never were any: the page does not tell which."""
    head = PageHead(heading=_("No letters come by this link"), lead=_("If there were any, they have ended."))
    return {"head": head, "words": _("You can close this page.")}


def _chosen(kept: Subscription | None, every: Subscription.Every) -> bool:
    return every == (kept.every if kept else Subscription.Every.WEEK)


def _standing(kept: Subscription | None, address: str) -> str:
    told = {"address": address}
    if kept is None:
        return _("You do not get it. It would go to %(address)s.") % told
    if kept.confirmed_on is None:
        return _("We wrote to %(address)s. Open the link there and press the button; then it comes.") % told
    return _("It goes to %(address)s.") % told
