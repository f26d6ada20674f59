"""Reading a scene from its file: types, and a cure for what does not fit.

What only breaks a rule of ours (two name sets, a text of 60 words) is read all the same and told by `lint`.
"""

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from alongside.core import content
from alongside.core.content_check import Problem
from alongside.core.intentions import Intention
from alongside.core.language import gettext as _
from alongside.core.practices import Practice
from alongside.core.problems import Trouble
from alongside.core.review import content_hash, is_reviewed
from alongside.practise.links import linked
from alongside.practise.scenes import (
    EFFECT,
    CastMember,
    Choice,
    Node,
    PowerSetting,
    Refused,
    Scene,
    Totals,
    Variant,
)
from alongside.practise.strategies import Strategy
from alongside.practise.tables import Table

_Kind = TypeVar("_Kind", Practice, Strategy)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The scenes that can be played, in order of id, and what was left out and why."""

    scenes: tuple[Scene, ...]
    problems: tuple[Problem, ...] = ()

    def find(self, id: str) -> Scene | None:
        """The scene with this id, or that had it once; None where there is none."""
        return next((scene for scene in self.scenes if id == scene.id or id in scene.alias), None)


def load(path: Path) -> Scene:
    """One scene from its TOML file. Raises Refused naming file, table, key and cure."""
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
        entry: dict[str, object] = json.loads(json.dumps(document, default=str))
    except OSError as error:
        cause = _("this cannot be read (%(why)s).") % {"why": error.strerror or error}
        raise Refused(str(path), cause, _("Name a scene's file.")) from error
    except (ValueError, RecursionError) as error:
        cause = _("this is not valid TOML: %(error)s.") % {"error": error}
        raise Refused(str(path), cause, _("Mend the place it names.")) from error
    return from_entry(entry, file=str(path))


def read_scenes(*, locale: str = "en", also: Sequence[Path] = (), cache: Path | None = None) -> Shelf:
    """Every scene that ships or lies under `also`; a broken one is left out and named."""
    loaded = content.load("scenarios", locale=locale, also=also, cache=cache)
    return from_entries(loaded.entries, problems=loaded.problems)


def from_entries(entries: Sequence[Mapping[str, object]], *, problems: Sequence[Problem] = ()) -> Shelf:
    """The scenes of checked content entries."""
    scenes: list[Scene] = []
    more: list[Problem] = []
    for entry in entries:
        try:
            scenes.append(from_entry(entry))
        except Trouble as trouble:
            more.append(as_problem(trouble, file="", entry=str(entry.get("id", ""))))
    return Shelf(scenes=tuple(sorted(scenes, key=lambda scene: scene.id)), problems=(*problems, *more))


def as_problem(trouble: Trouble, *, file: str, entry: str) -> Problem:
    """A refusal as a line of the content check."""
    place = trouble.place.removeprefix(f"{file}: ").removeprefix(file)
    return Problem(file=file, entry=entry, field=place, what=trouble.cause, cure=trouble.way_out)


def from_entry(entry: Mapping[str, object], *, file: str = "") -> Scene:
    """The scene that an entry describes, linked and ready to walk. Raises Refused naming table and key."""
    top = Table(values=entry, file=file)
    setting, covers, provenance = top.table("setting"), top.table("covers"), top.table("provenance")
    scene = Scene(
        id=top.text("id"),
        title=top.text("title"),
        language=top.text("language"),
        practice=_one_of(Practice, top, "practice"),
        skill=top.text("skill"),
        place=setting.text("place"),
        your_role=setting.text("your_role"),
        note=setting.text("note"),
        powers=tuple(_power(each) for each in setting.tables("power")),
        cast={role: _members(top.table("cast"), role) for role in top.table("cast").values},
        nodes={node: _node(node, each) for node, each in top.table("nodes").named_tables()},
        variants=tuple(_variant(each) for each in top.tables("variants", needed=False)),
        form=covers.text("form", needed=False),
        grounds=covers.words("grounds"),
        topic=covers.text("topic", needed=False),
        cards=covers.words("cards"),
        sources=provenance.words("sources"),
        made_by=provenance.text("made_by", needed=False),
        claims_review=top.text("review") != "unreviewed",
        is_reviewed=is_reviewed(entry),
        also_places=setting.words("also_places"),
        alias=top.words("alias"),
        parallel_of=top.text("parallel_of", needed=False),
        licence=top.text("licence", needed=False),
        content=content_hash(entry),
    )
    return linked(scene, file=file)


def _one_of(kind: type[_Kind], table: Table, key: str) -> _Kind:
    given = table.text(key)
    return _member(kind, given, table, key)


def _member(kind: type[_Kind], given: str, table: Table, key: str) -> _Kind:
    try:
        return kind(given)
    except ValueError as error:
        known: list[str] = [each.value for each in kind]
        raise table.unknown(key, given, known) from error


def _power(table: Table) -> PowerSetting:
    return PowerSetting(
        id=table.text("id"),
        speaker=table.text("speaker"),
        affected=table.text("affected"),
        role=table.text("role", needed=False),
    )


def _members(cast: Table, role: str) -> tuple[CastMember, ...]:
    names = ("name", "they", "them", "their")
    return tuple(
        CastMember(
            **{name: each.text(name) for name in names},
            theirs=each.text("theirs", needed=False),
            themself=each.text("themself", needed=False),
        )
        for each in cast.tables(role)
    )


def _variant(table: Table) -> Variant:
    words = {key: table.text(key) for key in table.values if key not in {"id", "ground"}}
    return Variant(id=table.text("id"), ground=table.text("ground"), words=words)


def _node(id: str, table: Table) -> Node:
    return Node(
        id=id,
        text=table.text("text", needed=False),
        ask=table.text("ask", needed=False),
        choices=tuple(_choice(each) for each in table.tables("choices", needed=False)),
        to=table.text("to", needed=False),
        end=table.values.get("end") is True,
        affected=table.text("affected", needed=False),
        power_text=dict(_texts(table.table("power_text"))),
        consider=table.text("consider", needed=False),
        another_way=table.words("another_way"),
        intention=_intention(table.table("commitment")) if "commitment" in table.values else None,
    )


def _texts(table: Table) -> Iterator[tuple[str, str]]:
    for key in table.values:
        yield key, table.text(key)


def _intention(table: Table) -> Intention:
    effort = table.whole("effort", least=1, most=5)
    practice = _one_of(Practice, table, "practice")
    return Intention(cue=table.text("cue"), act=table.text("act"), practice=practice, effort=effort)


def _choice(table: Table) -> Choice:
    named = table.words("strategy", needed=True)
    return Choice(
        id=table.text("id"),
        say=table.text("say"),
        strategies=tuple(_member(Strategy, each, table, "strategy") for each in named),
        to=table.text("to"),
        effects=_totals(table.table("effects")),
        power_effects={power: _totals(each) for power, each in table.table("power_effects").named_tables()},
    )


def _totals(table: Table) -> Totals:
    known = Totals._fields
    for key in table.values:
        if key not in known:
            raise table.unknown("", key, known)
    return Totals(*(table.whole(key, least=-EFFECT, most=EFFECT) for key in known))
