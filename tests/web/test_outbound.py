"""Whatever address somebody types in, nothing goes to the operator's own machines."""

import socket

import pytest
from tests.web.listening import DRIP, NAME, PUBLIC, listening

from alongside.web.addresses import is_public
from alongside.web.outbound import MOST_ANSWER, NotAllowed, Unreachable, World, check, post

URL = f"https://{NAME}/hook"

REFUSED_AS_WRITTEN = [
    "",
    "hooks.example.org/hook",
    "//hooks.example.org/hook",
    "http://hooks.example.org/hook",
    "ftp://hooks.example.org/hook",
    "file:///etc/passwd",
    "gopher://hooks.example.org/_x",
    "javascript:alert(1)",
    "data:text/plain,x",
    "https://",
    "https:///hook",
    "https://localhost/hook",
    "https://localhost.:8443/hook",
    "https://intranet/hook",
    "https://127.0.0.1/hook",
    "https://127.1/hook",
    "https://127.0.1/hook",
    "https://0/hook",
    "https://0.0.0.0/hook",
    "https://2130706433/hook",
    "https://017700000001/hook",
    "https://0x7f000001/hook",
    "https://0x7f.0.0.1/hook",
    "https://0x7f.1/hook",
    "https://0177.0.0.1/hook",
    "https://127.0.0.0x1/hook",
    "https://example.0x7f/hook",
    "https://10.0.0.1/hook",
    "https://192.168.1.1/hook",
    "https://169.254.169.254/latest/meta-data/",
    "https://8.8.8.8/hook",
    "https://[::1]/hook",
    "https://[::]/hook",
    "https://[::ffff:127.0.0.1]/hook",
    "https://[::ffff:7f00:1]/hook",
    "https://[::ffff:169.254.169.254]/hook",
    "https://[fe80::1%25eth0]/hook",
    "https://[fd00:ec2::254]/hook",
    "https://[64:ff9b::7f00:1]/hook",
    "https://[v1.x]/hook",
    "https://[::1/hook",
    "https://user@hooks.example.org/hook",
    "https://user:word@hooks.example.org/hook",
    "https://hooks.example.org@127.0.0.1/hook",
    "https://127.0.0.1#@hooks.example.org/",
    "https://127.0.0.1\\@hooks.example.org/",
    "https://hooks.example.org\\@127.0.0.1/",
    "https://hooks.example.org /hook",
    " https://hooks.example.org/hook",
    "https://hooks.example.org/hook\r\nX-Added: 1",
    "https://hooks.example.org/a b",
    "https://hooks.example.org/hook\x00",
    "https://hooks.example.org\t/hook",
    "https://①②⑦.⓪.⓪.①/hook",
    "https://ｌｏｃａｌｈｏｓｔ/hook",  # noqa: RUF001  # letters that only look like these
    "https://127。0。0。1/hook",
    "https://exämple.org/hook",
    "https://hooks..example.org/hook",
    "https://.example.org/hook",
    "https://hooks.example.org./hook",
    "https://-hooks.example.org/hook",
    "https://hooks_a.example.org/hook",
    "https://%6c%6f%63%61%6c.example.org/hook",
    "https://hooks.example.org:22/hook",
    "https://hooks.example.org:25/hook",
    "https://hooks.example.org:80/hook",
    "https://hooks.example.org:0/hook",
    "https://hooks.example.org:/hook",
    "https://hooks.example.org:99999/hook",
    "https://hooks.example.org:443x/hook",
    "https://" + "a" * 64 + ".example.org/hook",
    "https://" + "a." * 130 + "org/hook",
    "https://hooks.example.org/" + "a" * 2000,
]

NOT_PUBLIC = [
    "0.0.0.0",  # noqa: S104  # nothing is bound to it
    "0.1.2.3",
    "10.0.0.1",
    "100.64.0.1",
    "100.100.100.200",
    "127.0.0.1",
    "127.255.255.254",
    "168.63.129.16",
    "169.254.169.254",
    "169.254.170.2",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.192",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.0.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "224.0.1.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "::ffff:8.8.8.8",
    "::ffff:0:127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::808:808",
    "64:ff9b:1::7f00:1",
    "100::1",
    "2001::1",
    "2001:0:7f00:1::",
    "2001:10::1",
    "2001:20::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "2002:a9fe:a9fe::",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "2606:4700::1%eth0",
    "fec0::1",
    "ff02::1",
    "2130706433",
    "not an address",
]


@pytest.mark.parametrize("url", REFUSED_AS_WRITTEN)
def test_an_address_that_could_mislead_is_refused_before_any_name_is_looked_up(url):
    def never(*_asked):
        raise AssertionError("looked up or dialled")

    with pytest.raises(NotAllowed):
        post(url, body=b"", headers={}, world=World(resolve=never, dial=never))


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_a_name_that_leads_inside_is_refused_before_anything_is_dialled(address):
    with listening() as there, pytest.raises(NotAllowed):
        post(URL, body=b"", headers={}, world=there.world(addresses=(address,)))

    assert there.dialled == []


def test_one_address_inside_among_public_ones_spoils_the_name():
    with listening() as there, pytest.raises(NotAllowed):
        post(URL, body=b"", headers={}, world=there.world(addresses=(PUBLIC, "10.0.0.1")))

    assert there.dialled == []


