"""The engine compiled by mypyc: a copy of grammar/ that the package itself takes while nothing is edited.

Beside each module of the copy stands its extension; readings are the same by the byte, their digests too
(benchmarks/compiled.py). Needs a C compiler, mypy and setuptools (requirements-dev.txt) and about a minute of
processor time, shared by the cores. Where only data have changed, they alone are copied. A build that fails
leaves what stood there before. In a folder of another name PYTHONPATH must say where it is.

    python deploy/compiled.py [FOLDER]      (default: build/compiled)
"""

from __future__ import annotations

import ast
import hashlib
import re
import shutil
import subprocess
import sys
import sysconfig
import time
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from grammar import compiled

# Plain stay the structs of msgspec, enumerations (the schema tells their docstrings) and what finds modules.
PLAIN = frozenset(
    f"grammar/{name}.py" for name in ("claim", "terms", "engine", "schema", "catalogue", "compiled")
)
_MODULES = "modules.digest"
_EXTENSIONS = frozenset((".so", ".pyd"))
_CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]+")
_ENUMERATION = re.compile(r"^class (\w+)\((?:Str)?Enum\)", re.M)
# The second level of optimisation without what debuggers read. With the first, which takes a quarter less
# time to build, the engine is slower by 2.4 %, for size alone by a seventh, without any slower than plain
# Python. Left to itself, setuptools compiles one file after the other. Bound within the library, calls from
# module to module go straight to where they lead, not by way of a table that other libraries might change:
# 9 % fewer misses of the instruction cache, 8 % fewer jumps foretold wrongly. Elsewhere linkers do so anyway.
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

modules = mypycify(sys.argv.pop(1).split(), opt_level="2", debug_level="0", multi_file=True)
for module in modules if sys.platform == "linux" else ():
    module.extra_link_args = ["-Wl,-Bsymbolic-functions"]
setup(name="compiled", packages=[], ext_modules=modules, cmdclass={"build_ext": Parallel})
"""


def final(source: str, enumerations: frozenset[str] = frozenset()) -> str:
    """The source with every constant that is set once declared final, and members of enumerations made such.

    mypyc reads a final constant from a static place and looks any other up by name, each time. To ask an
    enumeration for a member takes ten times as long again (Python 3.11): functions are given those that they
    name as constants of their module.
    """
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return source  # the compiler tells where
    edits = [*_declared(source, tree), *_members(source, tree, enumerations)]
    written = source.encode()
    starts = [0, *accumulate(map(len, written.splitlines(keepends=True)))]
    for (line, column), (end_line, end_column), text in sorted(edits, reverse=True):
        first, last = starts[line - 1] + column, starts[end_line - 1] + end_column
        written = written[:first] + text.encode() + written[last:]
    future = "from __future__ import annotations\n"
    return written.decode().replace(future, f"{future}from typing import Final\n", 1)


Place = tuple[int, int]
"""A line, from 1 on, and a byte in it."""


def _declared(source: str, tree: ast.Module) -> Iterator[tuple[Place, Place, str]]:
    """The edits that declare the constants of a module final: places in the source and what comes there."""
    targets = [target for node in tree.body for target in _targets(node)]
    names = Counter(name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name))
    for node in tree.body:
        if not isinstance(node, ast.Assign) or len(node.targets) > 1:
            continue
        target, value = node.targets[0], node.value
        several = target.elts if isinstance(target, ast.Tuple) else [target]
        each = [name.id for name in several if isinstance(name, ast.Name)]
        if len(each) < len(several) or not all(
            _CONSTANT.fullmatch(name) and names[name] == 1 for name in each
        ):
            continue
        if not isinstance(target, ast.Tuple):
            yield _end(target), _end(target), ": Final"
            continue
        values = value.elts if isinstance(value, ast.Tuple) else []
        written = [ast.get_source_segment(source, value) or "" for value in values]
        first = ""
        if not values:
            all_of = f"_all_from_{each[0]}"
            first = f"{all_of} = list({ast.get_source_segment(source, value)})\n"
            written = [f"{all_of}[{place}]" for place in range(len(each))]
        lines = [f"{name}: Final = {one}" for name, one in zip(each, written, strict=True)]
        yield (node.lineno, node.col_offset), _end(node), first + "\n".join(lines)


def _targets(node: ast.stmt) -> list[ast.expr]:
    """What a statement sets."""
    if isinstance(node, ast.Assign):
        return node.targets
    return [node.target] if isinstance(node, ast.AugAssign | ast.AnnAssign) else []


def _members(
    source: str, tree: ast.Module, enumerations: frozenset[str]
) -> Iterator[tuple[Place, Place, str]]:
    """The edits that put constants for the members of enumerations that a module's functions name."""
    imports = [node for node in tree.body if isinstance(node, ast.ImportFrom)]
    known = enumerations & {name.name for node in imports for name in node.names if name.asname is None}
    named: set[str] = set()
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    places = {
        (node.lineno, node.col_offset): node for function in functions for node in _attributes(function)
    }
    for place, node in places.items():
        if isinstance(node.value, ast.Name) and node.value.id in known and node.attr.isupper():
            named.add(f"{node.value.id}.{node.attr}")
            yield place, _end(node), _constant(node.value.id, node.attr)
    if named:
        lines = [f"\n{_constant(*name.split('.'))}: Final = {name}" for name in sorted(named)]
        yield _end(imports[-1]), _end(imports[-1]), "".join(lines)


def _attributes(function: ast.FunctionDef) -> list[ast.Attribute]:
    return [node for part in function.body for node in ast.walk(part) if isinstance(node, ast.Attribute)]


def _constant(enumeration: str, member: str) -> str:
    return f"_{enumeration}_{member}"


def _end(node: ast.expr | ast.stmt) -> Place:
    return node.end_lineno or node.lineno, node.end_col_offset or node.col_offset


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
    written = {module: module.read_text("utf-8") for module in (partial / "grammar").rglob("*.py")}
    enumerations = frozenset(name for source in written.values() for name in _ENUMERATION.findall(source))
    for module in modules:
        module.write_text(final(written[module], enumerations), "utf-8")
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
