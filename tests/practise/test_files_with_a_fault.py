"""A faulty scene is named with file, table, key and cure; others load. A translation keeps its graph."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.practise.builders import TEXT, edited, example, scene_of
from tests.terminal import typed

from alongside.core.problems import Trouble
from alongside.practise.lint import lint_pack, same_graph
from alongside.practise.lint_files import lint_path
from alongside.practise.scene_files import from_entry, load, read_scenes
from alongside.practise.scenes import Refused

CONSIDER = 'consider = "Give credit early, in one neutral sentence, and hand the floor back to its owner."\n'


def write(folder, text, name="scene.toml"):
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_text(text, "utf-8")
    return file


def numbered(number, text=TEXT):
    return text.replace('id = "credit-standup-01"', f'id = "credit-{number}"')


def test_a_way_that_leads_nowhere_names_node_key_and_cure(tmp_path):
    file = write(tmp_path, edited((('topic."\nto = "debrief"', 'topic."\nto = "debreif"'),)))

    with pytest.raises(Refused) as caught:
        load(file)

    assert caught.value.place == f"{file}: nodes.floor.to"
    assert caught.value.cause == "no node “debreif”."
    assert caught.value.way_out == "Did you mean “debrief”?"


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('practice = "amplify"\nskill', 'practice = "amplfy"\nskill', "practice"),
        ('strategy = ["call-out"]', 'strategy = ["callout"]', "nodes.start.choices[2].strategy"),
        ("relation = -2, risk", "relation = -3, risk", "nodes.start.choices[2].effects.relation"),
        ("relation = -2, risk", "rlation = -2, risk", "nodes.start.choices[2].effects"),
        ('title = "The idea that changed hands"', "title = 3", "title"),
        ("end = true\n", "", "nodes.debrief"),
        ('id = "own"', 'id = "defend"', "nodes.frost.choices"),
        ("[nodes.frost]", '[nodes.frost]\npower_text = { step = "x" }', "nodes.frost.power_text"),
        (CONSIDER, "", "nodes.debrief"),
    ],
)  # fmt: skip
def test_each_fault_is_named_by_its_place(old, new, place):
    with pytest.raises(Refused) as caught:
        scene_of(edited(((old, new),)))

    assert caught.value.place == place
    assert caught.value.cause
    assert caught.value.way_out


def test_a_pack_with_one_broken_file_of_ten_loads_nine_and_names_the_tenth(tmp_path):
    folder = tmp_path / "own" / "en" / "scenarios"
    for number in range(9):
        write(folder, numbered(number), f"scene-{number}.toml")
    write(folder, numbered(9, TEXT.replace('to = "asked"', 'to = "askd"')), "scene-9.toml")

    shelf = read_scenes(locale="en", also=[tmp_path / "own"])
    own = [scene.id for scene in shelf.scenes if scene.id.startswith("credit-") and len(scene.id) == 8]

    assert own == [f"credit-{number}" for number in range(9)]
    assert [problem.entry for problem in shelf.problems] == ["credit-9"]
    assert lint_path(folder).problems[0].file.endswith("scene-9.toml")
    assert len(lint_path(folder).scenes) == 9


@pytest.mark.parametrize("text", ["", "x = [[[", "id = 3", "[nodes]\nstart = 3", "nodes = {}"])
def test_what_is_no_scene_is_refused_with_a_way_out(tmp_path, text):
    with pytest.raises(Trouble) as caught:
        load(write(tmp_path, text))

    assert caught.value.way_out


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
KEYS = [
    "id",
    "title",
    "language",
    "practice",
    "skill",
    "setting",
    "covers",
    "cast",
    "nodes",
    "variants",
    "review",
]


@given(st.dictionaries(st.sampled_from(KEYS), values))
def test_whatever_an_entry_holds_only_our_own_refusal_is_raised(entry):
    with pytest.raises(Refused):
        from_entry(entry)


def test_a_translation_with_one_edge_missing_is_told_from_its_original():
    head = (
        ('language = "en"', 'language = "xx"'),
        ('id = "credit-standup-01"', 'id = "credit-standup-01"\nparallel_of = "credit-standup-01"'),
    )
    words = ("I was heard the second time.", "Zweites Mal: man hört mich.")
    line = next(line for line in TEXT.splitlines(keepends=True) if 'id = "fix-record"' in line)

    faithful, broken = example(*head, words), example(*head, words, (line, ""))

    assert same_graph(example(), faithful) == ()
    assert lint_pack([example(), faithful]) == ()
    ((scene, fault),) = lint_pack([example(), broken])
    assert (scene.language, fault.rule, fault.place) == ("xx", "same-graph", "nodes.notes.choices.fix-record")


def test_a_translation_that_weighs_a_choice_otherwise_is_told():
    other = example(
        ('language = "en"', 'language = "xx"'),
        ("supported = 1, agency = -1, relation = -2", "supported = 1, agency = 1, relation = -2"),
    )

    assert [fault.place for fault in same_graph(example(), other)] == ["nodes.start.choices.accuse"]


def test_an_id_that_was_published_stays_or_becomes_an_alias():
    renamed = example(('id = "credit-standup-01"', 'id = "credit-monday"'))
    kept = example(('id = "credit-standup-01"', 'id = "credit-monday"\nalias = ["credit-standup-01"]'))

    assert [fault.rule for _scene, fault in lint_pack([renamed], before=[example()])] == ["id-kept"]
    assert lint_pack([kept], before=[example()]) == ()


def test_two_scenes_with_one_id_are_told():
    assert [fault.rule for _scene, fault in lint_pack([example(), example()])] == ["unique-id"]


def test_the_linter_at_the_terminal_says_what_and_where_with_exit_code_1(tmp_path):
    file = write(tmp_path, edited((("{speaker} goes red", "{speker} goes red"),)))

    said = typed("practise", "lint", file)

    assert said.code == 1
    assert (
        f"{file}: credit-standup-01: nodes.frost.text: the placeholder {{speker}} is not defined."
        " [placeholders]" in said.out
    )
    assert said.err == "1 scene read, 1 thing to mend.\n"


def test_the_check_of_all_content_runs_the_rules_of_scenes_too(tmp_path):
    file = write(tmp_path, edited((("{speaker} goes red", "{speker} goes red"),)))

    assert "[placeholders]" in typed("content", "lint", file).out
    assert typed("content", "lint", write(tmp_path, TEXT)).code == 0


def test_a_folder_without_a_scene_says_so(tmp_path):
    said = typed("practise", "lint", tmp_path)

    assert said.code == 1
    assert "there is no scene here" in said.out


def test_a_pack_is_held_against_what_was_published(tmp_path):
    old = write(tmp_path / "old", TEXT)
    write(tmp_path / "new", numbered(2))

    assert "[id-kept]" in typed("practise", "lint", tmp_path / "new", "--against", old).out
