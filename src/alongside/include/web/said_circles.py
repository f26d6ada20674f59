"""What a deed in a circle says when it is done."""

from django.utils.translation import gettext as _


def said_in_circles(code: str) -> str:
    """The sentence for a code of circles; "" for any other."""
    return {**_of_circles(), **_of_people_and_words()}.get(code, "")


def _of_circles() -> dict[str, str]:
    return {
        "circle-founded": _("Your circle has begun. Invite somebody, or wait until they find it."),
        "circle-joined": _("You are in."),
        "circle-asked": _("Your request is with the stewards."),
        "circle-withdrawn": _("Taken back."),
        "circle-left": _("You have left. Nobody was told."),
        "circle-invited": _("Invited. You are not told whether somebody has this address."),
        "circle-archived": _("Archived. It can be read until its posts have gone."),
        "circle-reopened": _("Open again."),
        "circle-taken-on": _("The circle is in your hands now, for a year."),
        "invitation-yes": _("Here is the charter. You are not in the circle yet."),
        "invitation-no": _("You have said no. Nobody was told."),
        "invitation-taken-back": _("The invitation has ended."),
        "charter-accepted": _("Accepted."),
        "charter-changed": _("Everybody is asked again, and has two weeks."),
    }


def _of_people_and_words() -> dict[str, str]:
    return {
        "let-in": _("They are in."),
        "not-let-in": _("Their request is gone. They are told nothing."),
        "part-offered": _("They are asked on the circle's page."),
        "part-taken": _("That is your part now."),
        "part-not-taken": _("You have said no. That is all right."),
        "part-given-back": _("You are a member again."),
        "part-kept": _("Your part is yours for another year."),
        "part-ended": _("Ended."),
        "post-written": _("Posted. It goes on the day it names."),
        "post-changed": _("Changed."),
        "post-deleted": _("Deleted."),
        "round-opened": _("The round is open."),
        "round-spoken": _("Said. Everybody here can read it."),
        "round-passed": _("You have passed. Nobody sees that."),
        "round-taken-back": _("Taken back."),
        "round-closed": _("The round is closed."),
    }
