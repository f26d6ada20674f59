"""ROOMS: the one list that terminal, settings and addresses read. A new room is one entry here."""

from dataclasses import dataclass

from alongside.core.language import gettext_noop as _later


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A room of the house, by name only, so that naming it imports nothing.

    `command` is "module:attribute" of its click command and `help` the line `--help` shows for it; `app`
    the Django app's dotted path, `urls` its urlconf module, or empty where the room has no pages yet; `offer`
    is "module:function" of what it would put on Today, or empty; see `web.offers`. `lint` is
    "module:function" of its rules for content beyond the schemas: from all entries placed, what is wrong.
    `keeps` are the kinds of sealed entries it writes, and `reads` is "module:function" that reads them, so
    that everything of a person can be exported and brought back without one room knowing another; `exports`
    is the "module:function" that writes them all as one file. `ticks`
    are "module:function" of periodic work, called with `now=`; `digest` is "module:function" of the lines it
    gives to a member's digest, called with the member and `today=`. `says` is "module:function" of what is
    said after a deed, called with its code. A room with `community` has pages only where Alongside is run
    for a community.
    """

    name: str
    help: str
    command: str = ""
    app: str = ""
    urls: str = ""
    offer: str = ""
    lint: str = ""
    keeps: tuple[str, ...] = ()
    reads: str = ""
    exports: str = ""
    ticks: tuple[str, ...] = ()
    digest: str = ""
    says: str = ""
    community: bool = False


ROOMS: tuple[Room, ...] = (
    Room(
        name="act",
        help=_later("Plan, log and look back on what you do for others."),
        command="alongside.act.cli:act",
        keeps=("act", "commitment", "away", "reflection", "profile", "choice"),
        reads="alongside.act.diary:from_stored",
        exports="alongside.act.interchange:export_diary",
        app="alongside.act.web",
        urls="alongside.act.web.urls",
    ),
    Room(
        name="listen",
        help=_later("See who got to speak in a meeting, and where you can make room."),
        command="alongside.listen.cli:listen",
        keeps=("look",),
        app="alongside.listen.web",
        urls="alongside.listen.web.urls",
    ),
    Room(
        name="learn",
        help=_later("Find something to read, see what you do already, and what could come next."),
        command="alongside.learn.cli:learn",
        keeps=("round", "mark", "path", "openings", "labour", "question"),
        reads="alongside.learn.keeping:from_stored",
        app="alongside.learn.web",
        urls="alongside.learn.web.urls",
        offer="alongside.learn.web.offers:offer",
        digest="alongside.learn.web.letter:digest",
        lint="alongside.learn.lint:problems",
    ),
    Room(
        name="practise",
        help=_later("Rehearse a moment in five minutes; nothing you choose is kept."),
        command="alongside.practise.cli:practise",
        app="alongside.practise.web",
        urls="alongside.practise.web.urls",
        offer="alongside.practise.web.offers:offer",
        keeps=("skill",),
        reads="alongside.practise.keeping:from_stored",
        lint="alongside.practise.lint_files:problems",
    ),
    Room(
        name="include",
        help=_later("Circles with a promise, events that people can attend, and the digest."),
        command="alongside.include.cli:include",
        app="alongside.include.web",
        urls="alongside.include.web.urls",
        ticks=("alongside.include.web.flows_letters:tick",),
        says="alongside.include.web.said_letters:said_of_letters",
        community=True,
    ),
)
