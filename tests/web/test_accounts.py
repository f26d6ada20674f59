"""Coming in: by code, by password, with a second factor; what an answer gives away, when a sign-in ends."""

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.conf import settings
from django.core import mail
from django.test import Client
from tests.web.community import SECRET, client_of, make_member, open_vault_in, protect
from tests.web.one_time import app_code

from alongside.web import links, policy, presence, views_account
from alongside.web.models import CommunityRole, Member, Setting, SignedIn

PASSWORD = "a lantern on the river"  # noqa: S105  # of these tests alone
LOGIN = "/accounts/login/"

pytestmark = pytest.mark.usefixtures("community")


def code_in(message: mail.EmailMessage) -> str:
    """The line that is a code."""
    (found,) = re.findall(r"^([A-Z0-9-]{6,9})$", message.body, re.MULTILINE)
    return found


def with_password(name: str, **more: object) -> Member:
    member = make_member(name, **more)
    member.set_password(PASSWORD)
    member.save()
    return member


def is_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


def sign_in(client: Client, member: Member, password: str = "") -> str:
    """Where one is led after asking for a code, or giving a password."""
    return client.post(LOGIN, {"login": member.email, "password": password}).headers.get("Location", "")


# -- ways in ------------------------------------------------------------------------------------------------


def test_a_code_from_the_mail_opens_the_door_once(client):
    member = make_member("Mina")
    assert sign_in(client, member) == "/accounts/login/code/confirm/"
    code = code_in(mail.outbox[0])
    assert client.post("/accounts/login/code/confirm/", {"code": code}).status_code == 302
    assert is_in(client)
    another = Client()
    sign_in(another, make_member("Other"))
    another.post("/accounts/login/code/confirm/", {"code": code})
    assert not is_in(another)


def test_a_wrong_code_opens_nothing(client):
    sign_in(client, make_member("Mina"))
    answer = client.post("/accounts/login/code/confirm/", {"code": "AAAAAA"})
    assert "does not fit" in answer.content.decode()
    assert not is_in(client)


def test_a_password_opens_the_door_for_who_has_one(client):
    member = with_password("Mina")
    sign_in(client, member, "not it at all")
    assert not is_in(client)
    sign_in(client, member, PASSWORD)
    assert is_in(client)


def test_a_second_factor_is_asked_for_after_a_password(client):
    member = with_password("Mina")
    protect(member)
    assert sign_in(client, member, PASSWORD) == "/accounts/2fa/authenticate/"
    assert not is_in(client)
    client.post("/accounts/2fa/authenticate/", {"code": app_code(SECRET)})
    assert is_in(client)


def test_a_second_factor_is_asked_for_after_a_code_by_mail(client):
    member = make_member("Mina")
    protect(member)
    sign_in(client, member)
    answer = client.post("/accounts/login/code/confirm/", {"code": code_in(mail.outbox[0])})
    assert answer.headers["Location"] == "/accounts/2fa/authenticate/"
    assert not is_in(client)


def test_a_recovery_code_stands_in_once_for_a_lost_app(client):
    member = with_password("Mina")
    protect(member)
    (code, *_others) = RecoveryCodes.activate(member).get_unused_codes()
    for expected in (True, False):
        client.logout()
        sign_in(client, member, PASSWORD)
        client.post("/accounts/2fa/authenticate/", {"code": code})
        assert is_in(client) is expected


def test_a_new_password_is_chosen_with_a_code_and_tells_nobody_the_old_one(client):
    member = with_password("Mina")
    client.post("/accounts/password/reset/", {"email": member.email})
    client.post("/accounts/password/reset/confirm/", {"code": code_in(mail.outbox[0])})
    client.post("/accounts/password/reset/complete/", {"password1": "another lantern, further on"})
    sign_in(client, member, PASSWORD)
    assert not is_in(client)
    sign_in(client, member, "another lantern, further on")
    assert is_in(client)


def test_an_address_is_added_only_with_the_code_that_was_sent_there():
    member = make_member("Mina")
    client = client_of(member)
    client.post("/accounts/email/", {"email": "mina@new.example", "action_add": "yes"})
    assert not EmailAddress.objects.filter(email="mina@new.example", verified=True).exists()
    client.post("/accounts/confirm-email/", {"code": code_in(mail.outbox[0])})
    assert EmailAddress.objects.filter(user=member, email="mina@new.example", verified=True).exists()


