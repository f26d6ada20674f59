"""Which scene comes next for a skill: never the same in the same setting, until all have been seen."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from alongside.practise.scenes import Scene
from alongside.practise.walk import Setting, settings


class Played(NamedTuple):
    """A scene in one setting. How often it was seen is all that is known of it; what was chosen is not."""

    scene: str
    power: str
    cast: int = 0
    variant: str = ""

    @property
    def setting(self) -> Setting:
        """The setting in which to start it."""
        return Setting(self.power, self.cast, self.variant)

    @property
    def key(self) -> str:
        """Under which it is counted as seen."""
        return f"{self.scene}/{self.power}/{self.cast}/{self.variant}"


def choose(scenes: Sequence[Scene], skill: str, seen: Mapping[str, int]) -> Played | None:
    """The scene and setting seen least; then the scene, variant, power and names seen least; then by id.

    `seen` counts by `Played.key`; other keys are for others. None where no scene has the skill.
    """
    ways = [way for scene in scenes if scene.skill == skill for way in ways_to_play(scene)]
    if not ways:
        return None
    parts = _parts_seen(ways, seen)
    return min(
        ways, key=lambda way: (seen.get(way.key, 0), *(parts[part] for part in _parts(way)), way.scene)
    )


def ways_to_play(scene: Scene) -> Iterator[Played]:
    """Every setting of a scene, in a fixed order."""
    for setting in settings(scene):
        yield Played(scene.id, *setting)


def _parts(way: Played) -> tuple[tuple[str, ...], ...]:
    name = way.scene
    return (
        (name,),
        (name, "variant", way.variant),
        (name, "power", way.power),
        (name, "cast", str(way.cast)),
    )


def _parts_seen(ways: Sequence[Played], seen: Mapping[str, int]) -> Counter[tuple[str, ...]]:
    parts: Counter[tuple[str, ...]] = Counter()
    for way in ways:
        for part in _parts(way):
            parts[part] += seen.get(way.key, 0)
    return parts
