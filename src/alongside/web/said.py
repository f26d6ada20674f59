"""What a deed says when it is done, on the page that follows it."""

from importlib import import_module

from django.utils.translation import gettext as _

from alongside.rooms import ROOMS


def said(code: str) -> str:
    """The sentence for a code; "" for one we do not know."""
    if not code:
        return ""  # most pages come after no deed, and need not translate every sentence
    return (_of_acts() | _of_learning()).get(code) or _said_in_rooms(code)


def _of_acts() -> dict[str, str]:
    """Deeds, plans and looks."""
    return {
        "too-late": _("That can no longer be put back. Log it again, in your own words."),
        "put-back": _("Put back."),
        "already": _("You have planned this already; here it is."),
        "logged": _("Logged. It lies sealed in your diary."),
        "forgotten": _("Taken out again."),
        "planned": _("Planned. It waits under Commitments."),
        "changed": _("Changed."),
        "kept": _("Kept, and logged."),
        "dropped": _("Let go. Nothing more to do."),
        "reopened": _("Open again."),
        "swapped": _("Here is another one."),
        "no-other": _("Nothing else fits this week. A higher capacity would open more."),
        "capacity": _("The plan fits that now."),
        "reflected": _("Kept. Only you can read it."),
        "nothing": _("Nothing was written, so nothing was kept."),
        "away": _("Set aside. A week counts as away from four days on; what you do anyway still helps."),
        "settled": _("Your week is noted. Change it whenever it changes."),
        "brought-back": _("Your entries are back."),
        "look-kept": _("Kept, sealed. Not one sentence of the transcript is in it."),
        "look-gone": _("That result is no longer held in memory. Look at the meeting again."),
        "erased": _("Everything of yours is erased."),
    }


def _of_learning() -> dict[str, str]:
    """Reading, practising, and the content they rest on."""
    return {
        "practised": _("Practised. It comes back another day."),
        "easy": _("Noted. It comes back later."),
        "schedule-forgotten": _("Forgotten. Nothing comes back until you practise again."),
        "marked-read": _("Marked as read."),
        "marked-later": _("Kept for later."),
        "marked-hidden": _("Hidden. It will not be put in your way again."),
        "unmarked": _("The mark is off."),
        "path-minutes": _("The path fits that now."),
        "path-skip": _("Left out, and the next one moved up. You can bring it back below."),
        "path-first": _("It comes first now."),
        "path-back": _("It may come again."),
        "assess-kept": _("Kept."),
        "assess-left": _("Kept. Go on whenever you like."),
        "question-solved": _("Good. Nothing of the question was kept."),
        "question-kept": _("Kept in your box."),
        "question-answered": _("Kept. The next time you ask, it comes first."),
        "labour-noted": _("Noted, for your eyes alone."),
        "openings-kept": _("Noted. Below is what you could do with it."),
        "pack-on": _("In use again."),
        "pack-off": _("Put aside. What you noted about its entries stays yours."),
    }


def _said_in_rooms(code: str) -> str:
    """What a room says after a deed of its own; see `Room.says`."""
    for named in (room.says for room in ROOMS if room.says):
        module, _colon, function = named.partition(":")
        words: str = getattr(import_module(module), function)(code)
        if words:
            return words
    return ""
