"""The commands, a module each, named as they are called: ``claims NAME`` runs ``NAME`` of ``NAME``."""
