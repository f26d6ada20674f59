"""Why a step comes now: the factors of its score, said with the person's own answers."""

from alongside.core.language import gettext as _
from alongside.core.practices import Practice
from alongside.learn.assess import Profile, Stall
from alongside.learn.library import Resource

_SAID = {
    Stall.NOTICE: lambda: _("You said you do not always notice it in time; this sharpens the eye."),
    Stall.MATTERED: lambda: _("You said you were not sure it mattered; this lets people tell what it does."),
    Stall.MINE: lambda: _("You said it did not seem yours to do; this shows what is in your hands."),
    Stall.KNOW: lambda: _("You said you did not know how; this shows a way."),
    Stall.DARE: lambda: _("You said you did not dare; this makes the first step smaller."),
}


def of_reading(
    profile: Profile, work: Resource, practice: Practice, *, serves: bool, moved: bool
) -> tuple[str, ...]:
    """The reasons for a work, strongest first."""
    reasons = [_("You put it first.")] if moved else []
    reasons.append(_why_practice(profile, practice))
    if serves:
        reasons.append(_SAID[profile.stalls[practice]]())
    if work.perspective:
        reasons.append(_("By people who say that they have lived it."))
    return tuple(reasons)


def of_doing(profile: Profile, practice: Practice, *, helps: bool) -> tuple[str, ...]:
    """The reasons for a scene or an action, strongest first."""
    reasons = [_("One small thing to do this week: that is what stays.")]
    reasons.append(_SAID[profile.stalls[practice]]() if helps else _why_practice(profile, practice))
    return tuple(reasons)


def _why_practice(profile: Profile, practice: Practice) -> str:
    estimate = profile.of(practice)
    named = {"practice": practice.label}
    if not estimate.answered:
        return _("%(practice)s: you have not said yet how it goes for you.") % named
    if not estimate.had_occasion:
        return _("%(practice)s: you had no occasion yet, so this gets you ready for one.") % named
    if estimate.has_room:
        return _("%(practice)s: you said there is room here.") % named
    return _("%(practice)s: you act here already; this goes on from there.") % named
