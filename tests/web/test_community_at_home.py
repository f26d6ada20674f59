"""Where somebody runs Alongside alone, nothing of a community exists."""

import pytest
from django.test import Client
from tests.web.test_matrix_community import ADDRESSES

pytestmark = pytest.mark.exhaustive


@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_the_addresses_of_a_community_do_not_exist(name, client_of_owner):
    path = ADDRESSES[name].path({})
    assert client_of_owner.get(path).status_code == 404
    assert client_of_owner.post(path).status_code == 404
    assert Client().get(path).status_code == 403
