"""The examples for running a community: they parse, name commands that exist, and keep the guide's promises.

The image is not built here and no proxy is started: the files say so themselves.
"""

import configparser
import json
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from tests.architecture.test_documented_exists import SETTINGS, fault_of

DEPLOY = Path(__file__).parents[2] / "deploy"
UNITS = sorted([*DEPLOY.glob("*.service"), *DEPLOY.glob("*.timer")])
PROGRAM = "/opt/alongside/bin/alongside"


def unit(name: str) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(strict=False, interpolation=None, comment_prefixes=("#",))
    parser.optionxform = str
    parser.read_string((DEPLOY / name).read_text("utf-8"))
    return parser


def words_of(file: Path, instruction: str) -> list[str]:
    """The words of a Dockerfile's instruction in its exec form."""
    (found,) = re.findall(rf"^{instruction} (\[.*\])$", file.read_text("utf-8"), re.MULTILINE)
    return json.loads(found)


def command_lines() -> list[tuple[str, str]]:
    """Every command line of ours in the examples."""
    units = [
        (file.name, line.removeprefix(f"ExecStart={PROGRAM}"))
        for file in UNITS
        for line in file.read_text("utf-8").splitlines()
        if line.startswith("ExecStart=")
    ]
    compose = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))["services"]
    containers = [
        ("compose.yaml", shlex.join(each["command"][1:])) for each in compose.values() if "command" in each
    ]
    image = [("Dockerfile", shlex.join(words_of(DEPLOY / "Dockerfile", "CMD")[1:]))]
    return [(name, f"alongside {line.strip()}") for name, line in (*units, *containers, *image)]


@pytest.mark.parametrize(("name", "line"), command_lines())
def test_every_command_in_the_examples_is_one_of_ours(name, line):
    assert fault_of(line) == "", name


def test_there_are_commands_to_look_at():
    assert {name for name, _line in command_lines()} == {
        "alongside.service", "alongside-backup.service", "compose.yaml", "Dockerfile",
    }  # fmt: skip


def test_every_setting_in_the_examples_is_in_the_guide():
    named = set(
        re.findall(r"^#? ?([A-Z][A-Z_]+)=", (DEPLOY / "environment.example").read_text("utf-8"), re.MULTILINE)
    )

    assert len(named) >= 5
    assert [name for name in named if f"| `{name}` |" not in SETTINGS] == []


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not on this machine")
def test_systemd_finds_nothing_to_say_against_the_units(tmp_path):
    for file in UNITS:
        there = file.read_text("utf-8").replace(
            PROGRAM, "/bin/true"
        )  # systemd looks whether the program exists
        (tmp_path / file.name).write_text(there)
    done = subprocess.run(  # noqa: S603  # found on PATH
        [
            shutil.which("systemd-analyze"),
            "verify",
            "--man=no",
            *(str(tmp_path / file.name) for file in UNITS),
        ],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not on this machine")
def test_systemd_does_find_a_word_that_it_does_not_know(tmp_path):
    (tmp_path / "bad.service").write_text("[Service]\nExecStart=/bin/true\nNoNewPriviledges=yes\n")
    done = subprocess.run(  # noqa: S603  # found on PATH
        [shutil.which("systemd-analyze"), "verify", "--man=no", str(tmp_path / "bad.service")],
        capture_output=True,
        text=True,
        check=False,
    )

    assert "NoNewPriviledges" in done.stderr


def test_the_server_runs_for_its_own_user_and_leaves_no_memory_on_the_disk():
    service = unit("alongside.service")["Service"]

    assert (service["User"], service["StateDirectoryMode"], service["UMask"]) == ("alongside", "0700", "0077")
    assert (service["LimitCORE"], service["NoNewPrivileges"], service["ProtectSystem"]) == (
        "0",
        "yes",
        "strict",
    )
    assert "--behind-proxy" in service["ExecStart"]
    assert "--host" not in service["ExecStart"]  # on this machine alone; the proxy stands beside it


def test_the_backup_is_nightly_and_made_up_for_when_the_machine_was_off():
    timer = unit("alongside-backup.timer")["Timer"]

    assert timer["OnCalendar"].endswith("02:30:00")
    assert timer["Persistent"] == "true"


def test_containers_hold_no_rights_they_do_not_need_and_only_the_proxy_is_reached():
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))["services"]

    assert [name for name, each in services.items() if "ports" in each] == ["proxy"]
    assert services["alongside"]["cap_drop"] == ["ALL"]
    assert services["alongside"]["read_only"] is True
    assert not [
        word
        for each in services.values()
        for word in str(each.get("environment", "")).split()
        if "SECRET" in word
    ]


def test_the_image_installs_by_hash_and_does_not_run_as_root():
    text = (DEPLOY / "Dockerfile").read_text("utf-8")

    assert "--require-hashes -r requirements.lock" in text
    assert re.search(r"^USER alongside$", text, re.MULTILINE)
    assert not re.search(r"^(ENV|ARG).*(SECRET|KEY|PASSWORD)", text, re.MULTILINE)
    compile(words_of(DEPLOY / "Dockerfile", r"    CMD")[2], "healthcheck", "exec")


def test_what_was_never_built_says_so():
    for name in ("Dockerfile", "compose.yaml", "README.md"):
        assert re.search(r"not built in our tests", (DEPLOY / name).read_text("utf-8"), re.IGNORECASE), name


@pytest.mark.parametrize("name", ["Caddyfile", "nginx.conf"])
def test_a_proxy_says_that_tls_was_spoken_and_keeps_no_record_of_addresses(name):
    text = re.sub(r"#.*", "", (DEPLOY / name).read_text("utf-8"))

    assert text.count("{") == text.count("}") > 0
    assert "127.0.0.1:8000" in text
    if name == "nginx.conf":  # Caddy replaces these headers on its own
        for line in (
            "proxy_set_header Host $host;",
            "proxy_set_header X-Forwarded-Proto $scheme;",
            "access_log off;",
        ):
            assert line in text
        statements = [line.strip() for line in text.splitlines() if line.strip()]
        assert [line for line in statements if line[-1] not in "{};"] == []
    else:
        assert "log" not in text
        assert "encode" not in text


@pytest.mark.parametrize(
    ("program", "words"), [("caddy", ["validate", "--adapter", "caddyfile", "--config"])]
)
def test_where_the_proxy_is_installed_it_reads_its_file(program, words):
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"{program} is not on this machine")
    done = subprocess.run([found, *words, str(DEPLOY / "Caddyfile")], capture_output=True, check=False)  # noqa: S603

    assert done.returncode == 0, done.stderr
