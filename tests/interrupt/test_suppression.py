"""Comments and settings that set a hit aside; what they must not touch comes first."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.interrupt.builders import hit, passage

from alongside.interrupt.hits import Passage
from alongside.interrupt.results import SetAside
from alongside.interrupt.suppress import read_directives, sift

LINE = "He is wheelchair bound."
"""With a space, so that the rule's name in a comment is not taken for the words."""


def sifted(text, *words, allow=(), **more):
    found = [hit(text, each, **more) for each in words or ("wheelchair bound",)]
    return sift([passage(text)], [sorted(found, key=lambda each: each.start)], allow=allow)


@pytest.mark.parametrize(
    "text",
    [
        f"{LINE}  # alongside: ignore[another-rule]",
        f"# alongside: ignore[wheelchair-bound]\n{LINE}",
        f"{LINE}\n# alongside: ignore-next-line[wheelchair-bound]",
        f"# alongside: ignore-next-line[wheelchair-bound]\n\n{LINE}",
        f"# alongside: off[another-rule]\n{LINE}",
        f"# alongside: off[wheelchair-bound]\n# alongside: on[wheelchair-bound]\n{LINE}",
        f"# alongside: off\n# alongside: on[wheelchair-bound]\n{LINE}",
        "\n" * 10 + f"<!-- alongside: ignore-file -->\n{LINE}",
        f"# outalongside: ignore\n{LINE}  # notalongside: ignore",
        f"{LINE} Write `alongside: ignore[wheelchair-bound]` beside it.",
        f"{LINE}  # alongside: ignorance",
        f"{LINE}  # alongside: off-by-one",
    ],
)
def test_what_a_comment_does_not_speak_of_stays(text):
    assert [each.words for each in sifted(text).hits] == ["wheelchair bound"]


@pytest.mark.parametrize(
    "comment",
    [
        "# {}", "// {}", "/* {} */", "<!-- {} -->", "-- {}", "; {}", "% {}", ".. {}", "{{/* {} */}}",
        "(* {} *)", '" {}', "{{# {} #}}", "<%# {} %>", "rem {}", "{}",
    ],
)  # fmt: skip
def test_a_comment_of_any_language_sets_its_line_aside(comment):
    text = f"{LINE} " + comment.format("alongside: ignore[wheelchair-bound] a quotation")

    result = sifted(text)

    assert result.hits == ()
    assert [(each.by, each.reason) for each in result.suppressed] == [(SetAside.COMMENT, "a quotation")]


@pytest.mark.parametrize(
    "text",
    [
        f"{LINE}  # alongside: ignore",
        f"{LINE}  # alongside: ignore[other, wheelchair-bound]",
        f"{LINE}  # alongside:ignore[ wheelchair-bound ]",
        f"# alongside: ignore-next-line[wheelchair-bound]\n{LINE}",
        f"# alongside: ignore-next-line\n{LINE}",
        f"# alongside: off[wheelchair-bound]\n\n{LINE}\n# alongside: on[wheelchair-bound]\n",
        f"# alongside: off\n{LINE}",
        f"# alongside: off[wheelchair-bound]\n# alongside: on[other]\n{LINE}",
        f"# alongside: off\n# alongside: on\n# alongside: off\n{LINE}",
        f"<!-- alongside: ignore-file -->\n{LINE}",
        f"<!-- alongside: ignore-file[wheelchair-bound] a list of terms -->\n{LINE}",
        "\n" * 9 + f"<!-- alongside: ignore-file -->\n{LINE}",
    ],
)
def test_a_comment_sets_aside_what_it_speaks_of(text):
    result = sifted(text)

    assert result.hits == ()
    assert len(result.suppressed) == 1
    assert [each for each in result.unused if each.says.startswith("ignore")] == []


def test_a_hit_over_two_lines_is_set_aside_on_either():
    text = "She is wheelchair\nbound.  # alongside: ignore[wheelchair-bound]"

    assert sifted(text, "wheelchair\nbound").hits == ()


def test_what_a_comment_says_is_never_a_hit_but_what_follows_it_is():
    text = "<!-- alongside: ignore[x] said wheelchair bound --> A manned booth."

    result = sifted(text, "wheelchair bound", "manned")

    assert [each.words for each in result.hits] == ["manned"]
    assert result.suppressed == ()


def test_a_comment_that_sets_nothing_aside_is_named_and_a_useful_one_is_not():
    text = f"Fine. # alongside: ignore[wheelchair-bound]\n{LINE} # alongside: ignore[wheelchair-bound]\n"

    unused = sifted(text).unused

    assert [(each.line, each.says) for each in unused] == [(1, "ignore[wheelchair-bound]")]


def test_a_block_may_span_the_cells_of_a_notebook():
    cells = [passage("<!-- alongside: off[wheelchair-bound] -->"), passage(LINE)]

    assert sift(cells, [[], [hit(LINE, "wheelchair bound")]]).hits == ()


def test_an_allowed_phrase_holds_its_hit_and_no_other():
    text = "The Manned Maneuvering Unit. A manned booth."
    unit, booth = hit(text, "Manned"), hit(text, "manned")

    result = sift([passage(text)], [[unit, booth]], allow=["manned  maneuvering unit"])

    assert result.hits == (booth,)
    assert [(each.hit, each.by) for each in result.suppressed] == [(unit, SetAside.SETTINGS)]


def test_an_allowed_phrase_may_break_over_lines_and_stand_among_other_letters():
    text = "Ärger mit der Manned\n Maneuvering Unit"

    assert sifted(text, "Manned", allow=["Manned Maneuvering"]).hits == ()


def test_an_allowed_phrase_is_whole_words():
    text = "An unmanned booth"

    assert len(sifted(text, "manned", allow=["manned booth"]).hits) == 1


@given(st.binary(max_size=300))
def test_any_bytes_are_read_and_directives_lie_within_them(data):
    text = data.replace(b"!", b"alongside: off[a]").replace(b"?", b"# alongside: ignore\n")

    for directive in read_directives([Passage(data=text)]):
        assert 0 <= directive.start < directive.end <= len(text)
        assert directive.line == text.count(b"\n", 0, directive.start) + 1


def plain_blocks(lines, rule):
    """The slow, plain version: which lines a rule is off in, by going through them one by one."""
    off, everything, on_again, quiet = False, False, False, []
    for line in lines:
        if found := re.fullmatch(r"# alongside: (on|off)(?:\[(.)\])?", line):
            verb, named = found.groups()
            if named is None:
                everything, on_again = verb == "off", False
                off = off and verb == "off"
            elif named == rule:
                off, on_again = verb == "off", verb == "on"
        quiet.append(off or (everything and not on_again))
    return quiet


@given(st.lists(st.sampled_from(["on", "off", "on[a]", "off[a]", "on[b]", "off[b]", ""]), max_size=12))
def test_blocks_agree_with_going_through_the_lines_one_by_one(verbs):
    lines = [f"# alongside: {verb}" if verb else "text" for verb in verbs]
    text, place, hits = "\n".join(lines), 0, []
    for number, line in enumerate(lines, start=1):
        if line == "text":
            hits.append(
                hit("text", "text", rule="a", start=place, end=place + 4, line=number, end_line=number)
            )
        place += len(line) + 1

    kept = {each.line for each in sift([passage(text)], [hits]).hits}

    quiet = plain_blocks(lines, "a")
    assert kept == {n for n, line in enumerate(lines, start=1) if line == "text" and not quiet[n - 1]}
