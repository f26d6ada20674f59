"""The catalogue of actions keeps its promises: counts, grammar, voice, safety, and dated sources."""

import json
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path
from statistics import median

import pytest
from jsonschema import Draft202012Validator

import alongside
from alongside.core.practices import Practice

CONTENT = Path(alongside.__file__).parent / "content"
FILES = sorted((CONTENT / "en" / "actions").glob("*.toml"))
SCHEMA = json.loads((CONTENT / "schema" / "action.schema.json").read_text(encoding="utf-8"))
FIELDS = SCHEMA["$defs"]["action"]["properties"]
CONTENTS = {file: tomllib.loads(file.read_text(encoding="utf-8")) for file in FILES}
ACTIONS = [action for content in CONTENTS.values() for action in content["action"]]

# Words that put somebody in the dock, praise the reader, or belong in a slide deck. Each has been in a draft.
BLAME = (
    r"racists?|sexists?|bigot\w*|ignoran\w*|offenders?|perpetrators?|culprits?|guilt\w*|toxic|fragil\w*|sham(e|ed|ing)"
    r"|problematic|clueless|failed|your fault|you people|privileged"
)
PRAISE = r"hero\w*|brave\w*|proud\w*|amazing|inspiring|well done|good ally|great ally|applau\w*|badge|hashtag"
JARGON = (
    r"leverag\w*|stakeholders?|empower\w*|allyship|journey|lived experience|hold space|unpack\w*"
    r"|voiceless|diverse|intersectional\w*|utili[sz]e\w*|impactful|best practice"
)
OVERCLAIM = r"prove[sn]?|proven|guarantee\w*|eliminate\w*|always works|never fails|science says"
DEMANDS = (
    r"\bask(ing)?\b[^.;]*\b(explain|teach|educate|confirm|forgiv\w+|reassure)\b"
    r"|\b(did|was) I (do|right|ok|okay|good)\b|\bhow I did\b|\bbe forgiven\b"
)
PRIVATE = r"\bpronouns?\b|\bconviction|\bprison|\bprivate about\b|\bcomplaint\b|\b(is|are) out to\b"


def spoken(action: dict) -> str:
    """The action as a person reads it aloud."""
    return f"If {action['cue']}, then I will {action['act']}."


def shown(action: dict) -> str:
    return " ".join(action[key] for key in ("title", "cue", "act", "why", "safety"))


def hits(pattern: str, text: str) -> list[str]:
    return [found[0] for found in re.finditer(rf"(?i)\b(?:{pattern})\b", text)]


def objects(node: object) -> Iterator[dict]:
    """Every schema inside the schema that lists properties of its own."""
    if isinstance(node, dict):
        if "properties" in node and node.get("type") == "object":
            yield node
        for value in node.values():
            yield from objects(value)
    elif isinstance(node, list):
        for value in node:
            yield from objects(value)


def a_good_file() -> dict:
    """The smallest file that passes, built by hand so that every refusal below has one cause."""
    return {
        "schema": 1,
        "language": "en",
        "licence": "CC-BY-SA-4.0",
        "action": [
            {
                "id": "listen-count-to-five",
                "title": "Count to five after a question",
                "practice": "listen",
                "level": "starter",
                "mode": "proactive",
                "reach": "few",
                "effort": 1,
                "minutes": 1,
                "places": ["work"],
                "roles": ["any"],
                "occasions": ["meeting"],
                "cue": "nobody answers my question",
                "act": "count to five before I go on",
                "why": "Some people need longer to turn a thought into words.",
                "safety": "",
                "provenance": "own words",
                "review": "unreviewed",
                "source": {"kind": "own", "cite": "Our own suggestion"},
            }
        ],
    }


def refusals(content: dict) -> list[str]:
    return [error.json_path for error in Draft202012Validator(SCHEMA).iter_errors(content)]


GUIDE = Path(__file__).parents[2] / "docs" / "guides" / "writing-actions.md"

