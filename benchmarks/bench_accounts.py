"""Does an answer come sooner for an address that has an account? Wall time for both, side by side.

The two take turns, in a fresh order each time, so that whatever else the machine does falls on both alike.
"""

import os
import random
import tempfile
import time
from statistics import median

ROUNDS = 40
WARM_UP = 4
GOAL = 0.05  # SECURITY.md, figure 12: less than 5 % apart
ASKED = {
    "a sign-in code": ("/accounts/login/", "login", {}),
    "a wrong password": ("/accounts/login/", "login", {"password": "not the password at all"}),
    "an account": ("/accounts/signup/", "email", {}),
    "a new password": ("/accounts/password/reset/", "email", {}),
}


def main() -> None:
    """Make a community, ask for both kinds of address, print how far apart the answers come."""
    folder = tempfile.mkdtemp()
    os.environ |= {
        "ALONGSIDE_DATA": folder,
        "ALONGSIDE_COMMUNITY": "1",
        "ALONGSIDE_MAIL_URL": "memorymail://",
    }
    from alongside.web.set_up import set_up

    set_up()
    import django

    django.setup()
    from django.conf import settings

    settings.ACCOUNT_RATE_LIMITS = settings.MFA_RATE_LIMITS = False
    settings.ALLOWED_HOSTS = ["testserver"]
    people()
    for name, (path, field, more) in ASKED.items():
        known, unknown = times(path, field, more)
        apart = abs(known - unknown) / max(known, unknown)
        verdict = "within" if apart < GOAL else "OVER"
        print(
            f"{name:18} known {known * 1000:6.1f} ms, unknown {unknown * 1000:6.1f} ms:"
            f" {apart:.1%} apart, {verdict} {GOAL:.0%}"
        )


def people() -> None:
    """Members with a password, one for each question; and joining is open."""
    from allauth.account.models import EmailAddress
    from django.contrib.auth.hashers import make_password

    from alongside.web.models import Member, Setting

    Setting.objects.update_or_create(key="joining", defaults={"value": "open"})
    hashed = make_password("a lantern on the river")
    for number in range(ROUNDS + WARM_UP):
        member = Member.objects.create(email=f"known{number}@example.org", password=hashed)
        EmailAddress.objects.create(user=member, email=member.email, verified=True, primary=True)


def times(path: str, field: str, more: dict[str, str]) -> tuple[float, float]:
    """The median answer for addresses that have an account, and for those that have none, in seconds."""
    spent: dict[str, list[float]] = {"known": [], "stray": []}
    order = random.Random(7)  # noqa: S311  # an order of asking
    for number in range(ROUNDS + WARM_UP):
        kinds = ["known", "stray"]
        order.shuffle(kinds)
        for kind in kinds:
            spent[kind].append(answer(path, {field: f"{kind}{number}@example.org", **more}))
    return median(spent["known"][WARM_UP:]), median(spent["stray"][WARM_UP:])


def answer(path: str, form: dict[str, str]) -> float:
    """How long one answer takes, for a visitor who was never here."""
    from django.core import mail
    from django.test import Client

    mail.outbox = []
    visitor = Client()
    begun = time.perf_counter()
    visitor.post(path, form)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
