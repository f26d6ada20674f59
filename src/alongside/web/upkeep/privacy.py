"""`doctor --privacy`: what is kept and why, what leaves the machine, and a planted text that nobody may find.

Limits: the planted text goes into a copy of the database, so that yours is not touched. It shows that the
sealing works as installed; it cannot show what changed code would do.
"""

import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from secrets import token_hex
from uuid import uuid4

from django.conf import settings

from alongside.core.clock import today
from alongside.core.deeds import Deed, Entry
from alongside.core.folder import data_folder, database_file
from alongside.core.language import gettext as _
from alongside.core.ledger import Ledger, NotReady
from alongside.core.problems import Trouble
from alongside.core.vault import Unlocked
from alongside.web.upkeep import databases, registry
from alongside.web.upkeep.backup import FOLDER, backups_in
from alongside.web.upkeep.checks import Check, attend, fine, stop
from alongside.web.upkeep.scanner import clothings_found


def privacy(*, community: bool) -> Iterator[Check]:
    """The registry, the ways out, the key, and the planted text."""
    yield _registry()
    yield _sealed()
    yield ways_out(community=community)
    yield key_apart(data_folder())
    yield _planted()


def _registry() -> Check:
    about, missing = _("Registry"), registry.unexplained()
    if missing:
        why = _("nothing says why %(field)s is kept.") % {"field": missing[0]}
        return stop(about, why, _("Remove what you added to the program, or add its row to privacy.toml."))
    return fine(about, _("each of %(count)d fields says why it is kept.") % {"count": len(registry.rows())})


def _sealed() -> Check:
    """Which fields may hold what Art. 9 protects."""
    about = _("Sensitive fields")
    special = [row for row in registry.rows() if row["special"] != "no"]
    names = ", ".join(str(row["name"]) for row in special)
    return fine(about, _("%(names)s: given freely, and sealed.") % {"names": names})


def ways_out(*, community: bool) -> Check:
    """What this installation sends elsewhere."""
    about = _("What leaves this machine")
    if not community:
        return fine(about, _("nothing."))
    host = getattr(settings, "EMAIL_HOST", "") or _("none")
    return fine(
        about, _("mail, through %(host)s; and what stewards connected for public news.") % {"host": host}
    )


def key_apart(folder: Path) -> Check:
    """The key that opens the entries lies in its own file, and in no database or backup beside it."""
    about, file = _("Vault key"), folder / "vault.key"
    if not file.exists():
        return fine(about, _("there is none in this folder."))
    key = file.read_text("ascii").split()[-1]
    forms = (key.encode(), key.upper().encode(), bytes.fromhex(key))
    places = [*folder.glob("alongside.sqlite3*"), *backups_in(folder / FOLDER)]
    found = [place for place in places if any(form in place.read_bytes() for form in forms)]
    if found:
        why = _("a copy of it lies in %(file)s.") % {"file": found[0]}
        return stop(about, why, _("Remove that file, then make a new key: export, erase, and import again."))
    return fine(about, _("in its own file, and in no database or backup here."))


def _planted() -> Check:
    about = _("Planted text")
    if databases.engine() == databases.POSTGRESQL:
        return attend(
            about, _("this is not tried on PostgreSQL."), _("The program's own tests try it: scripts/test")
        )
    try:
        with tempfile.TemporaryDirectory(prefix="alongside-doctor-") as made:
            databases.copy_into(Path(made))
            return plant(Path(made))
    except NotReady:
        return attend(
            about, _("the tables are of another release."), _("They are renewed by: alongside serve")
        )
    except Trouble as trouble:
        return attend(about, trouble.cause, trouble.way_out)


def plant(folder: Path) -> Check:
    """Write one text sealed and one in the clear into a copy, and look for both in every file there."""
    about, sealed, clear = _("Planted text"), f"sealed-{token_hex(16)}", f"clear-{token_hex(16)}"
    copy = folder / database_file().name
    entry = Entry(room="act", kind="act", day=today(), body={"text": sealed})
    clear_entry = Deed(action=clear[:64], put={uuid4(): entry})
    with closing(Ledger(copy, Unlocked.create())) as ledger:
        ledger.carry_out(clear_entry, today=today())
        files = [file.read_bytes() for file in folder.iterdir() if file.is_file()]
    if any(clothings_found(sealed, data) for data in files):
        return stop(
            about, _("a sealed text can be read in the database."), _("Do not use this installation.")
        )
    if not any(clothings_found(clear, data) for data in files):
        return stop(
            about, _("the search did not even find a text in the clear."), _("Do not rely on this check.")
        )
    return fine(about, _("sealed, it is found nowhere; in the clear, the same search finds it."))
