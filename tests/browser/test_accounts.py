"""Coming in, with a browser: by invitation and code, by passkey, by app; each page is looked at."""

import re
import secrets
import time
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, expect
from playwright.sync_api import Page as Tab
from tests.browser.community_site import CommunitySite
from tests.browser.pages_of_accounts import PASSWORD
from tests.browser.seen import watch, wrong_on
from tests.browser.test_sweep import WIDE
from tests.web.one_time import app_code

APP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105  # see tests/web/community.py
LONGEST_S = 20


@pytest.fixture
def named(community_site: CommunitySite) -> str:
    """The address by its name: browsers make passkeys for names, not for numbers."""
    return community_site.address.replace("127.0.0.1", "localhost")


@pytest.fixture
def window(browser: Browser, named: str) -> Iterator[Callable[..., BrowserContext]]:
    """Windows in which nobody is signed in."""
    opened: list[BrowserContext] = []

    def make(**options: object) -> BrowserContext:
        opened.append(browser.new_context(base_url=named, reduced_motion="reduce", viewport=WIDE, **options))
        return opened[-1]

    yield make
    for each in opened:
        each.close()


def fresh() -> str:
    return f"{secrets.token_hex(4)}@example.org"


def code_for(site: CommunitySite, address: str) -> str:
    """The code in the newest letter to this address."""
    until = time.monotonic() + LONGEST_S
    while time.monotonic() < until:
        for letter in sorted(site.mail.glob("*"), key=lambda file: -file.stat().st_mtime):
            text = letter.read_text("utf-8", "replace")
            found = re.search(r"^([A-Z0-9-]{6,9})$", text, re.MULTILINE)
            if found and f"To: {address}" in text:
                letter.unlink()
                return found.group(1)
        time.sleep(0.1)
    message = f"no code came for {address}"
    raise AssertionError(message)


def looked_at(tab: Tab) -> None:
    """Nothing on this page shuts anybody out; then as it was."""
    assert wrong_on(tab) == {}
    tab.set_viewport_size(WIDE)
    tab.emulate_media(color_scheme="light")


