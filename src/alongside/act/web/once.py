"""Sending a form twice makes one thing: the form carries the id of what it makes."""

from collections.abc import Iterable
from uuid import UUID, uuid4

from alongside.act.diary import Diary
from alongside.web.answers import Answers


def form_id(answers: Answers, held: Diary, *, kind: Iterable[UUID]) -> tuple[UUID, bool]:
    """The id for what the form makes, and whether one of its `kind` has it already: the form was sent before.

    An id that belongs to an entry of another kind is never taken: a new one is given instead.
    """
    id_, same = answers.fresh_id(), set(kind)
    taken = {held.profile_id, *(each.id for each in held.acts), *(each.id for each in held.commitments)}
    taken |= {*(each.id for each in held.away), *(each.id for each in held.reflections)}
    if id_ not in same and id_ in taken | {each.id for each in held.choices}:
        return uuid4(), False
    return id_, id_ in same
