"""The addresses of the room listen."""

from django.urls import path

from alongside.listen.web import views

app_name = "listen"
urlpatterns = [
    path("look/", views.look, name="look"),
    path("look/result/<str:ticket>/", views.result, name="look-result"),
    path("look/keep/", views.keep, name="look-keep"),
    path("look/<uuid:look>/forget/", views.forget, name="look-forget"),
]
