"""Guards: where words mean something else, are quoted, are names, or are no prose. Silence comes first."""

import pytest
from tests.interrupt.wording import found, hits, rule, rule_set, shipped

from alongside.interrupt.check import check_passage
from alongside.interrupt.hits import Level, Passage, Profile
from alongside.interrupt.masks.html import mask

WHITELIST = rule("whitelist[n]")


@pytest.mark.parametrize(
    "text",
    [
        "See https://example.org/whitelist for it.",
        "Edit /etc/whitelist or ./whitelist first.",
        "Edit etc/mail/whitelist first.",
        "Write to whitelist@example.org.",
        "Here *blacklist*/*whitelist* are two fields.",
        "Pass --whitelist=all to it.",
        "Pass --enable-whitelist or -fno-whitelist to it.",
        "Open whitelist.txt and host.whitelist there.",
        "Set the whitelist_file and my_whitelist.",
        "It calls whitelist() and whitelist[0].",
        "Use $whitelist, %whitelist%, {whitelist} and <whitelist>.",
        "It is filter::whitelist or origin:whitelist.",
        "#whitelist and @whitelist follow.",
        "The whiteList and WhiteLists classes.",
    ],
)
def test_identifiers_paths_and_addresses_are_no_prose(text):
    assert found(text, WHITELIST) == []


@pytest.mark.parametrize(
    "text",
    [
        "A whitelist.",
        "(whitelist)",
        "Blacklist/whitelist",
        "whitelist: a list",
        "the whitelist's end",
        "Whitelist?",
    ],
)
def test_prose_beside_marks_is_prose(text):
    assert len(found(text, WHITELIST)) == 1


@pytest.mark.parametrize(
    "text",
    [
        'The "whitelist" is old.',
        "The “whitelist” is old.",
        "The 'whitelist' is old.",
        "The \u2018whitelist\u2019 is old.",
        "The «whitelist» is old.",
        "The „whitelist“ is old.",
        "The `whitelist' is old.",
        "The ``whitelist'' is old.",
        "The &quot;whitelist&quot; is old.",
        "The &ldquo;whitelist&rdquo; is old.",
        "“We had a whitelist. It was old,” she said.",
        'He asked: "Where is the whitelist?" Nobody knew.',
        "The word whitelist is old.",
        "We no longer say whitelist.",
        "It was called whitelist then.",
        "The term: whitelist.",
        "Avoid whitelist in new texts.",
        "Avoid using whitelist.",
        "Write allowlist instead of whitelist.",
        "Rename whitelist to allowlist.",
        "Do not use master, slave, or whitelist.",
        "Avoid manned and whitelist.",
        "Words to avoid: manned, whitelist, dummy.",
        "Terms such as manned or whitelist are old.",
        "Whitelist is an old term.",
        "whitelist -> allowlist",
    ],
)
def test_words_that_are_quoted_or_spoken_about_are_left_alone(text):
    assert found(text, WHITELIST) == []


@pytest.mark.parametrize(
    "text",
    [
        'She said "no" and kept the whitelist.',
        "The users' whitelist isn't the hosts' list.",
        "It's the whitelist, isn't it?",
        'A 5" whitelist and a 6" list.',
        "In other words, the whitelist grew.",
        "Avoid the rush and fill the whitelist.",
        "They say the whitelist is old.",
        "“Yes.”\n\nThe whitelist is “old”.",
    ],
)
def test_a_quotation_elsewhere_silences_nothing(text):
    assert len(found(text, rule("the whitelist", "whitelist"))) == 1


def test_who_says_something_of_people_does_not_speak_of_the_word():
    assert found("They say the poor do not save.", rule("the poor")) == ["the poor"]
    assert found("It is, let's say, lame.", rule("lame")) == ["lame"]
    assert found("He says illegals are to blame.", rule("illegals")) == ["illegals"]
    assert found("Nobody here says illegals.", rule("illegals")) == []


def test_a_slur_that_is_quoted_is_a_hint_for_the_strict_and_a_phrase_of_speech_stays_what_it_is():
    slur = rule("chav[n]", guard={"mention": "consider"})
    phrase = rule("where are you really from", guard={"mention": "flag"})
    (quoted,) = hits("They wrote “chavs” there.", rule_set(slur, profile=Profile.STRICT))
    (plain,) = hits("They are chavs.", rule_set(slur))
    (said,) = hits("“But where are you really from?” she asked.", rule_set(phrase))

    assert (quoted.level, quoted.mentioned) == (Level.CONSIDER, True)
    assert found("They wrote “chavs” there.", slur) == []
    assert (plain.level, plain.mentioned) == (Level.REWORD, False)
    assert (said.level, said.mentioned) == (Level.REWORD, True)


def test_a_slur_that_was_painted_on_a_wall_is_a_hint_though_it_is_called_a_word():
    slur = rule("chav[n]", guard={"mention": "consider"})
    (painted,) = hits("Somebody painted the word chav on his door.", rule_set(slur))

    assert (painted.level, painted.mentioned) == (Level.CONSIDER, True)
    assert found("The word chav was first printed in 1998.", slur) == []


