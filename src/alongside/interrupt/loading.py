"""Rules found, compiled once and kept, so that the next start costs milliseconds."""

import functools
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Final

from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.interrupt import compiled
from alongside.interrupt.compiled import Json
from alongside.interrupt.hits import Profile
from alongside.interrupt.library import rule_files
from alongside.interrupt.matcher import has_re2
from alongside.interrupt.rule_set import RuleSet

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
    written, they are compiled each time. Raises NoSuchRule for an id that no rule has, or that none of the
    profile has where `only` names it, and PackRefused for a pack that cannot be read.
    """
    read = _reader(packs, cache)
    rules = RuleSet(read(profile.value), profile=profile, read_text=lambda: read(compiled.TEXT))
    if not only and not without:
        return rules
    for name in (*only, *without):
        if not rules.knows(name) or (name in only and name not in rules.ids):
            raise _no_such_rule(name, rules, read(compiled.TEXT))
    off = {name for name in rules.ids if only and name not in only}
    return rules.but(off.union(without))


def _reader(packs: Sequence[Path], cache: Path | None) -> Read:
    """What gives a compiled part by its name: from the wheel, from the cache, or made now."""
    if not packs and (COMPILED / f"{compiled.TEXT}.json").exists():
        return lambda name: compiled.kept(COMPILED, name) or _make(rule_files())[name]
    files = rule_files(packs)
    kept_in = cache or _own_cache()
    engine = "" if has_re2() else "-plain"  # without RE2, patterns of packs cannot be judged
    folder = kept_in / f"{compiled.digest(files)}{engine}"

    @functools.cache
    def make() -> dict[str, Json]:
        made = _make(files)
        if compiled.keep(folder, made):
            compiled.forget_old(kept_in, folder)
        return made

    return lambda name: compiled.kept(folder, name) or make()[name]


def _own_cache() -> Path:
    import platformdirs  # noqa: PLC0415  # who has installed Alongside and uses no pack does without

    return Path(platformdirs.user_cache_dir("alongside", appauthor=False)) / "rules"


def _make(files: Mapping[str, bytes]) -> dict[str, Json]:
    from alongside.interrupt.book import read_book  # noqa: PLC0415  # the same
    from alongside.interrupt.compiler import compile_rules  # noqa: PLC0415  # a cache has spared us this

    return compile_rules(read_book(files), digest=compiled.digest(files))


def _no_such_rule(name: str, rules: RuleSet, text: Json) -> NoSuchRule:
    if name in text["rules"]:
        cause = _("this rule is not on in the profile “%(profile)s”.") % {"profile": rules.profile.value}
        ways = ", ".join(text["rules"][name]["profiles"])
        return NoSuchRule(name, cause, _("It is on in: %(profiles)s.") % {"profiles": ways})
    from difflib import get_close_matches  # noqa: PLC0415  # only where somebody misspelt an id

    close = ", ".join(get_close_matches(name, text["rules"], 3))
    way_out = _("Did you mean: %(names)s?") % {"names": close} if close else ""
    return NoSuchRule(name, _("there is no such rule."), way_out or _("See: alongside rules list"))
