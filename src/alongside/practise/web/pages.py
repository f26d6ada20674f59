"""The parts of the pages that lead to something to practise: what is next, all scenes, what comes back."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.core.practices import Practice
from alongside.practise.choosing import Played
from alongside.practise.finding_scenes import Wish, fitting, near, power_for
from alongside.practise.notes import note_line, standing_line, title_of, unreviewed_list_line
from alongside.practise.scenes import Scene
from alongside.practise.walk import start
from alongside.practise.web import shelf
from alongside.practise.web.labels import (
    NOTICE,
    about_minutes,
    day_words,
    place_words,
    places,
    roles,
    skill_words,
)
from alongside.practise.web.queries import Next, Waiting
from alongside.web.parts import Button, Choice, Empty, Field, Item, Link, Offer, PageHead, Turn

MINUTES: Final = (2, 5, 10)
"""How long somebody may have (our choice)."""
USUAL: Final = 5


def practise_parts(
    found: Sequence[Next], *, minutes: int, one_more: Next | None = None, enough: bool = False
) -> dict[str, object]:
    """The page Practise: one thing to do, then the other doors. `enough`: the five minutes are over."""
    first = found[0] if found else one_more
    return {
        "head": PageHead(
            heading=_("Practise"),
            lead=_(
                "Rehearse a moment before it comes. "
                "What you choose here is not kept; only the day it comes back is."
            ),
        ),
        "turns": tuple(_turn(each, minutes) for each in MINUTES),
        "before_next": "" if found or not first else _before_one_more(enough=enough, minutes=minutes),
        "next": offer_of(first, minutes=minutes) if first else None,
        "beside": tuple(_beside(each, minutes=minutes) for each in found[1:]),
        "nothing": None if first else _nothing(),
        "ways": _ways(minutes),
    }


def offer_of(found: Next, *, minutes: int) -> Offer:
    """One thing to practise, with the way to it."""
    kicker = f"{_occasion(found)} · {about_minutes(found.minutes)}"
    if found.scene and found.way:
        scene, setting = found.scene, found.way.setting
        return Offer(
            kicker=kicker,
            title=title_of(scene, setting),
            text=f"{note_line(scene, setting)} {standing_line(scene, setting)}",
            link=Link(label=_("Go to the scene"), url=scene_url(found.way), id="next-thing"),
        )
    return _drill_offer(found, kicker=kicker, minutes=minutes)


def _occasion(found: Next) -> str:
    if not found.returns:
        return _("Something new")
    return _("One more") if found.beyond else _("It comes back today")


def _drill_offer(found: Next, *, kicker: str, minutes: int) -> Offer:
    lead, _dot, place = found.skill.partition(".")
    if lead == NOTICE:
        url = f"{reverse('practise:practise-notice')}?minutes={min(minutes, USUAL)}"
        return Offer(
            kicker=kicker,
            title=_("Is there something in it?"),
            text=_("A few short exchanges. Some are ordinary talk, so “no” is often right."),
            link=Link(label=_("Look at the first"), url=url, id="next-thing"),
        )
    return Offer(
        kicker=kicker,
        title=_("You are told that something hurt"),
        text=_("Write what you would answer, and see what your answer holds."),
        link=Link(
            label=_("Read what happened"),
            url=f"{reverse('practise:practise-correct')}?place={place}",
            id="next-thing",
        ),
    )


def scene_url(way: Played) -> str:
    """The page of a scene, in one setting. It says who plays, and nothing that anybody chose."""
    query = QueryDict(mutable=True)
    query.update({"power": way.power, "cast": str(way.cast), "variant": way.variant})
    return f"{reverse('practise:practise-scene', args=(way.scene,))}?{query.urlencode()}"


def _turn(minutes: int, current: int) -> Turn:
    return Turn(
        label=_("%(count)d minutes") % {"count": minutes},
        url=f"{reverse('practise:practise')}?minutes={minutes}",
        id=f"minutes-{minutes}",
        current=minutes == current,
    )


def _beside(found: Next, *, minutes: int) -> Item:
    offer = offer_of(found, minutes=minutes)
    link = Link(label=offer.link.label, url=offer.link.url, id=f"next-{found.skill.replace('.', '-')}")
    return Item(title=offer.title, text=offer.kicker, actions=(link,))


def _before_one_more(*, enough: bool, minutes: int) -> str:
    if enough:
        return _("You did a good deal today. If you would like one more:")
    return _("Nothing that fits into %(count)d minutes is due. If you would like one all the same:") % {
        "count": minutes
    }


def _nothing() -> Empty:
    browse = Link(label=_("Look through the scenes"), url=reverse("practise:practise-scenes"), id="to-scenes")
    return Empty(
        title=_("Nothing to practise with yet"),
        text=_("Scenes and drills come with Alongside, and with packs that you install."),
        action=browse,
    )


def _ways(minutes: int) -> tuple[Item, ...]:
    def item(title: str, text: str, label: str, name: str, query: str = "") -> Item:
        link = Link(label=label, url=f"{reverse(name)}{query}", id=f"to-{name.partition(':')[2]}")
        return Item(title=title, text=text, actions=(link,))

    return (
        item(
            _("Notice"),
            _("Short exchanges: is there something in it? Often the answer is no."),
            _("Begin to notice"),
            "practise:practise-notice",
            f"?minutes={minutes}",
        ),
        item(
            _("Be told, and answer"),
            _("Somebody says that something hurt. Write your answer, and write it again."),
            _("Practise an answer"),
            "practise:practise-correct",
        ),
        item(
            _("Choose a scene"),
            _("By place, by your role, or by practice. You see what each choice does."),
            _("Look through the scenes"),
            "practise:practise-scenes",
        ),
        item(
            _("With others"),
            _("A scene on the wall for a group, or a sheet to play with two to four people."),
            _("Plan a session"),
            "practise:practise-group",
        ),
    )


# -- the list of scenes ------------------------------------------------------------------------------------


def scenes_parts(scenes: Sequence[Scene], wish: Wish) -> dict[str, object]:
    """Every scene that fits, or that nearly does, as a calm list with its content note."""
    found = fitting(scenes, wish)
    shown = found or near(scenes, wish)
    everything = Link(label=_("Show all scenes"), url=reverse("practise:practise-scenes"), id="all-scenes")
    return {
        "head": PageHead(
            where=_("Practise"),
            heading=_("Choose a scene"),
            lead=_("A few minutes each. Every one begins with a note on what is in it."),
        ),
        "filters": _filters({"place": wish.place, "role": wish.role, "practice": wish.practice}),
        "button": Button(label=_("Show these"), id="filter", kind="plain"),
        "close": "" if found else _("Nothing fits all of that. Close:"),
        "standing": unreviewed_list_line(shown),
        "rows": tuple(_row(scene, wish) for scene in shown),
        "empty": Empty(
            title=_("No scene fits that"), text=_("There are others, for other places."), action=everything
        ),
        "all": everything if len(shown) < len(scenes) else None,
    }


def _filters(wanted: Mapping[str, str]) -> tuple[Field, ...]:
    practices = {each.value: each.label for each in Practice}
    return (
        _filter("place", _("Where"), places(), _("Anywhere"), wanted),
        _filter("role", _("You are"), roles(), _("Anybody"), wanted),
        _filter("practice", _("To practise"), practices, _("Anything"), wanted),
    )


def _filter(name: str, label: str, words: Mapping[str, str], every: str, wanted: Mapping[str, str]) -> Field:
    chosen = wanted.get(name, "")
    options = ((value, text) for value, text in words.items())
    choices = (
        Choice(value="", label=every, chosen=not chosen),
        *(Choice(value=value, label=text, chosen=value == chosen) for value, text in options),
    )
    return Field(name=name, label=label, choices=choices)


def _row(scene: Scene, wish: Wish) -> dict[str, object]:
    power = power_for(scene, wish.role)
    setting = start(scene, power=power or None).setting
    url = reverse("practise:practise-scene", args=(scene.id,))
    return {
        "id": scene.id,
        "title": title_of(scene, setting),
        "url": f"{url}?{urlencode({'power': power})}" if power else url,
        "under": " · ".join(_facts(scene)),
        "note": note_line(scene, setting),
    }


def _facts(scene: Scene) -> tuple[str, ...]:
    reviewed = (_("reviewed"),) if scene.is_reviewed else ()
    about = about_minutes(shelf.minutes()[scene.id])
    return (place_words(scene.place), scene.practice.label, about, *reviewed)


# -- what comes back ---------------------------------------------------------------------------------------


def due_parts(held: Sequence[Waiting], *, today: date) -> dict[str, object]:
    """What was practised, and when it comes back, in plain words."""
    return {
        "head": PageHead(
            where=_("Practise"),
            heading=_("What comes back"),
            lead=_("What you practised returns after days, then weeks. Nothing piles up: it waits for you."),
        ),
        "items": tuple(
            Item(title=skill_words(each.skill), text=_when(each.day, today=today)) for each in held
        ),
        "empty": Empty(
            title=_("Nothing comes back yet"),
            text=_(
                "Finish a scene or a drill, and it returns with other people, when you may have forgotten it."
            ),
            example=_("“Amplify: credit aloud. It comes back on 14 March.”"),
            action=Link(label=_("Practise something"), url=reverse("practise:practise"), id="to-practise"),
        ),
        "forget": Button(label=_("Forget all of it"), id="forget-schedule", kind="stop"),
    }


def _when(day: date, *, today: date) -> str:
    if day <= today:
        return _("It is ready when you are.")
    return _("It comes back on %(day)s.") % {"day": day_words(day)}
