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
    is the "module:function" that writes them all as one file. `ticks` are "module:function" of periodic work,
    called with `now=`; `digest` is "module:function" of the lines it gives to members' digests, see
    `web.digest_lines`; `says` is "module:function" of what is said after a deed, called with its code;
    `api` is "module:router" of its interface for programs. A room with `community` has pages only where
    Alongside is run for a community.
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
    api: str = ""
    says: str = ""
    community: bool = False


ROOMS: tuple[Room, ...] = (
    Room(
        name="act",
        help=_later("Plan, log and look back on what you do for others."),
        command="alongside.act.cli:act",
        keeps=("act", "commitment", "away", "reflection", "profile", "choice", "promise", "asked", "card"),
        reads="alongside.act.diary:from_stored",
        api="alongside.act.web.api:router",
        exports="alongside.act.interchange:export_diary",
        app="alongside.act.web",
        urls="alongside.act.web.urls",
        ticks=("alongside.act.web.flows_asks:tick",),
        digest="alongside.act.web.digest:digest",
        says="alongside.act.web.said:said",
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
        name="interrupt",
        help=_later("Find wording that may leave readers out, and call in."),
        keeps=("hidden-rule",),
        reads="alongside.interrupt.keeping:from_stored",
        lint="alongside.interrupt.lint:problems",
        app="alongside.interrupt.web",
        urls="alongside.interrupt.web.urls",
        says="alongside.interrupt.web.said:said",
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
        lint="alongside.learn.lint:problems",
        ticks=("alongside.learn.web.flows_questions:tick",),
        digest="alongside.learn.web.digest:lines",
        says="alongside.learn.web.said:said",
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
        name="amplify",
        help=_later("Pass on people's work with their yes and their name, and find speakers who offered."),
        app="alongside.amplify.web",
        urls="alongside.amplify.web.urls",
        ticks=("alongside.amplify.web.ticks:tick",),
        digest="alongside.amplify.web.digest:lines",
        says="alongside.amplify.web.said:said",
        community=True,
    ),
    Room(
        name="include",
        help=_later("Circles with a promise, events that people can attend, and the digest."),
        app="alongside.include.web",
        urls="alongside.include.web.urls",
        lint="alongside.include.lint:problems",
        ticks=(
            "alongside.include.web.ticks:circles",
            "alongside.include.web.ticks_moderation:keep_moving",
            "alongside.include.web.ticks_events:events",
            "alongside.include.web.flows_letters:tick",
        ),
        digest="alongside.include.web.digest_lines:lines",
        says="alongside.include.web.said:said",
        api="alongside.include.web.api:router",
        community=True,
        command="alongside.include.cli:include",
    ),
    Room(
        name="web",
        help=_later("What all rooms share: accounts, and what somebody says about themselves."),
        keeps=("self",),
        reads="alongside.core.self_description:from_stored",
        says="alongside.web.account_words:said",
    ),
)
