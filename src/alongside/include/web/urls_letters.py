"""The addresses of letters and of what a circle tells outside."""

from django.urls import path

from alongside.include.web import views_letters as letters
from alongside.include.web import views_subscribing as subscribing

urlpatterns = [
    path("letters/", letters.mine, name="letters"),
    path("letters/preview/", letters.preview, name="letters-preview"),
    path("letters/preview.html", letters.preview_html, name="letters-preview-html"),
    path("letters/confirm/<str:token>/", subscribing.confirm, name="letters-confirm"),
    path("letters/end/<str:token>/", subscribing.end, name="letters-end"),
]
