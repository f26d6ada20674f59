"""What there is to practise with, as the pages use it: read once, and again when entries or packs change."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property

from django.conf import settings

from alongside.core import content
from alongside.core.folder import content_roots
from alongside.practise import notice, notice_plans, repairs
from alongside.practise.finding_scenes import minutes_of
from alongside.practise.history import Behind, behind
from alongside.practise.notice import Drill
from alongside.practise.notice_plans import NoticePlan
from alongside.practise.repairs import Correction
from alongside.practise.reply_rules import Rule, rules_from
from alongside.practise.scene_files import Shelf, from_entries
from alongside.practise.scenes import Scene
from alongside.practise.schedule import seconds_of
from alongside.practise.web.labels import CORRECT, NOTICE
from alongside.web.content import WhileContentLasts

ENGLISH = "en"
"""So far there is content in English only."""


class _Held:
    """What ships, and the person's own and installed packs beside it; each read when first asked for."""

    @cached_property
    def scenes(self) -> Shelf:
        return from_entries(_entries("scenarios", ENGLISH))

    @cached_property
    def minutes(self) -> Mapping[str, int]:
        return {scene.id: minutes_of(scene) for scene in self.scenes.scenes}

    @cached_property
    def drills(self) -> tuple[Drill, ...]:
        return notice.from_entries(_entries("drills", ENGLISH))

    @cached_property
    def notice_plans(self) -> tuple[NoticePlan, ...]:
        return notice_plans.from_entries(_entries("notice-plans", ENGLISH))

    @cached_property
    def corrections(self) -> tuple[Correction, ...]:
        return repairs.from_entries(_entries("corrections", ENGLISH))

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        return rules_from(_entries("reply-rules", ENGLISH), words=_entries("reply-words", ENGLISH))

    @cached_property
    def skills(self) -> frozenset[str]:
        named = {scene.skill for scene in self.scenes.scenes} | {each.skill for each in self.corrections}
        return frozenset(named | {drill.skill for drill in self.drills})

    @cached_property
    def within(self) -> Callable[[int], tuple[tuple[Scene, ...], frozenset[str]]]:
        return cache(self._within)

    def _within(self, minutes: int) -> tuple[tuple[Scene, ...], frozenset[str]]:
        short = tuple(each for each in self.scenes.scenes if self.minutes[each.id] <= minutes)
        drilled = {name for name in self.skills if is_drill(name) and seconds_of(name) <= minutes * 60}
        return short, frozenset(drilled | {scene.skill for scene in short})

    @cached_property
    def sources(self) -> Mapping[str, str]:
        return {str(entry["id"]): _source(entry) for entry in _entries("resources", ENGLISH)}


def scenes() -> Shelf:
    """Every scene that can be played; a broken one is left out."""
    return _held().scenes


def minutes() -> Mapping[str, int]:
    """About how many minutes each scene takes, by id."""
    return _held().minutes


def drills() -> tuple[Drill, ...]:
    """Every noticing drill."""
    return _held().drills


def plans_to_take_along() -> tuple[NoticePlan, ...]:
    """Every if-then that a round of noticing may end with."""
    return _held().notice_plans


def corrections() -> tuple[Correction, ...]:
    """Every correction to answer."""
    return _held().corrections


def rules() -> tuple[Rule, ...]:
    """The rules by which a reply is read."""
    return _held().rules


def skills() -> frozenset[str]:
    """Every skill that there is something to practise with."""
    return _held().skills


def within(minutes: int) -> tuple[tuple[Scene, ...], frozenset[str]]:
    """The scenes that take no longer than this, and every skill that can be practised in that time."""
    return _held().within(minutes)


def is_drill(skill: str) -> bool:
    """Whether a skill is practised in drills, not in scenes."""
    return skill.partition(".")[0] in {NOTICE, CORRECT}


def sources(ids: Sequence[str]) -> tuple[str, ...]:
    """What something rests on, as people read it: title, authors, year. Unknown ids are left out."""
    known = _held().sources
    return tuple(known[each] for each in ids if each in known)


def history(ids: Sequence[str]) -> tuple[Behind, ...]:
    """The history cards behind a scene, by id and title."""
    return behind(ids, also=content_roots(settings.DATA), cache=settings.DATA / "cache")


_held = WhileContentLasts(_Held)


def forget_all() -> None:
    """Read everything anew at the next request."""
    _held.cache_clear()


def _source(entry: Mapping[str, object]) -> str:
    authors = entry.get("authors")
    names = ", ".join(map(str, authors)) if isinstance(authors, Sequence) else ""
    return ". ".join(
        part for part in (names, str(entry.get("title", "")), str(entry.get("year", ""))) if part
    )


def _entries(kind: str, locale: str) -> Sequence[Mapping[str, object]]:
    folder = settings.DATA
    loaded = content.load(kind, locale=locale, also=content_roots(folder), cache=folder / "cache")
    return loaded.entries