def with_keys(tab: Tab) -> None:
    """Give the browser a device that makes passkeys, and confirms each by itself."""
    line = tab.context.new_cdp_session(tab)
    line.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True}
    options |= {"hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True}
    line.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def make_an_account(tab: Tab, site: CommunitySite, address: str) -> None:
    """Ask for an account and confirm the address; with an invitation that opens it, else one waits."""
    tab.goto("/accounts/signup/")
    tab.locator("#id_email").fill(address)
    tab.locator("#make-account").click()
    tab.locator("#id_code").fill(code_for(site, address))
    tab.locator("#confirm").click()


def invited(browser: Browser, site: CommunitySite) -> str:
    """The path of a fresh invitation, made by the owner on their page."""
    with site.window(browser, "owner") as context:
        tab = context.new_page()
        tab.goto("/community/invitations/")
        tab.locator("#invite").click()
        link = tab.locator("#link").inner_text()
    return link.removeprefix(site.address)


def accept(tab: Tab, path: str) -> None:
    tab.goto(path)
    tab.locator("#accept").click()
    tab.wait_for_url("**/accounts/signup/")


def is_in(tab: Tab) -> bool:
    tab.goto("/account/")
    return "Your account" in tab.locator("h1").inner_text()


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_an_invitation_and_a_code_make_an_account_and_open_it_again(browser, community_site, window, scripts):
    address = fresh()
    tab = window(java_script_enabled=scripts).new_page()
    accept(tab, invited(browser, community_site))
    make_an_account(tab, community_site, address)
    assert is_in(tab)
    tab.locator("#sign-out").click()
    tab.locator("#id_login").fill(address)
    tab.locator("#send-code").click()
    if scripts:
        looked_at(tab)
    tab.locator("#id_code").fill(code_for(community_site, address))
    tab.locator("#confirm").click()
    assert is_in(tab)


def test_who_asks_to_join_is_told_that_somebody_looks_at_it(community_site, window):
    tab = window().new_page()
    make_an_account(tab, community_site, fresh())
    tab.wait_for_url("**/join/waiting/")
    assert "Somebody looks at it soon" in tab.locator("h1").inner_text()
    assert not is_in_quietly(tab)


def is_in_quietly(tab: Tab) -> bool:
    tab.goto("/account/")
    return "/accounts/login/" not in tab.url


def test_a_passkey_is_added_and_then_signs_in_alone(browser, community_site, window):
    tab = window().new_page()
    said = watch(tab)
    with_keys(tab)
    accept(tab, invited(browser, community_site))
    make_an_account(tab, community_site, fresh())
    tab.goto("/accounts/2fa/webauthn/add/")
    tab.locator("#id_name").fill("My laptop")
    tab.locator("#passkey").click()
    tab.wait_for_url("**/recovery-codes/")
    expect(tab.locator(".codes code")).to_have_count(10)
    looked_at(tab)
    tab.locator("#back").click()
    tab.locator("#passkeys").click()
    assert tab.locator(".list h2").inner_text() == "My laptop"
    assert "Signs you in alone" in tab.locator(".list").inner_text()

    tab.locator("#sign-out").click()
    tab.locator("#passkey").click()
    tab.wait_for_url(lambda url: "/accounts/" not in url)
    assert is_in(tab)
    assert said.said == []


def test_who_stops_the_passkey_is_told_that_nothing_changed(window):
    tab = window().new_page()
    with_keys(tab)  # a device that holds no passkey for this place
    tab.goto("/accounts/login/")
    tab.locator("#passkey").click()
    tab.locator("#passkey-trouble").wait_for()
    assert "nothing is changed" in tab.locator("#passkey-trouble").inner_text()
    looked_at(tab)
    tab.locator("#passkey").click()  # it can be tried again at once
    tab.locator("#passkey-trouble").wait_for()


def test_one_can_begin_with_a_passkey(browser, community_site, window):
    address = fresh()
    tab = window().new_page()
    with_keys(tab)
    accept(tab, invited(browser, community_site))
    tab.locator("#by-passkey").click()
    tab.locator("#id_email").fill(address)
    tab.locator("#make-account").click()
    tab.locator("#id_code").fill(code_for(community_site, address))
    tab.locator("#confirm").click()
    tab.wait_for_url("**/webauthn/signup/")
    looked_at(tab)
    tab.locator("#passkey").click()
    tab.wait_for_url(lambda url: "/accounts/" not in url)
    assert is_in(tab)


def test_a_passkey_is_the_second_thing_after_a_code(browser, community_site, window):
    address = fresh()
    tab = window().new_page()
    with_keys(tab)
    accept(tab, invited(browser, community_site))
    make_an_account(tab, community_site, address)
    tab.goto("/accounts/2fa/webauthn/add/")
    tab.locator("input[name=passwordless]").uncheck()
    tab.locator("#passkey").click()
    tab.wait_for_url("**/recovery-codes/")
    tab.locator("#sign-out").click()
    tab.locator("#id_login").fill(address)
    tab.locator("#send-code").click()
    tab.locator("#id_code").fill(code_for(community_site, address))
    tab.locator("#confirm").click()
    tab.wait_for_url("**/authenticate/")
    looked_at(tab)
    tab.locator("#passkey").click()
    tab.wait_for_url(lambda url: "/accounts/" not in url)
    assert is_in(tab)


def test_with_a_password_and_an_app_by_keyboard_alone_and_without_javascript(window):
    tab = window(java_script_enabled=False).new_page()
    tab.goto("/accounts/login/")
    tab.locator("#id_login").focus()
    tab.keyboard.type("ada@example.org")
    tab.locator("#use-password").focus()
    tab.keyboard.press("Enter")
    tab.locator("#id_password").focus()
    tab.keyboard.type(PASSWORD)
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.id") == "sign-in"
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/authenticate/")
    tab.locator("#id_code").fill(app_code(APP_SECRET))
    tab.locator("#confirm").click()
    assert is_in(tab)
    tab.goto("/community/")
    assert tab.locator("h1").inner_text() == "The community as a whole"


def test_a_new_password_comes_with_a_code_and_every_page_on_the_way_is_open(browser, community_site, window):
    address = fresh()
    tab = window().new_page()
    accept(tab, invited(browser, community_site))
    make_an_account(tab, community_site, address)
    tab.goto("/accounts/password/reset/")
    tab.locator("#id_email").fill(address)
    tab.locator("#send-code").click()
    looked_at(tab)
    tab.locator("#id_code").fill(code_for(community_site, address))
    tab.locator("#confirm").click()
    looked_at(tab)
    tab.locator("#id_password1").fill("short")
    tab.locator("#save").click()
    tab.locator("#error-summary").wait_for()
    looked_at(tab)
    tab.locator("#id_password1").fill("another lantern, further on")
    tab.locator("#save").click()
    assert "changed" in tab.locator("h1").inner_text()


def test_the_owner_sets_an_app_up_again_after_showing_that_it_is_them(browser, community_site):
    with community_site.window(browser, "moderator", reduced_motion="reduce") as context:
        tab = context.new_page()
        tab.goto("/accounts/2fa/totp/deactivate/")
        assert "Show that it is you" in tab.locator("h1").inner_text()
        tab.goto("/accounts/2fa/reauthenticate/")
        tab.locator("#id_code").fill(app_code(APP_SECRET))
        tab.locator("#confirm").click()
        tab.goto("/accounts/2fa/totp/deactivate/")
        looked_at(tab)
        assert tab.locator("h1").inner_text() == "Take the app off?"
        for path in ("/accounts/2fa/recovery-codes/generate/", "/accounts/logout/"):
            tab.goto(path)
            looked_at(tab)
        tab.goto("/accounts/2fa/webauthn/")
        tab.locator("#rename-1").click()
        looked_at(tab)
        tab.locator("#id_name").fill("My old phone")
        tab.locator("#save").click()
        assert tab.locator(".list h2").inner_text() == "My old phone"
        tab.locator("#remove-1").click()
        looked_at(tab)


def test_lock_now_is_on_every_page_while_the_vault_is_open(browser, community_site):
    with community_site.window(browser, "member") as context:
        tab = context.new_page()
        for path in ("/", "/account/", "/commitments/", "/help/"):
            tab.goto(path)
            expect(tab.locator("#lock-now"), path).to_have_count(1)
        tab.locator("#lock-now").click()
        expect(tab.locator("#status")).to_have_text("Locked. The key is forgotten here.")
        expect(tab.locator("#lock-now")).to_have_count(0)
