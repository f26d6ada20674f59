"""The pages of accounts, vaults and joining. Pages inside a journey are looked at in `test_accounts.py`."""

from playwright.sync_api import Page as Tab
from tests.browser.pages_community import CommunityPage

TOKEN = "an-invitation-of-these-tests-alone"  # noqa: S105  # see tests/web/world_accounts.py
PASSWORD = "a lantern on the river"  # noqa: S105  # as the line above


def send_nothing(tab: Tab) -> None:
    tab.locator("main form button.button:not(.quiet)").first.click()
    tab.locator("#error-summary").wait_for()


def open_everything(tab: Tab) -> None:
    for line in tab.locator("summary").all():
        line.click()


def mistake_the_password(tab: Tab) -> None:
    tab.locator("#id_login").fill("nobody.at.all@example.org")
    open_everything(tab)
    tab.locator("#id_password").fill("not the password")
    tab.locator("#sign-in").click()
    tab.locator("#error-summary").wait_for()


def make_an_invitation(tab: Tab) -> None:
    tab.locator("#invite").click()
    tab.locator("#link").wait_for()


def page(name: str, path: str, role: str = "member", **more: object) -> CommunityPage:
    return CommunityPage(name=name, path=path, role=role, **more)  # type: ignore[arg-type]


OUT = "signed-out"
PAGES = (
    page("account_login", "/accounts/login/", OUT, when=open_everything),
    page("account_login", "/accounts/login/", OUT, key="wrong", when=mistake_the_password),
    page("account_request_login_code", "/accounts/login/code/", OUT),
    page("account_request_login_code", "/accounts/login/code/", OUT, key="empty", when=send_nothing),
    page("account_signup", "/accounts/signup/", OUT),
    page("account_signup_by_passkey", "/accounts/signup/passkey/", OUT),
    page("account_reset_password", "/accounts/password/reset/", OUT),
    page("account_password_reset_completed", "/accounts/password/reset/done/", OUT),
    page("account_inactive", "/accounts/inactive/", OUT),
    page("socialaccount_login_cancelled", "/accounts/3rdparty/login/cancelled/", OUT),
    page("socialaccount_login_error", "/accounts/3rdparty/login/error/", OUT, status=401),
    page("join", f"/join/{TOKEN}/", OUT),
    page("join", "/join/used-long-ago/", OUT, key="run-out"),
    page("join-waiting", "/join/waiting/", OUT),
    page("account", "/account/"),
    page("account", "/account/", "owner"),
    page("account", "/account/", "steward"),
    page("account", "/account/", "locked"),
    page("account-you", "/account/you/"),
    page("account-browsers", "/account/browsers/"),
    page("second-factor", "/account/second-factor/"),
    page("second-factor", "/account/second-factor/", "owner"),
    page("account-about", "/account/about/"),
    page("account-describe", "/account/about/circles/"),
    page("account_email", "/accounts/email/"),
    page("account_email", "/accounts/email/", "outsider"),
    page("account_set_password", "/accounts/password/set/"),
    page("account_set_password", "/accounts/password/set/", key="empty", when=send_nothing),
    page("account_change_password", "/accounts/password/change/", "steward"),
    page("account_reauthenticate", "/accounts/reauthenticate/", "steward"),
    page("account_logout", "/accounts/logout/"),
    page("socialaccount_connections", "/accounts/3rdparty/"),
    page("mfa_index", "/accounts/2fa/"),
    page("mfa_index", "/accounts/2fa/", "owner"),
    page("mfa_index", "/accounts/2fa/", "moderator"),
    page("mfa_activate_totp", "/accounts/2fa/totp/activate/"),
    page("mfa_activate_totp", "/accounts/2fa/totp/activate/", key="empty", when=send_nothing),
    page("mfa_add_webauthn", "/accounts/2fa/webauthn/add/"),
    page("mfa_list_webauthn", "/accounts/2fa/webauthn/"),
    page("mfa_list_webauthn", "/accounts/2fa/webauthn/", "moderator"),
    page("mfa_reauthenticate", "/accounts/2fa/reauthenticate/", "owner"),
    page("mfa_reauthenticate_webauthn", "/accounts/2fa/webauthn/reauthenticate/", "moderator"),
    page("community", "/community/", "owner"),
    page("community-name", "/community/name/", "owner"),
    page("community-joining", "/community/joining/", "owner"),
    page("community-invitations", "/community/invitations/", "owner", when=make_an_invitation),
    page("community-waiting", "/community/waiting/", "owner"),
    page("community-duties", "/community/duties/", "owner"),
    page("community-duties", "/community/duties/", "owner", key="empty", when=send_nothing),
    page("vault", "/vault/"),
    page("vault-passphrase", "/vault/passphrase/"),
    page("vault-recovery", "/vault/recovery/"),
    page("vault-rekey", "/vault/anew/"),
    page("vault-unlock", "/vault/open/", "locked"),
    page("kept", "/my-data/kept/"),
    page("leave", "/my-data/leave/"),
)
