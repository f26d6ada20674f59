"""What every form of report is made from."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from alongside.interrupt.hits import Hit, Level, Profile
from alongside.interrupt.results import Checked, FileResult, Suppressed

if TYPE_CHECKING:
    from alongside.interrupt.rule_set import RuleText

Json = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A check, and where rules' own texts are looked up; `shows_suppressed` tells what was set aside too."""

    checked: Checked
    about: "Callable[[str], RuleText]"
    profile: Profile = Profile.DEFAULT
    digest: str = ""
    version: str = ""
    shows_suppressed: bool = False

    def hits(self) -> Iterator[tuple[FileResult, Hit]]:
        """Every hit that stands, with its file."""
        return ((file, hit) for file in self.checked.files for hit in file.hits)

    def suppressed(self) -> Iterator[tuple[FileResult, Suppressed]]:
        """Every hit that was set aside, with its file, where that was asked for."""
        files = self.checked.files if self.shows_suppressed else ()
        return ((file, each) for file in files for each in file.suppressed)

    def count(self, level: Level) -> int:
        """How many hits of a level stand."""
        return sum(1 for hit in self.checked.hits if hit.level is level)


_BREAK: Final = re.compile(r"\s*\n[\s>#*/-]*")


def on_one_line(hit: Hit) -> str:
    """The words found, without the end of the line they go over and the mark that begins the next."""
    return _BREAK.sub(" ", hit.words)


def offer(about: "RuleText") -> str:
    """What to write instead, on one line."""
    return " · ".join(about.alternatives) or about.no_drop_in
