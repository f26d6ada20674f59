"""What there is to practise with, read once a process: scenes, drills, corrections, and what they rest on."""

from collections.abc import Mapping, Sequence

from django.conf import settings

from alongside.core import content
from alongside.core.folder import content_roots
from alongside.practise import notice, repairs
from alongside.practise.notice import Drill
from alongside.practise.repairs import Correction
from alongside.practise.reply_rules import Rule, rules_from
from alongside.practise.scene_files import Shelf, from_entries
from alongside.web.content import WhileContentLasts

ENGLISH = "en"
"""So far there is content in English only."""


@WhileContentLasts
def scenes() -> Shelf:
    """Every scene that can be played; a broken one is left out."""
    return from_entries(_entries("scenarios", ENGLISH))


@WhileContentLasts
def drills() -> tuple[Drill, ...]:
    """Every noticing drill."""
    return notice.from_entries(_entries("drills", ENGLISH))


@WhileContentLasts
def corrections() -> tuple[Correction, ...]:
    """Every correction to answer."""
    return repairs.from_entries(_entries("corrections", ENGLISH))


@WhileContentLasts
def rules() -> tuple[Rule, ...]:
    """The rules by which a reply is read."""
    return rules_from(_entries("reply-rules", ENGLISH))


@WhileContentLasts
def skills() -> frozenset[str]:
    """Every skill that there is something to practise with."""
    named = {scene.skill for scene in scenes().scenes} | {each.skill for each in corrections()}
    return frozenset(named | {drill.skill for drill in drills()})


def sources(ids: Sequence[str]) -> tuple[str, ...]:
    """What something rests on, as people read it: title, authors, year. Unknown ids are left out."""
    known = _sources()
    return tuple(known[each] for each in ids if each in known)


def forget_all() -> None:
    """Read everything anew at the next request."""
    for each in (scenes, drills, corrections, rules, skills, _sources):
        each.cache_clear()


@WhileContentLasts
def _sources() -> Mapping[str, str]:
    return {str(entry["id"]): _source(entry) for entry in _entries("resources", ENGLISH)}


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