MASTER = rule("master")


@pytest.mark.parametrize(
    "text",
    [
        "The Master Boot Record is there.",
        "Master Boot Record",
        "It is the Grand Master.",
        "We met Jo Master there.",
        "The Order of the Master was there.",
    ],
)
def test_names_are_left_alone(text):
    assert found(text, MASTER) == []


@pytest.mark.parametrize(
    "text", ["Master is old.", "The Master is old.", "MASTER BOOT RECORD", "Two Master."]
)
def test_a_capital_alone_makes_no_name(text):
    assert len(found(text, MASTER)) == 1


def test_a_name_with_a_small_word_is_a_name_and_the_beginning_of_a_sentence_is_none():
    homeless = rule("the homeless")

    assert found("Coalition for the Homeless met.", homeless) == []
    assert found("Ask the homeless. The homeless have rights.", homeless) == ["the homeless", "The homeless"]


def test_rules_for_names_find_names():
    assert found("Dear Sir Madam Smith", rule("dear sir", case="title")) == ["Dear Sir"]


@pytest.mark.parametrize(
    ("guard", "left_alone", "taken"),
    [
        ({"allow": ["master's degree", "master~ class"]}, "a master\u2019s degree", "a master class"),
        ({"allow": ["grand master of chess"]}, "the grand master of chess", "the grand master of ceremonies"),
        ({"not_next": ["class~", "of ceremonies"]}, "the master classes", "the master-of arts"),
        ({"not_next": ["of ceremonies"]}, "the master of ceremonies", "the master, of ceremonies"),
        ({"not_previous": ["quiz"]}, "the quiz-master", "the quiz. master"),
        ({"next": ["node"]}, "the master", "the master\nnode"),
        ({"previous": ["{role}"]}, "the master", "a nurse master"),
        ({"not_before": ["chess"]}, "At chess she is a master.", "Chess. She is a master."),
        ({"not_after": ["of arts"]}, "the master and bachelor of arts", "the master. Of arts"),
        ({"before": ["server"]}, "the master", "the server has a master"),
        ({"after": ["slave~"]}, "the master", "the master has two slaves"),
        ({"near": ["slave~"]}, "The slave left. A master.", "two slaves and a master"),
        ({"near": ["slave~"]}, "the master", "the master has two slaves"),
        ({"next": ["{end}", "of"]}, "the master key", "the master, and no key"),
        ({"next": ["{end}", "of"]}, "the master key", "the master"),
        ({"not_next": ["{end}"]}, "the master.", "the master key"),
    ],
)
def test_neighbours_decide(guard, left_alone, taken):
    guarded = rule("master", guard=guard)

    assert found(left_alone, guarded) == []
    assert len(found(taken, guarded)) == 1 or taken == "a master class"


def test_neighbours_far_away_do_not_count():
    guarded = rule("master", guard={"not_after": ["slave"]})

    assert found(f"the master {'and ' * 12}slave", guarded) == ["master"]
    assert found(f"the master {'and ' * 11}slave", guarded) == []


def test_the_marked_place_reaches_to_the_word_that_was_found():
    every = rule("every {role}", guard={"after": ["he", "his"], "reach": True})

    assert found("Every nurse—é—must bring his own.", every) == ["Every nurse—é—must bring his"]
    assert found("Every nurse is here. He sings.", every) == []


BLIND = rule("blind", "crippled", guard={"needs": "person"})


@pytest.mark.parametrize(
    "text",
    [
        "the blind interface",
        "a blind `write`",
        "the button is blind to users",
        "The blind host",
        "a blind user interface",
        "It is blind.",
        "Users came. It is blind.",
        "users write to the log which is a blind",
    ],
)
def test_where_no_person_is_meant_a_rule_that_needs_one_is_silent(text):
    masked = [(8, 15)] if "`" in text else []
    assert hits(text, rule_set(BLIND), masked=masked) == ()


@pytest.mark.parametrize("text", ["blind users", "crippled child", "he is blind", "They were not blind"])
def test_where_a_person_is_meant_it_speaks_and_says_so(text):
    (hit,) = hits(text, rule_set(BLIND))

    assert hit.cued


def test_tags_between_words_are_no_words_and_blocks_part_sentences():
    guarded = rule("master", guard={"next": ["node"]})
    inline, block = "master<b>node</b>", "master</p><p>node</p>"

    assert len(hits(f"the {inline}", rule_set(guarded), masked=[(10, 13), (17, 21)])) == 1
    assert hits(f"the {block}", rule_set(guarded), masked=[(10, 14), (14, 17), (21, 25)]) == ()


def test_the_marks_of_a_string_in_a_program_are_no_quotation_and_no_code():
    text = 'print("guys, come", "guys")'

    assert len(hits(text, rule_set(rule("guys")), masked=[(0, 7), (17, 21), (25, 27)])) == 2


