"""The engine compiled by mypyc: a copy of grammar/ that the package itself takes while nothing is edited.

Beside each module of the copy stands its extension; readings are the same by the byte, their digests too
(benchmarks/compiled.py). Needs a C compiler, mypy and setuptools (requirements-dev.txt) and about a minute of
processor time, shared by the cores. Where only data have changed, they alone are copied. A build that fails
leaves what stood there before. In a folder of another name PYTHONPATH must say where it is.

    python deploy/compiled.py [FOLDER]      (default: build/compiled)
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from grammar import compiled

# Plain stay the structs of msgspec, enumerations (the schema tells their docstrings) and what finds modules.
PLAIN = frozenset(
    f"grammar/{name}.py" for name in ("claim", "terms", "engine", "schema", "catalogue", "compiled")
)
_MODULES = "modules.digest"
_EXTENSIONS = frozenset((".so", ".pyd"))
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
    """The source with every constant that is set once declared final.

    mypyc reads a final constant from a static place and looks any other up by name, each time.
    """
    names = [match[1] for match in _CONSTANT.finditer(source)]
    once = [match for match in _CONSTANT.finditer(source) if match[2] == " =" and names.count(match[1]) == 1]
    for match in reversed(once):
        source = f"{source[: match.end(1)]}: Final{source[match.end(1) :]}"
    future = "from __future__ import annotations\n"
    return source.replace(future, f"{future}from typing import Final\n", 1)


def may_be_compiled(module: Path) -> bool:
    """Whether mypyc keeps what the module means: it would work a cached property out each time."""
    if module.name == "__init__.py" or f"{module.parent.name}/{module.name}" in PLAIN:
        return False
    return "cached_property" not in module.read_text("utf-8")


def digest() -> str:
    """What all that an extension depends on comes to: the modules, the Python, this file."""
    own = hashlib.blake2b(Path(__file__).read_bytes(), digest_size=16)
    return f"{compiled.digest('.py')} {own.hexdigest()}"


def build(folder: Path) -> bool:
    """Make the folder hold the engine compiled; False where the extensions there would do.

    Ends the program with the compiler's words where it fails.
    """
    sources, modules_digest = compiled.SOURCES, digest()
    stamp = folder / _MODULES
    if stamp.is_file() and stamp.read_text("utf-8") == modules_digest:
        for path in (folder / "grammar").rglob("*.*"):
            if path.is_file() and path.suffix not in _EXTENSIONS:
                path.unlink()
        shutil.copytree(sources, folder / "grammar", ignore=_left_out, dirs_exist_ok=True)
        (folder / compiled.STAMP).write_text(compiled.digest(), "utf-8")
        return False
    if not Path(sysconfig.get_path("include"), "Python.h").is_file():
        sys.exit("The engine cannot be compiled here: Python's headers are missing (on Debian: python3-dev).")
    partial = folder.with_name(f"{folder.name}.partial")
    shutil.rmtree(partial, ignore_errors=True)
    shutil.copytree(sources, partial / "grammar", ignore=_left_out)
    modules = [path for path in sorted((partial / "grammar").rglob("*.py")) if may_be_compiled(path)]
    for module in modules:
        module.write_text(final(module.read_text("utf-8")), "utf-8")
    names = " ".join(str(module.relative_to(partial)) for module in modules)
    command = [sys.executable, "-c", _BUILD, names, "--quiet", "build_ext", "--inplace"]
    run = subprocess.run(command, check=False, cwd=partial, capture_output=True, text=True)
    if run.returncode:
        shutil.rmtree(partial)
        sys.exit(f"The engine could not be compiled.\n{run.stdout}{run.stderr}")
    shutil.copytree(sources, partial / "grammar", ignore=_left_out, dirs_exist_ok=True)
    shutil.rmtree(partial / "build")
    (partial / _MODULES).write_text(modules_digest, "utf-8")
    (partial / compiled.STAMP).write_text(compiled.digest(), "utf-8")
    shutil.rmtree(folder, ignore_errors=True)
    partial.rename(folder)
    return True


_left_out = shutil.ignore_patterns("__pycache__")


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else compiled.COPY
    start = time.perf_counter()
    made = build(folder)
    print(f"compiled in {time.perf_counter() - start:.0f} s" if made else "compiled already; data copied")


if __name__ == "__main__":
    main()
