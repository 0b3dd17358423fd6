"""How sure a claim is, whether it is so, and what the source does by saying it.

``judgement`` puts together what the cue says (``cue``) and what the content does (``clause``), which looks
for ``markers`` in its main clause: ``weighing`` tells which of them count there, by the ``places`` where
they stand and the classes of words in ``vocabulary``.
"""

from __future__ import annotations

from grammar.stance.judgement import Judgement, Stance

__all__ = ["Judgement", "Stance"]
