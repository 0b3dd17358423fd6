"""The service: a store of documents and claims, a web API over it, and a command line."""
