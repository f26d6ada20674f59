"""What the page that unlocks a vault is made of: it is also the answer to a form sent while it is locked."""

from django.utils.translation import gettext as _

from alongside.web.answering import error_links
from alongside.web.answers import Answers
from alongside.web.parts import Button, Field, PageHead


def unlock_parts(answers: Answers) -> dict[str, object]:
    """What the page that unlocks is made of."""
    return {
        "head": PageHead(
            heading=_("Open your vault"),
            lead=_("This page shows what you wrote for yourself, so it needs your passphrase."),
        ),
        "phrase": Field(
            name="passphrase",
            label=_("Passphrase"),
            kind="password",
            autocomplete="current-password",
            error=answers.errors.get("passphrase", ""),
        ),
        "code_field": Field(
            name="code",
            label=_("Recovery code"),
            hint=_("Only if you no longer know the passphrase."),
            autocomplete="off",
            error=answers.errors.get("code", ""),
        ),
        "button": Button(label=_("Open it"), id="open"),
        "errors": error_links(answers.errors),
    }
