"""Reporting and deciding in two steps, on pages that tell each side what concerns it and no more."""

from datetime import timedelta

import pytest
from tests.include.web.moderation_world import HOUR, NOON, WORDS, decided, five, holder, reported
from tests.web.community import DAY, client_of, make_circle, make_member

from alongside.include.moderation import Outcome, State
from alongside.include.web import flows_moderation as flows
from alongside.include.web.models import Notice, Report, Unmasking
from alongside.include.web.ticks_moderation import keep_moving
from alongside.web.digest_lines import lines_for

pytestmark = pytest.mark.usefixtures("community")
WHY = "Somebody asked for help against threats."


def page(answer) -> str:
    return answer.content.decode()


def test_nothing_is_sent_before_the_second_step():
    world = five()
    client = client_of(world.rui)
    about = str(world.membership(world.pat).pk)
    answer = client.post(
        f"/circles/{world.circle.pk}/report/", {"about": about, "words": WORDS, "step": "check"}
    )
    assert answer.status_code == 200
    assert "Is this what you want to say?" in page(answer)
    assert "after I had asked them to stop" in page(answer)
    assert not Report.objects.exists()


def test_conduct_is_reported_in_two_steps():
    world = five()
    client = client_of(world.rui)
    form = {"about": str(world.membership(world.pat).pk), "words": WORDS, "step": "send"}
    answer = client.post(f"/circles/{world.circle.pk}/report/", form, follow=True)
    row = Report.objects.get()
    assert (row.kind, row.reporter, row.reported, row.beyond) == ("conduct", world.rui, world.pat, False)
    assert "within 24 hours" in page(answer)


def test_changing_it_again_keeps_every_word():
    world = five()
    about = str(world.membership(world.pat).pk)
    form = {"about": about, "words": WORDS, "beyond": "yes", "step": "change"}
    told = page(client_of(world.rui).post(f"/circles/{world.circle.pk}/report/", form))
    assert "after I had asked them to stop" in told
    assert f'value="{about}" checked' in told.replace("\n", " ")


def test_a_post_is_reported_in_two_steps():
    world = five()
    path = f"/circles/{world.circle.pk}/posts/{world.post.pk}/report/"
    client = client_of(world.rui)
    assert "A post of Pat" in page(client.get(path))
    assert client.post(path, {"words": WORDS, "step": "send"}).status_code == 303
    row = Report.objects.get()
    assert (row.kind, row.post, row.reported) == ("post", world.post, world.pat)


@pytest.mark.parametrize("form", [{"words": WORDS}, {"about": "nobody", "words": WORDS}, {"about": "{pat}"}])
def test_a_form_that_lacks_something_says_what_and_keeps_the_words(form):
    world = five()
    filled = {key: value.format(pat=world.membership(world.pat).pk) for key, value in form.items()}
    answer = client_of(world.rui).post(f"/circles/{world.circle.pk}/report/", filled | {"step": "send"})
    assert answer.status_code == 422
    assert "still open" in page(answer)
    assert form.get("words", "") in page(answer).replace("&#x27;", "'")


def test_somebody_of_another_circle_cannot_be_reported_here():
    world = five()
    other = make_circle(make_member("Odile"), name="Other")
    form = {"about": str(other.memberships.get().pk), "words": WORDS, "step": "send"}
    assert client_of(world.rui).post(f"/circles/{world.circle.pk}/report/", form).status_code == 422
    assert not Report.objects.exists()


def test_the_person_reported_sees_neither_the_report_nor_who_made_it():
    world = five()
    row = reported(world)
    client = client_of(world.pat)
    assert client.get(f"/reports/{row.pk}/").status_code == 404
    assert client.get(f"/moderation/reports/{row.pk}/").status_code == 404
    assert "Rui" not in page(client.get("/notices/"))


def test_after_the_outcome_the_person_reported_reads_it_without_the_report():
    world = five()
    row = decided(world, Outcome.PAUSE)
    told = page(client_of(world.pat).get(f"/reports/{row.pk}/"))
    assert "You can read, and not write, for 7 days." in told
    assert "Please stop." in told
    for secret in (WORDS[:20], "Rui", "Thank you."):
        assert secret not in told


def test_whoever_reported_it_hears_the_outcome_and_not_what_the_other_side_was_told():
    world = five()
    row = decided(world, Outcome.PAUSE)
    told = page(client_of(world.rui).get(f"/reports/{row.pk}/"))
    assert "A pause of 7 days" in told
    assert "Thank you." in told
    assert "Please stop." not in told


