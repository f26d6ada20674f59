"""Rules found, compiled once and kept, so that the next start costs milliseconds."""

import functools
from collections.abc import Callable, Collection, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Final

import platformdirs

from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.interrupt import compiler
from alongside.interrupt.hits import Profile
from alongside.interrupt.library import read_book, rule_files
from alongside.interrupt.rule_set import Json, RuleSet

COMPILED: Final = Path(__file__).parent / "compiled"
"""What a wheel brings, made when it was built; a source tree has none."""
Read = Callable[[str], Json]


class NoSuchRule(Trouble):
    """A rule was named that is not there."""


def load_rules(
    packs: Sequence[Path] = (),
    *,
    profile: Profile = Profile.DEFAULT,
    only: Collection[str] = (),
    without: Collection[str] = (),
    cache: Path | None = None,
) -> RuleSet:
    """The rules of a profile, with those of packs: all of them, or `only` some, or all `without` some.

    They are compiled once and kept in the folder `cache`, by default the user's own; where that cannot be
    written, they are compiled each time. Raises NoSuchRule for an id that no rule of the profile has, and
    PackRefused for a pack that cannot be read.
    """
    read = _reader(packs, cache)
    rules = RuleSet(read(profile.value), profile=profile, read_text=lambda: read(compiler.TEXT))
    for name in (*only, *without):
        if name not in rules.ids:
            raise _no_such_rule(name, rules, read(compiler.TEXT))
    off = {name for name in rules.ids if only and name not in only}
    return rules.but(off.union(without)) if only or without else rules


def _reader(packs: Sequence[Path], cache: Path | None) -> Read:
    """What gives a compiled part by its name: from the wheel, from the cache, or made now."""
    if not packs and (COMPILED / f"{compiler.TEXT}.json").exists():
        return lambda name: compiler.kept(COMPILED, name) or _make(rule_files())[name]
    files = rule_files(packs)
    kept_in = cache or Path(platformdirs.user_cache_dir("alongside", appauthor=False)) / "rules"
    folder = kept_in / compiler.digest(files)

    @functools.cache
    def make() -> dict[str, Json]:
        made = _make(files)
        if compiler.keep(folder, made):
            compiler.forget_old(kept_in, folder)
        return made

    return lambda name: compiler.kept(folder, name) or make()[name]


def _make(files: Mapping[str, bytes]) -> dict[str, Json]:
    return compiler.compile_rules(read_book(files), digest=compiler.digest(files))


def _no_such_rule(name: str, rules: RuleSet, text: Json) -> NoSuchRule:
    if name in text["rules"]:
        cause = _("this rule is not on in the profile “%(profile)s”.") % {"profile": rules.profile.value}
        ways = ", ".join(text["rules"][name]["profiles"])
        return NoSuchRule(name, cause, _("It is on in: %(profiles)s.") % {"profiles": ways})
    close = ", ".join(get_close_matches(name, text["rules"], 3))
    way_out = _("Did you mean: %(names)s?") % {"names": close} if close else ""
    return NoSuchRule(name, _("there is no such rule."), way_out or _("See: alongside rules list"))
