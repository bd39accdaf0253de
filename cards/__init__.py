"""Documents -> flashcards: reading, understanding, writing and choosing, offline and without a language model."""

# Here and not in pyproject.toml: beside kapian.py the package is not installed and has no metadata to ask.
VERSION = "0.1.0"