def test_the_moderator_is_not_told_who_reported_it():
    world = five()
    row = reported(world)
    told = page(client_of(holder(row)).get(f"/moderation/reports/{row.pk}/"))
    assert "Pat" in told
    assert "Rui" not in told


def test_a_decision_takes_two_steps_and_an_acknowledgement():
    world = five()
    row = reported(world)
    client = client_of(holder(row))
    path = f"/moderation/reports/{row.pk}/"
    assert "What follows?" not in page(client.get(path))
    assert client.post(f"{path}seen/").status_code == 303
    form = {"outcome": "word", "to_reported": "Please stop.", "step": "check"}
    assert "Is this what you decide?" in page(client.post(f"{path}decision/", form))
    assert Report.objects.get().state == State.ACKNOWLEDGED
    assert client.post(f"{path}decision/", form | {"step": "send"}).status_code == 303
    assert (Report.objects.get().outcome, Report.objects.get().state) == ("word", State.DECIDED)


@pytest.mark.parametrize(
    ("form", "said"),
    [({}, "still open"), ({"outcome": "word"}, "would not know"), ({"outcome": "x"}, "still open")],
)
def test_a_decision_that_lacks_something_says_what(form, said):
    world = five()
    row = reported(world)
    by = holder(row)
    flows.acknowledge(row.pk, by=by, now=NOON)
    answer = client_of(by).post(f"/moderation/reports/{row.pk}/decision/", {"step": "send", **form})
    assert answer.status_code == 422
    assert said in page(answer)


def test_stepping_aside_hands_it_to_the_other_moderator():
    world = five()
    row = reported(world)
    first = holder(row)
    client = client_of(first)
    assert client.post(f"/moderation/reports/{row.pk}/aside/").status_code == 303
    assert holder(row) != first
    assert client.get(f"/moderation/reports/{row.pk}/").status_code == 404


def test_a_second_look_is_asked_for_and_settled():
    world = five()
    row = decided(world, Outcome.PAUSE)
    client = client_of(world.pat)
    assert client.post(f"/reports/{row.pk}/", {"words": ""}).status_code == 422
    assert client.post(f"/reports/{row.pk}/", {"words": "It was a quotation."}).status_code == 303
    second = holder(row)
    told = page(client_of(second).get(f"/moderation/reports/{row.pk}/"))
    assert "It was a quotation." in told
    assert 'value="removal"' not in told
    flows.decide(row.pk, flows.Decision(outcome=Outcome.NOTHING), by=second, now=NOON + 5 * HOUR)
    assert "Nothing further follows for you." in page(client.get(f"/reports/{row.pk}/"))
    assert "Do you see it differently?" not in page(client.get(f"/reports/{row.pk}/"))


def test_notices_say_that_there_is_something_and_are_marked_as_read():
    world = five()
    decided(world, Outcome.PAUSE)
    client = client_of(world.pat)
    assert "New:" in page(client.get("/notices/"))
    client.post("/notices/read/")
    assert "New:" not in page(client.get("/notices/"))
    assert Notice.objects.filter(member=world.rui, read=False).exists()


def test_an_overdue_report_is_called_overdue():
    world = five()
    row = reported(world)
    Report.objects.update(opened=NOON - timedelta(days=2), given=NOON - timedelta(days=2))
    assert "Overdue." in page(client_of(holder(row)).get("/moderation/"))


def test_one_moderator_cannot_learn_whose_pseudonym_it_is():
    world = five(pseudonym="Quiet Heron")
    client = client_of(world.sol)
    path = f"/moderation/people/{world.membership(world.pat).pk}/name/"
    assert client.post(path, {"reason": "because"}).status_code == 422
    told = page(client.post(path, {"reason": WHY}, follow=True))
    assert "Pat" not in told
    row = Unmasking.objects.get()
    again = client.post(f"/moderation/names/{row.pk}/")
    assert (again.status_code, "One moderator is not enough" in page(again)) == (422, True)
    assert "Pat" not in page(again)
    assert not Notice.objects.filter(member=world.pat).exists()


def test_two_moderators_learn_it_and_the_person_is_told_why_the_same_day():
    world = five(pseudonym="Quiet Heron")
    asking, agreeing, person = client_of(world.sol), client_of(world.ben), client_of(world.pat)
    asking.post(f"/moderation/people/{world.membership(world.pat).pk}/name/", {"reason": WHY})
    row = Unmasking.objects.get()
    assert "name-asked" in {each.key for each in Notice.objects.filter(member=world.ben)}
    assert person.get(f"/notices/names/{row.pk}/").status_code == 404
    assert agreeing.post(f"/moderation/names/{row.pk}/").status_code == 303
    for client in (asking, agreeing):
        assert "<bdi>Pat</bdi>" in page(client.get(f"/moderation/names/{row.pk}/"))
    assert WHY in page(person.get(f"/notices/names/{row.pk}/"))
    assert Notice.objects.get(member=world.pat).day == DAY