each_action = pytest.mark.parametrize("action", ACTIONS, ids=[action["id"] for action in ACTIONS])


# ---- the schema


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_every_object_in_the_schema_is_closed_and_every_field_is_described() -> None:
    found = list(objects(SCHEMA))
    assert len(found) == 3  # the file, an action, a source
    for node in found:
        assert node["additionalProperties"] is False
        for name, field in node["properties"].items():
            target = SCHEMA["$defs"][field["$ref"].rsplit("/", 1)[1]] if "$ref" in field else field
            assert field.get("description") or target.get("description"), name


def test_the_schema_names_the_eight_practices_in_their_order() -> None:
    assert FIELDS["practice"]["enum"] == [practice.value for practice in Practice]


def test_a_good_file_is_accepted() -> None:
    assert refusals(a_good_file()) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "Listen-Count"),
        ("id", "hear-count-to-five"),
        ("title", "Count to five after a question, and then count once more"),
        ("title", "Count to five."),
        ("practice", "hear"),
        ("level", "expert"),
        ("mode", "active"),
        ("reach", "team"),
        ("effort", 6),
        ("effort", 2.5),
        ("minutes", 0),
        ("places", []),
        ("places", ["work", "work"]),
        ("places", ["moon"]),
        ("roles", ["any", "chair"]),
        ("occasions", ["any", "meeting"]),
        ("cue", "Nobody answers my question"),
        ("cue", "nobody answers my question."),
        ("act", "count to five before I go on!"),
        ("why", "Because."),
        ("safety", "hold back"),
        ("provenance", "a poster"),
        ("review", "reviewed"),
        ("applause", "yes"),
        ("source", {"kind": "own", "cite": "Something else entirely"}),
        ("source", {"kind": "own", "cite": "Our own suggestion", "looked_up": "2026-01-02"}),
        ("source", {"kind": "study", "cite": "Somebody, Something, 2020, Somewhere"}),
        (
            "source",
            {
                "kind": "study",
                "cite": "Somebody, Something, 2020, Somewhere",
                "looked_up": "last May",
                "checked_how": "abstract read",
            },
        ),
    ],
)
def test_one_wrong_field_is_refused(field: str, value: object) -> None:
    content = a_good_file()
    content["action"][0][field] = value
    assert refusals(content)