def test_mail_about_an_account_says_neither_from_where_nor_with_what():
    client = client_of(with_password("Mina"))
    client.post(
        "/accounts/password/change/",
        {"oldpassword": PASSWORD, "password1": "another lantern, further on"},
        HTTP_USER_AGENT="Nosy/1.0",
    )
    assert "was changed" in mail.outbox[0].body
    assert "127.0.0.1" not in mail.outbox[0].body
    assert "Nosy" not in mail.outbox[0].body


def test_the_secret_of_an_app_is_unreadable_in_the_table():
    member = make_member("Mina")
    protect(member)
    assert SECRET not in str(member.authenticator_set.get().data)


# -- what an answer gives away ------------------------------------------------------------------------------

ASKED = {
    "a code": ("/accounts/login/code/", "email", "/accounts/login/code/confirm/"),
    "the first page": (LOGIN, "login", "/accounts/login/code/confirm/"),
    "an account": ("/accounts/signup/", "email", "/accounts/confirm-email/"),
    "an account by passkey": ("/accounts/signup/passkey/", "email", "/accounts/confirm-email/"),
    "a new password": ("/accounts/password/reset/", "email", "/accounts/password/reset/confirm/"),
}


def told(path: str, field: str, email: str, then: str) -> tuple[object, ...]:
    """All that a stranger sees who names an address, and then guesses at the code."""
    client = Client()
    answers = [client.post(path, {field: email}), client.get(then), client.post(then, {"code": "AAAAAA"})]
    answers += [client.post(then, {"action": "resend"}), client.get(then)]
    seen = [
        re.sub(r'value="[^"]{64}"', "", each.content.decode()).replace(email, "ADDRESS") for each in answers
    ]
    names = [sorted(each.cookies) for each in answers]
    return (
        [each.status_code for each in answers],
        [each.headers.get("Location") for each in answers],
        seen,
        names,
    )


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("way", ["open", "approval"])
def test_whether_an_address_has_an_account_changes_nothing_that_is_seen(asked, way):
    Setting.objects.create(key="joining", value=way)
    path, field, then = ASKED[asked]
    make_member("Known", email="known@example.org")
    assert told(path, field, "known@example.org", then) == told(path, field, "stray@example.org", then)
    assert {message.to[0] for message in mail.outbox} == {"known@example.org", "stray@example.org"}


def test_a_wrong_password_and_an_unknown_address_are_told_the_same():
    with_password("Known", email="known@example.org")
    seen = [
        Client().post(LOGIN, {"login": email, "password": "not it at all"}).content.decode()
        for email in ("known@example.org", "stray@example.org")
    ]
    known, stray = (re.sub(r'value="[^"]{64}"', "", each) for each in seen)
    assert known.replace("known@", "stray@") == stray


@pytest.mark.parametrize("asked", ASKED)
def test_an_answer_about_an_address_never_comes_at_once(asked, monkeypatch, client):
    slept = []
    monkeypatch.setattr(presence, "NOT_BEFORE_S", 1000)
    monkeypatch.setattr(presence.time, "sleep", slept.append)
    path, field, _then = ASKED[asked]
    client.get(path)
    assert slept == []
    client.post(path, {field: "stray@example.org"})
    assert [900 < each <= 1000 for each in slept] == [True]


# -- duties, and when a sign-in ends ------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["admin", "moderator"])
def test_a_duty_gives_nothing_until_there_is_a_second_factor(role):
    member = make_member("Ada")
    CommunityRole.objects.create(member=member, role=role, since="2026-03-01")
    assert policy.roles_of(member) == {"anon", "member"}
    protect(member)
    assert policy.roles_of(member) == {"anon", "member", role}


def test_recovery_codes_alone_are_no_second_factor():
    member = make_member("Ada")
    CommunityRole.objects.create(member=member, role="admin", since="2026-03-01")
    RecoveryCodes.activate(member)
    assert policy.roles_of(member) == {"anon", "member"}


def test_a_duty_without_a_second_factor_leads_to_where_one_is_made():
    member = make_member("Ada")
    client = client_of(member)
    assert client.get("/community/").status_code == 404
    CommunityRole.objects.create(member=member, role="admin", since="2026-03-01")
    assert client.get("/community/").headers["Location"] == "/account/second-factor/"
    protect(member)
    assert client.get("/community/").status_code == 200


@pytest.mark.parametrize(("role", "stays"), [("", True), ("admin", False), ("moderator", False)])
def test_half_an_hour_away_ends_the_sign_in_of_who_has_a_duty(monkeypatch, role, stays):
    client = client_of(make_member("Ada", role=role))
    assert is_in(client)
    later = links.now_s() + presence.IDLE_S + 1
    monkeypatch.setattr(presence, "now_s", lambda: later)
    assert is_in(client) is stays


