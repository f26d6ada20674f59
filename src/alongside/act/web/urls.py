"""The addresses of the room act."""

from django.urls import path

from alongside.act.web import views_asking as asking
from alongside.act.web import views_asks as asks
from alongside.act.web import views_cards as cards
from alongside.act.web import views_commitments as commitments
from alongside.act.web import views_data as data
from alongside.act.web import views_lookback as lookback
from alongside.act.web import views_taking as taking
from alongside.act.web import views_thanks as thanks
from alongside.act.web import views_today as today
from alongside.act.web import views_welcome as welcome

app_name = "act"
urlpatterns = [
    path("", today.today_page, name="today"),
    path("week/", today.choose, name="today-choose"),
    path("log/", today.log, name="today-log"),
    path("log/<uuid:act>/forget/", today.forget, name="today-forget"),
    path("log/put-back/", today.put_back, name="today-put-back"),
    path("capacity/", today.take_offer, name="today-offer"),
    path("welcome/roles/", welcome.roles, name="welcome-roles"),
    path("welcome/week/", welcome.occasions, name="welcome-week"),
    path("welcome/room/", welcome.capacity, name="welcome-capacity"),
    path("commitments/", commitments.commitments_page, name="commitments"),
    path("commitments/new/", commitments.new, name="commitments-new"),
    path("commitments/from-finding/", commitments.from_finding, name="commitments-from-finding"),
    path("commitments/<uuid:commitment>/", commitments.change, name="commitments-change"),
    path("commitments/<uuid:commitment>/close/", commitments.close, name="commitments-close"),
    path("look-back/", lookback.look_back, name="look-back"),
    path("look-back/how/", lookback.explain, name="look-back-explain"),
    path("look-back/reflect/", lookback.reflect, name="look-back-reflect"),
    path("look-back/away/", lookback.set_away, name="look-back-away"),
    path("look-back/away/<uuid:away>/forget/", lookback.forget_away, name="look-back-away-forget"),
    path("asks/", asks.asks_page, name="asks"),
    path("asks/new/", asking.new, name="asks-new"),
    path("asks/steward/", asks.steward_page, name="asks-steward"),
    path("asks/cards/", cards.cards_page, name="asks-cards"),
    path("asks/cards/write/", cards.write, name="asks-cards-write"),
    path("asks/cards/ready/", cards.ready, name="asks-cards-ready"),
    path("asks/cards/show/", cards.show, name="asks-cards-show"),
    path("asks/cards/<uuid:copy>/", cards.read, name="asks-cards-read"),
    path("asks/cards/<uuid:copy>/revoke/", cards.revoke, name="asks-cards-revoke"),
    path("asks/thanks/", thanks.thanks_page, name="asks-thanks"),
    path("asks/thanks/new/", thanks.give, name="asks-thanks-new"),
    path("asks/thanks/wish/", thanks.wish, name="asks-thanks-wish"),
    path("asks/thanks/<uuid:letter>/remove/", thanks.remove, name="asks-thanks-remove"),
    path("asks/<uuid:ask>/", asks.ask_page, name="asks-ask"),
    path("asks/<uuid:ask>/post/", asking.post_handed_in, name="asks-post"),
    path("asks/<uuid:ask>/take/", taking.take_up, name="asks-take"),
    path("asks/<uuid:ask>/claim/", taking.claim, name="asks-claim"),
    path("asks/<uuid:ask>/give-back/", taking.let_go, name="asks-let-go"),
    path("asks/<uuid:ask>/answer/<uuid:take>/", taking.answer_claim, name="asks-answer"),
    path("asks/<uuid:ask>/withdraw/", asking.withdraw, name="asks-withdraw"),
    path("my-data/", data.my_data, name="my-data"),
    path("my-data/alongside.json", data.export_json, name="my-data-json"),
    path("my-data/commitments.ics", data.export_calendar, name="my-data-ics"),
    path("my-data/bring-back/", data.bring_back, name="my-data-import"),
    path("my-data/erase/", data.erase, name="my-data-erase"),
]
