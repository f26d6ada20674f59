"""What a deed sends is kept with the deed and sent at least once, each time under the same id."""

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction
from tests.web.community import make_member
from tests.web.mail_server import MailServer, mail_server

from alongside.web import outbox
from alongside.web.models import OutboxRow

NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
WORDS = {"subject": "Hello", "text": "It is written.\n"}


@pytest.fixture
def server(community, settings):  # noqa: ARG001
    with mail_server() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        yield server


@pytest.fixture
def mina(community):  # noqa: ARG001
    return make_member("Mina")


def put(member, **more) -> OutboxRow:
    with transaction.atomic():
        key = outbox.put("mail", {"member": str(member.id), **WORDS, **more}, now=NOW)
    return OutboxRow.objects.get(id=key)


def ids(server: MailServer) -> list[str]:
    return [each["Message-ID"] for each in server.came]


def test_what_belongs_to_a_deed_that_failed_is_not_sent(mina, server):
    with transaction.atomic():
        outbox.put("mail", {"member": str(mina.id), **WORDS}, now=NOW)
        transaction.set_rollback(True)
    outbox.deliver(now=NOW)

    assert server.came == []


@pytest.mark.django_db(transaction=True)
def test_a_row_outside_the_deeds_transaction_is_refused():
    with pytest.raises(RuntimeError, match="transaction of the deed"):
        outbox.put("mail", {}, now=NOW)


def test_nothing_goes_to_somebody_who_has_left(mina, server):
    put(mina)
    mina.delete()
    outbox.deliver(now=NOW)

    assert server.came == []
    assert OutboxRow.objects.count() == 0


def test_what_was_taken_is_gone_and_is_not_sent_again(mina, server):
    row = put(mina)
    outbox.deliver(now=NOW)
    outbox.deliver(now=NOW + timedelta(days=1))

    assert ids(server) == [f"<{row.id}@localhost>"]
    assert OutboxRow.objects.count() == 0


def test_a_row_waits_longer_each_time_and_is_parked_in_the_end(mina, server):
    put(mina)
    server.answer = "451 Later"
    # 1, 5, 30 minutes, 2, 12, 24 hours after the try before
    waits = [0, 1, 5, 30, 2 * 60, 12 * 60, 24 * 60]
    at, row = NOW, OutboxRow.objects.get()
    for tries, minutes in enumerate(waits):
        at += timedelta(minutes=minutes)
        outbox.deliver(now=at - timedelta(seconds=1))
        row.refresh_from_db()
        assert row.tries == tries
        outbox.deliver(now=at)
        row.refresh_from_db()
        assert row.tries == tries + 1

    assert row.parked
    assert row.trouble == "SMTPDataError 451"
    server.answer = "250 OK"
    outbox.deliver(now=at + timedelta(days=20))
    assert server.came == []


def test_a_parked_row_goes_out_under_its_old_id_when_somebody_says_so(mina, server):
    row = put(mina)
    OutboxRow.objects.update(parked=True, tries=7)
    outbox.try_again(row.id, now=NOW)
    outbox.deliver(now=NOW)

    assert ids(server) == [f"<{row.id}@localhost>"]


def test_a_parked_row_nobody_looks_at_is_gone_after_thirty_days(mina, server):
    put(mina)
    OutboxRow.objects.update(parked=True)
    outbox.deliver(now=NOW + timedelta(days=30))
    assert OutboxRow.objects.count() == 1

    outbox.deliver(now=NOW + timedelta(days=31))
    assert OutboxRow.objects.count() == 0
    assert server.came == []


def test_one_that_cannot_be_sent_does_not_hold_up_those_behind_it(mina, server):
    put(mina)
    OutboxRow.objects.update(kind="unknown")
    good = put(mina)
    outbox.deliver(now=NOW)

    assert ids(server) == [f"<{good.id}@localhost>"]
    assert OutboxRow.objects.get().trouble == "KeyError"


def test_a_mail_server_that_is_away_loses_nothing(mina, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    put(mina)
    outbox.deliver(now=NOW)

    row = OutboxRow.objects.get()
    assert (row.tries, row.trouble) == (1, "ConnectionRefusedError")


SENDING = """
import sys
from datetime import UTC, datetime
import django
django.setup()
from django.db import transaction
from alongside.web import mail, outbox
from alongside.web.models import Member
NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
mina, _made = Member.objects.get_or_create(email="mina@example.org")
if sys.argv[1] == "write":
    for number in range(int(sys.argv[2])):
        with transaction.atomic():
            key = outbox.put("mail", {"member": str(mina.id), "subject": str(number), "text": "x"}, now=NOW)
        print(key, flush=True)
else:
    outbox.deliver(now=NOW)
"""


@pytest.mark.parametrize(
    ("rows", "stops"),
    [
        (60, (5, 10, 15, 20, 30, 45)),
        pytest.param(1000, tuple(range(30, 1000, 50)), marks=pytest.mark.nightly),
    ],
)
def test_a_stop_at_any_moment_loses_nothing_and_sends_twice_only_under_the_same_id(ready_folder, rows, stops):
    with mail_server() as server:
        environment = {**os.environ, "ALONGSIDE_DATA": str(ready_folder), "PYTHONPATH": "src"}
        environment |= {
            "ALONGSIDE_COMMUNITY": "1",
            "DJANGO_SETTINGS_MODULE": "alongside.web.settings",
            "ALONGSIDE_MAIL_URL": f"smtp://127.0.0.1:{server.port}",
        }
        environment.pop("DATABASE_URL", None)
        written = subprocess.run(  # noqa: S603  # ourselves
            [sys.executable, "-c", SENDING, "write", str(rows)],
            env=environment,
            capture_output=True,
            check=True,
            text=True,
        ).stdout.split()
        for came in stops:
            _kill_when(server, came, environment)
        subprocess.run([sys.executable, "-c", SENDING, "send"], env=environment, check=True)  # noqa: S603

    told = [name.strip("<>").partition("@")[0] for name in ids(server)]
    assert set(told) == set(written)
    assert len(written) == rows
    # a stop falls into at most one sending
    assert rows <= len(told) <= rows + len(stops)


def _kill_when(server: MailServer, came: int, environment: dict[str, str]) -> None:
    """Send until so many have come, then stop the process as a power switch does."""
    with subprocess.Popen([sys.executable, "-c", SENDING, "send"], env=environment) as process:  # noqa: S603
        while len(server.came) < came and process.poll() is None:
            server.moved.wait(0.2)
            server.moved.clear()
        process.send_signal(signal.SIGKILL)