@pytest.mark.parametrize("field", sorted(FIELDS))
def test_a_missing_field_is_refused(field: str) -> None:
    content = a_good_file()
    del content["action"][0][field]
    assert refusals(content) == ["$.action[0]"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_file_follows_the_schema(file: Path) -> None:
    assert refusals(deepcopy(CONTENTS[file])) == []


def test_the_guides_example_follows_the_schema() -> None:
    example = re.search(r"```toml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    assert example is not None
    assert refusals(tomllib.loads(example[1])) == []


def test_the_guide_explains_every_field_and_every_word_that_can_be_chosen() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    assert [field for field in FIELDS if f"`{field}`" not in text and f"`[action.{field}]`" not in text] == []
    chosen = [word for field in ("places", "roles", "occasions") for word in FIELDS[field]["items"]["enum"]]
    chosen += [word for field in ("level", "mode", "reach") for word in FIELDS[field]["enum"]]
    assert [word for word in chosen if f"`{word}`" not in text] == []


# ---- how many, and for whom


def test_there_is_one_file_for_each_practice_and_it_holds_nothing_else() -> None:
    assert {file.stem for file in FILES} == {practice.value for practice in Practice}
    for file, content in CONTENTS.items():
        assert {action["practice"] for action in content["action"]} == {file.stem}


def test_there_are_enough_actions_for_each_practice_and_each_effort() -> None:
    assert len(ACTIONS) >= 96
    practices = Counter(action["practice"] for action in ACTIONS)
    assert min(practices[practice.value] for practice in Practice) >= 10
    efforts = Counter(action["effort"] for action in ACTIONS)
    assert min(efforts[effort] for effort in range(1, 6)) >= 8


def test_each_practice_can_be_begun_small_and_taken_far() -> None:
    efforts = defaultdict(set)
    for action in ACTIONS:
        efforts[action["practice"]].add(action["effort"])
    assert [practice for practice, found in efforts.items() if found != {1, 2, 3, 4, 5}] == []


@pytest.mark.parametrize(("field", "least"), [("places", 20), ("roles", 5), ("occasions", 5)])
def test_every_place_role_and_occasion_is_served(field: str, least: int) -> None:
    found = Counter(value for action in ACTIONS for value in action[field])
    offered = set(FIELDS[field]["items"]["enum"]) - {"any"}
    assert {value for value in offered if found[value] < least} == set()


def test_at_least_two_in_five_actions_need_no_position() -> None:
    assert sum(action["roles"] == ["any"] for action in ACTIONS) / len(ACTIONS) >= 0.4


@pytest.mark.parametrize("practice", [practice.value for practice in Practice])
def test_every_practice_has_something_outside_work_and_something_without_a_position(practice: str) -> None:
    own = [action for action in ACTIONS if action["practice"] == practice]
    assert any("work" not in action["places"] for action in own)
    assert any(action["roles"] == ["any"] for action in own)


def test_all_three_reaches_and_both_modes_are_well_represented() -> None:
    reaches = Counter(action["reach"] for action in ACTIONS)
    modes = Counter(action["mode"] for action in ACTIONS)
    assert min(reaches[reach] for reach in FIELDS["reach"]["enum"]) >= 15
    assert min(modes[mode] for mode in FIELDS["mode"]["enum"]) >= 30


# ---- ids and texts


@pytest.mark.parametrize("field", ["id", "title", "cue", "act", "why"])
def test_nothing_is_said_twice(field: str) -> None:
    counts = Counter(action[field].casefold() for action in ACTIONS)
    assert [text for text, count in counts.items() if count > 1] == []


@each_action
def test_an_id_begins_with_its_practice(action: dict) -> None:
    assert action["id"].split("-")[0] == action["practice"]


@each_action
def test_level_and_minutes_fit_the_effort(action: dict) -> None:
    effort, minutes = action["effort"], action["minutes"]
    assert not (action["level"] == "starter" and effort > 2)
    assert not (action["level"] == "stretch" and effort < 3)
    assert not (effort == 1 and minutes > 15)
    assert not (effort == 5 and minutes < 180)


def test_more_effort_takes_longer_in_the_middle() -> None:
    middles = [median(a["minutes"] for a in ACTIONS if a["effort"] == effort) for effort in range(1, 6)]
    assert middles == sorted(set(middles))


@each_action
def test_it_reads_as_one_sentence(action: dict) -> None:
    first, opening = action["act"].split()[0], action["cue"].split()[0]
    assert opening.lower() not in {"if", "when", "whenever", "once", "then", "that"}
    assert first not in {"to", "i", "I", "will", "by", "be", "not", "then", "please", "try"}
    assert not re.search(r"(ing|ed|[^s]s)$", first), "the act begins with a bare verb"
    assert not re.match(r"(?i)i will\b", action["cue"])
    sentence = spoken(action)
    assert len(sentence.split()) <= 50
    assert sentence.count("“") == sentence.count("”")
    assert not re.search(r"""["{}<>*_!]|  |\.\.|\?”\.$|\.”\.$""", sentence)


@each_action
def test_titles_and_reasons_are_plain(action: dict) -> None:
    text = shown(action)
    assert not re.search(r"""["{}<>*!]|  |\s[,.;]|\ban? (racist|ally)\b""", text)
    assert len(re.findall(r"[.?](?:\s|$)", action["why"])) <= 3
    assert not re.search(r"\b(should|must)\b", f"{action['title']} {spoken(action)}")


@each_action
def test_no_word_blames_praises_or_lectures(action: dict) -> None:
    assert hits(BLAME, shown(action)) == []
    assert hits(PRAISE, shown(action)) == []
    assert hits(JARGON, shown(action)) == []


@each_action
def test_no_reason_claims_more_than_it_can(action: dict) -> None:
    assert hits(OVERCLAIM, action["why"]) == []


@pytest.mark.parametrize(
    "text",
    ["say that the remark was racist", "be brave and speak", "leverage my network", "avoid toxic people"],
)
def test_the_word_lists_find_what_they_are_for(text: str) -> None:
    assert hits("|".join((BLAME, PRAISE, JARGON)), text)


# ---- whose burden, whose safety


@each_action
def test_nobody_is_asked_to_teach_to_confirm_or_to_forgive(action: dict) -> None:
    assert re.search(DEMANDS, action["act"], re.IGNORECASE) is None


@pytest.mark.parametrize(
    ("act", "found"),
    [
        ("ask a Muslim colleague to explain the fast to me", True),
        ("ask her whether I did well and to confirm it", True),
        ("ask them to forgive me", True),
        ("ask how I did", True),
        ("ask which of our criteria that belongs to", False),
        ("ask whether they would like to take us through it", False),
    ],
)
def test_the_check_for_burdens_tells_a_demand_from_an_offer(act: str, found: bool) -> None:
    assert bool(re.search(DEMANDS, act, re.IGNORECASE)) is found


@pytest.mark.parametrize("action", [a for a in ACTIONS if a["practice"] == "learn"], ids=lambda a: a["id"])
def test_learning_begins_elsewhere_than_with_somebody_it_happens_to(action: dict) -> None:
    assert action["act"].split()[0] not in {"ask", "interview", "invite", "message", "call"}


@each_action
def test_a_reaction_that_takes_effort_says_when_to_hold_back(action: dict) -> None:
    if action["mode"] == "reactive" and action["effort"] >= 3:
        assert action["safety"]


@each_action
def test_what_touches_private_matters_carries_a_note(action: dict) -> None:
    touches = re.search(PRIVATE, f"{action['cue']} {action['act']}", re.IGNORECASE)
    assert not touches or action["safety"]


# ---- sources


@each_action
def test_a_source_is_named_in_full_and_dated(action: dict) -> None:
    source = action["source"]
    if source["kind"] == "own":
        return
    assert re.search(r"\b(19|20)\d\d\b|\bno year\b", source["cite"])
    assert source["cite"].count(",") >= 2  # author, title, year, publisher
    assert date.fromisoformat(source["looked_up"]) >= date(2026, 1, 1)


@each_action
def test_a_rule_of_law_says_where_it_holds(action: dict) -> None:
    if action["source"]["kind"] == "law":
        assert re.search(r"\b(EU|UK|US|United Nations)\b", action["why"])
        assert re.search(r"\belsewhere\b|\bcheck\b", f"{action['why']} {action['safety']}")


def test_one_source_is_always_described_in_the_same_way() -> None:
    described = defaultdict(set)
    for action in ACTIONS:
        described[action["source"]["cite"]].add(json.dumps(action["source"], sort_keys=True))
    assert [cite for cite, ways in described.items() if len(ways) > 1] == []


def test_two_in_five_actions_rest_on_something_published() -> None:
    assert sum(action["source"]["kind"] != "own" for action in ACTIONS) / len(ACTIONS) >= 0.4


@each_action
def test_an_occasion_of_planning_is_one_that_the_cue_names(action: dict) -> None:
    # Somebody who plans ahead on Fridays is told so as a reason, so the cue has to be about planning.
    planned = r"\b(plan\w*|set up|put together|choose|chose|book|evening)\b"
    assert "planning" not in action["occasions"] or re.search(planned, action["cue"])


@each_action
def test_what_i_will_do_speaks_of_me_and_never_of_you(action: dict) -> None:
    outside_quotes = re.sub(r"“[^”]*”", "", spoken(action))
    assert re.search(r"\byou(rs?|rself)?\b", outside_quotes, re.IGNORECASE) is None
