"""What the next page says after a deed with an account, a vault or the community as a whole."""

from django.utils.translation import gettext as _


def said(code: str) -> str:
    """The sentence for a code; "" for one that is not ours."""
    return {
        "token-revoked": _("Ended. It opens nothing any more."),
        "vault-locked": _("Locked. The key is forgotten here."),
        "vault-passphrase": _("Changed. The new passphrase opens your vault from now on."),
        "community-ready": _("Your community is set up. Now protect your own sign-in."),
        "signed-out-there": _("Signed out there."),
        "self-kept": _("Kept, sealed. Only you can read it."),
        "self-withdrawn": _("Taken back. Nothing of it is kept."),
        "taken-back": _("Taken back. It opens nothing any more."),
        "let-in": _("They are in, and we wrote to them."),
        "turn-down": _("Deleted, with what they wrote."),
        "duty-given": _("Given. It counts once they have a second factor."),
        "duty-taken": _("Taken back."),
    }.get(code, "")
