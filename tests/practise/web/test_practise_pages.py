"""The page Practise, the list of scenes, what comes back, and what stands on Today."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from tests.web.visits import page, spoken, went_to

from alongside.practise.schedule import Rating, seconds_of
from alongside.practise.web import flows, queries, shelf
from alongside.practise.web.flows import Rehearsal
from alongside.practise.web.offers import offer

TODAY = date(2026, 3, 12)
NOW = datetime(2026, 3, 12, 9, tzinfo=UTC)


def done(skill, rating=Rating.GOOD, shown="x"):
    return Rehearsal(skill=skill, rating=rating, shown=shown)


def test_somebody_new_is_shown_one_first_scene(client_of_owner):
    text = page(client_of_owner.get("/practise/"))
    assert "All hands on the sixth" in text
    assert text.count('class="button"') == 1
    assert "What you choose here is not kept; only the day it comes back is." in text


@pytest.mark.parametrize(("minutes", "kind"), [("2", "scene"), ("5", ""), ("10", "")])
def test_what_is_offered_fits_the_minutes_there_are(client_of_owner, minutes, kind):
    text = page(client_of_owner.get("/practise/", {"minutes": minutes}))
    offered = text.split('class="next-thing"')[1].split("</section>")[0]
    assert not kind or "/practise/scenes/" not in offered  # a scene takes two and a half minutes
    assert f'id="minutes-{minutes}" href="/practise/?minutes={minutes}" aria-current="true"' in text


def test_what_comes_back_today_is_offered_before_what_is_new(client_of_owner, keeper):
    flows.finish(keeper, [done("sponsor.speak-for")], now=NOW - timedelta(days=2))
    text = page(client_of_owner.get("/practise/"))
    assert "It comes back today" in text.split('class="next-thing"')[1].split("</section>")[0]


def test_what_is_new_differs_from_day_to_day_and_is_the_same_all_day(keeper):
    flows.finish(keeper, [done("notice.work")], now=NOW - timedelta(days=1))  # Good: back on the 13th

    def first(day):
        return [each.skill for each in queries.next_up(keeper, minutes=5, today=day, most=1)]

    assert first(TODAY) == first(TODAY)
    assert len({first(TODAY - timedelta(days=n))[0] for n in range(20)}) > 3


@pytest.mark.parametrize(("minutes", "most_s"), [(2, 120), (5, 300), (10, 600)])
def test_what_is_offered_together_fits_into_the_minutes_there_are(keeper, minutes, most_s):
    flows.finish(keeper, [done("notice.work")], now=NOW - timedelta(days=1))
    offered = [each.skill for each in queries.next_up(keeper, minutes=minutes, today=TODAY)]
    assert 1 <= len(offered) <= 3
    assert all(seconds_of(skill) <= most_s for skill in offered)
    assert sum(map(seconds_of, offered)) <= max(most_s, 300)


def test_after_five_minutes_nothing_is_pressed_on_anybody_and_one_more_can_be_had(client_of_owner, keeper):
    flows.finish(keeper, [done("sponsor.speak-for"), done("amplify.credit-aloud")], now=NOW)
    text = page(client_of_owner.get("/practise/"))
    assert "You did a good deal today. If you would like one more:" in text
    assert text.count('id="next-thing"') == 1
    assert offer(keeper, today=TODAY) is None


def test_somebody_with_ten_minutes_is_offered_more_after_five(client_of_owner, keeper):
    flows.finish(keeper, [done("sponsor.speak-for"), done("amplify.credit-aloud")], now=NOW)  # 2 * 150 s
    offered = queries.next_up(keeper, minutes=10, today=TODAY)
    assert 0 < sum(seconds_of(each.skill) for each in offered) <= 300
    assert "You did a good deal today" not in page(client_of_owner.get("/practise/", {"minutes": "10"}))


@pytest.mark.parametrize("minutes", ["2", "5", "10"])
def test_one_more_is_there_even_when_everything_was_practised_today(client_of_owner, keeper, minutes):
    flows.finish(keeper, [done(skill) for skill in shelf.skills()], now=NOW)
    offered = page(client_of_owner.get("/practise/", {"minutes": minutes})).split('class="next-thing"')[1]
    assert "One more" in offered.split("</section>")[0]
    assert minutes != "2" or "/practise/scenes/" not in offered.split("</section>")[0]


def test_no_page_counts_scores_or_shows_a_percentage(client_of_owner, keeper):
    flows.finish(keeper, [done("sponsor.speak-for"), done("notice.work")], now=NOW - timedelta(days=40))
    for path in ("/practise/", "/practise/due/"):
        text = re.sub(r"<[^>]*>", " ", page(client_of_owner.get(path)))
        assert not re.search(r"%|overdue|\bdays? late\b|streak|score|points", text)


def test_scenes_are_chosen_by_place_role_and_practice(client_of_owner):
    wanted = {"place": "public", "role": "witness", "practice": "interrupt"}
    text = page(client_of_owner.get("/practise/scenes/", wanted))
    assert "Night bus, line 4" in text
    assert "The idea that changed hands" not in text
    assert '<option value="public" selected>' in text


def test_where_nothing_fits_what_is_close_is_shown(client_of_owner):
    # no scene is out in public, led by you and about speaking for somebody: near ones miss one of these
    text = page(
        client_of_owner.get("/practise/scenes/", {"place": "public", "role": "chair", "practice": "sponsor"})
    )
    assert "Nothing fits all of that. Close:" in text
    assert "Nice poster" in text  # you lead, and it is about speaking for somebody, but at work
    assert "Night bus, line 4" not in text  # misses two of the three


def test_leading_in_one_of_its_settings_is_enough_to_find_a_scene_in_that_setting(client_of_owner):
    text = page(
        client_of_owner.get("/practise/scenes/", {"place": "work", "role": "chair", "practice": "repair"})
    )
    assert "Close:" not in text
    assert "/practise/scenes/shortened-name-01/?power=steep" in text
    assert "A meme for a slow Friday" in text  # online, and at work too


def test_that_nobody_has_checked_them_is_said_once_above_the_list(client_of_owner):
    text = page(client_of_owner.get("/practise/scenes/"))
    assert text.lower().count("unreviewed") == 1


def test_a_scene_says_how_long_it_takes_the_same_at_every_door(client_of_owner):
    rows = page(client_of_owner.get("/practise/scenes/"))
    row = rows.split("Night bus, line 4")[1].split("</li>")[0]
    assert "about 7 minutes" in row
    assert "about 7 minutes" in page(client_of_owner.get("/practise/scenes/bus-harassment-01/"))


def test_where_no_scene_fits_there_is_a_way_to_all_of_them(client_of_owner):
    text = page(client_of_owner.get("/practise/scenes/", {"place": "moon"}))
    assert "No scene fits that" in text


def test_what_comes_back_is_told_in_plain_words(client_of_owner, keeper):
    flows.finish(keeper, [done("amplify.credit-aloud"), done("notice.work")], now=NOW)
    text = page(client_of_owner.get("/practise/due/"))
    assert "Amplify: credit aloud" in text
    assert "Noticing: at work" in text
    assert "It comes back on 14 March." in text  # Good: two days


def test_all_of_it_can_be_forgotten(client_of_owner, keeper, skills):
    flows.finish(keeper, [done("amplify.credit-aloud")], now=NOW)
    went = went_to(client_of_owner.post("/practise/due/forget/"))
    assert spoken(client_of_owner.get(went)) == "Forgotten. Nothing comes back until you practise again."
    assert skills() == {}


def test_today_offers_one_small_thing(client_of_owner):
    text = page(client_of_owner.get("/"))
    assert 'id="offer-practise"' in text
    assert "Practise · Something new · about 5 minutes" in text


def test_what_was_seen_comes_in_another_setting(keeper):
    first = queries.next_up(keeper, minutes=5, today=TODAY)[0].way
    flows.finish(keeper, [done("advocate.rule", shown=first.key)], now=NOW - timedelta(days=2))
    again = next(each for each in queries.next_up(keeper, minutes=5, today=TODAY) if each.returns).way
    assert again.key != first.key


def test_my_data_tells_exports_and_erases_what_is_kept(client_of_owner, keeper, skills):
    flows.finish(keeper, [done("amplify.credit-aloud")], now=NOW)
    assert "Skills you practise" in page(client_of_owner.get("/my-data/"))
    exported = client_of_owner.get("/my-data/alongside.json").json()["entries"]
    assert [(each["room"], each["kind"]) for each in exported] == [("practise", "skill")]
    keeper.erase(today=TODAY)
    assert skills() == {}
