"""Settings come from options, environment and file, in this order, and are checked before anything starts."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated

import msgspec
import pytest

from service import configuration
from service.configuration import SettingsError, configure
from tests.cli.conftest import DENIED, Call, line


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "claims.toml"
    path.write_text('port = 1\nhost = "::1"\nallowed_hosts = ["a.example", "b.example"]\n')
    return path


def test_options_go_before_the_environment_and_that_before_the_file(file: Path) -> None:
    environment = {"CLAIMS_CONFIG": str(file), "CLAIMS_PORT": "2", "CLAIMS_QUEUE": "7"}
    found = configure({"port": "3", "host": None}, environment)
    assert (found.settings.port, found.settings.queue, found.settings.host) == (3, 7, "::1")
    assert found.settings.allowed_hosts == ("a.example", "b.example")
    assert found.origins["port"] == "--port"
    assert found.origins["queue"] == "CLAIMS_QUEUE"
    assert found.origins["host"] == f"{file}: host"
    assert found.origins["workers"] == "default"


@pytest.mark.parametrize(
    ("name", "given", "value"),
    [
        ("public_reads", "false", False),
        ("public_reads", "1", True),
        ("database", "x/y.db", Path("x/y.db")),
        ("text_with_key", "none", "none"),
        ("parse_seconds", "2.5", 2.5),
        ("allowed_hosts", "a.example, b.example,", ("a.example", "b.example")),
        ("host", "", "127.0.0.1"),
    ],
)
def test_a_variable_is_read_as_what_the_setting_is(name: str, given: str, value: object) -> None:
    found = configure({}, {configuration.variable(name): given})
    assert getattr(found.settings, name) == value


def test_everything_wrong_is_told_at_once_by_name_and_place(tmp_path: Path) -> None:
    file = tmp_path / "claims.toml"
    file.write_text('port = "80"\nqueue = -1\ncolour = "red"\n')
    environment = {"CLAIMS_PUBLIC_READS": "perhaps", "CLAIMS_TEXT_WITH_KEY": "all"}
    with pytest.raises(SettingsError) as raised:
        configure({"port": "70000"}, environment, file)
    told = str(raised.value).splitlines()
    assert [line.partition(" (setting")[0] for line in told] == [
        f"{file}: port: Expected int",
        f"{file}: queue: Expected int >= 0",
        f"{file}: there is no setting 'colour'; see `claims settings`",
        "--port: Expected int <= 65535",
        "CLAIMS_PUBLIC_READS: Expected bool",
        "CLAIMS_TEXT_WITH_KEY: Invalid enum value 'all'",
    ]


@pytest.mark.parametrize("content", [b"port = ", b"\xff", None])
def test_a_file_that_cannot_be_read_is_wrong_usage(
    claims: Call, tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "claims.toml"
    if content is not None:
        file.write_bytes(content)
    result = claims("settings", "--config", file)
    assert result.exit_code == 2
    assert str(file) in result.stderr


def test_wrong_settings_end_the_server_before_it_makes_anything(claims: Call, tmp_path: Path) -> None:
    result = claims("serve", "--database", tmp_path / "new.db", "--port", "many")
    assert result.exit_code == 2
    assert "--port: Expected int" in result.stderr
    assert not (tmp_path / "new.db").exists()


def test_what_is_printed_can_be_read_as_the_file_and_says_where_it_came_from(
    claims: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMS_QUEUE", "9")
    monkeypatch.setenv("CLAIMS_QUEUES", "9")
    monkeypatch.setenv("CLAIMS_EDITOR", "J. Rivera")  # the command line's own, and the engine's
    monkeypatch.setenv("CLAIMS_PLAIN_PYTHON", "1")
    result = claims("settings", "--allowed-hosts", "a.example", "--port", "81")
    assert "queue = 9  # CLAIMS_QUEUE\n" in result.stdout
    assert "port = 81  # --port\n" in result.stdout
    assert result.stderr == "CLAIMS_QUEUES is no setting\n"
    file = tmp_path / "again.toml"
    file.write_text(result.stdout)
    expected = configure({"allowed_hosts": ("a.example",), "port": "81"}, {"CLAIMS_QUEUE": "9"}).settings
    assert configure({}, {}, file).settings == expected


def test_the_other_commands_find_the_database_in_the_same_places(
    claims: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "claims.toml"
    file.write_text(f'database = "{tmp_path / "there.db"}"\n')
    monkeypatch.setenv("CLAIMS_CONFIG", str(file))
    assert claims("ingest", input=line(text=DENIED)).exit_code == 0
    assert (tmp_path / "there.db").exists()


def test_no_secret_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    secret = Annotated[str, msgspec.Meta(max_length=3, description="A secret.", extra={"secret": True})]
    (field,) = msgspec.structs.fields(msgspec.defstruct("Secretive", [("token", secret, "")]))
    monkeypatch.setitem(configuration.FIELDS, "token", field)
    assert configuration.shown("token", "hush") == '"(set)"'
    with pytest.raises(SettingsError) as raised:
        configure({}, {"CLAIMS_TOKEN": "hush"})
    assert "CLAIMS_TOKEN" in str(raised.value)
    assert "hush" not in str(raised.value)


@pytest.mark.parametrize("name", configuration.FIELDS)
def test_every_setting_is_documented_and_its_default_is_valid(name: str) -> None:
    assert configuration.description(name).endswith(".")
    value = msgspec.to_builtins(configuration.FIELDS[name].default, enc_hook=str)
    assert value is None or tomllib.loads(f"x = {configuration.shown(name, value)}")["x"] == (
        list(value) if isinstance(value, tuple) else value
    )
