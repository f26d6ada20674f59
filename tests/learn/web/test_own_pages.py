"""What is one's own: questions, the labour ledger, what one can open, the packs on this machine."""

import re
from uuid import UUID

import pytest
from django.conf import settings
from tests.web.visits import page, went_to

from alongside.act.diary import read_diary
from alongside.core import packs
from alongside.learn.influence import Opening
from alongside.web.models import SealedEntry

ASK, KEEP, BOX = "/learn/questions/ask/", "/learn/questions/keep/", "/learn/questions/"
LABOUR = "/learn/labour/"
GOOD = {"minutes": "20", "kind": "teach", "note": "Explained captions again"}
FOREIGN = UUID(int=0xBAD)


def test_a_question_meets_the_library_first_and_nothing_is_kept(client_of_owner):
    text = page(client_of_owner.post(ASK, {"text": "Where do quokkas need a ramp?"}))
    assert "A ramp of one's own" in text
    assert (
        went_to(client_of_owner.post(KEEP, {"deed": "answered", "text": "x"}))
        == f"{BOX}?done=question-solved"
    )
    assert SealedEntry.objects.count() == 0


def test_a_kept_question_can_be_answered_and_its_answer_comes_first_the_next_time(client_of_owner, kept):
    client_of_owner.post(KEEP, {"deed": "keep", "text": "How do I ask for pronouns?"})
    (question,) = kept().questions
    client_of_owner.post(f"{BOX}{question.id}/", {"answer": "Offer mine first."})
    again = page(client_of_owner.post(ASK, {"text": "for pronouns, how do I ask"}))
    assert "You found this out before: Offer mine first." in again.replace("</strong> <bdi>", " ").replace(
        "</bdi>", ""
    )
    near = page(client_of_owner.post(ASK, {"text": "Whose pronouns come first at a meeting?"}))
    assert "Your own earlier question" in near
    assert "Offer mine first." in page(client_of_owner.get(BOX))


def test_the_same_question_in_other_order_is_kept_once(client_of_owner, kept):
    for text in ("Which words do Deaf people want?", "Deaf people: which words do want"):
        client_of_owner.post(KEEP, {"text": text})
    assert len(kept().questions) == 1


@pytest.mark.parametrize("path", [ASK, KEEP])
@pytest.mark.parametrize("text", ["", "   ", "\x00", "why " * 400])
def test_a_question_without_words_or_with_too_many_is_refused_and_kept(client_of_owner, path, text):
    answer = page(client_of_owner.post(path, {"text": text}), 422)
    assert 'href="#id_text"' in answer
    assert text.replace("\0", "").strip() in answer
    assert SealedEntry.objects.count() == 0


def test_a_question_is_taken_out_and_a_foreign_one_is_not_there(client_of_owner, kept):
    client_of_owner.post(KEEP, {"text": "Why?"})
    (question,) = kept().questions
    client_of_owner.post(f"{BOX}{question.id}/forget/")
    assert kept().questions == ()
    assert client_of_owner.get(f"{BOX}{FOREIGN}/").status_code == 404


def test_an_answer_that_is_too_long_to_seal_is_refused_and_still_there(client_of_owner, kept):
    client_of_owner.post(KEEP, {"text": "Why?"})
    (question,) = kept().questions
    long = "because " * 12_000
    text = page(client_of_owner.post(f"{BOX}{question.id}/", {"answer": long}), 422)
    assert 'href="#id_answer"' in text
    assert long.strip() in text


def test_the_quota_is_told_before_anybody_is_asked(client_of_owner):
    assert "Over that number a question waits." in page(client_of_owner.get(BOX))


def test_labour_is_noted_once_summed_and_taken_out(client_of_owner, kept):
    once = str(UUID(int=77))
    for _twice in range(2):
        client_of_owner.post(LABOUR, {**GOOD, "once": once})
    client_of_owner.post(LABOUR, {**GOOD, "minutes": "65", "kind": "answer", "day": "2026-02-01"})
    text = page(client_of_owner.get(LABOUR))
    assert "<td>20 min</td>" in text
    assert "<td>1 h 5 min</td>" in text
    assert "February 2026" in text
    answer = client_of_owner.post(f"{LABOUR}{once}/forget/")
    assert [each.minutes for each in kept().labour] == [65]
    ticket = re.search(r'name="ticket" value="([^"]+)"', page(answer)).group(1)
    back = client_of_owner.post(f"{LABOUR}put-back/", {"ticket": ticket})
    assert went_to(back) == f"{LABOUR}?done=put-back"
    assert sorted(each.minutes for each in kept().labour) == [20, 65]


