"""The addresses of the room include."""

from django.urls import include, path

app_name = "include"
urlpatterns = [
    path("", include("alongside.include.web.urls_letters")),
]
