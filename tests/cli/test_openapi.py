from __future__ import annotations

from pathlib import Path

import msgspec

from tests.cli.conftest import Call


def test_yaml_goes_to_standard_output_and_json_to_a_file_of_that_suffix(claims: Call, tmp_path: Path) -> None:
    shown = claims("openapi")
    assert shown.exit_code == 0 and shown.stdout.startswith("openapi: 3.1")
    for name in ("api.yaml", "api.json"):
        assert claims("openapi", "--output", tmp_path / name).stdout == ""
    assert (tmp_path / "api.yaml").read_bytes() == shown.stdout_bytes
    assert msgspec.json.decode((tmp_path / "api.json").read_bytes()) == msgspec.yaml.decode(
        shown.stdout_bytes
    )


def test_it_needs_no_database(claims: Call, tmp_path: Path, monkeypatch: object) -> None:
    before = set(tmp_path.iterdir())
    claims("openapi", "--output", tmp_path / "api.yaml")
    assert set(tmp_path.iterdir()) - before == {tmp_path / "api.yaml"}
