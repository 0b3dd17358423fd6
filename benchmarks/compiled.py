"""What mypyc makes of the engine: a compiled copy beside the plain one, its time and its readings.

The copy lies under build/, so that nothing shadows the sources. Its constants are declared final first, since
mypyc reads a final one from a static place and looks any other up by name, each time. A C compiler and
setuptools are needed; building takes one to three minutes.

    python benchmarks/compiled.py [FILE|FOLDER]... [--words 70000] [--rounds 5]
"""

from __future__ import annotations

import argparse
import hashlib
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.corpus import FIXTURES, repeated, texts

ROOT = Path(__file__).resolve().parent.parent
COPY = ROOT / "build" / "compiled"
# Structs of msgspec and what keeps a cached property stay plain: mypyc would work the property out each time.
PLAIN = frozenset(("claim.py", "engine.py", "schema.py", "catalogue.py", "__init__.py"))
_CONSTANT = re.compile(r"^(_?[A-Z][A-Z0-9_]+)( =|:| \|=| \+=)", re.M)
_BUILD = """
import sys
from mypyc.build import mypycify
from setuptools import setup
modules = mypycify(sys.argv.pop(1).split(), opt_level="2", multi_file=True)
setup(name="compiled", packages=[], ext_modules=modules)
"""


def final(source: str) -> str:
    """The source with every constant that is set once declared final."""
    names = [match[1] for match in _CONSTANT.finditer(source)]
    once = [match for match in _CONSTANT.finditer(source) if match[2] == " =" and names.count(match[1]) == 1]
    for match in reversed(once):
        source = f"{source[: match.end(1)]}: Final{source[match.end(1) :]}"
    future = "from __future__ import annotations\n"
    return source.replace(future, f"{future}from typing import Final\n", 1)


def build() -> float:
    """Make the compiled copy; the seconds that it took."""
    shutil.rmtree(COPY, ignore_errors=True)
    shutil.copytree(ROOT / "grammar", COPY / "grammar", ignore=shutil.ignore_patterns("__pycache__"))
    modules = [path for path in sorted((COPY / "grammar").rglob("*.py")) if path.name not in PLAIN]
    for module in modules:
        module.write_text(final(module.read_text("utf-8")), "utf-8")
    names = " ".join(str(module.relative_to(COPY)) for module in modules)
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", _BUILD, names, "--quiet", "build_ext", "--inplace"], cwd=COPY, check=True
    )
    return time.perf_counter() - start


def read(root: Path, paths: list[Path], words: int, rounds: int) -> None:
    """Print the least processor time over the articles and a digest of the readings, versions aside."""
    sys.path.insert(0, str(root))
    from grammar import Engine

    engine, articles = Engine(), repeated(texts(paths), words)
    digest = hashlib.blake2b(digest_size=16)
    for article in articles:
        reading = engine.read(article)
        digest.update(msgspec.json.encode((reading.topics, reading.claims, reading.unread)))
    least = [float("inf")] * len(articles)
    for _ in range(rounds):
        for at, article in enumerate(articles):
            start = time.process_time()
            engine.read(article)
            least[at] = min(least[at], time.process_time() - start)
    print(f"{sum(least) * 1000:8.0f} ms  {digest.hexdigest()}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("paths", nargs="*", type=Path, default=[FIXTURES])
    parser.add_argument("--words", type=int, default=70_000, help="repeat the articles up to this length")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.read:
        read(given.read, given.paths, given.words, given.rounds)
        return
    print(f"built in {build():.0f} s", flush=True)
    for _ in range(2):
        for name, root in (("plain", ROOT), ("compiled", COPY)):
            print(f"{name:9}", end="", flush=True)
            asked = ["--read", str(root), "--words", str(given.words), "--rounds", str(given.rounds)]
            subprocess.run([sys.executable, __file__, *map(str, given.paths), *asked], check=True)


if __name__ == "__main__":
    main()
