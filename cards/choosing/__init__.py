"""Drafts -> notes: the rules that a card must pass, near repeats, ranking and budget."""
