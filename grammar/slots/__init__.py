"""What the slots of a frame cover: source and content, date and venue, mention and role.

From the bottom up, each asking only what stands below: ``syntax``; ``adjuncts`` (times and venues);
``sources`` and ``ends`` (of contents), beside each other; ``attribution``, which is what comes of a frame;
``filling``, which fills it from the frame, and ``cohesion``, which ties it to what stands elsewhere.
"""
