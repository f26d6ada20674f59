"""Below an advert stands how its coded words are spread; elsewhere nobody asked."""

import pytest
from tests.interrupt.builders import write
from tests.interrupt.checked import check

pytestmark = pytest.mark.usefixtures("folder")

ADVERT = (
    "We look for a leader who is competitive. " + "You plan the week and answer letters here. " * 15
)  # 8 words, of which lead- and compet- are counted, and 15 times 8 words


def test_an_advert_is_told_how_its_words_are_spread(folder):
    write(folder, {"advert.md": f"# Wanted\n\n{ADVERT}\n"})

    said = check("advert.md", "--profile", "job-ad")

    assert said.code == 0
    assert "advert.md\n  Words that a study of job adverts counted: of 129 words, 2 masculine" in said.out
    assert "The studies disagree" in said.out


def test_what_is_code_in_it_does_not_count(folder):
    write(folder, {"advert.md": f"{ADVERT}\n\n`leader leader leader`\n"})

    assert "of 128 words, 2 masculine" in check("advert.md", "--profile", "job-ad").out


def test_standard_input_is_told_too():
    assert "of 128 words" in check("-", "--profile", "job-ad", text=ADVERT).out


def test_a_short_one_cannot_be_told(folder):
    write(folder, {"advert.md": "We look for a leader.\n"})

    assert "cannot say: under 100 words." in check("advert.md", "--profile", "job-ad").out


def test_nothing_is_told_in_other_profiles_of_folders_or_to_programs(folder):
    write(folder, {"advert.md": f"{ADVERT}\n"})

    assert check("advert.md").out == ""
    assert check(".", "--profile", "job-ad").out == ""
    assert "masculine" not in check("advert.md", "--profile", "job-ad", "--format", "json").out


def test_a_broken_one_is_named_and_the_others_are_told(folder):
    write(folder, {"broken.docx": "PK\x03\x04 no more", "advert.md": f"{ADVERT}\n"})

    said = check("broken.docx", "advert.md", "--profile", "job-ad")

    assert "advert.md\n  Words that a study" in said.out
    assert "broken.docx: not read." in said.err
