"""Static files: hashed and compressed once collected; plain, straight from the package, until then."""

from django.core.files.storage import FileSystemStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage


class CollectedOrPlain(CompressedManifestStaticFilesStorage):
    """The manifest storage that also works before anything was collected."""

    def url(self, name: str | None, force: bool = False) -> str:
        """The hashed address where there is a manifest, else the plain one."""
        if not self.hashed_files:
            return FileSystemStorage.url(self, name)
        return str(super().url(name, force))
