"""What the slots of a frame cover: source and content, date and venue, mention and role."""
