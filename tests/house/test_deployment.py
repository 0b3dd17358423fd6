"""The files by which the service is deployed, read as their tools would read them."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from service.configuration import PREFIX
from service.settings import Settings
from tests.house.conftest import ROOT

CONTAINERFILE = (ROOT / "Containerfile").read_text()
INSTRUCTIONS = [
    (line.split(maxsplit=1)[0], line.split(maxsplit=1)[1])
    for line in re.sub(r"\\\n\s*", "", re.sub(r"(?m)^#.*\n", "", CONTAINERFILE)).splitlines()
    if line.strip()
]
UNITS = sorted(file for file in (ROOT / "deploy").iterdir() if file.suffix in {".service", ".timer"})
SYSTEMD = shutil.which("systemd-analyze")


def arguments(name: str) -> list[str]:
    return [rest for instruction, rest in INSTRUCTIONS if instruction == name]


def test_every_base_is_one_version_of_python_and_of_its_system() -> None:
    bases = [rest.split()[0] for rest in arguments("FROM")]
    assert re.fullmatch(r"python:3\.\d+\.\d+-slim-[a-z]+", bases[-1])
    assert {base.replace("-slim", "") for base in bases} == {bases[-1].replace("-slim", "")}


def test_packages_come_by_their_hashes_and_are_not_built() -> None:
    for install in (rest for rest in arguments("RUN") if " install " in rest and "pip" in rest):
        assert {"--require-hashes", "--only-binary", "--no-cache-dir"} <= set(install.split())
    assert not re.search(r"curl|wget|apt-get|git clone", CONTAINERFILE)


def test_what_runs_has_no_compiler_and_finds_the_compiled_engine_first() -> None:
    last = CONTAINERFILE.rpartition("\nFROM ")[2]
    assert "requirements-dev" not in last
    assert "PYTHONPATH=/opt/claims/compiled:/opt/claims/src" in last
    assert "--from=engine /build/compiled /opt/claims/compiled" in arguments("COPY")


def test_its_command_reads_in_processes_of_its_own(tmp_path: Path) -> None:
    (written,) = re.findall(r"(printf .*?> /opt/claims/bin/claims)", " ".join(arguments("RUN")))
    command = tmp_path / "claims"
    subprocess.run(["sh", "-c", written.replace("/opt/claims/bin/claims", str(command))], check=True)
    run = subprocess.run(
        [sys.executable, command, "parse", "--jobs", "2", "--from", "jsonl", "--format", "jsonl", "-"],
        input="".join(f'{{"id": "{name}", "text": "It rained, she said."}}\n' for name in "ab"),
        env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (run.returncode, run.stderr) == (0, "")
    assert [json.loads(line)["claims"][0]["rule"] for line in run.stdout.splitlines()] == ["content_said"] * 2


def test_it_runs_as_nobody_in_particular_and_tells_whether_it_is_well() -> None:
    assert INSTRUCTIONS[-1] == ("CMD", '["serve"]')
    assert arguments("ENTRYPOINT") == ['["claims"]']
    (user,) = arguments("USER")
    assert re.fullmatch(r"[1-9]\d{3,}:[1-9]\d{3,}", user)
    names = [name for name, _ in INSTRUCTIONS]
    assert names.index("USER") > max(place for place, name in enumerate(names) if name == "RUN")
    (health,) = arguments("HEALTHCHECK")
    assert "/health/ready" in health and "CMD [" in health
    assert arguments("STOPSIGNAL") == ["SIGTERM"]
    assert arguments("VOLUME") == ["/data"]


def test_it_holds_no_secrets() -> None:
    for instruction in ("ENV", "ARG"):
        assert not re.search(r"(?i)secret|token|password|credential|_key", " ".join(arguments(instruction)))
    assert not [rest for rest in arguments("COPY") if rest.startswith(". ")]


def test_what_it_copies_is_there_and_let_through() -> None:
    ignored = (ROOT / ".dockerignore").read_text().splitlines()
    assert "*" in ignored
    for rest in arguments("COPY"):
        if not rest.startswith("--from"):
            for source in rest.split()[:-1]:
                assert (ROOT / source).exists()
                assert f"!{source}" in ignored


def test_its_variables_are_settings() -> None:
    named = re.findall(r"\b(CLAIMS_\w+)=", CONTAINERFILE + "".join(unit.read_text() for unit in UNITS))
    assert named
    known = {PREFIX + name.upper() for name in Settings.__struct_fields__}
    assert set(named) <= known


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_units_call_the_command_as_it_is(unit: Path) -> None:
    for line in re.findall(r"^ExecStart=(.*)$", unit.read_text(), re.M):
        called = shlex.split(
            line.removeprefix("/bin/sh -c ").strip("'").replace("exec ", "").replace("$$", "")
        )
        assert called[0] == "/opt/claims/bin/claims"
        assert called[1] in {"serve", "backup"}


@pytest.mark.skipif(SYSTEMD is None, reason="no systemd here")
def test_systemd_takes_the_units_and_finds_them_tight(tmp_path: Path) -> None:
    for unit in UNITS:
        (tmp_path / unit.name).write_text(unit.read_text().replace("/opt/claims/bin/claims", "/bin/true"))
    files = [str(tmp_path / unit.name) for unit in UNITS]
    verified = subprocess.run(
        [str(SYSTEMD), "verify", *files], capture_output=True, text=True, check=False, timeout=60
    )
    ours = [line for line in verified.stderr.splitlines() if "claims" in line]
    assert not ours, verified.stderr
    version = subprocess.run([str(SYSTEMD), "--version"], capture_output=True, text=True, check=True).stdout
    if int(version.split()[1]) >= 250:
        security = [
            str(SYSTEMD),
            "security",
            "--offline=true",
            "--threshold=15",
            files[UNITS.index(ROOT / "deploy" / "claims.service")],
        ]
        judged = subprocess.run(security, capture_output=True, text=True, check=False, timeout=60)
        assert judged.returncode == 0, judged.stdout[-300:] + judged.stderr
