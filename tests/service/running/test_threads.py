"""What threads read at once is ready before there are threads: msgspec is not, where a type is first met."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
IN_THREADS = sorted(
    path for part in ("store", "responses") for path in (ROOT / "service" / part).rglob("*.py")
)

# Eight threads decode the first claim of a process at the same moment, and take turns as often as can be.
RACE = """
import sys
import threading

import msgspec
from grammar import Engine
from service.store.values import decoders

text = "Ann Lee, the mayor, said on Friday the bridge may close."
claim = msgspec.json.encode(Engine().read(text).claims[0])
sys.setswitchinterval(1e-6)
together = threading.Barrier(8)


def read():
    together.wait()
    decoders.CLAIM.decode(claim)


threads = [threading.Thread(target=read) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
"""


@pytest.mark.parametrize("path", IN_THREADS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_decoder_is_made_while_requests_are_served(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    inside = [
        node
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for node in ast.walk(function)
        if isinstance(node, ast.Call)
    ]
    typed = [call for call in inside if any(keyword.arg == "type" for keyword in call.keywords)]
    made = [call for call in inside if ast.unparse(call.func).endswith("Decoder")]
    assert [ast.unparse(call) for call in typed + made if "msgspec" in ast.unparse(call)] == []


def test_the_first_claims_may_be_read_at_once() -> None:
    for _ in range(3):
        subprocess.run([sys.executable, "-c", RACE], cwd=ROOT, check=True)
