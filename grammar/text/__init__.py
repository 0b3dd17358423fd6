"""A text before any grammar: its language, its words, and which of its lines are prose."""
