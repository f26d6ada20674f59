"""What 2,000 letters cost to write and send, and whether the time of an answer tells a known address.

CPU seconds in process, to a real mail server on this machine that runs in a process of its own.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from statistics import median
from typing import Final

MEMBERS: Final = 2_000
CIRCLES: Final = 25
ASKED: Final = 400
BUDGET_S: Final = 4.0  # from the room's brief
MOST_APART: Final = 0.05  # the same
SERVER = """
import asyncio, sys
from aiosmtpd.controller import Controller
class Sink:
    async def handle_DATA(self, server, session, envelope):
        return "250 OK"
controller = Controller(Sink(), hostname="127.0.0.1", port=int(sys.argv[1]))
controller.start()
print("ready", flush=True)
sys.stdin.read()
controller.stop()
"""


def main() -> None:
    """Make a community, queue its letters, send them, and print what each part took."""
    port = 8025
    os.environ |= {
        "ALONGSIDE_DATA": tempfile.mkdtemp(),
        "ALONGSIDE_COMMUNITY": "1",
        "ALONGSIDE_MAIL_URL": f"smtp://127.0.0.1:{port}",
        "ALONGSIDE_ADDRESS": "https://circles.example.org",
        "DJANGO_SETTINGS_MODULE": "alongside.web.settings",
    }
    from alongside.web.set_up import collect_static, set_up

    collect_static(set_up())
    import django

    django.setup()
    monday = datetime(2026, 3, 9, 9, tzinfo=UTC)
    fill()
    warm_up(monday)
    words = [sys.executable, "-c", SERVER, str(port)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None  # noqa: S101
        server.stdout.readline()
        send(monday)
        peer()
        assert server.stdin is not None  # noqa: S101
        server.stdin.close()
    answers(monday)


def warm_up(now: datetime) -> None:
    """Write one letter: a worker loads its pages and its shelf when it starts, and not for each night."""
    from alongside.include.web.letters import own_digest
    from alongside.web.models import Member

    own_digest(Member.objects.filter(is_owner=False)[0], None, today=now.date())


def fill() -> None:
    """Members who asked for their letter and said yes, each in two circles."""
    from datetime import date

    from alongside.include.web.models import Subscription
    from alongside.web.models import Circle, Member, Membership

    day = date(2026, 3, 4)
    circles = [Circle(name=f"Circle {n}", founded=day) for n in range(CIRCLES)]
    members = [Member(email=f"member{n}@example.org") for n in range(MEMBERS)]
    Circle.objects.bulk_create(circles)
    Member.objects.bulk_create(members)
    Membership.objects.bulk_create(
        Membership(circle=circles[(n + step) % CIRCLES], member=member, since=day)
        for n, member in enumerate(members)
        for step in (0, 7)
    )
    Subscription.objects.bulk_create(
        Subscription(member=member, asked_on=day, confirmed_on=day, last_on=day, wording=1)
        for member in members
    )


def send(monday: datetime) -> None:
    """Queue and send, and say what that took."""
    from alongside.include.web.flows_letters import tick
    from alongside.web.models import OutboxRow
    from alongside.web.outbox import deliver

    spent, wall = cost(lambda: tick(now=monday))
    print(f"queue {OutboxRow.objects.count()} letters: {spent:.2f} CPU s, {wall:.1f} s")
    sending, wall = cost(lambda: deliver(now=monday, within_s=600))
    left = OutboxRow.objects.count()
    print(f"write and send them: {sending:.2f} CPU s, {wall:.1f} s; {left} left")
    total, rooms = spent + sending, asked_of_rooms(monday)
    verdict = "within" if total <= BUDGET_S else "OVER"
    print(f"together {total:.2f} CPU s; budget {BUDGET_S} CPU s: {verdict}")
    print(f"of that, asking the rooms a hundred members at a time: {rooms:.2f} CPU s")


def asked_of_rooms(monday: datetime) -> float:
    """CPU seconds of what the rooms have to say to all members."""
    from alongside.web.digest_lines import prepare
    from alongside.web.models import Member
    from alongside.web.outbox import BATCH

    everybody = list(Member.objects.filter(is_owner=False))

    def ask() -> None:
        for begin in range(0, MEMBERS, BATCH):
            some = everybody[begin : begin + BATCH]
            lines = prepare(some, today=monday.date())
            for each in some:
                lines(each)

    return cost(ask)[0]


def peer() -> None:
    """What Django alone takes to send as many messages of that size, all written beforehand."""
    from django.core.mail import EmailMultiAlternatives, get_connection

    made = [
        EmailMultiAlternatives("Letter", "x" * 900, to=[f"member{n}@example.org"]) for n in range(MEMBERS)
    ]
    for each in made:
        each.attach_alternative("<p>" + "x " * 2500 + "</p>", "text/html")
    spent, wall = cost(lambda: get_connection().send_messages(made))
    print(f"Django alone, nothing written or kept: {spent:.2f} CPU s, {wall:.1f} s")


def answers(now: datetime) -> None:
    """Ask for a circle's letters with known and with new addresses in turn, and compare the times."""
    from django.core.cache import cache
    from django.test import Client

    from alongside.include.web.models import OpenLetters, Subscription
    from alongside.web.models import Circle

    circle = Circle.objects.all()[0]
    OpenLetters.objects.create(circle=circle, since=now.date())
    Subscription.objects.bulk_create(
        Subscription(
            circle=circle,
            address=f"known{n}@example.org",
            asked_on=now.date(),
            confirmed_on=now.date(),
            wording=1,
        )
        for n in range(ASKED)
    )
    client = Client(headers={"host": "127.0.0.1"})
    took: dict[str, list[float]] = {"known": [], "new": []}
    for number in range(ASKED):
        for kind, times in took.items():
            cache.clear()
            begin = time.perf_counter()
            client.post(f"/letters/of/{circle.pk}/", {"address": f"{kind}{number}@example.org"})
            times.append(time.perf_counter() - begin)
    known, new = median(took["known"]) * 1000, median(took["new"]) * 1000
    apart = abs(known - new) / max(known, new)
    verdict = "within" if apart <= MOST_APART else "OVER"
    print(f"answer to a known address {known:.2f} ms, to a new one {new:.2f} ms")
    print(f"{apart:.1%} apart, goal {MOST_APART:.0%}: {verdict}")


def cost(work: Callable[[], object]) -> tuple[float, float]:
    """CPU and wall seconds."""
    spent, wall = time.process_time(), time.perf_counter()
    work()
    return time.process_time() - spent, time.perf_counter() - wall


if __name__ == "__main__":
    main()
