"""A scene leads to the history behind it and a history card to its scenes, though no room knows the other."""

import re

from tests.practise.web.playing import Player
from tests.web.visits import page

from alongside.practise.web import shelf


def test_a_card_leads_to_the_scene_that_names_it(client_of_owner):
    scene = next(scene for scene in shelf.scenes().scenes if scene.cards)

    text = page(client_of_owner.get(f"/learn/cards/{scene.cards[0]}/"))

    assert f'href="/practise/scenes/{scene.id}/"' in text


def test_the_end_of_a_scene_leads_to_the_cards_that_it_names(client_of_owner):
    scene = next(scene for scene in shelf.scenes().scenes if scene.cards)
    player = Player(client_of_owner, f"/practise/scenes/{scene.id}/play/", "walk")
    text = player.begin()
    for _step in range(20):
        if "history-title" in text:
            break
        choice = re.search(r'name="choose" value="([^"]+)"', text)
        assert choice is not None
        text = player.choose(choice.group(1))

    assert all(f'href="/learn/cards/{card}/"' in text for card in scene.cards)
