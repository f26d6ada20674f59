"""The addresses of events, calendars and budgets."""

from django.urls import path

from alongside.include.web import views_arrange, views_events, views_feeds, views_money

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
    path("circles/<uuid:circle>/budget/", views_money.budget, name="budget"),
    path("circles/<uuid:circle>/budget/open/", views_money.open_period, name="budget-open"),
    path("budgets/<uuid:budget>/plan/", views_money.plan, name="budget-plan"),
    path("budgets/<uuid:budget>/budget.csv", views_money.table, name="budget-csv"),
    path("budgets/lines/<uuid:line>/yes/", views_money.approve, name="budget-approve"),
    path("budgets/lines/<uuid:line>/spent/", views_money.spent, name="budget-spent"),
    path("budgets/lines/<uuid:line>/take-out/", views_money.take_out, name="budget-take-out"),
    path("budgets/receipts/<uuid:receipt>/", views_money.receipt, name="receipt"),
]
