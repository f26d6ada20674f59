"""What the deeds with asks, cards and thanks say when they are done."""

from django.utils.translation import gettext as _


def said(code: str) -> str:
    """The words for a deed of ours; "" for a code that is not ours."""
    return {
        "ask-posted": _("Posted. Your circle can read it now."),
        "ask-handed-in": _("Handed in. The steward reads it next, without your name."),
        "ask-withdrawn": _("Taken back. It is gone from the circle."),
        "ask-taken": _("Taken up. Your plan waits, sealed, under Commitments."),
        "ask-let-go": _("Given back. Nobody asks why."),
        "ask-claimed": _("Said. Now it is with those it was for."),
        "ask-answered": _("Thank you. Nobody is told that it was you."),
        "ask-moved": _("This ask has moved on. Here is where it stands."),
        "card-kept": _("Kept, sealed. Your readers see it as it is now."),
        "card-shown": _("Shown to the people you chose."),
        "nothing-chosen": _("Nobody was chosen, so nothing was shown."),
        "card-ready": _("Noted. People can show you their card now."),
        "card-revoked": _("Taken back. It can no longer be read there."),
        "thanks-sent": _("Sent, sealed for its reader."),
        "thanks-pooled": _("Sealed. It arrives on Monday, with others if there are any."),
        "thanks-wished": _("Noted."),
        "thanks-removed": _("Taken out."),
    }.get(code, "")
