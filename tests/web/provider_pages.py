"""The addresses of the tests' provider, and what lies in its database; see provider.py."""

from allauth.account.models import EmailAddress
from allauth.idp.oidc.models import Client
from django.contrib.auth import login
from django.contrib.auth.models import User
from django.core.management import call_command
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import include, path
from tests.web.provider import CLIENT, PEOPLE, SECRET


def sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in whoever the browser's cookie names, and go on."""
    user = User.objects.get(email=request.COOKIES["who"])
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    return redirect(request.GET["next"])


urlpatterns = [
    path("in/", sign_in, name="account_login"),
    path("in/again/", sign_in, name="account_reauthenticate"),
    path("", include("allauth.idp.urls")),
]


def fill(callback: str) -> None:
    """Its tables, its people, and Alongside as a client."""
    call_command("migrate", verbosity=0)
    for email, vouched in PEOPLE.items():
        user = User.objects.create(username=email, email=email, first_name="Vera", last_name="Ouched")
        EmailAddress.objects.create(user=user, email=email, verified=vouched, primary=True)
    client = Client(id=CLIENT, name="Alongside", scopes="openid\nprofile\nemail", skip_consent=True)
    client.redirect_uris = callback
    client.set_secret(SECRET)
    client.save()
