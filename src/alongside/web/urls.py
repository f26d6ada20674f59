"""The addresses: a few of our own, then each room's."""

from django.urls import include, path

from alongside.rooms import ROOMS
from alongside.web import views, views_privacy, views_set_up, views_vault

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("open/<str:token>/", views.open_link, name="open"),
    path("set-up/<str:token>/", views_set_up.begin, name="set-up"),
    path("accounts/", include("allauth.urls")),
    path("my-data/kept/", views_privacy.kept, name="kept"),
    path("my-data/everything.zip", views_privacy.archive, name="kept-archive"),
    path("my-data/leave/", views_privacy.leave, name="leave"),
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
handler404 = "alongside.web.views.not_found"
handler500 = "alongside.web.views.broken"
