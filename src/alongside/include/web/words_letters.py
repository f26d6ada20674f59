"""The two short mails around letters, please confirm and you have them already; and the links in them."""

from textwrap import dedent
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.include.web.models import Subscription
from alongside.web.community import community_name
from alongside.web.home import whole
from alongside.web.mail import Mail


def request_mail(id: UUID, subscription: Subscription) -> Mail:
    """Ask for the yes without which nothing is sent."""
    text = _("""\
    Hello,

    somebody asked %(place)s to send letters to this address.
    If that was you, open this page and press the button:

    %(url)s

    If it was not you, do nothing. Nothing is sent, and after seven
    days your address is gone from here.
    """)
    url = whole(reverse("include:letters-confirm", args=[subscription.token]))
    return _mail(id, subscription, _("Please confirm your address"), text, url)


def known_mail(id: UUID, subscription: Subscription) -> Mail:
    """Somebody asked again for what this address gets already."""
    text = _("""\
    Hello,

    somebody asked %(place)s to send letters to this address.
    You get them already, so there is nothing to do.

    To end them, open this page:

    %(url)s
    """)
    return _mail(id, subscription, _("Your letters"), text, end_url(subscription))


def end_url(subscription: Subscription) -> str:
    """The page that ends these letters, signed in or not."""
    return whole(reverse("include:letters-end", args=[subscription.token]))


def _mail(id: UUID, subscription: Subscription, subject: str, text: str, url: str) -> Mail:
    told = {"place": community_name() or _("Alongside"), "url": url}
    return Mail(id=id, to=subscription.to, subject=subject, text=dedent(text) % told)
