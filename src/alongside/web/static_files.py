"""Static files: hashed and compressed once collected; plain, straight from the package, until then."""

from functools import cached_property

from django.core.files.storage import FileSystemStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage


class CollectedOrPlain(CompressedManifestStaticFilesStorage):
    """The manifest storage that also works before anything was collected."""

    @cached_property
    def _found(self) -> dict[str | None, str]:
        """The addresses asked for so far."""
        return {}

    def url(self, name: str | None, force: bool = False) -> str:
        """The hashed address where there is a manifest, else the plain one."""
        if not self.hashed_files:
            return FileSystemStorage.url(self, name)
        # Every page asks for the same few, and what was collected stays while the server runs.
        if name not in self._found:
            self._found[name] = str(super().url(name, force))
        return self._found[name]

    def save_manifest(self) -> None:
        """What was collected anew has new addresses."""
        super().save_manifest()
        self._found.clear()
