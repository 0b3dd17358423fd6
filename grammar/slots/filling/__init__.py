"""From a frame to an attribution, slot by slot in the order of the text.

``coverage`` goes through a frame's slots: the source is chosen there, by what ``sources`` and ``adjuncts``
know; ``cues``, ``contents`` and ``addressees`` fill what their names say, ``stages`` parts from a content
where somebody took the stand. All of it looks at the frame's own sentence alone.
"""
