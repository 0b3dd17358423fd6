"""Settings brought together: the defaults, then a TOML file, then the environment, then options."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, get_origin

import msgspec

from service.settings import Settings

PREFIX = "CLAIMS_"
FILE_VARIABLE = "CLAIMS_CONFIG"
EDITOR_VARIABLE = "CLAIMS_EDITOR"
_ENGINE_VARIABLE = "CLAIMS_PLAIN_PYTHON"  # the engine's own; see docs/running.md
DEFAULT = "default"

FIELDS = {field.name: field for field in msgspec.structs.fields(Settings)}


class SettingsError(ValueError):
    """Settings are wrong; one line for each, which names it and where it was set."""


class Configured(NamedTuple):
    """The settings, where each came from, and the variables that look like settings but are none."""

    settings: Settings
    origins: dict[str, str]
    unknown: tuple[str, ...]


def variable(name: str) -> str:
    """Name the environment variable of a setting."""
    return PREFIX + name.upper()


def option(name: str) -> str:
    """Name the command-line option of a setting."""
    return "--" + name.replace("_", "-")


def is_list(name: str) -> bool:
    """Tell whether the setting holds several values."""
    return get_origin(_bare(name)) is tuple


def configure(
    options: Mapping[str, Any], environment: Mapping[str, str], file: Path | None = None
) -> Configured:
    """Bring the settings together; raises SettingsError that names every one that is wrong.

    ``options`` are as typed, None where not given. The file is ``file`` or what CLAIMS_CONFIG names. Empty
    variables count as not set. Numbers and lists may be text (a list's values separated by commas), in the
    file they are TOML's own.
    """
    faults: list[str] = []
    values: dict[str, Any] = {}
    origins = dict.fromkeys(FIELDS, DEFAULT)

    def take(name: str, value: Any, origin: str, *, as_text: bool) -> None:
        try:
            values[name] = _convert(name, value, as_text)
            origins[name] = origin
        except msgspec.ValidationError as error:
            faults.append(f"{origin}: {_message(error)} (setting {name!r}, given {_shown(name, value)})")

    path = file or (Path(environment[FILE_VARIABLE]) if environment.get(FILE_VARIABLE) else None)
    for name, value in _read(path).items() if path else ():
        if name in FIELDS:
            take(name, value, f"{path}: {name}", as_text=False)
        else:
            faults.append(f"{path}: there is no setting {name!r}; see `claims settings`")
    for name in FIELDS:
        if environment.get(variable(name)):
            take(name, environment[variable(name)], variable(name), as_text=True)
        if options.get(name) not in (None, ()):
            take(name, options[name], option(name), as_text=True)
    if faults:
        raise SettingsError("\n".join(faults))
    known = {variable(name) for name in FIELDS} | {FILE_VARIABLE, EDITOR_VARIABLE, _ENGINE_VARIABLE}
    unknown = sorted(name for name in environment if name.startswith(PREFIX) and name not in known)
    return Configured(Settings(**values), origins, tuple(unknown))


def shown(name: str, value: Any) -> str:
    """Write a value as it would stand in the file; a secret only as being there, None as nothing."""
    if value is None:
        return ""
    if _is_secret(name):
        return '"(set)"' if value else '""'
    plain = msgspec.to_builtins(value, enc_hook=str)
    return msgspec.json.encode(plain).decode()


def description(name: str) -> str:
    """Tell what a setting is for."""
    return str(_meta(name).description)


def default(name: str) -> str:
    """Tell a setting's default, the same on every machine."""
    told = (_meta(name).extra or {}).get("default")
    return str(told) if told else shown(name, FIELDS[name].default)


def _meta(name: str) -> msgspec.Meta:
    meta: msgspec.Meta = FIELDS[name].type.__metadata__[0]
    return meta


def _convert(name: str, value: Any, as_text: bool) -> Any:
    if as_text and is_list(name):
        given = (value,) if isinstance(value, str) else value
        value = [part.strip() for text in given for part in text.split(",") if part.strip()]
    return msgspec.convert(value, FIELDS[name].type, strict=not as_text, dec_hook=_path)


def _path(kind: type, value: Any) -> Any:
    if kind is Path and isinstance(value, str) and value:
        return Path(value)
    raise ValueError("Expected a path")


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not in UTF-8"
        raise SettingsError(f"cannot read the settings file {path}: {reason}") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path} is not TOML: {error}") from error


def _bare(name: str) -> Any:
    return FIELDS[name].type.__origin__


def _is_secret(name: str) -> bool:
    return bool((_meta(name).extra or {}).get("secret"))


def _shown(name: str, value: Any) -> str:
    return "a secret" if _is_secret(name) else repr(value)[:100]


def _message(error: msgspec.ValidationError) -> str:
    # What was given stands beside it, so that "got `str`" for a word in a variable would only puzzle.
    return str(error).partition(" - at ")[0].partition(", got `")[0].replace("`", "")
