"""What is said after a deed with a question that went to people."""

from django.utils.translation import gettext as _


def said(code: str) -> str:
    """The sentence; "" for a code we do not know."""
    return {
        "question-sent": _("Sent. Here you see where it is, and what comes back."),
        "question-withdrawn": _("Taken back. Nobody has it any more."),
        "question-declined": _("Declined. Nothing more to do."),
        "answer-sent": _("Your answer is with the person who asked."),
        "offer-ended": _("You are no longer asked."),
    }.get(code, "")
