"""Somebody who plays in the browser without JavaScript: each press sends what the form on the page holds."""

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.web.visits import page

if TYPE_CHECKING:
    from django.http import HttpResponse
    from django.test import Client

SCENE = "/practise/scenes/idea-01/"
PLAY = f"{SCENE}play/"
NOTICE = "/practise/notice/"
CORRECT = "/practise/correct/"
WALL = "/practise/group/wall/"


def held(answer: "HttpResponse", name: str) -> str:
    """What a hidden field of the page carries."""
    found = re.search(rf'name="{name}" value="([^"]*)"', answer.content.decode())
    assert found is not None, name
    return html.unescape(found.group(1))


@dataclass(slots=True)
class Player:
    """Where somebody stands: the last answer, and the token in it."""

    client: "Client"
    address: str
    field: str
    answer: "HttpResponse | None" = None

    def begin(self, **fields: str) -> str:
        self.answer = self.client.post(self.address, fields)
        return page(self.answer)

    def press(self, status: int = 200, **fields: str) -> str:
        assert self.answer is not None
        sent = {self.field: held(self.answer, self.field), **fields}
        self.answer = self.client.post(self.address, sent)
        return page(self.answer, status)

    def choose(self, *choices: str) -> str:
        text = ""
        for choice in choices:
            text = self.press(choose=choice)
        return text


def in_scene(client: "Client") -> Player:
    return Player(client, PLAY, "walk")
