"""Finding a scene: by id, by where it happens, by who you are in it, by the time there is."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from math import ceil
from typing import Final

from alongside.core.language import gettext as _
from alongside.practise.paths import paths
from alongside.practise.render import texts_of
from alongside.practise.scene_files import Shelf
from alongside.practise.scenes import Refused, Scene

WORDS_A_MINUTE: Final = 200
"""How fast somebody reads who thinks along (our choice, a slow pace)."""
CHOICE_S: Final = 20
"""Time for one choice (our choice)."""
_NEAREST: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a scene should be like; "" and 0 leave it open."""

    place: str = ""
    role: str = ""
    practice: str = ""
    minutes: int = 0


def fitting(scenes: Sequence[Scene], wish: Wish) -> tuple[Scene, ...]:
    """The scenes that fit, in their order."""
    return tuple(scene for scene in scenes if not _misses(scene, wish))


def near(scenes: Sequence[Scene], wish: Wish) -> tuple[Scene, ...]:
    """The scenes that fit in all but one thing, in their order; none where nothing was asked for but one."""
    asked = sum(map(bool, (wish.place, wish.role, wish.practice, wish.minutes)))
    return tuple(scene for scene in scenes if asked > 1 and _misses(scene, wish) == 1)


def power_for(scene: Scene, role: str) -> str:
    """The power setting in which you have this role; "" where every one will do."""
    if role in {"", scene.your_role}:
        return ""
    return next((power.id for power in scene.powers if power.role == role), "")


def _misses(scene: Scene, wish: Wish) -> int:
    """In how many things a scene is not what was asked for."""
    return sum(
        (
            wish.place not in {"", *scene.places},
            wish.role not in {"", *scene.roles},
            wish.practice not in {"", scene.practice.value},
            bool(wish.minutes) and minutes_of(scene) > wish.minutes,
        )
    )


def minutes_of(scene: Scene) -> int:
    """About how many minutes the longest way takes, rounded up."""
    text = {place: len(words.split()) for place, words in texts_of(scene)}
    longest = max((len(end.choices) for end in paths(scene, power=scene.powers[0].id)), default=0)
    a_node = sum(text.values()) / len(scene.nodes)
    seconds = a_node * (longest + 2) * 60 / WORDS_A_MINUTE + longest * CHOICE_S
    return max(1, ceil(seconds / 60))


def the_scene(shelf: Shelf, id: str) -> Scene:
    """The scene with this id. Raises Refused with the nearest three."""
    found = shelf.find(id)
    if found is not None:
        return found
    ids = [scene.id for scene in shelf.scenes]
    cause = _("there is no scene “%(id)s”.") % {"id": id}
    near = get_close_matches(id, ids, _NEAREST, 0.0)
    if not near:
        raise Refused("ID", cause, _("There are no scenes here yet."))
    raise Refused("ID", cause, _("Nearest: %(ids)s.") % {"ids": ", ".join(near)})
