"""The addresses of the room learn. What somebody asks, answers or marks is never part of an address."""

from django.urls import path

from alongside.learn.web import views
from alongside.learn.web import views_path as paths

app_name = "learn"
urlpatterns = [
    path("learn/", views.learn, name="learn"),
    path("learn/search/", views.find, name="learn-search"),
    path("learn/works/<slug:work>/", views.work, name="learn-work"),
    path("learn/marks/", views.marked, name="learn-marked"),
    path("learn/marks/<slug:thing>/", views.mark, name="learn-mark"),
    path("learn/path/", paths.path_page, name="learn-path"),
    path("learn/path/minutes/", paths.set_minutes, name="learn-path-minutes"),
    path("learn/path/steps/<slug:step>/", paths.change, name="learn-path-change"),
]
