from __future__ import annotations

import ast
import re
import sys
import tomllib

import pytest

from grammar import Engine
from tests.house.conftest import ROOT, files, name

LOCKS = ["requirements.txt", "requirements-telemetry.txt", "requirements-dev.txt"]
MODULES = {"pyyaml": "yaml"}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


def names(lines: list[str]) -> set[str]:
    """What is required, without versions, options and comments."""
    return {found[0].lower() for line in lines if (found := re.match(r"[A-Za-z][\w.-]*", line))}


@pytest.mark.parametrize("lock", LOCKS)
def test_everything_is_pinned_to_one_version_and_its_hashes(lock: str) -> None:
    entries = re.split(r"\n(?=[a-z])", (ROOT / lock).read_text())
    assert len(entries) > 30
    for entry in entries:
        assert re.match(r"[a-z][\w.-]*==[\w.]+", entry), entry
        assert "--hash=sha256:" in entry, entry


def test_the_environment_of_a_clone_runs_what_is_deployed() -> None:
    pinned = [set(re.findall(r"^[a-z].*==\S+", (ROOT / lock).read_text(), re.M)) for lock in LOCKS]
    assert pinned[0] <= pinned[1] <= pinned[2]


def test_what_the_package_asks_for_is_what_is_pinned() -> None:
    assert names(PROJECT["dependencies"]) == names((ROOT / "requirements.in").read_text().splitlines())
    with_telemetry = (ROOT / "requirements-telemetry.in").read_text().splitlines()
    assert names(PROJECT["optional-dependencies"]["telemetry"]) == names(with_telemetry)


def test_what_the_package_asks_for_is_what_it_imports() -> None:
    imported = {
        top
        for file in files(".py", folders=("grammar", "service"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        for top in _imported(node)
    } - set(sys.stdlib_module_names)
    imported -= {"grammar", "service", "opentelemetry"}  # the last is an extra's
    assert {MODULES.get(name, name.replace("-", "_")) for name in names(PROJECT["dependencies"])} == imported


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name.partition(".")[0] for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module and not node.level:
        return [node.module.partition(".")[0]]
    return []


def test_one_version_goes_for_the_package_the_engine_and_the_api() -> None:
    described = re.search(r"^  version: (\S+)$", (ROOT / "openapi.yaml").read_text(), re.M)
    assert described is not None
    assert PROJECT["version"] == Engine().version.version == described[1]


def test_the_repository_does_not_say_where_packages_come_from() -> None:
    checked = [*ROOT.glob("requirements*"), ROOT / "pyproject.toml", *files(folders=(".ci",))]
    assert not [name(file) for file in checked if re.search(r"\w://", file.read_text())]
    assert not [*ROOT.glob("uv.lock"), *ROOT.glob("poetry.lock")]
