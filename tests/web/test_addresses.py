"""Templates look an address without arguments up once, and say the same as Django's own tag."""

import pytest
from django.template import Context, Template
from django.urls import NoReverseMatch, set_script_prefix

from alongside.web.places import fixed_place


def shown(text, **names):
    return Template(text).render(Context(names))


@pytest.fixture
def under_a_prefix():
    set_script_prefix("/with-us/")
    yield
    set_script_prefix("/")


def test_an_address_without_arguments():
    assert shown("{% url 'act:commitments' %}") == "/commitments/" == fixed_place("act:commitments")


def test_an_address_kept_under_a_name():
    assert shown("{% url 'act:commitments' as there %}<{{ there }}>") == "</commitments/>"


def test_an_address_with_arguments_differs_from_one_to_the_next():
    text = "{% url 'help-page' slug %}"
    assert shown(text, slug="words") != shown(text, slug="learn")


def test_a_name_that_stands_in_a_variable_is_looked_up_each_time():
    text = "{% url name %}"
    assert shown(text, name="act:commitments") != shown(text, name="learn:learn")


@pytest.mark.usefixtures("under_a_prefix")
def test_the_prefix_of_the_server_stands_in_front():
    assert fixed_place("act:commitments") == "/with-us/commitments/"


def test_the_prefix_of_one_server_is_not_kept_for_another():
    assert fixed_place("act:commitments") == "/commitments/"


def test_an_unknown_name_that_is_kept_says_nothing():
    assert shown("{% url 'nowhere' as there %}<{{ there }}>") == "<>"


def test_an_unknown_name_is_an_error_and_no_empty_link():
    with pytest.raises(NoReverseMatch):
        shown("{% url 'nowhere' %}")
