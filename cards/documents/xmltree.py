"""XML from anywhere -> its tree. No entity is expanded, and no other file or address is looked at."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from io import BytesIO
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

    _check_marks(content)
    parser = _parser(recover=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        # pandoc forgets to say what a prefix means; the elements are there all the same, without a namespace.
        if any(entry.domain != etree.ErrorDomains.NAMESPACE for entry in parser.error_log):
            raise XmlError(str(error)) from error
        root = etree.fromstring(content, _parser(recover=True))
    except ValueError as error:
        raise XmlError(str(error)) from error
    _check_entities(root)
    return root


def children_of(content: bytes, parent: str, *, tags: Collection[str]) -> Iterator[Element]:
    """Yield the elements with one of the `tags` that stand right below those called `parent`, one after the other.

    Each is let go when the next is asked for, so that a book takes the memory of a paragraph. Raises `XmlError`
    as soon as something is wrong.
    """
    from lxml import etree

    _check_marks(content)
    events = etree.iterparse(
        BytesIO(content),
        events=("end",),
        tag=tuple(tags),
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
    )
    try:
        for _, element in events:
            above = element.getparent()
            if above is None or above.tag != parent:
                continue
            _check_entities(element)
            yield element
            element.clear(keep_tail=False)
            while element.getprevious() is not None:
                del above[0]
    except (etree.XMLSyntaxError, ValueError) as error:
        raise XmlError(str(error)) from error
    if events.root is None:
        raise XmlError("no elements")
    _check_entities(events.root)


def _parser(*, recover: bool) -> Any:
    from lxml import etree

    return etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, recover=recover
    )


def _check_marks(content: bytes) -> None:
    if content.count(b"<") > MOST_MARKS:
        raise XmlError("too many elements")


def _check_entities(element: Element) -> None:
    declared = element.getroottree().docinfo.internalDTD
    if declared is not None and next(iter(declared.iterentities()), None) is not None:
        raise XmlError("entities of its own")
