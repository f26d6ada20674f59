"""The parts of a scene's pages: the note before it, a moment of it, and what there is to say at its end."""

from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.core.grounds import Ground
from alongside.practise import notes
from alongside.practise.choosing import Played
from alongside.practise.feedback import Feedback, comparing_questions, feedback
from alongside.practise.rating import rate
from alongside.practise.render import Moment, members_of, show, words_of
from alongside.practise.scenes import Scene
from alongside.practise.schedule import Rating
from alongside.practise.walk import Setting, State
from alongside.practise.web import shelf
from alongside.practise.web.labels import about_minutes, place_words, role_line
from alongside.practise.web.pages import scene_url
from alongside.practise.web.walks import Walk, sealed_walk
from alongside.web.parts import Button, Choice, ChoiceGroup, Field, Link, PageHead, Passage, Unreviewed

GUIDE: Final = "guides/practise"
MENDING: Final = "when-something-in-it-is-wrong"


def note_parts(scene: Scene, setting: Setting) -> dict[str, object]:
    """The page before a scene: what is in it, who is what to whom, and the way in and out."""
    minutes = about_minutes(shelf.minutes()[scene.id])
    return {
        **_frame(scene, setting),
        "head": PageHead(
            where=f"{_('Practise')} · {place_words(scene.place)} · {minutes}",
            heading=notes.title_of(scene, setting),
            lead=notes.note_line(scene, setting),
        ),
        "setting": setting,
        "standing": f"{role_line(scene.your_role)} {notes.standing_line(scene, setting)}".strip(),
        "begin": Button(label=_("Begin the scene"), id="begin"),
        "own": ChoiceGroup(
            name="own",
            legend=_("How would you like to answer?"),
            choices=(
                Choice(value="", label=_("Choose from what is listed"), chosen=True),
                Choice(
                    value="yes",
                    label=_("In my own words first"),
                    hint=_("You write, then compare by yourself. What you write is not kept."),
                ),
            ),
        ),
        "powers": _powers(scene, setting),
        "casts": _casts(scene, setting),
        "variants": _variants(scene, setting),
        "sources": shelf.sources(scene.sources),
        "roleplay": Link(
            label=_("Play it with two to four people"),
            url=reverse("practise:practise-roleplay", args=(scene.id,)),
            id="to-roleplay",
        ),
        "files": (
            Link(
                label=_("As one page that works without Alongside"),
                url=reverse("practise:practise-scene-page", args=(scene.id,)),
                id="to-page",
            ),
            Link(
                label=_("As a SCORM 1.2 package for a learning system"),
                url=reverse("practise:practise-scene-package", args=(scene.id,)),
                id="to-package",
            ),
        ),
    }


def moment_parts(scene: Scene, walk: Walk, *, words: str | None = None) -> dict[str, object]:
    """A moment that asks: what followed, the person concerned first, then what one can do.

    `words` are the person's own, shown back once beside the listed ones; None where nobody asked for them.
    """
    state = walk.state
    moment = show(scene, state)
    begun = not state.choices
    title = notes.title_of(scene, state.setting)
    return {
        **_frame(scene, state.setting),
        "title": title,
        "step": len(state.choices) + 1,
        "head": PageHead(
            where=notes.standing_line(scene, state.setting) if begun else title,
            heading=title if begun else _("What followed"),
        ),
        "said": _said(moment),
        "passages": passages(scene, state, moment),
        "ask": moment.ask,
        "walk": sealed_walk(scene, walk),
        "write_first": _own_words() if walk.own and words is None else None,
        "show": Button(
            label=_("Show what is listed"), id=f"show-{len(state.choices)}", name="go", value="show"
        ),
        "words": words,
        "questions": comparing_questions() if words is not None else (),
        "ways": tuple(
            Button(
                label=offer.say, id=f"way-{len(state.choices)}-{n}", kind="way", name="choose", value=offer.id
            )
            for n, offer in enumerate(moment.offers, start=1)
        ),
        "back": None if begun else _back(state),
    }


def end_parts(scene: Scene, walk: Walk, *, easy: str) -> dict[str, object]:
    """The end: what followed, the parts in their order, the plan for the week, and other ways to play.

    `easy` is the token of "that was easy", "" where it would change nothing.
    """
    state = walk.state
    found, moment = feedback(scene, state), show(scene, state)
    title = notes.title_of(scene, state.setting)
    return {
        **_frame(scene, state.setting),
        "title": title,
        "step": len(state.choices) + 1,
        "head": PageHead(where=title, heading=_("What followed")),
        "said": _said(moment),
        "passages": passages(scene, state, moment),
        "parts": _feedback_parts(found),
        "ways_listed": found.ways,
        "intention": found.intention,
        "plan_heading": found.parts[-1][0],
        "walk": sealed_walk(scene, walk),
        "back": _back(state),
        "easy": easy,
        "easy_button": Button(label=_("That was easy"), id="was-easy", kind="plain"),
        "again": _again(scene, state.setting),
        "history": [
            Link(label=card.title, url=reverse("learn:learn-card", args=(card.id,)), id=f"history-{card.id}")
            for card in shelf.history(found.history)
        ],
    }