def test_a_ticket_that_is_not_ours_puts_nothing_back(client_of_owner, kept):
    answer = client_of_owner.post(f"{LABOUR}put-back/", {"ticket": "made-up"})
    assert went_to(answer) == f"{LABOUR}?done=too-late"
    assert kept().labour == ()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("minutes", ""),
        ("minutes", "0"),
        ("minutes", "9999"),
        ("minutes", "long"),
        ("kind", "wizardry"),
        ("day", "2999-01-01"),
        ("day", "soon"),
    ],
)
def test_labour_that_makes_no_sense_is_refused_at_its_field(client_of_owner, field, value):
    text = page(client_of_owner.post(LABOUR, {**GOOD, field: value}), 422)
    assert f'id="id_{field}-error"' in text
    assert f'href="#id_{field}"' in text
    assert 'value="Explained captions again"' in text
    assert SealedEntry.objects.count() == 0


def test_the_ledger_can_be_taken_along_and_no_cell_runs(client_of_owner):
    client_of_owner.post(LABOUR, {**GOOD, "note": "=cmd()"})
    answer = client_of_owner.get(f"{LABOUR}labour.csv")
    assert "attachment" in answer["Content-Disposition"]
    assert answer.content.decode().splitlines()[1] == "2026-03-12,20,teaching or explaining,'=cmd()"


def test_what_one_can_open_leads_to_a_plan_in_one_step(client_of_owner, kept, keeper):
    sent = {"openings": ["chair", "budget", "no-such-opening"]}
    assert went_to(client_of_owner.post("/learn/influence/", sent)) == "/learn/influence/?done=openings-kept"
    assert kept().openings == {Opening.CHAIR, Opening.BUDGET}
    text = client_of_owner.get("/learn/influence/").content.decode()
    form = text[text.index('action="/commitments/from-finding/"') :]
    form = form[: form.index("</form>")]
    plan = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
    client_of_owner.post("/commitments/from-finding/", plan)
    (made,) = read_diary(keeper).commitments
    assert made.sentence() == (
        "If I lead the next meeting or talk,"
        " then I will leave a minute in which whoever has not spoken can come in first."
    )


@pytest.fixture
def a_pack(tmp_path):
    """A pack with one work, installed."""
    packs.new(tmp_path / "our-moments", id="our-moments", title="Our moments", publisher="Circle A")
    folder = tmp_path / "our-moments/en/resources"
    own = (settings.DATA / "content/en/resources/mine.toml").read_text("utf-8")
    first = own[: own.index("[[resource]]", 80)].replace("a-ramp-of-ones-own", "a-pack-ramp")
    (folder / "works.toml").write_text(first.replace("quokkas", "wombats"), "utf-8")
    _pack, archive = packs.build(tmp_path / "our-moments")
    yield packs.install(archive, settings.DATA, name="our-moments.zip")
    packs.remove(settings.DATA, "our-moments")


@pytest.mark.usefixtures("a_pack")
def test_a_pack_is_listed_with_its_licence_and_can_be_put_aside(client_of_owner):
    text = page(client_of_owner.get("/learn/packs/"))
    for said in ("Our moments 0.1.0", "Circle A", "CC-BY-SA-4.0", "works: 1", "in use"):
        assert said in text
    assert "A ramp of one's own" in page(client_of_owner.get("/learn/search/", {"q": "wombats"}))
    client_of_owner.post("/learn/packs/our-moments/", {"deed": "off"})
    assert "put aside" in page(client_of_owner.get("/learn/packs/"))
    assert "Nothing here fits" in page(client_of_owner.get("/learn/search/", {"q": "wombats"}))
    client_of_owner.post("/learn/packs/our-moments/", {"deed": "on"})
    assert "A ramp of one's own" in page(client_of_owner.get("/learn/search/", {"q": "wombats"}))


@pytest.mark.usefixtures("a_pack")
@pytest.mark.parametrize(("pack", "deed"), [("our-moments", ""), ("our-moments", "burn"), ("no-such", "off")])
def test_a_pack_is_switched_only_in_a_way_we_know(client_of_owner, pack, deed):
    assert client_of_owner.post(f"/learn/packs/{pack}/", {"deed": deed}).status_code == 404


def test_without_a_pack_the_page_says_how_one_comes_in(client_of_owner):
    text = page(client_of_owner.get("/learn/packs/"))
    assert "No pack is installed" in text
    assert "alongside pack install" in text
