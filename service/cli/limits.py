"""What may be stored: by the command line the same as by the API."""

from __future__ import annotations

import msgspec

from service.cli.articles import document
from service.cli.inputs import Entry, Failure
from service.conventions.wording import worded
from service.documents import Document
from service.problems import ProblemError
from service.requests.submissions import Submission, check_size
from service.settings import Settings


def accepted(entry: Entry, settings: Settings) -> Document | Failure:
    """The entry as a document that the API would take, too.

    As ever on the command line, fields that are empty or that nobody knows are passed over.
    """
    if entry.size > settings.body_bytes:
        return Failure(entry.id, f"it is over {settings.body_bytes:,} bytes", entry.size)
    found = document(entry)
    if isinstance(found, Failure):
        return found
    line = entry.line
    given = {name: value for name in Submission.__struct_fields__ if (value := getattr(line, name))}
    if line.id is not None:
        given.setdefault("external_id", str(line.id))
    try:
        msgspec.convert(given, Submission)
        check_size(found.text, settings.text_bytes)
    except msgspec.ValidationError as error:
        return Failure(entry.id, f"not a document: {worded(str(error))}", entry.size)
    except ProblemError as error:
        return Failure(entry.id, error.detail, entry.size)
    return found
