"""What callers send: bodies and query strings, read strictly into structs."""
