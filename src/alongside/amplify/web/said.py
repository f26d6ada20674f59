"""What is said after a deed of this room."""

from django.utils.translation import gettext as _


def said(code: str) -> str:
    """The sentence; "" for a code we do not know."""
    return {
        "yes-given": _("Your yes holds from now on. You can end it here at any time."),
        "yes-ended": _("It holds no longer. Nothing of it is shown here any more."),
        "yes-asked": _("Asked. They answer if they like."),
        "passed-on": _("Passed on, with their name first."),
        "profile-saved": _("Saved. Who you chose can see it."),
        "profile-gone": _("Your profile is out, and so are its requests."),
        "speaker-asked": _("Sent. Here you see where it is."),
        "speaker-answered": _("They can read your answer."),
    }.get(code, "")
