"""An address that takes a form says so in words when somebody loads it as a page."""

import pytest


@pytest.mark.parametrize("path", ["/log/", "/week/", "/look/keep/"])
def test_loading_the_address_of_a_form_leads_on(client_of_owner, path):
    answer = client_of_owner.get(path)
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "This address takes a form" in answer.content.decode()
    assert 'href="/"' in answer.content.decode()


def test_other_methods_are_refused_without_a_page(client_of_owner):
    assert client_of_owner.put("/log/").content == b""
