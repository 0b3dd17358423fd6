"""The engine compiled by mypyc: a copy under build/, its time and its readings beside plain Python's.

Nothing shadows the sources: the copy is used where PYTHONPATH names it (`make serve COMPILED=1`). It is
compiled with its constants declared final, since mypyc reads a final one from a static place and looks any
other up by name, each time; the sources as they are stand beside the modules, so that the digests in readings
are the same. A C compiler is needed; building takes about a minute of processor time,
shared by the cores. The status is 1 where a reading differs.

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
from collections.abc import Callable
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.corpus import FIXTURES, repeated, texts

WORD = re.compile(r"\w+|[^\w\s]")
ROOT = Path(__file__).resolve().parent.parent
COPY = ROOT / "build" / "compiled"
# Structs of msgspec and what keeps a cached property stay plain: mypyc would work the property out each time.
PLAIN = frozenset(("claim.py", "engine.py", "schema.py", "catalogue.py", "__init__.py"))
_CONSTANT = re.compile(r"^(_?[A-Z][A-Z0-9_]+)( =|:| \|=| \+=)", re.M)
# The first level of optimisation without what debuggers read takes a sixth less time to build than the second
# and is as fast within 4 %; without any, it is slower than plain Python. Left to itself, setuptools
# compiles one file after the other.
_BUILD = """
import os
import sys
from multiprocessing.pool import ThreadPool
from mypyc.build import mypycify
from setuptools import setup
from setuptools.command.build_ext import build_ext

class Parallel(build_ext):
    def build_extensions(self):
        alone = self.compiler.compile

        def together(sources, **given):
            with ThreadPool(os.cpu_count()) as pool:
                return sum(pool.map(lambda source: alone([source], **given), sources), [])

        self.compiler.compile = together
        super().build_extensions()

modules = mypycify(sys.argv.pop(1).split(), opt_level="1", debug_level="0", multi_file=True)
setup(name="compiled", packages=[], ext_modules=modules, cmdclass={"build_ext": Parallel})
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
    command = [sys.executable, "-c", _BUILD, names, "--quiet", "build_ext", "--inplace"]
    run = subprocess.run(command, check=False, cwd=COPY, capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"The engine could not be compiled.\n{run.stdout}{run.stderr}")
    for module in modules:
        shutil.copy2(ROOT / module.relative_to(COPY), module)
    shutil.rmtree(COPY / "build")
    return time.perf_counter() - start


def read(root: Path, paths: list[Path], words: int, rounds: int) -> None:
    """Print the least processor time over the articles, its ratio to findall's and the readings' digest."""
    sys.path.insert(0, str(root))
    from grammar import Engine

    engine, articles = Engine(), repeated(texts(paths), words)
    digest = hashlib.blake2b(digest_size=16)
    for article in articles:
        reading = engine.read(article)
        digest.update(msgspec.json.encode(reading))
    taken = [sum(least(work, articles, rounds)) for work in (engine.read, WORD.findall)]
    print(f"{taken[0] * 1000:8.0f} ms {taken[0] / taken[1]:8.1f}  {digest.hexdigest()}", flush=True)


def least(work: Callable[[str], object], articles: list[str], rounds: int) -> list[float]:
    """The least processor time of some rounds for each article."""
    found = [float("inf")] * len(articles)
    for _ in range(rounds):
        for at, article in enumerate(articles):
            start = time.process_time()
            work(article)
            found[at] = min(found[at], time.process_time() - start)
    return found


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
    print(f"{'':9}{'time':>11} {'ratio':>8}  digest of the readings", flush=True)
    digests = set()
    for _ in range(2):
        for name, root in (("plain", ROOT), ("compiled", COPY)):
            asked = ["--read", str(root), "--words", str(given.words), "--rounds", str(given.rounds)]
            run = [sys.executable, __file__, *map(str, given.paths), *asked]
            told = subprocess.run(run, check=True, capture_output=True, text=True).stdout
            digests.add(told.split()[-1])
            print(f"{name:9}{told}", end="", flush=True)
    sys.exit(len(digests) > 1)


if __name__ == "__main__":
    main()
