"""What all that speaks HTTP here agrees on; it knows nothing else of the service.

``asgi`` names the parts of a request on its way, ``request_ids`` gives each its id, ``operations`` has what a
route says of itself beside its signature, and ``wording`` puts msgspec's faults into words for callers.
"""
