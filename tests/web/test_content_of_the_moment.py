"""What is held of the content is made anew when a person's own entries or packs change, and only then."""

import pytest
from django.conf import settings

from alongside.web.content import WhileContentLasts, content_state


@pytest.fixture
def own_file():
    file = settings.DATA / "content/en/actions/of-the-moment.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    yield file
    file.unlink(missing_ok=True)


def test_nothing_is_made_anew_while_nothing_changes():
    made = WhileContentLasts(object)
    assert made() is made()


def test_a_new_file_a_change_and_its_end_are_seen(own_file):
    made = WhileContentLasts(lambda: content_state(settings.DATA))
    before = made()
    own_file.write_text("schema = 1\n", "utf-8")
    first = made()
    own_file.write_text("schema = 1 # changed\n", "utf-8")
    changed = made()
    own_file.unlink()
    assert len({before, first, changed}) == 3
    assert made() == before


def test_it_can_be_forgotten():
    made = WhileContentLasts(object)
    before = made()
    made.cache_clear()
    assert made() is not before
