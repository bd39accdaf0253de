"""The collection, the schedule and the pages: the only package that holds state."""
