"""Whether the compiled copy of this package (deploy/compiled.py) may stand for it: while nothing was edited.

Nothing here may import another module of the package: it decides where those are found.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

SOURCES = Path(__file__).resolve().parent
COPY = SOURCES.parent / "build" / "compiled"
STAMP = "sources.digest"
PLAIN = "CLAIMS_PLAIN_PYTHON"  # set to anything, this variable asks for the sources


def digest(*suffixes: str) -> str:
    """What the names and bytes of the package's files come to, with the Python; of all, or some kinds."""
    came = hashlib.blake2b(sys.version.encode(), digest_size=16)
    for folder, names, files in os.walk(SOURCES):
        names[:] = sorted(name for name in names if name != "__pycache__")
        for name in sorted(files):
            if not suffixes or name.endswith(suffixes):
                path = Path(folder, name)
                came.update(f"{path.relative_to(SOURCES).as_posix()}\n".encode() + path.read_bytes())
    return came.hexdigest()


def found() -> Path | None:
    """The compiled copy that was built of just these files by just this Python; None where there is none."""
    stamp = COPY / STAMP
    if PLAIN in os.environ or not stamp.is_file():
        return None
    return COPY if stamp.read_text("utf-8") == digest() else None
