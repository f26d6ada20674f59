"""Names for one circle alone: chosen freely, or drawn by lot, and never made from anything about somebody.

Limits: who writes under another name can still be known by how they write.
"""

import unicodedata
from collections.abc import Callable, Collection
from random import Random
from typing import Final

from alongside.core.language import gettext as _
from alongside.include.refusals import Refused

LONGEST: Final = 40
"""Characters of a name at most (our choice)."""
_HIDDEN_KINDS: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Kinds of characters that nobody sees: with them two names could look the same, or turn a line around."""


def check(given: str, *, taken: Collection[str]) -> str:
    """The name as it will be shown. Raises Refused where it is empty, too long, or looks like one in use."""
    visible = "".join(mark for mark in given if unicodedata.category(mark) not in _HIDDEN_KINDS)
    name = " ".join(unicodedata.normalize("NFKC", visible).split())
    if not name or len(name) > LONGEST:
        raise Refused(
            "pseudonym",
            _("A name for this circle has 1 to %(most)d characters.") % {"most": LONGEST},
            _("Write one, or take the one we propose."),
        )
    if _alike(name) in {_alike(each) for each in taken}:
        raise Refused(
            "pseudonym", _("This name is taken here, or too close to one that is."), _("Choose another.")
        )
    return name


def propose(*, taken: Collection[str], chance: Random) -> str:
    """A name by chance alone. `chance` has to be unguessable where it matters; see `random.SystemRandom`."""
    used = {_alike(each) for each in taken}
    for _try in range(20):
        name = f"{chance.choice(_FIRSTS)()} {chance.choice(_SECONDS)()}"
        if _alike(name) not in used:
            return name
    return f"{chance.choice(_FIRSTS)()} {chance.choice(_SECONDS)()} {chance.randrange(100, 1000)}"


def _alike(name: str) -> str:
    """Names that read the same are the same."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(mark for mark in plain if mark.isalnum())


_FIRSTS: Final[tuple[Callable[[], str], ...]] = (
    lambda: _("Amber"),
    lambda: _("Blue"),
    lambda: _("Bright"),
    lambda: _("Brown"),
    lambda: _("Calm"),
    lambda: _("Clear"),
    lambda: _("Copper"),
    lambda: _("Early"),
    lambda: _("Evening"),
    lambda: _("Green"),
    lambda: _("Grey"),
    lambda: _("Late"),
    lambda: _("Morning"),
    lambda: _("Plain"),
    lambda: _("Quiet"),
    lambda: _("Silver"),
    lambda: _("Slow"),
    lambda: _("Small"),
    lambda: _("Still"),
    lambda: _("Summer"),
    lambda: _("Tall"),
    lambda: _("Warm"),
    lambda: _("Wide"),
    lambda: _("Winter"),
)
_SECONDS: Final[tuple[Callable[[], str], ...]] = (
    lambda: _("Alder"),
    lambda: _("Beech"),
    lambda: _("Birch"),
    lambda: _("Bridge"),
    lambda: _("Brook"),
    lambda: _("Cedar"),
    lambda: _("Cloud"),
    lambda: _("Elm"),
    lambda: _("Fern"),
    lambda: _("Field"),
    lambda: _("Harbour"),
    lambda: _("Hazel"),
    lambda: _("Heron"),
    lambda: _("Hill"),
    lambda: _("Island"),
    lambda: _("Lamp"),
    lambda: _("Linden"),
    lambda: _("Maple"),
    lambda: _("Meadow"),
    lambda: _("Pebble"),
    lambda: _("Rain"),
    lambda: _("Reed"),
    lambda: _("River"),
    lambda: _("Sparrow"),
)
