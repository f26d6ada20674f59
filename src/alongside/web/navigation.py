"""What every page's frame needs: the way around. Rooms without pages are not shown."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from alongside.web.parts import Part
from alongside.web.places import fixed_place


@dataclass(frozen=True, slots=True, kw_only=True)
class NavLink(Part):
    """One place to go; `current` marks the page one is on."""

    label: str
    url: str
    current: bool


def navigation(request: HttpRequest) -> dict[str, object]:
    """Context processor: `nav` for a signed-in member, in the order of the loop."""
    if not getattr(request, "user", None) or not request.user.is_authenticated:
        return {"nav": ()}
    match = request.resolver_match
    here = match.view_name if match else ""
    links = _together() if settings.COMMUNITY else _alone()
    return {
        "nav": tuple(
            NavLink(label=label, url=fixed_place(name), current=_is_under(here, name))
            for label, name in links
        )
    }


def _is_under(here: str, name: str) -> bool:
    """Whether a page is that place or lies under it: `circles-found` and `circle-join` under `circles`."""
    one = name.removesuffix("s")
    return here in (name, one) or here.startswith((f"{name}-", f"{one}-"))


def _alone() -> tuple[tuple[str, str], ...]:
    return (
        (_("Today"), "act:today"),
        (_("Look"), "listen:look"),
        (_("Words"), "interrupt:words"),
        (_("Learn"), "learn:learn"),
        (_("Practise"), "practise:practise"),
        (_("Commitments"), "act:commitments"),
        (_("Look back"), "act:look-back"),
        (_("My data"), "act:my-data"),
        (_("Help"), "help"),
    )


def _together() -> tuple[tuple[str, str], ...]:
    """With others the loop begins with what somebody asked for."""
    return (
        (_("Today"), "act:today"),
        (_("Asks"), "act:asks"),
        (_("Circles"), "include:circles"),
        (_("Events"), "include:events"),
        (_("Pass on"), "amplify:amplify"),
        (_("Look"), "listen:look"),
        (_("Words"), "interrupt:words"),
        (_("Learn"), "learn:learn"),
        (_("Practise"), "practise:practise"),
        (_("Commitments"), "act:commitments"),
        (_("Look back"), "act:look-back"),
        (_("Help"), "help"),
    )
