"""XML from anywhere -> its tree. No entity is expanded, and no other file or address is looked at."""

from __future__ import annotations

from typing import Any

# What a tree is made of; lxml tells the type checker nothing about itself.
Element = Any

# A tree takes some 100 bytes for each "<": without a bound, a file of 1 MB could ask for a gigabyte.
MOST_MARKS = 3_000_000


class XmlError(Exception):
    """The bytes are no XML, or XML that no honest program writes: entities, endless depth, millions of elements."""


def tree_of(content: bytes) -> Element:
    """Return the root element of XML in any encoding; raise `XmlError` where there is none to be had."""
    # Imported here: a text file is read without it.
    from lxml import etree

    if content.count(b"<") > MOST_MARKS:
        raise XmlError("too many elements")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise XmlError(str(error)) from error
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and next(iter(declared.iterentities()), None) is not None:
        raise XmlError("entities of its own")
    return root
