"""What a deed of moderation says when it is done."""

from django.utils.translation import gettext as _


def said_in_moderation(code: str) -> str:
    """The sentence; "" for a code that is not ours."""
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
