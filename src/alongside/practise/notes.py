"""Sentences that stand beside every scene, on the screen and on paper."""

from collections.abc import Sequence

from alongside.core.language import gettext as _
from alongside.practise.render import fill, words_of
from alongside.practise.scenes import SPEAKER, PowerSetting, Scene
from alongside.practise.walk import Setting


def unreviewed_line(scene: Scene) -> str:
    """What stands on every scene that nobody with the experience has checked; "" where somebody has."""
    if scene.is_reviewed:
        return ""
    return _(
        "Unreviewed: nobody with this experience has checked this scene yet. If something is wrong with it, "
        "tell whoever gave you Alongside, with its id: %(id)s."
    ) % {"id": scene.id}


def unreviewed_list_line(scenes: Sequence[Scene]) -> str:
    """What stands once above a list of scenes; "" where all of them were checked."""
    if all(scene.is_reviewed for scene in scenes):
        return ""
    if any(scene.is_reviewed for scene in scenes):
        return _("Where it does not say “reviewed”, nobody with that experience has checked the scene yet.")
    return _("Unreviewed: nobody with that experience has checked these scenes yet.")


def not_kept_line() -> str:
    """Said once, before the first choice."""
    return _("What you choose here is not kept.")


def standing_line(scene: Scene, setting: Setting) -> str:
    """Who is what to whom in this setting."""
    words = words_of(scene, setting)
    power = next(each for each in scene.powers if each.id == setting.power)
    return " ".join(_begun(fill(line, words)) for line in standing_templates(scene, power))


def standing_templates(scene: Scene, power: PowerSetting) -> tuple[str, ...]:
    """The sentences of `standing_line` with their placeholders."""
    first = _is(SPEAKER, power.speaker) if SPEAKER in scene.cast else _you_are(power.speaker)
    return (first, _is(scene.affected_role, power.affected)) if scene.affected_role else (first,)


def _is(role: str, standing: str) -> str:
    return _("%(name)s is %(standing)s.") % {"name": f"{{{role}}}", "standing": standing}


def _you_are(standing: str) -> str:
    """Where nobody else did it, you did: the standing of whoever did it is yours."""
    return _("You are %(standing)s.") % {"standing": standing}


def _begun(sentence: str) -> str:
    """The sentence with a capital: not every name is one ("the man with the can")."""
    return f"{sentence[:1].upper()}{sentence[1:]}"


def note_line(scene: Scene, setting: Setting) -> str:
    """The content note."""
    return fill(scene.note, words_of(scene, setting))


def title_of(scene: Scene, setting: Setting) -> str:
    """The title with its words."""
    return fill(scene.title, words_of(scene, setting))


def place_label(place: str) -> str:
    """Where a scene happens, in words."""
    labels = {
        "work": _("at work"),
        "school": _("at school or college"),
        "online": _("online"),
        "public": _("in public"),
        "family": _("in the family"),
    }
    return labels.get(place, place)


def role_label(role: str) -> str:
    """Who you are in a scene, in words."""
    labels = {
        "witness": _("you see it happen"),
        "peer": _("you are one of them"),
        "target-friend": _("it happens to your friend"),
        "actor": _("you did it yourself"),
        "chair": _("you chair"),
    }
    return labels.get(role, role)
