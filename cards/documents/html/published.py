"""A page's tree -> the day on which it was published, where it says so."""

from __future__ import annotations

import re

from cards.documents.html.elements import tag_of
from cards.documents.xmltree import Element

_NAMES = frozenset(
    "article:published_time og:published_time datepublished date pubdate publishdate publish_date publication_date "
    "dc.date dc.date.issued dcterms.date dcterms.created dcterms.issued citation_publication_date".split()
)
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})")
_IN_DATA = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')


def day_published(tree: Element) -> str:
    """Return the day as "2024-05-02", "" where the page does not say it to programs."""
    for element in tree.iter():
        tag = tag_of(element)
        told = ""
        if tag == "meta":
            names = (element.get("property"), element.get("name"), element.get("itemprop"))
            if any((name or "").lower() in _NAMES for name in names):
                told = element.get("content") or ""
        elif tag == "time" and (
            element.get("pubdate") is not None or element.get("itemprop") == "datePublished"
        ):
            told = element.get("datetime") or ""
        elif tag == "script" and element.get("type") == "application/ld+json":
            found = _IN_DATA.search(element.text or "")
            told = found[1] if found else ""
        day = _DAY.search(told)
        if day is not None:
            return f"{day[1]}-{int(day[2]):02}-{int(day[3]):02}"
    return ""
