"""Posts."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class Post(models.Model):
    """Something written in a circle. `author` is empty where somebody left and let their words stay."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    circle = models.ForeignKey("web.Circle", on_delete=models.CASCADE, related_name="posts")
    author = models.ForeignKey("web.Membership", null=True, on_delete=models.CASCADE, related_name="posts")
    text = models.TextField(_("text"))
    note = models.CharField(_("content note"), max_length=120, blank=True)
    written = models.DateTimeField()  # for the order; pages show the day
    last_day = models.DateField()
    edited = models.BooleanField(default=False)

    class Meta:
        """Read by circle in the order of writing, and dropped by their last day."""

        indexes = [
            models.Index(fields=["circle", "-written"], name="posts_of_a_circle"),
            models.Index(fields=["last_day"], name="posts_that_end"),
        ]

    def __str__(self) -> str:
        """The random id: nobody's words belong in a log."""
        return str(self.id)
