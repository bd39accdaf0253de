"""The ways from older tables to the present ones."""
