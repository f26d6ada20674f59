"""Words: a text or a file checked and dropped, a rule hidden and shown again, every rule with its reason."""

import re
from datetime import date
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.web.community import client_of, make_member
from tests.web.visits import page, spoken, went_to

from alongside.act.diary import read_commitments
from alongside.interrupt.keeping import KIND, ROOM, deed_hide, read_hidden
from alongside.web.models import AuditRow, SealedEntry

TEXT = "The quokkaman came.\nAnother quokkaman stayed; he is no <b>keeper</b>."
DAY = date(2026, 3, 12)


@pytest.fixture(autouse=True)
def thursday(monkeypatch):
    monkeypatch.setenv("ALONGSIDE_TODAY", DAY.isoformat())


def a_file(text, name="letter.txt"):
    return SimpleUploadedFile(name, text if isinstance(text, bytes) else text.encode())


def test_a_text_without_such_words_is_said_to_have_none(check):
    text = page(check({"text": "The keeper of the quokkas came."}))
    assert "Nothing to reword was found" in text
    assert "<mark>" not in text


def test_checking_writes_nothing(client_of_owner, check):
    page(client_of_owner.get("/check/"))
    page(check({"text": TEXT}))
    assert (SealedEntry.objects.count(), AuditRow.objects.count()) == (0, 0)


def test_nothing_given_leads_to_the_field(check):
    answer = check({})
    assert 'href="#id_text"' in page(answer, 422)
    assert "Paste a text, or choose a file." in page(answer, 422)


def test_what_was_found_is_marked_and_listed_with_its_reason(check):
    text = page(check({"text": TEXT}))
    assert "1 wording to look at" in text
    assert text.count("<mark>") == 2
    assert text.count('class="finding"') == 1  # one rule, two places
    assert "It pictures a man with the quokkas" in text
    assert "Could we write “quokka keeper”?" in text
    assert "<strong>quokka keeper</strong>" in text
    assert "Some keepers say quokkaman of themselves" in text
    assert ">line 1</a>" in text
    assert ">line 2</a>" in text


def test_each_mark_and_each_entry_lead_to_one_another(check):
    text = page(check({"text": TEXT}))
    ids = set(re.findall(r' id="([^"]+)"', text))
    links = set(re.findall(r'href="#([^"]+)"', text)) | set(re.findall(r'aria-describedby="(why-\d+)"', text))
    assert {"finding-1", "why-1"} <= links
    assert links <= ids


def test_what_somebody_typed_is_shown_as_text(check):
    answer = check({"text": "A quokkaman & <script>alert(1)</script>"})
    assert b"<script>alert" not in answer.content
    assert b"&lt;script&gt;alert(1)&lt;/script&gt;" in answer.content


def test_the_text_stays_in_the_form(check):
    assert re.search(r"<textarea[^>]*> The quokkaman came\.", page(check({"text": TEXT})))


def test_a_file_and_pasted_words_are_read_alike(check):
    pasted, sent = (
        page(check({name: TEXT if name == "text" else a_file(TEXT)})) for name in ("text", "file")
    )
    assert pasted.count("<mark>") == sent.count("<mark>") == 2


def test_a_file_of_markdown_is_read_as_such_and_stays_so(check):
    words = "The quokkaman.\n\n```\nquokkaman()\n```\n"
    first = page(check({"file": a_file(words, "notes.md")}))
    assert first.count("<mark>") == 1
    assert '<input type="hidden" name="name" value="notes.md">' in first
    assert page(check({"text": words, "name": "notes.md"})).count("<mark>") == 1


def test_pasted_words_can_be_said_to_be_markdown(check):
    words = "```\nAsk the quokkaman first.\n```\n\nThe quokkaman came."
    assert page(check({"text": words, "as": "markdown"})).count("<mark>") == 1
    assert page(check({"text": words, "as": "text"})).count("<mark>") == 2


def test_a_file_without_text_is_refused_at_its_field(check):
    text = page(check({"file": a_file(b"\x00\x01\x02" * 50, "picture.bin")}), 422)
    assert 'href="#id_file"' in text
    assert "holds no text that we can read" in text


@pytest.mark.parametrize("field", ["text", "file"])
def test_more_than_a_megabyte_is_refused_in_words(check, field):
    large = "quokkaman " * 115_000  # 1.15 MB
    answer = check({field: a_file(large) if field == "file" else large})
    assert "This is more than 1 MB, and was not read." in page(answer, 422)
    assert f'href="#id_{field}"' in page(answer, 422)


