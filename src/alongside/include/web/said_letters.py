"""What is said after a deed with letters, or with places outside."""

from django.utils.translation import gettext as _


def said_of_letters(code: str) -> str:
    """The words for a code of this area; "" for any other."""
    return {
        "letters-asked": _("Look into your mail: there is a link that asks for your yes."),
        "letters-ended": _("No more letters. Your subscription is gone."),
        "letters-bounced": _("No letter goes to that address any more."),
        "telling-added": _("News is told there from now on. Try it, to be sure."),
        "telling-gone": _("Nothing is told there any more."),
        "telling-tried": _("A trial message is on its way. Look there in a minute or two."),
    }.get(code, "")
