"""The map: every node and edge drawn, and every edge said in words."""

from xml.etree import ElementTree as ET

from tests.practise.builders import example

from alongside.practise.map import draw, places_of, rows_of, sentences

SCENE = example()
SVG = "{http://www.w3.org/2000/svg}"


def test_the_drawing_is_named_and_described():
    root = ET.fromstring(draw(SCENE))  # noqa: S314  # our own drawing

    assert root.get("role") == "img"
    assert root.find(f"{SVG}title").text == "The scene “The idea that changed hands” as a map"
    assert "From start, hand-back leads to floor." in root.find(f"{SVG}desc").text
    assert {text.text for text in root.iter(f"{SVG}text")} == set(SCENE.nodes)


def test_every_edge_is_said():
    # 10 choices, 2 nodes that go on, 1 end
    assert len(sentences(SCENE)) == 12 + 2 + 1


def test_a_node_stands_below_what_leads_to_it():
    assert rows_of(SCENE) == {
        "start": 0, "floor": 2, "frost": 1, "asked": 1, "notes": 1, "mended": 2, "quiet": 2, "debrief": 3,
    }  # fmt: skip


def test_no_two_nodes_share_a_place():
    places = [(place.x, place.y) for place in places_of(SCENE).values()]

    assert len(set(places)) == len(places)


def test_a_ring_and_a_node_that_nothing_leads_to_are_drawn_too():
    ring = example(
        ('to = "debrief", effects = { supported = -1 } }', 'to = "start", effects = { supported = -1 } }')
    )
    attic = example(
        ("\n[nodes.debrief]", '[nodes.attic]\ntext = "You go upstairs."\nto = "debrief"\n\n[nodes.debrief]')
    )

    assert set(rows_of(ring)) == set(SCENE.nodes)
    assert "attic" in draw(attic)
