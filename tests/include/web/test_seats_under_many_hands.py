"""Twenty people step back at once: the first who wait move up, and there are never more than there are seats.

In a process of its own, with a thread for each: the audit trail cannot be emptied after a test.
"""

import json

from tests.processes import in_django

CODE = """
import threading
from django.db import connections
from tests.include.web.gathering import an_evening
from tests.web.community import make_circle, make_member
from alongside.include.access import Asked
from alongside.include.seating import Answer
from alongside.include.web.flows_seats import attend, step_back
from alongside.include.web.models import Rsvp
from alongside.include.web.times import now

others = [make_member(f"Guest {n}") for n in range(60)]
host = make_member("Mina")
event = an_evening(host, make_circle(host, members=others), capacity=20)
today, seen, failed = now().date(), [], []
for each in others[:40]:
    attend(each, event.pk, Asked(), now=now(), today=today)

def act(deed, who, *more):
    try:
        deed(who, event.pk, *more, now=now(), today=today)
        seen.append(Rsvp.objects.filter(event=event, answer=Answer.COMING).count())
    except Exception as error:
        failed.append(repr(error))
    finally:
        connections.close_all()

threads = [threading.Thread(target=act, args=(step_back, each)) for each in others[:20]]
threads += [threading.Thread(target=act, args=(attend, each, Asked())) for each in others[40:]]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
coming = Rsvp.objects.filter(event=event, answer=Answer.COMING).order_by("turn").select_related("member")
waiting = Rsvp.objects.filter(event=event, answer=Answer.WAITING).count()
names = [mine.member.name for mine in coming]
print(json.dumps({"failed": failed, "most": max(seen), "coming": names, "waiting": waiting}))
"""


def test_seats_go_to_those_who_waited_first_and_are_never_more_than_there_are(ready_folder):
    told = json.loads(in_django(ready_folder, CODE, ALONGSIDE_COMMUNITY="1"))

    assert told["failed"] == []
    assert told["most"] == 20
    assert told["coming"] == [f"Guest {n}" for n in range(20, 40)]
    assert told["waiting"] == 20
