"""The pages of accounts, vaults and joining."""

from tests.browser.pages_community import CommunityPage

PAGES = (
    CommunityPage(name="vault", path="/vault/", role="member"),
    CommunityPage(name="vault-passphrase", path="/vault/passphrase/", role="member"),
    CommunityPage(name="vault-recovery", path="/vault/recovery/", role="member"),
    CommunityPage(name="vault-rekey", path="/vault/anew/", role="member"),
    CommunityPage(name="vault-unlock", path="/vault/open/", role="locked"),
)
