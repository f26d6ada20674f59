"""A walk through a scene. Every step gives a new state; the state is all there is, and nothing is kept.

Walking reads no clock and no chance: the same choices lead to the same end, always.
"""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Final, NamedTuple, NoReturn

from alongside.core.language import gettext as _
from alongside.practise.scenes import BOUND, EFFECT, NO_EFFECT, Choice, Node, Refused, Scene, Totals

_REACH: Final = BOUND + 2 * EFFECT
_HELD: Final = (
    *(min(total, BOUND) for total in range(_REACH + 1)),
    *(max(total, -BOUND) for total in range(-_REACH, 0)),
)
"""Every total that a step can reach, held within the bounds; a negative index counts from the end."""


class Setting(NamedTuple):
    """In which power setting a scene is played, under which names (a number), and in which variant."""

    power: str
    cast: int = 0
    variant: str = ""


class State(NamedTuple):
    """Where a walk stands. A tuple, because two hundred thousand are made a second when paths are counted.

    `node` asks or is an end. `passed` are the nodes since the last choice, `node` the last of them. `choices`
    are the ids chosen so far: with scene and setting they say everything else.
    """

    setting: Setting
    node: str
    passed: tuple[str, ...]
    choices: tuple[str, ...] = ()
    totals: Totals = NO_EFFECT


class Carried(NamedTuple):
    """A walk as plain values, for a signed form: no row anywhere. `content` is the scene's hash."""

    scene: str
    content: str
    power: str
    cast: int
    variant: str
    choices: tuple[str, ...]


def start(
    scene: Scene, *, power: str | None = None, cast: int | None = None, variant: str | None = None
) -> State:
    """The beginning, in the first setting where none is named. Raises Refused for one that is not there."""
    setting = Setting(
        scene.powers[0].id if power is None else power,
        cast or 0,
        (scene.variants[0].id if scene.variants else "") if variant is None else variant,
    )
    if setting not in scene.settings:
        _refuse(scene, setting)
    return State(setting, scene.opening[-1], scene.opening)


def step(scene: Scene, state: State, choice: str) -> State:
    """The state after a choice. Raises Refused where the node does not offer it."""
    setting, node, _passed, choices, (supported, agency, relation, risk) = state
    move = scene.moves.get((setting[0], node, choice))
    if move is None:
        raise _not_offered(scene, state, choice)
    passed, (more_support, more_say, more_relation, more_risk) = move
    totals = Totals(
        _HELD[supported + more_support],
        _HELD[agency + more_say],
        _HELD[relation + more_relation],
        _HELD[risk + more_risk],
    )
    return State(setting, passed[-1], passed, (*choices, choice), totals)


def back(scene: Scene, state: State) -> State:
    """The state before the last choice; the beginning stays the beginning."""
    return walk(scene, state.choices[:-1], setting=state.setting)


def walk(scene: Scene, choices: Sequence[str], *, setting: Setting) -> State:
    """The state after these choices from the beginning. Raises Refused at the first that is not offered."""
    state = start(scene, power=setting.power, cast=setting.cast, variant=setting.variant)
    for choice in choices:
        state = step(scene, state, choice)
    return state


def node_of(scene: Scene, state: State) -> Node:
    """The node at which the walk stands."""
    return scene.nodes[state.node]


def is_over(scene: Scene, state: State) -> bool:
    """Whether the walk has come to an end."""
    return not scene.nodes[state.node].choices


def carry(scene: Scene, state: State) -> Carried:
    """The walk as plain values."""
    return Carried(scene.id, scene.content, *state.setting, state.choices)


def resume(scene: Scene, carried: Sequence[object]) -> State:
    """The walk that was carried, JSON's lists welcome. Raises Refused where the scene has changed since."""
    again = _("Begin the scene again.")
    try:
        name, content, power, cast, variant, choices = carried
    except ValueError as error:
        raise Refused("", _("this is no walk through a scene."), again) from error
    if not isinstance(choices, list | tuple) or not isinstance(cast, int):
        raise Refused("", _("this is no walk through a scene."), again)
    if (name, content) != (scene.id, scene.content):
        raise Refused("", _("the scene has changed since you began."), again)
    return walk(scene, [str(each) for each in choices], setting=Setting(str(power), cast, str(variant)))


def made(scene: Scene, state: State) -> tuple[tuple[Node, Choice], ...]:
    """The choices of the walk, each with the node that offered it."""
    pairs: list[tuple[Node, Choice]] = []
    at = scene.opening[-1]
    for chosen in state.choices:
        node = scene.nodes[at]
        pairs.append((node, next(choice for choice in node.choices if choice.id == chosen)))
        at = scene.moves[state.setting.power, at, chosen].passed[-1]
    return tuple(pairs)


def settings(scene: Scene) -> tuple[Setting, ...]:
    """Every way to play a scene: power, names, variant."""
    return tuple(Setting(*each) for each in scene.settings)


def _refuse(scene: Scene, setting: Setting) -> NoReturn:
    powers = tuple(power.id for power in scene.powers)
    if setting.power not in powers:
        raise _unknown("--power", setting.power, powers)
    if not 0 <= setting.cast < scene.casts:
        cause = _("there is no set of names %(number)d here.") % {"number": setting.cast + 1}
        raise Refused("--cast", cause, _("There are: 1 to %(last)d.") % {"last": scene.casts})
    raise _unknown("--variant", setting.variant, scene.variant_ids)


def _not_offered(scene: Scene, state: State, choice: str) -> Refused:
    offered = tuple(each.id for each in scene.nodes[state.node].choices)
    if not offered:
        cause = _("the scene is over; “%(choice)s” is one choice too many.") % {"choice": choice}
        return Refused("--choose", cause, _("Leave it out."))
    return _unknown("--choose", choice, offered)


def _unknown(place: str, given: str, known: Sequence[str]) -> Refused:
    cause = _("“%(given)s” is not on offer here.") % {"given": given}
    near = get_close_matches(given, known, 1)
    if near:
        return Refused(place, cause, _("Did you mean “%(near)s”?") % {"near": near[0]})
    return Refused(place, cause, _("There is: %(known)s.") % {"known": ", ".join(known) or "-"})
