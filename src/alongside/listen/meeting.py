"""One meeting from files to report: read, measure, find. The one path that every door takes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from alongside.core.folder import content_roots, data_folder
from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.listen.aliases import read_aliases
from alongside.listen.conversation import Conversation, Extras
from alongside.listen.findings import findings
from alongside.listen.formats import read
from alongside.listen.measure import measure
from alongside.listen.metrics import Policy
from alongside.listen.names import closest, own_label
from alongside.listen.speech import SpeechLists, speech_lists
from alongside.listen.summary import Report

SAMPLE = "sample"
_SAMPLE_NAME = "festival-planning"
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the reader gives beside the transcript, as paths or as what lies there. Nothing is kept."""

    chat: Path | bytes | None = None
    roster: Path | bytes | None = None
    aliases: Path | Mapping[str, str] | None = None
    me: str | None = None
    start: str | None = None
    format: str | None = None
    language: str = "en"


NO_WISH = Wish()


def look_at(source: Path | bytes | str, *, wish: Wish = NO_WISH, name: str = "") -> Report:
    """The report on a transcript: a path, its bytes, or `SAMPLE` for ours. Raises Trouble where it cannot."""
    conversation = _sample() if source == SAMPLE else _read(source, wish, name)
    me = _reader(wish.me, [person.label for person in conversation.people])
    lists = _lists(wish.language)
    measures = measure(conversation, lists=lists, policy=Policy())
    alone = wish == Wish(language=wish.language) and isinstance(source, Path | str)
    found = findings(measures, me=me)
    return Report(measures=measures, findings=found, me=me, source=str(source) if alone else "")


def _reader(wanted: str | None, labels: list[str]) -> str | None:
    """The label of the reader. Raises Trouble with the names that may have been meant."""
    if wanted is None:
        return None
    label = own_label(wanted, labels)
    if label is not None:
        return label
    near = closest(wanted, labels)
    if near:
        way_out = _("Did you mean %(names)s?") % {"names": _(" or ").join(f"“{name}”" for name in near)}
    else:
        way_out = _("The names here: %(names)s.") % {"names": ", ".join(labels) or _("none")}
    raise Trouble("--me", _("nobody here is called “%(name)s”.") % {"name": wanted}, way_out)


def _lists(language: str) -> SpeechLists:
    """Our lists and the reader's own; compiled once where there is a data folder already."""
    folder = data_folder()
    cache = folder / "cache" if folder.is_dir() else None
    return speech_lists(language, also=content_roots(folder), cache=cache)


def _read(source: Path | bytes | str, wish: Wish, name: str) -> Conversation:
    extras = Extras(
        chat=_bytes(wish.chat),
        roster=_bytes(wish.roster),
        chat_name=_name(wish.chat),
        roster_name=_name(wish.roster),
        aliases=_aliases(wish.aliases),
        start=_seconds(wish.start),
    )
    given = Path(source) if isinstance(source, str) else source
    return read(given, name=name, format=wish.format, extras=extras)


def _sample() -> Conversation:
    folder = files("alongside.content") / "en" / "samples"

    def part(ending: str) -> bytes:
        return (folder / f"{_SAMPLE_NAME}{ending}").read_bytes()

    extras = Extras(chat=part("-chat.txt"), roster=part("-participants.csv"))
    return read(part(".vtt"), name=f"{_SAMPLE_NAME}.vtt", extras=extras)


def _bytes(path: Path | bytes | None) -> bytes | None:
    if path is None or isinstance(path, bytes):
        return path
    try:
        return path.read_bytes()
    except OSError as error:
        raise Trouble(
            str(path),
            _("cannot be read (%(why)s).") % {"why": error.strerror or error},
            _("Check the name, and that the file may be read."),
        ) from error


def _name(given: Path | bytes | None) -> str:
    return given.name if isinstance(given, Path) else ""


def _aliases(given: Path | Mapping[str, str] | None) -> Mapping[str, str] | None:
    if not isinstance(given, Path):
        return given
    data = _bytes(given)
    return None if data is None else read_aliases(data, name=given.name)


def _seconds(start: str | None) -> float | None:
    """The clock time "11:35" as seconds since midnight."""
    if start is None:
        return None
    found = _TIME.fullmatch(start)
    if found is None:
        raise Trouble(
            "--start",
            _("“%(start)s” is no time of day.") % {"start": start},
            _("Write it like 11:35 or 11:35:16."),
        )
    hours, minutes, rest = (int(part or 0) for part in found.groups())
    return float(hours * 3600 + minutes * 60 + rest)
