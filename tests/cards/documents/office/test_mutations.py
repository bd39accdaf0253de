"""Word files and slides whose elements were taken away, doubled, moved and changed."""

from __future__ import annotations

import copy
import io
import random
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from cards.documents import read_here
from cards.errors import CardsError
from tests.cards.documents.office.packing import packed

GOLDEN = Path(__file__).parents[3] / "golden" / "documents"
NAMES = sorted(path.name for path in GOLDEN.iterdir() if path.suffix in (".docx", ".pptx"))
_VALUES = ["", "0", "-1", "99999999999999", "x", "一", "²", "true", "restart", "%9"]


def _mutated(content: bytes, choice: random.Random) -> bytes:
    elements = list(etree.fromstring(content).iter(etree.Element))
    root = elements[0]
    for _ in range(choice.randint(1, 12)):
        one, other = choice.choice(elements), choice.choice(elements)
        match choice.randint(0, 3):
            case 0 if one.attrib:
                one.set(choice.choice(list(one.attrib)), choice.choice(_VALUES))
            case 1 if one is not root and one.getparent() is not None:
                one.getparent().remove(one)
            case 2:
                other.append(copy.deepcopy(one))
            case _:
                one.tag = other.tag
    mutated: bytes = etree.tostring(root)
    return mutated


def _outcome(name: str, seed: int) -> str:
    choice = random.Random(seed)
    with zipfile.ZipFile(io.BytesIO((GOLDEN / name).read_bytes())) as archive:
        parts = {member: archive.read(member) for member in archive.namelist()}
    changeable = [part for part in parts if part.endswith((".xml", ".rels")) and "theme" not in part]
    for part in choice.sample(changeable, 2):
        parts[part] = _mutated(parts[part], choice)
    try:
        return read_here(packed(parts), name=name).name
    except CardsError as refusal:
        return str(refusal)


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None, max_examples=12)
@given(seed=st.integers(0, 2**32))
def test_a_mutated_file_gives_a_document_or_one_sentence_about_it(name: str, seed: int) -> None:
    outcome = _outcome(name, seed)

    assert outcome.startswith(name)
    assert "\n" not in outcome