def is_good(state: State) -> bool:
    """Whether "that was easy" would move anything: only a good end can have been easy."""
    return rate(state.totals) is Rating.GOOD


def _feedback_parts(found: Feedback) -> tuple[dict[str, object], ...]:
    """The parts before the plan, in the engine's order. The person's own lines stand in what followed."""
    shown = found.parts[bool(found.person) : -1]
    return tuple(
        {"id": f"part-{n}", "heading": name, "lines": lines} for n, (name, lines) in enumerate(shown, 1)
    )


def unreviewed_part(scene: Scene) -> Unreviewed | None:
    """What stands on every scene that nobody with the experience has checked."""
    if scene.is_reviewed:
        return None
    line = _("Unreviewed: nobody with this experience has checked this scene yet.")
    return unreviewed(line, entry=scene.id, file=f"content/en/scenarios/{scene.id}.toml")


def unreviewed(line: str, *, entry: str, file: str) -> Unreviewed:
    """The line with a way to mend what is wrong."""
    url = f"{reverse('help-page', args=(GUIDE,))}#{MENDING}"
    guide = Link(label=_("How to mend it"), url=url)
    return Unreviewed(line=line, entry=entry, file=file, guide=guide)


def _frame(scene: Scene, setting: Setting) -> dict[str, object]:
    return {
        "scene": scene,
        "unreviewed": unreviewed_part(scene),
        "play_url": reverse("practise:practise-play", args=(scene.id,)),
        "note_url": scene_url(_way(scene, setting)),
        "leave": Link(label=_("Leave it"), url=reverse("practise:practise"), id="leave"),
    }


def _way(scene: Scene, setting: Setting) -> Played:
    return Played(scene.id, setting.power, setting.cast, setting.variant)


def _said(moment: Moment) -> dict[str, str] | None:
    """What was chosen, and the strategies by name: people taught names spoke up more (Forscher 2017)."""
    if not moment.chosen:
        return None
    return {"words": moment.chosen, "named": " ".join(each.told for each in moment.named)}


def passages(scene: Scene, state: State, moment: Moment) -> tuple[Passage, ...]:
    """What happened since the last choice, each with the words of the person concerned."""
    person = words_of(scene, state.setting).get(scene.affected_role, "")
    return tuple(Passage(text=each.text, person=person, words=each.affected) for each in moment.passages)


def _own_words() -> Field:
    return Field(
        name="own",
        label=_("In your own words first"),
        hint=_("What would you say or do? It is shown back to you once, and not kept."),
        rows=3,
        optional=True,
    )


def _back(state: State) -> Button:
    return Button(
        label=_("Go back one step"), id=f"back-{len(state.choices)}", kind="quiet", name="go", value="back"
    )


# -- other ways to play ------------------------------------------------------------------------------------


def _again(scene: Scene, setting: Setting) -> tuple[Link, ...]:
    """The same again, with another say, with other people."""
    way = _way(scene, setting)
    links = [Link(label=_("Begin it again"), url=scene_url(way), id="again")]
    powers = [power.id for power in scene.powers]
    if len(powers) > 1:
        other = way._replace(power=powers[(powers.index(way.power) + 1) % len(powers)])
        standing = notes.standing_line(scene, other.setting)
        label = _("Play it another way: %(standing)s") % {"standing": standing}
        links.append(Link(label=label, url=scene_url(other), id="again-power"))
    if scene.casts > 1:
        other = way._replace(cast=(way.cast + 1) % scene.casts)
        links.append(Link(label=_("Play it with other people"), url=scene_url(other), id="again-cast"))
    if len(scene.variants) > 1:
        ids = scene.variant_ids
        other = way._replace(variant=ids[(ids.index(way.variant) + 1) % len(ids)])
        links.append(Link(label=_("Play it about something else"), url=scene_url(other), id="again-variant"))
    return tuple(links)


def _powers(scene: Scene, setting: Setting) -> ChoiceGroup:
    choices = tuple(
        Choice(
            value=power.id,
            label=notes.standing_line(scene, setting._replace(power=power.id)),
            chosen=power.id == setting.power,
        )
        for power in scene.powers
    )
    return ChoiceGroup(name="power", legend=_("Who is what to whom"), choices=choices)


def _casts(scene: Scene, setting: Setting) -> Field:
    choices = tuple(
        Choice(
            value=str(cast),
            label=", ".join(member.name for member in members_of(scene, cast).values()),
            chosen=cast == setting.cast,
        )
        for cast in range(scene.casts)
    )
    return Field(name="cast", label=_("The people"), choices=choices)


def _ground(id: str) -> str:
    """The ground as people read it; a pack may know one that we do not."""
    return Ground(id).label if id in {each.value for each in Ground} else id


def _variants(scene: Scene, setting: Setting) -> Field | None:
    if not scene.variants:
        return None
    choices = tuple(
        Choice(value=each.id, label=f"{n}. {_ground(each.ground)}", chosen=each.id == setting.variant)
        for n, each in enumerate(scene.variants, start=1)
    )
    return Field(
        name="variant", label=_("What it is about"), hint=_("The same form, another ground."), choices=choices
    )
