"""The cascade: words, classes, quotations, chunks, licensed cues, frames. One direction, no way back."""
