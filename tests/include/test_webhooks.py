"""A message can be shown to come from us, and to be fresh; and nothing else can.

The signatures were made with OpenSSL, not with our code:
printf '%s.%s.%s' "$id" "$stamp" "$body" | openssl dgst -sha256 -mac HMAC -macopt hexkey:$key -binary | base64
"""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.include.webhooks import PREFIX, BadKey, Forged, Key, sign, verify

SPEC = Key.read("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
FIRST = Key(b"alongside test key number one!!!")
NEXT = Key(b"the key that comes after it.")
VECTORS = [
    # the example that the specification's own libraries are tested with
    (
        SPEC,
        "msg_p5jXN8AQM9LWM0D4loKWxJek",
        1614265330,
        '{"test": 2432232314}',
        "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    ),
    (FIRST, "a", 0, "", "4+TzK8rfcgP1xtA7q6R3tLF0TkQ64GGdYf6m7HskO70="),
    (FIRST, "a", 0, "{}", "TMPpdG2xGpYlWhPbs5PLMw2jaFMbSDv4Q4PdMHg5i6k="),
    (
        FIRST,
        "msg_1",
        1767225600,
        '{"type":"event.published"}',
        "U1j9tLUsesPfpzBD43CfgNjeb1YPZMBIV0jeIIUlmCg=",
    ),
    (
        NEXT,
        "msg_1",
        1767225600,
        '{"type":"event.published"}',
        "oqCLHq9LzElwj02PXrBBrkjrgnkwsNDIJpY+XgJ38IM=",
    ),
    (
        FIRST,
        "msg_1",
        1767225601,
        '{"type":"event.published"}',
        "yqd448EwXfA8DgExB8JZmYs2mssGcmX0JYW5T5OIPGE=",
    ),
    (
        FIRST,
        "msg_2",
        1767225600,
        '{"type":"event.published"}',
        "LgogP6KEix3OnpvsUjLyTzMt+Rv+VxwHsKlWVKPP5eQ=",
    ),
    (Key(bytes(24)), "msg_3", 1767225600, "x", "XKsTIHy49HgTqnIeNEKlKWth0oN0YC5HbcUDBP58MLU="),
    (Key(b"\xff" * 64), "msg_4", 1767225600, "y", "di8F6pQti8S7M1hgzq4xvKQLDNFMR5bXVqnEKsGsn9c="),
    (
        NEXT,
        "7f3e2c1a-0000-4000-8000-000000000001",
        1790000000,
        '{"text":"Żółć 你好 🌍"}',
        "VOq0UmZN/tuv6zjvc4QNSQyehhWqMeNl8DTJpSBY6c4=",
    ),
    (FIRST, "a.b", 1, "c.d", "c8ZNH8wsNZl8f+kh+w7VOuvYI4nj41H0cbYSZQ1kDgE="),
]
SENT = datetime(2026, 1, 1, tzinfo=UTC)
BODY = b'{"type":"event.published"}'


def headers_of(*keys: Key, body: bytes = BODY) -> dict[str, str]:
    return sign(body, id="msg_1", at=SENT, keys=keys)


@pytest.mark.parametrize(("key", "id", "stamp", "body", "signature"), VECTORS)
def test_a_signature_is_the_one_openssl_makes(key, id, stamp, body, signature):
    at = datetime.fromtimestamp(stamp, UTC)

    headers = sign(body.encode(), id=id, at=at, keys=[key])

    assert headers == {
        "webhook-id": id,
        "webhook-timestamp": str(stamp),
        "webhook-signature": f"v1,{signature}",
    }
    verify(body.encode(), headers, now=at, keys=[key])


@pytest.mark.parametrize("changed", ["webhook-id", "webhook-timestamp", "webhook-signature"])
def test_a_message_with_one_header_changed_or_gone_is_not_taken(changed):
    headers = headers_of(FIRST)
    other = {"webhook-id": "msg_2", "webhook-timestamp": "1767225601", "webhook-signature": "v1,AAAA"}

    for wrong in ({**headers, changed: other[changed]}, {**headers, changed: ""}, {**headers, changed: "ü"}):
        with pytest.raises(Forged):
            verify(BODY, wrong, now=SENT, keys=[FIRST])


def test_a_changed_body_is_not_taken():
    with pytest.raises(Forged):
        verify(BODY + b" ", headers_of(FIRST), now=SENT, keys=[FIRST])


def test_another_version_of_signature_is_not_taken():
    headers = headers_of(FIRST)
    headers["webhook-signature"] = headers["webhook-signature"].replace("v1,", "v1a,")

    with pytest.raises(Forged):
        verify(BODY, headers, now=SENT, keys=[FIRST])


@pytest.mark.parametrize("late_s", [-301, 301, 86_400])
def test_a_message_of_other_five_minutes_is_not_taken(late_s):
    with pytest.raises(Forged):
        verify(BODY, headers_of(FIRST), now=SENT + timedelta(seconds=late_s), keys=[FIRST])


@pytest.mark.parametrize("late_s", [-300, 0, 300])
def test_a_message_of_these_five_minutes_is_taken(late_s):
    verify(BODY, headers_of(FIRST), now=SENT + timedelta(seconds=late_s), keys=[FIRST])


def test_while_a_key_is_replaced_either_key_opens_the_message():
    headers = headers_of(NEXT, FIRST)

    verify(BODY, headers, now=SENT, keys=[FIRST])
    verify(BODY, headers, now=SENT, keys=[NEXT])
    verify(BODY, headers_of(FIRST), now=SENT, keys=[NEXT, FIRST])


def test_once_the_old_key_is_gone_it_opens_nothing():
    with pytest.raises(Forged):
        verify(BODY, headers_of(NEXT), now=SENT, keys=[FIRST])


@pytest.mark.parametrize("text", ["", "whsec_", "whsec_AAAA", "whsec_*", "whsec_ü", PREFIX + "A" * 88])
def test_a_text_that_is_no_key_is_refused(text):
    with pytest.raises(BadKey):
        Key.read(text)


def test_a_key_does_not_show_itself():
    assert "alongside test" not in repr(FIRST)
    assert FIRST.write().removeprefix(PREFIX) not in repr(FIRST)


@given(st.binary(min_size=24, max_size=64), st.binary(max_size=300))
def test_a_key_survives_writing_and_reading_and_opens_what_it_signed(secret, body):
    key = Key.read(Key(secret).write())

    verify(body, headers_of(key, body=body), now=SENT, keys=[Key(secret)])
