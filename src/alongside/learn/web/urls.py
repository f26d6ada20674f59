"""The addresses of the room learn. What somebody asks, answers or marks is never part of an address."""

from django.urls import path

from alongside.learn.web import (
    views,
    views_answering,
    views_asking,
    views_assess,
    views_cards,
    views_own,
    views_path,
    views_questions,
)

app_name = "learn"
urlpatterns = [
    path("learn/", views.learn, name="learn"),
    path("learn/search/", views.find, name="learn-search"),
    path("learn/works/<slug:work>/", views.work, name="learn-work"),
    path("learn/marks/", views.marked, name="learn-marked"),
    path("learn/marks/<slug:thing>/", views.mark, name="learn-mark"),
    path("learn/path/", views_path.path_page, name="learn-path"),
    path("learn/path/minutes/", views_path.set_minutes, name="learn-path-minutes"),
    path("learn/path/steps/<slug:step>/", views_path.change, name="learn-path-change"),
    path("learn/assess/", views_assess.assess_page, name="learn-assess"),
    path("learn/assess/<int:number>/", views_assess.item, name="learn-assess-item"),
    path("learn/assess/stall/", views_assess.stall, name="learn-assess-stall"),
    path("learn/assess/result/", views_assess.result, name="learn-assess-result"),
    path("learn/assess/rounds/<uuid:round>/forget/", views_assess.forget, name="learn-assess-forget"),
    path("learn/cards/", views_cards.cards_page, name="learn-cards"),
    path("learn/cards/<slug:card>/", views_cards.card, name="learn-card"),
    path("learn/quiz/", views_cards.quiz_page, name="learn-quiz"),
    path("learn/questions/", views_questions.questions_page, name="learn-questions"),
    path("learn/questions/ask/", views_questions.ask, name="learn-questions-ask"),
    path("learn/questions/keep/", views_questions.keep, name="learn-questions-keep"),
    path("learn/questions/<uuid:question>/", views_questions.question, name="learn-question"),
    path("learn/questions/<uuid:question>/forget/", views_questions.forget, name="learn-question-forget"),
    path("learn/people/", views_asking.people, name="questions-people"),
    path("learn/people/near/", views_asking.near, name="questions-near"),
    path("learn/people/send/", views_asking.send, name="questions-send"),
    path("learn/people/answers/", views_asking.shared_answers, name="questions-answers"),
    path("learn/people/asked/<uuid:question>/", views_asking.sent, name="questions-sent"),
    path("learn/people/asked/<uuid:question>/back/", views_asking.withdraw, name="questions-withdraw"),
    path("learn/people/asked/<uuid:question>/share/", views_asking.share, name="questions-share"),
    path("learn/people/answering/", views_answering.answering, name="questions-answering"),
    path("learn/people/answering/stop/", views_answering.stop, name="questions-stop"),
    path("learn/people/answering/<uuid:question>/", views_answering.for_me, name="questions-for-me"),
    path(
        "learn/people/answering/<uuid:question>/decline/", views_answering.decline, name="questions-decline"
    ),
    path(
        "learn/people/answering/<uuid:question>/share/",
        views_answering.share_answer,
        name="questions-share-answer",
    ),
    path("learn/labour/", views_own.labour, name="learn-labour"),
    path("learn/labour/labour.csv", views_own.labour_csv, name="learn-labour-csv"),
    path("learn/labour/put-back/", views_own.put_back_labour, name="learn-labour-put-back"),
    path("learn/labour/<uuid:labour>/forget/", views_own.forget_labour, name="learn-labour-forget"),
    path("learn/influence/", views_own.influence, name="learn-influence"),
    path("learn/packs/", views_own.packs_page, name="learn-packs"),
    path("learn/packs/<slug:pack>/", views_own.switch_pack, name="learn-packs-switch"),
]
