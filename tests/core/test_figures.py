"""Figures: what is not shown, what is drawn, and that every form of a figure says the same."""

import csv
import io
import json
import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.disclosure import for_own_eyes, publish
from alongside.core.figures import Bar, Lane, share_bars, turn_timeline, week_bars, words
from alongside.core.language import use_language

SVG = "{http://www.w3.org/2000/svg}"


def shares(*bars, even_share=None, finding="They differ."):
    return share_bars(bars, even_share=even_share, id="shares", title="Shares", finding=finding)


def own(label, share, note=""):
    return Bar(label=label, value=for_own_eyes(share, n=1), note=note)


def drawn(figure):
    return ElementTree.fromstring(figure.svg(standalone=True))  # noqa: S314 - our own drawing


def texts(figure):
    return [element.text for element in drawn(figure).iter(f"{SVG}text")]


def boxes(figure, fill="#0A4F4C"):
    return [box for box in drawn(figure).iter(f"{SVG}rect") if box.get("fill") == fill]


@pytest.mark.parametrize(("share", "said"), [(0.0, "0%"), (0.001, "<1%"), (0.0049, "<1%"), (0.0051, "1%")])
def test_a_little_is_not_nothing(share, said):
    assert words(for_own_eyes(share, n=1)) == said


def test_a_number_that_has_not_passed_disclosure_is_not_drawn():
    with pytest.raises(AttributeError):
        shares(Bar(label="Ana", value=0.4))


def test_a_hidden_cell_is_hatched_and_shows_neither_number_nor_length():
    # Of 23, 9, 3 and 6, the 3 is below five, and the 6 goes with it, so that it cannot be had by subtraction.
    cells = publish({"Design": 23, "Support": 9, "Night": 3, "Desk": 6})
    figure = shares(Bar(label="Night", value=cells["Night"]), Bar(label="Desk", value=cells["Desk"]))
    assert boxes(figure) == []
    assert [box.get("width") for box in boxes(figure, "url(#shares-hatch)")] == ["100%", "100%"]
    assert texts(figure) == ["Night", "hidden to protect privacy", "Desk", "hidden to protect privacy"]
    assert not re.search(r"\b[36]\b", figure.csv())


def test_what_cannot_be_measured_is_a_gap_with_words_and_never_a_zero():
    figure = shares(own("Ana", None))
    assert boxes(figure) == boxes(figure, "url(#shares-hatch)") == []
    assert texts(figure) == ["Ana", "not measurable"]
    assert figure.desc == "Ana: not measurable."
    assert figure.rows == (("Ana", "not measurable", ""),)


def test_bars_start_at_zero_and_keep_their_proportion():
    # The largest share is 0.40, so the scale ends at 40 %: 0.40 fills it, 0.10 is a quarter of it.
    figure = shares(own("Ana", 0.4), own("Ben", 0.1))
    assert [(box.get("x"), box.get("width")) for box in boxes(figure)] == [("0%", "100%"), ("0%", "25%")]


def test_the_even_share_is_marked_on_every_bar_and_labelled():
    # Scale to 50 % (0.41, rounded up to a tenth); an even share of 0.25 lies at 50 %, less half the mark.
    figure = shares(own("Ana", 0.41), own("Ben", 0.1), even_share=0.25)
    assert [box.get("x") for box in boxes(figure, "#1F1B16")] == ["49.8%", "49.8%"]
    assert "even share: 25%" in texts(figure)
    assert figure.rows[-1][:2] == ("Even share", "25%")


def test_a_script_that_runs_from_right_to_left_gets_a_mirrored_drawing():
    use_language("ar")
    try:
        figure = shares(own("سارة", 0.4), own("Ben", 0.1))
    finally:
        use_language("en")
    # Mirrored, a bar of 25 % begins at 75 %, and the start edge of the text is at 100 %.
    assert [(box.get("x"), box.get("width")) for box in boxes(figure)] == [("0%", "100%"), ("75%", "25%")]
    assert drawn(figure).get("direction") == "rtl"
    assert [text.get("x") for text in drawn(figure).iter(f"{SVG}text")] == ["100%", "0%", "100%", "0%"]


def test_every_form_of_a_figure_gives_the_same_numbers():
    ana, ben = own("Ana", 0.456), own("Ben", 0.544)
    figure = shares(ana, ben, finding=f"Ana spoke {words(ana.value)}, Ben {words(ben.value)} of the time.")
    expected = ["46%", "54%"]  # 0.456 and 0.544, each to the nearest whole percent
    table = figure.html().split("<tbody>")[1].split("</tbody>")[0]
    read = list(csv.reader(io.StringIO(figure.csv())))
    for said in (figure.desc, figure.finding, table, " ".join(texts(figure))):
        assert re.findall(r"\d+%", said) == expected
    assert [row[1] for row in read[1:]] == expected
    assert [row[1] for row in json.loads(json.dumps(figure.as_json()))["rows"]] == expected


def test_the_number_of_people_is_printed():
    cell = publish({"Design": 23, "Support": 9})["Design"]
    assert shares(Bar(label="Design", value=for_own_eyes(0.7, n=cell.n))).rows == (("Design", "70%", "23"),)


