import pytest

from alongside.interrupt.forms import FormRefused, expand, keys, plural, verb
from alongside.interrupt.marks import gap, normalised

LISTS = {"role": ("nurse", "teacher"), "many": tuple(f"word{n}" for n in range(401))}


@pytest.mark.parametrize(
    ("form", "spellings"),
    [
        ("guys", ("guys",)),
        ("(he|she) said", ("he said", "she said")),
        ("confined to (a|his|) wheelchair", ("confined to a wheelchair", "confined to his wheelchair",
                                             "confined to wheelchair")),
        ("wheelchair(s|)", ("wheelchairs", "wheelchair")),
        ("(stark |)mad", ("stark mad", "mad")),
        ("so ((very|really) |)brave", ("so very brave", "so really brave", "so brave")),
        ("every {role}", ("every nurse", "every teacher")),
        ("{role}[n] only", ("nurse only", "nurses only", "teacher only", "teachers only")),
        ("chair[v] it", ("chair it", "chairs it", "chaired it", "chairing it")),
        ("(black|white)list[n]", ("blacklist", "blacklists", "whitelist", "whitelists")),
        ("don\u2019t \u2011 ask", ("don't - ask",)),
        ("young, dynamic  team", ("young, dynamic team",)),
    ],
)  # fmt: skip
def test_a_form_stands_for_its_spellings(form, spellings):
    assert expand(form, LISTS) == spellings


@pytest.mark.parametrize(
    ("form", "cause"),
    [
        ("(a|b", "never closed"),
        ("a)b", "never opened"),
        ("every {nobody}", "no word list"),
        ("[n] only", "follows no word"),
        ("(|)", "begins with no letter"),
        ("'ve got", "begins with no letter"),
        ("{many} {role}", "more than 400"),
    ],
)
def test_a_form_that_says_nothing_is_refused_with_the_reason(form, cause):
    with pytest.raises(FormRefused) as refused:
        expand(form, LISTS)
    assert cause in str(refused.value)


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("guy", ("guy", "guys")),
        ("lady", ("lady", "ladies")),
        ("boss", ("boss", "bosses")),
        ("chairman", ("chairman", "chairmen")),
        ("human", ("human", "humans")),
        ("mulatto", ("mulatto", "mulattos", "mulattoes")),
        ("radio", ("radio", "radios")),
    ],
)
def test_plurals(word, forms):
    assert plural(word) == forms


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("man", ("man", "mans", "maned", "maning")),  # a doubled consonant is written out by the author
        ("use", ("use", "uses", "used", "using")),
        ("marry", ("marry", "marries", "married", "marrying")),
        ("play", ("play", "plays", "played", "playing")),
        ("free", ("free", "frees", "freed", "freeing")),
        ("push", ("push", "pushes", "pushed", "pushing")),
    ],
)
def test_verbs(word, forms):
    assert verb(word) == forms


def test_a_hyphen_is_looked_up_as_it_is_and_as_a_space():
    assert set(keys("two-by-four")) == {"two-by-four", "two by-four", "two-by four", "two by four"}


def test_words_are_written_in_one_way():
    assert (
        normalised("Don&rsquo;t  say\n> “man\N{NON-BREAKING HYPHEN}Hours”".encode())
        == "don't say “man-hours”"
    )


@pytest.mark.parametrize(
    ("between", "written"),
    [
        (" ", " "),
        ("-", "-"),
        ("\n", " "),
        ("\r\n   # ", " "),
        ("\n// ", " "),
        ("\n> > ", " "),
        ("-\n", "-"),
        (" **", " "),
        ("&", "&"),
        (", ", ", "),
        ("\n\n", None),
        ("\n#\n# ", None),
    ],
)
def test_what_stands_between_words(between, written):
    assert gap(between) == written
