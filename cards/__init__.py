"""Documents -> flashcards: reading, understanding, writing and choosing, offline and without a language model."""
