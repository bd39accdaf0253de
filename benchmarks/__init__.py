"""How fast kapian is, beside something that does the same or the least that could be done; see README.md."""
