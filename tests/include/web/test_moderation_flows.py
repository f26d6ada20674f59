"""What a report does, and to whom: nothing by itself, nothing by somebody close, and both sides hear it."""

from datetime import date, timedelta

import pytest
from django.http import Http404
from tests.include.web.moderation_world import HOUR, NOON, WORDS, decided, five, holder, reported
from tests.web.community import DAY, client_of, join, make_member

from alongside.include.moderation import Outcome, State
from alongside.include.refusals import Refused
from alongside.include.web import flows_moderation as flows
from alongside.include.web import queries_moderation as queries
from alongside.include.web.flows_coming_in import come_in
from alongside.include.web.models import Notice, Post, Report
from alongside.include.web.ticks import expire
from alongside.include.web.ticks_moderation import keep_moving
from alongside.web.belonging import participates
from alongside.web.models import AuditRow, CommunityRole, Membership, Part, Standing

pytestmark = pytest.mark.usefixtures("community")


def keys_of(member):
    return [each.key for each in Notice.objects.filter(member=member).order_by("pk")]


def test_a_report_alone_changes_nothing_for_anybody():
    world = five()
    reported(world, post=True)
    assert participates(world.pat, world.circle)
    assert Post.objects.filter(pk=world.post.pk).exists()
    assert keys_of(world.pat) == []


def test_a_report_goes_to_a_moderator_and_leaves_a_row_in_the_trail_without_its_words():
    world = five()
    row = reported(world)
    assert keys_of(holder(row)) == ["report-for-you"]
    last = AuditRow.objects.order_by("-sequence").first()
    assert (last.action, last.object_id) == ("report.make", "")


def test_somebody_outside_the_circle_cannot_report_in_it():
    world = five(opening="hidden")
    concern = flows.Concern(about=world.membership(world.pat), words=WORDS)
    with pytest.raises(Http404):
        flows.report(world.circle, concern, reporter=make_member("Outside"), now=NOON)
    assert not Report.objects.exists()


def test_nobody_reports_themselves():
    world = five()
    concern = flows.Concern(about=world.membership(world.rui), words=WORDS)
    with pytest.raises(Refused, match="your own"):
        flows.report(world.circle, concern, reporter=world.rui, now=NOON)


def test_a_moderator_who_is_reported_never_gets_it():
    world = five()
    concern = flows.Concern(about=world.membership(world.ben), words=WORDS)
    row = flows.report(world.circle, concern, reporter=world.rui, now=NOON)
    assert holder(row) == world.sol
    flows.step_aside(row.pk, by=world.sol, now=NOON)
    assert Report.objects.get(pk=row.pk).moderator is None


def test_where_nobody_is_free_it_leaves_the_circle_only_with_the_reporters_yes():
    moss = make_member("Moss", role="moderator")
    world = five()
    Membership.objects.filter(member=world.ben).update(role=Part.MEMBER)
    about = world.membership(world.sol)
    stays = flows.report(world.circle, flows.Concern(about=about, words=WORDS), reporter=world.rui, now=NOON)
    goes = flows.report(
        world.circle, flows.Concern(about=about, words=WORDS, beyond=True), reporter=world.rui, now=NOON
    )
    assert Report.objects.get(pk=stays.pk).moderator is None
    assert holder(goes) == moss


def test_a_duty_that_has_ended_counts_no_more():
    make_member("Moss", role="moderator")
    CommunityRole.objects.update(until=date(2026, 3, 3))
    world = five()
    Membership.objects.filter(member__in=[world.ben, world.sol]).update(role=Part.MEMBER)
    assert reported(world, beyond=True).moderator_id is None


def test_nobody_but_the_moderator_who_has_it_can_decide():
    world = five()
    row = reported(world)
    other = world.sol if holder(row) == world.ben else world.ben
    for by in (other, world.rui, world.pat, make_member("Ada", role="admin")):
        with pytest.raises(Http404):
            flows.acknowledge(row.pk, by=by, now=NOON)


def test_unseen_for_a_day_it_goes_to_the_other_moderator():
    world = five()
    row = reported(world)
    first = holder(row)
    keep_moving(now=NOON + timedelta(hours=23))
    assert holder(row) == first
    keep_moving(now=NOON + timedelta(hours=24))
    keep_moving(now=NOON + timedelta(hours=24))
    assert holder(row) != first
    assert keys_of(holder(row)) == ["report-for-you"]


def test_a_pause_keeps_somebody_from_writing_for_seven_days(monkeypatch):
    world = five()
    decided(world, Outcome.PAUSE)
    # decided on 4 March, so paused on 4, 5, 6, 7, 8, 9 and 10 March
    for day, writes in (("2026-03-04", False), ("2026-03-10", False), ("2026-03-11", True)):
        monkeypatch.setenv("ALONGSIDE_TODAY", day)
        assert participates(world.pat, world.circle) is writes
    assert participates(world.rui, world.circle)


