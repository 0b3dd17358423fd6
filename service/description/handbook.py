"""Pages of the documentation made from the code: ``python -m service.description.handbook settings``."""

from __future__ import annotations

import sys

from service import configuration, problems

_SETTINGS = """# Settings

Made from `service/settings.py`; `make generate` writes this page anew.

Each setting can be given in three ways, and the first of these that gives it counts:

1. as an option: `claims serve --port 80`; for several values the option is repeated;
2. as a variable of the environment: `CLAIMS_PORT=80`; several values are separated by commas, an empty
   variable counts as not set;
3. in a TOML file that `--config` or `CLAIMS_CONFIG` names: `port = 80`; several values are an array.

`claims settings` prints what is in force and where it came from. Whatever is wrong (a value out of bounds,
a name in the file that is no setting) is told at the start, all at once, each with the option, variable or
file that set it; the exit status is then 2. A `CLAIMS_` variable that is no setting is pointed out and
otherwise ignored, since it may be meant for something else: Kubernetes, for one, sets
`CLAIMS_PORT=tcp://...` for a service that is called `claims`, unless `enableServiceLinks: false` is said.

The other commands take `database` from the same places.
"""


def settings() -> str:
    """Write docs/settings.md."""
    entries = []
    for name in configuration.FIELDS:
        entries.append(
            f"## {name}\n\n{configuration.description(name)}\n\n"
            f"`{configuration.option(name)}` · `{configuration.variable(name)}` · default: "
            f"`{configuration.default(name)}`\n"
        )
    return "\n".join([_SETTINGS, *entries])


_ERRORS = """# Errors

Made from `service/problems.py`; `make generate` writes this page anew. The service itself shows it at
`/docs/errors`.

Every error is a problem of [RFC 9457](https://www.rfc-editor.org/rfc/rfc9457), `application/problem+json`,
whoever found it:

- `type`: a stable name of the kind of problem, `/docs/errors#...`, by which programs may tell kinds apart;
- `title`: the status in words;
- `status`: the HTTP status again;
- `detail`: what happened this time, for people; its wording may change;
- `errors`: each place that is wrong, with `location` (`query`, `path`, `header`, `body`), `field` (a
  parameter's name, or a JSON Pointer, RFC 6901, into the body; it may be empty) and `message`;
- `request_id`: the request's `X-Request-Id`, under which the service's log tells of it.

To try again just as it was helps with 429 and 503 only, after `Retry-After` seconds.
"""


def errors() -> str:
    """Write docs/errors.md."""
    entries = [
        f"## {problems.slug(status)}\n\n**{status} {problems.TITLES[status]}.** {meaning}\n"
        for status, meaning in problems.MEANINGS.items()
    ]
    return "\n".join([_ERRORS, *entries])


PAGES = {"settings": settings, "errors": errors}


if __name__ == "__main__":
    sys.stdout.write(PAGES[sys.argv[1]]())
