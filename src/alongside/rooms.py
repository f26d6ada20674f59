"""ROOMS: the one list that terminal, settings and addresses read. A new room is one entry here."""

from dataclasses import dataclass

from alongside.core.language import gettext_noop as _later


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What a room keeps of a person under one `kind`, so that My data can show, export and erase all of it.

    `name` and `holds` are how it is told there. `reads` is "module:function" of what reads one body, and raises
    KeyError, TypeError or ValueError where it cannot, so that nothing unreadable is brought back; or empty.
    """

    kind: str
    name: str
    holds: str
    reads: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A room of the house, by name only, so that naming it imports nothing.

    `command` is "module:attribute" of its click command and `help` the line `--help` shows for it; `app`
    the Django app's dotted path, `urls` its urlconf module, or empty where the room has no pages yet; `offer`
    is "module:function" of what it would put on Today, or empty; see `web.offers`. `lint` is
    "module:function" of its rules for content beyond the schemas: from all entries placed, what is wrong.
    """

    name: str
    help: str
    command: str
    app: str = ""
    urls: str = ""
    offer: str = ""
    lint: str = ""
    keeps: tuple[Kept, ...] = ()


ROOMS: tuple[Room, ...] = (
    Room(
        name="act",
        help=_later("Plan, log and look back on what you do for others."),
        command="alongside.act.cli:act",
        app="alongside.act.web",
        urls="alongside.act.web.urls",
    ),
    Room(
        name="listen",
        help=_later("See who got to speak in a meeting, and where you can make room."),
        command="alongside.listen.cli:listen",
        app="alongside.listen.web",
        urls="alongside.listen.web.urls",
        keeps=(
            Kept(
                kind="look",
                name=_later("Looks at meetings"),
                holds=_later("numbers, verdicts and names, never the text"),
            ),
        ),
    ),
    Room(
        name="learn",
        help=_later("Find something to read, see what you do already, and what could come next."),
        command="alongside.learn.cli:learn",
        lint="alongside.learn.lint:problems",
    ),
    Room(
        name="practise",
        help=_later("Rehearse a moment in five minutes; nothing you choose is kept."),
        command="alongside.practise.cli:practise",
        app="alongside.practise.web",
        urls="alongside.practise.web.urls",
        offer="alongside.practise.web.offers:offer",
        keeps=(
            Kept(
                kind="skill",
                name=_later("Practising"),
                holds=_later("when a skill comes back, and what was shown; never what you chose or wrote"),
                reads="alongside.practise.keeping:read_body",
            ),
        ),
        lint="alongside.practise.lint_files:problems",
    ),
)
