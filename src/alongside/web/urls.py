"""The addresses: a few of our own, then each room's."""

from django.urls import include, path

from alongside.rooms import ROOMS
from alongside.web import (
    views,
    views_about,
    views_account,
    views_community,
    views_joining,
    views_privacy,
    views_set_up,
    views_tokens,
    views_vault,
)
from alongside.web.api.door import api

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("open/<str:token>/", views.open_link, name="open"),
    path("set-up/<str:token>/", views_set_up.begin, name="set-up"),
    path("accounts/", include("allauth.urls")),
    path("account/", views_account.account, name="account"),
    path("account/you/", views_account.you, name="account-you"),
    path("account/browsers/", views_account.browsers, name="account-browsers"),
    path("account/second-factor/", views_account.second_factor, name="second-factor"),
    path("account/about/", views_about.about, name="account-about"),
    path("account/about/<slug:purpose>/", views_about.describe, name="account-describe"),
    path("join/waiting/", views_joining.waiting, name="join-waiting"),
    path("join/<str:token>/", views_joining.join, name="join"),
    path("community/", views_community.community, name="community"),
    path("community/name/", views_community.name, name="community-name"),
    path("community/joining/", views_community.joining, name="community-joining"),
    path("community/invitations/", views_community.invitations, name="community-invitations"),
    path("community/waiting/", views_community.waiting, name="community-waiting"),
    path("community/duties/", views_community.duties, name="community-duties"),
    path("my-data/kept/", views_privacy.kept, name="kept"),
    path("my-data/everything.zip", views_privacy.archive, name="kept-archive"),
    path("my-data/leave/", views_privacy.leave, name="leave"),
    path("api/v1/", api.urls),
    path("tokens/", views_tokens.tokens, name="tokens"),
    path("tokens/<uuid:token>/revoke/", views_tokens.revoke, name="tokens-revoke"),
    path("vault/", views_vault.vault, name="vault"),
    path("vault/new/", views_vault.create, name="vault-create"),
    path("vault/open/", views_vault.unlock, name="vault-unlock"),
    path("vault/lock/", views_vault.lock, name="vault-lock"),
    path("vault/passphrase/", views_vault.passphrase, name="vault-passphrase"),
    path("vault/recovery/", views_vault.recovery, name="vault-recovery"),
    path("vault/anew/", views_vault.rekey, name="vault-rekey"),
    path("help/", views.help_index, name="help"),
    path("help/<path:page>/", views.help_page, name="help-page"),
    path("design/", views.design, name="design"),
    *(path("", include(room.urls)) for room in ROOMS if room.urls),
]
handler400 = "alongside.web.views.not_understood"
handler404 = "alongside.web.views.not_found"
handler500 = "alongside.web.views.broken"