def test_the_name_can_be_looked_up_for_a_week_and_no_longer(monkeypatch):
    world = five(pseudonym="Quiet Heron")
    Unmasking.objects.create(
        membership=world.membership(world.pat),
        asked_by=world.sol,
        asked=DAY,
        reason=WHY,
        agreed_by=world.ben,
        agreed=DAY,
    )
    path = f"/moderation/names/{Unmasking.objects.get().pk}/"
    monkeypatch.setenv("ALONGSIDE_TODAY", "2026-03-10")
    assert "<bdi>Pat</bdi>" in page(client_of(world.sol).get(path))
    monkeypatch.setenv("ALONGSIDE_TODAY", "2026-03-11")
    assert "<bdi>Pat</bdi>" not in page(client_of(world.sol).get(path))


def test_nobody_asks_for_a_name_that_is_no_pseudonym_or_their_own():
    world = five()
    path = f"/moderation/people/{world.membership(world.pat).pk}/name/"
    assert client_of(world.sol).get(path).status_code == 404
    masked = five_masked_steward()
    own = f"/moderation/people/{masked.membership(masked.sol).pk}/name/"
    assert client_of(masked.sol).get(own).status_code == 404


def five_masked_steward():
    from tests.include.web.moderation_world import Five  # noqa: PLC0415

    sol, rui = make_member("Sola"), make_member("Ruia")
    circle = make_circle(sol, name="Masked", members=[rui])
    circle.memberships.filter(member=sol).update(pseudonym="Warm Stone")
    return Five(circle=circle, sol=sol, ben=sol, rui=rui, pat=rui, post=None)


def test_counts_are_for_everybody_small_numbers_are_hidden_and_hidden_circles_are_not_in_them(monkeypatch):
    world, hidden = five(), None
    for _each in range(6):
        decided(world, Outcome.WORD)
    hidden = make_circle(make_member("Hide"), name="Hidden", opening="hidden", members=[make_member("Hia")])
    concern = flows.Concern(about=hidden.memberships.exclude(member__name="Hia").get(), words=WORDS)
    for _each in range(6):
        flows.report(hidden, concern, reporter=hidden.memberships.get(member__name="Hia").member, now=NOON)
    monkeypatch.setenv("ALONGSIDE_TODAY", "2026-04-02")
    told = page(client_of(make_member("Outside")).get("/moderation/counts/"))
    assert "<td>6</td>" in told
    assert "<td>12</td>" not in told
    assert "Hidden" not in told


def test_a_single_report_shows_in_no_count(monkeypatch):
    world = five()
    decided(world, Outcome.PAUSE)
    monkeypatch.setenv("ALONGSIDE_TODAY", "2026-04-02")
    told = page(client_of(world.rui).get("/moderation/counts/"))
    assert "<td>1</td>" not in told
    assert "hidden to protect privacy" in told


def test_the_worker_moves_reports_by_the_clock():
    world = five()
    row = reported(world)
    first = holder(row)
    keep_moving(now=(NOON + timedelta(hours=25)).astimezone().replace(tzinfo=None))
    assert holder(row) != first


def test_those_who_moderate_find_their_reports_from_the_circle_and_nobody_else_is_led_there():
    world = five()
    path = f"/circles/{world.circle.pk}/"
    assert 'href="/moderation/"' in page(client_of(world.ben).get(path))
    assert 'href="/moderation/"' not in page(client_of(world.rui).get(path))


def test_every_page_leads_to_ones_notices():
    assert 'href="/notices/"' in page(client_of(make_member("Rui")).get("/circles/"))


def test_a_letter_says_that_there_is_a_notice_and_not_a_word_more():
    world = five()
    decided(world, Outcome.PAUSE)
    own = [line for line in lines_for(world.pat, today=DAY) if line.section == "own"]
    assert [line.text for line in own if "notices" in line.text] == [
        "There is something new on your notices page."
    ]
    assert "Tuesday" not in repr(own)
    client_of(world.pat).post("/notices/read/")
    assert "notices" not in repr([line.text for line in lines_for(world.pat, today=DAY)])
