"""What is said after a deed about an event, a feed or the budget."""

from django.utils.translation import gettext as _


def said_of_events(code: str) -> str:
    """The words for a code; "" for one that is not about events."""
    return {
        "event-coming": _("You are coming. Nobody sees who comes."),
        "event-waiting": _("You are on the list. When a seat is free, it is yours by itself."),
        "event-stepped-back": _("You are not coming any more. What you said you need is gone."),
        "event-told": _("Kept, without your name."),
        "event-proposed": _("Proposed. Now say what access there is."),
        "event-changed": _("Changed."),
        "event-access": _("Kept."),
        "event-approved": _("Approved. It can be published now."),
        "event-published": _("Published. People can come."),
        "event-held": _("Noted that it took place."),
        "event-handed-back": _("Handed back, with your word."),
        "event-taken-back": _("Taken back."),
        "event-cancelled": _("Cancelled. Calendars will show it."),
        "feed-ended": _("That address opens nothing any more."),
        "budget-opened": _("Opened. Everybody in the circle sees it."),
        "budget-planned": _("Planned. Now it waits for a yes."),
        "budget-approved": _("Approved."),
        "budget-one-yes": _("Your yes is noted. Somebody else has to say yes as well."),
        "budget-spent": _("Noted."),
        "budget-taken-out": _("Taken out."),
    }.get(code, "")
