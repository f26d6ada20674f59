"""The self-assessment in the browser: one item a page, left and gone on with, and what came of it."""

import re

import pytest
from tests.web.visits import page, went_to

from alongside.core.practices import Practice
from alongside.learn.assess import Occasions, Share, Stall
from alongside.web.models import SealedEntry

SOME = {"occasions": "3-5", "acted": "half"}
ITEM = "/learn/assess/{}/"


def answer_all(client, sent, *, first=1):
    for number in range(first, 25):
        client.post(ITEM.format(number), sent)


def test_an_item_asks_for_the_moment_first_and_says_where_one_is(client_of_owner):
    text = page(client_of_owner.get(ITEM.format(9)))
    assert "Step 9 of 25" in text
    assert text.index("Four weeks. How often") < text.index("In how many of them did you")


def test_the_page_at_the_end_is_announced_from_the_start(client_of_owner):
    assert "24 short questions, one a page; then one page on where it stalled." in page(
        client_of_owner.get("/learn/assess/")
    )


def test_once_or_twice_is_answered_by_none_one_or_both(client_of_owner, kept):
    text = page(client_of_owner.get(ITEM.format(1)))
    two = text[text.index('class="for-two"') :]
    assert re.findall(r'name="acted_of_two" value="(\w+)"', two) == ["none", "half", "all"]
    assert "In one of them" in two
    client_of_owner.post(ITEM.format(1), {"occasions": "1-2", "acted": "few", "acted_of_two": "half"})
    assert kept().last_round.answers[0].acted is Share.HALF


def test_an_answer_is_kept_at_once_and_the_next_item_comes(client_of_owner, kept):
    assert went_to(client_of_owner.post(ITEM.format(1), SOME)) == "/learn/assess/2/?done=assess-kept"
    (answer,) = kept().last_round.answers
    assert (answer.occasions, answer.acted) == (Occasions.SOME, Share.HALF)
    assert re.search(r'value="half"[^>]* checked', page(client_of_owner.get(ITEM.format(1))))


def test_left_at_item_nine_it_goes_on_there_another_day(client_of_owner, kept, monkeypatch):
    for number in range(1, 9):
        client_of_owner.post(ITEM.format(number), SOME)
    answer = client_of_owner.post(ITEM.format(9), {**SOME, "deed": "leave"})
    assert went_to(answer) == "/learn/assess/?done=assess-left"
    monkeypatch.setenv("ALONGSIDE_TODAY", "2026-03-20")
    text = page(client_of_owner.get("/learn/assess/"))
    assert "9 of 24 are answered." in text
    assert 'id="begin" href="/learn/assess/10/"' in text
    client_of_owner.post(ITEM.format(10), SOME)
    assert [len(each.answers) for each in kept().rounds] == [10]


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({}, "occasions"),
        ({"acted": "half"}, "occasions"),
        ({"occasions": "often"}, "occasions"),
        ({"occasions": "3-5"}, "acted"),
        ({"occasions": "3-5", "acted": "loads"}, "acted"),
    ],
)
def test_half_an_answer_is_asked_again_and_nothing_is_kept(client_of_owner, sent, field):
    text = page(client_of_owner.post(ITEM.format(1), sent), 422)
    assert f'href="#id_{field}-1"' in text
    assert f'id="id_{field}-error"' in text
    assert SealedEntry.objects.count() == 0


def test_without_an_occasion_the_second_part_does_not_count(client_of_owner, kept):
    client_of_owner.post(ITEM.format(1), {"occasions": "0", "acted": "all"})
    assert kept().last_round.answers[0].acted is None


def test_an_item_that_is_not_there_says_so(client_of_owner):
    assert client_of_owner.get(ITEM.format(0)).status_code == 404
    assert client_of_owner.post(ITEM.format(25), SOME).status_code == 404


def test_after_the_last_item_one_page_asks_where_it_stalled(client_of_owner, kept):
    answer_all(client_of_owner, {"occasions": "0"}, first=4)
    for number in (1, 2):
        client_of_owner.post(ITEM.format(number), {"occasions": "0"})
    client_of_owner.post(ITEM.format(3), SOME)
    answer = client_of_owner.post(ITEM.format(24), {"occasions": "0"})
    assert went_to(answer) == "/learn/assess/stall/?done=assess-kept"
    text = page(client_of_owner.get("/learn/assess/stall/"))
    assert "Step 25 of 25" in text
    assert set(re.findall(r'name="(stall_\w+)"', text)) == {"stall_learn"}
    answer = client_of_owner.post("/learn/assess/stall/", {"stall_learn": "mine"})
    assert went_to(answer) == "/learn/assess/result/?done=assess-kept"
    assert kept().profile.stalls == {Practice.LEARN: Stall.MINE}
    result = page(client_of_owner.get("/learn/assess/result/"))
    assert "See what you can open" in result
    assert "You said: “I thought it was not mine to do.”" in result


