"""What is said after a deed with a rule."""

from django.utils.translation import gettext as _


def said(code: str) -> str:
    """The sentence; "" for a code we do not know."""
    return {
        "rule-hidden": _("Hidden for you. Nobody else is told, and you can bring it back at any time."),
        "rule-shown": _("It counts again for you."),
    }.get(code, "")
