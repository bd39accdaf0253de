"""What a text is about: its key phrases."""
