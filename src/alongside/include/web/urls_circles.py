"""The addresses of circles."""

from django.urls import path

from alongside.include.web import views_circles as circles
from alongside.include.web import views_coming_in as coming_in
from alongside.include.web import views_people as people
from alongside.include.web import views_posts as posts

_ONE = "circles/<uuid:circle>/"
urlpatterns = [
    path("circles/", circles.directory, name="circles"),
    path("circles/found/", circles.charters, name="circles-found"),
    path("circles/found/<slug:charter>/", circles.found, name="circles-found-from"),
    path("circles/invited/<uuid:invitation>/", coming_in.answer_invitation, name="circles-invitation"),
    path(_ONE, circles.circle, name="circle"),
    path(f"{_ONE}join/", coming_in.join, name="circle-join"),
    path(f"{_ONE}withdraw/", coming_in.withdraw, name="circle-withdraw"),
    path(f"{_ONE}leave/", coming_in.leave, name="circle-leave"),
    path(f"{_ONE}charter/", circles.charter, name="circle-charter"),
    path(f"{_ONE}charter/accept/", circles.accept, name="circle-accept"),
    path(f"{_ONE}charter/change/", circles.change_charter, name="circle-charter-change"),
    path(f"{_ONE}chapter/", circles.chapter_charters, name="circle-chapter"),
    path(f"{_ONE}chapter/<slug:charter>/", circles.found_chapter, name="circle-chapter-from"),
    path(f"{_ONE}people/", people.people, name="circle-people"),
    path(f"{_ONE}people/end/", people.end_part, name="circle-part-end"),
    path(f"{_ONE}people/<uuid:membership>/", people.offer, name="circle-offer"),
    path(f"{_ONE}people/<uuid:membership>/let-in/", people.let_in, name="circle-let-in"),
    path(f"{_ONE}offer/", people.answer_offer, name="circle-offer-answer"),
    path(f"{_ONE}invite/", coming_in.invite, name="circle-invite"),
    path(f"{_ONE}invite/<uuid:invitation>/", coming_in.take_back, name="circle-invitation-back"),
    path(f"{_ONE}hand-over/", people.hand_over, name="circle-hand-over"),
    path(f"{_ONE}take-on/", circles.take_on, name="circle-take-on"),
    path(f"{_ONE}archive/", circles.archive, name="circle-archive"),
    path(f"{_ONE}post/", posts.post, name="circle-post"),
    path(f"{_ONE}posts/<uuid:post>/", posts.change_post, name="circle-post-change"),
    path(f"{_ONE}posts/<uuid:post>/delete/", posts.delete_post, name="circle-post-delete"),
    path(f"{_ONE}rounds/new/", posts.new_round, name="circle-round-new"),
    path(f"{_ONE}rounds/<uuid:round>/", posts.listening_round, name="circle-round"),
    path(f"{_ONE}rounds/<uuid:round>/pass/", posts.pass_turn, name="circle-round-pass"),
    path(f"{_ONE}rounds/<uuid:round>/take-back/", posts.take_back, name="circle-round-take-back"),
    path(f"{_ONE}rounds/<uuid:round>/close/", posts.close_round, name="circle-round-close"),
]