@given(st.sampled_from("=+-@\t\r"), st.text(max_size=10))
def test_no_cell_of_the_csv_is_run_as_a_formula(sign, rest):
    figure = shares(own(sign + rest, 0.4))
    first = next(csv.reader(io.StringIO(figure.csv().split("\r\n", 1)[1], newline="")))[0]
    assert first.startswith("'" + sign)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=60))
def test_a_name_is_text_and_never_markup(name):
    name = f'<script>"&{name}'
    figure = shares(own(name, 0.4))
    assert "<script" not in figure.html()
    assert drawn(figure).find(f"{SVG}desc").text.startswith(f"{name}: 40%")


def test_a_name_in_the_table_is_isolated_and_whole():
    name = "A very long name of somebody who would not fit beside the number"
    html = shares(own(name, 0.4)).html()
    assert f"<bdi>{name}</bdi>" in html
    assert name not in re.findall(r"<text[^>]*>([^<]*)", html)


def test_a_figure_on_a_page_carries_no_style_no_script_and_no_colour():
    html = shares(own("Ana", 0.4), own("Ben", None), even_share=0.5).html()
    assert not re.search(r'style=|<script|fill="#|on\w+=', html)


def test_a_file_of_its_own_needs_no_stylesheet():
    svg = shares(own("Ana", 0.4)).svg(standalone=True)
    assert "class=" not in svg
    assert svg.startswith("<svg xmlns=")


def test_the_figure_names_itself_by_title_and_description():
    svg = shares(own("Ana", 0.4)).svg()
    labels = re.search(r'role="img" aria-labelledby="([^"]+)"', svg).group(1).split()
    assert [re.search(rf'id="{label}">([^<]+)<', svg).group(1) for label in labels] == ["Shares", "Ana: 40%."]


def test_an_id_that_could_leave_its_attribute_is_refused():
    with pytest.raises(ValueError, match="lower-case"):
        share_bars([own("Ana", 0.4)], even_share=None, id='x" onload="', title="t", finding="f")


def test_the_weeks_are_told_in_words_and_no_number_is_printed():
    figure = week_bars(
        [own("26 Oct", 0.42, "one act"), own("2 Nov", 0.0, "a quiet week")],
        id="weeks",
        title="Weeks",
        finding="f",
    )
    assert figure.rows == (("26 Oct", "one act"), ("2 Nov", "a quiet week"))
    assert texts(figure) == ["26 Oct", "one act", "2 Nov", "a quiet", "week"]
    assert not re.search(r"42|%", figure.desc + figure.csv())


def test_long_words_under_a_week_are_broken_into_lines_that_fit_a_phone():
    figure = week_bars(
        [own("Three weeks ago", 0.4, "two acts, one kept plan")], id="weeks", title="W", finding="f"
    )
    # At most eight letters a line: four bars share 320 px.
    assert texts(figure) == ["Three", "weeks", "ago", "two", "acts,", "one kept", "plan"]


def test_a_quiet_week_stands_on_the_same_ground_as_a_full_one():
    # Heights are in em: a full week is 4 high; a quiet one 0; both end at 4.
    figure = week_bars([own("1", 1.0), own("2", 0.0)], id="weeks", title="Weeks", finding="f")
    assert [(box.get("y"), box.get("height")) for box in boxes(figure)] == [("0em", "4em"), ("4em", "0em")]


def test_turns_lie_where_they_were_spoken_and_touching_ones_are_joined():
    # 0-30 s and 30-40 s of 100 s touch: 0 to 400 thousandths; 90-100 s: 900 to 1000.
    lane = Lane(label="Ana", turns=[(90, 100), (0, 30), (30, 40)], share=for_own_eyes(1.0, n=1))
    figure = turn_timeline([lane], length_s=100, id="turns", title="Turns", finding="f")
    assert 'd="M0 0H400V1H0zM900 0H1000V1H900z"' in figure.svg()
    assert figure.rows == (("Ana", "100%", "3 turns"),)
    assert texts(figure)[-2:] == ["0:00", "1:40"]


def test_turns_of_a_hidden_person_are_not_drawn():
    hidden = publish({"Ana": 1, "Ben": 9, "Cleo": 7})["Ana"]
    figure = turn_timeline(
        [Lane(label="Ana", turns=[(0, 30)], share=hidden)],
        length_s=100,
        id="turns",
        title="Turns",
        finding="f",
    )
    assert "M0 0H300" not in figure.svg()
    assert figure.rows == (("Ana", "hidden to protect privacy", ""),)


@given(
    st.lists(
        st.tuples(st.floats(0, 100), st.floats(0, 100)).map(lambda pair: tuple(sorted(pair))), max_size=30
    )
)
def test_every_turn_is_drawn_inside_its_lane(turns):
    lane = Lane(label="Ana", turns=turns, share=for_own_eyes(0.5, n=1))
    svg = turn_timeline([lane], length_s=100, id="turns", title="Turns", finding="f").svg()
    spans = [(int(a), int(b)) for a, b in re.findall(r"M(\d+) 0H(\d+)", svg)]
    assert all(0 <= a < b <= 1000 for a, b in spans)
    # a turn begins within half a unit of where it is drawn; what lies between two units may go to either
    assert all(any(a - 0.501 <= start * 10 <= b + 0.501 for a, b in spans) for start, _ in turns)
    assert spans == sorted(spans)
