"""A file of answers to the self-assessment: a line for each item, so that it works without a terminal."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final, TypeVar

from alongside.core.language import gettext as _
from alongside.core.practices import Practice
from alongside.learn.assess import Answer, Item, Occasions, Share, Stall
from alongside.learn.fields import Refused

STALL: Final = "stall"
_Word = TypeVar("_Word", bound=StrEnum)
_PARTS: Final = 3


def read_answers(text: str, items: Sequence[Item]) -> tuple[tuple[Answer, ...], Mapping[Practice, Stall]]:
    """The answers and stalls that a file gives. Raises Refused naming the line."""
    by_id = {each.id: each for each in items}
    answers: list[Answer] = []
    stalls: dict[Practice, Stall] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        words = line.partition("#")[0].split()
        if not words:
            continue
        place = _("line %(n)d") % {"n": number}
        if words[0] == STALL:
            practice, stall = (*words[1:], "", "")[:2]
            stalls[_word(practice, Practice, place)] = _word(stall, Stall, place)
        else:
            answers.append(_answer(words, by_id, place))
    return tuple(answers), stalls


def _answer(words: Sequence[str], items: Mapping[str, Item], place: str) -> Answer:
    item = items.get(words[0])
    if item is None:
        cause = _("No item has the id “%(id)s”.") % {"id": words[0]}
        raise Refused(place, cause, _("See them with: alongside learn assess --list"))
    occasions = _word((*words, "")[1], Occasions, place)
    told = occasions is not Occasions.NONE and len(words) >= _PARTS
    acted = _word(words[2], Share, place) if told else None
    answer = Answer(item=item.id, practice=item.practice, occasions=occasions, acted=acted)
    if not answer.complete:
        known = ", ".join(Share)
        raise Refused(
            place, _("It came up, and it does not say in how many you acted."), _("Add one of: %s.") % known
        )
    return answer


def _word(given: str, kind: type[_Word], place: str) -> _Word:
    try:
        return kind(given)
    except ValueError as error:
        told = {"word": given, "known": ", ".join(kind)}
        raise Refused(place, _("“%(word)s” is none of: %(known)s.") % told, _("Choose one.")) from error


def listed(items: Sequence[Item]) -> str:
    """The items as a file to fill in; every line is a comment until somebody makes it an answer."""
    told = {"often": ", ".join(Occasions), "share": ", ".join(Share), "stalls": ", ".join(Stall)}
    lines = [
        _("# A line for each item you answer: its id, how often (%(often)s), then in how many you acted")
        % told,
        _("# (%(share)s). Leave out what you like. Where it stalls, if you want to say:") % told,
        f"# {STALL} {Practice.INTERRUPT} {Stall.KNOW}  # {told['stalls']}",
    ]
    for each in items:
        lines += ["", f"# {each.first_question}", f"# {each.second_question}", f"# {each.id} 1-2 half"]
    return "\n".join(lines) + "\n"
