"""jieba's parts of speech, by what they say of a word.

n noun, ng part of a noun, nr nrt nrfg person, ns place, nt organisation, nz other name, vn verb used as noun,
an adjective used as noun, j abbreviation, l idiom, i saying, eng Latin letters, v verb, a adjective, b attribute,
d adverb, p preposition, c conjunction, m number, q measure, r pronoun, t time, f position, uj 的, ul 了, x punctuation.
"""

from __future__ import annotations

PEOPLE = frozenset({"nr", "nrt", "nrfg"})
NAMES = PEOPLE | {"ns", "nt", "nz"}
# What can be the head of a noun phrase.
NOUNS = NAMES | {"n", "ng", "vn", "an", "eng", "j", "l", "i"}
