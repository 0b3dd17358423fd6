"""From a frame to an attribution, slot by slot in the order of the text.

``coverage`` goes through a frame's slots: the source is chosen there, by what ``sources`` and ``adjuncts``
know; ``cues``, ``contents`` and ``addressees`` fill what their names say. All of it looks at the frame's own
sentence alone.
"""
