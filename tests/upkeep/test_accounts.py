"""`alongside user` as an operator types it, and what a backup brings back of somebody who was erased."""

from pathlib import Path

import pytest
from tests.processes import alongside, in_django
from tests.upkeep.folders import sql

BEGIN = """
from alongside.core.vault import Unlocked
from alongside.web.community import set_up_community
from alongside.web.models import Circle, Membership, Vault
today = date(2026, 3, 4)
set_up_community(name="Allies", email="ada@example.org", password="a long password", today=today)
(folder / "community").write_text("ready")
circle = Circle.objects.create(name="Hidden circle", opening="hidden", founded=today)
for number, name in enumerate(("mina", "sol")):
    member = Member.objects.create(email=f"{name}@example.org", name=name.title())
    Membership.objects.create(circle=circle, member=member, since=today, pseudonym=f"Heron of {name}")
    vault = Unlocked.create()
    Vault.objects.create(member=member, key_id=vault.key_id)
    entry = Entry(room="act", kind="act", day=today, body={"text": name}, practice="amplify")
    deed = Deed(action="act.log", put={UUID(int=number): entry})
    DjangoKeeper(vault, actor=member).carry_out(deed, today=today)
"""
LIST = ["ada@example.org  owner", "mina@example.org  member", "sol@example.org  member"]


@pytest.fixture
def community(ready_folder: Path) -> Path:
    """An owner, and two members of a hidden circle, each with an entry."""
    in_django(ready_folder, BEGIN)
    return ready_folder


def count(folder: Path, table: str) -> int:
    ((found,),) = sql(folder / "alongside.sqlite3", f"SELECT count(*) FROM {table}")  # noqa: S608  # our own names
    return found


def test_the_list_names_accounts_and_no_circle_pseudonym_or_entry(community):
    assert alongside("user", "list", folder=community).stdout.splitlines() == LIST


def test_nothing_is_erased_without_a_yes(community):
    said = alongside("user", "erase", "mina@example.org", folder=community)

    assert said.returncode == 2
    assert "--yes" in said.stderr
    assert count(community, "web_member") == 3


def test_who_asked_to_be_erased_is_gone_and_no_backup_brings_them_back(community, tmp_path):
    backup = alongside("backup", "--to", str(tmp_path), folder=community).stdout.strip()
    assert alongside("user", "erase", "mina@example.org", "--yes", folder=community).returncode == 0
    said = alongside("restore", backup, "--into", str(tmp_path / "new"), folder=community)

    assert "1 erasure was done again" in said.stdout  # the member; of their key no row is left by then
    for folder in (community, tmp_path / "new"):
        left = {
            name: count(folder, f"web_{name}") for name in ("member", "sealedentry", "membership", "vault")
        }
        assert left == {"member": 2, "sealedentry": 1, "membership": 1, "vault": 1}
        assert alongside("audit", "verify", folder=folder).returncode == 0
    assert (tmp_path / "new" / "community").read_text() == "ready"


def test_where_there_is_no_community_it_says_how_to_begin(ready_folder):
    said = alongside("user", "list", folder=ready_folder)

    assert said.returncode == 2
    assert "alongside serve --community" in said.stderr


def test_in_a_community_nobody_is_exported_or_erased_as_if_they_were_alone(community, tmp_path):
    for words in (("export", "-o", str(tmp_path / "x.zip")), ("erase", "--yes")):
        said = alongside(*words, folder=community)
        assert said.returncode == 2
        assert "a community lives in this folder" in said.stderr
    assert count(community, "web_sealedentry") == 2
    assert not (tmp_path / "x.zip").exists()
