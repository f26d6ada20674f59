"""What a deed of this room says when it is done."""

from django.utils.translation import gettext as _


def said(code: str) -> str:
    """The sentence for a code of ours; "" for any other."""
    return _in_circles(code) or _in_moderation(code)


def _in_circles(code: str) -> str:
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
    }.get(code, "")


def _in_moderation(code: str) -> str:
    return {
        "report-sent": _("Sent. A moderator says within 24 hours that they have seen it."),
        "report-seen": _("Noted. Whoever reported it hears that you have seen it."),
        "report-aside": _("It goes to somebody else. Nobody asks why."),
        "report-decided": _("Decided. Both hear of it, each as far as it concerns them."),
        "second-look": _("Asked. Another moderator looks at it."),
        "name-asked": _("Asked. The other moderators of the circle see it."),
        "name-agreed": _("You both know it now, and the person is told."),
        "notices-read": _("Noted as read."),
    }.get(code, "")
