"""Writing, changing and deleting posts."""

from datetime import datetime
from uuid import UUID

from alongside.include import posts
from alongside.include.charter import RETENTION_DAYS
from alongside.include.posts import Draft
from alongside.include.web.models import Post
from alongside.web.belonging import membership_of
from alongside.web.keeper import append_to_trail
from alongside.web.models import CharterVersion, Circle, Member
from alongside.web.policy import require
from alongside.web.writing import writing


def write(member: Member, circle: Circle, draft: Draft, *, id: UUID, now: datetime) -> Post:
    """Write a post. Sent twice, it is there once. Raises Refused."""
    require(member, "circle.write", circle)
    days = retention(circle)
    checked = posts.check(draft, retention_days=days)
    with writing():
        post, _new = Post.objects.get_or_create(
            pk=id,
            defaults={
                "circle": circle,
                "author": membership_of(member, circle),
                "text": checked.text,
                "note": checked.note,
                "written": now,
                "last_day": posts.last_day(now.date(), days=checked.days, retention_days=days),
            },
        )
        append_to_trail("post.write", actor=member, today=now.date())
    return post


def change(member: Member, post: Post, *, text: str, note: str, now: datetime) -> None:
    """Change one's own words; the day on which they go stays. Raises Refused."""
    require(member, "post.own", post)
    require(member, "circle.write", post)
    days = retention(post.circle)
    checked = posts.check(Draft(text=text, note=note), retention_days=days)
    with writing():
        if (checked.text, checked.note) != (post.text, post.note):
            Post.objects.filter(pk=post.pk).update(text=checked.text, note=checked.note, edited=True)
        append_to_trail("post.change", actor=member, today=now.date())


def delete(member: Member, post: Post, *, now: datetime) -> None:
    """Delete one's own words, also where one can no longer write."""
    require(member, "post.own", post)
    with writing():
        Post.objects.filter(pk=post.pk).delete()
        append_to_trail("post.delete", actor=member, today=now.date())


def retention(circle: Circle) -> int:
    """For how many days posts may stay, as the charter says now."""
    newest = CharterVersion.objects.filter(circle=circle).order_by("-number")
    return newest.values_list("retention_days", flat=True).first() or RETENTION_DAYS[0]
