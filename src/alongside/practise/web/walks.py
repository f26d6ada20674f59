"""A walk through a scene as it travels in the form: signed, with the version of the scene it belongs to."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from alongside.practise.scenes import Scene
from alongside.practise.walk import State, carry, resume
from alongside.practise.web.tokens import WALK, Gone, opened, sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """Where somebody stands, and whether they answer in their own words first."""

    state: State
    own: bool = False


def sealed_walk(scene: Scene, walk: Walk) -> str:
    """The walk as a token for a form."""
    return sealed([carry(scene, walk.state), walk.own], purpose=WALK)


def opened_walk(scene: Scene, token: str) -> Walk:
    """The walk of a token. Raises Gone, or Refused where the scene has changed since."""
    match opened(token, purpose=WALK):
        case [list() as carried, bool() as own]:
            return Walk(state=resume(scene, carried), own=own)
    raise Gone("", _("This page was open for too long, or changed on its way."), "")
