"""Flashcards <-> Anki: packages written with genanki and read back."""
