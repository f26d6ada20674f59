"""The addresses: a few of our own, then each room's."""

from django.urls import include, path

from alongside.rooms import ROOMS
from alongside.web import views

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("open/<str:token>/", views.open_link, name="open"),
    path("help/", views.help_index, name="help"),
    path("help/<path:page>/", views.help_page, name="help-page"),
    path("design/", views.design, name="design"),
    *(path("", include(room.urls)) for room in ROOMS if room.urls),
]
handler404 = "alongside.web.views.not_found"
handler500 = "alongside.web.views.broken"