def test_a_paste_that_no_form_takes_is_refused_in_words_too(check):
    answer = check({"text": "quokkaman " * 250_000})  # 2.5 MB
    assert "Nothing of it was read, and nothing was changed." in page(answer, 413)


def test_a_long_text_is_shown_around_what_was_found(check):
    filler = "a word " * 3000
    text = page(check({"text": f"{filler}\nThe quokkaman.\n{filler}"}))
    marked = text.partition('class="marked"')[2].partition("</section>")[0]
    assert "quokkaman" in marked
    assert len(marked) < 2000
    assert "line 2" in marked or ">line 2<" in text


def test_a_comment_in_the_text_sets_a_place_aside(check):
    text = page(check({"text": "A quokkaman. alongside: ignore[test-quokka] it is a title"}))
    assert "1 place was set aside by a comment in the text." in text


def test_what_depends_on_the_sentence_is_looked_for_when_asked(check):
    words = "So, where does the zebra really come from?"
    assert "Nothing to reword" in page(check({"text": words}))
    assert "1 wording to look at" in page(check({"text": words, "profile": "strict"}))


def test_a_phrase_leads_to_a_scene_that_opens(client_of_owner, check):
    text = page(check({"text": "Where does the zebra really come from?", "profile": "strict"}))
    link = re.search(r'id="practise-1" href="([^"]+)"', text).group(1)
    page(client_of_owner.get(link))


def test_a_finding_becomes_a_commitment_in_one_step(client_of_owner, keeper, check):
    text = page(check({"text": TEXT}))
    form = re.search(r'<form method="post" action="/commitments/from-finding/".*?</form>', text).group(0)
    fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))
    answer = client_of_owner.post("/commitments/from-finding/", fields)
    assert went_to(answer).startswith("/commitments/")
    (made,) = read_commitments(keeper)
    assert (made.cue, made.act) == ("I am about to write “quokkaman”", "write “quokka keeper”")


def test_a_rule_is_hidden_without_losing_the_text_and_brought_back_with_one_press(keeper, check):
    answer = check({"text": TEXT, "hide": "test-quokka"})
    text = page(answer)
    assert "Hidden for you." in spoken(answer)
    assert "The quokkaman came." in text
    assert "<mark>" not in text
    assert "2 places of rules you hid are left out." in text
    assert 'name="show" value="test-quokka"' in text
    assert set(read_hidden(keeper)) == {"test-quokka"}
    assert page(check({"text": TEXT, "show": "test-quokka"})).count("<mark>") == 2
    assert read_hidden(keeper) == {}
    assert [row.action for row in AuditRow.objects.all()] == ["interrupt.hide_rule", "interrupt.show_rule"]


def test_hiding_twice_is_hiding_once(keeper, check):
    for _time in range(2):
        check({"text": TEXT, "hide": "test-quokka"})
    assert len(keeper.entries(ROOM, KIND)) == 1


def test_a_rule_that_is_not_there_cannot_be_hidden(client_of_owner, keeper, check):
    page(check({"text": TEXT, "hide": "no-such-rule"}))
    assert client_of_owner.post("/check/rules/no-such-rule/hide/").status_code == 404
    assert read_hidden(keeper) == {}


def test_no_rule_and_no_text_is_told_in_what_is_kept(keeper, check):
    check({"text": TEXT, "hide": "test-quokka"})
    (stored,) = keeper.entries(ROOM, KIND)
    assert dict(stored.entry.body) == {"rule": "test-quokka"}


def test_a_rule_has_a_page_with_everything_about_it(client_of_owner):
    text = page(client_of_owner.get("/check/rules/test-quokka/"))
    for words in (
        "“quokkaman”",
        "It pictures a man with the quokkas",
        "Could we write “quokka keeper”?",
        "In quotations.",
        "Some keepers say quokkaman of themselves",
        "A keeper.",
        "Keeping quokkas kindly",
        "https://example.org/quokkas",
        "Unreviewed:",
        "class and money",
    ):
        assert words in text
    assert 'The <mark class="part">quokkaman</mark> of <Perth>.' in text


def test_a_rule_is_hidden_and_shown_on_its_page(client_of_owner, keeper):
    assert went_to(client_of_owner.post("/check/rules/test-quokka/hide/")).endswith("?done=rule-hidden")
    assert "Hidden since 12 March 2026." in page(client_of_owner.get("/check/rules/test-quokka/"))
    assert "Hidden since 12 March 2026." in page(client_of_owner.get("/check/rules/"))
    client_of_owner.post("/check/rules/test-quokka/show/")
    assert read_hidden(keeper) == {}


