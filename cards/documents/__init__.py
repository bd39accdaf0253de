"""Bytes -> Document: one reader a format, and the doors through which documents come in."""
