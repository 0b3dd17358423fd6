"""What callers get: forms of claims and documents, and what of them goes out."""
