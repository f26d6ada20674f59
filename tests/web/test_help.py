"""Help, as the owner sees it: each guide is a page with one heading, and a stranger sees none."""

import re
from html.parser import HTMLParser
from urllib.parse import urljoin

import pytest

from alongside.web import guides

PAGES = [page.slug for folder in ("guides", "method") for page in guides.guides(folder)]


class Ids(HTMLParser):
    """The ids of a page, and where its links lead."""

    def __init__(self, page):
        super().__init__()
        self.ids, self.links = [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.ids += [found["id"]] if "id" in found else []
        self.links += [found["href"]] if tag == "a" else []


@pytest.mark.django_db
def test_a_stranger_is_shown_no_help(client):
    assert client.get("/help/").status_code == 403


def test_a_guide_that_does_not_exist_is_missing(client_of_owner):
    assert client_of_owner.get("/help/guides/nothing/").status_code == 404


@pytest.mark.parametrize("slug", PAGES)
def test_each_guide_is_a_page_with_one_heading_and_unique_names(client_of_owner, slug):
    response = client_of_owner.get(f"/help/{slug}/")
    page = response.content.decode()
    names = re.findall(r'aria-label="([^"]+)"', page)

    assert response.status_code == 200
    assert page.count("<h1") == 1
    assert len(Ids(page).ids) == len(set(Ids(page).ids))
    assert len(names) == len(set(names))


@pytest.mark.parametrize("slug", PAGES)
def test_every_link_of_a_guide_leads_to_a_page_and_a_place_on_it(client_of_owner, slug):
    here = f"/help/{slug}/"
    for link in Ids(client_of_owner.get(here).content.decode()).links:
        path, _hash, place = urljoin(here, link).partition("#")
        if path.startswith("/"):
            found = client_of_owner.get(path)
            assert found.status_code == 200, link
            assert not place or place in Ids(found.content.decode()).ids, link


def test_the_index_names_every_guide_with_its_first_sentence(client_of_owner):
    page = client_of_owner.get("/help/").content.decode()

    assert PAGES
    for slug in PAGES:
        assert f'href="/help/{slug}/"' in page
    assert "that is all this asks of you." in page
