"""The addresses of the room practise. No address ever holds what somebody chose or wrote."""

from django.urls import path

from alongside.practise.web import views
from alongside.practise.web import views_correct as correct
from alongside.practise.web import views_group as group
from alongside.practise.web import views_notice as notice
from alongside.practise.web import views_scene as scene

app_name = "practise"
urlpatterns = [
    path("practise/", views.practise, name="practise"),
    path("practise/due/", views.due, name="practise-due"),
    path("practise/due/forget/", views.forget, name="practise-due-forget"),
    path("practise/scenes/", views.scenes, name="practise-scenes"),
    path("practise/scenes/<slug:scene>/", scene.note, name="practise-scene"),
    path("practise/scenes/<slug:scene>/play/", scene.play, name="practise-play"),
    path("practise/scenes/<slug:scene>/role-play/", group.role_play, name="practise-roleplay"),
    path("practise/scenes/<slug:scene>/scene.html", scene.as_page, name="practise-scene-page"),
    path("practise/scenes/<slug:scene>/scorm.zip", scene.as_package, name="practise-scene-package"),
    path("practise/easy/", scene.easy, name="practise-easy"),
    path("practise/notice/", notice.notice, name="practise-notice"),
    path("practise/correct/", correct.correct, name="practise-correct"),
    path("practise/group/", group.pick, name="practise-group"),
    path("practise/group/plan/", group.plan, name="practise-group-plan"),
    path("practise/group/wall/", group.wall, name="practise-group-wall"),
]
