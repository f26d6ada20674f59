"""The addresses of the room amplify. All of them exist only where Alongside is run for a community."""

from django.urls import path

from alongside.amplify.web import views_speakers, views_works

app_name = "amplify"
urlpatterns = [
    path("amplify/", views_works.amplify, name="amplify"),
    path("amplify/offer/", views_works.offer, name="offer"),
    path("amplify/ask/", views_works.ask, name="ask"),
    path("amplify/mine/", views_works.mine, name="mine"),
    path("amplify/works/<uuid:work>/", views_works.work, name="work"),
    path("amplify/works/<uuid:work>/consent/", views_works.consent, name="consent"),
    path("amplify/works/<uuid:work>/take-back/", views_works.take_back, name="take-back"),
    path("amplify/passed/<uuid:passed>/", views_works.passed, name="passed"),
    path("amplify/speakers/", views_speakers.speakers, name="speakers"),
    path("amplify/speakers/me/", views_speakers.my_profile, name="my-profile"),
    path("amplify/speakers/me/out/", views_speakers.withdraw_profile, name="my-profile-out"),
    path("amplify/speakers/requests/", views_speakers.requests, name="requests"),
    path("amplify/speakers/requests/<uuid:asked>/", views_speakers.answer_request, name="request-answer"),
    path(
        "amplify/speakers/requests/<uuid:asked>/back/", views_speakers.withdraw_request, name="request-back"
    ),
    path("amplify/speakers/<uuid:speaker>/", views_speakers.speaker, name="speaker"),
]
