"""The addresses of the room include."""

from django.urls import path

from alongside.include.web import views_arrange, views_events, views_feeds

app_name = "include"
urlpatterns = [
    path("events/", views_events.events, name="events"),
    path("events/new/", views_arrange.choose_circle, name="events-propose"),
    path("events/new/<uuid:circle>/", views_arrange.propose, name="events-new"),
    path("events/<uuid:event>/", views_events.event, name="events-event"),
    path("events/<uuid:event>/event.ics", views_events.ics, name="events-ics"),
    path("events/<uuid:event>/come/", views_events.attend, name="events-attend"),
    path("events/<uuid:event>/step-back/", views_events.step_back, name="events-step-back"),
    path("events/<uuid:event>/how-it-was/", views_events.feedback, name="events-feedback"),
    path("events/<uuid:event>/change/", views_arrange.change, name="events-change"),
    path("events/<uuid:event>/access/", views_arrange.access, name="events-access"),
    path("events/<uuid:event>/step/", views_arrange.step, name="events-step"),
    path("events/<uuid:event>/hand-back/", views_arrange.hand_back, name="events-hand-back"),
    path("events/<uuid:event>/take-back/", views_arrange.take_back, name="events-take-back"),
    path("events/<uuid:event>/cancel/", views_arrange.cancel, name="events-cancel"),
    path("events/<uuid:event>/needs/", views_arrange.host, name="events-host"),
    path("calendars/", views_feeds.feeds, name="feeds"),
    path("calendars/make/", views_feeds.make, name="feeds-make"),
    path("calendars/end/", views_feeds.end, name="feeds-end"),
    path("calendars/<str:token>.ics", views_feeds.feed, name="feed"),
]
