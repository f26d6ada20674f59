"""News reads the same wherever it is told, and nothing in it acts by itself."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.include.posters import MASTODON_MOST, Kind, News, Service, body_for, headers_for

AT = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
URL = "https://circles.example.org/events/7/"
NEWS = News(kind=Kind.EVENT, title="Lunch & listening", text="Friday, 12:00. Step-free.", url=URL)
CHATS = [service for service in Service if service is not Service.WEBHOOK]


def told(service: Service, news: News = NEWS) -> dict:
    return json.loads(body_for(service, news, at=AT))


def spoken(service: Service, news: News) -> str:
    """All that a person would read there."""
    return json.dumps(told(service, news), ensure_ascii=False)


@pytest.mark.parametrize("service", [Service.MATTERMOST, Service.ZULIP, Service.MASTODON, Service.TEAMS])
@pytest.mark.parametrize("ring", ["@channel", "@all", "@here", "@**all**", "@someone@elsewhere.example"])
def test_no_word_in_the_news_rings_everybody(service, ring):
    news = News(kind=Kind.EVENT, title=ring, text=f"Come {ring} now", url=URL)

    assert "@a" not in spoken(service, news)
    assert "@c" not in spoken(service, news)
    assert "@h" not in spoken(service, news)
    assert "@s" not in spoken(service, news)
    assert "@*" not in spoken(service, news)


def test_slack_sees_no_command_in_the_news():
    text = told(
        Service.SLACK, News(kind=Kind.EVENT, title="<!channel>", text="<@U1> & <http://x|y>", url=URL)
    )

    # < and > and & are the only signs that mean anything to Slack; what is left of them is our one link
    assert text["text"] == (f"*<{URL}|&lt;!channel&gt;>*\n&lt;@U1&gt; &amp; &lt;http://x|y&gt;")


def test_a_title_stays_on_its_line():
    news = News(kind=Kind.EVENT, title="One\n# two", text="x", url=URL)

    assert told(Service.MATTERMOST, news)["text"].splitlines()[0] == rf"**[One \# two]({URL})**"


def test_slack_is_told_title_text_and_link():
    assert told(Service.SLACK) == {
        "text": f"*<{URL}|Lunch &amp; listening>*\nFriday, 12:00. Step-free.",
        "unfurl_links": False,
        "unfurl_media": False,
    }


def test_teams_is_told_by_an_adaptive_card():
    (attachment,) = told(Service.TEAMS)["attachments"]

    assert attachment["contentType"] == "application/vnd.microsoft.card.adaptive"
    assert [block["text"] for block in attachment["content"]["body"]] == [
        "Lunch & listening",
        "Friday, 12:00. Step-free.",
    ]
    assert attachment["content"]["actions"] == [
        {"type": "Action.OpenUrl", "title": "Open the page", "url": URL}
    ]


def test_mattermost_reads_markdown_that_shows_what_was_written():
    news = News(kind=Kind.EVENT, title="A [link](x)", text="*not bold*", url=URL)

    assert told(Service.MATTERMOST, news) == {"text": f"**[A \\[link\\]\\(x\\)]({URL})**\n\\*not bold\\*"}


def test_zulip_is_told_in_plain_words():
    assert told(Service.ZULIP) == {"text": f"Lunch &amp; listening\nFriday, 12:00. Step-free.\n{URL}"}


def test_mastodon_is_told_in_public_with_the_link_last():
    assert told(Service.MASTODON) == {
        "status": f"Lunch & listening\n\nFriday, 12:00. Step-free.\n\n{URL}",
        "visibility": "public",
        "language": "en",
    }


def test_a_program_is_told_in_the_manner_of_the_specification():
    assert told(Service.WEBHOOK) == {
        "type": "event.published",
        "timestamp": "2026-03-04T09:30:00Z",
        "data": {
            "title": "Lunch & listening",
            "text": "Friday, 12:00. Step-free.",
            "url": URL,
            "language": "en",
        },
    }


@pytest.mark.parametrize("service", list(Service))
def test_telling_it_again_bears_the_same_name(service):
    assert headers_for(service, id="7")["Idempotency-Key"] == "7"


def test_the_token_goes_to_mastodon_alone():
    word = "t0ken"
    with_token = [service for service in Service if word in str(headers_for(service, id="7", token=word))]

    assert with_token == [Service.MASTODON]


@given(st.text(max_size=3000), st.text(max_size=3000))
def test_a_post_fits_however_long_the_news(title, text):
    status = told(Service.MASTODON, News(kind=Kind.EVENT, title=title, text=text, url=URL))["status"]

    # Mastodon counts a link as 23 signs
    assert len(status) - len(URL) + 23 <= MASTODON_MOST
    assert status.endswith(f"\n\n{URL}")


@given(st.sampled_from(CHATS), st.text(max_size=300), st.text(max_size=300))
def test_whatever_is_written_is_told_as_json_with_the_link_whole(service, title, text):
    assert URL in spoken(service, News(kind=Kind.EVENT, title=title, text=text, url=URL))