def test_whoever_keeps_at_it_stays_in(monkeypatch):
    client = client_of(make_member("Ada", role="admin"))
    start = links.now_s()
    for minutes in (0, 20, 40, 60):
        monkeypatch.setattr(presence, "now_s", lambda minutes=minutes: start + minutes * 60)
        assert is_in(client)


def test_one_sees_where_one_is_signed_in_and_ends_it_there():
    member = make_member("Mina")
    here, there = client_of(member), client_of(member)
    stranger = client_of(make_member("Other"))
    assert is_in(here) and is_in(there) and is_in(stranger)  # noqa: PT018  # three of one kind
    page = here.get("/account/browsers/").content.decode()
    (listed,) = re.findall(r'name="browser" value="([0-9a-f]+)"', page)
    assert there.session.session_key not in page
    stranger.post("/account/browsers/", {"browser": listed})
    assert is_in(there)
    here.post("/account/browsers/", {"browser": listed})
    assert not is_in(there)
    assert is_in(here)
    assert is_in(stranger)


def test_one_signs_out_everywhere_else_at_once():
    member = make_member("Mina")
    here, *others = (client_of(member) for _each in range(3))
    assert all(is_in(each) for each in (here, *others))
    here.post("/account/browsers/", {"deed": "all"})
    assert [is_in(each) for each in (here, *others)] == [True, False, False]


def test_of_many_browsers_the_newest_are_listed_and_the_others_counted(monkeypatch):
    monkeypatch.setattr(views_account, "BROWSERS_SHOWN", 2)
    member = make_member("Mina")
    here, *others = (client_of(member) for _each in range(4))
    assert all(is_in(each) for each in (here, *others))

    page = here.get("/account/browsers/").content.decode()

    assert page.count("<h2") == 2
    assert "And 2 browsers, longer ago." in page
    assert "sign-out-all" in page


def test_of_a_sign_in_only_the_session_and_the_day_are_kept():
    client = client_of(make_member("Mina"))
    client.get("/account/", HTTP_USER_AGENT="Nosy/1.0", REMOTE_ADDR="203.0.113.9")
    (row,) = SignedIn.objects.values()
    assert set(row) == {"session_key", "member_id", "since"}


def test_signing_out_forgets_the_open_vault():
    client = client_of(make_member("Mina"))
    assert client.cookies[settings.VAULT_COOKIE_NAME].value
    client.post("/accounts/logout/")
    assert client.cookies[settings.VAULT_COOKIE_NAME].value == ""


def test_a_change_of_the_second_factor_forgets_the_open_vault():
    member = make_member("Mina")
    client = client_of(member)
    page = client.get("/accounts/2fa/totp/activate/").content.decode()
    assert 'class="qr"' in page
    wrong = client.post("/accounts/2fa/totp/activate/", {"code": "000000"})
    assert wrong.status_code == 200
    assert client.cookies[settings.VAULT_COOKIE_NAME].value
    secret = client.session["mfa.totp.secret"]
    assert client.post("/accounts/2fa/totp/activate/", {"code": app_code(secret)}).status_code == 302
    assert client.cookies[settings.VAULT_COOKIE_NAME].value == ""
    open_vault_in(client, member)
    some_time_passes(client)
    asked = client.post("/accounts/2fa/totp/deactivate/")
    assert "reauthenticate" in asked.headers["Location"]  # nothing is changed yet
    assert client.cookies[settings.VAULT_COOKIE_NAME].value


def some_time_passes(client):
    """The code that was just shown proves who it is for five minutes, and then no longer."""
    session = client.session
    session["account_authentication_methods"] = [
        {**each, "at": 0} for each in session["account_authentication_methods"]
    ]
    session.save()


def test_whoever_tries_too_often_waits_and_is_told_in_our_words(client):
    answers = [client.post(LOGIN, {"login": "stray@example.org", "password": "no"}) for _try in range(40)]
    assert answers[-1].status_code == 429
    page = answers[-1].content.decode()
    assert 'lang="en"' in page
    assert "Nothing is lost" in page


def test_after_ten_wrong_passwords_the_right_one_waits_as_well(client):
    member = with_password("Mina")
    for _try in range(10):
        sign_in(client, member, "not it at all")
    sign_in(client, member, PASSWORD)
    assert not is_in(client)
