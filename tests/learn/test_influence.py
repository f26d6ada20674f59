"""What one can open comes with deeds that read well as an if-then in one's own voice."""

import re

import pytest

from alongside.core.intentions import Intention
from alongside.learn.influence import Opening, suggestions

ALL = suggestions(list(Opening))


def test_nothing_ticked_suggests_nothing():
    assert suggestions([]) == ()


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.act[:30])
def test_an_if_then_speaks_of_i_and_never_of_you(each):
    sentence = Intention(cue=each.cue, act=each.act, practice=each.practice, effort=2).sentence
    assert not re.search(r"\b(you|your|yours)\b", sentence)
    assert each.act[0].islower()
    assert not each.act.endswith(".")


def test_every_opening_has_something_to_do():
    assert {each.opening for each in ALL} == set(Opening)
