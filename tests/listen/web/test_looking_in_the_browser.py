"""The page Look: an error hangs where it was made, nothing filled in is hidden, and a plan is shown first."""

import html
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile


@pytest.fixture
def page(client_of_owner):
    def post(**sent):
        answer = client_of_owner.post("/look/", sent, follow=True)
        return answer.status_code, html.unescape(answer.content.decode())

    return post


def test_an_error_about_pasted_words_hangs_on_the_paste_field(page):
    status, shown = page(pasted="Dear all, thank you for coming.")
    assert status == 422
    assert 'href="#id_pasted"' in shown
    assert '<p class="error" id="id_pasted-error">Error: What you pasted: This is no transcript' in shown
    assert "id_file-error" not in shown
    assert "<details open>" in shown


def test_the_details_stay_open_where_something_in_them_was_filled_in(page):
    status, shown = page(me="Mina", file=SimpleUploadedFile("a.vtt", b"Dear all"))
    assert (status, "<details open>" in shown) == (422, True)
    status, shown = page(
        file=SimpleUploadedFile("a.vtt", b"Dear all"), roster=SimpleUploadedFile("there.txt", b"Mina\n")
    )
    assert (status, "<details open>" in shown) == (422, True)


def test_the_details_stay_closed_where_nothing_in_them_was_filled_in(page):
    status, shown = page(file=SimpleUploadedFile("a.vtt", b"Dear all"))
    assert (status, "<details open>" in shown) == (422, False)


def test_a_picture_in_place_of_a_list_is_refused_at_its_field(page):
    status, shown = page(
        file=SimpleUploadedFile("a.vtt", b"WEBVTT\n"),
        roster=SimpleUploadedFile("pic.png", bytes.fromhex("89504e470d0a1a0a")),
    )
    assert status == 422
    assert 'id="id_roster-error">Error: This is not a list of people.' in shown


def test_what_is_planned_is_shown_before_it_is_planned(page):
    status, shown = page(deed="sample")
    assert status == 200
    plans = re.findall(r"As a plan: If (.*?), then I will (.*?)</bdi>", shown)
    hidden = re.findall(r'name="cue" value="([^"]*)"><input type="hidden" name="act" value="([^"]*)"', shown)
    assert len(plans) == len(hidden) == 3
    for (cue, act), (sent_cue, sent_act) in zip(plans, hidden, strict=True):
        assert (cue, act.removesuffix(".")) == (sent_cue, sent_act)


def test_the_page_answers_how_sure_and_keeps_the_two_figures_under_details(page):
    _status, shown = page(deed="sample")
    assert "How sure: worth a second look, it may be wrong." in shown
    before, _summary, after = shown.partition("More measures</summary>")
    assert "Evenness" not in before
    assert "Evenness" in after
