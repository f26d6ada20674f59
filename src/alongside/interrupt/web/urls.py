"""The addresses of the room interrupt."""

from django.urls import path

from alongside.interrupt.web import views, views_rules

app_name = "interrupt"
urlpatterns = [
    path("check/", views.words, name="words"),
    path("check/job-ad/", views.job_ad, name="words-job-ad"),
    path("check/rules/", views_rules.rules, name="words-rules"),
    path("check/rules/<slug:rule>/", views_rules.rule, name="words-rule"),
    path("check/rules/<slug:rule>/hide/", views_rules.hide, name="words-rule-hide"),
    path("check/rules/<slug:rule>/show/", views_rules.show, name="words-rule-show"),
]
