"""What is said at the end of a walk, always in one order, and never as a mark.

First what it was like for the person concerned, in the scene's own words; then what it cost you, one thing
done, another way in one sentence, and an if-then for this week. What is not known is left out. Limits: what
it cost is as coarse as the two totals behind it.
"""

from dataclasses import dataclass

from alongside.core.intentions import Intention
from alongside.core.language import gettext as _
from alongside.practise.paths import best
from alongside.practise.render import Words, fill, words_of
from alongside.practise.scenes import SPEAKER, Choice, Refused, Scene, Totals
from alongside.practise.strategies import Strategy
from alongside.practise.walk import State, made

_NOT_DONE = frozenset({Strategy.NONE, Strategy.DEFEND})


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """The five parts in the order in which they are shown; one without a word is left out.

    `person` are the words of the person concerned. `cost` is "" where nothing is known of it. `ways` are
    things to say that were not chosen. `intention` can become a commitment in one step. `history` are the ids
    of the history cards that stand behind the scene.
    """

    person: tuple[str, ...]
    cost: str
    done: str
    another_way: str
    intention: Intention
    ways: tuple[str, ...] = ()
    history: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The parts with their headings, in order."""
        said = (
            self.person,
            (self.cost,) if self.cost else (),
            (self.done,),
            (self.another_way,),
            (self.intention.sentence,),
        )
        return tuple((name, lines) for name, lines in zip(headings(), said, strict=True) if lines)


def headings() -> tuple[str, ...]:
    """What stands over the five parts, in order."""
    return (
        _("For the person it was about"),
        _("What it cost you"),
        _("One thing you did"),
        _("Another way"),
        _("For this week"),
    )


def feedback(scene: Scene, state: State) -> Feedback:
    """What there is to say about a walk that has come to its end. Raises Refused before that."""
    end = scene.nodes[state.node]
    if not end.end or end.intention is None:
        raise Refused("", _("the scene is not over."), _("Go on to its end, or leave it."))
    words = words_of(scene, state.setting)
    affected = [fill(scene.nodes[name].affected, words) for name in state.passed]
    chosen = [choice for _node, choice in made(scene, state)]
    taken = {choice.id for choice in chosen}
    others = (scene.choice(name) for name in end.another_way if name not in taken)
    return Feedback(
        person=tuple(line for line in affected if line),
        cost=fill(cost_of(scene, state.totals), words),
        done=_done(chosen, state.setting.power, words),
        another_way=fill(end.consider, words),
        intention=end.intention,
        ways=tuple(fill(other.say, words) for other in others if other),
        history=scene.cards,
    )


def cost_of(scene: Scene, totals: Totals) -> str:
    """What it cost you, with places for names; "" where nothing is known of it."""
    known = []
    if totals.relation < 0:
        known.append(_harder(scene))
    if totals.risk > 0:
        known.append(_("You took a risk of your own."))
    return " ".join(known)


def _harder(scene: Scene) -> str:
    if SPEAKER not in scene.cast:
        return _("It got harder between you and somebody there.")
    return _("It got harder between you and %(name)s.") % {"name": f"{{{SPEAKER}}}"}


def comparing_questions() -> tuple[str, ...]:
    """Six questions for holding one's own words beside the listed ones. Nobody answers but the person."""
    return (
        _("Is everybody safe if you say this, you too?"),
        _("Does the person it is about keep the choice?"),
        _("Does it name what was done, and not what somebody is?"),
        _("Is it short and clear enough to be heard?"),
        _("Does it fit the place, and who has power there?"),
        _("What will you do afterwards?"),
    )


def _done(chosen: list[Choice], power: str, words: Words) -> str:
    """The choice that gave the person most, with its strategy in plain words."""
    gave = [choice for choice in chosen if best(choice.effects_under(power)) > 0]
    if not gave:
        return stayed_line()
    most = max(gave, key=lambda choice: best(choice.effects_under(power)))
    return done_words() % {"say": fill(most.say, words), "meanings": meanings_of(most)}


def stayed_line() -> str:
    """One thing done where no choice gave the person anything."""
    return _("You stayed to the end and saw what followed. You can still go to the person now.")


def done_words() -> str:
    """How the choice that gave most is told, with places for it and for what it means."""
    return _("“%(say)s” %(meanings)s")


def meanings_of(choice: Choice) -> str:
    """What somebody did who chose it, in plain words."""
    named = [each for each in choice.strategies if each not in _NOT_DONE] or choice.strategies
    return " ".join(strategy.told for strategy in named)