@pytest.mark.parametrize(
    ("text", "masked", "count"),
    [
        ('print("hey guys")', [(0, 6), (16, 17)], 1),
        ('a = "guys", "guys"', [(0, 3), (10, 11)], 2),
        ('"title": "the guys",\n', [(0, 8), (19, 20)], 1),
        ('"""Hey guys."""\n', [], 1),
        ('The `foo` "guys" are old.', [(4, 9)], 0),
        ('She said "guys".', [], 0),
    ],
)
def test_a_string_of_a_program_is_no_quotation(text, masked, count):
    assert len(hits(text, rule_set(rule("guys")), masked=masked)) == count


@pytest.mark.parametrize("margin", ["\N{NO-BREAK SPACE}", "\r", "\v", " ", "\t"])
def test_any_margin_of_a_quoted_line_is_read(margin):
    assert len(found(f'A "mark".\n{margin}> the whitelist', WHITELIST)) == 1


def test_code_beside_words_counts_as_a_thing():
    assert hits("blind `x` he", rule_set(BLIND), masked=[(6, 9)]) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The disabled button",
        "the host name",
        "execute the query",
        "a master's degree",
        "the Master Boot Record",
        "add a rule",
        "see https://example.org/tree/master/docs",
    ],
)
def test_what_other_checkers_are_known_to_get_wrong_is_silent_in_every_profile(text):
    assert [hit.rule for rules in shipped().values() for hit in hits(text, rules)] == []


NEARBY = rule("just a phase", guard={"near": ["trans"], "beyond": True})
IN_IT = rule("just a phase", guard={"near": ["trans"]})


@pytest.mark.parametrize(
    "text",
    [
        "He is trans. It is just a phase.",
        "It is just a phase. He is trans.",
        "Is he trans? It is just a phase!",
    ],
)
def test_a_guard_that_looks_beyond_its_sentence_finds_its_word_next_door(text):
    assert len(found(text, NEARBY)) == 1
    assert found(text, IN_IT) == []


def test_a_guard_never_looks_beyond_its_paragraph():
    assert found("He is trans.\n\nIt is just a phase.", NEARBY) == []


def test_a_place_that_reaches_goes_on_into_the_next_sentence_where_its_guard_does():
    reaching = rule("just a phase", guard={"after": ["trans"], "beyond": True, "reach": True})

    assert found("It is just a phase. He is trans now.", reaching) == ["just a phase. He is trans"]


def test_code_within_a_link_is_a_word_that_follows():
    page = b'When the disabled <a href="x"><code>Knob</code></a>, it stays.'
    ended = rule_set(rule("the disabled", guard={"next": ["{end}"]}))

    assert [hit.words for hit in check_passage(Passage(data=page, masked=mask(page)), ended)] == []
    plain = b"It is good for <b>the disabled</b>, they say."
    assert len(check_passage(Passage(data=plain, masked=mask(plain)), ended)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "They showed the film Salesman at four.",
        "Her new novel called The Salesman is out.",
        "The title Life among the Salesmen was kept.",
        "It fell under Operation Salesman that year.",
        "Salesman, a 1969 documentary, is on.",
        "Salesman was the working title.",
    ],
)
def test_words_that_are_the_name_of_a_work_are_left_alone(text):
    assert found(text, rule("salesm(a|e)n")) == []


@pytest.mark.parametrize(
    "text", ["The film salesman called.", "Salesmen were the title's heroes.", "A novel idea: the salesman."]
)
def test_words_beside_a_word_for_a_work_are_found_where_they_name_none(text):
    assert len(found(text, rule("salesm(a|e)n"))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Weiter geht es mit dem whitelist und der Liste.",
        "Vous pouvez whitelist les ports dans le fichier.",
        "Файл whitelist создаётся при запуске сервера.",
        "El whitelist para los usuarios y las redes.",
    ],
)
def test_sentences_in_another_language_are_left_alone(text):
    assert found(text, WHITELIST) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ask Herr von der Heide for the whitelist.",
        "A whitelist und so weiter, he wrote to the list.",
        "Whitelist!",
    ],
)
def test_a_few_words_of_another_language_do_not_make_it_foreign(text):
    assert len(found(text, WHITELIST)) == 1


def test_a_title_that_is_set_off_is_left_alone():
    assert found("See **The Making of the Whitelist**, Verso.", WHITELIST) == []
    assert found("See *The Whitelist Years: A Long History* there.", WHITELIST) == []
    assert len(found("See **how the Whitelist works** here.", WHITELIST)) == 1
    assert len(found("It is **The** whitelist.", WHITELIST)) == 1


def test_a_last_name_in_a_list_of_books_is_a_name():
    assert found("Holt, R. and Pressman, Steven (eds.), A Guide", rule("pressman")) == []
    assert found("Pressman, Roger: Switching Supplies", rule("pressman")) == []
    assert len(found("The pressman, Roger says, left.", rule("pressman"))) == 1
