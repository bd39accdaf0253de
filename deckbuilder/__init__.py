"""Notes -> Anki: fields, note types and packages."""
