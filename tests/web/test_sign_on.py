"""Signing in through an organisation's own provider: a real one, in a process of its own on loopback."""

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import environ
import pytest
import requests
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.core import mail
from django.test import Client
from tests.processes import environment
from tests.web.community import make_member, protect
from tests.web.provider import CLIENT, SECRET
from tests.web.test_accounts import code_in, is_in

from alongside.web.models import Member, Setting
from alongside.web.sign_on import sign_on, sign_on_origins

BUTTON = "/accounts/oidc/organisation/login/"
CALLBACK = f"http://testserver{BUTTON}callback/"
ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.usefixtures("community")


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the provider answers."""
    folder = tmp_path_factory.mktemp("provider")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    words = [sys.executable, "-m", "tests.web.provider", str(port), str(folder), CALLBACK]
    held = environment()
    held.pop("DJANGO_SETTINGS_MODULE", None)
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(words, cwd=ROOT, env=held, stdout=log, stderr=log)  # noqa: S603  # our own program
    try:
        wait_for(f"http://127.0.0.1:{port}/.well-known/openid-configuration", process, folder / "log")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


def wait_for(address: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        with suppress(OSError):
            urllib.request.urlopen(address, timeout=2).close()  # noqa: S310  # our own server
            return
        time.sleep(0.1)
    pytest.fail(f"the provider did not start:\n{log.read_text('utf-8', 'replace')}")


@pytest.fixture(autouse=True)
def organisation(provider, settings, monkeypatch) -> None:
    """A community that named this provider, in the way that operators do."""
    told = {"URL": provider, "NAME": "Rivertown council", "ID": CLIENT, "SECRET": SECRET}
    for name, value in told.items():
        monkeypatch.setenv(f"ALONGSIDE_OIDC_{name}", value)
    settings.SOCIALACCOUNT_PROVIDERS = sign_on(environ.Env())


def come_through(client: Client, who: str, *, path: str = BUTTON) -> str:
    """Press the button, sign in at the provider, and come back: where one is led then."""
    there = client.post(path).headers["Location"]
    with requests.Session() as browser:
        browser.cookies.set("who", who)
        back = ""
        while not back.startswith(CALLBACK):
            answer = browser.get(back or there, allow_redirects=False, timeout=20)
            assert answer.status_code in {200, 302}, answer.text
            back = requests.compat.urljoin(there, answer.headers["Location"])
    returned = urlsplit(back)
    answer = client.get(f"{returned.path}?{returned.query}")
    return str(answer.headers.get("Location", answer.content.decode()))


def people_join(way: str) -> None:
    Setting.objects.update_or_create(key="joining", defaults={"value": way})


# -- what must not happen -----------------------------------------------------------------------------------


def test_an_address_that_the_provider_does_not_vouch_for_opens_nobodys_account(client):
    make_member("Mina", email="unsure@example.org")
    people_join("open")
    come_through(client, "unsure@example.org")
    assert not is_in(client)
    assert not SocialAccount.objects.exists()


def test_an_address_that_the_provider_does_not_vouch_for_needs_a_code(client):
    people_join("open")
    assert come_through(client, "unsure@example.org") == "/accounts/confirm-email/"
    assert not is_in(client)
    client.post("/accounts/confirm-email/", {"code": code_in(mail.outbox[0])})
    assert is_in(client)


@pytest.mark.parametrize("claim", ["true", "false", 1, None])
def test_only_the_word_true_itself_vouches_for_an_address(client, monkeypatch, claim):
    from allauth.socialaccount.providers.openid_connect import views  # noqa: PLC0415

    make_member("Mina", email="vouched@example.org")
    fetch = views.OpenIDConnectOAuth2Adapter._fetch_user_info
    monkeypatch.setattr(
        views.OpenIDConnectOAuth2Adapter,
        "_fetch_user_info",
        lambda self, token: {**fetch(self, token), "email_verified": claim},
    )
    come_through(client, "vouched@example.org")
    assert not is_in(client)


def test_where_people_join_by_invitation_the_provider_lets_no_stranger_in(client):
    page = come_through(client, "vouched@example.org")
    assert "People join by invitation" in page
    assert not Member.objects.filter(email="vouched@example.org").exists()


def test_where_people_join_on_request_who_comes_through_the_provider_waits(client):
    people_join("approval")
    assert come_through(client, "vouched@example.org") == "/join/waiting/"
    assert not is_in(client)
    assert not Member.objects.get(email="vouched@example.org").is_active


def test_a_second_factor_is_asked_for_all_the_same(client):
    protect(make_member("Mina", email="vouched@example.org"))
    assert come_through(client, "vouched@example.org") == "/accounts/2fa/authenticate/"
    assert not is_in(client)


def test_of_what_the_provider_tells_only_the_address_and_its_own_number_are_kept(client):
    people_join("open")
    come_through(client, "vouched@example.org")
    (kept,) = SocialAccount.objects.all()
    assert kept.extra_data == {}
    assert Member.objects.get().name == ""
    assert not SocialToken.objects.exists()
    come_through(Client(), "vouched@example.org")  # the second time as well
    assert SocialAccount.objects.get().extra_data == {}


def test_somebody_elses_answer_cannot_be_brought_back(client, provider):
    there = client.post(BUTTON).headers["Location"]
    assert there.startswith(provider)
    answer = client.get(f"{BUTTON}callback/?code=guessed&state=guessed")
    assert answer.status_code == 401
    assert not is_in(client)


# -- what does ----------------------------------------------------------------------------------------------


def test_where_all_may_join_an_address_that_the_provider_vouches_for_is_enough(client):
    people_join("open")
    assert come_through(client, "vouched@example.org") == "/"
    assert is_in(client)
    assert EmailAddress.objects.get(email="vouched@example.org").verified


def test_a_member_with_that_address_comes_in_and_is_connected(client):
    member = make_member("Mina", email="vouched@example.org")
    come_through(client, "vouched@example.org")
    assert is_in(client)
    assert SocialAccount.objects.get().user_id == member.pk


def test_the_button_stands_on_the_page_where_one_signs_in(client):
    page = client.get("/accounts/login/").content.decode()
    assert "Sign in through Rivertown council" in page


def test_a_form_may_be_sent_on_to_the_provider_and_nowhere_else(provider):
    assert sign_on_origins(environ.Env()) == [provider]


def test_without_an_address_there_is_no_provider(monkeypatch):
    monkeypatch.delenv("ALONGSIDE_OIDC_URL")
    assert sign_on(environ.Env()) == {}
    assert sign_on_origins(environ.Env()) == []
