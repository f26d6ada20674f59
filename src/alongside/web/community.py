"""The community as a whole: whether it is set up, its name, and the deed that sets it up."""

from datetime import date

from allauth.account.models import EmailAddress
from django.conf import settings

from alongside.core.keyfile import COMMUNITY, READY
from alongside.web.asked import once
from alongside.web.keeper import append_to_trail
from alongside.web.models import Member, Setting
from alongside.web.writing import writing


def community_name() -> str:
    """What the owner called it; "" before it is set up."""
    return setting("name")


def setting(key: str) -> str:
    """A choice of the whole community; "" where none was made."""
    return once(("setting", key), lambda: _kept(key))


def _kept(key: str) -> str:
    return Setting.objects.filter(key=key).values_list("value", flat=True).first() or ""


def put_setting(key: str, value: str) -> None:
    """Keep a choice. Call it inside the deed's own transaction."""
    Setting.objects.update_or_create(key=key, defaults={"value": value})


def rename(actor: Member, name: str, *, today: date) -> None:
    """Call the community something else."""
    with writing():
        put_setting("name", name)
        append_to_trail("community.rename", actor=actor, today=today)


def is_set_up() -> bool:
    """Whether the owner has an account."""
    return Member.objects.filter(is_owner=True, email__isnull=False).exists()


def set_up_community(*, name: str, email: str, password: str, today: date) -> Member:
    """Name the community and give its owner an account; holding the server, they need no mail."""
    with writing():
        owner, _made = Member.objects.get_or_create(is_owner=True)
        owner.email = email.lower()
        owner.set_password(password)
        owner.save()
        EmailAddress.objects.create(user=owner, email=owner.email, verified=True, primary=True)
        put_setting("name", name)
        append_to_trail("community.set-up", actor=owner, today=today)
    mark = settings.DATA / COMMUNITY
    if mark.exists():
        mark.write_text(READY, "ascii")
    return owner
