"""The vault of a member in a community: which key is theirs, and the slots that open it."""

from django.db import models


class Vault(models.Model):
    """That a member has a vault, and the random id of its key."""

    member = models.OneToOneField("web.Member", on_delete=models.CASCADE, related_name="vault")
    key_id = models.BinaryField(max_length=16)

    def __str__(self) -> str:
        """Nothing that tells whose it is."""
        return "vault"


class VaultSlot(models.Model):
    """The data key wrapped under one secret: a passphrase, or the recovery code."""

    vault = models.ForeignKey(Vault, on_delete=models.CASCADE, related_name="slots")
    kind = models.CharField(max_length=12)
    parameters = models.JSONField()
    salt = models.BinaryField(max_length=16)
    box = models.BinaryField()

    class Meta:
        """One slot of a kind."""

        constraints = [models.UniqueConstraint(fields=["vault", "kind"], name="one_slot_of_a_kind")]

    def __str__(self) -> str:
        """Which secret opens it."""
        return self.kind
