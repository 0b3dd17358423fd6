"""HTTP as it is served: the processes, the wire, and how all of it ends."""
