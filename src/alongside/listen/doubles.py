"""Two labels that may be one person: until somebody says, the one that never spoke is not counted.

A second device on the roster ("Paul (iPad)") would else be a person who said nothing: a false charge of
silence.
"""

from array import array
from dataclasses import replace

from alongside.listen.conversation import UNATTRIBUTED, Conversation


def without_doubles(c: Conversation) -> Conversation:
    """The conversation without the people who look like somebody else there and have no utterance.

    Where neither of a pair spoke, the later one goes. What a person wrote in the chat moves to their
    look-alike.
    """
    index = {person.label: at for at, person in enumerate(c.people)}
    spoke = set(c.columns.speaker)
    same: dict[int, int] = {}
    for one, other in c.alias_offers:
        pair = sorted((index[one], index[other])) if one in index and other in index else []
        silent = [at for at in pair if at not in spoke and at not in same]
        if silent:
            same[silent[-1]] = next(at for at in pair if at != silent[-1])
    if not same:
        return c
    kept = [at for at in range(len(c.people)) if at not in same]
    new = {old: at for at, old in enumerate(kept)}
    speaker = array("i", [new.get(at, UNATTRIBUTED) for at in c.columns.speaker])
    return replace(
        c,
        people=tuple(c.people[at] for at in kept),
        columns=replace(c.columns, speaker=speaker),
        chat=tuple(
            replace(line, speaker=new.get(same.get(line.speaker, line.speaker), UNATTRIBUTED))
            for line in c.chat
        ),
    )
