"""The addresses of letters and of what a circle tells outside."""

from django.urls import path

from alongside.include.web import views_issues as issues
from alongside.include.web import views_letters as letters
from alongside.include.web import views_outbox as outbox
from alongside.include.web import views_posters as posters
from alongside.include.web import views_subscribing as subscribing

urlpatterns = [
    path("letters/", letters.mine, name="letters"),
    path("letters/preview/", letters.preview, name="letters-preview"),
    path("letters/preview.html", letters.preview_html, name="letters-preview-html"),
    path("letters/confirm/<str:token>/", subscribing.confirm, name="letters-confirm"),
    path("letters/end/<str:token>/", subscribing.end, name="letters-end"),
    path("letters/of/<uuid:circle>/", subscribing.ask, name="letters-ask"),
    path("circles/<uuid:circle>/letters/", issues.archive, name="letters-archive"),
    path("circles/<uuid:circle>/letters/write/", issues.write, name="letters-write"),
    path("circles/<uuid:circle>/letters/outside/", issues.outside, name="letters-outside"),
    path("circles/<uuid:circle>/letters/<uuid:issue>/", issues.issue, name="letters-issue"),
    path("circles/<uuid:circle>/letters/<uuid:issue>.html", issues.issue_html, name="letters-issue-html"),
    path("circles/<uuid:circle>/telling/", posters.places, name="telling"),
    path("circles/<uuid:circle>/telling/<uuid:poster>/", posters.place, name="telling-place"),
    path("post/", outbox.unsent, name="post"),
    path("post/bounced/", outbox.bounced, name="post-bounced"),
]
