"""What passing on, speakers and questions put into the world: a work, a passing-on, a speaker, a question."""

from uuid import uuid4

from tests.web.community import DAY
from tests.web.world import World

from alongside.amplify.consent import Form, Place
from alongside.amplify.speakers import Audience, Profile
from alongside.amplify.web import flows_speakers, flows_works
from alongside.amplify.web.flows_works import Offering, PassingOn
from alongside.amplify.web.models import SpeakerProfile
from alongside.learn.educators import Pay
from alongside.learn.web import flows_questions
from alongside.learn.web.flows_questions import Answering, Sending


def add(world: World) -> None:
    """The member made a work for the hidden circle, which the steward passed on there.

    The outsider is a speaker for people who look after circles, whom the steward asked. The member asked two
    questions: one lies with the facilitator, one was answered by them, and both share it.
    """
    people = world.people
    terms = Offering(title="A map", forms=[Form.LINK], places=[Place.CIRCLE])
    work = flows_works.offer(people["member"], terms, id=uuid4(), circle=world.circle.pk, today=DAY)
    how = PassingOn(form=Form.LINK, place=Place.CIRCLE)
    passed = flows_works.pass_on(people["steward"], work.pk, how, id=uuid4(), today=DAY)
    profile = Profile(id="", name="Out", topics=("captions",), renewed=DAY, seen_by=Audience.ORGANISERS)
    flows_speakers.save_profile(people["outsider"], profile, today=DAY)
    speaker = SpeakerProfile.objects.get()
    asked = flows_speakers.ask_speaker(people["steward"], speaker.pk, "Speak?", None, id=uuid4(), today=DAY)
    flows_questions.offer(people["facilitator"], 2, Pay.FREE, "", today=DAY)
    question = flows_questions.ask(people["member"], Sending(text="Why?"), id=uuid4(), today=DAY)
    world.ids |= {"work": work.pk, "passed": passed.pk}
    known = Sending(text="How do I ask for captions?", shares=True)
    shared = flows_questions.ask(people["member"], known, id=uuid4(), today=DAY)
    answer = Answering(text="Ask early.", named=True, shares=True)
    flows_questions.give_answer(people["facilitator"], shared.pk, answer, today=DAY)
    person = world.circle.memberships.get(member=people["member"])
    flows_works.ask(people["steward"], person.pk, "What you said", "For my talk", id=uuid4(), today=DAY)
    world.ids |= {"speaker": speaker.pk, "asked": asked.pk, "question": question.pk, "shared": shared.pk}