def test_only_the_three_practices_with_most_room_are_asked_about_and_none_has_to_be(client_of_owner, kept):
    answer_all(client_of_owner, SOME)
    text = page(client_of_owner.get("/learn/assess/stall/"))
    # All alike: 12 moments, half of them. Sponsor and advocate weigh more; of the rest the first comes.
    asked = set(re.findall(r'name="stall_(\w+)"', text))
    assert asked == {"sponsor", "advocate", "learn"}
    answer = client_of_owner.post("/learn/assess/stall/", {})
    assert went_to(answer) == "/learn/assess/result/?done=nothing"
    assert kept().profile.stalls == {}


def test_who_did_not_dare_finds_three_small_plans_ready(client_of_owner):
    answer_all(client_of_owner, SOME)
    client_of_owner.post("/learn/assess/stall/", {"stall_sponsor": "dare"})
    text = page(client_of_owner.get("/learn/assess/result/"))
    part = text[text.index('id="room-sponsor"') :]
    part = part[: part.index("<li><h3")] if "<li><h3" in part else part[: part.index("</ul>")]
    assert part.count(">Plan this</button>") == 3
    assert part.count(">Change the words</a>") == 3
    form = re.search(r'href="(/commitments/new/\?action=[\w-]+)"', part).group(1)
    assert client_of_owner.get(form).status_code == 200


def test_no_occasion_is_said_and_never_drawn_as_nought(client_of_owner):
    answer_all(client_of_owner, {"occasions": "0"})
    text = page(client_of_owner.get("/learn/assess/result/"))
    assert text.count(">no occasion<") >= 8
    assert not re.search(r">\s*0 ?%", text)
    assert 'class="figure-bar"' not in text


def test_the_result_shows_a_range_and_says_that_it_is_not_validated(client_of_owner):
    # Three items, each 3 to 5 times and about half: n = 12, k = 6, Beta(7, 7). Its middle 80 % lies between
    # 0.332 and 0.668, which a table of the incomplete beta function gives; all eight practices alike.
    answer_all(client_of_owner, SOME)
    text = page(client_of_owner.get("/learn/assess/result/"))
    table = text[text.index("<table") : text.index("</table>")]
    assert table.count("<td>33%</td>") == table.count("<td>67%</td>") == 8
    assert not re.search(r">[^<]*\d ?%", text.replace(table, ""))
    assert table.count("<td>about half</td>") == 8
    assert "no study has tested them" in text
    assert 'href="/learn/path/"' in text


def test_rounds_are_said_to_differ_only_where_that_is_clear(client_of_owner, monkeypatch):
    monkeypatch.setenv("ALONGSIDE_TODAY", "2025-11-03")
    answer_all(client_of_owner, SOME)
    monkeypatch.setenv("ALONGSIDE_TODAY", "2026-03-12")
    for number in range(1, 25):
        # Learn (items 1 to 3): from half to all of 12 moments. The others as before.
        client_of_owner.post(
            ITEM.format(number), {"occasions": "3-5", "acted": "all"} if number < 4 else SOME
        )
    text = page(client_of_owner.get("/learn/assess/result/"))
    assert text.count("You acted in more of them than last time.") == 1
    assert text.count("No clear difference from last time.") == 7


def test_a_round_is_suggested_again_only_after_a_quarter(client_of_owner, monkeypatch):
    assert "About 6 minutes" in page(client_of_owner.get("/learn/assess/"))
    assert "24 short questions" in page(client_of_owner.get("/learn/"))
    client_of_owner.post(ITEM.format(1), SOME)
    for day, suggested in (("2026-03-13", False), ("2026-06-10", False), ("2026-06-11", True)):
        # 12 March and 91 days make the 11th of June.
        monkeypatch.setenv("ALONGSIDE_TODAY", day)
        assert ("A quarter has gone by" in page(client_of_owner.get("/learn/"))) is suggested


def test_a_new_round_begins_with_its_first_answer_and_once_only(client_of_owner, kept):
    client_of_owner.post(ITEM.format(1), SOME)
    text = page(client_of_owner.get("/learn/assess/1/?new=1"))
    assert " checked" not in text
    once = re.search(r'name="once" value="([^"]+)"', text).group(1)
    for _twice in range(2):
        client_of_owner.post(ITEM.format(1), {**SOME, "new": "1", "once": once})
    assert len(kept().rounds) == 2
    client_of_owner.post(ITEM.format(2), SOME)
    assert sorted(len(each.answers) for each in kept().rounds) == [1, 2]


def test_a_round_is_taken_out_only_after_a_question(client_of_owner, kept):
    for number in (1, 2):
        client_of_owner.post(ITEM.format(number), SOME)
    result = page(client_of_owner.get("/learn/assess/result/"))
    url = re.search(r'id="forget-round" href="([^"]+)"', result).group(1)
    asked = page(client_of_owner.get(url))
    assert "All your 2 answers of 12 March 2026 go, for good." in asked
    assert "Keep them" in asked
    assert len(kept().rounds) == 1
    client_of_owner.post(url)
    assert kept().rounds == ()
    assert client_of_owner.get(url).status_code == 404


def test_before_any_answer_the_result_says_what_will_be_there(client_of_owner):
    assert "Nothing is answered yet." in page(client_of_owner.get("/learn/assess/result/"))