def test_a_hidden_rule_that_has_left_the_rules_can_still_be_shown(client_of_owner, keeper):
    keeper.carry_out(deed_hide("gone-since", id=UUID(int=9), today=DAY), today=DAY)
    assert "gone-since" in page(client_of_owner.get("/check/rules/"))
    client_of_owner.post("/check/rules/gone-since/show/", {"back": "rules"})
    assert read_hidden(keeper) == {}


def test_the_index_names_a_rule_by_its_words_and_narrows_down(client_of_owner):
    assert ">quokkaman</a>" in page(client_of_owner.get("/check/rules/?q=quokka"))
    assert ">quokkaman</a>" in page(client_of_owner.get("/check/rules/?q=QUOKKAMEN&ground=class"))
    assert ">quokkaman</a>" not in page(client_of_owner.get("/check/rules/?q=quokka&ground=age"))
    assert "No rule fits that" in page(
        client_of_owner.get("/check/rules/?q=quokka&profile=job-ad&ground=age")
    )


@pytest.mark.parametrize(
    "query", ["page=0", "page=999", "page=x", "ground=<b>", "profile=x", "q=%00", "q=" + "x" * 500]
)
def test_an_odd_address_of_the_index_is_a_page_all_the_same(client_of_owner, query):
    page(client_of_owner.get(f"/check/rules/?{query}"))


def test_the_index_is_shown_in_pages_that_together_hold_every_rule_once(client_of_owner):
    found, address = [], "/check/rules/"
    while address:
        answer = client_of_owner.get(address)
        assert len(answer.content) < 20_000
        found += re.findall(r'id="rule-([a-z0-9-]+)"', page(answer))
        onward = re.search(r'id="page-after" href="([^"]+)"', page(answer))
        address = onward.group(1) if onward else ""
    assert len(found) == len(set(found))
    assert {"test-quokka", "test-zebra-talk"} <= set(found)
    assert len(found) > 100
    are_slurs = [each.startswith("slur-") for each in found]
    assert are_slurs == sorted(are_slurs), "nobody who opens the list meets slurs first"
    assert any(are_slurs)


ADVERT = "Keeper\n\n" + "You lead and support people. " * 3 + "We feed the animals in the morning. " * 20


def test_an_advert_shows_what_it_does_not_say_and_both_counts(check):
    text = page(check({"text": ADVERT}, "/check/job-ad/"))
    assert "The pay, as a range" in text
    # 1 + 3 * 5 + 20 * 7 = 156 words; the title is one of them. 3 begin with lead, 3 with support.
    assert "<td>156</td><td>3 (1.9 %)</td><td>3 (1.9 %)</td><td>+0.0</td><td>balanced</td>" in text
    assert "<td>155</td>" in text
    assert text.count('<mark class="part">') == 3
    assert "Or: guide, run, coordinate" in text


def test_a_short_advert_cannot_be_told(check):
    text = page(check({"text": "You lead a team of quokkamen."}, "/check/job-ad/"))
    assert "Cannot say: this is under 100 words" in text
    assert "Other wording to look at" in text


def test_the_name_of_an_employer_is_left_out_of_what_can_be_reworded(check):
    text = page(check({"text": "At Leadwell you feed animals.", "employer": "Leadwell"}, "/check/job-ad/"))
    assert "Left out of what you can reword: in the employer's name." in text


def test_the_page_says_that_the_studies_disagree(check):
    assert "The studies disagree." in page(check({"text": ADVERT}, "/check/job-ad/"))


@pytest.mark.usefixtures("community")
def test_with_a_locked_vault_a_text_can_be_checked_and_nothing_hidden():
    browser = client_of(make_member("Ama"), unlocked=False)
    text = page(browser.post("/check/", {"text": TEXT}))
    assert text.count("<mark>") == 2
    assert "Hide this rule for me" not in text
    page(browser.get("/check/rules/test-quokka/"))


@pytest.mark.usefixtures("community")
def test_in_a_community_each_member_hides_for_themselves():
    ama, ben = (client_of(make_member(name)) for name in ("Ama", "Ben"))
    page(ama.post("/check/", {"text": TEXT, "hide": "test-quokka"}))
    assert page(ben.post("/check/", {"text": TEXT})).count("<mark>") == 2
    assert "<mark>" not in page(ama.post("/check/", {"text": TEXT}))


def test_what_comes_back_is_kept_by_no_cache_and_no_cookie(client_of_owner, check):
    before = {name: each.value for name, each in client_of_owner.cookies.items()}
    answer = check({"text": TEXT})
    assert answer["Cache-Control"] == "no-store"
    assert all("quokka" not in each.value for each in answer.cookies.values())
    assert set(client_of_owner.cookies) - set(before) <= {"csrftoken"}
