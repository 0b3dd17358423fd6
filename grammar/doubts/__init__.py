"""What fits a frame and is no claim, by its form or by its sense."""