def test_a_name_without_any_address_is_refused():
    with listening() as there, pytest.raises(NotAllowed):
        post(URL, body=b"", headers={}, world=there.world(addresses=()))


def test_there_are_more_than_sixty_hostile_addresses():
    assert len(set(REFUSED_AS_WRITTEN)) == len(REFUSED_AS_WRITTEN)
    assert len(REFUSED_AS_WRITTEN) > 60


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.215.14", "2606:4700::6810:84e5", "2a00:1450::200e"])
def test_an_address_anybody_can_reach_is_public(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "https://hooks.slack.com/services/T0/B0/x",
        "https://chat.example.org:8065/hooks/x?y=1&z=%20",
        "https://chat.example.org:443/hooks/x",
        "https://xn--exmple-cua.org/hook",
        "https://HOOKS.Example.ORG/hook",
        "https://1and1.example.org/hook",
        "https://chat.example.org",
    ],
)
def test_an_ordinary_address_is_let_through(url):
    check(url)


def test_the_name_server_is_asked_once_so_a_second_answer_cannot_lead_elsewhere():
    answers = [(PUBLIC,), ("127.0.0.1",)]
    with listening() as there:
        known = there.world()
        world = World(resolve=lambda _host, _port: answers.pop(0), dial=there.dial, trust=known.trust)
        post(URL, body=b"{}", headers={}, world=world)

    assert there.dialled == [PUBLIC]
    assert answers == [("127.0.0.1",)]


def test_the_body_goes_to_the_checked_address_under_the_servers_own_name():
    with listening() as there:
        answer = post(f"{URL}?a=1", body=b'{"a": 1}', headers={"X-Id": "7"}, world=there.world())

    head, _blank, body = there.heard[0].partition(b"\r\n\r\n")
    assert (answer.status, answer.body, answer.is_yes) == (200, b"ok", True)
    assert there.dialled == [PUBLIC]
    assert there.names == [NAME]
    assert head.startswith(b"POST /hook?a=1 HTTP/1.1\r\n")
    assert f"\r\nHost: {NAME}\r\n".encode() in head
    assert b"\r\nX-Id: 7" in head
    assert body == b'{"a": 1}'


def test_a_second_address_is_tried_where_the_first_is_dead():
    with listening() as there:

        def dial(address, port, patience_s):
            if address == PUBLIC:
                raise ConnectionRefusedError
            return there.dial(address, port, patience_s)

        world = World(resolve=lambda *_: (PUBLIC, "8.8.8.8"), dial=dial, trust=there.world().trust)
        assert post(URL, body=b"", headers={}, world=world).is_yes


def test_a_redirect_is_an_answer_and_is_not_followed():
    elsewhere = b"HTTP/1.1 302 Found\r\nLocation: https://127.0.0.1/\r\nContent-Length: 0\r\n\r\n"
    with listening(elsewhere) as there:
        answer = post(URL, body=b"", headers={}, world=there.world())

    assert (answer.status, answer.is_yes, len(there.heard)) == (302, False, 1)


def test_a_certificate_nobody_vouches_for_is_not_trusted():
    with listening() as there, pytest.raises(Unreachable):
        post(URL, body=b"", headers={}, world=there.world(trusted=False))

    assert there.heard == []


def test_a_certificate_of_another_name_is_not_trusted():
    with listening() as there, pytest.raises(Unreachable):
        post("https://other.example.org/", body=b"", headers={}, world=there.world())

    assert there.heard == []


def test_an_endless_answer_is_read_up_to_the_limit():
    endless = b"HTTP/1.1 200 OK\r\nContent-Length: 9000000\r\n\r\n" + b"x" * 9_000_000
    with listening(endless) as there:
        answer = post(URL, body=b"", headers={}, world=there.world())

    assert answer.status == 200
    assert len(answer.body) <= MOST_ANSWER


@pytest.mark.parametrize("noise", [b"", b"SSH-2.0-x\r\n", b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 20_000])
def test_an_answer_that_is_no_answer_of_a_web_server_is_nobody_there(noise):
    with listening(noise) as there, pytest.raises(Unreachable):
        post(URL, body=b"", headers={}, world=there.world())


def test_an_answer_that_drips_in_is_given_up_though_every_byte_is_in_time():
    with listening(DRIP) as there, pytest.raises(Unreachable):
        post(URL, body=b"", headers={}, world=there.world(patience_s=0.3))


def test_nobody_listening_is_told_in_words():
    def refused(*_asked):
        raise ConnectionRefusedError

    with pytest.raises(Unreachable, match="did not answer"):
        post(URL, body=b"", headers={}, world=World(resolve=lambda *_: (PUBLIC,), dial=refused))


def test_a_name_that_does_not_exist_is_nobody_there():
    def unknown(*_asked):
        raise socket.gaierror

    with pytest.raises(Unreachable):
        post(URL, body=b"", headers={}, world=World(resolve=unknown))


def test_a_header_that_would_begin_another_is_refused():
    with listening() as there, pytest.raises(NotAllowed):
        post(URL, body=b"", headers={"X-Id": "7\r\nX-More: 8"}, world=there.world())

    assert there.heard == []
