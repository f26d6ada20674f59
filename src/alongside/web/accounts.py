"""Accounts, as django-allauth is told to keep them: who may join, and how mail is sent."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from alongside.web.joining import may_join


class Adapter(DefaultAccountAdapter):
    """Our choices where allauth asks for some."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Whether somebody may make an account now: everybody, or whoever holds an invitation."""
        return may_join(request)