def test_a_removal_for_conduct_ends_the_membership_and_they_come_back_by_invitation_alone():
    world = five()
    decided(world, Outcome.REMOVAL)
    assert world.membership(world.pat).state == Standing.LEFT
    assert queries.was_removed(world.pat, world.circle)
    assert not queries.was_removed(world.rui, world.circle)


def test_a_milder_second_look_takes_back_what_the_first_did():
    world = five()
    row = decided(world, Outcome.REMOVAL)
    flows.appeal(row.pk, "It was a quotation.", by=world.pat, now=NOON + 3 * HOUR)
    second = holder(row)
    assert second != row.decided_by
    decision = flows.Decision(outcome=Outcome.NOTHING)
    flows.decide(row.pk, decision, by=second, now=NOON + 4 * HOUR)
    assert world.membership(world.pat).state == Standing.ACTIVE
    assert not queries.was_removed(world.pat, world.circle)
    assert keys_of(world.pat) == ["outcome-for-you", "outcome-for-you"]


def test_a_post_that_stands_leads_to_a_moderator():
    world = five()
    told = client_of(world.rui).get(f"/circles/{world.circle.pk}/").content.decode()
    assert "A post of Pat" in told
    assert f"/circles/{world.circle.pk}/posts/{world.post.pk}/report/" in told
    own = client_of(world.pat).get(f"/circles/{world.circle.pk}/").content.decode()
    assert f"/posts/{world.post.pk}/report/" not in own


def test_somebody_removed_does_not_come_back_by_waiting():
    world = five()
    world.circle.memberships.filter(member=world.pat).update(paused_until=DAY + timedelta(days=2))
    decided(world, Outcome.REMOVAL)
    expire(today=DAY + timedelta(days=30))
    with pytest.raises(Refused, match="cannot come back by yourself"):
        come_in(world.pat, world.circle, pseudonym="", version=1, today=DAY + timedelta(days=30))


def test_a_removed_post_is_shown_nowhere_and_goes_when_the_outcome_is_final():
    world = five()
    row = decided(world, Outcome.REMOVAL, post=True)
    assert world.membership(world.pat).state == Standing.ACTIVE
    assert set(queries.taken_down(world.circle)) == {world.post.pk}
    shown = client_of(world.rui).get(f"/circles/{world.circle.pk}/").content.decode()
    assert "A post of Pat" not in shown
    assert queries.post_in(world.circle, world.post.pk, today=DAY) is None
    keep_moving(now=NOON + timedelta(days=13))
    assert Post.objects.filter(pk=world.post.pk).exists()
    keep_moving(now=NOON + timedelta(days=15))
    assert not Post.objects.filter(pk=world.post.pk).exists()
    assert Report.objects.get(pk=row.pk).state == State.FINAL


def test_of_a_report_without_consequence_the_person_reported_hears_nothing():
    world = five()
    decided(world, Outcome.NOTHING)
    assert keys_of(world.pat) == []
    assert keys_of(world.rui) == ["report-seen", "report-outcome"]


def test_when_the_reporter_appeals_a_report_without_consequence_the_other_side_still_hears_nothing():
    world = five()
    row = decided(world, Outcome.NOTHING)
    flows.appeal(row.pk, "Please look again.", by=world.rui, now=NOON + 3 * HOUR)
    assert keys_of(world.pat) == []


def test_a_private_word_needs_words():
    world = five()
    row = reported(world)
    by = holder(row)
    flows.acknowledge(row.pk, by=by, now=NOON)
    with pytest.raises(Refused, match="would not know"):
        flows.decide(row.pk, flows.Decision(outcome=Outcome.WORD), by=by, now=NOON)
    assert Report.objects.get(pk=row.pk).state == State.ACKNOWLEDGED


def test_somebody_without_a_role_any_more_loses_the_report():
    world = five()
    row = reported(world)
    first = holder(row)
    Membership.objects.filter(member=first).update(role=Part.MEMBER)
    keep_moving(now=NOON)
    assert holder(row) != first


def test_a_pseudonym_stays_one_for_whoever_decides():
    world = five(pseudonym="Quiet Heron")
    row = reported(world)
    shown = queries.case(Report.objects.get(pk=row.pk), now=NOON)
    assert shown.about.name == "Quiet Heron"
    assert "Pat" not in repr(shown)


def test_somebody_who_joins_twice_reads_only_their_own():
    world = five()
    reported(world)
    cleo = make_member("Cleo")
    join(world.circle, cleo, part=Part.MODERATOR)
    assert queries.queue(cleo, now=NOON) == ()


def test_the_words_of_a_closed_report_are_forgotten_and_at_last_the_report():
    world = five()
    row = decided(world, Outcome.WORD)
    closed = NOON + timedelta(days=15)
    keep_moving(now=closed)
    keep_moving(now=closed + timedelta(days=89))
    assert Report.objects.get(pk=row.pk).words == WORDS
    keep_moving(now=closed + timedelta(days=91))
    kept = Report.objects.get(pk=row.pk)
    assert (kept.words, kept.told_reported, kept.told_reporter, kept.outcome) == ("", "", "", "word")
    keep_moving(now=closed + timedelta(days=501))
    assert not Report.objects.exists()
